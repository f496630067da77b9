<?xml version="1.0" encoding="UTF-8"?>
<!-- The face of a phrase, and what is a block and what a phrase. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- What @rend asks for (TEI Guidelines, 1.3.1.1.3): the function that sets it. -->
  <xsl:variable name="ed:renderings" as="map(xs:string, xs:string)" select="map {
    'bold': 'strong', 'b': 'strong', 'strong': 'strong', 'italic': 'emph', 'italics': 'emph',
    'i': 'emph', 'it': 'emph', 'ital': 'emph', 'sup': 'raised', 'superscript': 'raised',
    'super': 'raised', 'sub': 'lowered', 'subscript': 'lowered', 'smallcaps': 'smallcaps',
    'small-caps': 'smallcaps', 'sc': 'smallcaps', 'underline': 'underline', 'underlined': 'underline',
    'u': 'underline', 'spaced': 'spaced', 'letterspaced': 'spaced', 'gesperrt': 'spaced',
    'spaced_out': 'spaced', 'strikethrough': 'strike', 'strike': 'strike', 'tt': 'monospaced',
    'code': 'monospaced' }"/>

  <xsl:variable name="ed:habits" as="map(xs:string, xs:string)" select="map {
    'emph': 'emph', 'mentioned': 'emph', 'stage': 'emph', 'del': 'strike', 'code': 'monospaced',
    'gi': 'monospaced', 'att': 'monospaced', 'val': 'monospaced', 'tag': 'monospaced',
    'ident': 'monospaced', 'speaker': 'smallcaps' }"/>

  <!-- Return the functions that set a phrase, the outermost first. -->
  <xsl:function name="ed:faces" as="xs:string*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:variable name="asked" as="xs:string*" select="distinct-values(
      tokenize($phrase/@rend) ! $ed:renderings(lower-case(.)))"/>
    <xsl:sequence select="
      if (exists($asked)) then $asked
      else if ($phrase/self::hi[not(@rend or @rendition or @style)]) then 'emph'
      else if ($phrase/self::title[not(@level = ('a', 'u'))][not(ancestor::head)]) then 'emph'
      else if ($phrase/self::foreign[ed:is-latin(.)]) then 'emph'
      else $ed:habits(local-name($phrase))"/>
  </xsl:function>

  <!-- Return whether a foreign phrase is in Latin letters, which alone are set in italics. -->
  <xsl:function name="ed:is-latin" as="xs:boolean">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="not(matches($phrase,
      '[&#x370;-&#x1DFF;&#x1F00;-&#x1FFF;&#x2C00;-&#x2C5F;&#x2E80;-&#xD7FF;&#xF900;-&#xFFFD;]'))"/>
  </xsl:function>

  <!-- Return whether an element is set as a block whatever it stands in. -->
  <xsl:function name="ed:is-paragraph" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::p | self::ab | self::l | self::lg | self::list
      | self::item | self::table | self::row | self::cell | self::figure | self::listApp | self::sp
      | self::head | self::listBibl | self::listPerson | self::listPlace | self::listOrg
      | self::listEvent | self::listWit | self::floatingText | self::castList | self::eg))"/>
  </xsl:function>

  <!-- Return whether an element without a rule of its own is a block: it holds blocks, or nothing
       around it holds phrases. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(ed:is-in-line($element))
      or exists($element/descendant::*[ed:is-paragraph(.)])"/>
  </xsl:function>

  <!-- Return whether an element stands in a line: in a paragraph, a heading, an item, a record. -->
  <xsl:function name="ed:is-in-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::p or self::ab or self::l or self::head
      or self::item or self::cell or self::label or self::speaker or self::stage or self::note
      or self::byline or self::titlePart or self::bibl or self::biblStruct or self::witness
      or self::ed:lemma or self::ed:foot or self::castItem or parent::listPerson or parent::listPlace
      or parent::listOrg or parent::listEvent or parent::listBibl
      or ed:has-own-words(.)])"/>
  </xsl:function>

  <!-- Return whether words stand in an element itself; it may have thousands of children, so this
       is kept in mind. -->
  <xsl:function name="ed:has-own-words" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Return whether a head is one of the text, not of a list, a table, a figure or a poem. -->
  <xsl:function name="ed:is-heading" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="exists($head/parent::*[self::div or self::div1 or self::div2 or self::div3
      or self::div4 or self::div5 or self::div6 or self::div7 or self::body or self::front
      or self::back or self::text or self::group])
      and empty(root($head)/ed:foot)"/>
  </xsl:function>

  <!-- Return how far a verse is indented, in em. -->
  <xsl:function name="ed:indentation" as="xs:integer">
    <xsl:param name="verse" as="element(l)"/>
    <xsl:variable name="number" as="xs:string"
        select="replace($verse/@rend, '^.*indent\D*(\d?).*$', '$1')[$verse/@rend] => string()"/>
    <xsl:sequence select="
      if (not(contains($verse/@rend, 'indent'))) then 0
      else if ($number castable as xs:positiveInteger) then min((6, xs:integer($number)))
      else 1"/>
  </xsl:function>

  <!-- Return the direction of writing of a language or, where it names one, of its script. -->
  <xsl:function name="ed:direction" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="
      if (matches($language, '-Latn|-Cyrl|-Grek', 'i')) then 'ltr'
      else if (matches($language, '^(ar|ara|arc|ckb|dv|fa|fas|he|heb|hbo|jpr|ku-Arab|ota|pal|peo|per|ps
        |sam|sd|syc|syr|ug|ur|urd|yi|yid)(-|$)|-(Arab|Hebr|Syrc|Thaa)', 'ix')) then 'rtl'
      else 'ltr'"/>
  </xsl:function>
</xsl:transform>
