<?xml version="1.0" encoding="UTF-8"?>
<!-- Modes title and about: what the teiHeader says, above the text and below it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="title" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="about" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" as="element()" mode="title">
    <xsl:variable name="titles" as="element(title)*" select="fileDesc/titleStmt/title"/>
    <xsl:variable name="main" as="element(title)?" select="($titles[@type = 'main'], $titles)[1]"/>
    <xsl:variable name="names" as="element()*" select="fileDesc/titleStmt/(author, editor)"/>
    <header class="title">
      <h1><xsl:apply-templates select="$main/node()" mode="text"/></h1>
      <xsl:for-each select="$titles[@type = 'sub']">
        <p class="subtitle"><xsl:apply-templates mode="text"/></p>
      </xsl:for-each>
      <xsl:if test="exists($names)">
        <p class="byline">
          <xsl:value-of select="$names ! normalize-space()" separator=", "/>
        </p>
      </xsl:if>
      <xsl:variable name="places" as="xs:integer" select="count(..//text//app)"/>
      <xsl:if test="$places gt 0">
        <p class="scent">
          <xsl:value-of select="$places, if ($places eq 1) then 'place' else 'places'"/>
          <xsl:text> where the witnesses differ or are weighed</xsl:text>
        </p>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template match="teiHeader" as="element()" mode="about">
    <details class="about">
      <summary>About this document</summary>
      <xsl:apply-templates select="fileDesc/*, encodingDesc/*, profileDesc/*, revisionDesc/*"
          mode="#current"/>
    </details>
  </xsl:template>

  <xsl:template match="*" as="element()" mode="about">
    <div class="about-part">
      <h2><xsl:value-of select="ed:spelt-out(local-name())"/></h2>
      <xsl:apply-templates select="." mode="text">
        <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- Return the name of a header element in words: titleStmt as Title. -->
  <xsl:function name="ed:spelt-out" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="words" as="xs:string"
        select="replace(replace($name, '(Stmt|Desc|Decl)$', ''), '([A-Z])', ' $1')"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || lower-case(substring($words, 2))"/>
  </xsl:function>
</xsl:transform>
