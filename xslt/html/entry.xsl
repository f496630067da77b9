<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode entry: an app as an entry of the apparatus (TEI Guidelines, 12.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="app" as="element()" mode="entry">
    <li class="entry" id="{@xml:id}" data-entry="{@xml:id}">
      <xsl:choose>
        <xsl:when test="ancestor::listApp">
          <a class="number" href="#{@xml:id}:lemma"><xsl:value-of select="(@loc, @n)[1]"/></a>
        </xsl:when>
        <xsl:otherwise>
          <a class="number" href="#{@xml:id}:lemma"><xsl:value-of select="@n"/></a>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="ed:base(.)"/>
      <xsl:for-each select="lem, rdg, rdgGrp">
        <xsl:value-of select="if (position() eq 1) then ' ' else '; '"/>
        <xsl:apply-templates select="." mode="#current"/>
      </xsl:for-each>
      <xsl:if test="lem | rdg | rdgGrp">.</xsl:if>
      <xsl:for-each select="note, witDetail[not(preceding-sibling::lem | preceding-sibling::rdg)]">
        <xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="#current"/>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="lem" as="element()" mode="entry">
    <span class="lemma-reading" data-wit="{ed:sigla(.)}">
      <xsl:call-template name="words">
        <xsl:with-param name="quoted" select="not(ed:is-apart(ancestor::app[1]))" tunnel="yes"/>
      </xsl:call-template>
      <span class="bracket">]</span>
      <xsl:call-template name="authority"/>
    </span>
  </xsl:template>

  <xsl:template match="rdg" as="element()" mode="entry">
    <span class="reading" data-reading="{(@type, ed:kind(.))[1]}" data-wit="{ed:sigla(.)}">
      <xsl:call-template name="words"/>
      <xsl:call-template name="authority"/>
    </span>
  </xsl:template>

  <xsl:template match="rdgGrp" as="element()" mode="entry">
    <span class="reading-group">
      <xsl:for-each select="lem, rdg, rdgGrp, note">
        <xsl:if test="position() gt 1">; </xsl:if>
        <xsl:apply-templates select="." mode="#current"/>
      </xsl:for-each>
      <xsl:call-template name="details"/>
    </span>
  </xsl:template>

  <xsl:template match="note | witDetail" as="element()" mode="entry">
    <span class="entry-note">
      <xsl:apply-templates mode="text"/>
    </span>
  </xsl:template>

  <!-- The text of a reading, or the word for its lack. -->
  <xsl:template name="words" as="element()">
    <span class="words">
      <xsl:choose>
        <xsl:when test="ed:kind(.) eq 'text'"><xsl:apply-templates mode="text"/></xsl:when>
        <xsl:otherwise><i><xsl:value-of select="ed:phrase(ed:kind(.))"/></i></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- Whose the reading is, and the place in each witness. -->
  <xsl:template name="authority" as="node()*">
    <xsl:for-each select="ed:authorities(.)">
      <xsl:text> </xsl:text>
      <b class="siglum"><xsl:value-of select="."/></b>
    </xsl:for-each>
    <xsl:call-template name="details"/>
  </xsl:template>

  <!-- What is said of the witnesses of a reading or of a group of readings, in brackets. -->
  <xsl:template name="details" as="node()*">
    <xsl:variable name="details" as="element(witDetail)*" select="ed:details(.)"/>
    <xsl:if test="exists($details)">
      <xsl:text> </xsl:text>
      <span class="place">
        <xsl:text>(</xsl:text>
        <xsl:for-each select="$details">
          <xsl:if test="position() gt 1">; </xsl:if>
          <xsl:if test="count($details) gt 1"><xsl:value-of select="ed:sigla(.), ''"/></xsl:if>
          <xsl:apply-templates select="." mode="place"/>
        </xsl:for-each>
        <xsl:text>)</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Return the witDetail that follow a reading before the next one. -->
  <xsl:function name="ed:details" as="element(witDetail)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading/following-sibling::witDetail
      [preceding-sibling::*[self::lem or self::rdg or self::rdgGrp][1] is $reading]"/>
  </xsl:function>
</xsl:transform>
