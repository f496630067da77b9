<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations and their marks (TEI Guidelines, 3.3.3), for all outputs. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return whether a quotation brings its own quotation marks, inside or just outside. -->
  <xsl:function name="ed:is-quoted" as="xs:boolean">
    <xsl:param name="quote" as="element()"/>
    <xsl:sequence select="matches(normalize-space($quote), '^[&quot;“”„‟«»‘’‚‹›\-–—]')
      or matches(string($quote/preceding-sibling::node()[1][self::text()]), '[&quot;“„‟«»‘‚‹›]$')
      or exists($quote/ancestor::q)"/>
  </xsl:function>
</xsl:transform>
