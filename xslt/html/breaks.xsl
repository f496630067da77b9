<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: lines, columns and pages of the source, and other points in the text
     (TEI Guidelines, 3.11.3). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="lb" as="node()" mode="text">
    <xsl:choose>
      <xsl:when test="ancestor::ab | ancestor::head | ancestor::titlePage | ancestor::l
          | ancestor::address | ancestor::opener | ancestor::closer | ancestor::dateline
          | ancestor::salute | ancestor::signed"><br/></xsl:when>
      <xsl:when test="@break = 'no'"><wbr/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="pb | cb | gb" as="element()+" mode="text">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="pb" role="doc-pagebreak">
      <xsl:call-template name="attributes"/>
      <xsl:value-of select="@n"/>
    </span>
    <xsl:if test="not($quoted)"><xsl:call-template name="facsimile"/></xsl:if>
  </xsl:template>

  <xsl:template match="anchor | witStart | witEnd | lacunaStart | lacunaEnd | handShift
      | addSpan | delSpan | damageSpan | metamark[not(node())]" as="element()" mode="text">
    <span class="{local-name()}"><xsl:call-template name="attributes"/></span>
  </xsl:template>

  <!-- A division that is counted is named by its number; one that is drawn has its sign. -->
  <xsl:template match="milestone" as="element()" mode="text">
    <span class="{'milestone', 'drawn'[ed:is-drawn(current())]}">
      <xsl:for-each select="@unit">
        <xsl:attribute name="data-unit" select="."/>
      </xsl:for-each>
      <xsl:call-template name="attributes"/>
      <xsl:if test="not(ed:is-drawn(.)) and not(@unit = ('card', 'cut', 'line', 'tlnum'))">
        <xsl:value-of select="@n"/>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- Return whether a milestone is a rule or stars between paragraphs. -->
  <xsl:function name="ed:is-drawn" as="xs:boolean">
    <xsl:param name="milestone" as="element()"/>
    <xsl:sequence select="$milestone/(@unit, @rend) ! tokenize(lower-case(.)) = ('asterism', 'star',
      'stars', 'rule', 'hr', 'ornament', 'absence', 'undefined', 'unspecified')"/>
  </xsl:function>
</xsl:transform>
