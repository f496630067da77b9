<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode conspectus: the witnesses with their sigla and descriptions (TEI Guidelines, 12.1.4.3). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="conspectus" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="conspectus">
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="ed:linked($article)"/>
  </xsl:template>

  <xsl:template match="in:edition" as="element()" mode="conspectus">
    <article>
      <header class="title"><h1><xsl:value-of select="ed:say('conspectus.title')"/></h1></header>
      <dl class="conspectus">
        <xsl:apply-templates select=".//(listWit[@xml:id] | witness)" mode="#current">
          <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </dl>
    </article>
  </xsl:template>

  <xsl:template match="witness" as="element()+" mode="conspectus">
    <xsl:variable name="siglum" as="xs:string"
        select="($ed:sigla(string(@xml:id)), string((@xml:id, @n, abbr ! normalize-space())[1]))[1]"/>
    <dt data-witness="{$siglum}">
      <xsl:sequence select="ed:address-of(.)"/>
      <xsl:variable name="standing" as="element()?" select="key('standings', $siglum)[1]"/>
      <b class="{if ($standing) then 'siglum chip ' || $standing/@colour else 'siglum'}">
        <xsl:value-of select="$siglum"/>
      </b>
    </dt>
    <dd>
      <xsl:apply-templates select="node() except abbr[@type = ('siglum', 'name')]" mode="text"/>
      <xsl:apply-templates select="key('standings', $siglum)[1]" mode="#current"/>
      <xsl:call-template name="texts-of">
        <xsl:with-param name="texts" select="key('texts', $siglum)"/>
      </xsl:call-template>
    </dd>
  </xsl:template>

  <xsl:template match="listWit" as="element()+" mode="conspectus">
    <dt data-witness="{($ed:sigla(string(@xml:id)), @xml:id)[1]}">
      <xsl:sequence select="ed:address-of(.)"/>
      <b class="siglum"><xsl:value-of select="($ed:sigla(string(@xml:id)), @xml:id)[1]"/></b>
    </dt>
    <dd>
      <xsl:apply-templates select="head/node(), desc" mode="text"/>
      <xsl:text> (</xsl:text>
      <xsl:value-of select="ed:say('conspectus.members',
        string-join(.//witness/@xml:id ! ($ed:sigla(.), .)[1], ' '))"/>
      <xsl:text>)</xsl:text>
    </dd>
  </xsl:template>

  <!-- How often a witness departs from the edition, with the way to these entries. -->
  <xsl:template match="in:standing" as="element()?" mode="conspectus">
    <xsl:variable name="departs" as="xs:string" select="ed:count('conspectus.departs', @departing)"/>
    <xsl:if test="@departing ne '0' or @agreeing ne '0'">
      <p class="scent">
        <xsl:choose>
          <xsl:when test="@view"><a href="{@view}"><xsl:value-of select="$departs"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="$departs"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> · </xsl:text>
        <xsl:value-of select="ed:count('conspectus.agrees', @agreeing)"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- The texts of a witness; many are folded. -->
  <xsl:template name="texts-of" as="element()?">
    <xsl:param name="texts" as="element(in:text)*"/>
    <xsl:choose>
      <xsl:when test="count($texts) gt 6">
        <details class="witness-texts">
          <summary><xsl:value-of select="ed:count('conspectus.texts', count($texts))"/></summary>
          <ul>
            <xsl:for-each select="$texts"><li><xsl:sequence select="ed:way-to-text(.)"/></li></xsl:for-each>
          </ul>
        </details>
      </xsl:when>
      <xsl:when test="exists($texts)">
        <p class="witness-texts">
          <xsl:value-of select="ed:say('conspectus.its-text')"/>
          <xsl:text> </xsl:text>
          <xsl:for-each select="$texts">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:sequence select="ed:way-to-text(.)"/>
          </xsl:for-each>
        </p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Return the way to a text of a witness and, if they have a page, to its entries. -->
  <xsl:function name="ed:way-to-text" as="node()+">
    <xsl:param name="text" as="element(in:text)"/>
    <a href="{$text/@href}" data-witness="{$text/@siglum}"><xsl:value-of select="$text/@title"/></a>
    <xsl:for-each select="$text/@view">
      <xsl:text> (</xsl:text>
      <a href="{.}"><xsl:value-of select="ed:count('entries.count', ../@departing)"/></a>
      <xsl:text>)</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- A note of a witness list is read in its place, not at the foot. -->
  <xsl:template match="witness/note | witness//note" as="element()" mode="text" priority="2">
    <div class="note"><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

  <!-- Return the id of a witness; of two documents that use the same one the first bears it. -->
  <xsl:function name="ed:address-of" as="attribute(id)?">
    <xsl:param name="witness" as="element()"/>
    <xsl:sequence select="$witness[key('declared', @xml:id)[1] is .]/@xml:id ! ed:id(.)"/>
  </xsl:function>

  <xsl:key name="declared" match="listWit[@xml:id] | witness[@xml:id]" use="@xml:id"/>
  <xsl:key name="standings" match="in:standing" use="@siglum"/>
  <xsl:key name="texts" match="in:text" use="@siglum"/>
</xsl:transform>
