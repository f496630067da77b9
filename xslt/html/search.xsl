<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode search: the form of the search, which a script shows where it can run, and what else there
     is to find something by. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="search" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="search">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:search" as="element()" mode="search">
    <article class="search">
      <header class="title"><h1><xsl:value-of select="ed:say('search')"/></h1></header>
      <xsl:call-template name="search-form"/>
      <div class="otherwise" data-otherwise="">
        <p><xsl:value-of select="ed:say('search.needs')"/></p>
        <ul><xsl:apply-templates select="in:way" mode="#current"/></ul>
      </div>
      <p class="found" role="status" data-found=""/>
      <ol class="results" aria-label="{ed:say('search.results')}" data-results="" hidden="hidden"/>
      <p>
        <button type="button" data-more="" hidden="hidden">
          <xsl:value-of select="ed:say('search.more')"/>
        </button>
      </p>
    </article>
  </xsl:template>

  <!-- An edition whose index could not be made. -->
  <xsl:template match="in:search[@index = 'no']" as="element()" mode="search" priority="1">
    <article class="search">
      <header class="title"><h1><xsl:value-of select="ed:say('search')"/></h1></header>
      <p><xsl:value-of select="ed:say('search.missing')"/></p>
      <ul><xsl:apply-templates select="in:way" mode="#current"/></ul>
    </article>
  </xsl:template>

  <xsl:template match="in:way" as="element()" mode="search">
    <li><a href="{@href}"><xsl:value-of select="@title"/></a></li>
  </xsl:template>

  <xsl:template name="search-form" as="element()">
    <form role="search" hidden="hidden" data-search="">
      <xsl:call-template name="search-words"/>
      <p class="words">
        <label for="q"><xsl:value-of select="ed:say('search.words')"/></label>
        <input type="search" id="q" name="q" autocomplete="off" spellcheck="false"
            aria-describedby="search-hint"/>
        <button><xsl:value-of select="ed:say('search.go')"/></button>
      </p>
      <p class="hint" id="search-hint"><xsl:value-of select="ed:say('search.hint')"/></p>
      <details class="narrow">
        <summary><xsl:value-of select="ed:say('search.narrow')"/></summary>
        <div class="choices">
          <xsl:sequence select="ed:choice('witness', ()), ed:choice('document', ()),
            ed:choice('entry', ()), ed:choice('kind', ('text', 'note', 'register')),
            ed:year-field('from'), ed:year-field('to'), ed:choice('sort', ('relevance', 'order'))"/>
        </div>
      </details>
    </form>
  </xsl:template>

  <!-- What the script says. -->
  <xsl:template name="search-words" as="attribute()*">
    <xsl:for-each select="('one', 'few', 'many', 'other')[exists($ed:words('search.found.' || .))]">
      <xsl:attribute name="data-found-{.}" select="$ed:words('search.found.' || .)"/>
    </xsl:for-each>
    <xsl:for-each select="('none', 'running', 'failed', 'reading')">
      <xsl:attribute name="data-{.}" select="ed:say('search.' || .)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Return a list to choose from; the script fills in what the edition has. -->
  <xsl:function name="ed:choice" as="element(p)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:variable name="labels" as="map(xs:string, xs:string)" select="map {
      'text': 'search.texts', 'note': 'search.notes', 'register': 'search.registers',
      'relevance': 'search.relevance', 'order': 'search.in-order' }"/>
    <p>
      <label for="{$name}"><xsl:value-of select="ed:say('search.' || $name)"/></label>
      <select id="{$name}" name="{$name}">
        <xsl:if test="$name ne 'sort'">
          <option value="">
            <xsl:value-of select="ed:say('search.' || (if ($name eq 'kind') then 'everywhere'
              else 'any'))"/>
          </option>
        </xsl:if>
        <xsl:for-each select="$values">
          <option value="{.[. ne 'relevance']}">
            <xsl:value-of select="ed:say($labels(.))"/>
          </option>
        </xsl:for-each>
      </select>
    </p>
  </xsl:function>

  <xsl:function name="ed:year-field" as="element(p)">
    <xsl:param name="name" as="xs:string"/>
    <p>
      <label for="{$name}"><xsl:value-of select="ed:say('search.' || $name)"/></label>
      <input type="number" id="{$name}" name="{$name}" step="1" inputmode="numeric"/>
    </p>
  </xsl:function>
</xsl:transform>
