<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode footnote: a note at the foot of its section, with the way back to its place. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="footnote" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note" as="element()" mode="footnote">
    <li class="footnote" id="{@xml:id}" data-note="{@xml:id}">
      <xsl:sequence select="@xml:lang ! ed:language(.)"/>
      <a class="number" role="doc-backlink" href="#{@xml:id}:ref">
        <xsl:value-of select="ed:note-mark(.)"/>
      </a>
      <xsl:text> </xsl:text>
      <div class="note-text"><xsl:apply-templates mode="text"/></div>
    </li>
  </xsl:template>

  <!-- What stands at the foot of a section: its apparatus and its notes. -->
  <xsl:template name="foot" as="element()*">
    <xsl:variable name="entries" as="element(app)*" select="key('entries', generate-id())"/>
    <xsl:if test="exists($entries)">
      <aside class="apparatus">
        <xsl:sequence select="ed:foot-title(., 'reading.critical-apparatus')"/>
        <ol><xsl:apply-templates select="$entries" mode="entry"/></ol>
      </aside>
    </xsl:if>
    <xsl:variable name="notes" as="element(note)*" select="key('footnotes', generate-id())"/>
    <xsl:if test="exists($notes)">
      <aside class="footnotes">
        <xsl:sequence select="ed:foot-title(., 'reading.notes')"/>
        <ol><xsl:apply-templates select="$notes" mode="footnote"/></ol>
      </aside>
    </xsl:if>
  </xsl:template>

  <!-- Return what stands above the entries or notes of a section. -->
  <xsl:function name="ed:foot-title" as="element()">
    <xsl:param name="section" as="element()"/>
    <xsl:param name="key" as="xs:string"/>
    <p class="foot-title">
      <xsl:sequence select="ed:foreign-words($section)"/>
      <xsl:value-of select="ed:say($key)"/>
    </p>
  </xsl:function>
</xsl:transform>
