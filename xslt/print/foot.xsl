<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode foot: a Typst dictionary of what goes to the foot of the pages, by identifier. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="foot" visibility="public" on-no-match="shallow-skip" on-multiple-match="use-last"
      warning-on-multiple-match="no" use-accumulators="editorial authorial"/>

  <xsl:template match="document-node()" as="text()*" mode="foot">
    <xsl:text>#import "text.typ": *&#10;#let foot = (:&#10;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>)&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="text() | teiHeader | rdg | rdgGrp" as="empty-sequence()" mode="foot"/>

  <!-- The entries of a list stand in it, but for those that have a place in the text. -->
  <xsl:template match="listApp" as="text()*" mode="foot">
    <xsl:apply-templates select="descendant::app[ed:is-placed(.)]" mode="#current"/>
  </xsl:template>

  <xsl:template match="app" as="text()*" mode="foot">
    <xsl:variable name="entry" as="text()*"><xsl:apply-templates select="." mode="entry"/></xsl:variable>
    <xsl:text expand-text="yes">"{@xml:id}": {ed:pieces(string-join($entry))},&#10;</xsl:text>
    <xsl:apply-templates select="ed:shown(.)[ed:is-segmented(current())]/node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="note[ed:is-footnote(.)]" as="text()*" mode="foot">
    <xsl:variable name="sign" as="xs:string" select="'#mark[' || ed:content(ed:mark(.)) || ']#&quot; &quot;'"/>
    <xsl:text expand-text="yes">"{@xml:id}": {
      ed:pieces($sign || ed:isolated(ed:set(node())))},&#10;</xsl:text>
  </xsl:template>
</xsl:transform>
