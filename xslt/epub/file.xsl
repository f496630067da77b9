<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode file: the XHTML file around an article. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="xs ed">

  <xsl:mode name="file" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The parts of a book for which there is a role of their own (DPUB-ARIA 1.1). -->
  <xsl:variable name="ed:roles" as="map(xs:string, xs:string)" select="map {
    'chapter': 'doc-chapter', 'index': 'doc-index', 'colophon': 'doc-colophon' }"/>

  <xsl:template match="document-node()" as="element()" mode="file">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="article" as="element()" mode="file">
    <html>
      <xsl:sequence select="ed:tongue($language, ())"/>
      <head>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
      </head>
      <body epub:type="{$division}">
        <section epub:type="{$part}">
          <xsl:for-each select="$ed:roles($part)">
            <xsl:attribute name="role" select="."/>
          </xsl:for-each>
          <xsl:apply-templates select="@*, node()" mode="element"/>
        </section>
      </body>
    </html>
  </xsl:template>
</xsl:transform>
