<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode flow, continued: quotations in the line get quotation marks unless they bring their own;
     the white space just inside them moves outside. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="../quoted.xsl"/>

  <xsl:template match="(q | quote | soCalled)[ed:is-marked-here(.)]" as="node()*" mode="flow">
    <xsl:if test="matches(., '^\s')"><xsl:text> </xsl:text></xsl:if>
    <xsl:text>“</xsl:text>
    <xsl:next-match/>
    <xsl:text>”</xsl:text>
    <xsl:if test="matches(., '\s$')"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="(q | quote | soCalled)[ed:is-marked-here(.)]/text()" as="text()" mode="flow">
    <xsl:variable name="begun" as="xs:string" select="
      if (preceding-sibling::node()) then string() else replace(., '^\s+', '')"/>
    <xsl:value-of select="
      if (following-sibling::node()) then $begun else replace($begun, '\s+$', '')"/>
  </xsl:template>

  <!-- Return whether the book puts a quotation into quotation marks. -->
  <xsl:function name="ed:is-marked-here" as="xs:boolean">
    <xsl:param name="quote" as="element()"/>
    <xsl:sequence select="($quote/self::soCalled or not(ed:is-block($quote)))
      and not(ed:is-quoted($quote))"/>
  </xsl:function>
</xsl:transform>
