<?xml version="1.0" encoding="UTF-8"?>
<!-- Sections and what stands at their foot: each entry and note belongs to the nearest division. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Entries of a list that is set where it stands are shown there, all others at the foot of
       their division; those outside any text at the foot of the page. -->
  <xsl:key name="entries" use="generate-id((ed:section(.), root(.)/*)[1])"
      match="app[not(ed:is-listed(.))]"/>
  <xsl:key name="footnotes" use="generate-id(ed:section(.))"
      match="text//note[not(parent::app or parent::rdgGrp or ancestor::note or ed:is-inline(.))]"/>

  <xsl:accumulator name="footnote" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1"
        match="text//note[not(parent::app or parent::rdgGrp or ancestor::note or ed:is-inline(.))]"/>
  </xsl:accumulator>

  <!-- Return whether an entry stands in a listApp that is set where it stands. -->
  <xsl:function name="ed:is-listed" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($app/ancestor::listApp[1]) and ed:is-set($app/ancestor::listApp[1])"/>
  </xsl:function>

  <!-- Return whether a listApp is set where it stands: between divisions and blocks of a text, or
       in a standOff. In a note or reading, which may be quoted, it is not. -->
  <xsl:function name="ed:is-set" as="xs:boolean">
    <xsl:param name="list" as="element(listApp)"/>
    <xsl:sequence select="exists($list/(ancestor::text | ancestor::standOff)) and
      empty($list/ancestor::*[not(self::TEI or self::teiCorpus or self::text or self::front
        or self::body or self::back or self::group or self::div or self::div1 or self::div2
        or self::div3 or self::div4 or self::div5 or self::standOff or self::listApp
        or self::lg or self::sp or self::p or self::ab)])"/>
  </xsl:function>

  <!-- Return whether a note is marked as standing in the line, and can. -->
  <xsl:function name="ed:is-inline" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@place = 'inline' and not(ed:holds-blocks($note))"/>
  </xsl:function>

  <!-- Return the division that a node belongs to; where there is none, the part of the text. -->
  <xsl:function name="ed:section" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor::*[self::div or self::div1 or self::div2 or self::div3
      or self::div4 or self::div5 or self::body or self::front or self::back or self::text][1]"/>
  </xsl:function>

  <!-- Return the divisions inside a section. -->
  <xsl:function name="ed:divisions" as="element()*">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="$section/*[self::div or self::div1 or self::div2 or self::div3
      or self::div4 or self::div5 or self::body or self::back or self::group]"/>
  </xsl:function>

  <!-- Return the level of a heading, 2 to 6: one more for each division around it
       that has a heading. -->
  <xsl:function name="ed:level" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="
      min((6, 1 + max((1, count($head/ancestor::*[head[not(ed:repeats-title(.))]]
        [ed:section(head[1]) is .])))))"/>
  </xsl:function>

  <!-- Return whether a heading only says again what the title of its document says: nothing in it
       is an entry, a note or a name that is pointed at. -->
  <xsl:function name="ed:repeats-title" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="titles" as="node()*" select="
      root($head)//titleStmt[1]/title[not(@type = 'sub')], $head/ancestor::*:witness[1]/@title"/>
    <xsl:sequence select="exists($head[not(.//@xml:id except @xml:id)]/parent::div
      [not(preceding-sibling::*)][parent::body])
      and normalize-space($head) = ($titles ! normalize-space())"/>
  </xsl:function>

  <!-- Return the mark of a footnote: the number it has in its source, else a, b … z, aa … -->
  <xsl:function name="ed:note-mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="letter" as="text()">
      <xsl:number value="$note/accumulator-before('footnote')" format="a"/>
    </xsl:variable>
    <xsl:sequence select="string(($note/@n, $letter)[1])"/>
  </xsl:function>
</xsl:transform>
