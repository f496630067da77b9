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
    <xsl:param name="raised" as="xs:string*"/>
    <xsl:param name="details" as="element(witDetail)*"/>
    <xsl:param name="handed" as="xs:boolean"/>
    <xsl:variable name="sigla" as="xs:string*" select="ed:sigla($reading)"/>
    <xsl:variable name="placed" as="xs:string*" select="$details ! ed:sigla(.)"/>
    <xsl:variable name="arranged" as="xs:string*" select="ed:arranged($sigla, $placed)"/>
    <xsl:variable name="ranged" as="map(*)*" select="ed:ranged($arranged, $placed)"/>
    <xsl:variable name="marks" as="map(*)*" select="ed:hand-number($reading)[$handed] ! map { 'is': 'raised', 'text': . },
      $raised ! map { 'is': 'raised', 'text': ed:word('raised-' || .) }"/>
    <xsl:choose>
      <xsl:when test="ed:is-rest($reading, $sigla)">
        <xsl:sequence select="ed:saying('rest'), ed:hidden($sigla ! ed:spaced(ed:siglum(.)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$ranged">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <xsl:if test="$place gt 1">
            <xsl:sequence select="ed:between(ed:between-sigla(
              $ranged[$place - 1][not(?last = $placed)], ., $place eq last()))"/>
          </xsl:if>
          <xsl:variable name="siglum" as="xs:string" select="?last"/>
          <xsl:sequence select="ed:range-pieces(., $marks)"/>
          <xsl:if test="$siglum = $placed">
            <xsl:sequence select="ed:shown-details($details[ed:sigla(.) = $siglum])"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="ed:hidden($sigla[not(. = $arranged)] ! ed:spaced(ed:siglum(.)))"/>
    <xsl:sequence select="ed:excepted($reading)"/>
  </xsl:function>

  <xsl:function name="ed:siglum" as="map(*)">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:sequence select="map { 'is': 'siglum', 'text': if (ed:convention('witnesses') eq 'names')
      then ($ed:conspectus($siglum)?name, $siglum)[1] else $siglum }"/>
  </xsl:function>

  <!-- Return a witness, or a range of them: the first and the last, those between unseen. -->
  <xsl:function name="ed:range-pieces" as="map(*)*">
    <xsl:param name="range" as="map(*)"/>
    <xsl:param name="marks" as="map(*)*"/>
    <xsl:if test="$range?first ne $range?last">
      <xsl:sequence select="ed:siglum($range?first), $marks, ed:between('–'),
        ed:hidden($range?within ! (ed:siglum(.), ed:between(' ')))"/>
    </xsl:if>
    <xsl:sequence select="ed:siglum($range?last), $marks"/>
  </xsl:function>

  <!-- Return what stands between two witnesses: sigla of one letter may be run together. -->
  <xsl:function name="ed:between-sigla" as="xs:string">
    <xsl:param name="one" as="map(*)?"/>
    <xsl:param name="other" as="map(*)"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:variable name="separator" as="xs:string" select="ed:convention('between-sigla')"/>
    <xsl:sequence select="
      if ($last and ed:convention('last-siglum') eq 'and') then ' ' || ed:word('and') || ' '
      else if ($separator eq '' and not($one ! ?alone and $other?alone)) then ' '
      else $separator"/>
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

  <!-- Return sigla as ranges: most of one witness; of neighbours, if there are enough of them. -->
  <xsl:function name="ed:ranged" as="map(*)*">
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:param name="placed" as="xs:string*"/>
    <xsl:variable name="from" as="xs:integer" select="ed:number('ranges-from')"/>
    <xsl:choose>
      <xsl:when test="$from lt 2 or count($sigla) lt $from">
        <xsl:sequence select="$sigla ! ed:range(., (), .)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="1 to count($sigla)" group-adjacent="
            ed:neighbourhood($sigla[current()], ., $placed)">
          <xsl:variable name="run" as="xs:string+" select="
            for $place in current-group() return $sigla[$place]"/>
          <xsl:sequence select="if (count($run) lt $from) then $run ! ed:range(., (), .)
            else ed:range($run[1], $run[position() gt 1][position() lt last()], $run[last()])"/>
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

  <xsl:function name="ed:range" as="map(*)">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="within" as="xs:string*"/>
    <xsl:param name="last" as="xs:string"/>
    <xsl:sequence select="map { 'first': $first, 'within': $within, 'last': $last,
      'alone': matches($first || $last, '^(\p{L}\p{M}*){2}$') and $first eq $last }"/>
  </xsl:function>

  <!-- Return whether the witnesses of a lemma are so many that they are printed as the rest, and
       are all that no reading names. -->
  <xsl:function name="ed:is-rest" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="sigla" as="xs:string*"/>
    <xsl:variable name="from" as="xs:integer" select="ed:number('rest-from')"/>
    <xsl:sequence select="$from gt 0 and count($sigla) ge $from and exists($reading/self::lem)
      and exists($reading/..//rdg/@wit) and (every $other in ed:others($reading[self::lem])
        satisfies $other = ($sigla, $sigla ! $ed:conspectus(.)?members))"/>
  </xsl:function>

  <!-- Return the witnesses that @exclude takes from a group, if it names any. -->
  <xsl:function name="ed:excepted" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*"
        select="$reading/@exclude ! ed:resolved(.)[exists($ed:conspectus(.))]"/>
    <xsl:if test="exists($sigla)">
      <xsl:sequence select="ed:spaced(ed:saying('except')), $sigla ! ed:spaced(ed:siglum(.))"/>
    </xsl:if>
  </xsl:function>
</xsl:transform>
