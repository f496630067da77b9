<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode about: what the teiHeader says, below the text. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="about" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="teiHeader" as="element()" mode="about">
    <details class="about">
      <summary>
        <xsl:sequence select="ed:foreign-words(.)"/>
        <xsl:value-of select="ed:say('about-document')"/>
      </summary>
      <xsl:apply-templates mode="#current" select="
        fileDesc/*, encodingDesc/*, profileDesc/*, revisionDesc[* or normalize-space()]"/>
    </details>
  </xsl:template>

  <xsl:template match="*" as="element()" mode="about">
    <div class="about-part">
      <xsl:sequence select="ed:about-title(.)"/>
      <xsl:apply-templates select="." mode="text">
        <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- How the apparatus is encoded, which the element says in attributes only (12.1.2). -->
  <xsl:template match="variantEncoding" as="element()" mode="about">
    <div class="about-part">
      <xsl:sequence select="ed:about-title(.)"/>
      <p data-tei="variantEncoding">
        <xsl:sequence select="ed:foreign-words(.)"/>
        <xsl:value-of select="ed:method(.)"/>
      </p>
    </div>
  </xsl:template>

  <!-- Return the heading of a part of the header. -->
  <xsl:function name="ed:about-title" as="element()">
    <xsl:param name="part" as="element()"/>
    <h2>
      <xsl:sequence select="ed:foreign-words($part)"/>
      <xsl:value-of select="
        ($ed:words('about.' || local-name($part)), ed:spelt-out(local-name($part)))[1]"/>
    </h2>
  </xsl:function>

  <!-- Return method and location of an apparatus in words. -->
  <xsl:function name="ed:method" as="xs:string">
    <xsl:param name="encoding" as="element(variantEncoding)"/>
    <xsl:variable name="method" as="xs:string" select="
      ($ed:words('method.' || $encoding/@method), ed:say('method.unnamed'))[1]"/>
    <xsl:sequence select="ed:say(if ($encoding/@location = 'external')
      then 'apparatus-outside' else 'apparatus-inside', $method)"/>
  </xsl:function>

  <!-- Return the name of a header element in words: handNotes as Hand notes. -->
  <xsl:function name="ed:spelt-out" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="words" as="xs:string"
        select="replace(replace($name, '(Stmt|Desc|Decl)$', ''), '([A-Z])', ' $1')"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || lower-case(substring($words, 2))"/>
  </xsl:function>
</xsl:transform>
