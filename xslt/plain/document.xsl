<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus of a prepared TEI document as plain text, entry by entry. -->
<xsl:package name="https://recensio.org/xslt/plain/document" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/phrase.xsl"/>
  <xsl:include href="phrases.xsl"/>
  <xsl:include href="piece.xsl"/>
</xsl:package>
