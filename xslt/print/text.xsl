<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text: what flows, written in Typst, block by block; phrases stand in inline.xsl. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="text" on-no-match="shallow-skip" on-multiple-match="use-last"
      warning-on-multiple-match="no" use-accumulators="place before"/>

  <!-- The number of a node in what flows: it names the marks that TEI has no identifier for. -->
  <xsl:accumulator name="place" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="element() | text()" select="$value + 1"/>
  </xsl:accumulator>

  <!-- A block is set in the direction of its language, a phrase only where that changes. -->
  <xsl:template match="*[@xml:lang]" as="text()*" mode="text" priority="9">
    <xsl:variable name="outer" as="xs:string"
        select="string(ancestor::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:variable name="direction" as="xs:string" select="ed:direction(@xml:lang)"/>
    <xsl:variable name="functions" as="xs:string*" select="
      if (@xml:lang eq $outer) then ()
      else ('language(' || ed:string(ed:language-code(@xml:lang)) || ')',
        if (ed:is-paragraph(.) or ed:is-block(.)) then 'towards(' || $direction || ')'
        else if ($direction ne ed:direction($outer)) then 'against(' || $direction || ')' else ())"/>
    <xsl:value-of select="$functions ! ('#' || . || '[')" separator=""/>
    <xsl:next-match/>
    <xsl:value-of select="$functions ! ']'" separator=""/>
  </xsl:template>

  <!-- A heading: the one that opens the chapter is of the first level. -->
  <xsl:template match="head[ed:is-heading(.)]" as="text()*" mode="text">
    <xsl:param name="opening" as="element(head)?" tunnel="yes"/>
    <xsl:variable name="level" as="xs:integer" select="
      if (. is $opening) then 1 else max((2,
        count(ancestor::*[head]) + (if ($opening) then 0 else 1)))"/>
    <xsl:text expand-text="yes">&#10;&#10;#head({min((6, $level))}, {ed:string(
      $chapter || ':' || accumulator-before('place'))}, {ed:string(normalize-space())})[</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>]&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="p | ab" as="text()*" mode="text">
    <xsl:if test="not(parent::item) or preceding-sibling::*"><xsl:text>&#10;&#10;</xsl:text></xsl:if>
    <xsl:call-template name="section-number"/>
    <xsl:apply-templates select="ed:cues(.)" mode="cue"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:call-template name="close"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="l" as="text()*" mode="text">
    <xsl:text expand-text="yes">#verse({ed:indentation(.)}{ed:verse-number(.)})[</xsl:text>
    <xsl:call-template name="section-number"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:call-template name="close"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- Blocks that a function of text.typ sets. -->
  <xsl:variable name="ed:blocks" as="map(xs:string, xs:string)" select="map {
    'lg': 'stanza', 'speaker': 'speaker', 'list': 'listed', 'epigraph': 'quoted', 'argument': 'quoted',
    'opener': 'group', 'closer': 'group', 'postscript': 'group', 'floatingText': 'quoted',
    'byline': 'plain-line', 'dateline': 'plain-line', 'salute': 'plain-line', 'trailer': 'plain-line',
    'signed': 'flush-right', 'docTitle': 'centred', 'titlePart': 'centred', 'docAuthor': 'centred',
    'docImprint': 'centred', 'docDate': 'centred', 'docEdition': 'centred', 'imprimatur': 'centred',
    'castItem': 'entry', 'bibl': 'entry', 'biblStruct': 'entry', 'biblFull': 'entry',
    'person': 'entry', 'personGrp': 'entry', 'org': 'entry', 'place': 'entry', 'event': 'entry',
    'nym': 'entry', 'relation': 'entry', 'witness': 'entry', 'msDesc': 'entry', 'object': 'entry',
    'head': 'caption', 'figDesc': 'caption', 'quote': 'quoted', 'cit': 'group', 'note': 'quoted',
    'stage': 'direction', 'q': 'quoted', 'said': 'quoted', 'line': 'plain-line',
    'addrLine': 'plain-line', 'graphic': 'caption' }"/>

  <xsl:template match="*" as="text()*" mode="text" priority="-0.2">
    <xsl:variable name="kind" as="xs:string?" select="
      self::speaker[not(ed:is-latin(.))] ! 'spaced-',
      self::stage[preceding-sibling::*[1]/self::head] ! 'opening-'"/>
    <xsl:variable name="wrapper" as="xs:string?"
        select="$ed:blocks(local-name()) ! ($kind || .)"/>
    <xsl:choose>
      <xsl:when test="not(ed:is-block(.))"><xsl:call-template name="phrase"/></xsl:when>
      <xsl:otherwise>
        <xsl:text expand-text="yes">&#10;&#10;#{($wrapper, 'group')[1]}[</xsl:text>
        <xsl:apply-templates mode="#current"/>
        <xsl:call-template name="close"/>
        <xsl:text>]&#10;&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sp | castList | castGroup | text | group | TEI | teiCorpus | standOff
      | sourceDoc" as="text()*" mode="text">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="item" as="text()*" mode="text">
    <xsl:text>#hung[</xsl:text>
    <xsl:call-template name="item-label"/>
    <xsl:text>][</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:call-template name="close"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="listApp" as="text()*" mode="text">
    <xsl:text>&#10;&#10;#listed[</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>]&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="ed:entry[parent::listApp]" as="text()*" mode="text">
    <xsl:text>#entry[</xsl:text>
    <xsl:apply-templates select="app" mode="entry"/>
    <xsl:call-template name="close"/>
    <xsl:text>]&#10;</xsl:text>
  </xsl:template>

  <!-- The end of a block, where a foot may be carried; at the foot itself nothing is marked. A mark
       at the very end of a paragraph would be laid out under it; the space without width holds it. -->
  <xsl:template name="close" as="text()?">
    <xsl:if test="ed:is-marked(.)">
      <xsl:text expand-text="yes">#close("{accumulator-before('place')}"){
        '#h(0pt)'[ed:ends-in-line(current())]}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Return whether the last thing in a block is a phrase of its own, not a block inside it. -->
  <xsl:function name="ed:ends-in-line" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="last" as="node()?" select="
      $block/descendant::node()[self::text()[normalize-space()] or self::ed:call or self::graphic][last()]"/>
    <xsl:sequence select="exists($last[not(self::graphic)])
      and $last/ancestor::*[ed:is-paragraph(.) or ed:is-block(.)][1] is $block"/>
  </xsl:function>
</xsl:transform>
