<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text: what is read, block by block; the rest stands in inline.xsl and tables.xsl. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="text" on-no-match="shallow-copy" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:include href="inline.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="numbered.xsl"/>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()" mode="text"/>

  <!-- Any element without a rendering of its own: its text, under its own name. -->
  <xsl:template match="*" as="element()" mode="text" priority="-1">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="data-tei" select="local-name()"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text | body | front | back | group | div | div1 | div2 | div3 | div4 | div5"
      as="element()" mode="text">
    <xsl:variable name="inner" as="element()?" select="ed:divisions(.)[1]"/>
    <section class="{local-name(), @type}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="node()[not($inner) or . &lt;&lt; $inner]" mode="#current"/>
      <xsl:call-template name="foot"/>
      <xsl:apply-templates select="$inner/(., following-sibling::node())" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="head[ed:repeats-title(.)]" as="empty-sequence()" mode="text"/>

  <!-- The heading of a division; that of a list, stanza or table is no part of the outline. -->
  <xsl:template match="head" as="element()" mode="text" priority="-0.5">
    <xsl:element name="{if (ed:section(.) is ..) then 'h' || ed:level(.) else 'p'}">
      <xsl:if test="not(ed:section(.) is ..)"><xsl:attribute name="class" select="'head'"/></xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A TEI paragraph may hold blocks, an HTML one may not. -->
  <xsl:template match="p" as="element()" mode="text">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:attribute name="class" select="'p', @rend" separator=" "/>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="cite"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="l" as="element()" mode="text">
    <xsl:element name="{if (parent::p | ancestor::hi) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'l', @rend" separator=" "/>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="cite"/>
      <xsl:call-template name="line-number"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template as="element()" mode="text"
      match="ab | lg | sp | epigraph | argument | byline | opener | closer | salute | signed
        | dateline | postscript | trailer | titlePage | docTitle | titlePart | docAuthor
        | docImprint | docDate | floatingText | standOff | listPerson | listOrg | listPlace
        | listEvent | listBibl | person | org | place | event | castList | castItem | set
        | desc | witness | listWit | particDesc | listChange | change">
    <div class="{local-name(), @type, @rend}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::ab"><xsl:call-template name="cite"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker | stage" as="element()" mode="text">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div'
        else if (parent::p | parent::l | parent::ab | parent::hi) then 'span' else 'p'}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote[ed:is-block(.)] | cit[quote[ed:is-block(.)]] | q[ed:holds-blocks(.)]"
      as="element()" mode="text">
    <blockquote>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
  </xsl:template>

  <!-- HTML lists hold items only; what else stands in a TEI list is wrapped as one. -->
  <xsl:template match="list" as="element()+" mode="text">
    <xsl:apply-templates select="head" mode="#current"/>
    <xsl:element name="{if (@rend = ('numbered', 'ordered') or @type = 'ordered') then 'ol' else 'ul'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="label"><xsl:attribute name="class" select="'labelled'"/></xsl:if>
      <xsl:for-each-group select="node()[not(self::head)][self::* or normalize-space()]"
          group-starting-with="item[not(preceding-sibling::*[1]/self::label)] | label">
        <li>
          <xsl:apply-templates select="current-group()" mode="#current"/>
        </li>
      </xsl:for-each-group>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item" as="element()" mode="text">
    <div class="item">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="listApp" as="element()" mode="text">
    <section class="apparatus list-app">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="* except app" mode="#current"/>
      <xsl:if test="ed:is-set(.)">
        <ol>
          <xsl:apply-templates select=".//app[ancestor::listApp[1] is current()]" mode="entry"/>
        </ol>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- Identifier and language; no identifier where the text is quoted a second time. -->
  <xsl:template name="attributes" as="attribute()*">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($quoted)"><xsl:sequence select="@xml:id ! ed:id(.)"/></xsl:if>
    <xsl:sequence select="@xml:lang ! ed:language(.)"/>
  </xsl:template>

  <!-- Return whether an element holds what HTML does not allow inside a paragraph. -->
  <xsl:function name="ed:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//(p | ab | lg | l | list | table | sp | listBibl | listApp
      | quote[ed:is-block(.)] | floatingText | listPerson | listOrg | listPlace | listEvent | listWit
      | epigraph | argument | byline | opener | closer | salute | signed | dateline | postscript
      | trailer | titlePage | titlePart | docAuthor | docDate | castList | desc | witness | div
      | figure[not(parent::p)])
      [not(ancestor::note[ancestor::* intersect $element])]) or ed:is-structural($element)"/>
  </xsl:function>

  <!-- Return whether an unknown element is a container of header or register, set as a block. -->
  <xsl:function name="ed:is-structural" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::teiHeader) and exists($element/*)
      and not($element/ancestor::p)
      and not($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- Return whether a quotation is set off: it stands between blocks or holds them. -->
  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="quote" as="element()"/>
    <xsl:sequence select="exists($quote/(p | lg | l | ab | list | table | sp)) or
      exists($quote/parent::*[self::div or self::body or self::cit[parent::div or parent::body]
        or self::epigraph or self::sp])"/>
  </xsl:function>

  <!-- Return the identifier as HTML writes it. -->
  <xsl:function name="ed:id" as="attribute(id)">
    <xsl:param name="identifier" as="attribute(xml:id)"/>
    <xsl:attribute name="id" select="$identifier"/>
  </xsl:function>
</xsl:transform>
