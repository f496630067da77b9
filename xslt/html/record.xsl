<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode record: the page of a register entry: what is known of it, where the texts name it and in
     what words, and who is named together with it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="record" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="record">
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="ed:linked($article)"/>
  </xsl:template>

  <xsl:template match="in:entry" as="element()" mode="record">
    <article class="record {@kind}">
      <header class="title"><h1 id="{@id}"><xsl:value-of select="@label"/></h1></header>
      <xsl:apply-templates select="* except in:*" mode="described">
        <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:if test="in:point | in:authority">
        <dl class="facts">
          <xsl:apply-templates select="in:point" mode="#current"/>
          <xsl:if test="in:authority">
            <div>
              <dt><xsl:value-of select="ed:say('registers.authorities')"/></dt>
              <xsl:apply-templates select="in:authority" mode="#current"/>
            </div>
          </xsl:if>
        </dl>
      </xsl:if>
      <xsl:call-template name="mentions"/>
      <xsl:call-template name="company"/>
    </article>
  </xsl:template>

  <xsl:template match="in:point" as="element()" mode="record">
    <div>
      <dt><xsl:value-of select="ed:say('registers.coordinates')"/></dt>
      <dd>
        <xsl:value-of select="ed:coordinates(@latitude, @longitude)"/>
        <xsl:text> (</xsl:text>
        <a href="{@href}"><xsl:value-of select="ed:say('registers.on-map')"/></a>
        <xsl:text>)</xsl:text>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="in:authority" as="element()" mode="record">
    <dd class="authority">
      <xsl:if test="@name ne ''"><xsl:value-of select="@name || ' '"/></xsl:if>
      <xsl:value-of select="@number"/>
    </dd>
  </xsl:template>

  <xsl:template match="in:authority[@href ne '']" as="element()" mode="record">
    <dd class="authority">
      <a href="{@href}"><xsl:value-of select="@name || ' ' || @number"/></a>
    </dd>
  </xsl:template>

  <xsl:template name="mentions" as="element()">
    <section class="where" aria-labelledby=":where">
      <h2 id=":where"><xsl:value-of select="ed:say('registers.where')"/></h2>
      <xsl:choose>
        <xsl:when test="in:document">
          <p class="scent">
            <xsl:value-of select="ed:count('registers.mentions', @total),
              ed:say('registers.near')[current()/in:document/in:mention/@date]" separator=". "/>
          </p>
          <xsl:apply-templates select="in:document" mode="#current"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:value-of select="ed:say('registers.unmentioned')"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="in:document[in:mention]" as="element()" mode="record">
    <details class="document">
      <xsl:if test="number(../@total) le 100"><xsl:attribute name="open" select="'open'"/></xsl:if>
      <summary>
        <xsl:value-of select="@title"/>
        <xsl:text> </xsl:text>
        <span class="scent">
          <xsl:sequence select="@date ! (ed:time(., ed:date-words(.)), ' · ')"/>
          <xsl:value-of select="ed:count('registers.mentions', @total)"/>
        </span>
      </summary>
      <ul class="passages">
        <xsl:apply-templates select="in:mention" mode="#current"/>
        <xsl:if test="@left">
          <li><a href="{@href}"><xsl:value-of select="ed:count('registers.others', @left)"/></a></li>
        </xsl:if>
      </ul>
    </details>
  </xsl:template>

  <xsl:template match="in:document[not(in:mention)]" as="element()" mode="record">
    <p class="document">
      <a href="{@href}"><xsl:value-of select="@title"/></a>
      <xsl:text> </xsl:text>
      <span class="scent"><xsl:value-of select="ed:count('registers.mentions', @total)"/></span>
    </p>
  </xsl:template>

  <xsl:template match="in:mention" as="element()" mode="record">
    <li class="passage">
      <xsl:value-of select="@before"/>
      <a class="mention" href="{@href}"><xsl:value-of select="@name"/></a>
      <xsl:value-of select="@after"/>
      <!-- A date that is that of the whole document stands above. -->
      <xsl:variable name="date" as="attribute()?" select="@date[not(. = ../../@date)]"/>
      <xsl:if test="@where ne 'text' or $date">
        <xsl:text> </xsl:text>
        <span class="place">
          <xsl:if test="@where ne 'text'"><xsl:value-of select="ed:stands(.)"/></xsl:if>
          <xsl:if test="@where ne 'text' and $date"> · </xsl:if>
          <xsl:sequence select="$date ! ed:time(., ed:date-words(.))"/>
        </span>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- Return in words where a mention stands that is not in the text. -->
  <xsl:function name="ed:stands" as="xs:string">
    <xsl:param name="mention" as="element(in:mention)"/>
    <xsl:sequence select="
      if ($mention/@sigla) then ed:say('registers.in-reading-of', $mention/@sigla)
      else ed:say('registers.in-' || $mention/@where)"/>
  </xsl:function>

  <xsl:template name="company" as="element()?">
    <xsl:if test="in:company">
      <section class="company" aria-labelledby=":company">
        <h2 id=":company"><xsl:value-of select="ed:say('registers.company')"/></h2>
        <p class="scent"><xsl:value-of select="ed:say('registers.company-said')"/></p>
        <xsl:for-each-group select="in:company" group-by="string(@kind)">
          <h3><xsl:value-of select="current-grouping-key()"/></h3>
          <ul><xsl:apply-templates select="current-group()" mode="#current"/></ul>
        </xsl:for-each-group>
        <xsl:apply-templates select="in:others" mode="#current"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="in:company" as="element()" mode="record">
    <li>
      <a href="{@href}"><xsl:value-of select="@label"/></a>
      <xsl:text> </xsl:text>
      <span class="number"><xsl:value-of select="@number"/></span>
    </li>
  </xsl:template>

  <xsl:template match="in:others" as="element()" mode="record">
    <p class="scent"><xsl:value-of select="ed:count('registers.others', @number)"/></p>
  </xsl:template>
</xsl:transform>
