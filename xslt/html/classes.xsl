<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode class-table: how many readings of each class a document and its divisions have. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="class-table" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:classes" as="element()" mode="class-table">
    <div class="table classes" role="region" tabindex="0" aria-label="{ed:say('statistics.classes')}">
      <table>
        <caption><xsl:value-of select="ed:say('statistics.by-division')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="ed:say('statistics.text')"/></th>
            <th scope="col"><xsl:value-of select="ed:say('statistics.entries')"/></th>
            <xsl:apply-templates select="in:class" mode="#current"/>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="in:count" mode="#current"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="in:class" as="element()" mode="class-table">
    <th scope="col">
      <xsl:if test="@without = 'true'"><xsl:attribute name="class" select="'without'"/></xsl:if>
      <xsl:value-of select="ed:class(@name)"/>
    </th>
  </xsl:template>

  <xsl:template match="in:count" as="element()" mode="class-table">
    <tr class="level-{@level}">
      <th scope="row"><a href="{@href}"><xsl:value-of select="@title"/></a></th>
      <td><xsl:value-of select="@entries"/></td>
      <xsl:variable name="classes" as="element(in:class)*" select="../in:class"/>
      <xsl:for-each select="in:number">
        <xsl:variable name="place" as="xs:integer" select="position()"/>
        <td>
          <xsl:if test="$classes[$place]/@without = 'true'">
            <xsl:attribute name="class" select="'without'"/>
          </xsl:if>
          <xsl:value-of select="if (@value eq '0') then '·' else @value"/>
        </td>
      </xsl:for-each>
    </tr>
  </xsl:template>
</xsl:transform>
