<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode heat: how much the witnesses differ along a text, as a bar of cells in SVG. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="heat" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="highest-of-bar" as="xs:integer" select="24">
    <!-- The height of a bar; below it stand the labels of its axis. -->
  </xsl:variable>

  <xsl:template match="in:heat" as="element()" mode="heat">
    <figure class="chart">
      <figcaption>
        <xsl:choose>
          <xsl:when test="@page eq ''"><xsl:value-of select="ed:say('heat.along')"/></xsl:when>
          <xsl:otherwise><a href="{@page}"><xsl:value-of select="@title"/></a></xsl:otherwise>
        </xsl:choose>
      </figcaption>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {number(@width) + 2} 44"
          width="{number(@width) + 2}" height="44" role="group" fill="currentColor"
          font-size="11" aria-label="{ed:count('heat.words', @words, @title)}">
        <rect width="{@width}" height="{$highest-of-bar}" fill="none" stroke="currentColor"
            stroke-opacity="0.4"/>
        <xsl:apply-templates select="in:cell" mode="#current"/>
        <text y="{$highest-of-bar + 14}"><xsl:value-of select="ed:say('heat.first')"/></text>
        <text x="{@width}" y="{$highest-of-bar + 14}" text-anchor="end">
          <xsl:value-of select="@words"/>
        </text>
      </svg>
    </figure>
  </xsl:template>

  <xsl:template match="in:cell" as="element()" mode="heat">
    <!-- No reader knows the ids of blocks: what has no number is told by its words, as the axis is. -->
    <xsl:variable name="place" as="xs:string" select="
      (@label[. ne ''], ed:say('heat.place', (@first, @last)))[1]"/>
    <xsl:variable name="words" as="xs:string" select="
      ed:count('heat.cell', @entries, ($place, format-number(@variance, '0.00')))"/>
    <a xmlns="http://www.w3.org/2000/svg" href="{@href}" aria-label="{$words}">
      <rect x="{@x}" width="{@width}" height="{$highest-of-bar}" fill-opacity="{@shade}">
        <title><xsl:value-of select="$words"/></title>
      </rect>
    </a>
  </xsl:template>
</xsl:transform>
