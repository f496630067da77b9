<?xml version="1.0" encoding="UTF-8"?>
<!-- Parts of a text: what begins a page of its own, and whose lines bear no numbers. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Divisions with a heading that begin a page of the book. -->
  <xsl:variable name="ed:openers" as="xs:string+" select="('part', 'book', 'chapter', 'act', 'preface',
    'foreword', 'introduction', 'conclusion', 'afterword', 'appendix', 'glossary', 'bibliography')"/>

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
</xsl:transform>
