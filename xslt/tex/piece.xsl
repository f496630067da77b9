<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode piece: the pieces of an entry (common/phrasing) in TeX; what a style leaves out is not
     printed. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="piece" on-no-match="fail" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template match=".[?is = ('lemma', 'reading', 'group', 'base')]" as="text()*" mode="piece">
    <xsl:apply-templates select="?pieces" mode="#current"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'hidden']" as="empty-sequence()" mode="piece"/>

  <!-- The entries inside a lemma stand at the foot already. -->
  <xsl:template match=".[?is eq 'words']" as="text()" mode="piece">
    <xsl:value-of select="ed:foot(?nodes, exists(?of/self::lem) and empty(?of/ancestor::listApp))"/>
  </xsl:template>

  <xsl:template match=".[?is = ('short', 'form', 'bracket', 'name', 'separator', 'siglum', 'row')]"
      as="text()" mode="piece">
    <xsl:value-of select="ed:tex(?text)"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'said']" as="text()" mode="piece">
    <xsl:text expand-text="yes">\teisaid{{{ed:tex(?text)}}}</xsl:text>
  </xsl:template>

  <xsl:template match=".[?is eq 'raised']" as="text()" mode="piece">
    <xsl:text expand-text="yes">\teiraised{{{ed:tex(?text)}}}</xsl:text>
  </xsl:template>

  <xsl:template match=".[?is eq 'written']" as="text()" mode="piece">
    <xsl:value-of select="ed:foot(?nodes, false())"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'place']" as="text()" mode="piece">
    <xsl:value-of select="'(' || ed:foot(?of/node(), false()) || ')'"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'note']" as="text()" mode="piece">
    <xsl:value-of select="ed:tex(?text) || ed:foot(
      if (?of/(self::note | self::witDetail)) then ?of/node() else ?of, false())"/>
  </xsl:template>
</xsl:transform>
