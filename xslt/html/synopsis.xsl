<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode synopsis: the passages of one set side by side, what answers what in one row. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="synopsis" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="synopsis">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:synopsis" as="element()" mode="synopsis">
    <article class="synopsis columns-{count(in:witness)}">
      <header class="title">
        <p class="scent"><a href="index.html"><xsl:value-of select="ed:say('synopses')"/></a><xsl:text> · </xsl:text>
          <xsl:value-of select="@id"/></p>
        <h1><xsl:value-of select="@title"/></h1>
        <p class="label"><xsl:sequence select="ed:label(.)"/></p>
      </header>
      <xsl:if test="@note ne ''">
        <section class="synopsis-note" aria-label="{ed:say('synopsis.note')}">
          <p><xsl:value-of select="@note"/></p>
        </section>
      </xsl:if>
      <table class="rows">
        <caption>
          <xsl:value-of select="
            ed:say(if (@aligned eq 'true') then 'synopsis.underlined' else 'synopsis.by-itself'),
            ed:say('synopsis.letters')[current()/in:row/in:cell/in:link]"/>
        </caption>
        <thead>
          <tr><xsl:apply-templates select="in:witness" mode="#current"/></tr>
        </thead>
        <tbody><xsl:apply-templates select="in:row" mode="#current"/></tbody>
      </table>
      <xsl:apply-templates select="." mode="cruces"/>
    </article>
  </xsl:template>

  <xsl:template match="in:witness" as="element()" mode="synopsis">
    <th scope="col" data-witness="{@siglum}">
      <b class="siglum"><xsl:value-of select="@siglum"/></b>
      <xsl:if test="@line ne ''">
        <xsl:text> </xsl:text>
        <xsl:element name="{if (@href ne '') then 'a' else 'span'}">
          <xsl:attribute name="class" select="'place'"/>
          <xsl:if test="@href ne ''"><xsl:attribute name="href" select="@href"/></xsl:if>
          <xsl:value-of select="ed:say('synopsis.line', @line)"/>
        </xsl:element>
      </xsl:if>
      <xsl:text> </xsl:text>
      <span class="kind"><xsl:value-of select="@kind ! ed:known('passage.' || ., .),
        ed:say('synopsis.one-not-aligned')[current()/@aligned eq 'false'][current()/../@aligned eq 'true']"/></span>
      <xsl:if test="@attribution ne ''">
        <xsl:text> </xsl:text>
        <span class="attribution"><xsl:value-of select="@attribution"/></span>
      </xsl:if>
    </th>
  </xsl:template>

  <xsl:template match="in:row" as="element()" mode="synopsis">
    <tr><xsl:apply-templates select="in:cell" mode="#current"/></tr>
  </xsl:template>

  <xsl:template match="in:cell[not(*)]" as="element()" mode="synopsis">
    <td class="nothing"/>
  </xsl:template>

  <!-- The siglum in the cell is seen where the columns stand below each other. -->
  <xsl:template match="in:cell" as="element()" mode="synopsis">
    <td data-witness="{key('witnesses', @witness)/@siglum}">
      <xsl:for-each select="key('witnesses', @witness)/@language[. ne '']">
        <xsl:attribute name="lang" select="."/>
        <xsl:attribute name="dir" select="'auto'"/>
      </xsl:for-each>
      <b class="siglum of-cell" aria-hidden="true"><xsl:value-of select="@witness"/></b>
      <xsl:apply-templates select="*" mode="#current"/>
    </td>
  </xsl:template>

  <xsl:template match="in:run[@shared eq 'false']" as="text()?" mode="synopsis">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="in:run[@shared eq 'true']" as="element()" mode="synopsis">
    <mark class="shared"><xsl:value-of select="."/></mark>
  </xsl:template>

  <xsl:template match="in:link" as="element()" mode="synopsis">
    <a class="crossing" id="link-{@letter}-{@at}" href="#link-{@letter}-{@to}"
        aria-label="{ed:say('synopsis.letter', @letter)}"><xsl:value-of select="@letter"/></a>
  </xsl:template>

  <!-- Return the sentences that say what the passages are to each other, and what they are not. -->
  <xsl:function name="ed:label" as="node()*">
    <xsl:param name="set" as="element(in:synopsis)"/>
    <xsl:variable name="kind" as="xs:string" select="string($set/@kind)"/>
    <xsl:variable name="words" as="xs:string" select="ed:known('synopsis.' || $kind, $kind)"/>
    <xsl:variable name="aligned" as="xs:boolean" select="$set/@aligned eq 'true'"/>
    <strong>
      <xsl:value-of select="if ($aligned)
        then upper-case(substring($words, 1, 1)) || substring($words, 2)
        else ed:say('synopsis.apart')"/>
    </strong>
    <xsl:value-of select="if ($aligned)
      then ed:say('synopsis.confidence',
        (ed:decimal($set/@confidence, '0.00'), ed:decimal(0.5, '0.00')))
      else ed:say('synopsis.too-little', $words)"/>
  </xsl:function>

  <xsl:key name="witnesses" match="in:witness" use="string(@id)"/>
</xsl:transform>
