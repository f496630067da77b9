<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: tables and figures. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="table" as="element()+" mode="text">
    <xsl:apply-templates select="head" mode="#current"/>
    <div class="table">
      <table>
        <xsl:call-template name="attributes"/>
        <xsl:apply-templates select="* except head" mode="#current"/>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/row" as="element()" mode="text">
    <tr><xsl:apply-templates select="*" mode="#current"/></tr>
  </xsl:template>

  <xsl:template match="row/cell" as="element()" mode="text">
    <xsl:element name="{if (@role = 'label' or ../@role = 'label') then 'th' else 'td'}">
      <xsl:sequence select="@cols[. castable as xs:positiveInteger] ! ed:span('colspan', .),
        @rows[. castable as xs:positiveInteger] ! ed:span('rowspan', .)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figure" as="element()" mode="text">
    <xsl:element name="{if (parent::p | parent::head | parent::cell) then 'span' else 'figure'}">
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="class" select="'figure'"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figure/head | figDesc" as="element()" mode="text">
    <span class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <!-- Return the attribute by which a cell spans columns or rows. -->
  <xsl:function name="ed:span" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$number"/>
  </xsl:function>
</xsl:transform>
