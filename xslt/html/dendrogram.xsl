<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode dendrogram: the tree of witnesses that agree, as SVG; its places are reckoned beforehand. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="dendrogram" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:dendrogram" as="element()" mode="dendrogram">
    <figure class="chart">
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {@width} {@height}" width="{@width}"
          height="{@height}" role="img" font-size="13" fill="currentColor" stroke="none"
          aria-label="{ed:tree-words(.)}">
        <g stroke="currentColor" stroke-opacity="0.25">
          <xsl:apply-templates select="in:tick" mode="#current"/>
        </g>
        <g stroke="currentColor" stroke-width="1.5" stroke-linecap="square">
          <xsl:apply-templates select="in:line" mode="#current"/>
        </g>
        <xsl:apply-templates select="in:leaf" mode="#current"/>
      </svg>
      <figcaption>
        <xsl:value-of select="ed:say('statistics.tree-said')"/>
      </figcaption>
    </figure>
  </xsl:template>

  <!-- Return in words what a dendrogram shows: its witnesses from top to bottom, and the scale. -->
  <xsl:function name="ed:tree-words" as="xs:string">
    <xsl:param name="tree" as="element(in:dendrogram)"/>
    <xsl:sequence select="ed:say('statistics.tree', (string-join($tree/in:leaf/@siglum, ', '),
      $tree/in:tick[1]/@label, $tree/in:tick[last()]/@label))"/>
  </xsl:function>

  <xsl:template match="in:tick" as="element()+" mode="dendrogram">
    <line xmlns="http://www.w3.org/2000/svg" x1="{@x}" x2="{@x}" y1="{../@top}" y2="{../@bottom}"/>
    <text xmlns="http://www.w3.org/2000/svg" x="{@x}" y="{number(../@top) - 8}" stroke="none"
        font-size="11" text-anchor="middle"><xsl:value-of select="@label"/></text>
  </xsl:template>

  <xsl:template match="in:line" as="element()" mode="dendrogram">
    <line xmlns="http://www.w3.org/2000/svg" x1="{@x1}" y1="{@y1}" x2="{@x2}" y2="{@y2}"/>
  </xsl:template>

  <xsl:template match="in:leaf" as="element()" mode="dendrogram">
    <text xmlns="http://www.w3.org/2000/svg" x="{number(@x) + 8}" y="{number(@y) + 4}">
      <tspan font-weight="600"><xsl:value-of select="@siglum"/></tspan>
      <tspan dx="6" font-size="11" fill-opacity="0.7"><xsl:value-of select="@places"/></tspan>
    </text>
  </xsl:template>
</xsl:transform>
