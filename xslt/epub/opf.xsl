<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode opf: the package document (EPUB 3.3, section 5). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://www.idpf.org/2007/opf"
    exclude-result-prefixes="xs in ed">

  <xsl:mode name="opf" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="opf">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:book" as="element()" mode="opf">
    <package version="3.0" unique-identifier="identifier" xml:lang="{@language}">
      <metadata>
        <dc:identifier id="identifier"><xsl:value-of select="@identifier"/></dc:identifier>
        <dc:title id="title"><xsl:value-of select="@title"/></dc:title>
        <dc:language><xsl:value-of select="@language"/></dc:language>
        <meta property="dcterms:modified"><xsl:value-of select="@modified"/></meta>
        <xsl:apply-templates mode="#current" select="in:editor, @date[. ne ''],
          @publisher[. ne ''], @description[. ne ''], @licence[. ne ''], in:access"/>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
        <item id="style" href="style.css" media-type="text/css"/>
        <xsl:apply-templates select="in:leaf, in:image" mode="#current"/>
      </manifest>
      <spine toc="ncx">
        <xsl:if test="ed:is-leftward(@language)">
          <xsl:attribute name="page-progression-direction" select="'rtl'"/>
        </xsl:if>
        <!-- The contents stand after the title page. -->
        <xsl:for-each select="in:leaf[1]/@id, 'nav', in:leaf[position() gt 1]/@id">
          <itemref idref="{.}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <xsl:template match="in:editor" as="element()" mode="opf">
    <dc:creator><xsl:value-of select="."/></dc:creator>
  </xsl:template>

  <xsl:template match="@date | @publisher | @description" as="element()" mode="opf">
    <xsl:element name="dc:{name()}"><xsl:value-of select="."/></xsl:element>
  </xsl:template>

  <xsl:template match="@licence" as="element()+" mode="opf">
    <dc:rights><xsl:value-of select="."/></dc:rights>
    <xsl:if test="matches(../@licence-url, '^https?://[^\s&lt;>&quot;\\^`{|}]+$')">
      <link rel="dcterms:license" href="{../@licence-url}"/>
    </xsl:if>
  </xsl:template>

  <!-- What the book offers readers who do not read by eye (EPUB Accessibility 1.1, section 2). -->
  <xsl:template match="in:access" as="element()" mode="opf">
    <meta property="schema:{@property}"><xsl:value-of select="."/></meta>
  </xsl:template>

  <xsl:template match="in:leaf | in:image" as="element()" mode="opf">
    <item id="{@id}" href="{@href}" media-type="{@media-type}"/>
  </xsl:template>
</xsl:transform>
