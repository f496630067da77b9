<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode chronology: the dated events of the edition with the date that each witness gives: the
     timeline, then a table. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="chronology" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="chronology">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:chronology" as="element()" mode="chronology">
    <article class="chronology">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="scent">
          <xsl:value-of select="ed:count('chronology.happenings', @total),
            ed:count('chronology.disputed', @disputed)[current()/@disputed ne '0']"
              separator="; "/>
        </p>
      </header>
      <p>
        <xsl:value-of select="ed:say('chronology.said'),
          @left ! ed:count('chronology.unmentioned', .)"/>
      </p>
      <nav class="letters" aria-label="{ed:say('chronology.years')}">
        <xsl:for-each select="in:panel">
          <a href="#:panel-{position()}">
            <xsl:value-of select="if (@long) then ed:say('chronology.long') else string(@years)"/>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <a href="#:table"><xsl:value-of select="ed:say('chronology.table')"/></a>
      </nav>
      <xsl:apply-templates select="in:panel" mode="timeline"/>
      <section aria-labelledby=":table">
        <h2 id=":table"><xsl:value-of select="ed:say('chronology.table')"/></h2>
        <div class="wide" tabindex="0" role="group" aria-labelledby=":table">
          <table class="dated">
            <xsl:call-template name="dated-head"/>
            <tbody><xsl:apply-templates select="in:happening" mode="#current"/></tbody>
          </table>
        </div>
      </section>
    </article>
  </xsl:template>

  <xsl:template name="dated-head" as="element()">
    <thead>
      <tr>
        <th scope="col"><xsl:value-of select="ed:say('chronology.event')"/></th>
        <xsl:for-each select="in:witness/@siglum, @text/ed:say('chronology.text'),
            @register/ed:say('chronology.register')">
          <th scope="col"><xsl:value-of select="."/></th>
        </xsl:for-each>
        <xsl:if test="empty(in:witness)">
          <th scope="col"><xsl:value-of select="ed:say('chronology.dates')"/></th>
        </xsl:if>
      </tr>
    </thead>
  </xsl:template>

  <xsl:template match="in:happening" as="element()" mode="chronology">
    <xsl:variable name="event" as="element(in:happening)" select="."/>
    <tr>
      <th scope="row"><xsl:sequence select="ed:event-words(.)"/></th>
      <xsl:for-each select="../in:witness/@siglum">
        <td>
          <xsl:sequence select="ed:dates-told($event/in:statement[in:by/@siglum = current()])"/>
          <xsl:value-of select="$event/in:account[in:by/@siglum = current()]/@text" separator="; "/>
        </td>
      </xsl:for-each>
      <xsl:if test="../@text">
        <td><xsl:sequence select="ed:dates-told(in:statement[@source eq 'text'])"/></td>
      </xsl:if>
      <xsl:if test="../@register">
        <td><xsl:sequence select="ed:dates-told(in:statement[@source eq 'register'])"/></td>
      </xsl:if>
      <xsl:if test="empty(../in:witness)">
        <td>
          <xsl:for-each select="in:statement[@source eq 'witnesses']">
            <xsl:if test="position() gt 1">; </xsl:if>
            <xsl:sequence select="ed:dates-told(.)"/>
            <xsl:value-of select="': ' || ed:teller(.)"/>
          </xsl:for-each>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>

  <!-- Return the dates of statements, those marked that differ from the first reading. -->
  <xsl:function name="ed:dates-told" as="node()*">
    <xsl:param name="statements" as="element(in:statement)*"/>
    <xsl:for-each select="$statements">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="@differs">
          <span class="differs" title="{ed:say('chronology.differs')}">
            <xsl:sequence select="ed:time(@date, ed:date-words(@date))"/>
          </span>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:time(@date, ed:date-words(@date))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:transform>
