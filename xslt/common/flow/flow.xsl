<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode flow: the document less what does not flow with its text. An app leaves its lemma, a
     footnote its call; header, comments and readings are gone, so that neighbours in this tree are
     neighbours on the page. With at-foot, nothing is marked and nothing leaves the line; with
     bare too, as in a lemma, what is an entry or note of its own leaves its place. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="flow" on-no-match="shallow-copy" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template match="teiHeader | comment() | processing-instruction() | fw | witDetail"
      as="empty-sequence()" mode="flow"/>

  <xsl:template match="@xml:id" as="attribute()?" mode="flow">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($at-foot)"><xsl:sequence select="."/></xsl:if>
  </xsl:template>

  <!-- The lemma, or where there is none the first reading, so that the text has no hole. -->
  <xsl:template match="app" as="node()*" mode="flow">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="bare" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="shown" as="element()?" select="ed:shown(.)"/>
    <xsl:choose>
      <xsl:when test="$bare">
        <xsl:apply-templates select="$shown[ed:is-segmented(current())]/node()" mode="#current"/>
      </xsl:when>
      <xsl:when test="ancestor::listApp"><ed:entry><xsl:sequence select="."/></ed:entry></xsl:when>
      <xsl:when test="$at-foot and ancestor::*[self::note or self::rdg or self::lem][1]/self::note">
        <ed:entry><xsl:sequence select="."/></ed:entry>
      </xsl:when>
      <xsl:when test="$at-foot">
        <xsl:apply-templates select="$shown/node()" mode="#current"/>
        <xsl:text> [</xsl:text>
        <ed:entry><xsl:sequence select="."/></ed:entry>
        <xsl:text>]</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <ed:lemma id="{@xml:id}" series="{ed:series(.)}">
          <xsl:if test="ed:is-segmented(.)">
            <xsl:apply-templates select="$shown/node()" mode="#current"/>
          </xsl:if>
          <xsl:sequence select="ed:mentions(* except $shown, @xml:id)"/>
        </ed:lemma>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note[ed:is-footnote(.)]" as="node()*" mode="flow">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="bare" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$bare"/>
      <xsl:when test="$at-foot"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <ed:call id="{@xml:id}" series="{ed:series(.)}" mark="{ed:mark(.)}">
          <xsl:sequence select="ed:mentions(*, @xml:id)"/>
        </ed:call>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note[not(ed:is-block-note(.))]" as="node()*" mode="flow" priority="-0.1">
    <xsl:text> (</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- What an author or translator says within the text has brackets of its own. -->
  <xsl:template match="note[@type = 'interpolation'][@place = 'inline']" as="node()*" mode="flow">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- At the foot the blocks of a note run in: a paragraph after another, a verse after a stroke. -->
  <xsl:template match="p | ab | l" as="node()*" mode="flow">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$at-foot">
        <xsl:if test="preceding-sibling::*">
          <xsl:value-of select="if (self::l) then ' / ' else ' '"/>
        </xsl:if>
        <xsl:apply-templates mode="#current"/>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In prose the line of the source ends with a space; elsewhere the line is kept. -->
  <xsl:template match="lb" as="node()?" mode="flow">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="@break = 'no'"/>
      <xsl:when test="not($at-foot) and ed:keeps-lines(.)"><xsl:copy/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the source has comes first, what the editor puts beside it stands in brackets. -->
  <xsl:template match="choice" as="node()*" mode="flow">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1"> [</xsl:if>
      <xsl:apply-templates select="." mode="flow"/>
      <xsl:if test="position() gt 1">]</xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- Return what an app shows in the text. -->
  <xsl:function name="ed:shown" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="($app/lem, $app/(rdg | rdgGrp//(lem | rdg)))[1]"/>
  </xsl:function>

  <!-- Return a mark for each name within what goes to the foot, for the indexes. -->
  <xsl:function name="ed:mentions" as="element(ed:within)*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="host" as="xs:string"/>
    <xsl:for-each select="$parts/descendant-or-self::*[(@ref or @key) and @xml:id]">
      <ed:within id="{@xml:id}" host="{$host}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Return whether the line of the source is kept: in headings, titles, addresses, inscriptions,
       where words of the same block stand on both sides. -->
  <xsl:function name="ed:keeps-lines" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:variable name="before" as="node()?" select="
      $break/preceding-sibling::node()[normalize-space() or self::*[not(self::pb or self::cb)]][1]"/>
    <xsl:variable name="after" as="node()?"
        select="$break/following-sibling::node()[normalize-space()][1]"/>
    <xsl:sequence select="exists($break/ancestor::*[self::p or self::ab or self::head or self::l
      or self::titlePage or self::opener or self::closer or self::address or self::cell
      or self::item][1][not(self::p or self::item)])
      and exists($before) and empty(($before, $after)[self::*[ed:is-block(.)]])"/>
  </xsl:function>
</xsl:transform>
