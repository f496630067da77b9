<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode title: what the teiHeader says above the text: title, editors, the number of entries. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="title" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" as="element()" mode="title">
    <xsl:variable name="titles" as="element(title)*" select="fileDesc/titleStmt/title"/>
    <xsl:variable name="main" as="element(title)?" 
        select="($titles[@type = 'main'], $titles[@level = 'a'], $titles)[1]"/>
    <xsl:variable name="names" as="xs:string*" select="distinct-values(
        fileDesc/titleStmt/(author, editor)
        ! (if (exists((name, persName, orgName)[2])) then (name, persName, orgName) else .)
        ! normalize-space())"/>
    <header class="title">
      <h1><xsl:apply-templates select="$main/node()" mode="text"/></h1>
      <xsl:for-each select="$titles[@type = 'sub']">
        <p class="subtitle"><xsl:apply-templates mode="text"/></p>
      </xsl:for-each>
      <xsl:if test="exists($names)">
        <p class="byline">
          <xsl:value-of select="$names"
              separator="{if (contains(string-join($names), ',')) then '; ' else ', '}"/>
        </p>
      </xsl:if>
      <xsl:variable name="places" as="xs:integer" select="count(..//text//app)"/>
      <xsl:if test="$places gt 0">
        <p class="scent">
          <xsl:sequence select="ed:foreign-words(.)"/>
          <xsl:value-of select="ed:count('reading.variant-places', $places)"/>
        </p>
      </xsl:if>
    </header>
  </xsl:template>
</xsl:transform>
