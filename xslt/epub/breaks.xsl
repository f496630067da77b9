<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: the pages of the printed source, which a book can list (EPUB 3, page-list). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The page breaks so far; they seldom have an xml:id of their own. -->
  <xsl:accumulator name="break" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//pb" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Where a page begins in the text; only pages of one source can be listed, the first named. -->
  <xsl:template match="text//pb[normalize-space(@n)]" as="element()" mode="text">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="pb" role="doc-pagebreak">
      <xsl:if test="not($quoted)">
        <xsl:attribute name="id" select="'page:' || accumulator-before('break')"/>
        <xsl:if test="ed:source(.) eq ed:source(key('breaks', true())[1])">
          <xsl:attribute name="data-page" select="normalize-space(@n)"/>
        </xsl:if>
      </xsl:if>
      <xsl:value-of select="@n"/>
    </span>
  </xsl:template>

  <xsl:key name="breaks" match="text//pb[normalize-space(@n)]" use="true()"/>

  <!-- Return the source whose page begins. -->
  <xsl:function name="ed:source" as="xs:string">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:sequence select="string(($break/@ed, $break/@edRef)[1])"/>
  </xsl:function>
</xsl:transform>
