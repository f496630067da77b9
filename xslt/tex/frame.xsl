<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode frame: what stands around the texts of an edition, from the small tree that
     publish/tex/frame.py makes of what Python knows. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="frame" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="text()*" mode="frame">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- The settings that the preamble reads. -->
  <xsl:template match="settings" as="text()*" mode="frame">
    <xsl:for-each select="@*">
      <xsl:sort select="name()"/>
      <xsl:text expand-text="yes">\newcommand*\tei{name()}{{{ed:tex(.)}}}&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="languages" as="text()*" mode="frame">
    <xsl:variable name="main" as="xs:string" select="(ed:tex-language(@main)[.], 'en')[1]"/>
    <xsl:text expand-text="yes">\teideclaremain{{{$main}}}&#10;</xsl:text>
    <xsl:for-each select="distinct-values(language/@code)[. ne $main]">
      <xsl:text expand-text="yes">\teideclare{{{.}}}&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="front | back" as="text()*" mode="frame">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="titlepage" as="text()*" mode="frame">
    <xsl:text>\begin{titlepage}&#10;</xsl:text>
    <xsl:apply-templates select="*" mode="#current"/>
    <xsl:text>\end{titlepage}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="heading | description | by | editors | imprint | rights | line | digest" as="text()" mode="frame">
    <xsl:text expand-text="yes">\teifront{name()}{{{ed:tex(.)}}}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="contents" as="text()" mode="frame">
    <xsl:text expand-text="yes">\teicontents{{{ed:tex(@title)}}}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="part" as="text()*" mode="frame">
    <xsl:text expand-text="yes">&#10;\teipart{{{ed:tex(@title)}}}&#10;</xsl:text>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="sign" as="text()" mode="frame">
    <xsl:text expand-text="yes">\teisign{{{ed:tex(@of)}}}{{{ed:tex(.)}}}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="index" as="text()*" mode="frame">
    <xsl:text expand-text="yes">\teiindex{{{ed:tex(@title)}}}&#10;</xsl:text>
    <xsl:apply-templates select="*" mode="#current"/>
    <xsl:text>\teiindexend&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="named" as="text()*" mode="frame">
    <xsl:text expand-text="yes">\teiindexed{{{ed:tex(@label)}}}{{</xsl:text>
    <xsl:apply-templates select="*" mode="#current"/>
    <xsl:text>}&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="reference" as="text()" mode="frame">
    <xsl:text expand-text="yes">\teiplace{@kind}{{{@label}}}</xsl:text>
  </xsl:template>
</xsl:transform>
