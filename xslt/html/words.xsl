<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode words: the index of word forms, a page for each letter, and the page that lists these. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="words" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="words">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:words" as="element()" mode="words">
    <article class="words">
      <header class="title">
        <h1>
          <xsl:value-of select="ed:say('words')"/>
          <xsl:for-each select="@label">: <xsl:value-of select="."/></xsl:for-each>
        </h1>
      </header>
      <xsl:if test="not(@name)"><xsl:call-template name="about-words"/></xsl:if>
      <xsl:if test="in:script">
        <nav class="letters" aria-label="{ed:say('words.letters')}">
          <xsl:apply-templates select="in:script" mode="#current">
            <xsl:with-param name="here" select="string(@name)" tunnel="yes"/>
          </xsl:apply-templates>
        </nav>
      </xsl:if>
      <xsl:apply-templates select="in:letter" mode="#current"/>
    </article>
  </xsl:template>

  <xsl:template name="about-words" as="element()+">
    <p><xsl:value-of select="ed:count('words.about', xs:integer(@count))"/></p>
    <xsl:if test="in:left-out">
      <details class="left-out">
        <summary><xsl:value-of select="ed:say('words.left-out')"/></summary>
        <p><xsl:value-of select="in:left-out/@form" separator=", "/></p>
      </details>
    </xsl:if>
    <xsl:if test="xs:integer(@fewest) gt 1">
      <p><xsl:value-of select="ed:say('words.rare-left-out', @fewest)"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="in:script" as="element()+" mode="words">
    <xsl:variable name="key" as="xs:string" select="'script.' || @name"/>
    <xsl:if test="../in:script[2]">
      <p class="script">
        <xsl:value-of select="($ed:words($key), lower-case(@name))[1]"/>
      </p>
    </xsl:if>
    <ul>
      <xsl:apply-templates select="in:leaf" mode="#current"/>
    </ul>
  </xsl:template>

  <xsl:template match="in:leaf" as="element()" mode="words">
    <xsl:param name="here" as="xs:string" tunnel="yes"/>
    <li>
      <a href="{@href}">
        <xsl:if test="@href eq $here">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:value-of select="@label"/>
      </a>
    </li>
  </xsl:template>

  <!-- The words of a letter, with a heading where the page holds several. -->
  <xsl:template match="in:letter" as="element(section)" mode="words">
    <section id="{@id}">
      <xsl:if test="../in:letter[2]"><h2><xsl:value-of select="@label"/></h2></xsl:if>
      <dl class="word-list"><xsl:apply-templates select="in:word" mode="#current"/></dl>
    </section>
  </xsl:template>

  <xsl:template match="in:word" as="element()+" mode="words">
    <dt>
      <xsl:value-of select="@form"/>
      <xsl:text> </xsl:text>
      <span class="count"><xsl:value-of select="@count"/></span>
    </dt>
    <dd>
      <xsl:apply-templates select="in:in" mode="#current"/>
      <xsl:if test="xs:integer(@more) gt 0">
        <xsl:text>; </xsl:text>
        <xsl:value-of select="ed:count('words.more-documents', @more)"/>
      </xsl:if>
    </dd>
  </xsl:template>

  <xsl:template match="in:in" as="node()+" mode="words">
    <xsl:if test="preceding-sibling::in:in">; </xsl:if>
    <i><xsl:value-of select="@title"/></i>
    <xsl:for-each select="in:at">
      <xsl:text> </xsl:text>
      <a href="{@href}">
        <xsl:value-of select="(@label[. ne ''], ed:say('words.heading'))[1]"/>
      </a>
    </xsl:for-each>
    <xsl:if test="xs:integer(@more) gt 0">
      <xsl:text> </xsl:text>
      <xsl:value-of select="ed:count('words.more', @more)"/>
    </xsl:if>
  </xsl:template>
</xsl:transform>
