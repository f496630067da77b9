<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: readings that fetch their text from elsewhere, by a pointer or @copyOf
     (TEI Guidelines, 12.2 and 16.6). What is fetched is found in publish/marks.py. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="fetched" as="xs:string" select="''">
    <!-- Lines "pointer TAB page TAB text": what readings fetch from elsewhere. -->
  </xsl:param>

  <xsl:variable name="ed:fetched" as="map(xs:string, xs:string)" select="ed:table($fetched)"/>

  <!-- The text that a reading fetches in the place of its own, with the way to it. -->
  <xsl:template match="lem//*[ed:fetches(.)] | rdg//*[ed:fetches(.)]" as="node()+" mode="text"
      priority="10">
    <xsl:variable name="columns" as="xs:string*"
        select="tokenize($ed:fetched(ed:pointer(.)), '&#9;')"/>
    <xsl:variable name="page" as="xs:string" select="$columns[1]"/>
    <xsl:choose>
      <xsl:when test="$page and $columns[2]">
        <a class="fetched" href="{$page}"><xsl:value-of select="$columns[2]"/></a>
      </xsl:when>
      <xsl:otherwise>
        <span class="fetched"><xsl:value-of select="$columns[2]"/></span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="following-sibling::node()[1][self::*][ed:fetches(.)]">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Return whether an element stands for text elsewhere that was found. -->
  <xsl:function name="ed:fetches" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($ed:fetched(ed:pointer($element))) and not(normalize-space($element))
      and empty($element/(ancestor::note | ancestor::witDetail)[ancestor::app])"/>
  </xsl:function>

  <xsl:function name="ed:pointer" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(
      ($element/@copyOf, $element/(self::ptr | self::ref)/@target)[1])"/>
  </xsl:function>
</xsl:transform>
