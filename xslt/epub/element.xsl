<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode element: what the site shows as XHTML. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="element" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:key name="places" match="*[@id]" use="string(@id)"/>
  <xsl:variable name="ed:links" as="map(xs:string, xs:string)" select="ed:table($links)"/>

  <xsl:template match="*" as="element()" mode="element">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- An identifier stands once in a file. -->
  <xsl:template match="@id" as="attribute()?" mode="element">
    <xsl:if test="key('places', .)[1] is ..">
      <xsl:attribute name="id" select="ed:xml-name(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@lang" as="attribute()*" mode="element">
    <xsl:sequence select="ed:tongue(., ($language, ../ancestor::*/@lang))"/>
  </xsl:template>

  <!-- Only a day in the form of HTML is a day to a reading system. -->
  <xsl:template match="time[not(matches(@datetime, '^\d{4}-\d\d-\d\d$'))]" as="element()"
      mode="element">
    <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@* except @datetime, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="a[@href]" as="element()" mode="element">
    <xsl:variable name="address" as="xs:string"
        select="($ed:links(normalize-space(@href)), string(@href))[1]"/>
    <xsl:element name="{if ($address) then 'a' else if (div | p | ul | ol | table) then 'div' else 'span'}"
        namespace="http://www.w3.org/1999/xhtml">
      <xsl:if test="$address">
        <xsl:attribute name="href" select="ed:named($address)"/>
      </xsl:if>
      <xsl:sequence select="ed:purpose(.)[$address]"/>
      <xsl:apply-templates select="@* except @href, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What only scripts can do. -->
  <xsl:template match="*[@data-switch]" as="empty-sequence()" mode="element"/>

  <!-- A book is cited by its text, not by addresses of its files. -->
  <xsl:template match="a[@class = 'cite']" as="empty-sequence()" mode="element" priority="2"/>

  <xsl:template match="span[@role = 'doc-pagebreak']" as="element()" mode="element">
    <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="epub:type" select="'pagebreak'"/>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
