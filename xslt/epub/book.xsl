<?xml version="1.0" encoding="UTF-8"?>
<!-- The files by which a reading system knows an electronic book: package document, navigation, and
     the table of contents of EPUB 2. Their source is an ed:book, made in publish/epub. -->
<xsl:package name="https://recensio.org/xslt/epub/book" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../html/say.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="opf.xsl"/>
  <xsl:include href="nav.xsl"/>
  <xsl:include href="ncx.xsl"/>
</xsl:package>
