<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode heading: a heading as the contents of a page list it: its words, without the numbers of pages
     that begin in it, without notes and marks. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="heading" on-no-match="text-only-copy" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template as="empty-sequence()" mode="heading"
      match="note | pb | cb | gb | fw | index | figure | rdg | rdgGrp | witDetail
        | choice/*[preceding-sibling::*] | app[ed:is-apart(.)]"/>

  <xsl:template match="app[not(ed:is-apart(.))]" as="node()*" mode="heading">
    <xsl:apply-templates select="(lem, (rdg | rdgGrp//rdg))[1]/node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="lb" as="text()" mode="heading">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="hi[not(@rend)] | hi[matches(@rend, 'ital', 'i')] | emph | foreign | title"
      as="element()" mode="heading">
    <i>
      <xsl:sequence select="@xml:lang ! ed:language(.)"/>
      <xsl:apply-templates mode="#current"/>
    </i>
  </xsl:template>
</xsl:transform>
