<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode flow, continued: the places of entries that stand apart from the text (TEI Guidelines,
     12.2.1 and 12.2.2). Where they belong is found in print/placed.py. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="places" as="xs:string" select="''">
    <!-- Lines "xml:id TAB begin or end TAB entry TAB type of its apparatus": the elements with which
         the places of entries begin and end, an entry as "chapter:xml:id". -->
  </xsl:param>

  <xsl:param name="placed" as="xs:string" select="''">
    <!-- The xml:id of the entries of this document that stand at the foot of a place. -->
  </xsl:param>

  <xsl:variable name="ed:places" as="map(xs:string, xs:string*)" select="map:merge(
      tokenize($places, '\n')[.] ! map:entry(substring-before(., '&#9;'), .),
      map { 'duplicates': 'combine' })"/>
  <xsl:variable name="ed:placed" as="map(xs:string, xs:boolean)"
      select="map:merge(tokenize($placed) ! map:entry(., true()))"/>

  <!-- Return whether an entry that stands apart is printed at the foot of its place. -->
  <xsl:function name="ed:is-placed" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($ed:placed(string($app/@xml:id)))"/>
  </xsl:function>

  <xsl:template match="*[exists($ed:places(string(@xml:id)))]" as="node()*" mode="flow" priority="20">
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="drawn" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="marks" as="element()*"
        select="$ed:places(string(@xml:id)) ! ed:place-mark(tokenize(., '&#9;'))"/>
    <xsl:choose>
      <xsl:when test="$at-foot"><xsl:sequence select="$drawn"/></xsl:when>
      <xsl:when test="count($drawn) eq 1 and node-name($drawn) eq node-name(.)">
        <xsl:for-each select="$drawn">
          <xsl:copy>
            <xsl:sequence select="@*, $marks[self::ed:begin], node(), $marks[self::ed:end]"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$marks[self::ed:begin], $drawn, $marks[self::ed:end]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the entry leaves where it stands: the marks of the names in it. -->
  <xsl:template match="app[ed:is-placed(.)]" as="element()*" mode="flow" priority="10">
    <xsl:sequence select="ed:mentions(*, $chapter || ':' || @xml:id)"/>
  </xsl:template>

  <xsl:function name="ed:place-mark" as="element()">
    <xsl:param name="columns" as="xs:string+"/>
    <xsl:element name="ed:{$columns[2]}">
      <xsl:attribute name="id" select="$columns[3]"/>
      <xsl:attribute name="series" select="
        if (tokenize(lower-case($columns[4])) = $ed:source-types) then 'src' else 'app'"/>
    </xsl:element>
  </xsl:function>
</xsl:transform>
