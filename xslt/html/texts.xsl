<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode texts: every document with the ways to its text as each witness has it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="texts" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="texts">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:texts" as="element()" mode="texts">
    <article class="witness-texts-page">
      <header class="title">
        <h1><xsl:value-of select="ed:say('witness-texts')"/></h1>
        <p class="witness-note"><xsl:value-of select="ed:say('about.witness-texts')"/></p>
      </header>
      <xsl:apply-templates select="in:document" mode="#current"/>
    </article>
  </xsl:template>

  <xsl:template match="in:document" as="element()" mode="texts">
    <section>
      <h2><a href="{@href}"><xsl:value-of select="@title"/></a></h2>
      <ul class="chips">
        <xsl:apply-templates select="in:text" mode="#current"/>
        <li><a href="{@parallel}"><xsl:value-of select="ed:say('parallel')"/></a></li>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="in:text" as="element()" mode="texts">
    <li>
      <a class="chip {@colour}" href="{@href}" data-witness="{@siglum}">
        <xsl:if test="@label[. ne '' and . ne ../@siglum]">
          <xsl:attribute name="title" select="@label"/>
        </xsl:if>
        <xsl:value-of select="@siglum"/>
      </a>
    </li>
  </xsl:template>
</xsl:transform>
