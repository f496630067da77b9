<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode place: where in a witness a reading stands, linked to its transcript if there is one. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="place" on-no-match="fail" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:variable name="ed:places" as="map(xs:string, xs:string)" select="ed:table($places)"/>

  <xsl:template match="witDetail" as="node()*" mode="place">
    <xsl:apply-templates mode="text"/>
  </xsl:template>

  <xsl:template match="witDetail[exists(ed:transcript(.))]" as="element()" mode="place">
    <a href="{ed:transcript(.)}"><xsl:apply-templates mode="text"/></a>
  </xsl:template>

  <!-- Return the address of the first line that a place names; none if a link stands inside. -->
  <xsl:function name="ed:transcript" as="xs:string?">
    <xsl:param name="place" as="element(witDetail)"/>
    <xsl:variable name="line" as="xs:string"
        select="replace($place, '^(|.*?\W)l\.\s*(\d+).*$', '$2', 's')"/>
    <xsl:sequence select="ed:sigla($place)[1] ! $ed:places(. || ' ' || $line)
      [not($place//*[self::ref or @ref])]"/>
  </xsl:function>
</xsl:transform>
