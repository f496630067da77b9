<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: plays (TEI Guidelines, 7). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="sp | prologue | epilogue | performance | set | castList/head | castGroup/head"
      as="element()" mode="text">
    <div>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker | stage" as="element()" mode="text">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div'
        else if (ed:is-among-words(.)) then 'span' else 'p'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="castList" as="element()" mode="text">
    <div>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="cast"/>
    </div>
  </xsl:template>

  <xsl:template match="castGroup" as="element()" mode="text">
    <li>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="cast"/>
    </li>
  </xsl:template>

  <!-- The persons of a play as lists, with what stands between and around them. -->
  <xsl:template name="cast" as="node()*">
    <xsl:for-each-group select="node()[self::* or normalize-space()]"
        group-adjacent="exists((self::castItem | self::castGroup | self::pb | self::cb | self::lb))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <ul class="cast"><xsl:apply-templates select="current-group()" mode="text"/></ul>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="current-group()" mode="text"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="castItem" as="element()" mode="text">
    <li>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </li>
  </xsl:template>

  <!-- A description that follows its role without a sign between them is parted from it. -->
  <xsl:template match="castItem/roleDesc[preceding-sibling::node()[1][self::role or self::roleDesc]]
      [matches(., '^\w')]" as="element()" mode="text" priority="1">
    <span class="roleDesc {if (preceding-sibling::*[1][self::role]) then 'after-role' else 'parted'}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <!-- Return whether an element stands in a paragraph or line, between words. -->
  <xsl:function name="ed:is-among-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[self::p or self::l or self::ab or self::hi
      or self::speaker or self::stage or self::head or self::seg or self::q or self::said
      or self::item or self::cell or self::castItem or self::roleDesc or self::title])"/>
  </xsl:function>
</xsl:transform>
