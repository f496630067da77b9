<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages about the edition as a whole: contents, conspectus of sigla, registers. Their source
     is an ed:edition, a list of what was gathered from the documents. -->
<xsl:package name="https://recensio.org/xslt/html/edition" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"
      include-content-type="no"/>

  <xsl:param name="registers" as="xs:string" select="''">
    <!-- Lines "identifier TAB page": where the register entries stand that the source names. -->
  </xsl:param>

  <xsl:param name="places" as="xs:string" select="''">
    <!-- As in document.xsl; these pages cite no places. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="../common/phrase.xsl"/>
  <xsl:include href="../common/linkage.xsl"/>
  <xsl:include href="say.xsl"/>
  <xsl:include href="sections.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="fetched.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="piece.xsl"/>
  <xsl:include href="place.xsl"/>
  <xsl:include href="footnote.xsl"/>
  <xsl:include href="language.xsl"/>
  <xsl:include href="linked.xsl"/>
  <xsl:include href="nested.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="colophon.xsl"/>
  <xsl:include href="conspectus.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="described.xsl"/>
  <xsl:include href="overview.xsl"/>
  <xsl:include href="listing.xsl"/>
  <xsl:include href="scatter.xsl"/>
  <xsl:include href="record.xsl"/>
  <xsl:include href="timeline.xsl"/>
  <xsl:include href="chronology.xsl"/>
  <xsl:include href="calendar.xsl"/>
  <xsl:include href="network.xsl"/>
  <xsl:include href="statistics.xsl"/>
  <xsl:include href="matrix.xsl"/>
  <xsl:include href="dendrogram.xsl"/>
  <xsl:include href="bars.xsl"/>
  <xsl:include href="classes.xsl"/>
  <xsl:include href="heat.xsl"/>
  <xsl:include href="synopses.xsl"/>
  <xsl:include href="synopsis.xsl"/>
  <xsl:include href="cruces.xsl"/>
  <xsl:include href="lost.xsl"/>
  <xsl:include href="filters.xsl"/>
  <xsl:include href="texts.xsl"/>
  <xsl:include href="search.xsl"/>
  <xsl:include href="words.xsl"/>
  <xsl:include href="cite.xsl"/>
</xsl:package>
