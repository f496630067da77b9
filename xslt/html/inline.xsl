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
      <xsl:attribute name="class" select="local-name(), @level ! ('level-' || .)" separator=" "/>
      <xsl:for-each select="$address">
        <xsl:attribute name="data-ref" select="substring-after(., '#')"/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="$address and not(ed:is-linked(.))">
          <a href="{$address}"><xsl:apply-templates mode="#current"/></a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="#current"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:template match="date[@when castable as xs:date]" as="element()" mode="text">
    <time datetime="{@when}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </time>
  </xsl:template>

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
    'bold': 'b', 'b': 'b', 'strong': 'b', 'sup': 'sup', 'superscript': 'sup', 'sub': 'sub',
    'subscript': 'sub', 'italic': 'i', 'italics': 'i', 'i': 'i', 'it': 'i', 'underline': 'u',
    'smallcaps': 'small', 'small-caps': 'small', 'sc': 'small' }"/>

  <xsl:template match="hi" as="element()" mode="text">
    <xsl:element name="{(tokenize(@rend) ! lower-case(.) ! $ed:weights(.), 'i'[not(current()/@rend)], 'span')[1]}">
      <xsl:if test="@rend"><xsl:attribute name="class" select="'hi', @rend" separator=" "/></xsl:if>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="emph | foreign" as="element()" mode="text">
    <xsl:element name="{if (self::emph) then 'em' else 'i'}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="del | add[not(parent::subst)] | subst/add" as="element()" mode="text">
    <xsl:element name="{if (self::del) then 'del' else 'ins'}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- What stands in the source comes first, what the editor puts beside it in brackets. -->
  <xsl:template match="choice" as="element()" mode="text">
    <span class="choice">
      <xsl:apply-templates select="*" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="choice/*[preceding-sibling::*]" as="element()" mode="text">
    <span class="{local-name()}">
      <xsl:text> [</xsl:text>
      <xsl:apply-templates mode="#current"/>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="gap | space" as="element()" mode="text">
    <span class="{local-name()}">
      <xsl:if test="@reason or desc">
        <xsl:attribute name="title" select="@reason, desc ! normalize-space()" separator=": "/>
      </xsl:if>
      <xsl:value-of select="if (self::gap) then '[…]' else ' '"/>
    </span>
  </xsl:template>

  <xsl:template match="supplied | surplus" as="element()" mode="text">
    <span class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:value-of select="if (self::supplied) then '⟨' else '{'"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:value-of select="if (self::supplied) then '⟩' else '}'"/>
    </span>
  </xsl:template>

  <xsl:template match="lb" as="node()" mode="text">
    <xsl:choose>
      <xsl:when test="ancestor::ab | ancestor::head | ancestor::titlePage | ancestor::l"><br/></xsl:when>
      <xsl:when test="@break = 'no'"><wbr/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="pb | cb | gb" as="element()" mode="text">
    <span class="pb" role="doc-pagebreak"><xsl:value-of select="@n"/></span>
  </xsl:template>

  <xsl:template match="milestone | anchor | witStart | witEnd | lacunaStart | lacunaEnd"
      as="element()" mode="text">
    <span class="{local-name(), @unit}"><xsl:call-template name="attributes"/></span>
  </xsl:template>

  <xsl:template match="graphic | media" as="element()" mode="text">
    <span class="graphic">[<xsl:value-of select="(desc ! normalize-space(), tokenize(@url, '/')[last()])[1]"/>]</span>
  </xsl:template>

  <xsl:template as="element()" mode="text"
      match="seg | w | pc | c | s | cl | phr | m | g | abbr | expan | ex | am | sic | corr | orig | reg
        | unclear | damage | restore | subst | num | measure | measureGrp | unit | date | time | bibl
        | biblStruct | biblScope | author | editor | publisher | pubPlace | idno | label | said | q
        | quote | cit | soCalled | mentioned | distinct | gloss | surname | forename | roleName
        | addName | nameLink | genName | geo | address | addrLine | street | postCode | email
        | resp | respStmt | formula | code | ident | gi | att | val | tag | fw | caesura
        | birth | death | occupation | affiliation | residence | role | roleDesc | handShift | lang
        | edition | extent | series | monogr | analytic | imprint | objectName | state | trait">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="attributes"/>
      <xsl:attribute name="class" select="local-name(), @type, @rend" separator=" "/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
