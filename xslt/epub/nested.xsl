<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode element, continued: what the site nests more freely than XHTML allows, where no parser puts
     it right (HTML, 3.2.5.2: phrasing content). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- A block in what holds words only is a line of its own there. -->
  <xsl:template as="element()" mode="element" priority="3"
      match="(div | p | figure)[ancestor::*[ed:holds-words(.)]][not(ed:holds-lists(.))]">
    <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="class" select="@class, 'block'" separator=" "/>
      <xsl:apply-templates select="@* except @class, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What holds a list or table is a block itself. -->
  <xsl:template as="element()" mode="element" priority="4"
      match="*[*][ed:holds-words(.)][ed:holds-lists(.)]">
    <xsl:element name="div" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Tables hold rows, and rows cells; whatever else stands there is a cell. -->
  <xsl:template match="table/node()[not(self::tr)][self::* or normalize-space()]" as="element()"
      mode="element" priority="5">
    <xsl:element name="tr" namespace="http://www.w3.org/1999/xhtml">
      <xsl:element name="td" namespace="http://www.w3.org/1999/xhtml">
        <xsl:next-match/>
      </xsl:element>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tr/node()[not(self::td or self::th)][self::* or normalize-space()]"
      as="element()" mode="element" priority="5">
    <xsl:element name="td" namespace="http://www.w3.org/1999/xhtml">
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <!-- A row or cell that stands outside a table is a line or block like others. -->
  <xsl:template match="(td | th)[not(parent::tr)] | tr[not(parent::table)]" as="element()"
      mode="element" priority="2">
    <xsl:element name="{ed:unmarked(.)}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="class" select="'block'"/>
      <xsl:apply-templates select="@* except (@colspan, @rowspan), node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Return the name of an element that says nothing and may stand in the place of another. -->
  <xsl:function name="ed:unmarked" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="among-words" as="xs:boolean"
        select="exists($element/ancestor::*[ed:holds-words(.)])"/>
    <xsl:sequence select="
      if (ed:holds-lists($element)) then 'div'
      else if ($among-words) then 'span'
      else if ($element/self::a and empty($element//(div | p | figure))) then 'span'
      else 'div'"/>
  </xsl:function>

  <!-- Return whether an element may hold words and what stands between them, but no block. -->
  <xsl:function name="ed:holds-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = ('p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span',
      'b', 'i', 'em', 'u', 'cite', 'small', 'sup', 'sub', 'time')"/>
  </xsl:function>

  <!-- Return whether an element holds what cannot be a line among words. -->
  <xsl:function name="ed:holds-lists" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//(ul | ol | dl | table | blockquote | section | aside
      | h1 | h2 | h3 | h4 | h5 | h6))"/>
  </xsl:function>
</xsl:transform>
