<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode foot: the entries of a document that stand apart from its text and have a place in the
     book, as lines "entry TAB TeX TAB labels". -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="foot" visibility="public" on-no-match="shallow-skip" on-multiple-match="fail"
      use-accumulators="editorial authorial"/>

  <xsl:template match="text() | teiHeader" as="empty-sequence()" mode="foot"/>

  <xsl:template match="app[ed:is-placed(.)]" as="text()*" mode="foot">
    <xsl:variable name="name" as="xs:string" select="$chapter || ':' || @xml:id"/>
    <xsl:variable name="entry" as="text()*"><xsl:apply-templates select="." mode="entry"/></xsl:variable>
    <xsl:variable name="labels" as="text()*">
      <xsl:apply-templates select="ed:mentions(*, $name)" mode="text"/>
    </xsl:variable>
    <xsl:text expand-text="yes">{$name}&#9;{string-join($entry)}&#9;{string-join($labels)}&#10;</xsl:text>
  </xsl:template>
</xsl:transform>
