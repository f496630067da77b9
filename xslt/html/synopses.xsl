<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode synopses: the list of all sets of passages that are set side by side. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="synopses" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="synopses">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:synopses" as="element()" mode="synopses">
    <article class="synopses">
      <header class="title">
        <h1><xsl:value-of select="ed:say('synopses')"/></h1>
        <p class="description"><xsl:value-of select="ed:say('synopses.said')"/></p>
      </header>
      <div class="table">
        <table class="synopsis-list">
          <caption>
            <xsl:value-of select="ed:count('synopses.sets', count(in:set),
              count(in:set[@aligned eq 'true']))"/>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <xsl:value-of select="ed:say('synopses.set')"/>
              </th>
              <th scope="col">
                <xsl:value-of select="ed:say('synopses.passages')"/>
              </th>
              <th scope="col">
                <xsl:value-of select="ed:say('synopses.witnesses')"/>
              </th>
              <th scope="col">
                <xsl:value-of select="ed:say('synopses.kind')"/>
              </th>
              <th scope="col">
                <xsl:value-of select="ed:say('synopses.alignment')"/>
              </th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="in:set" mode="#current"/></tbody>
        </table>
      </div>
    </article>
  </xsl:template>

  <xsl:template match="in:set" as="element()" mode="synopses">
    <tr id="{@id}">
      <td><xsl:value-of select="@id"/></td>
      <th scope="row"><a href="{@page}"><xsl:value-of select="@title"/></a></th>
      <td>
        <xsl:for-each select="in:witness">
          <xsl:if test="position() gt 1">, </xsl:if>
          <b class="siglum"><xsl:value-of select="@id"/></b>
        </xsl:for-each>
      </td>
      <td><xsl:value-of select="ed:known('synopsis.' || @kind, @kind)"/></td>
      <td>
        <xsl:value-of select="if (@aligned eq 'true')
          then ed:say('synopses.aligned', ed:decimal(@confidence, '0.00'))
          else ed:say('synopses.not-aligned')"/>
      </td>
    </tr>
  </xsl:template>
</xsl:transform>
