<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode parallel: the text of the edition and its witnesses side by side, a row for each block
     (publish/critical/parallel.py). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="parallel" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="footnote paragraph line"/>

  <xsl:param name="own" as="xs:string" select="''">
    <!-- The page of the document itself, below the site. -->
  </xsl:param>

  <xsl:template match="document-node()" as="element()" mode="parallel">
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="ed:linked($article)"/>
  </xsl:template>

  <xsl:template match="in:parallel" as="element()" mode="parallel">
    <xsl:variable name="shown" as="element(in:column)*" select="in:column[@shown eq 'true']"/>
    <article class="parallel">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="subtitle"><xsl:value-of select="ed:say('parallel')"/></p>
        <p class="witness-note">
          <xsl:value-of select="ed:say('about.parallel')"/>
          <xsl:if test="count($shown) lt count(in:column)">
            <xsl:value-of select="' ' || ed:say('about.parallel-many', count($shown))"/>
          </xsl:if>
        </p>
      </header>
      <nav class="columns-choice" aria-label="{ed:say('columns')}" data-chooser="">
        <ul>
          <xsl:apply-templates select="in:column" mode="#current"/>
        </ul>
      </nav>
      <!-- It can be scrolled with the keyboard. -->
      <div class="table" tabindex="0" role="region" aria-label="{ed:say('parallel')}">
        <table class="parallel-rows">
          <thead>
            <tr>
              <th scope="col"><a href="{$to-site}{$own}"><xsl:value-of select="ed:say('edition')"/></a></th>
              <xsl:for-each select="$shown">
                <th scope="col" data-of="{@siglum}">
                  <a class="chip {@colour}" href="{$to-site}{@page}"><xsl:value-of select="@siglum"/></a>
                </th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="text/in:row" mode="#current"/></tbody>
        </table>
      </div>
    </article>
  </xsl:template>

  <xsl:template match="in:column" as="element()" mode="parallel">
    <li>
      <a class="chip {@colour}" href="{$to-site}{@page}" data-witness="{@siglum}"
          data-shown="{@shown}">
        <xsl:if test="@label[. ne ../@siglum and . ne '']">
          <xsl:attribute name="title" select="@label"/>
        </xsl:if>
        <xsl:value-of select="@siglum"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="in:row" as="element()" mode="parallel">
    <tr>
      <xsl:if test="@block ne ''">
        <xsl:attribute name="id" select="@block"/>
        <xsl:attribute name="data-block" select="@block"/>
      </xsl:if>
      <xsl:apply-templates select="in:cell" mode="#current"/>
    </tr>
  </xsl:template>

  <xsl:template match="in:cell" as="element()" mode="parallel">
    <td>
      <xsl:if test="@siglum ne ''"><xsl:attribute name="data-of" select="@siglum"/></xsl:if>
      <xsl:variable name="classes" as="xs:string*" select="@colour[. ne ''], 'nothing'[empty(current()/*)],
        'same'[current()[* and @siglum ne '' and empty(.//in:rd | .//in:silent | .//in:gap)]]"/>
      <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes"/></xsl:if>
      <b class="of-cell siglum">
        <xsl:value-of select="(@siglum[. ne ''], ed:say('edition'))[1]"/>
      </b>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="text">
        <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </td>
  </xsl:template>
</xsl:transform>
