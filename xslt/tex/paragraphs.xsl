<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs: a block is cut into the blocks inside it and what stands between these, for a
     paragraph of reledmac is one of lines alone. At the foot nothing is a paragraph. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- style: the command of a paragraph; before: what it prints first; start: the command of the
       first paragraph inside, however deep it stands, such as the label of an item. -->
  <xsl:template name="paragraphs" as="text()*">
    <xsl:param name="style" as="xs:string" select="'\teip '"/>
    <xsl:param name="before" as="text()*" select="()"/>
    <xsl:choose>
      <xsl:when test="ed:is-marked(.)">
        <xsl:call-template name="cut">
          <xsl:with-param name="style" select="$style"/>
          <xsl:with-param name="before" select="$before"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>\teibreak{}</xsl:text>
        <xsl:sequence select="$before"/>
        <xsl:apply-templates mode="text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="cut" as="text()*">
    <xsl:param name="style" as="xs:string"/>
    <xsl:param name="before" as="text()*"/>
    <xsl:param name="start" as="xs:string?" select="()" tunnel="yes"/>
    <xsl:param name="language" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="opening" as="xs:string" select="($start, $style)[1]"/>
    <xsl:variable name="first" as="node()?" select="node()[ed:prints(.)][1]"/>
    <xsl:variable name="apart" as="xs:boolean"
        select="exists($before) and (empty($first) or ed:stands-alone($first))"/>
    <xsl:if test="$apart">
      <xsl:sequence select="ed:paragraph($language, $opening, $before)"/>
    </xsl:if>
    <xsl:for-each-group select="node()" group-adjacent="ed:stands-alone(.)">
      <xsl:variable name="opens" as="xs:boolean" select="not($apart) and exists($first intersect current-group())"/>
      <xsl:variable name="lines" as="text()*">
        <xsl:apply-templates select="current-group()[not($opens and current-grouping-key())]
          | $first[$opens and current-grouping-key()]" mode="text">
          <xsl:with-param name="start" select="$start[$opens and current-grouping-key()]" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="(current-group() except $first)[$opens and current-grouping-key()]"
            mode="text">
          <xsl:with-param name="start" select="()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:sequence select="
        if (current-grouping-key()) then $lines
        else if (not(current-group()[ed:prints(.)])) then ()
        else ed:paragraph($language, if ($opens) then $opening else '\teicont ',
          ($before[$opens], $lines))"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Return lines as a paragraph. -->
  <xsl:function name="ed:paragraph" as="text()*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="style" as="xs:string"/>
    <xsl:param name="lines" as="text()*"/>
    <xsl:value-of select="'&#10;' || ('\teiin{' || $language || '}')[$language] || $style"/>
    <xsl:sequence select="$lines"/>
    <xsl:text>\teiend&#10;</xsl:text>
  </xsl:function>

  <!-- Return whether a node is a block of its own in what it stands in. -->
  <xsl:function name="ed:stands-alone" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::*[not(self::ed:call or self::ed:begin or self::ed:end
      or self::ed:within or self::pb or self::milestone or self::lb or self::cb or self::anchor
      or self::gap or self::space or self::graphic or self::media)]
      [ed:is-paragraph(.) or ed:is-block(.) or self::label/parent::list or self::*:egXML
        or self::ed:entry/parent::listApp][not(self::ed:lemma) or ed:spans(.)])"/>
  </xsl:function>

  <!-- Return whether a node is lines alone, without a block inside it. -->
  <xsl:function name="ed:is-lines" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="empty($node/descendant::*[ed:is-paragraph(.) or self::*:egXML])"/>
  </xsl:function>

  <!-- Return whether something is seen of a node. -->
  <xsl:function name="ed:prints" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/descendant-or-self::text()[normalize-space()])
      or exists($node/descendant-or-self::*[self::ed:call or self::ed:lemma or self::graphic
        or self::media or self::gap or self::ptr or self::ref or self::milestone/@unit = 'cut'])"/>
  </xsl:function>
</xsl:transform>
