<?xml version="1.0" encoding="UTF-8"?>
<!-- The language of an element. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return the language of an element as HTML gives it. -->
  <xsl:function name="ed:language" as="attribute(lang)">
    <xsl:param name="language" as="attribute(xml:lang)"/>
    <xsl:attribute name="lang" select="$language"/>
  </xsl:function>
</xsl:transform>
