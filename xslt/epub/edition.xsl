<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of an electronic book that are about the edition as a whole: title page, colophon,
     conspectus of sigla, registers. Their source is as in html/edition.xsl, or the ed:book. -->
<xsl:package name="https://recensio.org/xslt/epub/edition" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:param name="registers" as="xs:string" select="''">
    <!-- As in html/edition.xsl. -->
  </xsl:param>

  <xsl:param name="places" as="xs:string" select="''">
    <!-- As in html/edition.xsl. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="../common/phrase.xsl"/>
  <xsl:include href="../common/linkage.xsl"/>
  <xsl:include href="../html/say.xsl"/>
  <xsl:include href="../html/sections.xsl"/>
  <xsl:include href="../html/links.xsl"/>
  <xsl:include href="../html/text.xsl"/>
  <xsl:include href="../html/marks.xsl"/>
  <xsl:include href="../html/fetched.xsl"/>
  <xsl:include href="../html/entry.xsl"/>
  <xsl:include href="../html/piece.xsl"/>
  <xsl:include href="../html/place.xsl"/>
  <xsl:include href="../html/footnote.xsl"/>
  <xsl:include href="../html/language.xsl"/>
  <xsl:include href="../html/linked.xsl"/>
  <xsl:include href="../html/nested.xsl"/>
  <xsl:include href="../html/conspectus.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="../html/dates.xsl"/>
  <xsl:include href="../html/described.xsl"/>
  <xsl:include href="parted.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="matter.xsl"/>
</xsl:package>
