<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode overview: the registers of the edition, and the pages that are made from them. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="overview" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="overview">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:overview" as="element()" mode="overview">
    <article class="overview">
      <header class="title"><h1><xsl:value-of select="@title"/></h1></header>
      <ul class="doors"><xsl:apply-templates select="*" mode="#current"/></ul>
    </article>
  </xsl:template>

  <xsl:template match="in:register" as="element()" mode="overview">
    <li>
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <xsl:text> </xsl:text>
      <span class="scent">
        <xsl:value-of select="ed:count('registers.entries', @entries),
          ed:count('registers.mentions', @mentions)" separator=" · "/>
      </span>
    </li>
  </xsl:template>

  <xsl:template match="in:other" as="element()" mode="overview">
    <li><a href="{@href}"><xsl:value-of select="@title"/></a></li>
  </xsl:template>
</xsl:transform>
