<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: characters, entries and phrases. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A text with the marks of places that begin before it or end with it; these stand before the
       space after its last word. -->
  <xsl:template match="text()" as="text()*" mode="text">
    <xsl:variable name="text" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:choose>
      <xsl:when test="ed:is-marked(.) and ed:has-marks(.)">
        <xsl:value-of select="' '[starts-with($text, ' ')]"/>
        <xsl:sequence select="ed:marks-before(.)"/>
        <xsl:value-of select="ed:tex(replace($text, '^ | $', ''))"/>
        <xsl:call-template name="marks-after"/>
        <xsl:value-of select="' '[ends-with($text, ' ')]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="ed:tex(if (ed:is-drawn-back(following-sibling::node()[1]))
          then replace($text, ' $', '') else $text)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Return whether an entry without words in the text stands after a space: it is set before that,
       or it might have the number of the next line. -->
  <xsl:function name="ed:is-drawn-back" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node/self::ed:lemma[not(normalize-space())]
      /preceding-sibling::node()[1]/self::text()[ends-with(., ' ')][not(ed:has-marks(.))])"/>
  </xsl:function>

  <!-- The entry is phrased with its lemma, so that reledmac has none to print. -->
  <xsl:template match="ed:lemma" as="text()*" mode="text">
    <xsl:param name="source" as="document-node()" tunnel="yes"/>
    <xsl:text>\edtext{</xsl:text>
    <xsl:apply-templates select="node() except ed:within" mode="#current"/>
    <xsl:text>}{\lemma{}</xsl:text>
    <xsl:call-template name="note">
      <xsl:with-param name="series" select="@series"/>
      <xsl:with-param name="content" select="ed:phrase(key('entry', @id, $source)/self::app)"/>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
    <xsl:apply-templates select="ed:within" mode="#current"/>
    <xsl:value-of select="' '[ed:is-drawn-back(current())]"/>
  </xsl:template>

  <xsl:template match="ed:lemma[ed:spans(.)]" as="text()*" mode="text" priority="1">
    <xsl:call-template name="paragraphs"/>
  </xsl:template>

  <xsl:template match="ed:call" as="text()*" mode="text">
    <xsl:param name="source" as="document-node()" tunnel="yes"/>
    <xsl:variable name="mark" as="xs:string" select="'\teimark{' || ed:tex(@mark) || '}'"/>
    <xsl:value-of select="$mark || '\edtext{}{\lemma{}'"/>
    <xsl:call-template name="note">
      <xsl:with-param name="series" select="@series"/>
      <xsl:with-param name="content"
          select="$mark || ' ' || ed:foot(key('entry', @id, $source)/self::note/node(), false())"/>
    </xsl:call-template>
    <xsl:text>}</xsl:text>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- What goes to the foot, in the series of its kind; without a number where lines have none. In
       a heading it is said to belong there. -->
  <xsl:template name="note" as="text()">
    <xsl:param name="series" as="xs:string"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:param name="plain" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="titular" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:text expand-text="yes">\{$ed:letters($series)}footnote{'[nonum]'[$plain or $titular]}{{{
      '\teistrong{tit.} '[$titular]}{$content}}}</xsl:text>
  </xsl:template>

  <!-- The series of reledmac. -->
  <xsl:variable name="ed:letters" as="map(xs:string, xs:string)"
      select="map { 'app': 'A', 'src': 'B', 'ed': 'C', 'au': 'D' }"/>

  <xsl:template match="ed:within" as="text()" mode="text">
    <xsl:text expand-text="yes">\teiwithin{{{$chapter}:{@id}}}</xsl:text>
  </xsl:template>

  <xsl:template match="ed:entry" as="text()*" mode="text">
    <xsl:apply-templates select="app" mode="entry"/>
  </xsl:template>

  <!-- A phrase: in the face of its element, and marked if it names somebody or something. -->
  <xsl:template name="phrase" as="text()*">
    <xsl:param name="plain" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="titular" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="faces" as="xs:string*" select="ed:faces(.)"/>
    <xsl:value-of select="$faces ! ('\tei' || . || '{')" separator=""/>
    <xsl:apply-templates mode="text"/>
    <xsl:value-of select="$faces ! '}'" separator=""/>
    <xsl:if test="(@ref or @key) and @xml:id and ed:is-marked(.)">
      <xsl:text expand-text="yes">\{if ($plain or $titular) then 'teinamed' else 'teimention'}{{{
        $chapter}:{@xml:id}}}</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A paragraph in another language says so for itself, a phrase is set in it. -->
  <xsl:template match="*[@xml:lang]" as="text()*" mode="text" priority="9">
    <xsl:variable name="outer" as="xs:string" select="string(ancestor::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:variable name="language" as="xs:string" select="ed:tex-language(@xml:lang)"/>
    <xsl:choose>
      <xsl:when test="@xml:lang eq $outer or not($language)"><xsl:next-match/></xsl:when>
      <xsl:when test="ed:is-marked(.) and (ed:is-paragraph(.) or ed:is-block(.))">
        <xsl:next-match>
          <xsl:with-param name="language" tunnel="yes"
              select="$language || '}{' || (if (ed:direction(@xml:lang) eq 'rtl') then 'TRT' else 'TLT')"/>
        </xsl:next-match>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text expand-text="yes">\teiforeign{{{$language}}}{{</xsl:text>
        <xsl:next-match/>
        <xsl:text>}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="supplied | surplus | ex" as="text()*" mode="text">
    <xsl:variable name="signs" as="xs:string+" select="
      if (self::supplied) then ('⟨', '⟩') else if (self::ex) then ('(', ')') else ('{', '}')"/>
    <xsl:value-of select="ed:tex($signs[1])"/>
    <xsl:call-template name="phrase"/>
    <xsl:value-of select="ed:tex($signs[2])"/>
  </xsl:template>

  <xsl:template match="gap" as="text()*" mode="text">
    <xsl:text>[…]</xsl:text>
    <xsl:apply-templates select="desc" mode="#current"/>
  </xsl:template>

  <xsl:template match="milestone[@unit = 'cut']" as="text()" mode="text">[…]</xsl:template>

  <xsl:template match="lb" as="text()" mode="text">\teilb{}</xsl:template>

  <xsl:template match="space" as="text()" mode="text">\teispace{}</xsl:template>

  <xsl:template match="ref | ptr" as="text()*" mode="text">
    <xsl:variable name="target" as="xs:string" select="(tokenize(@target), '')[1]"/>
    <xsl:variable name="followed" as="xs:boolean"
        select="matches($target, '^(https?://|mailto:)\S', 'i')"/>
    <xsl:value-of select="('\teiweb{' || ed:tex-address($target) || '}{')[$followed]"/>
    <xsl:call-template name="phrase"/>
    <xsl:if test="not(normalize-space()) and $target and not(starts-with($target, '#'))">
      <xsl:value-of select="ed:tex($target)"/>
    </xsl:if>
    <xsl:value-of select="'}'[$followed]"/>
  </xsl:template>
</xsl:transform>
