<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: quotations and speech (TEI Guidelines, 3.3.3 and 4.2). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="../common/quoted.xsl"/>

  <xsl:template match="quote[ed:is-block(.)] | cit[quote[ed:is-block(.)]] | q[ed:holds-blocks(.)]
      | said[ed:holds-blocks(.)]" as="element()" mode="text">
    <blockquote>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <!-- A quotation in the line has the marks of its language, unless it brings its own. -->
  <xsl:template match="q | quote | soCalled" as="element()" mode="text" priority="-0.25">
    <xsl:element name="{if (ed:is-quoted(.)) then 'span' else 'q'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Return whether a quotation is set off: it stands between blocks or holds them. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="quote" as="element()"/>
    <xsl:sequence select="exists($quote/(p | lg | l | ab | list | table | sp)) or
      exists($quote/parent::*[self::div or self::body or self::cit[parent::div or parent::body]
        or self::epigraph or self::sp])"/>
  </xsl:function>
</xsl:transform>
