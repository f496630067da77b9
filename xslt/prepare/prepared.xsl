<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode prepared: the same elements and the same text, with attributes added: an xml:id for
     whatever is cited, numbered or pointed at, @n for every app, pointers that lead somewhere. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="prepared" visibility="public" on-no-match="shallow-copy"
      on-multiple-match="fail" use-accumulators="counts"/>

  <!-- How many elements of each name have been met, in document order. -->
  <xsl:accumulator name="counts" as="map(xs:string, xs:integer)" initial-value="map{}">
    <xsl:accumulator-rule match="app | text//* | standOff//*"
        select="map:put($value, local-name(), 1 + ($value(local-name()), 0)[1])"/>
  </xsl:accumulator>

  <xsl:template match="*" as="element()" mode="prepared">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:sequence select="ed:new-identifier(.), ed:new-number(.)"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- An identifier that stands a second time gives way to a new one: an address is unique. -->
  <xsl:template match="@xml:id" as="attribute()?" mode="prepared">
    <xsl:if test="ed:keeps-identifier(..)">
      <xsl:attribute name="xml:id" select="ed:identifier(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template as="attribute()" mode="prepared"
      match="@active | @ana | @change | @copyOf | @corresp | @decls | @edRef | @end | @exclude
        | @facs | @from | @hand | @mutual | @next | @passive | @prev | @ref | @resp | @sameAs
        | @source | @spanTo | @start | @synch | @target | @to | @where | @who | @wit">
    <xsl:attribute name="{name()}" select="tokenize(.) ! ed:address(.)" separator=" "/>
  </xsl:template>

  <xsl:key name="identified" match="*[@xml:id]" use="ed:identifier(@xml:id)"/>

  <!-- Return whether the element is the first that bears its xml:id. -->
  <xsl:function name="ed:keeps-identifier" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@xml:id) and
      key('identified', ed:identifier($element/@xml:id), root($element))[1] is $element"/>
  </xsl:function>

  <!-- Return the xml:id that an element needs and does not have: its name and a count. -->
  <xsl:function name="ed:new-identifier" as="attribute(xml:id)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="ed:is-addressed($element) and not(ed:keeps-identifier($element))">
      <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
      <xsl:variable name="candidate" as="xs:string" select="$name || '-'[matches($name, '\d$')]
          || $element/accumulator-before('counts')($name)"/>
      <xsl:attribute name="xml:id" select="ed:free-identifier($candidate, root($element))"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the candidate, with as many hyphens as it takes to be nobody's identifier. -->
  <xsl:function name="ed:free-identifier" as="xs:string">
    <xsl:param name="candidate" as="xs:string"/>
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="
      if (key('identified', $candidate, $document))
      then ed:free-identifier($candidate || '-', $document) else $candidate"/>
  </xsl:function>

  <!-- Return the number that an app needs: its place among the app of the document. -->
  <xsl:function name="ed:new-number" as="attribute(n)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/self::app[not(@n)]">
      <xsl:attribute name="n" select="$element/accumulator-before('counts')('app')"/>
    </xsl:if>
  </xsl:function>

  <!-- Return whether the element is cited, numbered or pointed at. -->
  <xsl:function name="ed:is-addressed" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::app) or
      exists($element/(ancestor::text | ancestor::standOff)) and exists($element/
      (self::div | self::div1 | self::div2 | self::div3 | self::p | self::ab | self::l | self::lg
      | self::head | self::app | self::note | self::figure | self::table | self::quote | self::q
      | self::list | self::item | self::date
      | self::*[@ref or @key][not(self::g or self::graphic)]))"/>
  </xsl:function>

  <!-- Return a pointer with its identifier made a name, and its file if it leaves the document;
       one that points by a scheme, such as #string-range(p1,0,4), stays as it is. -->
  <xsl:function name="ed:address" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="identifier" as="xs:string"
        select="if (starts-with($pointer, '#') and not(matches($pointer, $ed:scheme)))
          then ed:identifier(substring($pointer, 2)) else ''"/>
    <xsl:sequence select="
      if ($identifier eq '' or not(substring($pointer, 2))) then $pointer
      else ($ed:files($identifier), '')[1] || '#' || $identifier"/>
  </xsl:function>

  <xsl:variable name="ed:scheme" as="xs:string"
      select="'^#(string-range|string-index|range|left|right|match|xpath|xpath1|xpointer|element)\('"/>

  <xsl:variable name="ed:files" as="map(xs:string, xs:string)" select="ed:table($addresses)"/>
</xsl:transform>
