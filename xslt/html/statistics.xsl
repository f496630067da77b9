<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode statistics: the page that shows the apparatus as a whole, each figure with a sentence that
     says what is seen and how it was computed. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="statistics" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="statistics">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:statistics" as="element()" mode="statistics">
    <article class="statistics">
      <header class="title">
        <h1><xsl:value-of select="ed:say('statistics')"/></h1>
        <p class="description">
          <xsl:value-of select="ed:count('statistics.said', @entries)"/>
        </p>
      </header>
      <xsl:apply-templates select="in:tradition" mode="#current">
        <xsl:with-param name="named" select="count(in:tradition) gt 1" as="xs:boolean"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="in:classes" mode="#current"/>
      <xsl:where-populated>
        <section>
          <xsl:if test="in:heat">
            <h2><xsl:value-of select="ed:say('statistics.variance')"/></h2>
            <xsl:call-template name="heat-words"/>
          </xsl:if>
          <xsl:apply-templates select="in:heat" mode="heat"/>
        </section>
      </xsl:where-populated>
    </article>
  </xsl:template>

  <xsl:template match="in:tradition" as="element()" mode="statistics">
    <xsl:param name="named" as="xs:boolean"/>
    <section>
      <h2>
        <xsl:value-of select="ed:say('statistics.agreement'
          || '-in'[$named] || '-several'[$named][current()/in:document[2]], in:document[1]/@title)"/>
      </h2>
      <p><xsl:value-of select="ed:agreement-words(.)"/></p>
      <xsl:apply-templates select="in:matrix" mode="matrix"/>
      <xsl:apply-templates select="in:dendrogram" mode="dendrogram"/>
      <xsl:if test="in:apart">
        <p class="caption">
          <xsl:value-of select="ed:say('statistics.apart',
            (string-join(in:apart/@siglum, ', '), ed:few(/*/@few)))"/>
        </p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="in:classes" as="element()" mode="statistics">
    <section>
      <h2><xsl:value-of select="ed:say('statistics.classes')"/></h2>
      <p>
        <xsl:value-of select="ed:say('statistics.classes-said'),
          ed:say('statistics.classes-without')[current()/in:class/@without = 'true']"/>
      </p>
      <xsl:apply-templates select="." mode="bars"/>
      <xsl:apply-templates select="." mode="class-table"/>
    </section>
  </xsl:template>

  <xsl:template name="heat-words" as="element(p)">
    <xsl:variable name="highest" as="xs:double"
        select="max(in:heat/in:cell/@variance ! number(.))"/>
    <p>
      <xsl:value-of select="ed:say('statistics.variance-said',
        ed:decimal($highest, if ($highest lt 0.01) then '0.0000' else '0.00'))"/>
    </p>
  </xsl:template>

  <!-- Return what the matrix and the tree of a tradition show, in words. -->
  <xsl:function name="ed:agreement-words" as="xs:string">
    <xsl:param name="tradition" as="element(in:tradition)"/>
    <xsl:variable name="few" as="xs:string" select="ed:few(root($tradition)/*/@few)"/>
    <xsl:variable name="several" as="xs:boolean" select="xs:integer($tradition/@telling) gt 1"/>
    <xsl:variable name="thin" as="xs:integer" select="$tradition/(@pairs - @telling) ! xs:integer(.)"/>
    <xsl:sequence select="string-join((
      ed:say('statistics.shares'
        || '-and-places'[$tradition/in:matrix/@counted = 'true']),
      $tradition/in:most ! ed:pair-words('statistics.most', .)[$several],
      $tradition/in:least ! ed:pair-words('statistics.least', .)[$several],
      ed:count('statistics.thin', $thin, ($tradition/@pairs, $few))[$thin gt 0][$several],
      ed:say('statistics.all-thin', $few)[$thin gt 0][not($several)],
      ed:say('statistics.no-descent')), ' ')"/>
  </xsl:function>

  <!-- Return a pair of witnesses with the places where they agree. -->
  <xsl:function name="ed:pair-words" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="pair" as="element()"/>
    <xsl:sequence select="ed:say($key, $pair ! (@first, @second, @agreeing, @places, @percent))"/>
  </xsl:function>

  <!-- Return how many places are few, in words. -->
  <xsl:function name="ed:few" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="ed:known('fewer-than.' || $number, $number)"/>
  </xsl:function>

  <!-- Return the name of a class of readings; one that an edition has made itself keeps its own. -->
  <xsl:function name="ed:class" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="ed:known('class.' || $name, $name)"/>
  </xsl:function>
</xsl:transform>
