<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: figures and images (TEI Guidelines, 15.2 and 15.4), and the way from a page
     of the source to its image (12.1). Nothing is loaded but what lies in the site. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="images" as="xs:string" select="''">
    <!-- Lines "url TAB address TAB width TAB height": the images that stand beside the page; width
         and height in pixels, or empty. -->
  </xsl:param>

  <xsl:variable name="ed:images" as="map(xs:string, xs:string)" select="ed:table($images)"/>

  <xsl:template match="figure" as="element()" mode="text">
    <xsl:element name="{if (ed:is-among-words(.)) then 'span' else 'figure'}">
      <xsl:attribute name="class" select="'figure', ed:looks(.)" separator=" "/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- The caption, which HTML wants first or last. -->
  <xsl:template match="figure/head | figDesc" as="element()" mode="text">
    <xsl:element name="{if (ed:is-caption(.)) then 'figcaption' else 'span'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- The description is heard in the place of the image, unless more than words is in it. -->
  <xsl:template match="figDesc[../graphic[ed:is-held(.)]][not(*)]" as="empty-sequence()"
      mode="text" priority="1"/>

  <xsl:template match="graphic[ed:is-held(.)]" as="element()" mode="text" priority="1">
    <xsl:variable name="image" as="xs:string*"
        select="tokenize($ed:images(normalize-space(@url)), '\t')"/>
    <xsl:variable name="description" as="xs:string?" select="ed:description(.)"/>
    <img src="{$image[1]}" alt="{($description, tokenize(@url, '/')[last()])[1]}">
      <xsl:if test="empty($description)">
        <xsl:attribute name="class" select="'undescribed'"/>
      </xsl:if>
      <xsl:if test="$image[2] and $image[3]">
        <xsl:attribute name="width" select="$image[2]"/>
        <xsl:attribute name="height" select="$image[3]"/>
        <xsl:attribute name="loading" select="'lazy'"/>
      </xsl:if>
    </img>
  </xsl:template>

  <!-- An image that is not held is named, with the way to it if it lies on the web. -->
  <xsl:template match="graphic | media | binaryObject" as="element()?" mode="text">
    <xsl:variable name="name" as="xs:string"
        select="(desc ! normalize-space()[.], tokenize(@url, '/')[.][last()], local-name())[1]"/>
    <span class="graphic">
      <xsl:call-template name="attributes"/>
      <xsl:text>[</xsl:text>
      <xsl:choose>
        <xsl:when test="ed:web-address(@url) and not(ed:is-linked(.))">
          <a href="{ed:web-address(@url)}"><xsl:value-of select="$name"/></a>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$name"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <!-- The way to the image of a page, column or line of the source. -->
  <xsl:template name="facsimile" as="element()?">
    <xsl:variable name="address" as="xs:string?" select="@facs ! ed:facsimile-address(.)"/>
    <xsl:if test="$address and not(ed:is-linked(.))">
      <a class="page-image" href="{$address}">
        <xsl:attribute name="aria-label" select="if (@n) then ed:say('page-image-of', string(@n))
          else ed:say('page-image')"/>
        <xsl:text>⧉</xsl:text>
      </a>
    </xsl:if>
  </xsl:template>

  <xsl:key name="surfaces" match="surface | graphic | zone" use="string(@xml:id)"/>

  <!-- Return the address of the image that @facs names, itself or by the surface it stands in. -->
  <xsl:function name="ed:facsimile-address" as="xs:string?">
    <xsl:param name="facs" as="attribute(facs)"/>
    <xsl:variable name="named" as="element()*"
        select="key('surfaces', substring-after(tokenize($facs)[1], '#'), root($facs))"/>
    <xsl:variable name="urls" as="xs:string*" select="
      if (contains($facs, '#')) then $named/(ancestor-or-self::*/(self::graphic | graphic))/@url ! string()
      else tokenize($facs)[1]"/>
    <xsl:sequence select="$urls[1] ! (ed:web-address(.),
      $ed:images(normalize-space(.)) ! tokenize(., '\t')[1])[1]"/>
  </xsl:function>

  <!-- Return an address if it leads to the web. -->
  <xsl:function name="ed:web-address" as="xs:string?">
    <xsl:param name="url" as="xs:string?"/>
    <xsl:sequence select="normalize-space($url)[matches(., '^https?://[^\s]+$', 'i')]"/>
  </xsl:function>

  <!-- Return whether an image stands beside the page. -->
  <xsl:function name="ed:is-held" as="xs:boolean">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="exists($ed:images(normalize-space($graphic/@url)))"/>
  </xsl:function>

  <!-- Return what an image shows: its description or the heading of its figure. -->
  <xsl:function name="ed:description" as="xs:string?">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="
      ($graphic/(desc, ../figDesc, ../head) ! normalize-space()[.])[1]"/>
  </xsl:function>

  <!-- Return whether an element is the caption of a figure that stands as a block: the only one,
       before or after all that is seen of it. -->
  <xsl:function name="ed:is-caption" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="figure" as="element(figure)?"
        select="$part/parent::figure[not(ed:is-among-words(.))]"/>
    <xsl:variable name="seen" as="element()*"
        select="$figure/*[not(self::figDesc[../graphic[ed:is-held(.)]][not(*)])]"/>
    <xsl:sequence select="exists($part intersect ($seen[1], $seen[last()]))
      and count($seen/(self::head | self::figDesc)) eq 1"/>
  </xsl:function>
</xsl:transform>
