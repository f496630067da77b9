<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode contents: the first page of the site, with a link to every document. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    exclude-result-prefixes="#all">

  <xsl:mode name="contents" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="contents">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:edition" as="element()" mode="contents">
    <article>
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <xsl:if test="@editors ne ''">
          <p class="byline"><xsl:value-of select="@editors"/></p>
        </xsl:if>
        <xsl:if test="@description ne ''">
          <p class="description"><xsl:value-of select="@description"/></p>
        </xsl:if>
      </header>
      <xsl:for-each-group select="in:document" group-adjacent="string(@kind)">
        <section class="documents">
          <h2>
            <xsl:value-of select="if (current-grouping-key() eq 'transcript')
              then 'Transcripts of the witnesses' else 'Texts'"/>
          </h2>
          <ol><xsl:apply-templates select="current-group()" mode="#current"/></ol>
        </section>
      </xsl:for-each-group>
    </article>
  </xsl:template>

  <xsl:template match="in:document" as="element()" mode="contents">
    <li>
      <xsl:for-each select="@siglum">
        <b class="siglum"><xsl:value-of select="."/></b>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <a href="{@page}"><xsl:value-of select="@title"/></a>
      <xsl:if test="xs:integer(@entries) gt 0">
        <xsl:text> </xsl:text>
        <span class="scent"><xsl:value-of select="@entries, if (@entries eq '1') then 'variant place'
          else 'variant places'"/></span>
      </xsl:if>
    </li>
  </xsl:template>
</xsl:transform>
