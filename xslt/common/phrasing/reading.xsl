<?xml version="1.0" encoding="UTF-8"?>
<!-- The grammar of a reading: what it says, and whose it is (TEI Guidelines, 12.1.2 to 12.1.4). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return a reading or a group of readings as one piece. -->
  <xsl:function name="ed:reading" as="map(*)">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
      if ($reading/self::rdgGrp) then map { 'is': 'group', 'of': $reading, 'pieces': ed:group($reading) }
      else if ($reading/self::lem) then map { 'is': 'lemma', 'of': $reading, 'pieces': (
        ed:lemma($reading, ed:authority($reading, (), true()))) }
      else map { 'is': 'reading', 'of': $reading, 'pieces': ed:own-pieces($reading) }"/>
  </xsl:function>

  <!-- Return the readings of a group in a row, and what is said of them all. -->
  <xsl:function name="ed:group" as="map(*)*">
    <xsl:param name="group" as="element(rdgGrp)"/>
    <xsl:for-each select="ed:in-order($group/(lem | rdg | rdgGrp))">
      <xsl:sequence select="
        if (position() gt 1) then ed:between(ed:convention('between-readings')) else (), ed:reading(.)"/>
    </xsl:for-each>
    <xsl:sequence select="ed:shown-details(ed:details($group)[not(ed:is-pointed(.))]), ed:notes($group)"/>
  </xsl:function>

  <!-- Return the pieces of a reading; of one that was corrected both layers. -->
  <xsl:function name="ed:own-pieces" as="map(*)*">
    <xsl:param name="reading" as="element(rdg)"/>
    <xsl:variable name="layers" as="xs:string*" select="ed:layers($reading)"/>
    <xsl:choose>
      <xsl:when test="empty($layers)">
        <xsl:sequence select="ed:attributed($reading, ed:wording($reading), ed:states($reading), true())"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
          ed:attributed($reading, (ed:layer($layers[1]), ed:hidden(ed:words($reading))),
            ed:states($reading), true())"/>
        <xsl:sequence select="
          ed:between(ed:convention('between-readings')[ed:is-told($layers[2], $reading)]),
          ed:earlier($reading)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return what a reading or lemma was before it was corrected; nothing if it was nothing. -->
  <xsl:function name="ed:earlier" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:layers($reading)[2][ed:is-told(., $reading)] ! ed:attributed($reading, ed:layer(.), 'ac', false())"/>
  </xsl:function>

  <!-- Return whether what a reading was is to be told: not if it was nothing, nor if the words of the
       lemma were deleted, which "del." says. -->
  <xsl:function name="ed:is-told" as="xs:boolean">
    <xsl:param name="earlier" as="xs:string"/>
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$earlier ne ''
      and not(ed:layers($reading)[1] eq '' and $earlier eq ed:lemma-text($reading))"/>
  </xsl:function>

  <xsl:function name="ed:layer" as="map(*)">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
      if ($words) then map { 'is': 'form', 'text': $words } else ed:saying('deleted')"/>
  </xsl:function>

  <!-- Return words with whose they are, in the order of the style. -->
  <xsl:function name="ed:attributed" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="words" as="map(*)*"/>
    <xsl:param name="states" as="xs:string*"/>
    <xsl:param name="detailed" as="xs:boolean"/>
    <xsl:variable name="raised" as="xs:string*" select="$states[ed:is-raised(., $reading)]"/>
    <xsl:variable name="said" as="map(*)*" select="ed:remarks($reading, $states[not(. = $raised)])"/>
    <xsl:variable name="authority" as="map(*)*" select="ed:authority($reading, $raised, $detailed)"/>
    <xsl:choose>
      <xsl:when test="ed:convention('authorities') eq 'after'">
        <xsl:sequence select="$words, ed:verbs($reading) ! ed:spaced(.),
          ed:spaced($authority), $said ! ed:spaced(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:before($reading, $authority, $words), $said ! (ed:between(', '), .)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return words after the witnesses that have them. -->
  <xsl:function name="ed:before" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="authority" as="map(*)*"/>
    <xsl:param name="words" as="map(*)*"/>
    <xsl:sequence select="$authority,
      ed:between(ed:convention('after-authorities')[exists($authority)]), $words,
      ed:verbs($reading) ! (ed:between(', '), .)"/>
  </xsl:function>

  <!-- Return what a reading says: its words, the word for their lack, or what it adds. -->
  <xsl:function name="ed:wording" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="added" as="xs:string?" select="ed:added($reading)"/>
    <xsl:choose>
      <xsl:when test="ed:kind($reading) ne 'text'">
        <xsl:sequence select="ed:saying(ed:said($reading)), $reading/note ! ed:spaced(ed:words-of(., $reading))"/>
      </xsl:when>
      <xsl:when test="exists($added)">
        <xsl:sequence select="ed:saying('add'), ed:between(' '), map { 'is': 'form', 'text': $added },
          ed:hidden(ed:words($reading))"/>
      </xsl:when>
      <xsl:when test="ed:is-unopposed($reading)">
        <xsl:sequence select="ed:saying('add'), ed:between(' '), ed:words($reading)"/>
      </xsl:when>
      <xsl:when test="ed:is-understood($reading)">
        <xsl:sequence select="ed:hidden(ed:words($reading))"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:words($reading)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return whether a reading stands where the lemma has nothing. -->
  <xsl:function name="ed:is-unopposed" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading[self::rdg]/ancestor::app[1]/lem[1] ! ed:kind(.) = 'omission'
      and ed:convention('authorities') eq 'after'"/>
  </xsl:function>

  <!-- Return whether the words of a reading are those of the lemma in another order, and the style
       has a word for that; or are the lemma itself, which somebody would delete. -->
  <xsl:function name="ed:is-understood" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="act" as="xs:string" select="ed:act($reading)"/>
    <xsl:sequence select="ed:is-reordering($reading) and ed:convention('transpositions') eq 'word'
      or $act eq 'del' and ed:convention('authorities') eq 'after'
        and translate(ed:bare($reading), '{}', '') eq ed:lemma-text($reading)"/>
  </xsl:function>

  <!-- Return the words that a reading has after those of the lemma, if the style prints them alone. -->
  <xsl:function name="ed:added" as="xs:string?">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="lemma" as="xs:string" select="ed:lemma-text($reading) || ' '"/>
    <xsl:if test="ed:convention('additions') eq 'added' and ed:classes($reading) = 'add'
        and $lemma ne ' ' and starts-with(ed:bare($reading), $lemma) and empty($reading/*)">
      <xsl:sequence select="substring-after(ed:bare($reading), $lemma)"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the words for what was done, between a reading and whose it is: transp., dub. coni. -->
  <xsl:function name="ed:verbs" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="act" as="xs:string" select="ed:act($reading)"/>
    <xsl:variable name="silent" as="xs:boolean" select="
      $act eq 'transp' and ed:convention('transpositions') eq 'words'
      or $act eq 'conj' and ed:convention('conjectures') eq 'named'"/>
    <xsl:if test="ed:kind($reading) eq 'text'">
      <xsl:sequence select="ed:saying('dub')[$act and ed:doubts($reading) = 'dub'],
        ed:saying($act)[$act and not($silent)]"/>
    </xsl:if>
  </xsl:function>
</xsl:transform>
