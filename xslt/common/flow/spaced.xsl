<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode spaced: what flows with its white space settled, so that a space between two words is one
     and stands with the first: none after another, none where a block or a line begins. -->
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

  <xsl:template match="text()" as="text()" mode="spaced">
    <xsl:variable name="text" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:value-of select="
      if (accumulator-before('before') eq 'space') then replace($text, '^ ', '') else $text"/>
  </xsl:template>

  <xsl:template match="eg | *:egXML | ed:entry" as="element()" mode="spaced">
    <xsl:copy-of select="."/>
  </xsl:template>
</xsl:transform>
