<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode colophon: how the edition is cited, and its licence, at the end of the first page. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="colophon" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:edition" as="element()" mode="colophon">
    <section class="colophon">
      <h2><a href="cite.html"><xsl:value-of select="ed:say('how-to-cite')"/></a></h2>
      <p class="citation">
        <xsl:value-of select="@authors[. ne ''] ! (. || ', ')"/>
        <cite><xsl:value-of select="@title"/></cite>
        <xsl:value-of select="@editors[. ne ''] ! (', ' || ed:say('edited-by', .))"/>
        <xsl:value-of select="ed:imprint(.)[.] ! (', ' || .)"/>
        <xsl:text>.</xsl:text>
        <xsl:if test="@url ne ''">
          <xsl:text> </xsl:text>
          <a href="{@url}"><xsl:value-of select="@url"/></a>
        </xsl:if>
      </p>
      <xsl:if test="@licence ne ''">
        <h2><xsl:value-of select="ed:say('reading.licence')"/></h2>
        <p>
          <xsl:choose>
            <xsl:when test="matches(@licence-url, '^https?://')">
              <a rel="license" href="{@licence-url}"><xsl:value-of select="@licence"/></a>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="@licence"/></xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:if>
    </section>
  </xsl:template>
</xsl:transform>
