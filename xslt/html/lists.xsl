<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: lists (TEI Guidelines, 3.8). HTML lists hold items only. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="list" as="element()+" mode="text">
    <xsl:apply-templates select="head" mode="#current"/>
    <xsl:element name="{if (ed:is-numbered(.)) then 'ol' else 'ul'}">
      <xsl:call-template name="class">
        <xsl:with-param name="name" select="'list' || ' simple'[current()/(@type, @rend) = 'simple']"/>
      </xsl:call-template>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[not(self::head)][self::* or normalize-space()]"
          mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list/item" as="element()" mode="text">
    <li>
      <xsl:call-template name="numbered"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </li>
  </xsl:template>

  <!-- A number of its own, which HTML knows if the list is numbered and it is one. -->
  <xsl:template name="numbered" as="attribute()*">
    <xsl:variable name="number" as="xs:string" select="replace(normalize-space(@n), '[.)]$', '')"/>
    <xsl:attribute name="class" select="'item', ed:looks(.)" separator=" "/>
    <xsl:if test="ed:is-numbered(..) and $number castable as xs:integer">
      <xsl:attribute name="value" select="xs:integer($number)"/>
    </xsl:if>
  </xsl:template>

  <!-- A list of labels, each with what it is about. -->
  <xsl:template match="list[ed:is-labelled(.)]" as="element()+" mode="text" priority="1">
    <xsl:apply-templates select="head" mode="#current"/>
    <dl>
      <xsl:call-template name="class">
        <xsl:with-param name="name" select="'list labelled'"/>
      </xsl:call-template>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[not(self::head)][self::* or normalize-space()]"
          mode="#current"/>
    </dl>
  </xsl:template>

  <xsl:template match="list[ed:is-labelled(.)]/(label | headLabel)" as="element()" mode="text"
      priority="1">
    <dt>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </dt>
  </xsl:template>

  <xsl:template match="list[ed:is-labelled(.)]/(item | headItem)" as="element()" mode="text"
      priority="1">
    <dd>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </dd>
  </xsl:template>

  <!-- A list that runs on in its line (3.8). -->
  <xsl:template match="list[ed:is-inline-list(.)]" as="element()" mode="text" priority="2">
    <span class="list-in-line">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="item[not(parent::list)] | list[ed:is-inline-list(.)]/(head | label | item)"
      as="element()" mode="text" priority="3">
    <xsl:element name="{if (parent::list) then 'span' else 'div'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Return whether a list runs on in its line. -->
  <xsl:function name="ed:is-inline-list" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="$list/(@type, @rend) = 'inline'
      and empty($list//(p | lg | l | list | table | quote | figure))"/>
  </xsl:function>

  <!-- Return whether the items of a list are numbered. -->
  <xsl:function name="ed:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="exists($list/self::list) and
      $list/(@type, @rend) ! tokenize(lower-case(.)) = ('ordered', 'numbered', 'numeric')"/>
  </xsl:function>

  <!-- Return whether the items of a list have labels, the first of them before all. -->
  <xsl:function name="ed:is-labelled" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="exists($list/item) and
      exists($list/(label | item | headLabel)[1][not(self::item)])"/>
  </xsl:function>
</xsl:transform>
