<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode body: the running text of a document as a Typst file. The document is reduced to what
     flows (mode flow), its white space settled (mode spaced), and written (mode text). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="body" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="editorial authorial"/>

  <xsl:template match="document-node()" as="text()*" mode="body">
    <xsl:variable name="flow" as="document-node()" select="ed:settled(.)"/>
    <xsl:variable name="opening" as="element(head)?" select="ed:opening($flow)"/>
    <xsl:text>#import "text.typ": *&#10;#import "marks.typ": before-space, marks&#10;#let (leaf, start, glued, end, call, mention, within, close, hold)</xsl:text>
    <xsl:text expand-text="yes"> = marks({ed:string($chapter)})&#10;&#10;</xsl:text>
    <xsl:text expand-text="yes">#leaf("leaf"{', "plain"'[ed:is-plain($flow)]})&#10;</xsl:text>
    <xsl:if test="empty($opening)">
      <xsl:text expand-text="yes">#head(1, "{$chapter}:title", {
        ed:string($title)})[{ed:content($title)}]&#10;&#10;</xsl:text>
    </xsl:if>
    <xsl:variable name="text" as="text()*">
      <xsl:apply-templates select="$flow" mode="text">
        <xsl:with-param name="opening" select="$opening" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:value-of select="
      if ($role eq 'introduction') then '#plain[' || string-join($text) || ']' else string-join($text)"/>
    <xsl:if test="empty($flow//text()[normalize-space()][not(ancestor::head[ed:is-heading(.)])])">
      <xsl:text>#empty-text&#10;</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:transform>
