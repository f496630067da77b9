<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: verse (TEI Guidelines, 6). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="l" as="element()" mode="text">
    <xsl:element name="{if (parent::p | ancestor::hi) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'l', ed:looks(.), ed:after-part(.)" separator=" "/>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="cite"/>
      <xsl:call-template name="line-number"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A line of a stanza that stands among words, as in a quotation in the line. -->
  <xsl:template match="q/l[not(ed:is-block(..))]" as="element()" mode="text" priority="1">
    <span class="l-inline">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="lg" as="element()" mode="text">
    <div>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="caesura" as="element()" mode="text">
    <span class="caesura"><xsl:call-template name="attributes"/></span>
  </xsl:template>

  <!-- Return the class that sets the later part of a divided line (6.1.2) as far to the right as
       its earlier parts reach, in steps of four letters. -->
  <xsl:function name="ed:after-part" as="xs:string?">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="reached" as="xs:integer"
        select="if ($line/@part = ('M', 'F')) then ed:reached($line) else 0"/>
    <xsl:sequence select="
      ('after-' || min((12, ($reached + 3) idiv 4)))[$line/@part = ('M', 'F')]"/>
  </xsl:function>

  <!-- Return how many letters of its line stand before a part. -->
  <xsl:function name="ed:reached" as="xs:integer">
    <xsl:param name="part" as="element(l)"/>
    <xsl:variable name="before" as="element(l)?" select="(
      $part/preceding-sibling::*[self::l or self::lg][1]/descendant-or-self::l[last()],
      $part/ancestor::sp[1]/preceding-sibling::sp[1]/descendant::l[last()])[1]"/>
    <xsl:sequence select="if (empty($before[@part = ('I', 'M')])) then 0
      else string-length(normalize-space($before))
        + (if ($before/@part = 'M') then ed:reached($before) else 0)"/>
  </xsl:function>
</xsl:transform>
