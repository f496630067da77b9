<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode calendar: documents, or the dates that they mention, by year and month. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="calendar" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="calendar">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:calendar | in:dates" as="element()" mode="calendar">
    <article class="calendar">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="scent"><xsl:value-of select="ed:say(local-name() || '.said')"/></p>
      </header>
      <nav class="letters" aria-label="{ed:say('chronology.years')}">
        <xsl:for-each select="in:year">
          <a href="{(@href, '#:year-' || position())[1]}">
            <xsl:value-of select="ed:year(@date)"/>
            <xsl:if test="@href"><span class="number"><xsl:value-of select="' ' || @total"/></span></xsl:if>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </nav>
      <xsl:apply-templates select="in:year[not(@href)]" mode="#current"/>
    </article>
  </xsl:template>

  <xsl:template match="in:year" as="element()" mode="calendar">
    <section aria-labelledby=":year-{position()}">
      <h2 id=":year-{position()}">
        <xsl:value-of select="ed:year(@date)"/>
        <xsl:text> </xsl:text>
        <span class="number"><xsl:value-of select="@total"/></span>
      </h2>
      <xsl:apply-templates select="in:month" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="in:month" as="element()+" mode="calendar">
    <xsl:if test="@date"><h3><xsl:value-of select="ed:date-words(@date)"/></h3></xsl:if>
    <ul><xsl:apply-templates select="*" mode="#current"/></ul>
  </xsl:template>

  <xsl:template match="in:document" as="element()" mode="calendar">
    <li>
      <span class="day"><xsl:sequence select="ed:time(@date, ed:date-words(@date))"/></span>
      <xsl:text> </xsl:text>
      <a href="{@href}"><xsl:value-of select="@title"/></a>
    </li>
  </xsl:template>

  <xsl:template match="in:mention" as="element()" mode="calendar">
    <li>
      <span class="day"><xsl:sequence select="ed:time(@date, ed:date-words(@date))"/></span>
      <xsl:text> </xsl:text>
      <span class="passage">
        <xsl:value-of select="@before"/>
        <a class="mention" href="{@href}"><xsl:value-of select="@name"/></a>
        <xsl:value-of select="@after"/>
        <xsl:text> </xsl:text>
        <span class="place">
          <xsl:value-of select="@document, ed:stands(.)[current()/@where ne 'text']"
              separator=" · "/>
        </span>
      </span>
    </li>
  </xsl:template>
</xsl:transform>
