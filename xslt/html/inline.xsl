<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: what stands inside a line. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The place of an entry: its lemma, or where there is none its first reading, with a mark. -->
  <xsl:template match="app" as="element()*" mode="text">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="shown" as="element()?" select="(lem, (rdg | rdgGrp//rdg))[1]"/>
    <xsl:element name="{if (exists($shown) and ed:holds-blocks($shown)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'lemma'"/>
      <xsl:if test="not($quoted)">
        <xsl:attribute name="id" select="@xml:id || ':lemma'"/>
        <xsl:attribute name="data-lemma" select="@xml:id"/>
      </xsl:if>
      <xsl:apply-templates select="$shown/node()" mode="#current">
        <xsl:with-param name="quoted" select="$quoted or $shown/self::rdg" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:element>
    <xsl:if test="not($quoted)">
      <a class="mark" role="doc-noteref" href="#{@xml:id}" aria-label="{ed:say('entry-mark', @n)}">
        <xsl:sequence select="ed:foreign-words(.)"/>
        <xsl:value-of select="@n"/>
      </a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" as="element()*" mode="text">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$quoted and ancestor::text"/>
      <xsl:when test="not(ancestor::text) or ancestor::note">
        <span class="note"><xsl:apply-templates mode="#current"/></span>
      </xsl:when>
      <xsl:otherwise>
        <a class="noteref" role="doc-noteref" href="#{@xml:id}" id="{@xml:id}:ref"
            aria-label="{ed:say('note-mark', ed:note-mark(.))}">
          <xsl:sequence select="ed:foreign-words(.)"/>
          <xsl:value-of select="ed:note-mark(.)"/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note in the line stands in brackets; what an author or translator says has its own. -->
  <xsl:template match="note[ancestor::text][ed:is-inline(.)]" as="element()" mode="text" priority="1">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="{'inline-note', @type}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="not($quoted)"><xsl:attribute name="data-note" select="@xml:id"/></xsl:if>
      <xsl:if test="not(@type = 'interpolation')"> (</xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(@type = 'interpolation')">)</xsl:if>
    </span>
  </xsl:template>

  <xsl:template as="element()" mode="text"
      match="persName | orgName | placeName | geogName | settlement | region | country | name | rs
        | title | term">
    <xsl:variable name="address" as="xs:string?" select="ed:register-address(.)"/>
    <xsl:element name="{if (self::title) then 'cite' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="class" separator=" "
          select="local-name(), @level ! ('level-' || .), ed:looks(.)"/>
      <xsl:if test="$address">
        <xsl:attribute name="data-ref" select="ed:fragment((@ref, @key)[1])"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$address and not(ed:is-linked(.))">
          <a href="{$address}"><xsl:apply-templates mode="#current"/></a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- A date or time is told to machines as far as HTML can say it (HTML, 4.5.14): a day, month,
       year, hour or moment, no span between two. -->
  <xsl:template match="date[ed:moment(.)] | time[ed:moment(.)]" as="element()" mode="text">
    <time datetime="{ed:moment(.)}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </time>
  </xsl:template>

  <!-- Return what @when says in the form of HTML, which knows no year before 1. -->
  <xsl:function name="ed:moment" as="xs:string?">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="when" as="xs:string" select="normalize-space($date/@when)"/>
    <xsl:sequence select="$when[not(matches(., '^-|^0000'))]
      [. castable as xs:date and not(matches(., '\d[Z+]|\d-\d\d:')) or . castable as xs:dateTime
        and matches(., '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?$')
        or . castable as xs:gYear and matches(., '^\d{4}$')
        or . castable as xs:gYearMonth and matches(., '^\d{4}-\d\d$')
        or . castable as xs:time and matches(., '^([01]\d|2[0-3]):\d\d(:\d\d)?$')],
      replace($when[. castable as xs:gMonthDay][matches(., '^--\d\d-\d\d$')], '^--', '')[.]"/>
  </xsl:function>

  <xsl:template match="ref | ptr" as="element()" mode="text">
    <xsl:variable name="target" as="xs:string?" select="ed:safe-target(.)"/>
    <xsl:element name="{if ($target and not(ed:is-linked(.))) then 'a' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="not(ed:is-linked(.))">
        <xsl:for-each select="$target"><xsl:attribute name="href" select="."/></xsl:for-each>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(node())"><xsl:value-of select="tokenize(@target)[1]"/></xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:variable name="ed:weights" as="map(xs:string, xs:string)" select="map {
    'raised': 'sup', 'lowered': 'sub', 'bold': 'b', 'italic': 'i', 'underline': 'u' }"/>

  <xsl:template match="hi" as="element()" mode="text">
    <xsl:variable name="looks" as="xs:string*" select="ed:looks(.)"/>
    <xsl:element name="{($looks ! $ed:weights(.), 'i'[not(current()/(@rend | @rendition | @style))],
        'span')[1]}">
      <xsl:if test="@rend | @rendition | @style">
        <xsl:attribute name="class" select="'hi', $looks" separator=" "/>
        <xsl:for-each select="@rend[empty($looks)]">
          <xsl:attribute name="data-rend" select="normalize-space()"/>
        </xsl:for-each>
      </xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What is foreign is italic in Latin letters; other scripts are told apart by themselves. -->
  <xsl:template match="emph | foreign | mentioned" as="element()" mode="text">
    <xsl:element name="{if (self::emph) then 'em' else if (ed:is-latin(.)) then 'i' else 'span'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Return whether a phrase is in Latin letters. -->
  <xsl:function name="ed:is-latin" as="xs:boolean">
    <xsl:param name="phrase" as="element()"/>
    <xsl:sequence select="not(matches($phrase,
      '[&#x370;-&#x1DFF;&#x1F00;-&#x1FFF;&#x2C00;-&#x2C5F;&#x2E80;-&#xD7FF;&#xF900;-&#xFFFD;]'))"/>
  </xsl:function>

  <!-- Remarks on the text that are no part of it. -->
  <xsl:template match="interp | interpGrp | span | spanGrp | index | link | linkGrp | timeline
      | certainty | precision | respons | alt | altGrp | join | joinGrp" as="element()" mode="text">
    <span class="{local-name()}" hidden="hidden">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template as="element()" mode="text"
      match="seg | w | pc | c | s | cl | phr | m | g | abbr | expan | ex | am | sic | corr | orig | reg
        | restore | subst | num | measure | measureGrp | unit | date | time | bibl | biblStruct
        | biblFull | biblScope | citedRange | author | editor | publisher | pubPlace | idno | label
        | said | cit | distinct | gloss | surname | forename | roleName | addName | nameLink | genName
        | geo | street | postCode | postBox | email | resp | respStmt | formula | ident | lang | fw
        | bloc | district | offset | geogFeat | terrain | location | population | climate | eventName
        | birth | death | sex | gender | age | faith | education | floruit | nationality | persona
        | occupation | affiliation | residence | role | roleDesc | actor | edition | extent | series
        | monogr | analytic | imprint | objectName | state | trait | relation | metamark | redo | undo
        | mod | retrace | secl | rhyme | camera | sound | caption | view | tech | move
        | msIdentifier | repository | institution | collection | altIdentifier | msName | locus
        | locusGrp | textLang | stamp | heraldry | catchwords | signatures | dim
        | dimensions | height | width | depth | material | watermark | origDate | origPlace | origin
        | persPronouns | listRef | rubric | incipit | explicit
        | relatedItem | meeting | sponsor | funder | principal | availability | licence">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
