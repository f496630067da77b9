<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: what is ordered on the page: lists, tables, numbered sections. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- In the text a table is one for those who listen too; at the foot its rows stand by themselves,
       between which a page may end. -->
  <xsl:template match="table" as="text()*" mode="text">
    <xsl:variable name="weights" as="xs:integer*" select="ed:weights(.)"/>
    <xsl:text>&#10;&#10;#listed[</xsl:text>
    <xsl:apply-templates select="* except row" mode="#current"/>
    <xsl:choose>
      <xsl:when test="exists($weights) and ed:is-marked(.)">
        <xsl:text expand-text="yes">#tabular(({string-join($weights ! (. || ','))}), {
          count(row[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])])})</xsl:text>
        <xsl:for-each select="row">
          <xsl:apply-templates select="cell" mode="#current"/>
          <xsl:value-of select="(count(cell) + 1 to count($weights)) ! '[]'" separator=""/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="row" mode="#current">
          <xsl:with-param name="weights" as="xs:string" tunnel="yes"
              select="string-join($weights ! (. || ','))"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:text>]&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="row" as="text()*" mode="text">
    <xsl:param name="weights" as="xs:string" select="''" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$weights">
        <xsl:text expand-text="yes">&#10;&#10;#row(({$weights}))</xsl:text>
        <xsl:apply-templates select="cell" mode="#current"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="cell" mode="linear"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="cell" as="text()*" mode="text">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:call-template name="close"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:mode name="linear" on-no-match="fail" on-multiple-match="fail"/>

  <!-- A cell of a table that is too wide or too full for the page: a paragraph. -->
  <xsl:template match="cell" as="text()*" mode="linear">
    <xsl:text expand-text="yes">#hung[#"{position()}."][</xsl:text>
    <xsl:apply-templates mode="text"/>
    <xsl:call-template name="close"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list" as="text()*" mode="text">
    <xsl:text>&#10;&#10;#listed[</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>]&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- A label stands with its item, unless it is too long. -->
  <xsl:template match="list/label" as="text()*" mode="text" priority="1">
    <xsl:if test="not(following-sibling::*[1]/self::item and string-length() lt 5)">
      <xsl:text>&#10;&#10;</xsl:text>
      <xsl:apply-templates mode="#current"/>
      <xsl:text>&#10;&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- What stands before an item: its label, its number or a dash. -->
  <xsl:template name="item-label" as="text()*">
    <xsl:variable name="label" as="element(label)?"
        select="preceding-sibling::*[1]/self::label[string-length() lt 5]"/>
    <xsl:choose>
      <xsl:when test="$label"><xsl:apply-templates select="$label/node()" mode="text"/></xsl:when>
      <xsl:when test="preceding-sibling::*[1]/self::label"/>
      <xsl:when test="@n[string-length() lt 5]"><xsl:value-of select="ed:content(@n)"/></xsl:when>
      <xsl:when test="../(@rend, @type) = ('numbered', 'ordered')">
        <xsl:value-of select="ed:content(count(preceding-sibling::item) + 1 || '.')"/>
      </xsl:when>
      <xsl:otherwise>#"–"</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="eg | *:egXML" as="text()*" mode="text">
    <xsl:variable name="source" as="xs:string" select="
      if (self::eg) then string() else serialize(node(), map { 'method': 'xml' })"/>
    <xsl:text expand-text="yes">&#10;&#10;#preformatted({
      string-join(tokenize($source, '\n') ! ed:string(.), ', ')})&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- The numbers that begin with a block: of the page of the source, of the sections. -->
  <xsl:template name="section-number" as="text()*">
    <xsl:for-each select="preceding-sibling::*[1]/(self::pb | self::milestone)
        [@n[string-length() lt 12]]">
      <xsl:text expand-text="yes">#reference({ed:string(@n)}) </xsl:text>
    </xsl:for-each>
    <xsl:variable name="numbers" as="xs:string*" select="ed:opened-sections(.) ! string(@n)"/>
    <xsl:if test="exists($numbers)">
      <xsl:text expand-text="yes">#section-number({ed:string(string-join($numbers, '.'))})</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:transform>
