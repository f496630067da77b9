<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode example: an example of an ODD in lines of XML, out of the namespace that keeps examples
     from being taken for the text itself (TEI Guidelines, 22.1.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="example" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- Return the lines of the example, less the indentation that they share. -->
  <xsl:function name="ed:example" as="xs:string*">
    <xsl:param name="example" as="element(eg:egXML)"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="$example/node()" mode="example"/>
    </xsl:variable>
    <xsl:variable name="lines" as="xs:string*" select="serialize($content,
      map { 'method': 'xml', 'omit-xml-declaration': true(), 'indent': false() })
      => tokenize('\n')"/>
    <xsl:variable name="written" as="xs:string*" select="$lines[normalize-space()]"/>
    <xsl:variable name="margin" as="xs:integer"
        select="string-length(replace($written[1], '\S.*$', ''))"/>
    <xsl:sequence select="$written ! substring(., $margin + 1)"/>
  </xsl:function>

  <xsl:template match="eg:*" as="element()" mode="example">
    <xsl:element name="{local-name()}" namespace="">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
