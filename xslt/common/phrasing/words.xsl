<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of a reading: long ones shortened, corrected ones in both layers, states and hands
     (TEI Guidelines, 11.3.1.4 and 12.1.5). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return the words of a lem or rdg, by their ends if they are more than the style allows. -->
  <xsl:function name="ed:words" as="map(*)">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="whole" as="element()" select="($reading[ed:is-all(., 'add')]/add, $reading)[1]"/>
    <xsl:variable name="nodes" as="node()*" select="$whole/(node() except (witDetail | wit))"/>
    <xsl:variable name="limit" as="xs:integer" select="
      ed:convention-number(if ($reading/self::lem) then 'lemma-limit' else 'reading-limit')"/>
    <xsl:variable name="tokens" as="xs:string*" select="tokenize(ed:bare($reading))[$limit gt 0]"/>
    <xsl:sequence select="
      if ($limit gt 0 and count($tokens) gt $limit)
      then map { 'is': 'short', 'of': $reading, 'nodes': $nodes, 'text': ed:shortened($tokens, $limit) }
      else map { 'is': 'words', 'of': $reading, 'nodes': $nodes }"/>
  </xsl:function>

  <!-- Return the words of a note inside a reading. -->
  <xsl:function name="ed:words-of" as="map(*)">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="map { 'is': 'words', 'of': $reading, 'nodes': $nodes }"/>
  </xsl:function>

  <!-- Return words as one text, by their ends if they are more than the limit. -->
  <xsl:function name="ed:shortened" as="xs:string">
    <xsl:param name="tokens" as="xs:string*"/>
    <xsl:param name="limit" as="xs:integer"/>
    <xsl:variable name="ends" as="xs:integer" select="max((1, ed:convention-number('lemma-ends')))"/>
    <xsl:variable name="ellipsis" as="xs:string" select="' ' || normalize-space(ed:convention('ellipsis')) || ' '"/>
    <xsl:sequence select="
      if ($limit eq 0 or count($tokens) le $limit or count($tokens) le 2 * $ends)
      then string-join($tokens, ' ')
      else string-join($tokens[position() le $ends], ' ') || $ellipsis
        || replace(string-join($tokens[position() gt last() - $ends], ' '), '[,;:.]$', '')"/>
  </xsl:function>

  <!-- Return the text of a lem or rdg without markup, as it was corrected. -->
  <xsl:function name="ed:bare" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
      if ($reading/*) then ed:layer-text($reading, 'del') else normalize-space($reading)"/>
  </xsl:function>

  <!-- Return the text of the lemma that a reading differs from; nothing if there is none. -->
  <xsl:function name="ed:lemma-text" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="($reading/ancestor::app[1]/lem[1] ! ed:bare(.), '')[1]"/>
  </xsl:function>

  <!-- Return a corrected reading after and before its correction, if the style prints both and
       nothing in it but the correction is marked up; the reading may be empty in either. -->
  <xsl:function name="ed:layers" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:if test="$reading/descendant::add or $reading/descendant::del">
      <xsl:if test="ed:convention('corrections') eq 'forms' and not(ed:is-all($reading, 'add'))
          and empty($reading/descendant::*[not(self::add or self::del or self::subst or self::mod
            or self::hi or self::unclear or self::seg or self::c or self::w
            or self::wit or self::witDetail or ancestor::witDetail or ancestor::wit)])">
        <xsl:sequence select="ed:layer-text($reading, 'del'), ed:layer-text($reading, 'add')"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- Return the text of a reading without the elements of a name. -->
  <xsl:function name="ed:layer-text" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="without" as="xs:string"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="$reading/node()" mode="bare">
        <xsl:with-param name="without" select="$without" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <!-- Where @place says that words stand, by the values in use. -->
  <xsl:variable name="ed:stands" as="map(xs:string, xs:string)" select="map:merge((
    tokenize('margin marg left right top bottom margin-left margin-right opposite')
      ! map:entry(., 'marg'),
    tokenize('above supralinear interlinear superlinear supra overhead') ! map:entry(., 'supra'),
    tokenize('below sublinear infralinear infra') ! map:entry(., 'infra'),
    tokenize('overwritten erasure rasura over') ! map:entry(., 'ras'),
    tokenize('inline inspace end') ! map:entry(., '')))"/>

  <!-- Return the words for the state of a reading: where it stands, whether it was corrected, how
       sure it is, where its witness begins or ends. -->
  <xsl:function name="ed:states" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="add" as="element(add)?" select="$reading[ed:is-all(., 'add')]/add"/>
    <xsl:variable name="classes" as="xs:string*" select="ed:classes($reading)"/>
    <xsl:sequence select="distinct-values((
      tokenize($add/@place) ! ($ed:stands(lower-case(.)), .)[1],
      'pc'[$add[not(@place)] or $classes = 'pc' or ed:layers($reading)[1]]
        [ed:hand($reading) eq ''],
      $classes[. = ('ac', 'marg')],
      ed:borders($reading)[ed:kind($reading) eq 'text' or position() gt 1],
      ed:doubts($reading)[not(. eq 'dub' and ed:act($reading))],
      'orth'[$classes = 'orth' and ed:convention('orthographic') eq 'marked']))[.]"/>
  </xsl:function>

  <!-- Return the word for a reading that is not sure: of a witness that it seems so, of a conjecture
       that it was made with doubt. -->
  <xsl:function name="ed:doubts" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="how" as="xs:string" select="ed:convention('certainty')"/>
    <xsl:if test="($how eq 'all' or $how eq 'readings' and $reading/self::rdg)
        and ($reading/@cert = ('low', 'medium') or ed:is-all($reading, 'unclear'))">
      <xsl:sequence select="if (ed:is-witnessed($reading)) then 'vid' else 'dub'"/>
    </xsl:if>
    <xsl:sequence select="'dub'[ed:classes($reading) = 'dub']"/>
  </xsl:function>

  <!-- Return whether a state is raised to the sigla. -->
  <xsl:function name="ed:is-raised" as="xs:boolean">
    <xsl:param name="state" as="xs:string"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:convention('states') eq 'raised' and ed:is-witnessed($reading)
      and exists($ed:phrasing(':raised-' || $state))"/>
  </xsl:function>

  <!-- Return what is said after the sigla: the hand in words, states, the cause. -->
  <xsl:function name="ed:remarks" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="states" as="xs:string*"/>
    <xsl:sequence select="ed:hand-words($reading)[not($states = 'ac')], $states ! ed:saying(.)"/>
    <xsl:if test="ed:convention('causes') eq 'yes' and normalize-space($reading/@cause)">
      <xsl:sequence select="map { 'is': 'said', 'text': '(' || normalize-space($reading/@cause) || ')' }"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the name of the hand of a reading: its own, or the one that made the correction. -->
  <xsl:function name="ed:hand" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:fragment(($reading/@hand, $reading/(add | subst/add)/@hand)[1])"/>
  </xsl:function>

  <!-- Return the number that a hand has in its note or its name, if it is raised to the siglum. -->
  <xsl:function name="ed:hand-number" as="xs:string?">
    <xsl:param name="reading" as="element()"/>
    <xsl:if test="ed:convention('hands') eq 'raised'">
      <xsl:sequence select="ed:numbered-hand($reading)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:numbered-hand" as="xs:string?">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="hand" as="xs:string" select="ed:hand($reading)"/>
    <xsl:if test="$hand">
      <xsl:sequence select="
        ($ed:names($hand), replace($hand, '^.*\D', ''))[matches(., '^\d\d?$')][1]"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the hand in words, where it is not raised to a siglum. -->
  <xsl:function name="ed:hand-words" as="map(*)?">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="hand" as="xs:string" select="ed:hand($reading)"/>
    <xsl:variable name="number" as="xs:string?" select="ed:numbered-hand($reading)"/>
    <xsl:if test="$hand and not(exists($number) and ed:convention('hands') eq 'raised'
        and ed:is-witnessed($reading))">
      <xsl:sequence select="map { 'is': 'said', 'text': ($ed:phrasing(':hand-' || $number),
        ed:word('hand') || ' ' || ($number, ed:named($hand))[1])[1] }"/>
    </xsl:if>
  </xsl:function>

  <!-- Return whether a style leaves a reading out: one that differs in spelling alone. -->
  <xsl:function name="ed:is-hidden" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:convention('orthographic') eq 'hidden'
      and ed:classes($reading) = 'orth'"/>
  </xsl:function>
</xsl:transform>
