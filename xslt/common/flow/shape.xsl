<?xml version="1.0" encoding="UTF-8"?>
<!-- What of a text a page is told: the heading that opens it, who speaks, the numbers of its
     sections, the widths of columns; and what flows of nodes that are set at the foot. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return what flows of a document, its white space settled. -->
  <xsl:function name="ed:settled" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="unsettled" as="document-node()">
      <xsl:document><xsl:apply-templates select="$document/node()" mode="flow"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$unsettled" mode="spaced"/>
  </xsl:function>

  <!-- Return the heading that opens the text and says what the title of the chapter says. -->
  <xsl:function name="ed:opening" as="element(head)?">
    <xsl:param name="flow" as="document-node()"/>
    <xsl:variable name="first" as="text()?" select="($flow//text()[normalize-space()])[1]"/>
    <xsl:sequence select="$first/ancestor::head[ed:is-heading(.)][1]
      [ed:same-words(string(), $title)]"/>
  </xsl:function>

  <xsl:function name="ed:same-words" as="xs:boolean">
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="other" as="xs:string"/>
    <xsl:sequence select="lower-case(normalize-space($one)) eq lower-case(normalize-space($other))"/>
  </xsl:function>

  <!-- Return the speaker and stage directions that stand right before a speech in prose. -->
  <xsl:function name="ed:cues" as="element()*">
    <xsl:param name="speech" as="element()"/>
    <xsl:sequence select="$speech[parent::sp]/preceding-sibling::*[ed:is-cue(.)]
      [following-sibling::*[not(self::speaker or self::stage)][1] is $speech]"/>
  </xsl:function>

  <xsl:function name="ed:is-cue" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::speaker | self::stage)[parent::sp]
      /following-sibling::*[not(self::speaker or self::stage)][1]/(self::p | self::ab))
      and empty($element/descendant::*[ed:is-paragraph(.)])
      and empty($element/preceding-sibling::*[not(self::speaker or self::stage)])"/>
  </xsl:function>

  <!-- Return the shares of the columns in the width of a table; none if it cannot stand as one. -->
  <xsl:function name="ed:weights" as="xs:integer*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:variable name="width" as="xs:integer" select="max((0, $table/row/count(cell)))"/>
    <xsl:variable name="columns" as="xs:integer*" select="
      for $column in 1 to $width return max(($table/row/cell[$column]/string-length(), 1))"/>
    <xsl:if test="$width lt 8 and max((0, $columns)) * $width lt 1200
        and empty($table//(table | cell[@cols gt '1' or @rows gt '1']))">
      <xsl:sequence select="$columns ! min((40, max((6, .))))"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the numbered divisions without a heading that begin with a block. -->
  <xsl:function name="ed:opened-sections" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$block/parent::*"/>
    <xsl:if test="empty($block/preceding-sibling::*[not(self::pb or self::lb or self::milestone)])
        and exists($parent/(self::div | self::div1 | self::div2 | self::div3 | self::div4 | self::lg))">
      <xsl:sequence select="ed:opened-sections($parent),
        $parent[@n[string-length() lt 12]][not(head)][not(self::lg)]"/>
    </xsl:if>
  </xsl:function>

  <!-- Return what of the nodes flows at the foot. -->
  <xsl:function name="ed:flowing" as="document-node()">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="bare" as="xs:boolean"/>
    <xsl:document>
      <ed:foot>
        <xsl:apply-templates select="$nodes" mode="flow">
          <xsl:with-param name="at-foot" select="true()" tunnel="yes"/>
          <xsl:with-param name="bare" select="$bare" tunnel="yes"/>
        </xsl:apply-templates>
      </ed:foot>
    </xsl:document>
  </xsl:function>

  <!-- Return whether a node stands in the text and not at the foot. -->
  <xsl:function name="ed:is-marked" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="empty(root($node)/ed:foot)"/>
  </xsl:function>
</xsl:transform>
