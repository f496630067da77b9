<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode bare: nodes as text without markup, as words are counted and compared: less the elements
     that the tunnel names, else with what was added and deleted in the signs of Leiden. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="bare" on-no-match="shallow-skip" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template match="text()" as="xs:string" mode="bare"><xsl:sequence select="string()"/></xsl:template>

  <xsl:template match="note | witDetail | wit | fw | figDesc" as="empty-sequence()" mode="bare"/>

  <xsl:template match="add | del" as="xs:string*" mode="bare">
    <xsl:param name="without" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="signs" as="xs:string*"
        select="if ($without) then () else if (self::add) then ('`', '´') else ('⟦', '⟧')"/>
    <xsl:if test="local-name() ne $without">
      <xsl:sequence select="$signs[1]"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:sequence select="$signs[2]"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="gap" as="xs:string" mode="bare"><xsl:sequence select="'[…]'"/></xsl:template>

  <xsl:template match="supplied | surplus | ex" as="xs:string*" mode="bare">
    <xsl:sequence select="map { 'supplied': '⟨', 'surplus': '{', 'ex': '(' }(local-name())"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="map { 'supplied': '⟩', 'surplus': '}', 'ex': ')' }(local-name())"/>
  </xsl:template>

  <xsl:template match="choice/*[preceding-sibling::*]" as="xs:string*" mode="bare">
    <xsl:sequence select="' ['"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="']'"/>
  </xsl:template>

  <xsl:template match="choice" as="xs:string*" mode="bare">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- An entry in a reading is its lemma there; it is phrased as an entry of its own. -->
  <xsl:template match="app" as="xs:string*" mode="bare">
    <xsl:apply-templates select="(lem, rdg | rdgGrp//(lem | rdg))[1]/node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="lb[not(@break = 'no')] | space" as="xs:string" mode="bare">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="l | p | ab" as="xs:string*" mode="bare">
    <xsl:if test="preceding-sibling::*"><xsl:sequence select="if (self::l) then ' / ' else ' '"/></xsl:if>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>
</xsl:transform>
