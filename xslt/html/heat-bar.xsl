<?xml version="1.0" encoding="UTF-8"?>
<!-- The variance along the text of a page: a bar at its head, and a class for each block in which
     the witnesses differ (publish/critical/warmth.py). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:param name="heat" as="xs:string" select="''">
    <!-- The bar as heat.xsl draws it, an in:heat; empty if the page has none. -->
  </xsl:param>

  <xsl:param name="warmth" as="xs:string" select="''">
    <!-- Lines "block TAB level", 1 to 4: the blocks in which witnesses differ. -->
  </xsl:param>

  <xsl:variable name="ed:warmth" as="map(xs:string, xs:string)" select="ed:table($warmth)"/>

  <xsl:template name="heat" as="element()?">
    <xsl:if test="$heat ne ''">
      <xsl:apply-templates select="parse-xml($heat)/in:heat" mode="heat"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[exists($ed:warmth(string(@xml:id)))]" as="node()*" mode="text"
      priority="21">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="level" as="xs:string" select="$ed:warmth(string(@xml:id))"/>
    <xsl:variable name="drawn" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="block" as="element()?" select="$drawn[self::*][not($quoted)][1]"/>
    <xsl:for-each select="$drawn">
      <xsl:choose>
        <xsl:when test=". is $block">
          <xsl:copy>
            <xsl:sequence select="@* except @class"/>
            <xsl:attribute name="class" separator=" "
                select="@class, 'heat-' || $level"/>
            <xsl:sequence select="node()"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:transform>
