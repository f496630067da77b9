<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode reference: an ODD as pages to read, in lines of Markdown, a section for each element. -->
<xsl:package name="https://recensio.org/xslt/schema/reference" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8" indent="no"/>

  <xsl:include href="specifications.xsl"/>
  <xsl:include href="notation.xsl"/>
  <xsl:include href="markdown.xsl"/>
  <xsl:include href="table.xsl"/>
  <xsl:include href="example.xsl"/>

  <xsl:mode name="reference" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The specifications that name an element, class or macro in their content. -->
  <xsl:key name="holder" match="elementSpec | macroSpec" use="content//@key"/>

  <xsl:template match="/" as="text()" mode="reference">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:apply-templates select="//schemaSpec" mode="#current"/>
    </xsl:variable>
    <xsl:value-of select="$lines" separator="&#10;"/>
  </xsl:template>

  <xsl:template match="schemaSpec" as="xs:string*" mode="reference">
    <xsl:variable name="groups" as="element(specGrp)*" select="ed:groups(.)"/>
    <xsl:sequence select="'# ' || gloss, '', ed:markdown(desc), ''"/>
    <xsl:sequence select="count($groups/elementSpec) || ' elements. Made from `schema/recensio.odd`'
      || ' by `recensio schema`: change the ODD, not this page.', ''"/>
    <xsl:apply-templates select="$groups/.." mode="#current"/>
  </xsl:template>

  <xsl:template match="div" as="xs:string*" mode="reference">
    <xsl:sequence select="'## ' || head, '', p ! (ed:markdown(.), '')"/>
    <xsl:apply-templates select="specGrp" mode="#current"/>
  </xsl:template>

  <xsl:template match="specGrp[elementSpec]" as="xs:string*" mode="reference">
    <xsl:sequence select="string-join(elementSpec ! ed:link(@ident), ' · '), ''"/>
    <xsl:apply-templates select="elementSpec" mode="#current"/>
  </xsl:template>

  <!-- Classes of attributes are sections, for elements refer to them. -->
  <xsl:template match="specGrp[classSpec/@type = 'atts']" as="xs:string*" mode="reference">
    <xsl:apply-templates select="classSpec" mode="#current"/>
  </xsl:template>

  <xsl:template match="specGrp" as="xs:string*" mode="reference">
    <xsl:sequence select="'| name | holds | what it is |', '| --- | --- | --- |'"/>
    <xsl:apply-templates select="*" mode="#current"/>
    <xsl:sequence select="''"/>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" as="xs:string" mode="reference">
    <xsl:sequence select="ed:row((ed:code(@ident),
      string-join(key('member', @ident) ! ed:name(.), ', '), ed:markdown(desc)))"/>
  </xsl:template>

  <xsl:template match="macroSpec | dataSpec" as="xs:string" mode="reference">
    <xsl:sequence select="
      ed:row((ed:code(@ident), ed:code(ed:notation(content)), ed:markdown(desc)))"/>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" as="xs:string*" mode="reference">
    <xsl:sequence select="'### ' || @ident, '', ed:markdown(desc), ''"/>
    <xsl:apply-templates select="classes, attList" mode="table"/>
    <xsl:apply-templates select="constraintSpec" mode="#current"/>
  </xsl:template>

  <xsl:template match="elementSpec" as="xs:string*" mode="reference">
    <xsl:sequence select="'### ' || @ident, '', '*' || gloss || '.* ' || ed:markdown(desc), ''"/>
    <xsl:apply-templates select="content, classes" mode="#current"/>
    <xsl:apply-templates select="attList" mode="table"/>
    <xsl:apply-templates select="constraintSpec, remarks, exemplum" mode="#current"/>
  </xsl:template>

  <xsl:template match="content" as="xs:string*" mode="reference">
    <xsl:sequence select="'**Content:** ' || ed:code(ed:notation(.)), ''"/>
  </xsl:template>

  <xsl:template match="classes" as="xs:string*" mode="reference">
    <xsl:variable name="places" as="xs:string*" select="ed:places(..)"/>
    <xsl:if test="exists($places)">
      <xsl:sequence select="'**Stands in:** ' || string-join($places, ', '), ''"/>
    </xsl:if>
    <xsl:apply-templates select="." mode="table"/>
  </xsl:template>

  <xsl:template match="constraintSpec" as="xs:string*" mode="reference">
    <xsl:sequence select="'**Rule** ' || ed:code(@ident) || ' ('
      || string-join(distinct-values(constraint//@role), ', ') || '): ' || ed:markdown(desc), ''"/>
  </xsl:template>

  <xsl:template match="remarks" as="xs:string*" mode="reference">
    <xsl:sequence select="p ! (ed:markdown(.), '')"/>
  </xsl:template>

  <xsl:template match="exemplum" as="xs:string*" mode="reference">
    <xsl:sequence select="'```xml', ed:example(eg:egXML), '```', ''"/>
  </xsl:template>

  <!-- Return the classes an element belongs to, then the elements and contents that name it. -->
  <xsl:function name="ed:places" as="xs:string*">
    <xsl:param name="element" as="element(elementSpec)"/>
    <xsl:sequence select="
      $element/classes/memberOf/@key[starts-with(., 'model.')] ! ed:code(.),
      $element/key('holder', @ident) ! ed:name(.)"/>
  </xsl:function>

  <!-- Return the name of a specification, for an element as a link to its section. -->
  <xsl:function name="ed:name" as="xs:string">
    <xsl:param name="specification" as="element()"/>
    <xsl:sequence select="$specification/
      (if (self::elementSpec) then ed:link(@ident) else ed:code(@ident))"/>
  </xsl:function>
</xsl:package>
