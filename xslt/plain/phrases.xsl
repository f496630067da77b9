<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode phrases: lines "entry TAB phrase", one for every app of a document in its order. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="phrases" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="text()*" mode="phrases">
    <xsl:apply-templates select="//app[@xml:id]" mode="#current"/>
  </xsl:template>

  <xsl:template match="app" as="text()*" mode="phrases">
    <xsl:variable name="phrase" as="xs:string*">
      <xsl:apply-templates select="ed:phrased(.)" mode="piece"/>
    </xsl:variable>
    <xsl:value-of select="@xml:id || '&#9;' || normalize-space(string-join($phrase)) || '&#10;'"/>
  </xsl:template>
</xsl:transform>
