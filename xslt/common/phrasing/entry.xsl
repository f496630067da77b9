<?xml version="1.0" encoding="UTF-8"?>
<!-- The grammar of an entry: an app as a row of pieces, which renderers only dress. A piece is a map:
     'is' names it, 'text' is what it prints, 'nodes' the TEI that it prints, 'pieces' what it is
     made of, 'of' the element that it stands for (TEI Guidelines, 12.1). There are:
     lemma, reading, group                            their 'pieces', each 'of' a lem, rdg, rdgGrp
     base                                             the words of the text, where there is no lem
     words                                            'nodes' of the TEI
     short                                            'text' put for 'nodes' that are too long
     bracket, separator, said, raised, siglum, name, form    'text'; form is words without markup
     row                                              'sigla' with the same 'separator'; all as 'text'
     place                                            'of' a witDetail, in brackets; written: 'nodes'
     note                                             'of' a note, after 'text'
     hidden                                           'pieces' that the style leaves out. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return an entry as pieces. -->
  <xsl:function name="ed:phrased" as="map(*)*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="readings" as="element()*" select="ed:in-order($app/(rdg | rdgGrp | lem[2]))"/>
    <xsl:variable name="witnesses" as="map(*)*" select="$app/lem[1] ! ed:lemma-witnesses(.)"/>
    <xsl:variable name="opening" as="map(*)*" select="ed:opening($app, $witnesses)"/>
    <xsl:variable name="pieces" as="map(*)*">
      <xsl:sequence select="$opening"/>
      <xsl:for-each select="$app/lem[1][exists(ed:earlier(.))], $readings[not(ed:is-hidden(.))]">
        <xsl:sequence select="
          if (position() gt 1) then ed:between(ed:convention('between-readings'))
          else if (empty($opening)) then ()
          else ed:between(ed:after-opening($app, $witnesses)),
          if (. is $app/lem[1]) then ed:earlier(.) else ed:reading(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$pieces, ed:final($pieces)"/>
    <xsl:sequence select="$readings[ed:is-hidden(.)] ! ed:hidden(ed:spaced(ed:reading(.)))"/>
    <xsl:sequence select="ed:notes($app)"/>
  </xsl:function>

  <!-- Return what ends an entry, unless it is a point and there is one. -->
  <xsl:function name="ed:final" as="map(*)?">
    <xsl:param name="pieces" as="map(*)*"/>
    <xsl:variable name="final" as="xs:string" select="ed:convention('final')"/>
    <xsl:if test="$final and exists($pieces) and not(ends-with(ed:end($pieces), $final))">
      <xsl:sequence select="ed:between($final)"/>
    </xsl:if>
  </xsl:function>

  <!-- Return readings in the order of @varSeq, those without it as they stand; before them the lemma
       of an entry that has it in a group, for an entry opens with its lemma. -->
  <xsl:function name="ed:in-order" as="element()*">
    <xsl:param name="readings" as="element()*"/>
    <xsl:sequence select="sort($readings, (), ed:place-of#1)"/>
  </xsl:function>

  <xsl:function name="ed:place-of" as="xs:double">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="app" as="element(app)?" select="$reading/ancestor::app[1]"/>
    <xsl:sequence select="
      if (empty($app/lem) and exists(
        $reading/(self::lem | self::rdgGrp/descendant::lem[ancestor::app[1] is $app]))) then -1
      else ($reading/@varSeq[. castable as xs:double] ! xs:double(.), 1e9)[1]"/>
  </xsl:function>

  <!-- Return what opens an entry: the lemma with those of its witnesses that are printed, or the
       words of the text that it is about. -->
  <xsl:function name="ed:opening" as="map(*)*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:param name="witnesses" as="map(*)*"/>
    <xsl:variable name="lem" as="element(lem)?" select="$app/lem[1]"/>
    <xsl:variable name="base" as="xs:string?" select="$ed:bases(string($app/@xml:id))"/>
    <xsl:variable name="unseen" as="map(*)?"
        select="if (exists($witnesses)) then () else ed:hidden($lem ! ed:spaced(ed:authority(., (), true())))"/>
    <xsl:choose>
      <xsl:when test="$lem">
        <xsl:sequence select="map { 'is': 'lemma', 'of': $lem,
          'pieces': (ed:lemma($lem, $witnesses), $unseen) }"/>
      </xsl:when>
      <xsl:when test="exists($base)">
        <xsl:sequence select="map { 'is': 'base', 'pieces': (
          map { 'is': 'form', 'text': ed:shortened(tokenize($base), ed:convention-number('lemma-limit')) },
          ed:repetition($app), ed:bracket()) }"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- Return the pieces of a lemma: its words, the bracket, its witnesses; of one without words what
       it stands after, for there something is added. -->
  <xsl:function name="ed:lemma" as="map(*)*">
    <xsl:param name="lem" as="element(lem)"/>
    <xsl:param name="witnesses" as="map(*)*"/>
    <xsl:variable name="kind" as="xs:string" select="ed:kind($lem)"/>
    <xsl:choose>
      <xsl:when test="ed:convention('authorities') eq 'before'">
        <xsl:sequence select="ed:before($lem, $witnesses, ed:lemma-words($lem)),
          ed:remarks($lem, ed:states($lem)) ! (ed:between(', '), .)"/>
      </xsl:when>
      <xsl:when test="exists(ed:anchor($lem))">
        <xsl:sequence select="ed:saying('post'), ed:between(' '), ed:anchor($lem)"/>
        <xsl:if test="exists($witnesses)">
          <xsl:sequence select="ed:bracket(), ed:between(' '), ed:saying('om'), ed:spaced($witnesses)"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$kind eq 'omission' and empty($witnesses)"/>
      <xsl:otherwise>
        <xsl:sequence select="ed:lemma-words($lem), ed:bracket(), ed:spaced($witnesses)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return the words of a lemma with its number, or the word for their lack. -->
  <xsl:function name="ed:lemma-words" as="map(*)*">
    <xsl:param name="lem" as="element(lem)"/>
    <xsl:sequence select="
      if (ed:kind($lem) ne 'text') then ed:saying(ed:said($lem))
      else if (exists(ed:layers($lem))) then (ed:layer(ed:layers($lem)[1]), ed:hidden(ed:words($lem)))
      else ed:words($lem), $lem[ed:kind(.) eq 'text']/parent::app ! ed:repetition(.)"/>
  </xsl:function>

  <!-- Return the word of the text after which something is added where the lemma has nothing. -->
  <xsl:function name="ed:anchor" as="map(*)?">
    <xsl:param name="lem" as="element(lem)"/>
    <xsl:for-each select="$ed:anchors(string($lem/parent::app/@xml:id))[ed:kind($lem) eq 'omission']">
      <xsl:sequence select="map { 'is': 'form', 'text': . }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Return the number that tells a lemma from the same words in its line or paragraph. -->
  <xsl:function name="ed:repetition" as="map(*)?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="number" as="xs:string?" select="$ed:repetitions(string($app/@xml:id))"/>
    <xsl:choose>
      <xsl:when test="empty($number) or ed:convention('repetition') eq 'none'"/>
      <xsl:when test="ed:convention('repetition') eq 'raised'
          and not(matches(normalize-space($app/lem[1]), '[\d\p{P}]$'))">
        <xsl:sequence select="map { 'is': 'raised', 'text': $number }"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:between(' (' || $number || ')')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:bracket" as="map(*)?">
    <xsl:if test="ed:convention('bracket')">
      <xsl:sequence select="map { 'is': 'bracket', 'text': ed:convention('bracket') }"/>
    </xsl:if>
  </xsl:function>

  <!-- Return what stands between the lemma and the first reading. -->
  <xsl:function name="ed:after-opening" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:param name="witnesses" as="map(*)*"/>
    <xsl:sequence select="
      if (exists($witnesses)) then ed:convention('after-lemma')
      else if ($app/lem[1] ! exists(ed:anchor(.))) then ' '
      else if ($app/lem[1][ed:kind(.) eq 'omission']) then ''
      else ed:convention('after-bare-lemma')"/>
  </xsl:function>

  <!-- Return the notes of an entry, and what is said of witnesses before any reading. -->
  <xsl:function name="ed:notes" as="map(*)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/(* except (lem | rdg | rdgGrp | wit | witDetail[
        preceding-sibling::lem | preceding-sibling::rdg | preceding-sibling::rdgGrp]))">
      <xsl:variable name="note" as="map(*)"
          select="map { 'is': 'note', 'of': ., 'text': ed:convention('before-note')[
            $entry/(lem | rdg | rdgGrp)] => string() }"/>
      <xsl:sequence select="
        if (ed:convention('notes') eq 'no') then ed:hidden($note) else $note"/>
    </xsl:for-each>
  </xsl:function>
</xsl:transform>
