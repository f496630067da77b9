<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode rng: the RELAX NG grammar of an ODD, one define for each specification.
     TEI Guidelines, chapter 22; RELAX NG specification, section 3. -->
<xsl:package name="https://recensio.org/xslt/schema/rng" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="ed rng" expand-text="yes">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:include href="specifications.xsl"/>
  <xsl:include href="pattern.xsl"/>
  <xsl:include href="attribute.xsl"/>

  <xsl:mode name="rng" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element(rng:grammar)" mode="rng">
    <xsl:apply-templates select="//schemaSpec" mode="#current"/>
  </xsl:template>

  <xsl:template match="schemaSpec" as="element(rng:grammar)" mode="rng">
    <grammar ns="{@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:apply-templates select="desc" mode="#current"/>
      <start>
        <choice>
          <xsl:for-each select="tokenize(@start)">
            <ref name="{.}"/>
          </xsl:for-each>
        </choice>
      </start>
      <xsl:apply-templates select="ed:groups(.)/*" mode="#current"/>
    </grammar>
  </xsl:template>

  <xsl:template match="dataSpec | macroSpec" as="element(rng:define)" mode="rng">
    <define name="{@ident}">
      <xsl:apply-templates select="desc" mode="#current"/>
      <xsl:apply-templates select="content" mode="pattern"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" as="element(rng:define)" mode="rng">
    <define name="{@ident}">
      <xsl:apply-templates select="desc" mode="#current"/>
      <choice>
        <xsl:for-each select="key('member', @ident)">
          <ref name="{@ident}"/>
        </xsl:for-each>
      </choice>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" as="element(rng:define)" mode="rng">
    <define name="{@ident}">
      <xsl:apply-templates select="desc, classes" mode="#current"/>
      <xsl:apply-templates select="attList/*" mode="attribute"/>
    </define>
  </xsl:template>

  <xsl:template match="elementSpec" as="element(rng:define)" mode="rng">
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:apply-templates select="desc" mode="#current"/>
        <xsl:apply-templates select="content" mode="pattern"/>
        <xsl:apply-templates select="classes" mode="#current"/>
        <xsl:apply-templates select="attList/*" mode="attribute"/>
      </element>
    </define>
  </xsl:template>

  <xsl:template match="classes" as="element(rng:ref)*" mode="rng">
    <xsl:for-each select="ed:attribute-classes(..)">
      <ref name="{@ident}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="desc" as="element(a:documentation)" mode="rng">
    <a:documentation>{normalize-space()}</a:documentation>
  </xsl:template>
</xsl:package>
