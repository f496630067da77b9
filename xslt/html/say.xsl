<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the site in the reader's language; they stand in model/interface. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:param name="interface" as="xs:string" select="''">
    <!-- Lines "key TAB words"; the language stands under the key ":". -->
  </xsl:param>

  <xsl:variable name="ed:words" as="map(xs:string, xs:string)" select="ed:table($interface)"/>

  <!-- Return the words of a key; the key itself if there are none. -->
  <xsl:function name="ed:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:say($key, ())"/>
  </xsl:function>

  <!-- Return the words of a key with values in the places of {1}, {2} ... -->
  <xsl:function name="ed:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:anyAtomicType*"/>
    <xsl:sequence select="ed:filled(($ed:words($key), $key)[1], $values)"/>
  </xsl:function>

  <!-- Return the words of a key that there may be, such as a kind that an edition has named. -->
  <xsl:function name="ed:known" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="else" as="xs:string"/>
    <xsl:sequence select="($ed:words($key), $else)[1]"/>
  </xsl:function>

  <!-- Return a number in a picture such as "0.00", with the decimal mark of the language. -->
  <xsl:function name="ed:decimal" as="xs:string">
    <xsl:param name="number" as="xs:anyAtomicType"/>
    <xsl:param name="picture" as="xs:string"/>
    <xsl:sequence select="translate(format-number(number($number), $picture), '.',
      ed:known('decimal-mark', '.'))"/>
  </xsl:function>

  <!-- Return the words of a key for a number, which is {1}. -->
  <xsl:function name="ed:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="ed:count($key, $number, ())"/>
  </xsl:function>

  <xsl:function name="ed:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="values" as="xs:anyAtomicType*"/>
    <xsl:sequence select="ed:filled(($ed:words($key || '.' || ed:plural($number)),
      $ed:words($key || '.other'), $key)[1], ($number, $values))"/>
  </xsl:function>

  <!-- Return the plural category of a number, as model/interface/interface.py does. -->
  <xsl:function name="ed:plural" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="last" as="xs:integer" select="$number mod 10"/>
    <xsl:variable name="lasts" as="xs:integer" select="$number mod 100"/>
    <xsl:variable name="language" as="xs:string" select="substring($ed:words(':'), 1, 2)"/>
    <xsl:choose>
      <xsl:when test="$language eq 'ru'">
        <xsl:sequence select="if ($last eq 1 and $lasts ne 11) then 'one'
          else if ($last = (2, 3, 4) and not($lasts = (12, 13, 14))) then 'few' else 'many'"/>
      </xsl:when>
      <xsl:when test="$number eq 1 or $language eq 'fr' and $number eq 0">one</xsl:when>
      <xsl:otherwise>other</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:filled" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="values" as="xs:anyAtomicType*"/>
    <xsl:sequence select="fold-left(1 to count($values), $words, function($said, $at) {
      string-join(tokenize($said, '\{' || $at || '\}'), string($values[$at])) })"/>
  </xsl:function>
</xsl:transform>
