<?xml version="1.0" encoding="UTF-8"?>
<!-- What kind of variant a reading is: what was done to the text, by what the encoding says of it
     and by its words (TEI Guidelines, 12.1.2 and 11.3). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The classes that @type and @cause name, by the words in use. -->
  <xsl:variable name="ed:class-names" as="map(xs:string, xs:string)" select="map:merge((
    tokenize('transposition transposed transp inversion word-order wordorder ordo') ! map:entry(., 'transp'),
    tokenize('addition add added insertion interpolation') ! map:entry(., 'add'),
    tokenize('orthographic orthographical orthography spelling graphic') ! map:entry(., 'orth'),
    tokenize('conjecture conj conj. conjectural emendation emend') ! map:entry(., 'conj'),
    tokenize('deletion del deleted athetesis') ! map:entry(., 'del'),
    tokenize('supplement supplied suppl suppl.') ! map:entry(., 'suppl'),
    tokenize('ac a.c. antecorr ante-correctionem before-correction') ! map:entry(., 'ac'),
    tokenize('pc p.c. postcorr post-correctionem after-correction') ! map:entry(., 'pc'),
    tokenize('marg marg. marginal margin') ! map:entry(., 'marg'),
    tokenize('dubious dub dub. doubtful') ! map:entry(., 'dub'),
    tokenize('illegible illeg illeg.') ! map:entry(., 'illeg')))"/>

  <xsl:key name="transposed" match="transpose/ptr" use="tokenize(@target) ! ed:fragment(.)"/>

  <!-- Return the classes of a reading: its own, those of its group. -->
  <xsl:function name="ed:classes" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="($reading/(@type, @cause), $reading/ancestor::rdgGrp/@type)
      ! tokenize(lower-case(.)) ! $ed:class-names(.)"/>
  </xsl:function>

  <!-- Return what was done to the text: transp, conj, suppl, del, or nothing of these. -->
  <xsl:function name="ed:act" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="classes" as="xs:string*" select="ed:classes($reading)"/>
    <xsl:variable name="named" as="xs:boolean"
        select="ed:is-attributed($reading) and not(ed:is-witnessed($reading))"/>
    <xsl:sequence select="
      if (ed:is-transposed($reading, $classes)) then 'transp'
      else if ($classes = 'suppl' or $named and $reading/supplied) then 'suppl'
      else if ($classes = 'del' or $named and ed:is-all($reading, 'surplus')) then 'del'
      else if ($classes = 'conj' or $named) then 'conj'
      else ''"/>
  </xsl:function>

  <!-- Return whether a reading is moved or has the words of the lemma in another order. -->
  <xsl:function name="ed:is-transposed" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:sequence select="$classes = 'transp'
      or exists($reading/descendant-or-self::*/@xml:id ! key('transposed', ., root($reading)))
      or ed:is-reordering($reading)"/>
  </xsl:function>

  <!-- Return whether a reading has the words of the lemma in another order. -->
  <xsl:function name="ed:is-reordering" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="some" as="xs:string*" select="tokenize(lower-case(ed:bare($reading)))"/>
    <xsl:variable name="others" as="xs:string*"
        select="$reading/self::rdg ! tokenize(lower-case(ed:lemma-text(.)))"/>
    <xsl:sequence select="count($some) gt 1 and count($some) eq count($others)
      and not(deep-equal($some, $others)) and deep-equal(sort($some), sort($others))"/>
  </xsl:function>

  <!-- Return whether a reading has nothing but one element of this name. -->
  <xsl:function name="ed:is-all" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="deep-equal($name, ed:own-elements($reading)/local-name())
      and empty($reading/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Return the elements in a reading that are part of its words. -->
  <xsl:function name="ed:own-elements" as="element()*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading/(* except (note | wit | witDetail | witStart | witEnd
      | lacunaStart | lacunaEnd))"/>
  </xsl:function>

  <!-- Return the word for the lack of words in a lem or rdg. -->
  <xsl:function name="ed:said" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="ed:kind($reading)"/>
    <xsl:variable name="act" as="xs:string" select="ed:act($reading)"/>
    <xsl:sequence select="
      if ($kind = ('silent', 'not-in-excerpt')) then $kind
      else if (ed:classes($reading) = 'illeg' or $reading//gap/@reason = 'illegible') then 'illeg'
      else if (exists(ed:borders($reading))) then ed:borders($reading)[1]
      else if ($kind eq 'lacuna') then 'lac'
      else if ($act eq 'transp' or $reading/@corresp) then 'transp'
      else if ($act = ('del', 'conj', 'suppl')) then 'del'
      else 'om'"/>
  </xsl:function>

  <!-- Return the words for where a witness or a gap in it begins or ends. -->
  <xsl:function name="ed:borders" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading/(lacunaStart | lacunaEnd | witStart | witEnd) ! (
      map { 'lacunaStart': 'lacuna-begins', 'lacunaEnd': 'lacuna-ends', 'witStart': 'inc',
        'witEnd': 'des' }(local-name()))"/>
  </xsl:function>
</xsl:transform>
