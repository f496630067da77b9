<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode cruces: in sentences, where passages that say the same choose other words or lack one. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="cruces" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:synopsis[in:crux]" as="element()" mode="cruces">
    <section class="cruces" aria-labelledby="cruces">
      <h2 id="cruces"><xsl:value-of select="ed:say('synopsis.cruces')"/></h2>
      <ul><xsl:apply-templates select="in:crux" mode="#current"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="in:synopsis[not(in:crux)]" as="empty-sequence()" mode="cruces"/>

  <!-- “underground”: W, R; not in C. -->
  <xsl:template match="in:crux" as="element()" mode="cruces">
    <li>
      <xsl:for-each select="in:wording[@text ne '']">
        <xsl:if test="position() gt 1">; </xsl:if>
        <xsl:apply-templates select="." mode="#current"/>
      </xsl:for-each>
      <xsl:for-each select="in:wording[@text eq '']">
        <xsl:value-of select="'; ' || ed:say('synopsis.not-in') || ' '"/>
        <b class="siglum"><xsl:value-of select="@witnesses"/></b>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="in:wording" as="node()*" mode="cruces">
    <xsl:value-of select="ed:say('quoted', @text) || ' '"/>
    <b class="siglum"><xsl:value-of select="@witnesses"/></b>
  </xsl:template>
</xsl:transform>
