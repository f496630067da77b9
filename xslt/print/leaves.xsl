<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of a text in mode text: what begins a page of its own, whose lines bear no numbers, and
     where lines are counted anew. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Divisions with a heading that begin a page of the book. -->
  <xsl:variable name="ed:openers" as="xs:string+" select="('part', 'book', 'chapter', 'act', 'preface',
    'foreword', 'introduction', 'conclusion', 'afterword', 'appendix', 'glossary', 'bibliography')"/>

  <xsl:template as="text()*" mode="text"
      match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7">
    <xsl:if test="ed:opens-leaf(.)">
      <xsl:text expand-text="yes">&#10;&#10;#leaf("{accumulator-before('place')}"{
        ', "plain"'[ed:is-plain(current())]})</xsl:text>
    </xsl:if>
    <xsl:text>&#10;&#10;#section&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="front | body | back" as="text()*" mode="text">
    <xsl:variable name="plain" as="xs:boolean" select="ed:is-plain(.)"/>
    <xsl:if test="ed:follows-text(.)">
      <xsl:text expand-text="yes">&#10;&#10;#leaf("{accumulator-before('place')}"{
        ', "plain"'[$plain]})</xsl:text>
    </xsl:if>
    <xsl:text expand-text="yes">&#10;&#10;{'#plain['[$plain]}</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text expand-text="yes">{']'[$plain]}&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- Return whether lines bear no numbers where a part begins: in an introduction, in what stands
       before and behind a text. -->
  <xsl:function name="ed:is-plain" as="xs:boolean">
    <xsl:param name="part" as="node()"/>
    <xsl:variable name="front" as="element(front)?"
        select="($part[self::document-node()]/descendant::front)[1][not(ed:follows-text(.))]"/>
    <xsl:sequence select="$role eq 'introduction'
      or exists(($part/ancestor-or-self::*[self::front or self::back], $front)
        [ed:has-words(.)][ed:has-words(../body)][ed:is-in-chain(.)])"/>
  </xsl:function>

  <!-- Return whether a part comes after another with words in the same text. -->
  <xsl:function name="ed:follows-text" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="ed:has-words($part) and ed:is-in-chain($part)
      and exists($part/preceding-sibling::*[ed:has-words(.)])"/>
  </xsl:function>

  <xsl:function name="ed:opens-leaf" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="lower-case($division/@type) = $ed:openers and exists($division/head)
      and ed:is-in-chain($division) and not(ed:comes-first($division)) and ed:has-words($division)"/>
  </xsl:function>

  <!-- Return whether nothing but headings stands between a division and the top of its page. -->
  <xsl:function name="ed:comes-first" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$division/parent::*"/>
    <xsl:sequence select="
      empty($division/preceding-sibling::*[not(self::head)][ed:has-words(.)])
      and (not(starts-with(local-name($parent), 'div'))
        or ed:opens-leaf($parent) or ed:comes-first($parent))"/>
  </xsl:function>

  <!-- Return whether only parts of a text are around a part, which may then end a page. -->
  <xsl:function name="ed:is-in-chain" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="every $each in $part/ancestor::* satisfies exists($each/(self::TEI
      | self::teiCorpus | self::text | self::group | self::front | self::body | self::back | self::div
      | self::div1 | self::div2 | self::div3 | self::div4 | self::div5 | self::div6 | self::div7))"/>
  </xsl:function>

  <xsl:function name="ed:has-words" as="xs:boolean">
    <xsl:param name="part" as="element()?"/>
    <xsl:sequence select="exists($part/descendant::text()[normalize-space()])"/>
  </xsl:function>

  <!-- Return the argument that gives a verse its number: as it is written, or that of the verse of
       which it is a later part (TEI Guidelines, 6.4). -->
  <xsl:function name="ed:verse-number" as="xs:string">
    <xsl:param name="verse" as="element(l)"/>
    <xsl:variable name="number" as="xs:string" select="
      if ($verse/@n) then string($verse/@n) else if ($verse/@part = ('M', 'F')) then '=' else ''"/>
    <xsl:sequence select="if ($number) then ', n: ' || ed:string($number) else ''"/>
  </xsl:function>
</xsl:transform>
