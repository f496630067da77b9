<?xml version="1.0" encoding="UTF-8"?>
<!-- Text as Typst strings. Nothing of the edition is ever pasted as markup: a character of the text
     stands in a string literal, where only the quotation mark and the backslash have a meaning. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return a text as a string literal. -->
  <xsl:function name="ed:string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace($text, '([\\&quot;])', '\\$1') || '&quot;'"/>
  </xsl:function>

  <!-- Return a text as content of markup; nothing for no text. -->
  <xsl:function name="ed:content" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text eq '') then '' else '#' || ed:string($text)"/>
  </xsl:function>

  <!-- Return the code of a language as Typst takes it: two or three letters, else nothing. -->
  <xsl:function name="ed:language-code" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(replace($language, '[-_].*$', ''))"/>
    <xsl:sequence select="if (matches($primary, '^[a-z]{2,3}$')) then $primary else ''"/>
  </xsl:function>
</xsl:transform>
