<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode network: who is named together with whom, as arcs in SVG and as a table; the places of the
     figure are reckoned beforehand. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="network" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="network">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:network" as="element()" mode="network">
    <article class="network">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="scent">
          <xsl:value-of select="ed:say('network.shown', (count(in:name), count(in:edge))),
            ed:say('network.of-all', (@entries, @pairs))[count(current()/in:edge) lt
              number(current()/@pairs)]"/>
        </p>
      </header>
      <p><xsl:value-of select="ed:say('network.said')"/></p>
      <div class="wide arcs" tabindex="0" role="group" aria-label="{@title}">
        <xsl:call-template name="arcs"/>
      </div>
      <section aria-labelledby=":table">
        <h2 id=":table"><xsl:value-of select="ed:say('chronology.table')"/></h2>
        <div class="wide" tabindex="0" role="group" aria-labelledby=":table">
        <table class="dated">
          <thead>
            <tr>
              <xsl:for-each select="'first', 'second', 'passages'">
                <th scope="col"><xsl:value-of select="ed:say('network.' || .)"/></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="in:edge">
              <tr>
                <td><a href="{@to}"><xsl:value-of select="@first"/></a></td>
                <td><a href="{@and_to}"><xsl:value-of select="@second"/></a></td>
                <td><xsl:value-of select="@weight"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        </div>
      </section>
    </article>
  </xsl:template>

  <xsl:template name="arcs" as="element()">
    <figure class="chart">
      <svg xmlns="http://www.w3.org/2000/svg" width="{@width}" height="{@height}" font-size="13"
          viewBox="0 0 {@width} {@height}" fill="currentColor"
          aria-label="{ed:say('network.figure', string-join(in:edge[position() le 5] !
            ed:count('network.edge', @weight, (@first, @second)), '; '))}">
        <g fill="none" stroke="currentColor" stroke-opacity="0.45">
          <xsl:apply-templates select="in:edge" mode="#current"/>
        </g>
        <xsl:apply-templates select="in:name" mode="#current"/>
      </svg>
    </figure>
  </xsl:template>

  <xsl:template match="in:edge" as="element()" mode="network">
    <xsl:variable name="x" as="xs:integer" select="xs:integer(../@axis)"/>
    <path xmlns="http://www.w3.org/2000/svg" stroke-width="{@width}"
        d="M {$x} {@top} C {$x - number(@reach)} {@top}, {$x - number(@reach)} {@bottom}, {$x} {@bottom}">
      <title><xsl:value-of select="ed:count('network.edge', @weight, (@first, @second))"/></title>
    </path>
  </xsl:template>

  <xsl:template match="in:name" as="element()" mode="network">
    <a xmlns="http://www.w3.org/2000/svg" href="{@href}">
      <circle cx="{../@axis}" cy="{@y}" r="4"/>
      <text x="{../@names}" y="{number(@y) + 5}">
        <xsl:value-of select="@label"/>
        <tspan dx="6" font-size="11" fill-opacity="0.8"><xsl:value-of select="@mentions"/></tspan>
      </text>
    </a>
  </xsl:template>
</xsl:transform>
