<?xml version="1.0" encoding="UTF-8"?>
<!-- The language of an element and the direction in which it is written; a passage with a direction
     is set apart from what stands around it (HTML, 3.2.6.4). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return the language of an element as HTML gives it, with its direction: leftward, or rightward
       inside what runs leftward. -->
  <xsl:function name="ed:language" as="attribute()*">
    <xsl:param name="language" as="attribute(xml:lang)"/>
    <xsl:variable name="tag" as="xs:string?" select="ed:tag(normalize-space($language))"/>
    <xsl:if test="$tag">
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:choose>
        <xsl:when test="ed:is-leftward($tag)"><xsl:attribute name="dir" select="'rtl'"/></xsl:when>
        <xsl:when test="$language/../ancestor::*/@xml:lang[ed:is-leftward(.)]">
          <xsl:attribute name="dir" select="'ltr'"/>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:function>
</xsl:transform>
