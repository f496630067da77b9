<?xml version="1.0" encoding="UTF-8"?>
<!-- Sigla in a row: sorted, groups kept, expanded or put for their members, neighbours as a range. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return the sigla of a reading as pieces, each with its hand and state raised and its places. -->
  <xsl:function name="ed:sigla-pieces" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="marks" as="map(*)*"/>
    <xsl:param name="details" as="element(witDetail)*"/>
    <xsl:variable name="placed" as="xs:string*" select="$details ! ed:sigla(.)"/>
    <xsl:variable name="excepted" as="xs:string*" select="ed:excepted($reading)"/>
    <xsl:variable name="arranged" as="xs:string*"
        select="ed:arranged($sigla, $placed)[not(. = $excepted)]"/>
    <xsl:choose>
      <xsl:when test="ed:is-rest($reading, $sigla)">
        <xsl:sequence select="ed:saying('rest'), ed:hidden($sigla ! ed:spaced(ed:siglum(.)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
          if (ed:is-plain-row($arranged, $marks, $placed)) then ed:plain-row($arranged)
          else ed:sigla-row(ed:ranged($arranged, $placed), $marks, $details, $placed)"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="ed:convention('groups') ne 'kept'">
      <xsl:sequence select="ed:hidden($sigla[not(. = $arranged)] ! ed:spaced(ed:siglum(.)))"/>
    </xsl:if>
    <xsl:if test="exists($excepted) and ed:convention('groups') ne 'expanded'">
      <xsl:sequence select="ed:spaced(ed:saying('except')), $excepted ! ed:spaced(ed:siglum(.))"/>
    </xsl:if>
  </xsl:function>

  <!-- Return whether nothing is said at any siglum of a row and all are parted in one way. -->
  <xsl:function name="ed:is-plain-row" as="xs:boolean">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="marks" as="map(*)*"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:sequence select="count($sigla) gt 1 and empty($marks) and empty($placed)
      and ed:convention('between-sigla') ne '' and ed:convention('last-siglum') ne 'and'
      and ed:convention-number('ranges-from') lt 2"/>
  </xsl:function>

  <!-- Return sigla as one piece, for a hundred witnesses are often named. -->
  <xsl:function name="ed:plain-row" as="map(*)">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:variable name="shown" as="xs:string*" select="$sigla ! ($ed:witness-names(.), .)[1]"/>
    <xsl:variable name="separator" as="xs:string" select="ed:convention('between-sigla')"/>
    <xsl:sequence select="map { 'is': 'row', 'sigla': $shown, 'separator': $separator,
      'text': string-join($shown, $separator) }"/>
  </xsl:function>

  <!-- Return witnesses and ranges of witnesses in a row. -->
  <xsl:function name="ed:sigla-row" as="map(*)*">
    <xsl:param name="units" as="xs:string*"/>
    <xsl:param name="marks" as="map(*)*"/>
    <xsl:param name="details" as="element(witDetail)*"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:variable name="separator" as="map(*)?" select="ed:between(ed:convention('between-sigla'))"/>
    <xsl:variable name="last" as="map(*)?" select="ed:between((' ' || ed:word('and') || ' ')
      [ed:convention('last-siglum') eq 'and'])"/>
    <xsl:variable name="space" as="map(*)" select="ed:between(' ')"/>
    <xsl:for-each select="$units">
      <xsl:variable name="before" as="xs:integer" select="position() - 1"/>
      <xsl:sequence select="
        if ($before eq 0) then ()
        else if (exists($last) and position() eq last()) then $last
        else if (exists($separator)) then $separator
        else if (ed:is-letter(.) and ed:is-letter($units[$before][not(. = $placed)])) then ()
        else $space"/>
      <xsl:sequence select="if (contains(., '&#9;')) then ed:range-pieces(tokenize(., '&#9;'), $marks)
        else (ed:siglum(.), $marks)"/>
      <xsl:if test=". = $placed">
        <xsl:sequence select="ed:shown-details($details[ed:sigla(.) = current()])"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- Return whether a siglum is one letter and may be run together with another. -->
  <xsl:function name="ed:is-letter" as="xs:boolean">
    <xsl:param name="siglum" as="xs:string?"/>
    <xsl:sequence select="matches($siglum, '^\p{L}\p{M}*$')"/>
  </xsl:function>

  <!-- The names of witnesses, if the style has them in place of sigla. -->
  <xsl:variable name="ed:witness-names" as="map(xs:string, xs:string)" select="map:merge(
    map:keys($ed:conspectus)[ed:convention('witnesses') eq 'names'] ! map:entry(., $ed:conspectus(.)?name))"/>

  <xsl:function name="ed:siglum" as="map(*)">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="map { 'is': 'siglum', 'text': ($ed:witness-names($siglum), $siglum)[1] }"/>
  </xsl:function>

  <!-- Return a range of witnesses: the first and the last, those between unseen. -->
  <xsl:function name="ed:range-pieces" as="map(*)*">
    <xsl:param name="sigla" as="xs:string+"/>
    <xsl:param name="marks" as="map(*)*"/>
    <xsl:sequence select="ed:siglum($sigla[1]), $marks, ed:between('–'),
      ed:hidden($sigla[position() gt 1][position() lt last()] ! (ed:siglum(.), ed:between(' '))),
      ed:siglum($sigla[last()]), $marks"/>
  </xsl:function>

  <!-- Return sigla in the order of the style, its groups resolved; none that has a place of its own
       gives way to the siglum of a group. -->
  <xsl:function name="ed:arranged" as="xs:string*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:variable name="grouped" as="xs:string*" select="
      if (empty($ed:groups) or ed:convention('groups') eq 'kept') then $sigla
      else if (ed:convention('groups') eq 'expanded') then
        distinct-values($sigla ! ($ed:conspectus(.)?members, .[not(. = $ed:groups)]))
      else ed:collapsed($sigla, $placed)"/>
    <xsl:sequence select="if (ed:convention('order') eq 'encoded') then $grouped
      else sort($grouped, (), ed:rank#1)"/>
  </xsl:function>

  <!-- Return the place of a witness in the list; those not declared come last, as they stand. -->
  <xsl:function name="ed:rank" as="xs:integer">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="($ed:conspectus($siglum)?rank, 1000000)[1]"/>
  </xsl:function>

  <!-- Return sigla with that of a group in place of its members, where all are there. -->
  <xsl:function name="ed:collapsed" as="xs:string*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:variable name="there" as="map(xs:string, xs:boolean)"
        select="map:merge($sigla[not(. = $placed)] ! map:entry(., true()))"/>
    <xsl:variable name="whole" as="xs:string*" select="
      sort($ed:groups, (), ed:rank#1)[every $member in $ed:conspectus(.)?members satisfies $there($member)]"/>
    <xsl:variable name="gone" as="xs:string*" select="$whole ! $ed:conspectus(.)?members"/>
    <xsl:sequence select="if (empty($whole)) then $sigla
      else distinct-values(($whole[not(. = $gone)], $sigla[not(. = $gone)]))"/>
  </xsl:function>

  <!-- Return sigla, but neighbours, if there are enough of them, as one text parted by tabs. -->
  <xsl:function name="ed:ranged" as="xs:string*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:variable name="from" as="xs:integer" select="ed:convention-number('ranges-from')"/>
    <xsl:choose>
      <xsl:when test="$from lt 2 or count($sigla) lt $from"><xsl:sequence select="$sigla"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="1 to count($sigla)"
            group-adjacent="ed:neighbourhood($sigla[current()], ., $placed)">
          <xsl:variable name="run" as="xs:string+"
              select="for $place in current-group() return $sigla[$place]"/>
          <xsl:sequence select="if (count($run) lt $from) then $run else string-join($run, '&#9;')"/>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return a number that only neighbours in the list of witnesses share. -->
  <xsl:function name="ed:neighbourhood" as="xs:integer">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:sequence select="
      if ($siglum = ($placed, $ed:groups) or empty($ed:conspectus($siglum))) then -$place
      else 1000000 + ed:rank($siglum) - $place"/>
  </xsl:function>

  <!-- Return whether the witnesses of a lemma are so many that they are printed as the rest, and
       are all that no reading names. -->
  <xsl:function name="ed:is-rest" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:variable name="from" as="xs:integer" select="ed:convention-number('rest-from')"/>
    <xsl:sequence select="$from gt 0 and count($sigla) ge $from and exists($reading/self::lem)
      and exists($reading/ancestor::app[1]//rdg/@wit) and (every $other in ed:others($reading[self::lem])
        satisfies $other = ($sigla, $sigla ! $ed:conspectus(.)?members))"/>
  </xsl:function>

  <!-- Return the witnesses that @exclude takes from a group, if it names any. -->
  <xsl:function name="ed:excepted" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="tokenize($reading/@exclude) ! $ed:sigla(ed:fragment(.))[exists($ed:conspectus(.))]"/>
  </xsl:function>
</xsl:transform>
