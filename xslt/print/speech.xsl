<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode cue: who speaks and how, run in before a speech in prose (TEI Guidelines, 7.2). Before
     verse both keep lines of their own. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="cue" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="speaker" as="text()*" mode="cue">
    <xsl:text expand-text="yes">#{if (ed:is-latin(.)) then 'smallcaps' else 'spaced'}[</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>] </xsl:text>
  </xsl:template>

  <xsl:template match="stage" as="text()*" mode="cue">
    <xsl:text>#emph[</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:text>] </xsl:text>
  </xsl:template>

  <xsl:template match="(speaker | stage)[ed:is-cue(.)]" as="empty-sequence()" mode="text"
      priority="10"/>
</xsl:transform>
