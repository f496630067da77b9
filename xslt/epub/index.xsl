<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode index: a register, or the conspectus of sigla, as the site has it, parted. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="index" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node(element(in:register))" as="element(chapter)" mode="index">
    <xsl:variable name="page" as="element(article)">
      <xsl:apply-templates select="." mode="register"/>
    </xsl:variable>
    <chapter><xsl:sequence select="ed:parted($page)"/></chapter>
  </xsl:template>

  <xsl:template match="document-node(element(in:edition))" as="element(chapter)" mode="index">
    <chapter><xsl:apply-templates select="." mode="conspectus"/></chapter>
  </xsl:template>
</xsl:transform>
