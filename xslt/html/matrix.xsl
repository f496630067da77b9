<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode matrix: how often each witness agrees with each other, as a table. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="matrix" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:matrix" as="element()" mode="matrix">
    <!-- What can be scrolled is a region, and regions are told apart by their names. -->
    <div class="table matrix" role="region" tabindex="0" aria-label="{string-join(
        (ed:say('statistics.matrix'), ../in:document[1][../../in:tradition[2]]/@title), ', ')}">
      <table>
        <caption><xsl:value-of select="ed:say('statistics.in-per-cent')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ed:say('statistics.witness')"/></th>
            <xsl:apply-templates select="in:row/@siglum" mode="#current"/>
            <th scope="col"><xsl:value-of select="ed:say('statistics.places')"/></th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="in:row" mode="#current"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="@siglum" as="element()" mode="matrix">
    <th scope="col"><b class="siglum"><xsl:value-of select="."/></b></th>
  </xsl:template>

  <xsl:template match="in:row" as="element()" mode="matrix">
    <tr>
      <th scope="row"><b class="siglum"><xsl:value-of select="@siglum"/></b></th>
      <xsl:apply-templates select="*" mode="#current"/>
      <td class="places"><xsl:value-of select="@known"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="in:self" as="element()" mode="matrix">
    <td class="self">–</td>
  </xsl:template>

  <xsl:template match="in:cell" as="element()" mode="matrix">
    <td class="{if (number(@places) lt number(/*/@few)) then 'few'
        else 'shade-' || xs:integer(@percent) idiv 10}">
      <xsl:value-of select="(@percent, '·')[1]"/>
      <xsl:if test="../../@counted = 'true'">
        <small><xsl:value-of select="@agreeing || '/' || @places"/></small>
      </xsl:if>
    </td>
  </xsl:template>
</xsl:transform>
