<?xml version="1.0" encoding="UTF-8"?>
<!-- What goes to the foot of the page, in which series, and under which mark. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Types by which an app, a note or a list of them gives sources, testimonia and the like. -->
  <xsl:variable name="ed:source-types" as="xs:string+" select="('source', 'sources', 'testimonium',
    'testimonia', 'fons', 'fontes', 'locus', 'loci', 'similia', 'parallel', 'parallels', 'parallela',
    'quotation', 'quotations', 'citation', 'citations', 'allusion', 'biblical', 'reference')"/>

  <xsl:accumulator name="editorial" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1"
        match="text//note[ed:is-footnote(.)][not(ed:is-authorial(.))]"/>
  </xsl:accumulator>

  <xsl:accumulator name="authorial" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1"
        match="text//note[ed:is-footnote(.)][ed:is-authorial(.)]"/>
  </xsl:accumulator>

  <!-- Return whether an app is linked to the text by standing in it, its lemma a part of the text
       (TEI Guidelines, 12.2.3), and not by a reference to a place. -->
  <xsl:function name="ed:is-segmented" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="empty($app/(@loc | @from | @to))"/>
  </xsl:function>

  <!-- Return whether a note is read at the foot: not in a list of notes, a heading of the header,
       another note or an entry, nor marked as standing in the line. -->
  <xsl:function name="ed:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@place = 'inline' or ed:is-block-note($note))
      and empty($note/(parent::app | parent::rdgGrp | ancestor::note | ancestor::rdg
        | ancestor::listApp | ancestor::listWit))"/>
  </xsl:function>

  <!-- Return whether a note stands between blocks, as a block of its own. -->
  <xsl:function name="ed:is-block-note" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/parent::*[self::div or self::div1 or self::div2 or self::div3
      or self::div4 or self::body or self::front or self::back or self::text or self::group
      or self::noteGrp or self::person or self::place or self::org or self::event or self::bibl
      or self::biblStruct or self::figure or self::table or starts-with(local-name(), 'list')])"/>
  </xsl:function>

  <xsl:function name="ed:is-authorial" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/(@type, @resp) = ('authorial', 'author', '#author', 'auctorial')"/>
  </xsl:function>

  <!-- Return the series of an app or note: app, src (sources), ed (editor) or au (author). -->
  <xsl:function name="ed:series" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="
      if (ed:gives-sources($entry)) then 'src'
      else if ($entry/self::app) then 'app'
      else if (ed:is-authorial($entry)) then 'au'
      else 'ed'"/>
  </xsl:function>

  <xsl:function name="ed:gives-sources" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="tokenize(lower-case($entry/@type)) = $ed:source-types
      or $entry/parent::listApp/@type/tokenize(lower-case(.)) = $ed:source-types"/>
  </xsl:function>

  <!-- Return the mark of a footnote: letters for the editor's, numerals for the author's. -->
  <xsl:function name="ed:mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:choose>
      <xsl:when test="not(ed:is-authorial($note))">
        <xsl:number value="$note/accumulator-before('editorial')" format="a"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string(
          ($note/@n[string-length() lt 6], $note/accumulator-before('authorial'))[1])"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:transform>
