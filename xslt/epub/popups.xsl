<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode element, continued: entries and notes that a reading system opens over the text, the marks
     that open them, the ways back (EPUB 3 Structural Semantics; DPUB-ARIA 1.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="xs map ed">

  <!-- What stands at the foot of a section, as a row of entries or notes. -->
  <xsl:template match="aside[@class = ('apparatus', 'footnotes')]" as="element()" mode="element">
    <section epub:type="footnotes">
      <xsl:apply-templates select="@*, ol/li" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="aside/ol/li[@class = ('entry', 'footnote')]" as="element()" mode="element">
    <aside epub:type="footnote" role="doc-footnote">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </aside>
  </xsl:template>

  <!-- What no mark opens is read where it stands; some reading systems hide notes there. -->
  <xsl:template match="aside/ol/li[$ed:unopened(string(@id))]" as="element()"
      mode="element" priority="2">
    <div>
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:variable name="ed:unopened" as="map(xs:string, xs:boolean)"
      select="map:merge(tokenize($unopened) ! map:entry(., true()))"/>

  <!-- Return what a link is for: it opens an entry or note, or leads back from it. The entries of a
       list that is read where it stands are no notes, and a mark leads to them as any link does. -->
  <xsl:function name="ed:purpose" as="attribute()*">
    <xsl:param name="link" as="element(a)"/>
    <xsl:choose>
      <xsl:when test="$link/@class = ('mark', 'noteref')">
        <xsl:attribute name="epub:type" select="'noteref'"/>
        <xsl:attribute name="role" select="'doc-noteref'"/>
      </xsl:when>
      <xsl:when test="$link/@class = 'number'">
        <xsl:attribute name="epub:type" select="'backlink'"/>
        <xsl:attribute name="role" select="'doc-backlink'"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>
</xsl:transform>
