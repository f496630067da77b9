<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode bibliography: the lists of literature that stand behind a text, or are all of it, for the
     part of the book that holds them (TEI Guidelines, 3.12). They leave the running text. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="bibliography" visibility="public" on-no-match="shallow-skip"
      on-multiple-match="use-last" warning-on-multiple-match="no"
      use-accumulators="editorial authorial"/>

  <xsl:template match="document-node()" as="text()*" mode="bibliography">
    <xsl:variable name="parts" as="element()*" select="descendant::*[ed:is-gathered(.)]"/>
    <xsl:if test="$parts">
      <xsl:text>#import "text.typ": *&#10;</xsl:text>
      <xsl:apply-templates select="$parts[not(ed:is-gathered(..))]" mode="#current"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" as="empty-sequence()" mode="bibliography"/>

  <xsl:template match="head" as="text()*" mode="bibliography">
    <xsl:text expand-text="yes">#heading-of-list({ed:string(normalize-space())})[</xsl:text>
    <xsl:sequence select="ed:set(node())"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="listBibl/*[not(self::head or self::listBibl)]" as="text()*" mode="bibliography">
    <xsl:text>#entry[</xsl:text>
    <xsl:sequence select="ed:set(node())"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template as="node()*" mode="flow" priority="30" match="(listBibl | div | div1 | div2 | div3
      | div4 | back | body | text)[ed:is-gathered(.)]">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$at-foot"><xsl:next-match/></xsl:if>
  </xsl:template>

  <!-- Return whether a part of a text goes to the bibliography of the book. -->
  <xsl:function name="ed:is-gathered" as="xs:boolean">
    <xsl:param name="part" as="node()?"/>
    <xsl:sequence select="ed:is-bibliography($part) and ed:is-in-chain($part) and (
      exists($part/ancestor-or-self::back)
      or exists($part/ancestor-or-self::text[every $each in * satisfies
        (ed:is-bibliography($each) or not(ed:has-words($each)))]))"/>
  </xsl:function>

  <!-- Return whether a part holds nothing but lists of literature and their headings. -->
  <xsl:function name="ed:is-bibliography" as="xs:boolean">
    <xsl:param name="part" as="node()?"/>
    <xsl:sequence select="exists($part/self::listBibl)
      or exists($part[self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::back
        or self::body or self::text]/*[not(self::head or self::pb)])
      and (every $each in $part/*[not(self::head or self::pb)] satisfies ed:is-bibliography($each))"/>
  </xsl:function>
</xsl:transform>
