<?xml version="1.0" encoding="UTF-8"?>
<!-- Which nodes of a document the rules of a Schematron schema can be about. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return the path to the nodes: elements, unless a context may be about others. -->
  <xsl:function name="ed:visited" as="xs:string">
    <xsl:param name="contexts" as="xs:string*"/>
    <xsl:variable name="bare" as="xs:string*" select="$contexts ! ed:bare(.)"/>
    <xsl:sequence select="
      if (exists($bare[matches(., '@|attribute|\$|\(:|(^|\|)\s*\.')]))
      then 'descendant-or-self::node() ! (., @*)'
      else if (exists($bare[matches(., '\(|(^|\|)\s*/\s*($|\|)')])) then 'descendant-or-self::node()'
      else 'descendant-or-self::*'"/>
  </xsl:function>

  <!-- Return the pattern without strings and predicates; it may be no XPath at all. -->
  <xsl:function name="ed:bare" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="ed:unbracketed(
      replace($pattern, '&quot;[^&quot;]*&quot;|''[^'']*''', '_'))"/>
  </xsl:function>

  <xsl:function name="ed:unbracketed" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($pattern, '\[[^\[\]]*\]', '_')"/>
    <xsl:sequence select="
      if ($shorter eq $pattern) then $pattern else ed:unbracketed($shorter)"/>
  </xsl:function>
</xsl:transform>
