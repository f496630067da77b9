<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode entry: an app as an entry of the apparatus (TEI Guidelines, 12.1), its pieces in piece.xsl. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="app" as="element()" mode="entry">
    <li class="entry" id="{@xml:id}" data-entry="{@xml:id}">
      <xsl:choose>
        <xsl:when test="ancestor::listApp">
          <a class="number" href="#{@xml:id}:lemma"><xsl:value-of select="(@loc, @n)[1]"/></a>
        </xsl:when>
        <xsl:otherwise>
          <a class="number" href="#{@xml:id}:lemma"><xsl:value-of select="@n"/></a>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="ed:phrased(.)" mode="piece"/>
    </li>
  </xsl:template>
</xsl:transform>
