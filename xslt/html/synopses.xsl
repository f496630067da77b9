<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode synopses: the list of all sets of passages that are set side by side. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    exclude-result-prefixes="#all">

  <xsl:mode name="synopses" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="synopses">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:synopses" as="element()" mode="synopses">
    <article class="synopses">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="description">Passages of the witnesses that tell the same in other words, side by
          side: translations of one text by several hands, quotations beside paraphrases, reports of
          one event. They are compared by what they say. None is a reading of another, and nothing
          here belongs to the apparatus.</p>
      </header>
      <div class="table">
        <table class="synopsis-list" role="table">
          <caption><xsl:value-of select="count(in:set), if (count(in:set) eq 1) then 'set,'
            else 'sets,', count(in:set[@aligned eq 'true']), 'of them aligned'"/></caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">Set</th>
              <th role="columnheader" scope="col">Passages</th>
              <th role="columnheader" scope="col">Witnesses</th>
              <th role="columnheader" scope="col">What they are</th>
              <th role="columnheader" scope="col">Aligned</th>
            </tr>
          </thead>
          <tbody role="rowgroup"><xsl:apply-templates select="in:set" mode="#current"/></tbody>
        </table>
      </div>
    </article>
  </xsl:template>

  <xsl:template match="in:set" as="element()" mode="synopses">
    <tr role="row" id="{@id}">
      <td role="cell"><xsl:value-of select="@id"/></td>
      <th role="rowheader" scope="row"><a href="{@page}"><xsl:value-of select="@title"/></a></th>
      <td role="cell">
        <xsl:for-each select="in:witness">
          <xsl:if test="position() gt 1">, </xsl:if>
          <b class="siglum"><xsl:value-of select="@id"/></b>
        </xsl:for-each>
      </td>
      <td role="cell"><xsl:value-of select="@kind"/></td>
      <td role="cell"><xsl:value-of select="if (@aligned eq 'true') then 'aligned, ' || @confidence else 'not aligned'"/></td>
    </tr>
  </xsl:template>
</xsl:transform>
