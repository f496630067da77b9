<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode attribute: what a definition of an attribute is in RELAX NG (TEI Guidelines, 22.5.3). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="rng" expand-text="yes">

  <xsl:mode name="attribute" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="attDef[@usage = 'opt']" as="element(rng:optional)" mode="attribute"
      priority="2">
    <optional>
      <xsl:next-match/>
    </optional>
  </xsl:template>

  <xsl:template match="attDef" as="element(rng:attribute)" mode="attribute" priority="1">
    <attribute name="{@ident}">
      <xsl:apply-templates select="desc, datatype" mode="#current"/>
    </attribute>
  </xsl:template>

  <xsl:template match="attList[@org = 'choice']" as="element(rng:choice)" mode="attribute">
    <choice>
      <xsl:apply-templates select="attDef" mode="#current"/>
    </choice>
  </xsl:template>

  <xsl:template match="desc" as="element(a:documentation)" mode="attribute">
    <a:documentation>{normalize-space()}</a:documentation>
  </xsl:template>

  <!-- Several values, parted by blanks. -->
  <xsl:template match="datatype[@maxOccurs = 'unbounded'][not(@minOccurs)]" as="element(rng:list)" mode="attribute"
      priority="3">
    <list>
      <oneOrMore>
        <xsl:next-match/>
      </oneOrMore>
    </list>
  </xsl:template>

  <xsl:template match="datatype[@maxOccurs = 'unbounded'][@minOccurs = '0']"
      as="element(rng:list)" mode="attribute" priority="3">
    <list>
      <zeroOrMore>
        <xsl:next-match/>
      </zeroOrMore>
    </list>
  </xsl:template>

  <xsl:template match="datatype[../valList]" as="element(rng:choice)" mode="attribute" priority="2">
    <choice>
      <xsl:apply-templates select="../valList/valItem" mode="#current"/>
      <xsl:if test="../valList/@type = 'semi'">
        <xsl:next-match/>
      </xsl:if>
    </choice>
  </xsl:template>

  <xsl:template match="datatype" as="element()" mode="attribute" priority="1">
    <xsl:apply-templates select="dataRef" mode="pattern"/>
  </xsl:template>

  <xsl:template match="valItem" as="node()+" mode="attribute">
    <value>{@ident}</value>
    <a:documentation>{desc => normalize-space()}</a:documentation>
  </xsl:template>
</xsl:transform>
