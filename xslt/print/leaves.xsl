<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of a text in mode text: what begins a page of its own, whose lines bear no numbers, and
     where lines are counted anew. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template as="text()*" mode="text"
      match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <xsl:if test="ed:opens-leaf(.)">
      <xsl:text expand-text="yes">&#10;&#10;#leaf("{accumulator-before('place')}"{
        ', "plain"'[ed:is-plain(current())]})</xsl:text>
    </xsl:if>
    <xsl:text>&#10;&#10;#section&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="front | body | back" as="text()*" mode="text">
    <xsl:variable name="plain" as="xs:boolean" select="ed:is-plain(.)"/>
    <xsl:if test="ed:follows-text(.)">
      <xsl:text expand-text="yes">&#10;&#10;#leaf("{accumulator-before('place')}"{
        ', "plain"'[$plain]})</xsl:text>
    </xsl:if>
    <xsl:text expand-text="yes">&#10;&#10;{'#plain['[$plain]}</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text expand-text="yes">{']'[$plain]}&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- Return the argument that gives a verse its number: as it is written, or that of the verse of
       which it is a later part (TEI Guidelines, 6.4). -->
  <xsl:function name="ed:verse-number" as="xs:string">
    <xsl:param name="verse" as="element(l)"/>
    <xsl:variable name="number" as="xs:string" select="
      if ($verse/@n) then string($verse/@n) else if ($verse/@part = ('M', 'F')) then '=' else ''"/>
    <xsl:sequence select="if ($number) then ', n: ' || ed:string($number) else ''"/>
  </xsl:function>
</xsl:transform>
