<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode message: what the stylesheet of a Schematron schema says when an assertion speaks up. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:out="http://www.w3.org/1999/XSL/TransformAlias"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <!-- @role and @subject hold for the whole rule where the assertion has none of its own. -->
  <xsl:template match="assert | report" as="element()" mode="message">
    <xsl:variable name="subject" as="xs:string" select="(@subject, ../@subject, '.')[1]"/>
    <xsl:variable name="role" as="xs:string" select="(@role, ../@role, 'error')[1]"/>
    <!-- Braces would be read as an expression by the stylesheet that is made. -->
    <problem id="{@id}" pattern="{../../@id}" role="{$role => replace('([{}])', '$1$1')}"
        location="{{(({$subject}), .)[1] => path()}}">
      <xsl:apply-templates select="node()" mode="#current"/>
    </problem>
  </xsl:template>

  <xsl:template match="text()" as="element(xsl:text)" mode="message">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="value-of" as="element(xsl:value-of)" mode="message">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="name" as="element(xsl:value-of)" mode="message">
    <out:value-of select="name({@path})"/>
  </xsl:template>

  <xsl:template match="emph | dir | span" as="element()*" mode="message">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>
</xsl:transform>
