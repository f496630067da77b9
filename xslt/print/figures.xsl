<?xml version="1.0" encoding="UTF-8"?>
<!-- Modes flow and text, continued: figures, their images and what is written under them. An image
     that stands among the words of a paragraph comes behind it, so that the paragraph stays whole. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:images" as="map(xs:string, xs:string)" select="ed:table($images)"/>

  <xsl:template match="(p | ab)[.//(figure | graphic | media)]" as="node()*" mode="flow" priority="5">
    <xsl:next-match/>
    <xsl:apply-templates select=".//(figure | graphic | media)[ed:is-among-words(.)]" mode="#current">
      <xsl:with-param name="behind" select="true()" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="(figure | graphic | media)[ed:is-among-words(.)]" as="node()*" mode="flow"
      priority="5">
    <xsl:param name="behind" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="at-foot" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$behind or $at-foot"><xsl:next-match/></xsl:if>
  </xsl:template>

  <!-- Return whether an image stands in a paragraph that has words too, and in no note there. -->
  <xsl:function name="ed:is-among-words" as="xs:boolean">
    <xsl:param name="image" as="element()"/>
    <xsl:variable name="around" as="element()?"
        select="$image/ancestor::*[self::figure or self::note or ed:is-paragraph(.)][1]"/>
    <xsl:sequence select="exists($around/(self::p | self::ab)/descendant::text()
      [normalize-space()][not(ancestor::figure | ancestor::note)])"/>
  </xsl:function>

  <xsl:template match="figure" as="text()*" mode="text">
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:apply-templates select="graphic | media, node() except (graphic | media)" mode="#current"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- An image that is at hand is shown; of another the name, unless something is written of it. -->
  <xsl:template match="graphic | media" as="text()*" mode="text">
    <xsl:variable name="image" as="xs:string?" select="$ed:images(normalize-space(@url))"/>
    <xsl:choose>
      <xsl:when test="$image">
        <xsl:text expand-text="yes">&#10;&#10;#picture({ed:string($image)}, {
          ed:string(ed:alternative(.))}{
          (', hold: hold(&quot;' || accumulator-before('place') || '&quot;)')[ed:is-marked(current())]}{
          ', keep: true'[current()/../(head | figDesc | p)[normalize-space()]]})&#10;&#10;</xsl:text>
      </xsl:when>
      <xsl:when test="not(normalize-space(..))">
        <xsl:text expand-text="yes">#caption[{
          ed:content('[' || tokenize(@url, '/')[last()] || ']')}]</xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Return what is said of an image to those who do not see it. -->
  <xsl:function name="ed:alternative" as="xs:string">
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="normalize-space((($graphic/desc, $graphic/../figDesc, $graphic/../head,
      $graphic/../p)[normalize-space()], $graphic/@url)[1])"/>
  </xsl:function>
</xsl:transform>
