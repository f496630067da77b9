<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose a reading is: sigla with hands and places, else names, else what wit has
     (TEI Guidelines, 12.1.4). Sigla are put in order in sigla.xsl. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return the witnesses of the lemma as they are printed: where the edition's apparatus is
       negative none, but whose a conjecture is; "cett." for those that no reading names. -->
  <xsl:function name="ed:lemma-witnesses" as="map(*)*">
    <xsl:param name="lem" as="element(lem)"/>
    <xsl:variable name="always" as="xs:boolean" select="ed:convention('lemma-witnesses') eq 'always'"/>
    <xsl:variable name="states" as="xs:string*" select="ed:states($lem)"/>
    <xsl:choose>
      <xsl:when test="not(ed:is-attributed($lem)) and empty(ed:written($lem))">
        <xsl:if test="ed:convention('rest') eq 'word' and exists(ed:others($lem))
            and ($apparatus eq 'positive' or $always and $apparatus eq 'negative')">
          <xsl:sequence select="ed:saying('rest')"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="not($always) and $apparatus eq 'negative' and ed:is-witnessed($lem)"/>
      <xsl:when test="ed:convention('authorities') eq 'before'">
        <xsl:sequence select="ed:authority($lem, (), true())"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="raised" as="xs:string*" select="$states[ed:is-raised(., $lem)]"/>
        <xsl:sequence select="ed:verbs($lem) ! (., ed:between(' ')),
          ed:authority($lem, $raised, true()),
          ed:remarks($lem, $states[not(. = $raised)]) ! ed:spaced(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return whether a reading has witnesses. -->
  <xsl:function name="ed:is-witnessed" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading/@wit[normalize-space()])"/>
  </xsl:function>

  <!-- Return whether a reading is somebody's: of a witness, a person, a publication. -->
  <xsl:function name="ed:is-attributed" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading/(@wit, @resp, @source)[normalize-space()])"/>
  </xsl:function>

  <!-- Return the single witnesses that no reading of the entry names. -->
  <xsl:function name="ed:others" as="xs:string*">
    <xsl:param name="lem" as="element(lem)"/>
    <xsl:variable name="named" as="xs:string*"
        select="$lem/ancestor::app[1]//rdg ! ed:sigla(.) ! (., $ed:conspectus(.)?members)"/>
    <xsl:sequence select="$ed:singles[not(. = $named)]"/>
  </xsl:function>

  <!-- Return whose a reading is. What is raised (a.c., p.c.) stands at each siglum, a witDetail at
       the siglum that it is about. -->
  <xsl:function name="ed:authority" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="raised" as="xs:string*"/>
    <xsl:param name="detailed" as="xs:boolean"/>
    <xsl:variable name="sigla" as="xs:string*" select="ed:sigla($reading)"/>
    <xsl:variable name="details" as="element(witDetail)*" select="ed:details($reading)[$detailed]"/>
    <xsl:choose>
      <xsl:when test="exists($sigla)">
        <xsl:sequence select="ed:sigla-pieces($reading, $sigla, (
          (ed:hand-number($reading)[$detailed], $raised ! ed:word('raised-' || .))
            ! map { 'is': 'raised', 'text': . }), $details)"/>
        <xsl:sequence select="ed:hidden(ed:spaced(ed:written($reading)))"/>
      </xsl:when>
      <xsl:when test="ed:is-attributed($reading)">
        <xsl:sequence select="ed:name-pieces($reading)"/>
        <xsl:sequence select="ed:hidden(ed:spaced(ed:written($reading)))"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:written($reading)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:variable name="placed" as="element(witDetail)*" select="$details[ed:sigla(.) = $sigla]"/>
    <xsl:sequence select="ed:shown-details($details except $placed)"/>
  </xsl:function>

  <!-- Return the names of whose a conjecture is, and where it was made public. -->
  <xsl:function name="ed:name-pieces" as="map(*)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="persons" as="xs:string*" select="ed:called($reading/@resp)"/>
    <xsl:variable name="sources" as="xs:string*" select="ed:called($reading/@source)"/>
    <xsl:for-each select="$persons">
      <xsl:sequence select="ed:between(', '[current() ne $persons[1]]), map { 'is': 'name', 'text': . }"/>
    </xsl:for-each>
    <xsl:if test="exists($persons) and exists($sources)">
      <xsl:sequence select="ed:between(' '), ed:saying('apud'), ed:between(' ')"/>
    </xsl:if>
    <xsl:for-each select="$sources">
      <xsl:sequence select="ed:between(', '[current() ne $sources[1]]), map { 'is': 'name', 'text': . }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Return the names that the pointers of an attribute stand for; what is no pointer is a name. -->
  <xsl:function name="ed:called" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="
      if (contains($pointers, '#')) then distinct-values(tokenize($pointers) ! ed:named(ed:fragment(.)))
      else normalize-space($pointers)[.] ! ed:named(.)"/>
  </xsl:function>

  <!-- Return what an authority is called: a witness, a person, a publication, a hand. -->
  <xsl:function name="ed:named" as="xs:string">
    <xsl:param name="identifier" as="xs:string"/>
    <xsl:sequence select="($ed:names($identifier), $ed:sigla($identifier), $identifier)[1]"/>
  </xsl:function>

  <!-- Return what the witnesses of a reading are called as the source has it. -->
  <xsl:function name="ed:written" as="map(*)?">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="wit" as="element(wit)*" select="$reading/(wit, following-sibling::*[1]/self::wit)"/>
    <xsl:if test="$wit">
      <xsl:sequence select="map { 'is': 'written', 'nodes': $wit/node() }"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the witDetail of a reading: inside it, after it and before the next one, or after its
       group and pointing at it. -->
  <xsl:function name="ed:details" as="element(witDetail)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="group" as="element(rdgGrp)?" select="$reading/parent::rdgGrp"/>
    <xsl:sequence select="$reading/witDetail, $reading/following-sibling::witDetail
      [preceding-sibling::*[self::lem or self::rdg or self::rdgGrp][1] is $reading],
      $group[$reading/@xml:id]/following-sibling::witDetail
      [tokenize(@target) = '#' || $reading/@xml:id]"/>
  </xsl:function>

  <!-- Return whether a witDetail after a group points at one of its readings. -->
  <xsl:function name="ed:is-pointed" as="xs:boolean">
    <xsl:param name="detail" as="element(witDetail)"/>
    <xsl:sequence select="$detail/preceding-sibling::rdgGrp[1]//rdg/@xml:id ! ('#' || .)
      = tokenize($detail/@target)"/>
  </xsl:function>

  <!-- Return witDetail as places in brackets, each after a space. -->
  <xsl:function name="ed:shown-details" as="map(*)*">
    <xsl:param name="details" as="element(witDetail)*"/>
    <xsl:variable name="places" as="map(*)*" select="$details ! map { 'is': 'place', 'of': . }"/>
    <xsl:sequence select="if (ed:convention('details') eq 'no')
      then ed:hidden($places ! ed:spaced(.)) else $places ! ed:spaced(.)"/>
  </xsl:function>
</xsl:transform>
