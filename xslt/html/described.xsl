<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode described: what a register says of an entry beside its name. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="described" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="person | org | place | event | bibl" as="element()*" mode="described">
    <xsl:apply-templates select="* except (idno, *[ed:is-label(.)])" mode="#current"/>
    <xsl:if test="self::event and @* except @xml:id">
      <p class="event-date">
        <xsl:value-of select="(@when, string-join((@from, @notBefore, @to, @notAfter), ' to '))[1]"/>
      </p>
    </xsl:if>
    <xsl:variable name="variants" as="element()*" select="ed:names(.)[not(ed:is-label(.))]"/>
    <xsl:if test="exists($variants)">
      <p class="variants">
        <xsl:text>Also: </xsl:text>
        <xsl:value-of select="distinct-values($variants ! normalize-space())" separator="; "/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="persName | orgName | placeName | title | label | idno"
      as="empty-sequence()" mode="described"/>

  <xsl:template match="birth | death" as="element()" mode="described">
    <p class="{local-name()}">
      <xsl:value-of select="if (self::birth) then 'Born ' else 'Died '"/>
      <xsl:value-of select="(normalize-space()[.], @when, @notBefore)[1]"/>
      <xsl:if test="@cert = 'low'"> (to be verified)</xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="occupation | note | desc | trait | state | residence | affiliation | location
      | author | editor | date | publisher | p | ab" as="element()" mode="described">
    <div class="{local-name(), @type}"><xsl:apply-templates mode="text"/></div>
  </xsl:template>

  <!-- Return the names of an entry. -->
  <xsl:function name="ed:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(child::persName | orgName | placeName | title | label)"/>
  </xsl:function>

  <!-- Return whether an element is the name by which its entry is listed. -->
  <xsl:function name="ed:is-label" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="names" as="element()*" select="ed:names($name/..)"/>
    <xsl:sequence select="exists($names intersect $name) and
      $name is ($names[@type = ('canonical', 'main', 'full')], $names)[1]"/>
  </xsl:function>
</xsl:transform>
