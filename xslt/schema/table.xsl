<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode table: the attributes of an element or class as tables in lines of Markdown. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="table" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="classes" as="xs:string*" mode="table">
    <xsl:variable name="classes" as="element(classSpec)*" select="ed:attribute-classes(..)"/>
    <xsl:if test="$classes">
      <xsl:sequence select="'**Attributes of:** '
        || string-join($classes/@ident ! ed:link(.), ', '), ''"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="attList" as="xs:string*" mode="table">
    <xsl:sequence select="'| attribute | value | what it says |', '| --- | --- | --- |'"/>
    <xsl:apply-templates select=".//attDef" mode="#current"/>
    <xsl:sequence select="''"/>
    <xsl:apply-templates select="attList, .//attDef/valList" mode="#current"/>
  </xsl:template>

  <xsl:template match="attList[@org = 'choice']" as="xs:string*" mode="table">
    <xsl:sequence select="'At most one of '
      || string-join(attDef ! ed:code('@' || @ident), ', ') || '.', ''"/>
  </xsl:template>

  <xsl:template match="attDef" as="xs:string" mode="table">
    <xsl:variable name="value" as="xs:string">
      <xsl:apply-templates select="datatype" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="ed:row((
      ed:code('@' || @ident) || ' (required)'[current()/@usage = 'req'], $value, ed:markdown(desc)))"/>
  </xsl:template>

  <xsl:template match="datatype" as="xs:string" mode="table">
    <xsl:sequence select="
      (if (../valList/@type = 'closed') then 'from the list below'
       else if (../valList) then ed:code(dataRef/(@key, @name)) || ', such as below'
       else ed:code(dataRef/(@key, @name)))
      || ', several'[current()/@maxOccurs]"/>
  </xsl:template>

  <xsl:template match="valList" as="xs:string*" mode="table">
    <xsl:sequence select="ed:code('@' || ../@ident) ||
      (if (@type = 'closed') then ' is one of:' else ' is for instance:'), ''"/>
    <xsl:sequence select="valItem ! ('- ' || ed:code(@ident) || ' – ' || ed:markdown(desc)), ''"/>
  </xsl:template>
</xsl:transform>
