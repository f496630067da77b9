<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode matter: the title page and the colophon of an electronic book. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="matter" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element(chapter)" mode="matter">
    <chapter><xsl:apply-templates select="*" mode="#current"/></chapter>
  </xsl:template>

  <xsl:template match="in:title-page" as="element(article)" mode="matter">
    <article class="title-page">
      <h1><xsl:value-of select="@title"/></h1>
      <xsl:apply-templates mode="#current"
          select="@editors, @description, @publisher, @date, @licence"/>
    </article>
  </xsl:template>

  <xsl:template match="@editors | @publisher | @date" as="element(p)" mode="matter">
    <p class="{name()}"><xsl:value-of select="."/></p>
  </xsl:template>

  <xsl:template match="@description" as="element(p)" mode="matter">
    <p class="description"><xsl:value-of select="."/></p>
  </xsl:template>

  <xsl:template match="@licence" as="element(p)" mode="matter">
    <p class="licence">
      <xsl:choose>
        <xsl:when test="matches(../@licence-url, '^https?://')">
          <a href="{../@licence-url}"><xsl:value-of select="."/></a>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template match="in:colophon" as="element(article)" mode="matter">
    <article class="colophon">
      <h1><xsl:value-of select="ed:say('colophon')"/></h1>
      <p>
        <cite><xsl:value-of select="@title"/></cite>
        <xsl:value-of select="@editors ! (', ' || ed:say('edited-by', .)), '. '" separator=""/>
        <xsl:value-of select="ed:say('colophon.made', (@version, substring(@modified, 1, 10)))"/>
      </p>
      <xsl:apply-templates select="@licence" mode="#current"/>
      <p>
        <xsl:value-of select="ed:say('colophon.identifier') || ' '"/>
        <span class="digest"><xsl:value-of select="@identifier"/></span>
      </p>
      <p><xsl:value-of select="ed:say('colophon.documents')"/></p>
      <dl class="digests"><xsl:apply-templates select="in:document" mode="#current"/></dl>
    </article>
  </xsl:template>

  <xsl:template match="in:document" as="element()+" mode="matter">
    <dt><xsl:value-of select="@path"/></dt>
    <dd class="digest"><xsl:value-of select="@digest"/></dd>
  </xsl:template>
</xsl:transform>
