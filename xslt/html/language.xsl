<?xml version="1.0" encoding="UTF-8"?>
<!-- The language of an element, and of the words of the site inside a text. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return the language of an element as HTML gives it. -->
  <xsl:function name="ed:language" as="attribute(lang)">
    <xsl:param name="language" as="attribute(xml:lang)"/>
    <xsl:attribute name="lang" select="$language"/>
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
