<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode piece: the pieces of an entry (common/phrasing) as plain text. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="piece" on-no-match="fail" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template match=".[?is = ('lemma', 'reading', 'group', 'base')]" as="xs:string*" mode="piece">
    <xsl:apply-templates select="?pieces" mode="#current"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'hidden']" as="empty-sequence()" mode="piece"/>

  <xsl:template match=".[?is = ('words', 'written')]" as="xs:string*" mode="piece">
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="?nodes" mode="bare"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:template>

  <xsl:template match=".[?is = ('short', 'form', 'bracket', 'separator', 'said', 'siglum', 'row', 'name')]"
      as="xs:string" mode="piece">
    <xsl:sequence select="?text"/>
  </xsl:template>

  <!-- What is raised, in letters and numerals that Unicode has raised; there is no q. -->
  <xsl:template match=".[?is eq 'raised']" as="xs:string" mode="piece">
    <xsl:sequence select="translate(?text, '0123456789abcdefghijklmnoprstuvwxyz.',
      '⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ')"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'place']" as="xs:string*" mode="piece">
    <xsl:sequence select="'('"/>
    <xsl:apply-templates select="?of/node()" mode="bare"/>
    <xsl:sequence select="')'"/>
  </xsl:template>

  <xsl:template match=".[?is eq 'note']" as="xs:string*" mode="piece">
    <xsl:sequence select="?text"/>
    <xsl:apply-templates select="?of/node()" mode="bare"/>
  </xsl:template>
</xsl:transform>
