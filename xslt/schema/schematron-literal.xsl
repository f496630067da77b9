<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode literal: the content of a let of Schematron as a stylesheet writes it. Instructions of
     XSLT are left as they are; in the rest a brace is a brace. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="literal" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="xsl:*" as="element()" mode="literal">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@*" as="attribute()" mode="literal">
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="ed:literal(.)"/>
  </xsl:template>

  <!-- Return the text so that an attribute of a stylesheet does not read it as an expression. -->
  <xsl:function name="ed:literal" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="replace($text, '([{}])', '$1$1')"/>
  </xsl:function>
</xsl:transform>
