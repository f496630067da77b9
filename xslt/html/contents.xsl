<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode contents: the first page of the site: the title page of the edition, its texts, how it is
     cited and what may be done with it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="contents" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="contents">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:edition" as="element()" mode="contents">
    <article class="title-page">
      <header class="title">
        <h1>
          <xsl:if test="string-length(@title) gt 40">
            <xsl:attribute name="class" select="'long'"/>
          </xsl:if>
          <xsl:value-of select="@title"/>
        </h1>
        <xsl:for-each select="@authors[. ne '']">
          <p class="byline"><xsl:value-of select="."/></p>
        </xsl:for-each>
        <xsl:for-each select="@editors[. ne '']">
          <p class="byline"><xsl:value-of select="ed:say('edited-by', .)"/></p>
        </xsl:for-each>
        <xsl:if test="@description ne ''">
          <p class="description"><xsl:value-of select="@description"/></p>
        </xsl:if>
        <xsl:if test="ed:imprint(.)">
          <p class="imprint"><xsl:value-of select="ed:imprint(.)"/></p>
        </xsl:if>
      </header>
      <xsl:for-each-group select="in:document" group-adjacent="@kind eq 'transcript'">
        <section class="documents">
          <h2>
            <xsl:value-of select="ed:say(
              if (current-grouping-key()) then 'reading.transcripts' else 'reading.texts')"/>
          </h2>
          <xsl:sequence select="ed:listed(current-group())"/>
        </section>
      </xsl:for-each-group>
      <xsl:apply-templates select="." mode="colophon"/>
    </article>
  </xsl:template>

  <!-- Return the documents as a list; many are grouped, with links to each group. -->
  <xsl:function name="ed:listed" as="element()*">
    <xsl:param name="documents" as="element(in:document)+"/>
    <xsl:choose>
      <xsl:when test="$documents/@group">
        <xsl:variable name="groups" as="xs:string+"
            select="sort(distinct-values($documents/string(@group)), (), ed:shelf-order#1)"/>
        <nav class="groups" aria-label="{ed:say('groups-of-texts')}">
          <xsl:for-each select="$groups">
            <a href="#{ed:shelf-id(.)}"><xsl:value-of select="ed:shelf(.)"/></a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </nav>
        <xsl:for-each-group select="$documents" group-by="string(@group)">
          <xsl:sort select="ed:shelf-order(current-grouping-key())"/>
          <h3 id="{ed:shelf-id(current-grouping-key())}">
            <xsl:value-of select="ed:shelf(current-grouping-key())"/>
          </h3>
          <ol><xsl:apply-templates select="current-group()" mode="contents"/></ol>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:otherwise>
        <ol><xsl:apply-templates select="$documents" mode="contents"/></ol>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="in:document" as="element()" mode="contents">
    <li>
      <xsl:for-each select="@siglum">
        <b class="siglum"><xsl:value-of select="."/></b>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <a href="{@page}">
        <xsl:sequence select="@lang ! ed:other-language(.)"/>
        <xsl:value-of select="@title"/>
        <xsl:for-each select="@name">
          <xsl:text> </xsl:text>
          <span class="scent">(<xsl:value-of select="."/>)</span>
        </xsl:for-each>
      </a>
      <xsl:if test="xs:integer(@entries) gt 0">
        <xsl:text> </xsl:text>
        <span class="scent">
          <xsl:value-of select="ed:count('reading.variant-places', xs:integer(@entries))"/>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- Return the language of a title, unless the page speaks it. -->
  <xsl:function name="ed:other-language" as="attribute(lang)?">
    <xsl:param name="language" as="attribute(lang)"/>
    <xsl:variable name="tag" as="xs:string?" select="ed:tag(normalize-space($language))"/>
    <xsl:if test="$tag ne $ed:words(':')"><xsl:attribute name="lang" select="$tag"/></xsl:if>
  </xsl:function>

  <!-- Return the key by which groups are sorted; what has no year comes last. -->
  <xsl:function name="ed:shelf-order" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="if ($group) then $group else '&#xFFFD;'"/>
  </xsl:function>

  <xsl:function name="ed:shelf" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="if ($group) then $group else ed:say('reading.undated')"/>
  </xsl:function>

  <xsl:function name="ed:shelf-id" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="':group-' || ($group[.], 'undated')[1]"/>
  </xsl:function>

  <!-- Return who published an edition, and when. -->
  <xsl:function name="ed:imprint" as="xs:string">
    <xsl:param name="edition" as="element(in:edition)"/>
    <xsl:sequence select="string-join(($edition/@publisher, $edition/@date)[. ne ''], ' ')"/>
  </xsl:function>
</xsl:transform>
