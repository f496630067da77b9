<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode notation: a content model in one line, as the compact syntax of RELAX NG writes it:
     a, b for a followed by b; a | b for a or b; ? at most once, * any number of times, + once
     or more. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="notation" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Return the content model in one line; the brackets around the whole are left out. -->
  <xsl:function name="ed:notation" as="xs:string">
    <xsl:param name="content" as="element(content)"/>
    <xsl:variable name="whole" as="xs:string">
      <xsl:apply-templates select="$content/*" mode="notation"/>
    </xsl:variable>
    <xsl:sequence select="
      if (ends-with($whole, ')')) then replace($whole, '^\((.*)\)$', '$1') else $whole"/>
  </xsl:function>

  <xsl:template match="*[@minOccurs or @maxOccurs]" priority="2" as="xs:string" mode="notation">
    <xsl:variable name="once" as="xs:string">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="$once ||
      (if (not(@maxOccurs)) then '?' else if (not(@minOccurs)) then '+' else '*')"/>
  </xsl:template>

  <xsl:template match="sequence" as="xs:string" mode="notation">
    <xsl:variable name="parts" as="xs:string+">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="'(' || string-join($parts, ', ') || ')'"/>
  </xsl:template>

  <xsl:template match="alternate" as="xs:string" mode="notation">
    <xsl:variable name="parts" as="xs:string+">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="'(' || string-join($parts, ' | ') || ')'"/>
  </xsl:template>

  <xsl:template match="elementRef | classRef | macroRef | dataRef[@key]" as="xs:string"
      mode="notation">
    <xsl:sequence select="string(@key)"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" as="xs:string" mode="notation">
    <xsl:sequence select="'xsd:' || @name || @restriction ! (' ' || .)"/>
  </xsl:template>

  <xsl:template match="textNode" as="xs:string" mode="notation">
    <xsl:sequence select="'text'"/>
  </xsl:template>

  <xsl:template match="empty" as="xs:string" mode="notation">
    <xsl:sequence select="'empty'"/>
  </xsl:template>

  <xsl:template match="anyElement" as="xs:string" mode="notation">
    <xsl:sequence select="'any element of another namespace'"/>
  </xsl:template>
</xsl:transform>
