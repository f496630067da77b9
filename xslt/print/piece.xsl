<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode piece: the pieces of an entry (common/phrasing) in Typst; what a style leaves out is not
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
  <xsl:template match=".[?is eq 'words']" as="text()*" mode="piece">
    <xsl:value-of select="ed:isolated(
      ed:set(?nodes, exists(?of/self::lem) and empty(?of/ancestor::listApp)))"/>
  </xsl:template>

  <xsl:template match=".[?is = ('short', 'form', 'bracket', 'name')]" as="text()" mode="piece">
    <xsl:value-of select="ed:isolated(ed:content(?text))"/>
  </xsl:template>

  <!-- A space alone is one of Typst's, which is lost at line ends. -->
  <xsl:template match=".[?is eq 'separator']" as="text()" mode="piece">
    <xsl:value-of select="if (?text eq ' ') then ' ' else ed:content(?text)"/>
  </xsl:template>

  <xsl:template match=".[?is = ('said', 'siglum', 'raised')]" as="text()" mode="piece">
    <xsl:text expand-text="yes">#{?is}[{ed:content(?text)}]</xsl:text>
  </xsl:template>

  <xsl:template match=".[?is eq 'row']" as="text()" mode="piece">
    <xsl:value-of select="?sigla ! ('#siglum[' || ed:content(.) || ']')"
        separator="{if (?separator eq ' ') then ' ' else ed:content(?separator)}"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'written']" as="text()*" mode="piece">
    <xsl:value-of select="ed:isolated(ed:set(?nodes))"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'place']" as="text()*" mode="piece">
    <xsl:text>#"("</xsl:text>
    <xsl:sequence select="ed:set(?of/node())"/>
    <xsl:text>#")"</xsl:text>
  </xsl:template>

  <xsl:template match=".[?is eq 'note']" as="text()*" mode="piece">
    <xsl:value-of select="ed:content(?text)"/>
    <xsl:value-of select="
      ed:isolated(ed:set(if (?of/(self::note | self::witDetail)) then ?of/node() else ?of))"/>
  </xsl:template>

  <!-- Return what is set at the foot without space around it, what is read from the right kept
       together: nothing beside it, such as a bracket, is drawn into it. -->
  <xsl:function name="ed:isolated" as="xs:string">
    <xsl:param name="set" as="item()*"/>
    <xsl:variable name="whole" as="xs:string" 
        select="string-join($set) => replace('^\s+', '') => replace('\s+(\]*)\s*$', '$1')"/>
    <xsl:sequence select="
      if (matches($whole, '[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;&#x10800;-&#x10FFF;&#x1E800;-&#x1EFFF;]'))
      then '#isolated[' || $whole || ']' else $whole"/>
  </xsl:function>
</xsl:transform>
