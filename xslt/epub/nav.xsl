<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode nav: the navigation document: contents, pages of the source, landmarks (EPUB 3.3, 7). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="xs in ed">

  <xsl:mode name="nav" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="nav">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:book" as="element()" mode="nav">
    <html>
      <xsl:sequence select="ed:tongue(@language, ())"/>
      <head>
        <title><xsl:value-of select="@title"/></title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
      </head>
      <body>
        <nav epub:type="toc" role="doc-toc" id="toc">
          <h1><xsl:value-of select="ed:say('contents')"/></h1>
          <ol><xsl:apply-templates select="in:heading" mode="#current"/></ol>
        </nav>
        <xsl:if test="in:page">
          <nav epub:type="page-list" role="doc-pagelist" id="pages" hidden="hidden">
            <h2><xsl:value-of select="ed:say('pages-of-source')"/></h2>
            <ol><xsl:apply-templates select="in:page" mode="#current"/></ol>
          </nav>
        </xsl:if>
        <nav epub:type="landmarks" id="landmarks" hidden="hidden">
          <h2><xsl:value-of select="ed:say('landmarks')"/></h2>
          <ol>
            <li><a epub:type="toc" href="#toc"><xsl:value-of select="ed:say('contents')"/></a></li>
            <xsl:apply-templates select="in:landmark" mode="#current"/>
          </ol>
        </nav>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="in:heading" as="element()" mode="nav">
    <li>
      <a href="{ed:named(@href)}"><xsl:value-of select="@label"/></a>
      <xsl:if test="in:heading">
        <ol><xsl:apply-templates select="in:heading" mode="#current"/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="in:page" as="element()" mode="nav">
    <li><a href="{ed:named(@href)}"><xsl:value-of select="@label"/></a></li>
  </xsl:template>

  <xsl:template match="in:landmark" as="element()" mode="nav">
    <li><a epub:type="{@type}" href="{@href}">
        <xsl:value-of select="ed:known('landmark.' || @type, @label)"/>
      </a></li>
  </xsl:template>
</xsl:transform>
