<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode sch: the Schematron schema of an ODD, one pattern for each constraint, so that no rule
     hides another (TEI Guidelines, 22.5.2; ISO/IEC 19757-3). -->
<xsl:package name="https://recensio.org/xslt/schema/sch" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs ed" expand-text="yes">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:include href="specifications.xsl"/>

  <xsl:mode name="sch" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(sch:schema)" mode="sch">
    <xsl:apply-templates select="//schemaSpec" mode="#current"/>
  </xsl:template>

  <xsl:template match="schemaSpec" as="element(sch:schema)" mode="sch">
    <sch:schema queryBinding="xslt3">
      <sch:title>{gloss}</sch:title>
      <sch:ns prefix="tei" uri="{@ns}"/>
      <sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
      <xsl:apply-templates select="ed:groups(.)/*/constraintSpec" mode="#current"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraintSpec" as="element(sch:pattern)" mode="sch">
    <sch:pattern id="{@ident}">
      <sch:title>{desc => normalize-space()}</sch:title>
      <xsl:apply-templates select="constraint" mode="#current"/>
    </sch:pattern>
  </xsl:template>

  <xsl:template match="constraint[sch:rule]" as="element(sch:rule)+" mode="sch">
    <xsl:apply-templates select="sch:*" mode="#current"/>
  </xsl:template>

  <!-- Without a rule of its own a constraint is about the element in whose specification it stands. -->
  <xsl:template match="elementSpec/constraintSpec/constraint[not(sch:rule)]"
      as="element(sch:rule)" mode="sch">
    <sch:rule context="tei:{../../@ident}">
      <xsl:apply-templates select="sch:*" mode="#current"/>
    </sch:rule>
  </xsl:template>

  <xsl:template match="sch:rule" as="element(sch:rule)" mode="sch">
    <sch:rule context="{normalize-space(@context)}">
      <xsl:apply-templates select="sch:*" mode="#current"/>
    </sch:rule>
  </xsl:template>

  <xsl:template match="sch:let" as="element(sch:let)" mode="sch">
    <sch:let name="{@name}" value="{normalize-space(@value)}"/>
  </xsl:template>

  <!-- The identifier of the constraint, and from the second on a number. -->
  <xsl:template match="sch:assert | sch:report" as="element()" mode="sch">
    <xsl:variable name="number" as="xs:integer">
      <xsl:number level="any" from="constraintSpec" count="sch:assert | sch:report"/>
    </xsl:variable>
    <xsl:element name="{name()}" namespace="http://purl.oclc.org/dsdl/schematron">
      <xsl:attribute name="id" select="
        ancestor::constraintSpec/@ident || (if ($number gt 1) then '-' || $number else '')"/>
      <xsl:copy-of select="@role"/>
      <xsl:attribute name="test" select="normalize-space(@test)"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sch:value-of | sch:name" as="element()" mode="sch">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <!-- A message in one line: line ends and indentation of the ODD are not part of it. -->
  <xsl:template match="text()" as="text()" mode="sch">
    <xsl:variable name="text" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:variable name="begun" as="xs:string" select="
      if (preceding-sibling::node()) then $text else replace($text, '^ ', '')"/>
    <xsl:value-of select="
      if (following-sibling::node()) then $begun else replace($begun, ' $', '')"/>
  </xsl:template>
</xsl:package>
