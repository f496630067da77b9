<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode cite: how the edition, its documents and the places in them are cited. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="cite" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="cite">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:cite" as="element()" mode="cite">
    <article class="how-to-cite">
      <header class="title"><h1><xsl:value-of select="ed:say('cite')"/></h1></header>
      <section>
        <h2><xsl:value-of select="ed:say('cite.edition')"/></h2>
        <xsl:apply-templates select="in:edition" mode="#current"/>
        <p class="formats">
          <xsl:value-of select="ed:say('cite.formats')"/>
          <xsl:for-each select="in:format">
            <xsl:text> </xsl:text>
            <a href="{@href}"><xsl:value-of select="@title"/></a>
          </xsl:for-each>
        </p>
      </section>
      <xsl:if test="in:place">
        <section>
          <h2><xsl:value-of select="ed:say('cite.places')"/></h2>
          <p><xsl:value-of select="ed:say('cite.places-how')"/></p>
          <ul><xsl:apply-templates select="in:place" mode="#current"/></ul>
          <p><xsl:value-of select="ed:say('cite.source')"/></p>
        </section>
      </xsl:if>
      <xsl:if test="in:document">
        <section>
          <h2><xsl:value-of select="ed:say('cite.documents')"/></h2>
          <xsl:apply-templates select="in:document" mode="#current"/>
        </section>
      </xsl:if>
      <xsl:apply-templates select="in:provenance" mode="#current"/>
    </article>
  </xsl:template>

  <!-- From which files this was made, and by what. -->
  <xsl:template match="in:provenance" as="element(section)" mode="cite">
    <section>
      <h2><xsl:value-of select="ed:say('provenance')"/></h2>
      <p><xsl:value-of select="ed:say('provenance.made', @version)"/></p>
      <xsl:if test="@commit">
        <p>
          <xsl:value-of select="ed:say('provenance.commit')"/>
          <xsl:text> </xsl:text>
          <code><xsl:value-of select="@commit"/></code>
          <xsl:value-of select="@changed ! (', ' || ed:say('provenance.changed'))"/>
          <xsl:text>.</xsl:text>
        </p>
      </xsl:if>
      <p>
        <xsl:value-of select="ed:say('provenance.sources')"/>
        <xsl:text> </xsl:text>
        <code><xsl:value-of select="@sources"/></code>
        <xsl:text>.</xsl:text>
      </p>
    </section>
  </xsl:template>

  <xsl:template match="in:place" as="element()" mode="cite">
    <li>
      <xsl:value-of select="ed:say('cite.' || @kind)"/>
      <xsl:text>: </xsl:text>
      <a href="{@href}"><xsl:value-of select="@address"/></a>
    </li>
  </xsl:template>

  <xsl:template match="in:edition" as="element(p)" mode="cite">
    <p class="citation">
      <xsl:value-of select="@authors[. ne ''] ! (. || ', ')"/>
      <cite><xsl:value-of select="@title"/></cite>
      <xsl:call-template name="credits"/>
    </p>
  </xsl:template>

  <xsl:template match="in:document" as="element(p)" mode="cite">
    <p class="citation">
      <xsl:if test="@authors ne ''"><xsl:value-of select="@authors || ', '"/></xsl:if>
      <a href="{@page}">
        <xsl:sequence select="@xml:lang ! ed:language(.)"/>
        <xsl:value-of select="@title"/>
      </a>
      <xsl:text>. </xsl:text>
      <xsl:value-of select="ed:say('cite.in', @container)"/>
      <xsl:call-template name="credits"/>
    </p>
  </xsl:template>

  <!-- Editors, imprint and address. -->
  <xsl:template name="credits" as="node()*">
    <xsl:variable name="said" as="xs:string*" select="
      @editors[. ne ''] ! ed:say('edited-by', .), @imprint[. ne '']"/>
    <xsl:value-of select="$said ! (', ' || .)" separator=""/>
    <xsl:text>.</xsl:text>
    <xsl:for-each select="(@identifier, @address)[. ne ''][1]">
      <xsl:text> </xsl:text>
      <a href="{.}"><xsl:value-of select="."/></a>
    </xsl:for-each>
  </xsl:template>
</xsl:transform>
