<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared TEI document as chapters of an electronic book: the page that the site has of it,
     parted where it is too large for one file. The pages become XHTML in leaf.xsl. -->
<xsl:package name="https://recensio.org/xslt/epub/document" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <xsl:param name="registers" as="xs:string" select="''">
    <!-- As in html/document.xsl. -->
  </xsl:param>

  <xsl:param name="places" as="xs:string" select="''">
    <!-- As in html/document.xsl; the book holds no transcripts, so it cites no places. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="../common/phrase.xsl"/>
  <xsl:include href="../common/linkage.xsl"/>
  <xsl:include href="../html/say.xsl"/>
  <xsl:include href="../html/sections.xsl"/>
  <xsl:include href="../html/links.xsl"/>
  <xsl:include href="../html/language.xsl"/>
  <xsl:include href="../html/page.xsl"/>
  <xsl:include href="../html/heading.xsl"/>
  <xsl:include href="../html/scent.xsl"/>
  <xsl:include href="../html/linked.xsl"/>
  <xsl:include href="../html/nested.xsl"/>
  <xsl:include href="../html/text.xsl"/>
  <xsl:include href="../html/marks.xsl"/>
  <xsl:include href="../html/fetched.xsl"/>
  <xsl:include href="../html/entry.xsl"/>
  <xsl:include href="../html/piece.xsl"/>
  <xsl:include href="../html/place.xsl"/>
  <xsl:include href="../html/footnote.xsl"/>
  <xsl:include href="../html/title.xsl"/>
  <xsl:include href="../html/about.xsl"/>
  <xsl:include href="../html/witness-row.xsl"/>
  <xsl:include href="../html/heat.xsl"/>
  <xsl:include href="../html/heat-bar.xsl"/>
  <xsl:include href="chapter.xsl"/>
  <xsl:include href="parted.xsl"/>
  <xsl:include href="breaks.xsl"/>
</xsl:package>
