<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text: what is read, block by block; the files that are included hold the rest by kind. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="text" on-no-match="shallow-copy" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:include href="looks.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="breaks.xsl"/>
  <xsl:include href="transcription.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="letters.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="numbered.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="markup.xsl"/>

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
    <section>
      <xsl:call-template name="class"/>
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
      <xsl:where-populated>
        <xsl:attribute name="class" separator=" "
            select="'head'[not(ed:section(current()) is current()/..)], ed:looks(.)"/>
      </xsl:where-populated>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A TEI paragraph may hold blocks, an HTML one may not: see nested.xsl. -->
  <xsl:template match="p" as="element()" mode="text">
    <p>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:call-template name="cite"/>
      <xsl:apply-templates mode="#current"/>
    </p>
  </xsl:template>

  <xsl:template as="element()" mode="text"
      match="ab | epigraph | argument | byline | opener | closer | salute | signed | dateline
        | postscript | trailer | titlePage | docTitle | titlePart | docAuthor | docImprint | docDate
        | docEdition | imprimatur | floatingText | standOff | listPerson | listOrg | listPlace
        | listEvent | listBibl | listNym | listRelation | listObject | person | personGrp | org
        | place | event | nym | object | desc | witness | listWit | particDesc | listChange | change
        | facsimile | sourceDoc | surface | surfaceGrp | zone | line | address | addrLine | divGen
        | msDesc | msPart | msContents | msItem | physDesc | history | additional | correspDesc
        | correspAction | correspContext | listTranspose | transpose | u | annotationBlock">
    <div>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:if test="self::ab"><xsl:call-template name="cite"/></xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="listBibl/(bibl | biblStruct | biblFull)" as="element()" mode="text">
    <div>
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </div>
  </xsl:template>

  <!-- Salutations, signatures and addresses also stand in a line. -->
  <xsl:template as="element()" mode="text" priority="0.75" match="(salute | signed | dateline | address
      | addrLine | desc | event | place | org | person | line | byline | docDate | docAuthor
      | titlePart | object)[ed:is-among-words(.)]">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
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
    <xsl:sequence select="exists($element//(p | ab | lg | l | list[not(ed:is-inline-list(.))] | table | sp | listBibl | listApp
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

  <!-- Return the identifier as HTML writes it. -->
  <xsl:function name="ed:id" as="attribute(id)">
    <xsl:param name="identifier" as="attribute(xml:id)"/>
    <xsl:attribute name="id" select="$identifier"/>
  </xsl:function>
</xsl:transform>
