<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode scatter: where places lie, as labelled dots in SVG; their places are reckoned beforehand. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="scatter" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:map" as="element()" mode="scatter">
    <section class="map" aria-labelledby=":map">
      <h2 id=":map"><xsl:value-of select="ed:say('map')"/></h2>
      <div class="wide" tabindex="0" role="group" aria-labelledby=":map">
        <figure class="chart">
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {@width} {@height}" width="{@width}"
              height="{@height}" font-size="13" fill="currentColor"
              aria-label="{ed:say('map')}: {@names}">
            <xsl:apply-templates select="in:place" mode="#current"/>
          </svg>
          <figcaption>
            <xsl:value-of select="ed:say('map.said'),
              ed:count('map.left', @left)[xs:integer(current()/@left) gt 0]"/>
          </figcaption>
        </figure>
      </div>
    </section>
  </xsl:template>

  <xsl:template match="in:place" as="element()" mode="scatter">
    <a xmlns="http://www.w3.org/2000/svg" href="{@href}">
      <title><xsl:value-of select="@label"/></title>
      <circle cx="{@x}" cy="{@y}" r="3.5"/>
      <xsl:if test="@left">
        <text x="{@left}" y="{@base}"><xsl:value-of select="@label"/></text>
      </xsl:if>
    </a>
  </xsl:template>
</xsl:transform>
