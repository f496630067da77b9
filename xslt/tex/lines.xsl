<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: verses, and the numbers that begin with a block. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The number of a verse: the last numeral in @n, the next one, or for a later part of a verse
       that of the part before (TEI Guidelines, 6.4); a division counts anew. -->
  <xsl:accumulator name="verse" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" select="0"/>
    <xsl:accumulator-rule match="l" select="
      if (matches(@n, '\d')) then xs:integer(replace(@n, '^.*?(\d{1,6})\D*$', '$1'))
      else if (@part = ('M', 'F')) then $value else $value + 1"/>
  </xsl:accumulator>

  <xsl:template match="l" as="text()*" mode="text">
    <xsl:param name="language" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="number" as="text()*"><xsl:call-template name="section-number"/></xsl:variable>
    <xsl:variable name="style" as="xs:string" select="
      '\teil{' || ed:indentation(.) || '}{' || accumulator-before('verse') || '} '"/>
    <xsl:choose>
      <xsl:when test="ed:is-marked(.) and empty(*[ed:stands-alone(.)])">
        <xsl:variable name="words" as="text()*"><xsl:apply-templates mode="#current"/></xsl:variable>
        <xsl:sequence select="ed:paragraph($language, $style, ($number, $words))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraphs">
          <xsl:with-param name="style" select="$style"/>
          <xsl:with-param name="before" select="$number"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The numbers that begin with a block: of the page of the source, of the sections. -->
  <xsl:template name="section-number" as="text()*">
    <xsl:for-each select="preceding-sibling::*[1]/(self::pb | self::milestone)
        [@n[string-length() lt 12]]">
      <xsl:text expand-text="yes">\teireference{{{ed:tex(@n)}}} </xsl:text>
    </xsl:for-each>
    <xsl:variable name="numbers" as="xs:string*" select="ed:opened-sections(.) ! string(@n)"/>
    <xsl:if test="exists($numbers)">
      <xsl:text expand-text="yes">\teisection{{{ed:tex(string-join($numbers, '.'))}}}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="pb | milestone" as="text()?" mode="text">
    <xsl:if test="@n[string-length() lt 12] and ed:is-in-line(.)">
      <xsl:text expand-text="yes">\teireference{{{ed:tex(@n)}}} </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Source code keeps its lines and the spaces in them. -->
  <xsl:template match="eg | *:egXML" as="text()*" mode="text">
    <xsl:variable name="source" as="xs:string" select="
      if (self::eg) then string() else serialize(node(), map { 'method': 'xml' })"/>
    <xsl:variable name="marked" as="xs:boolean" select="ed:is-marked(.)"/>
    <xsl:for-each select="tokenize($source, '\n')">
      <xsl:value-of select="if ($marked) then '&#10;\teicode ' else '\teibreak{}'"/>
      <xsl:value-of select="replace(., '\S.*$', '', 's') => replace('\s', '\\ ')"/>
      <xsl:value-of select="ed:tex(replace(., '^\s+', ''))"/>
      <xsl:value-of select="'\teiend&#10;'[$marked]"/>
    </xsl:for-each>
  </xsl:template>
</xsl:transform>
