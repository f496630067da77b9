<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode chapter: a document as the contents of its page and the articles it is parted into. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="chapter" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="footnote break paragraph line"/>

  <xsl:template match="document-node()" as="element(chapter)" mode="chapter">
    <xsl:variable name="page" as="element(article)">
      <xsl:apply-templates select="." mode="page"/>
    </xsl:variable>
    <!-- What the header says stays in the TEI: in a book it would stand after every chapter. -->
    <xsl:variable name="contents" as="element(nav)?" select="$page/nav[@class = 'contents']"/>
    <xsl:variable name="read" as="element(article)">
      <xsl:copy select="$page">
        <xsl:sequence select="@*, node() except ($contents, details)"/>
      </xsl:copy>
    </xsl:variable>
    <chapter>
      <xsl:sequence select="$contents, ed:parted($read)"/>
    </chapter>
  </xsl:template>
</xsl:transform>
