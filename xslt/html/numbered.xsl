<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: how a place is cited: the number of a paragraph or verse line, and the link
     to it. What has @n is called by that; all others are counted through the document. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:accumulator name="paragraph" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1"
        match="text//p[ed:is-counted(.)] | text//ab[ed:is-counted(.)]"/>
  </xsl:accumulator>

  <!-- A line that is broken between speakers is one (TEI Guidelines, 6.2.2); one that is quoted in
       prose is not counted, for the numbers of verse run through a poem or a play. -->
  <xsl:accumulator name="line" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule select="$value + 1" match="text//l[not(@part = ('M', 'F'))]
        [ed:is-counted(.)][not(ancestor::quote or ancestor::q or ancestor::p or ancestor::ab)]"/>
  </xsl:accumulator>

  <xsl:key name="numbered-lines" match="text//l[@n]" use="true()"/>

  <!-- The visible way to cite a paragraph, a line or an entry. -->
  <xsl:template name="cite" as="element()?">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="@xml:id and not($quoted)">
      <xsl:variable name="number" as="xs:string" select="ed:cited-number(.)"/>
      <a class="cite" href="#{@xml:id}" aria-label="{if ($number)
          then ed:say('cite-' || ed:counted-as(.), $number) else ed:say('cite-place')}">
        <xsl:sequence select="ed:foreign-words(.)"/>
        <xsl:if test="$number">
          <xsl:attribute name="data-n" select="$number"/>
        </xsl:if>
        <xsl:text>¶</xsl:text>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- The number beside a verse line; the eye needs every fifth only. -->
  <xsl:template name="line-number" as="element()?">
    <xsl:variable name="number" as="xs:string" select="ed:cited-number(.)[not(current()/@part = ('M', 'F'))]
        => string()"/>
    <xsl:variable name="last" as="xs:string" select="replace($number, '^.*\D', '')"/>
    <xsl:if test="$number">
      <span class="{'line-number', 'fifth'[not($last castable as xs:integer
          and xs:integer($last) mod 5 ne 0)]}">
        <xsl:value-of select="$number"/>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Return the number by which a place is cited; nothing if it has none. -->
  <xsl:function name="ed:cited-number" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:choose>
      <xsl:when test="$place/@n"><xsl:sequence select="normalize-space($place/@n)"/></xsl:when>
      <xsl:when test="$place/self::app or not(ed:is-counted($place))">
        <xsl:sequence select="''"/>
      </xsl:when>
      <xsl:when test="not($place/self::l)">
        <xsl:sequence select="string($place/accumulator-before('paragraph'))"/>
      </xsl:when>
      <xsl:when test="exists(key('numbered-lines', true(), root($place)))
          or exists($place/(ancestor::quote | ancestor::q | ancestor::p | ancestor::ab))">
        <xsl:sequence select="''"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="string($place/accumulator-before('line'))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return what a place is called in a citation. -->
  <xsl:function name="ed:counted-as" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="
      if ($place/self::app) then 'entry' else if ($place/self::l) then 'line' else 'paragraph'"/>
  </xsl:function>

  <!-- Return whether a paragraph or line is counted: it belongs to the text of a document, not to a
       note or a reading. -->
  <xsl:function name="ed:is-counted" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/ancestor::text/ancestor::TEI)
      and empty($place/(ancestor::note | ancestor::rdg | ancestor::witDetail))"/>
  </xsl:function>

  <!-- Return the language of the site's own words where they stand in a text of another. -->
  <xsl:function name="ed:foreign-words" as="attribute(lang)?">
    <xsl:param name="place" as="node()"/>
    <xsl:variable name="language" as="xs:string?" select="$ed:words(':')"/>
    <xsl:if test="root($place)/*/@xml:lang[not(starts-with(., substring($language, 1, 2)))]">
      <xsl:for-each select="$language"><xsl:attribute name="lang" select="."/></xsl:for-each>
    </xsl:if>
  </xsl:function>
</xsl:transform>
