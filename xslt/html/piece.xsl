<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode piece: the pieces of an entry (common/phrasing) in HTML. What a style leaves out is there
     unseen, so that a page holds every reading and every siglum. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="piece" on-no-match="fail" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template match=".[?is eq 'lemma']" as="element()" mode="piece">
    <span class="lemma-reading" data-wit="{ed:sigla(?of)}">
      <xsl:apply-templates select="?pieces" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match=".[?is eq 'reading']" as="element()" mode="piece">
    <span class="reading" data-reading="{(?of/@type, ed:kind(?of))[1]}" data-wit="{ed:sigla(?of)}">
      <xsl:apply-templates select="?pieces" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match=".[?is eq 'group']" as="element()" mode="piece">
    <span class="reading-group"><xsl:apply-templates select="?pieces" mode="#current"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'base']" as="element()" mode="piece">
    <span class="base"><xsl:apply-templates select="?pieces" mode="#current"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'hidden']" as="element()" mode="piece">
    <span hidden="hidden"><xsl:apply-templates select="?pieces" mode="#current"/></span>
  </xsl:template>

  <!-- The words of a lemma are in the text already, with what can be pointed at; those of all are
       where an entry is shown a second time. -->
  <xsl:template match=".[?is eq 'words']" as="element()" mode="piece">
    <xsl:param name="again" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="words">
      <xsl:apply-templates select="?nodes" mode="text">
        <xsl:with-param name="quoted" tunnel="yes"
            select="$again or exists(?of/self::lem) and not(ed:is-apart(?of/ancestor::app[1]))"/>
      </xsl:apply-templates>
    </span>
  </xsl:template>

  <xsl:template match=".[?is eq 'short']" as="element()+" mode="piece">
    <span hidden="hidden">
      <xsl:apply-templates mode="#current" select="map {
        'is': 'words', 'of': ?of, 'nodes': ?nodes }"/>
    </span>
    <span class="words"><xsl:value-of select="?text"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'form']" as="element()" mode="piece">
    <span class="words"><xsl:value-of select="?text"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'separator']" as="text()" mode="piece">
    <xsl:value-of select="?text"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'bracket']" as="element()" mode="piece">
    <span class="bracket"><xsl:value-of select="?text"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'said']" as="element()" mode="piece">
    <i class="said"><xsl:value-of select="?text"/></i>
  </xsl:template>

  <xsl:template match=".[?is eq 'raised']" as="element()" mode="piece">
    <sup><xsl:value-of select="?text"/></sup>
  </xsl:template>

  <xsl:template match=".[?is eq 'siglum']" as="element()" mode="piece">
    <b class="siglum"><xsl:value-of select="?text"/></b>
  </xsl:template>

  <xsl:template match=".[?is eq 'row']" as="node()+" mode="piece">
    <xsl:variable name="separator" as="xs:string" select="?separator"/>
    <xsl:for-each select="?sigla">
      <xsl:if test="position() gt 1"><xsl:value-of select="$separator"/></xsl:if>
      <b class="siglum"><xsl:value-of select="."/></b>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match=".[?is eq 'name']" as="element()" mode="piece">
    <span class="scholar"><xsl:value-of select="?text"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'written']" as="element()" mode="piece">
    <span class="wit"><xsl:apply-templates select="?nodes" mode="text"/></span>
  </xsl:template>

  <xsl:template match=".[?is eq 'place']" as="element()" mode="piece">
    <span class="place">
      <xsl:text>(</xsl:text>
      <xsl:apply-templates select="?of" mode="place"/>
      <xsl:text>)</xsl:text>
    </span>
  </xsl:template>

  <!-- A note stands on a line of its own, so that nothing need part it from the readings. -->
  <xsl:template match=".[?is eq 'note']" as="node()+" mode="piece">
    <xsl:text> </xsl:text>
    <span class="entry-note"><xsl:apply-templates select="?of/node()" mode="text"/></span>
  </xsl:template>
</xsl:transform>
