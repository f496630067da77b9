<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode listing: the list of a register, by letter; each name leads to the page of its entry. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="listing" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="listing">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:list" as="element()" mode="listing">
    <article class="register {@kind}">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="scent"><xsl:value-of select="ed:count('registers.entries', @total)"/></p>
      </header>
      <xsl:if test="in:letter[2]">
        <nav class="letters" aria-label="{ed:say('registers.letters')}">
          <xsl:for-each select="in:letter">
            <a href="#:letter-{position()}"><xsl:value-of select="@name"/></a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </nav>
      </xsl:if>
      <!-- The script registers.js shows it and fills it. -->
      <p class="filter" hidden="hidden" data-shown="{ed:say('registers.shown')}">
        <label for=":filter"><xsl:value-of select="ed:say('registers.filter')"/></label>
        <input id=":filter" type="search" autocomplete="off"/>
        <output for=":filter"></output>
      </p>
      <xsl:apply-templates select="in:letter" mode="#current"/>
      <xsl:apply-templates select="in:map" mode="scatter"/>
    </article>
  </xsl:template>

  <!-- An identifier with a colon is that of no entry. -->
  <xsl:template match="in:letter" as="element()" mode="listing">
    <section class="letter" id=":letter-{position()}" aria-labelledby=":letter-name-{position()}">
      <h2 id=":letter-name-{position()}"><xsl:value-of select="@name"/></h2>
      <ul class="rows"><xsl:apply-templates select="in:row" mode="#current"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="in:row" as="element()" mode="listing">
    <li class="row" id="{@id}">
      <a class="name" href="{@href}"><xsl:value-of select="@label"/></a>
      <xsl:apply-templates select="@life, @date, @mentions[not(../in:mention)], @summary, @latitude"
          mode="#current"/>
      <xsl:if test="in:mention">
        <xsl:text> </xsl:text>
        <span class="documents">
          <xsl:value-of select="ed:count('registers.mentions', @mentions)"/>
          <xsl:text>: </xsl:text>
          <xsl:for-each select="in:mention | in:others">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:apply-templates select="." mode="#current"/>
          </xsl:for-each>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="@life | @summary | @mentions" as="node()+" mode="listing">
    <xsl:text> </xsl:text>
    <span class="{name()}">
      <xsl:value-of select="if (name() eq 'mentions') then ed:count('registers.mentions', .) else ."/>
    </span>
  </xsl:template>

  <xsl:template match="@date" as="node()+" mode="listing">
    <xsl:text> </xsl:text>
    <xsl:sequence select="ed:time(., ed:date-words(.))"/>
  </xsl:template>

  <xsl:template match="@latitude" as="node()+" mode="listing">
    <xsl:text> </xsl:text>
    <a class="coordinates" href="{../@map}">
      <xsl:value-of select="ed:coordinates(., ../@longitude)"/>
      <xsl:text> </xsl:text>
      <span class="elsewhere"><xsl:value-of select="ed:say('registers.on-map')"/></span>
    </a>
  </xsl:template>

  <xsl:template match="in:mention" as="element()" mode="listing">
    <a class="mention" href="{@href}"><xsl:value-of select="@title"/></a>
  </xsl:template>

  <xsl:template match="in:others" as="element()" mode="listing">
    <a class="others" href="{@href}">
      <xsl:value-of select="ed:count('registers.others', @number)"/>
    </a>
  </xsl:template>

  <!-- Return coordinates as they are read: 55.75° N, 37.62° E. -->
  <xsl:function name="ed:coordinates" as="xs:string">
    <xsl:param name="latitude" as="xs:double"/>
    <xsl:param name="longitude" as="xs:double"/>
    <xsl:sequence select="
      ed:say('registers.' || (if ($latitude lt 0) then 'south' else 'north'),
        round(abs($latitude), 2)) || ', ' ||
      ed:say('registers.' || (if ($longitude lt 0) then 'west' else 'east'),
        round(abs($longitude), 2))"/>
  </xsl:function>
</xsl:transform>
