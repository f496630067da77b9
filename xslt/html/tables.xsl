<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: tables (TEI Guidelines, 15.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A table that is wider than the page moves in a frame of its own, which the keyboard reaches. -->
  <xsl:template match="table" as="element()" mode="text">
    <div class="table" role="group" tabindex="0" aria-label="{ed:name-of(.)}">
      <table>
        <xsl:call-template name="attributes"/>
        <xsl:variable name="heads" as="element()*" select="row[1][ed:is-row-of-labels(.)][not(cell/@rows)]"/>
        <xsl:where-populated>
          <caption><xsl:apply-templates select="head" mode="#current"/></caption>
        </xsl:where-populated>
        <xsl:where-populated>
          <thead>
            <xsl:apply-templates select="$heads" mode="#current"/>
          </thead>
        </xsl:where-populated>
        <xsl:where-populated>
          <tbody>
            <xsl:apply-templates select="* except (head, $heads)" mode="#current"/>
          </tbody>
        </xsl:where-populated>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/head" as="element()" mode="text">
    <span class="head">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="table/row" as="element()" mode="text">
    <tr>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*" mode="#current"/>
    </tr>
  </xsl:template>

  <xsl:template match="row/cell" as="element()" mode="text">
    <xsl:variable name="labels" as="xs:boolean" select="@role = 'label' or ../@role = 'label'"/>
    <xsl:element name="{if ($labels) then 'th' else 'td'}">
      <xsl:if test="$labels">
        <xsl:attribute name="scope" select="if (ed:is-row-of-labels(..)) then 'col' else 'row'"/>
      </xsl:if>
      <xsl:where-populated>
        <xsl:attribute name="class" select="ed:looks(.)" separator=" "/>
      </xsl:where-populated>
      <xsl:call-template name="attributes"/>
      <xsl:sequence select="@cols[. castable as xs:positiveInteger] ! ed:span('colspan', xs:integer(.)),
        @rows[. castable as xs:positiveInteger]
          ! ed:span('rowspan', min((xs:integer(.), ed:rows-from(..))))"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Return how many rows of its table a row and those after it are. -->
  <xsl:function name="ed:rows-from" as="xs:integer">
    <xsl:param name="row" as="element()"/>
    <xsl:sequence select="1 + count($row/following-sibling::row)"/>
  </xsl:function>

  <!-- Return whether a row holds nothing but labels. -->
  <xsl:function name="ed:is-row-of-labels" as="xs:boolean">
    <xsl:param name="row" as="element()"/>
    <xsl:sequence select="exists($row/cell) and
      ($row/@role = 'label' or empty($row/cell[not(@role = 'label')]))"/>
  </xsl:function>

  <!-- Return what a table is called. -->
  <xsl:function name="ed:name-of" as="xs:string">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="($table/head ! normalize-space()[.], ed:say('table'))[1]"/>
  </xsl:function>

  <!-- Return the attribute by which a cell spans columns or rows. -->
  <xsl:function name="ed:span" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:attribute name="{$name}" select="min(($number, 1000))"/>
  </xsl:function>
</xsl:transform>
