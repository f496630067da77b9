<?xml version="1.0" encoding="UTF-8"?>
<!-- Text as TeX. No character of the edition is ever markup: those that mean something to TeX are
     written as commands, and those that a face may join into others are kept apart. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:special" as="map(xs:string, xs:string)" select="map {
    '\': '\textbackslash{}', '^': '\textasciicircum{}', '~': '\textasciitilde{}',
    '{': '\{', '}': '\}', '$': '\$', '&amp;': '\&amp;', '#': '\#', '_': '\_', '%': '\%',
    '&#x7F;': '\symbol{127}', '&#xFFFD;': '\symbol{65533}', '&#xA0;': '~', '&#xAD;': '\-' }"/>

  <xsl:variable name="ed:met" as="xs:string"
      select="'[\\^~{}$&amp;#_%&#x7F;&#xA0;&#xAD;&#xFFFD;]|-{2,}|`{2,}|''{2,}|,{2,}|&lt;{2,}|&gt;{2,}|[?!]`'"/>

  <!-- Return a text as TeX that prints it, in normal form C, its white space single spaces. -->
  <xsl:function name="ed:tex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="normal" as="xs:string" select="normalize-unicode(replace($text, '\s+', ' '))"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$normal" regex="{$ed:met}">
        <xsl:matching-substring>
          <xsl:sequence select="($ed:special(.), ed:parted(.))[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- Return characters with nothing between them that TeX could join. -->
  <xsl:function name="ed:parted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="string-join(string-to-codepoints($text) ! codepoints-to-string(.), '{}')"/>
  </xsl:function>

  <!-- Return an address as \href takes it. -->
  <xsl:function name="ed:tex-address" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="iri-to-uri($address)
      => replace('\\', '%5C') => replace('\{', '%7B') => replace('\}', '%7D') => replace('\^', '%5E')
      => replace('~', '%7E') => replace('\$', '%24') => replace('_', '%5F')
      => replace('([%#&amp;])', '\\$1')"/>
  </xsl:function>

  <!-- Codes of three letters for languages that have one of two, or another, by which
       babel knows them. -->
  <xsl:variable name="ed:two-letters" as="map(xs:string, xs:string)" select="map {
    'lat': 'la', 'eng': 'en', 'deu': 'de', 'ger': 'de', 'fra': 'fr', 'fre': 'fr', 'ita': 'it',
    'spa': 'es', 'rus': 'ru', 'ell': 'el', 'gre': 'el', 'heb': 'he', 'hbo': 'he', 'ara': 'ar',
    'syc': 'syr', 'fas': 'fa', 'per': 'fa', 'urd': 'ur', 'yid': 'yi' }"/>

  <!-- Return the letters by which a language is known to the file; nothing for what is no language. -->
  <xsl:function name="ed:tex-language" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(replace($language, '[-_].*$', ''))"/>
    <xsl:sequence select="
      if (not(matches($primary, '^[a-z]{2,3}$'))) then ''
      else ($ed:two-letters($primary), $primary)[1]"/>
  </xsl:function>
</xsl:transform>
