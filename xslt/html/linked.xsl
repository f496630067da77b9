<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode linked: the finished page, where a link to a place that it does not show becomes text and
     an identifier stands once. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="linked" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- A link also gives way to the links inside it, such as the mark of a note in a name. -->
  <xsl:template as="element(span)" mode="linked"
      match="a[.//a or starts-with(@href, '#') and not(key('places', substring(@href, 2)))]">
    <span>
      <xsl:apply-templates select="@* except (@href, @role, @aria-label), node()" mode="#current"/>
    </span>
  </xsl:template>

  <!-- The way from an entry to its place, which may lie on another page. -->
  <xsl:template as="element(a)" mode="linked" priority="1"
      match="a[exists($ed:returns(substring-after(@href, '#')))][starts-with(@href, '#')]">
    <a>
      <xsl:apply-templates select="@* except @href" mode="#current"/>
      <xsl:attribute name="href" select="$ed:returns(substring-after(@href, '#'))"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </a>
  </xsl:template>

  <xsl:template match="@id[not(key('places', .)[1] is ..)]" as="empty-sequence()" mode="linked"/>

  <!-- Return the main element of a page with its nesting and its links made sure. -->
  <xsl:function name="ed:linked" as="element()">
    <xsl:param name="main" as="element()"/>
    <xsl:variable name="page" as="document-node()">
      <xsl:document><xsl:sequence select="$main"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="linked" as="element()">
      <xsl:apply-templates select="$page/*" mode="linked"/>
    </xsl:variable>
    <xsl:apply-templates select="$linked" mode="nested"/>
  </xsl:function>

  <xsl:key name="places" match="*[@id]" use="string(@id)"/>
</xsl:transform>
