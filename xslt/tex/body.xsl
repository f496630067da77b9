<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode body: the running text of a document as TeX, from \teichapter to \endnumbering. The
     document is reduced to what flows (common/flow) and written (mode text). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="body" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="editorial authorial"/>

  <!-- What goes to the foot is looked up by its identifier in the document itself. -->
  <xsl:key name="entry" match="app | note" use="@xml:id"/>

  <xsl:template match="document-node()" as="text()*" mode="body">
    <xsl:variable name="flow" as="document-node()" select="ed:settled(.)"/>
    <xsl:variable name="opening" as="element(head)?" select="ed:opening($flow)"/>
    <xsl:variable name="plain" as="xs:boolean" select="$role eq 'introduction'"/>
    <xsl:text expand-text="yes">&#10;\teichapter{{{ed:tex(ed:head-title($title))}}}&#10;</xsl:text>
    <xsl:if test="empty($opening)">
      <xsl:text expand-text="yes">\teihead{{1}}{{{ed:tex($title)}}}{{{ed:tex($title)}}}&#10;</xsl:text>
    </xsl:if>
    <xsl:value-of select="'\begin{teiplain}&#10;'[$plain]"/>
    <xsl:apply-templates select="$flow" mode="text">
      <xsl:with-param name="source" select="." tunnel="yes"/>
      <xsl:with-param name="opening" select="$opening" tunnel="yes"/>
      <xsl:with-param name="plain" select="$plain" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:value-of select="'\end{teiplain}&#10;'[$plain]"/>
    <xsl:text>\endnumbering&#10;</xsl:text>
  </xsl:template>

  <!-- Return as many of the words of a title as a running head holds. -->
  <xsl:function name="ed:head-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string" select="normalize-space($title)"/>
    <xsl:sequence select="
      if (string-length($whole) le 60) then $whole
      else replace(substring($whole, 1, 58), ' \S*$', '') || ' …'"/>
  </xsl:function>
</xsl:transform>
