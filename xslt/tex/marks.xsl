<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries whose lemma is more than a part of one paragraph, or which stand apart from the text: a
     label where the place begins, and the entry where it ends. Labels stand in paragraphs only, so
     each mark belongs to the text after it or before it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:apart" as="map(xs:string, xs:string)" select="ed:table($apart)"/>

  <xsl:key name="begins" match="ed:begin | ed:lemma[ed:spans(.)]" use="ed:first-text(.) ! generate-id()"/>
  <xsl:key name="ends" match="ed:end | ed:lemma[ed:spans(.)]" use="ed:last-text(.) ! generate-id()"/>
  <xsl:key name="begin" match="ed:begin" use="@id"/>

  <xsl:function name="ed:first-text" as="text()?">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="
      if ($mark/self::ed:lemma) then $mark/descendant::text()[ed:is-written(.)][1]
      else $mark/following::text()[ed:is-written(.)][1]"/>
  </xsl:function>

  <!-- Return the text with which a place ends; of one that has no text that after it. -->
  <xsl:function name="ed:last-text" as="text()?">
    <xsl:param name="mark" as="element()"/>
    <xsl:variable name="last" as="text()?" select="
      if ($mark/self::ed:lemma) then $mark/descendant::text()[ed:is-written(.)][last()]
      else $mark/preceding::text()[ed:is-written(.)][1]"/>
    <xsl:variable name="first" as="text()?"
        select="$mark/self::ed:end/key('begin', @id)[1] ! ed:first-text(.)"/>
    <xsl:sequence select="if ($first >> $last or empty($last)) then $first else $last"/>
  </xsl:function>

  <xsl:function name="ed:is-written" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="normalize-space($text) ne '' and empty($text/ancestor::ed:entry)"/>
  </xsl:function>

  <xsl:function name="ed:has-marks" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="exists(key('begins', generate-id($text), root($text)))
      or exists(key('ends', generate-id($text), root($text)))"/>
  </xsl:function>

  <!-- Return whether something in a heading belongs to a line of the text. -->
  <xsl:function name="ed:bears-marks" as="xs:boolean">
    <xsl:param name="heading" as="element()"/>
    <xsl:sequence select="exists($heading/descendant::*[self::ed:lemma or self::ed:call
        or (@ref or @key) and @xml:id])
      or (some $text in $heading/descendant::text() satisfies ed:has-marks($text))"/>
  </xsl:function>

  <!-- Return whether blocks stand in a lemma. -->
  <xsl:function name="ed:spans" as="xs:boolean">
    <xsl:param name="lemma" as="element(ed:lemma)"/>
    <xsl:sequence select="exists($lemma/descendant::*[ed:is-paragraph(.)])"/>
  </xsl:function>

  <xsl:function name="ed:marks-before" as="text()*">
    <xsl:param name="text" as="text()"/>
    <xsl:for-each select="key('begins', generate-id($text), root($text))">
      <xsl:text expand-text="yes">\edlabel{{{ed:place-name(.)}-begin}}</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <xsl:template name="marks-after" as="text()*">
    <xsl:param name="source" as="document-node()" tunnel="yes"/>
    <xsl:for-each select="key('ends', generate-id())">
      <xsl:variable name="name" as="xs:string" select="ed:place-name(.)"/>
      <xsl:variable name="columns" as="xs:string*" select="tokenize($ed:apart($name), '&#9;')"/>
      <xsl:text expand-text="yes">\edlabel{{{$name}-end}}\edtext{{}}{{\xxref{{{$name}-begin}}{{{
        $name}-end}}\lemma{{}}</xsl:text>
      <xsl:call-template name="note">
        <xsl:with-param name="series" select="@series"/>
        <xsl:with-param name="content" select="
          if (self::ed:end) then string($columns[1])
          else ed:phrase(key('entry', @id, $source)/self::app)"/>
      </xsl:call-template>
      <xsl:text expand-text="yes">}}{$columns[2]}</xsl:text>
      <xsl:apply-templates select="ed:within" mode="text"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Return the name of a place: that of its entry in the book. -->
  <xsl:function name="ed:place-name" as="xs:string">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="if ($mark/self::ed:lemma) then $chapter || ':' || $mark/@id else string($mark/@id)"/>
  </xsl:function>
</xsl:transform>
