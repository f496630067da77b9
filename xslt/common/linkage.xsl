<?xml version="1.0" encoding="UTF-8"?>
<!-- How entries are linked to the text (TEI Guidelines, 12.2); as in tei/linkage.py. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="standing" as="xs:string" select="''">
    <!-- Lines "entry TAB 1": the entries with @loc that are the text where they stand all the same;
         see stands_in_its_place in tei/linkage.py. -->
  </xsl:param>

  <xsl:variable name="ed:standing" as="map(xs:string, xs:string)" select="ed:table($standing)"/>

  <!-- Return whether the base text stands beside the entry: it says where it belongs, stands in a
       list, or the header declares that all entries belong to the line they stand in. An entry in a
       reading that says nothing of its place is a part of that reading. -->
  <xsl:function name="ed:is-apart" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($app/(@from | @to)[string()])
      or exists($app/@loc[string()]) and empty($ed:standing(string($app/@xml:id)))
      or exists($app/ancestor::*[self::app or self::listApp or self::standOff][1][not(self::app)])
      or ed:is-located($app)"/>
  </xsl:function>

  <!-- Return whether the only method that the document declares is the location-referenced one. -->
  <xsl:function name="ed:is-located" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="declared" as="xs:string*"
        select="root($app)/*/teiHeader/encodingDesc/variantEncoding/string(@method)"/>
    <xsl:sequence select="empty($app/ancestor::app) and count($declared) eq 1
      and $declared = 'location-referenced'"/>
  </xsl:function>
</xsl:transform>
