<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode entry: an app as an entry of the apparatus (TEI Guidelines, 12.1), its pieces in piece.xsl. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:param name="plain" as="xs:string" select="''">
    <!-- Lines "entry TAB words": each entry in plain words, for readers who do not read sigla. The
         language of these words stands under the key ":". -->
  </xsl:param>

  <xsl:variable name="ed:plain" as="map(xs:string, xs:string)" select="ed:table($plain)"/>

  <xsl:template match="app" as="element()" mode="entry">
    <li class="entry" id="{@xml:id}" data-entry="{@xml:id}">
      <a class="number" role="doc-backlink" href="#{@xml:id}:lemma">
        <xsl:value-of select="(@loc[current()/ancestor::listApp], @n)[1]"/>
      </a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="ed:phrased(.)" mode="piece"/>
      <xsl:text> </xsl:text>
      <xsl:call-template name="cite"/>
      <xsl:for-each select="$ed:plain(string(@xml:id))">
        <p class="plain" lang="{$ed:plain(':')}"><xsl:value-of select="."/></p>
      </xsl:for-each>
    </li>
  </xsl:template>
</xsl:transform>
