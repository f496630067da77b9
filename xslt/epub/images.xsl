<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: images that the book holds; of others the site's rendering gives the name. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="images" as="xs:string" select="''">
    <!-- Lines "url TAB file": the images that the book holds. -->
  </xsl:param>

  <xsl:variable name="ed:images" as="map(xs:string, xs:string)" select="ed:table($images)"/>

  <xsl:template match="graphic[ed:is-held(.)]" as="element()" mode="text">
    <xsl:variable name="description" as="xs:string?" select="ed:description(.)"/>
    <img src="{$ed:images(normalize-space(@url))}"
        alt="{($description, tokenize(@url, '/')[last()])[1]}">
      <xsl:if test="empty($description)">
        <xsl:attribute name="class" select="'undescribed'"/>
      </xsl:if>
    </img>
  </xsl:template>

  <!-- The description is heard in the place of the image, unless more than words is in it. -->
  <xsl:template match="figDesc[../graphic[ed:is-held(.)]][not(*)]" as="empty-sequence()"
      mode="text" priority="1"/>

  <!-- Return whether the book holds an image. -->
  <xsl:function name="ed:is-held" as="xs:boolean">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="map:contains($ed:images, normalize-space($graphic/@url))"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- Return what an image shows: its description or the heading of its figure. -->
  <xsl:function name="ed:description" as="xs:string?">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="
      ($graphic/(desc, ../figDesc, ../head) ! normalize-space()[.])[1]"/>
  </xsl:function>
</xsl:transform>
