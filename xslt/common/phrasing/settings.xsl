<?xml version="1.0" encoding="UTF-8"?>
<!-- What the grammar of phrasing is told: words, conventions, the list of witnesses, names, and what
     was counted in the text before. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="phrasing" as="xs:string" select="unparsed-text('house.txt')">
    <!-- Lines "name TAB value": conventions of the style, and with a colon before them the words of
         the language (src/recensio/model/phrasing); in house.txt are those of the house, in English,
         for a stylesheet that is run by itself. -->
  </xsl:param>

  <xsl:param name="conspectus" as="xs:string" select="''">
    <!-- Lines "siglum TAB rank TAB name TAB member TAB member ...": the witnesses with their places
         in the order, a group with the sigla of its members. -->
  </xsl:param>

  <xsl:param name="names" as="xs:string" select="''">
    <!-- Lines "identifier TAB name": whom @resp, @source and @hand point at; of a hand it may be
         its number. -->
  </xsl:param>

  <xsl:param name="repetitions" as="xs:string" select="''">
    <!-- Lines "entry TAB number": which of the same words in its block a lemma is. -->
  </xsl:param>

  <xsl:param name="anchors" as="xs:string" select="''">
    <!-- Lines "entry TAB word": the word before the place of an entry without words in the text. -->
  </xsl:param>

  <xsl:param name="bases" as="xs:string" select="''">
    <!-- Lines "entry TAB words": the words of the text that an entry without lem is about. -->
  </xsl:param>

  <xsl:param name="apparatus" as="xs:string" select="'undeclared'">
    <!-- Whether the edition declares its apparatus positive or negative. -->
  </xsl:param>

  <xsl:variable name="ed:phrasing" as="map(xs:string, xs:string)" select="ed:table($phrasing)"/>
  <xsl:variable name="ed:names" as="map(xs:string, xs:string)" select="ed:table($names)"/>
  <xsl:variable name="ed:repetitions" as="map(xs:string, xs:string)" select="ed:table($repetitions)"/>
  <xsl:variable name="ed:anchors" as="map(xs:string, xs:string)" select="ed:table($anchors)"/>
  <xsl:variable name="ed:bases" as="map(xs:string, xs:string)" select="ed:table($bases)"/>

  <!-- The witnesses by siglum: their rank, their name, the sigla of their members. -->
  <xsl:variable name="ed:conspectus" as="map(xs:string, map(*))">
    <xsl:map>
      <xsl:for-each-group select="tokenize($conspectus, '\n')[contains(., '&#9;')]"
          group-by="substring-before(., '&#9;')">
        <xsl:variable name="fields" as="xs:string+" select="tokenize(., '&#9;')"/>
        <xsl:map-entry key="current-grouping-key()" select="map {
          'rank': xs:integer($fields[2]), 'name': ($fields[3][.], $fields[1])[1],
          'members': $fields[position() gt 3] }"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="ed:groups" as="xs:string*" select="
    map:keys($ed:conspectus)[exists($ed:conspectus(.)?members)]"/>

  <xsl:variable name="ed:singles" as="xs:string*" select="
    map:keys($ed:conspectus)[empty($ed:conspectus(.)?members)]"/>

  <!-- Return what the style has decided. -->
  <xsl:function name="ed:convention" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="($ed:phrasing($name), '')[1]"/>
  </xsl:function>

  <!-- Return a number that the style has decided; 0 if there is none. -->
  <xsl:function name="ed:convention-number" as="xs:integer">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="xs:integer((ed:convention($name)[.], '0')[1])"/>
  </xsl:function>

  <!-- Return a word of the apparatus in its language. -->
  <xsl:function name="ed:word" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="($ed:phrasing(':' || $name), $name)[1]"/>
  </xsl:function>

  <!-- Return a word of the editor's as a piece. -->
  <xsl:function name="ed:saying" as="map(*)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="map { 'is': 'said', 'text': ed:word($name) }"/>
  </xsl:function>

  <!-- Return what stands between pieces as a piece; nothing for nothing. -->
  <xsl:function name="ed:between" as="map(*)?">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:if test="$text">
      <xsl:sequence select="map { 'is': 'separator', 'text': $text }"/>
    </xsl:if>
  </xsl:function>

  <!-- Return pieces that a style leaves out; a page may keep them unseen. -->
  <xsl:function name="ed:hidden" as="map(*)?">
    <xsl:param name="pieces" as="map(*)*"/>
    <xsl:if test="exists($pieces)">
      <xsl:sequence select="map { 'is': 'hidden', 'pieces': $pieces }"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the last characters that pieces print; of nodes of the TEI their text. -->
  <xsl:function name="ed:end" as="xs:string">
    <xsl:param name="pieces" as="map(*)*"/>
    <xsl:variable name="last" as="map(*)?" select="$pieces[?is ne 'hidden'][last()]"/>
    <xsl:sequence select="
      if (exists($last?pieces)) then ed:end($last?pieces)
      else string-join(($last?text, $last?nodes ! string(), ')'[$last?is eq 'place']))
        => normalize-space()"/>
  </xsl:function>

  <!-- Return pieces after a space; nothing for nothing. -->
  <xsl:function name="ed:spaced" as="map(*)*">
    <xsl:param name="pieces" as="map(*)*"/>
    <xsl:sequence select="if (exists($pieces)) then (ed:between(' '), $pieces) else ()"/>
  </xsl:function>
</xsl:transform>
