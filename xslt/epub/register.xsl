<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode register: the entries of one register, each with a link to every mention. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="register" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="register">
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="ed:linked($article)"/>
  </xsl:template>

  <xsl:template match="in:register" as="element()" mode="register">
    <article>
      <header class="title"><h1><xsl:value-of select="@title"/></h1></header>
      <nav class="letters" aria-label="Letters">
        <xsl:for-each-group select="in:entry" group-adjacent="upper-case(substring(@label, 1, 1))">
          <a href="#{@id}"><xsl:value-of select="current-grouping-key()"/></a>
          <xsl:text> </xsl:text>
        </xsl:for-each-group>
      </nav>
      <xsl:apply-templates select="in:entry" mode="#current"/>
    </article>
  </xsl:template>

  <xsl:template match="in:entry" as="element()" mode="register">
    <section class="register-entry" id="{@id}">
      <h2><xsl:value-of select="@label"/></h2>
      <xsl:apply-templates select="*" mode="described">
        <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:if test="in:authority">
        <p class="authority">
          <xsl:apply-templates select="in:authority" mode="#current"/>
        </p>
      </xsl:if>
      <xsl:if test="in:mention">
        <ul class="mentions">
          <xsl:for-each-group select="in:mention" group-adjacent="string(@document)">
            <li>
              <xsl:value-of select="current-grouping-key()"/>
              <xsl:text>: </xsl:text>
              <xsl:for-each select="current-group()">
                <xsl:if test="position() gt 1">, </xsl:if>
                <xsl:apply-templates select="." mode="#current"/>
              </xsl:for-each>
            </li>
          </xsl:for-each-group>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="in:mention" as="element()" mode="register">
    <a class="mention" href="{@href}"><xsl:value-of select="@text"/></a>
  </xsl:template>

  <xsl:template match="in:authority" as="element()" mode="register">
    <xsl:element name="{if (matches(., '^https?://')) then 'a' else 'span'}">
      <xsl:if test="matches(., '^https?://')"><xsl:attribute name="href" select="."/></xsl:if>
      <xsl:attribute name="class" select="'authority'"/>
      <xsl:value-of select="."/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
