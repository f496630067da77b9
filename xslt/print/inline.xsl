<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: characters, marks and phrases. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The lemmata that begin right after a text node; one that follows a word is glued to it. -->
  <xsl:key name="opened" match="ed:lemma | ed:begin" use="generate-id(preceding::text()[1])"/>

  <!-- White space is a space of Typst's, which is lost at line ends; all else stands in strings,
       parted now and then by a mark that can carry the foot of a page. -->
  <xsl:template match="text()" as="text()*" mode="text">
    <xsl:variable name="text" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:variable name="place" as="xs:integer" select="accumulator-before('place')"/>
    <xsl:variable name="marked" as="xs:boolean" select="ed:is-marked(.)"/>
    <xsl:if test="starts-with($text, ' ') and $text ne ' '"><xsl:text> </xsl:text></xsl:if>
    <xsl:analyze-string select="replace($text, '^ | $', '')" regex="(.{{{if ($marked) then 160 else 76}}}[^ ]*) ">
      <xsl:matching-substring>
        <xsl:value-of select="ed:content(regex-group(1))"/>
        <xsl:if test="$marked">
          <xsl:text expand-text="yes">#hold("{$place}-{position()}")</xsl:text>
        </xsl:if>
        <xsl:text> </xsl:text>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="ed:content(.)"/></xsl:non-matching-substring>
    </xsl:analyze-string>
    <xsl:if test="ends-with($text, ' ')">
      <xsl:if test="exists(key('opened', generate-id()))">#before-space</xsl:if>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ed:lemma" as="text()*" mode="text">
    <xsl:if test="normalize-space()">
      <xsl:text expand-text="yes">#{if (accumulator-before('before') eq 'word') then 'glued'
        else 'start'}("{@id}")</xsl:text>
    </xsl:if>
    <xsl:apply-templates mode="#current"/>
    <xsl:text expand-text="yes">#end("{@id}", "{@series}")</xsl:text>
  </xsl:template>

  <xsl:template match="ed:begin" as="text()" mode="text">
    <xsl:text expand-text="yes">#{if (accumulator-before('before') eq 'word') then 'glued'
      else 'start'}("{@id}")</xsl:text>
  </xsl:template>

  <xsl:template match="ed:end" as="text()" mode="text">
    <xsl:text expand-text="yes">#end("{@id}", "{@series}")</xsl:text>
  </xsl:template>

  <!-- Two calls side by side are parted, or they would be read as one. -->
  <xsl:template match="ed:call" as="text()*" mode="text">
    <xsl:if test="preceding-sibling::node()[1]/self::ed:call"><xsl:text>#apart</xsl:text></xsl:if>
    <xsl:text expand-text="yes">#call("{@id}", "{@series}")[{ed:content(@mark)}]</xsl:text>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="ed:within" as="text()" mode="text">
    <xsl:text expand-text="yes">#within("{@id}", "{@host}")</xsl:text>
  </xsl:template>

  <xsl:template match="ed:entry" as="text()*" mode="text">
    <xsl:apply-templates select="app" mode="entry"/>
  </xsl:template>

  <!-- A phrase: in the face of its element, and marked if it names somebody or something. -->
  <xsl:template name="phrase" as="text()*">
    <xsl:variable name="faces" as="xs:string*" select="ed:faces(.)"/>
    <xsl:value-of select="$faces ! ('#' || . || '[')" separator=""/>
    <xsl:apply-templates mode="text"/>
    <xsl:value-of select="$faces ! ']'" separator=""/>
    <xsl:if test="(@ref or @key) and @xml:id">
      <xsl:text expand-text="yes">#mention("{@xml:id}")</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="supplied | surplus | ex" as="text()*" mode="text">
    <xsl:variable name="signs" as="xs:string+" select="
      if (self::supplied) then ('⟨', '⟩') else if (self::ex) then ('(', ')') else ('{', '}')"/>
    <xsl:value-of select="ed:content($signs[1])"/>
    <xsl:call-template name="phrase"/>
    <xsl:value-of select="ed:content($signs[2])"/>
  </xsl:template>

  <xsl:template match="gap" as="text()*" mode="text">
    <xsl:text>#"[…]"</xsl:text>
    <xsl:apply-templates select="desc" mode="#current"/>
  </xsl:template>

  <xsl:template match="lb" as="text()" mode="text">#linebreak()</xsl:template>

  <xsl:template match="space" as="text()" mode="text"><xsl:text>#" "</xsl:text></xsl:template>

  <xsl:template match="milestone[@unit = 'cut']" as="text()" mode="text">
    <xsl:text expand-text="yes">#"[…]"{' '[current()/accumulator-before('before') eq 'space']}</xsl:text>
  </xsl:template>

  <!-- The pages and sections of the source, by their numbers, within a word too; those between blocks
       are printed by the block that follows. -->
  <xsl:template match="pb | milestone" as="text()?" mode="text">
    <xsl:if test="@n[string-length() lt 12] and ed:is-in-line(.)">
      <xsl:text expand-text="yes">#reference({ed:string(@n)}){
        ' '[current()/accumulator-before('before') eq 'space']}</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="ref | ptr" as="text()*" mode="text">
    <xsl:variable name="target" as="xs:string" select="(tokenize(@target), '')[1]"/>
    <xsl:variable name="followed" as="xs:boolean"
        select="matches($target, '^(https?://|mailto:)\S', 'i')"/>
    <xsl:if test="$followed">
      <xsl:text expand-text="yes">#web({ed:string($target)})[</xsl:text>
    </xsl:if>
    <xsl:call-template name="phrase"/>
    <xsl:if test="not(normalize-space()) and $target and not(starts-with($target, '#'))">
      <xsl:value-of select="ed:content($target)"/>
    </xsl:if>
    <xsl:if test="$followed"><xsl:text>]</xsl:text></xsl:if>
  </xsl:template>
</xsl:transform>
