<?xml version="1.0" encoding="UTF-8"?>
<!-- A quiet row with the ways to a text as each of its witnesses has it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:param name="witness-row" as="xs:string" select="''">
    <!-- Lines "siglum TAB address below the site TAB class TAB name"; the first is the edition's
         text, the second the page where they stand side by side, which have no siglum. -->
  </xsl:param>

  <xsl:param name="to-site" as="xs:string" select="''">
    <!-- The way from the page to the folder of the site. -->
  </xsl:param>

  <xsl:variable name="ed:many-witnesses" as="xs:integer" select="12">
    <!-- Above as many witnesses the row is folded. -->
  </xsl:variable>

  <!-- The row; `here` is the siglum of the witness whose page this is, "" on the edition's own. -->
  <xsl:template name="witness-row" as="element()?">
    <xsl:param name="here" as="xs:string" select="''"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize($witness-row, '\n')[.]"/>
    <xsl:if test="exists($lines)">
      <nav class="witness-row" aria-label="{ed:say('read-in')}">
        <xsl:choose>
          <xsl:when test="count($lines) gt $ed:many-witnesses">
            <details>
              <summary><xsl:value-of select="ed:count('read-in-any', count($lines) - 2)"/></summary>
              <p><xsl:sequence select="ed:ways-to-texts($lines, $here)"/></p>
            </details>
          </xsl:when>
          <xsl:otherwise>
            <p>
              <xsl:value-of select="ed:say('read-in')"/>
              <xsl:text> </xsl:text>
              <xsl:sequence select="ed:ways-to-texts($lines, $here)"/>
            </p>
          </xsl:otherwise>
        </xsl:choose>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Return a link to each text but that which is shown. -->
  <xsl:function name="ed:ways-to-texts" as="node()*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="here" as="xs:string"/>
    <xsl:for-each select="$lines">
      <xsl:variable name="columns" as="xs:string*" select="tokenize(., '&#9;')"/>
      <xsl:variable name="is-here" as="xs:boolean"
          select="$columns[1] eq $here and ($here ne '' or position() eq 1)"/>
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <a href="{$to-site}{$columns[2]}">
        <xsl:if test="$is-here"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
        <xsl:choose>
          <xsl:when test="$columns[1] eq ''"><xsl:value-of select="$columns[4]"/></xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="class" select="'chip', $columns[3]"/>
            <xsl:attribute name="data-witness" select="$columns[1]"/>
            <xsl:if test="not($columns[4] = ('', $columns[1]))">
              <xsl:attribute name="title" select="$columns[4]"/>
            </xsl:if>
            <xsl:value-of select="$columns[1]"/>
          </xsl:otherwise>
        </xsl:choose>
      </a>
    </xsl:for-each>
  </xsl:function>
</xsl:transform>
