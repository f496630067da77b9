<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode markdown: the prose of an ODD in Markdown, and the marks of Markdown by name. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="markdown" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Return the paragraph in one line. -->
  <xsl:function name="ed:markdown" as="xs:string">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$paragraph/node()" mode="markdown"/>
    </xsl:variable>
    <xsl:sequence select="$parts => string-join() => normalize-space()"/>
  </xsl:function>

  <xsl:template match="text()" as="xs:string" mode="markdown">
    <xsl:sequence select="replace(., '([\\`*_&lt;\[\]|])', '\\$1')"/>
  </xsl:template>

  <xsl:template match="gi" as="xs:string" mode="markdown">
    <xsl:sequence select="ed:link(string())"/>
  </xsl:template>

  <xsl:template match="att" as="xs:string" mode="markdown">
    <xsl:sequence select="ed:code('@' || .)"/>
  </xsl:template>

  <xsl:template match="val | code" as="xs:string" mode="markdown">
    <xsl:sequence select="ed:code(.)"/>
  </xsl:template>

  <!-- Return the words as code. A bar would end the cell of a table. -->
  <xsl:function name="ed:code" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'`' || $words || '`'"/>
  </xsl:function>

  <!-- Return a link to the section that has this name as its heading. -->
  <xsl:function name="ed:link" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="'[' || $name || '](#' || lower-case(translate($name, '.:', '')) || ')'"/>
  </xsl:function>

  <!-- Return a row of a table, in which a bar is written with a stroke before it. -->
  <xsl:function name="ed:row" as="xs:string">
    <xsl:param name="cells" as="xs:string*"/>
    <xsl:sequence select="
      '| ' || string-join($cells ! replace(., '(^|[^\\])\|', '$1\\|'), ' | ') || ' |'"/>
  </xsl:function>
</xsl:transform>
