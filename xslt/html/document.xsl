<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared TEI document as the content of the main element of its page. -->
<xsl:package name="https://recensio.org/xslt/html/document" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"
      include-content-type="no"/>

  <xsl:param name="registers" as="xs:string" select="''">
    <!-- Lines "identifier TAB page": where the register entries stand that the document names. -->
  </xsl:param>

  <xsl:param name="places" as="xs:string" select="''">
    <!-- Lines "siglum line TAB address": where in a transcript the lines stand that are cited. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="../common/phrase.xsl"/>
  <xsl:include href="../common/linkage.xsl"/>
  <xsl:include href="say.xsl"/>
  <xsl:include href="sections.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="language.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="heading.xsl"/>
  <xsl:include href="scent.xsl"/>
  <xsl:include href="linked.xsl"/>
  <xsl:include href="nested.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="fetched.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="piece.xsl"/>
  <xsl:include href="place.xsl"/>
  <xsl:include href="footnote.xsl"/>
  <xsl:include href="title.xsl"/>
  <xsl:include href="about.xsl"/>
  <xsl:include href="witness-row.xsl"/>
  <xsl:include href="heat.xsl"/>
  <xsl:include href="heat-bar.xsl"/>
  <xsl:include href="witness.xsl"/>
  <xsl:include href="parallel.xsl"/>
  <xsl:include href="entries.xsl"/>
</xsl:package>
