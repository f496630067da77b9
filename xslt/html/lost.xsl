<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode lost: the page for an address where nothing stands, which a server gives. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="lost" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="lost">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:lost" as="element()" mode="lost">
    <article>
      <header class="title">
        <h1><xsl:value-of select="ed:say('lost.title')"/></h1>
      </header>
      <p><xsl:value-of select="ed:say('lost.remedy')"/></p>
      <p><a href="/index.html"><xsl:value-of select="ed:say('contents')"/></a></p>
    </article>
  </xsl:template>
</xsl:transform>
