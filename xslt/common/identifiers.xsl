<?xml version="1.0" encoding="UTF-8"?>
<!-- Identifiers and pointers: how a name becomes a valid xml:id, and what a pointer points at. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return the identifier as an NCName: as it stands if it is one, else with _ for what is not allowed. -->
  <xsl:function name="ed:identifier" as="xs:string">
    <xsl:param name="given" as="xs:string"/>
    <xsl:sequence select="if ($given castable as xs:NCName) then $given
      else '_' || replace(normalize-space($given), '[^\c]|:', '_')"/>
  </xsl:function>

  <!-- Return what follows # in the first pointer of a value, the value itself if there is no #. -->
  <xsl:function name="ed:fragment" as="xs:string">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="tokenize($pointers)[1] ! replace(., '^.*#', '') => string()"/>
  </xsl:function>

  <!-- Return the lines "key TAB value" of a parameter as a map. -->
  <xsl:function name="ed:table" as="map(xs:string, xs:string)">
    <xsl:param name="lines" as="xs:string"/>
    <xsl:map>
      <xsl:for-each select="tokenize($lines, '\n')[contains(., '&#9;')]">
        <xsl:map-entry key="substring-before(., '&#9;')" select="substring-after(., '&#9;')"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>
</xsl:transform>
