<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: lists, tables, figures, entries in a list. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:images" as="map(xs:string, xs:string)" select="ed:table($images)"/>

  <xsl:template match="item" as="text()*" mode="text">
    <xsl:variable name="label" as="text()*"><xsl:call-template name="item-label"/></xsl:variable>
    <xsl:call-template name="paragraphs">
      <xsl:with-param name="style" select="'\teiitem{' || string-join($label) || '}'"/>
      <xsl:with-param name="start" tunnel="yes"
          select="('\teiitem{' || string-join($label) || '}')[ed:is-marked(current())]"/>
      <xsl:with-param name="before" select="if (ed:is-marked(.)) then () else ($label, ed:gap())"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="ed:gap" as="text()"><xsl:text> </xsl:text></xsl:function>

  <!-- A label stands with its item, unless it is too long. -->
  <xsl:template match="list/label" as="text()*" mode="text" priority="1">
    <xsl:if test="not(following-sibling::*[1]/self::item and string-length() lt 5)">
      <xsl:call-template name="paragraphs">
        <xsl:with-param name="style" select="'\teicont '"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What stands before an item: its label, its number or a dash. -->
  <xsl:template name="item-label" as="text()*">
    <xsl:variable name="label" as="element(label)?"
        select="preceding-sibling::*[1]/self::label[string-length() lt 5]"/>
    <xsl:choose>
      <xsl:when test="$label"><xsl:apply-templates select="$label/node()" mode="text"/></xsl:when>
      <xsl:when test="preceding-sibling::*[1]/self::label"/>
      <xsl:when test="@n[string-length() lt 5]"><xsl:value-of select="ed:tex(@n)"/></xsl:when>
      <xsl:when test="../(@rend, @type) = ('numbered', 'ordered')">
        <xsl:value-of select="count(preceding-sibling::item) + 1 || '.'"/>
      </xsl:when>
      <xsl:otherwise>–</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="table" as="text()*" mode="text">
    <xsl:variable name="weights" as="xs:integer*" select="ed:weights(.)[ed:is-marked(current())]"/>
    <xsl:value-of select="'&#10;\begin{teilist}&#10;'[ed:is-marked(current())]"/>
    <xsl:apply-templates select="* except row, row" mode="#current">
      <xsl:with-param name="shares" as="xs:double*" tunnel="yes"
          select="$weights ! (round(100 * . div sum($weights)) div 100)"/>
    </xsl:apply-templates>
    <xsl:value-of select="'\end{teilist}&#10;'[ed:is-marked(current())]"/>
  </xsl:template>

  <!-- A row is one line of the text, its cells side by side; of a table that is too wide for the
       page each cell is a paragraph. -->
  <xsl:template match="row" as="text()*" mode="text">
    <xsl:param name="shares" as="xs:double*" select="()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="empty($shares) or not(every $cell in cell satisfies ed:is-lines($cell))">
        <xsl:apply-templates select="cell" mode="#current"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>&#10;\teirow </xsl:text>
        <xsl:for-each select="cell">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <xsl:text expand-text="yes">\teicell{{{$shares[$place]}}}{{</xsl:text>
          <xsl:apply-templates mode="text"/>
          <xsl:text>}</xsl:text>
        </xsl:for-each>
        <xsl:text>\teiend&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cell" as="text()*" mode="text">
    <xsl:call-template name="paragraphs">
      <xsl:with-param name="style" select="'\teicont '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An image that is at hand is shown; of another the name, unless something is written of it. -->
  <xsl:template match="graphic | media" as="text()*" mode="text">
    <xsl:variable name="image" as="xs:string?" select="$ed:images(normalize-space(@url))"/>
    <xsl:choose>
      <xsl:when test="$image"><xsl:text expand-text="yes">\teipicture{{{$image}}}</xsl:text></xsl:when>
      <xsl:when test="not(normalize-space(..))">
        <xsl:value-of select="ed:tex('[' || tokenize(@url, '/')[last()] || ']')"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ed:entry[parent::listApp]" as="text()*" mode="text">
    <xsl:variable name="entry" as="text()*"><xsl:apply-templates select="app" mode="entry"/></xsl:variable>
    <xsl:sequence select="
      if (ed:is-marked(.)) then ed:paragraph('', '\teientry ', $entry) else $entry"/>
  </xsl:template>
</xsl:transform>
