<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode bars: how many readings each class has, as bars in SVG with the number at the end. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="bars" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:classes" as="element()" mode="bars">
    <xsl:variable name="row" as="xs:integer" select="22"/>
    <figure class="chart">
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 {$row * count(in:class)}" width="600"
          height="{$row * count(in:class)}" role="img" fill="currentColor" font-size="13"
          aria-label="{ed:say('statistics.classes-of',
            string-join(in:class ! (ed:class(@name) || ' ' || @total), ', '))}">
        <xsl:for-each select="in:class">
          <g transform="translate(0 {$row * (position() - 1)})">
            <xsl:apply-templates select="." mode="#current">
              <xsl:with-param name="most" as="xs:double"
                  select="max((1, ../in:class/@total ! number(.)))"/>
            </xsl:apply-templates>
          </g>
        </xsl:for-each>
      </svg>
      <figcaption>
        <xsl:value-of select="ed:say('statistics.in-all'),
          in:class/@among ! ed:say('statistics.others-are',
            string-join(tokenize(., ', ') ! ed:class(.), ', '))"/>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="in:class" as="element()+" mode="bars">
    <xsl:param name="most" as="xs:double"/>
    <xsl:variable name="length" as="xs:double" select="round(360 * @total div $most, 1)"/>
    <text xmlns="http://www.w3.org/2000/svg" x="170" y="15" text-anchor="end">
      <xsl:value-of select="ed:class(@name)"/>
    </text>
    <rect xmlns="http://www.w3.org/2000/svg" x="178" y="4" width="{$length}" height="14"
        fill-opacity="{if (@without = 'true') then 0.3 else 0.75}"/>
    <text xmlns="http://www.w3.org/2000/svg" x="{184 + $length}" y="15">
      <xsl:value-of select="@total"/>
    </text>
  </xsl:template>
</xsl:transform>
