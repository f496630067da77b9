<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode spaced: what flows with its white space settled, so that a space between two words is one
     and stands with the first: none after another, none where a block or a line begins. A lemma
     without words stands right behind the word that it follows, on whose line its entry is, and so does
     the call of a note. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="spaced" on-no-match="shallow-copy" on-multiple-match="fail"
      use-accumulators="before"/>

  <!-- Whether a space or a word comes before. -->
  <xsl:accumulator name="before" as="xs:string" initial-value="'space'">
    <xsl:accumulator-rule match="text()" phase="end"
        select="if (matches(., '\s$')) then 'space' else 'word'"/>
    <xsl:accumulator-rule match="lb | *[ed:is-paragraph(.)]" select="'space'"/>
    <xsl:accumulator-rule match="*[ed:is-paragraph(.)]" phase="end" select="'space'"/>
    <xsl:accumulator-rule match="ed:call | gap" select="'word'"/>
  </xsl:accumulator>

  <xsl:key name="awaited" match="ed:lemma[ed:is-wordless(.)]" use="ed:space-before(.) ! generate-id()"/>

  <xsl:template match="text()" as="node()*" mode="spaced">
    <xsl:variable name="text" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:variable name="settled" as="xs:string" select="
      if (accumulator-before('before') eq 'space') then replace($text, '^ ', '') else $text"/>
    <xsl:variable name="awaited" as="element(ed:lemma)*" select="key('awaited', generate-id())"/>
    <xsl:variable name="word" as="xs:string"
        select="if ($awaited) then replace($settled, '\s\W*$', '') else ''"/>
    <xsl:value-of select="$word"/>
    <xsl:copy-of select="$awaited"/>
    <xsl:variable name="rest" as="xs:string" select="substring($settled, string-length($word) + 1)"/>
    <xsl:value-of select="if (ed:is-called(.)) then replace($rest, '\s$', '') else $rest"/>
  </xsl:template>

  <!-- A space before the call stands behind it. -->
  <xsl:template match="ed:call" as="node()*" mode="spaced">
    <xsl:copy-of select="."/>
    <xsl:if test="preceding::text()[1][ed:is-called(.)][matches(., '\s$')]
        and matches(following::text()[1], '^\w')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Return whether the call of a note is the next thing after a text, in the same paragraph. -->
  <xsl:function name="ed:is-called" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="next" as="element()?" select="
      $text/following::node()[self::* or self::text()[normalize-space()]][1]/self::ed:call"/>
    <xsl:sequence select="exists($next)
      and exists($text/ancestor::*[ed:is-paragraph(.)][1] intersect $next/ancestor::*)"/>
  </xsl:function>

  <xsl:template match="ed:lemma[ed:is-wordless(.)][ed:space-before(.)]" as="empty-sequence()"
      mode="spaced"/>

  <xsl:function name="ed:is-wordless" as="xs:boolean">
    <xsl:param name="lemma" as="element(ed:lemma)"/>
    <xsl:sequence select="not(normalize-space($lemma)) and empty($lemma/* except $lemma/ed:within)"/>
  </xsl:function>

  <!-- Return the text with the first space after the word before a lemma, in the same paragraph. -->
  <xsl:function name="ed:space-before" as="text()?">
    <xsl:param name="lemma" as="element(ed:lemma)"/>
    <xsl:variable name="word" as="text()?" select="$lemma/preceding::text()[matches(., '\w')][1]"/>
    <xsl:variable name="block" as="element()?" select="$lemma/ancestor::*[ed:is-paragraph(.)][1]"/>
    <xsl:if test="$block and $word/ancestor::*[ed:is-paragraph(.)][1] is $block">
      <xsl:sequence select="
        if (matches($word, '\s\W*$')) then $word
        else $word/following::text()[matches(., '\s')][1][. &lt;&lt; $lemma]"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="eg | *:egXML | ed:entry" as="element()" mode="spaced">
    <xsl:copy-of select="."/>
  </xsl:template>
</xsl:transform>
