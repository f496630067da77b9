<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: how many variant places a chapter has, below its heading. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="head[ed:section(.) is ..]" as="element()*" mode="text" priority="5">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:next-match/>
    <xsl:variable name="places" as="xs:integer" select="ed:variant-places(..)"/>
    <xsl:if test="$places gt 0 and not($quoted) and ed:is-chapter(..)
        and . is ../head[last()] and not(ed:repeats-title(.))">
      <p class="scent">
        <xsl:sequence select="ed:foreign-words(.)"/>
        <xsl:value-of select="ed:count('reading.variant-places', $places)"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Return whether a division is a chapter: it stands in no other, and is not all there is. -->
  <xsl:function name="ed:is-chapter" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:sequence select="empty($division/(ancestor::div | ancestor::div1))
      and count($division/../*[head]) gt 1"/>
  </xsl:function>

  <!-- Return how many entries there are in a part of the text. -->
  <xsl:function name="ed:variant-places" as="xs:integer">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="count($part//app)"/>
  </xsl:function>
</xsl:transform>
