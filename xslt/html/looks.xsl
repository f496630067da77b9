<?xml version="1.0" encoding="UTF-8"?>
<!-- How the source looks: the words of @rend, @rendition and @style (TEI Guidelines, 1.3.1.1.3) as
     classes of our own, so that no word of a text can be a class of the site by accident. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The words that editors use for a look, after its name. -->
  <xsl:variable name="ed:words-of-looks" as="map(xs:string, xs:string)" select="map:merge((
    'bold b bo bd fett strong weight(bold)', 'italic italics i it kursiv ital slant(italic)',
    'small-caps smallcaps sc smcap smallcap case(smallcaps) kapitälchen',
    'capitals caps allcaps all-caps uppercase capital majuscule case(allcaps)',
    'spaced spaced-out gesperrt letterspace letterspaced letter-spacing spacedout gsp',
    'underline underlined u ul underscore', 'double-underline doubleunderline double-underlined',
    'wavy wavyunderline wavy-underline', 'overline overlined overbar',
    'struck strikethrough strike strikeout line-through doublestrikethrough crossed',
    'raised sup super superscript superscripted hoch', 'lowered sub subscript subscripted',
    'centre center centred centered align(center) align(centre) aligncenter',
    'right flushright alignright align(right) rechts', 'left flushleft alignleft align(left)',
    'indent indented align(indent) hanging',
    'smaller small petit', 'larger large big', 'roman normal upright', 'initial dropcap drop-cap',
    'monospaced tt code typewriter monospace')
    ! (let $words := tokenize(.) return $words ! map:entry(., $words[1])))"/>

  <!-- Return the classes of what an element looks like in the source. -->
  <xsl:function name="ed:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/(@rend | @rendition | @style)">
      <xsl:variable name="declared" as="element(rendition)*"
          select="$element/@rendition ! key('renditions', tokenize(.) ! ed:fragment(.))"/>
      <xsl:sequence select="distinct-values((
        $element/@rend ! tokenize(lower-case(.), '[\s;,]+') ! ed:look(.),
        $element/@rendition ! tokenize(lower-case(.))[starts-with(., 'simple:')]
          ! ed:look(substring-after(., ':')),
        ($element/@style, $declared) ! tokenize(lower-case(.), ';') ! ed:declared-look(.)))"/>
    </xsl:if>
  </xsl:function>

  <xsl:key name="renditions" match="rendition[@xml:id]" use="string(@xml:id)"/>

  <!-- Return the class of a word of @rend; of indent-2.2 that of indent. -->
  <xsl:function name="ed:look" as="xs:string?">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="($ed:words-of-looks($word),
      'indent'[matches($word, '^indent[-_(]?[1-9]')])[1]"/>
  </xsl:function>

  <!-- Return the class of a declaration of CSS such as font-style: italic. -->
  <xsl:function name="ed:declared-look" as="xs:string*">
    <xsl:param name="declaration" as="xs:string"/>
    <xsl:variable name="property" as="xs:string"
        select="normalize-space(substring-before($declaration, ':'))"/>
    <xsl:variable name="values" as="xs:string*"
        select="tokenize(substring-after($declaration, ':'))"/>
    <xsl:choose>
      <xsl:when test="$property eq 'font-weight'">
        <xsl:sequence select="'bold'[$values = ('bold', 'bolder', '600', '700', '800', '900')]"/>
      </xsl:when>
      <xsl:when test="$property = ('letter-spacing', 'text-indent', 'margin-left', 'padding-left')">
        <xsl:sequence select="(if ($property eq 'letter-spacing') then 'spaced' else 'indent')
          [$values[matches(., '^[^-]*[1-9]')]]"/>
      </xsl:when>
      <xsl:when test="$property = ('font-style', 'font-variant', 'font-size', 'text-decoration',
          'text-decoration-line', 'text-transform', 'text-align', 'vertical-align')">
        <xsl:sequence select="$values ! (if (. eq 'oblique') then 'italic' else .)
          ! $ed:words-of-looks(.)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The name of an element as its class, what it looks like in the source, and its @type. -->
  <xsl:template name="class" as="attribute()+">
    <xsl:param name="name" as="xs:string" select="local-name()"/>
    <xsl:attribute name="class" select="$name, ed:looks(.)" separator=" "/>
    <xsl:for-each select="@type[normalize-space()]">
      <xsl:attribute name="data-type" select="normalize-space()"/>
    </xsl:for-each>
  </xsl:template>
</xsl:transform>
