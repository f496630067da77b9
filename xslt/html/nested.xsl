<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode nested: the page with every element where HTML allows it (HTML, 3.2.5.2). TEI nests more
     freely, and no parser would put that right. What holds words only and has blocks in it becomes
     a block itself; in a heading, which stays what it is, the blocks become lines. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="nested" on-no-match="shallow-copy" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <!-- Words around blocks, from the inside to the outside; what it was is told by its class. -->
  <xsl:template mode="nested" as="element()"
      match="(p | span | b | i | em | u | q | cite | small | sup | sub | time | code)[ed:block(.)]">
    <xsl:param name="in-line" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$in-line"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <div>
          <xsl:attribute name="class" select="@class, local-name()[not(. = ('p', 'span'))]"
              separator=" "/>
          <xsl:apply-templates select="@* except (@class, @datetime), node()" mode="#current"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="h1 | h2 | h3 | h4 | h5 | h6 | pre | summary" as="element()" mode="nested">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="#current">
        <xsl:with-param name="in-line" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- A heading with a list or table in it cannot be one to HTML, but is to whoever listens; one
       without words is none. -->
  <xsl:template match="(h1 | h2 | h3 | h4 | h5 | h6)[ed:heavy(.)]" as="element()" mode="nested">
    <div role="heading" aria-level="{substring(local-name(), 2)}">
      <xsl:apply-templates select="@*, node()" mode="#current">
        <xsl:with-param name="in-line" select="false()" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="(h1 | h2 | h3 | h4 | h5 | h6)[not(normalize-space() or .//img)]"
      as="element()" mode="nested">
    <div class="head">
      <xsl:apply-templates select="@* except @class, node()" mode="#current"/>
    </div>
  </xsl:template>

  <!-- A block in a heading is a line of it. -->
  <xsl:template match="div | p | figure | figcaption" as="element()" mode="nested" priority="-0.25">
    <xsl:param name="in-line" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$in-line">
        <span>
          <xsl:attribute name="class" select="@class, 'block'" separator=" "/>
          <xsl:apply-templates select="@* except @class, node()" mode="#current"/>
        </span>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Lists hold items, tables rows, and rows cells; whatever else stands there is one. -->
  <xsl:template match="(ul | ol)/node()[not(self::li)][self::* or normalize-space()]"
      as="element()" mode="nested" priority="5">
    <li class="bare"><xsl:next-match/></li>
  </xsl:template>

  <xsl:template match="(table | thead | tbody)/node()[not(self::tr or self::caption or self::thead
      or self::tbody)][self::* or normalize-space()]" as="element()" mode="nested" priority="5">
    <tr><td><xsl:next-match/></td></tr>
  </xsl:template>

  <xsl:template match="tr/node()[not(self::td or self::th)][self::* or normalize-space()]"
      as="element()" mode="nested" priority="5">
    <td><xsl:next-match/></td>
  </xsl:template>

  <xsl:template as="element()" mode="nested" priority="5"
      match="dl/node()[not(self::dt or self::dd or self::div[dt])][self::* or normalize-space()]">
    <dd class="bare"><xsl:next-match/></dd>
  </xsl:template>

  <!-- An item, row or cell that stands outside a list or table is a block like others. -->
  <xsl:template as="element()" mode="nested" priority="4"
      match="li[not(parent::ul or parent::ol)] | (td | th)[not(parent::tr)]
        | (dt | dd)[not(parent::dl or parent::div/parent::dl)]
        | tr[not(parent::table or parent::thead or parent::tbody)]">
    <div>
      <xsl:attribute name="class" select="@class, 'block'" separator=" "/>
      <xsl:apply-templates select="@* except (@class, @colspan, @rowspan, @scope, @value), node()"
          mode="#current"/>
    </div>
  </xsl:template>

  <!-- Return whether an element holds a block. -->
  <xsl:function name="ed:block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and
      exists($element//(div | p | figure | tr | td | th | li | dt | dd)) or ed:heavy($element)"/>
  </xsl:function>

  <!-- Return whether an element holds what cannot be a line among words. -->
  <xsl:function name="ed:heavy" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and exists($element//(ul | ol | dl | table | blockquote
      | section | article | aside | nav | header | footer | details | pre | hr
      | h1 | h2 | h3 | h4 | h5 | h6))"/>
  </xsl:function>
</xsl:transform>
