<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode filters: the head of the page of all entries: by what they can be chosen, and the same as
     lists of links where no script runs (publish/critical/filters.py). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="filters" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="filters">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:apparatus" as="element()" mode="filters">
    <article class="all-entries">
      <header class="title">
        <h1><xsl:value-of select="(@title, ed:say('entries'))[1]"/></h1>
        <p class="scent"><xsl:value-of select="ed:count('entries.count', @entries)"/></p>
      </header>
      <xsl:if test="in:document">
        <ul class="parts"><xsl:apply-templates select="in:document" mode="#current"/></ul>
      </xsl:if>
      <xsl:if test="@filtered eq 'true'"><xsl:call-template name="filter-form"/></xsl:if>
      <xsl:apply-templates select="in:index" mode="#current"/>
    </article>
  </xsl:template>

  <!-- Shown by scripts/critical.js, which is what makes it work. -->
  <xsl:template name="filter-form" as="element()">
    <form class="filters" role="search" aria-label="{ed:say('filter')}" hidden="hidden"
        data-without="{@without}">
      <xsl:for-each select="in:choice[in:option]">
        <p>
          <label for=":{@name}"><xsl:value-of select="ed:say('filter.' || @name)"/></label>
          <select id=":{@name}" name="{@name}">
            <option value=""><xsl:value-of select="ed:say('filter.any')"/></option>
            <xsl:apply-templates select="in:option" mode="#current"/>
          </select>
        </p>
      </xsl:for-each>
      <p>
        <label for=":text"><xsl:value-of select="ed:say('filter.text')"/></label>
        <input id=":text" name="text" type="search" autocomplete="off"/>
      </p>
      <p><button type="reset"><xsl:value-of select="ed:say('filter.clear')"/></button></p>
      <p class="results" role="status" data-of="{ed:say('filter.of', ('{1}', '{2}'))}"
          data-none="{ed:say('filter.none')}"/>
    </form>
  </xsl:template>

  <xsl:template match="in:option" as="element()" mode="filters">
    <option value="{@value}">
      <xsl:value-of select="ed:class-name(.)"/>
      <xsl:text> (</xsl:text>
      <xsl:value-of select="@count"/>
      <xsl:text>)</xsl:text>
    </option>
  </xsl:template>

  <xsl:template match="in:document" as="element()" mode="filters">
    <li>
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <xsl:text> </xsl:text>
      <span class="scent"><xsl:value-of select="ed:count('entries.count', @entries)"/></span>
    </li>
  </xsl:template>

  <!-- The entries of each witness or kind, as links. -->
  <xsl:template match="in:index" as="element()" mode="filters">
    <nav class="entry-index" aria-label="{ed:say('index.' || @name)}">
      <h2><xsl:value-of select="ed:say('index.' || @name)"/></h2>
      <xsl:apply-templates select="in:heading" mode="#current"/>
    </nav>
  </xsl:template>

  <xsl:template match="in:heading" as="element()" mode="filters">
    <details id=":{../@name}-{position()}">
      <summary>
        <xsl:choose>
          <xsl:when test="@colour"><b class="chip {@colour}"><xsl:value-of select="@label"/></b></xsl:when>
          <xsl:otherwise><xsl:value-of select="ed:class-name(.)"/></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <span class="scent"><xsl:value-of select="ed:count('entries.count', @count)"/></span>
      </summary>
      <p class="numbers">
        <xsl:for-each select="in:at">
          <a href="{@href}"><xsl:value-of select="@n"/></a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </details>
  </xsl:template>

  <!-- Return the name of a class of readings in the reader's language; of what else, its label. -->
  <xsl:function name="ed:class-name" as="xs:string">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="(($ed:words('kind.' || $named/@label))[$named/../@name eq 'kind'],
      string($named/@label))[1]"/>
  </xsl:function>
</xsl:transform>
