<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode ncx: the table of contents for reading systems that know EPUB 2 only (OPF 2.0.1, 2.4.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://www.daisy.org/z3986/2005/ncx/"
    exclude-result-prefixes="xs in ed">

  <xsl:mode name="ncx" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="ncx">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:book" as="element()" mode="ncx">
    <ncx version="2005-1" xml:lang="{@language}">
      <head>
        <meta name="dtb:uid" content="{@identifier}"/>
      </head>
      <docTitle><text><xsl:value-of select="@title"/></text></docTitle>
      <navMap><xsl:apply-templates select="in:heading" mode="#current"/></navMap>
    </ncx>
  </xsl:template>

  <xsl:template match="in:heading" as="element()" mode="ncx">
    <navPoint id="{@id}">
      <navLabel><text><xsl:value-of select="@label"/></text></navLabel>
      <content src="{ed:named(@href)}"/>
      <xsl:apply-templates select="in:heading" mode="#current"/>
    </navPoint>
  </xsl:template>
</xsl:transform>
