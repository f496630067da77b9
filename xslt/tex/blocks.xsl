<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text: what flows, written in TeX, block by block; phrases stand in inline.xsl. A
     paragraph begins with the command of its kind and ends with \teiend; paragraphs.xsl makes them. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="text" on-no-match="shallow-skip" on-multiple-match="use-last"
      warning-on-multiple-match="no" use-accumulators="verse"/>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" as="text()*" mode="text">
    <xsl:if test="ed:opens-leaf(.)"><xsl:text>&#10;\teileaf&#10;</xsl:text></xsl:if>
    <xsl:text>&#10;\teidiv&#10;</xsl:text>
    <xsl:call-template name="paragraphs"/>
  </xsl:template>

  <xsl:template match="front | body | back" as="text()*" mode="text">
    <xsl:param name="plain" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="here" as="xs:boolean" select="not($plain) and ed:is-plain(.)"/>
    <xsl:if test="ed:follows-text(.)"><xsl:text>&#10;\teileaf&#10;</xsl:text></xsl:if>
    <xsl:value-of select="'\begin{teiplain}&#10;'[$here]"/>
    <xsl:call-template name="paragraphs">
      <xsl:with-param name="plain" select="$plain or $here" tunnel="yes"/>
    </xsl:call-template>
    <xsl:value-of select="'\end{teiplain}&#10;'[$here]"/>
  </xsl:template>

  <!-- A heading is no line of the text. One that something at the foot belongs to is a paragraph
       all the same, for reledmac has entries there only. -->
  <xsl:template match="head[ed:is-heading(.)][ed:is-lines(.)]" as="text()*" mode="text">
    <xsl:param name="opening" as="element(head)?" tunnel="yes"/>
    <xsl:variable name="level" as="xs:integer" select="
      if (. is $opening) then 1 else min((6, max((2,
        count(ancestor::*[head]) + (if ($opening) then 0 else 1)))))"/>
    <xsl:variable name="short" as="xs:string" select="ed:tex(normalize-space())"/>
    <xsl:choose>
      <xsl:when test="ed:bears-marks(.)">
        <xsl:text expand-text="yes">&#10;\teiheadline{{{$level}}}{{{$short}}}{{</xsl:text>
        <xsl:apply-templates mode="#current">
          <xsl:with-param name="titular" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:text>}\teiend&#10;</xsl:text>
        <xsl:text>\teikeep&#10;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text expand-text="yes">&#10;\teihead{{{$level}}}{{</xsl:text>
        <xsl:apply-templates mode="#current"/>
        <xsl:text expand-text="yes">}}{{{$short}}}&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p | ab" as="text()*" mode="text">
    <xsl:variable name="cues" as="text()*">
      <xsl:apply-templates select="ed:cues(.)/self::speaker, ed:cues(.)/self::stage" mode="cue"/>
    </xsl:variable>
    <xsl:variable name="number" as="text()*"><xsl:call-template name="section-number"/></xsl:variable>
    <xsl:call-template name="paragraphs">
      <xsl:with-param name="before" select="$number, $cues"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(speaker | stage)[ed:is-cue(.)]" as="empty-sequence()" mode="text" priority="10"/>

  <!-- Where small capitals are few, as in Cyrillic, names are spaced. -->
  <xsl:template match="speaker[not(ed:is-latin(.))]" as="text()*" mode="text" priority="0.2">
    <xsl:call-template name="paragraphs">
      <xsl:with-param name="style" select="'\teispacedspeaker '"/>
    </xsl:call-template>
    <xsl:value-of select="'\teikeep&#10;'[ed:is-marked(current())]"/>
  </xsl:template>

  <!-- The commands of blocks, and of what surrounds them. -->
  <xsl:variable name="ed:styles" as="map(xs:string, xs:string)" select="map {
    'speaker': 'teispeaker', 'stage': 'teistage', 'byline': 'teiline', 'dateline': 'teiline',
    'salute': 'teiline', 'trailer': 'teiline', 'line': 'teiline', 'addrLine': 'teiline',
    'signed': 'teiflushright', 'docTitle': 'teicentre', 'titlePart': 'teicentre', 'docAuthor': 'teicentre',
    'docImprint': 'teicentre', 'docDate': 'teicentre', 'docEdition': 'teicentre',
    'imprimatur': 'teicentre', 'castItem': 'teientry', 'bibl': 'teientry', 'biblStruct': 'teientry',
    'biblFull': 'teientry', 'person': 'teientry', 'personGrp': 'teientry', 'org': 'teientry',
    'place': 'teientry', 'event': 'teientry', 'nym': 'teientry', 'relation': 'teientry',
    'witness': 'teientry', 'msDesc': 'teientry', 'object': 'teientry', 'head': 'teicaption',
    'figDesc': 'teicaption', 'graphic': 'teicaption' }"/>

  <xsl:variable name="ed:surroundings" as="map(xs:string, xs:string)" select="map {
    'quote': 'teiquote', 'q': 'teiquote', 'said': 'teiquote', 'note': 'teiquote',
    'epigraph': 'teiquote', 'argument': 'teiquote', 'floatingText': 'teiquote', 'lg': 'teilg',
    'list': 'teilist', 'listApp': 'teilist', 'table': 'teilist' }"/>

  <xsl:template match="*" as="text()*" mode="text" priority="-0.2">
    <xsl:variable name="around" as="xs:string?"
        select="$ed:surroundings(local-name())[ed:is-marked(current())]"/>
    <xsl:choose>
      <xsl:when test="not(ed:is-paragraph(.) or ed:is-block(.))"><xsl:call-template name="phrase"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$around ! ('&#10;\begin{' || . || '}&#10;')"/>
        <xsl:call-template name="paragraphs">
          <xsl:with-param name="style" select="'\' || ($ed:styles(local-name()), 'teip')[1] || ' '"/>
        </xsl:call-template>
        <xsl:value-of select="$around ! ('\end{' || . || '}&#10;')"/>
        <xsl:value-of select="'\teikeep&#10;'[current()/self::speaker[ed:is-marked(.)]]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:transform>
