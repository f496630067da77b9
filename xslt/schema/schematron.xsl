<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode schematron: a Schematron schema as the stylesheet that runs it (ISO/IEC 19757-3). The
     stylesheet visits every node of a document once. All rules stand in one mode; each passes on
     to the next that matches the node (xsl:next-match), so patterns do not hide each other, and a
     pattern that has spoken is silent for the rest. It returns `problems` with a `problem` for
     each assertion that fails and report that succeeds (see message.xsl) and a `failure` for
     what broke while it ran. What the schema says stands behind @ed:at, the file and line of its
     origin. -->
<xsl:package name="https://recensio.org/xslt/schema/schematron" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:out="http://www.w3.org/1999/XSL/TransformAlias"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:include href="schematron-concrete.xsl"/>
  <xsl:include href="schematron-variable.xsl"/>
  <xsl:include href="schematron-literal.xsl"/>
  <xsl:include href="schematron-visited.xsl"/>
  <xsl:include href="schematron-place.xsl"/>
  <xsl:include href="message.xsl"/>

  <xsl:mode name="schematron" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:param name="xpath" as="xs:string" select="''">
    <!-- "1.0" if the schema is written for XPath 1.0: numbers are compared as numbers, and of
         several nodes the first is taken. -->
  </xsl:param>

  <xsl:template match="/" as="element(xsl:transform)" mode="schematron">
    <xsl:variable name="concrete" as="document-node(element(schema))">
      <xsl:document>
        <xsl:apply-templates select="schema" mode="concrete"/>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$concrete/schema" mode="#current"/>
  </xsl:template>

  <xsl:template match="schema" as="element(xsl:transform)" mode="schematron">
    <out:transform version="3.0" exclude-result-prefixes="#all">
      <xsl:for-each-group select="ns[not(@prefix = ('xml', 'xmlns', 'xsl', 'xs'))]"
          group-by="@prefix[. castable as xs:NCName]">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each-group>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <xsl:sequence select="ed:places()"/>
      <xsl:sequence select="distinct-values(('rules', pattern[@documents] ! generate-id()))
          ! ed:mode(.)"/>
      <out:template match="/">
        <problems>
          <xsl:sequence select="(let, pattern/let) ! ed:failure(.)"/>
          <out:apply-templates mode="Q{{{$ed:ns}}}rules"
              select="{ed:visited(pattern[not(@documents)]/rule/@context)}"/>
          <xsl:apply-templates select="pattern[@documents]" mode="#current"/>
        </problems>
      </out:template>
      <xsl:copy-of select="//ed:fault"/>
      <xsl:apply-templates select="let, pattern/let" mode="variable"/>
      <xsl:apply-templates select="xsl:*, pattern/xsl:*, pattern/rule" mode="#current"/>
    </out:transform>
  </xsl:template>

  <!-- Return the declaration of a mode. Without a rule for it the document itself would send its
       children round once more. -->
  <xsl:function name="ed:mode" as="element()+">
    <xsl:param name="name" as="xs:string"/>
    <out:mode name="Q{{{$ed:ns}}}{$name}" on-no-match="deep-skip"/>
    <out:template match="/" mode="Q{{{$ed:ns}}}{$name}" priority="0"/>
  </xsl:function>

  <!-- The pattern is about other documents, which the one that is examined names. -->
  <xsl:template match="pattern[@documents]" as="node()+" mode="schematron">
    <xsl:text>&#10;</xsl:text>
    <out:try>
      <xsl:sequence select="@ed:at, @ed:rule"/>
      <out:variable name="Q{{{$ed:ns}}}documents" select="{@documents}"/>
      <out:apply-templates mode="Q{{{$ed:ns}}}{generate-id()}"
          select="document($Q{{{$ed:ns}}}documents) ! ({ed:visited(rule/@context)})"/>
      <xsl:call-template name="ed:catch"/>
    </out:try>
  </xsl:template>

  <!-- Keys and functions that the schema brings along; it brings no files and no templates. -->
  <xsl:template match="xsl:key | xsl:function | xsl:variable | xsl:param | xsl:decimal-format
      | xsl:template[@name][not(@match)]" as="node()+" mode="schematron">
    <xsl:text>&#10;</xsl:text>
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="xsl:*" priority="-1" as="element(ed:fault)" mode="schematron">
    <xsl:sequence select="ed:fault(., name() || ' is not run in a schema')"/>
  </xsl:template>

  <!-- The first rule of a pattern that matches a node is the only one of it that sees the node. -->
  <xsl:template match="rule" as="node()+" mode="schematron">
    <xsl:variable name="pattern" as="xs:integer" select="count(../preceding-sibling::pattern)"/>
    <xsl:text>&#10;</xsl:text>
    <out:template match="{@context}"
        mode="Q{{{$ed:ns}}}{(..[@documents] ! generate-id(), 'rules')[1]}"
        priority="{count(following::rule) + 1}">
      <xsl:attribute name="ed:pattern" select="$pattern"/>
      <xsl:sequence select="ed:version(), @ed:at, @ed:rule"/>
      <out:param name="Q{{{$ed:ns}}}done" as="xs:integer*"/>
      <xsl:call-template name="ed:body">
        <xsl:with-param name="condition" as="xs:string?" select="
          'not($Q{' || $ed:ns || '}done = ' || $pattern || ')'"/>
      </xsl:call-template>
      <out:next-match>
        <out:with-param name="Q{{{$ed:ns}}}done" select="$Q{{{$ed:ns}}}done, {$pattern}"/>
      </out:next-match>
    </out:template>
  </xsl:template>

  <!-- What a variable of the rule breaks while it runs is the fault of the rule. -->
  <xsl:template name="ed:body" as="element(xsl:if)">
    <xsl:param name="condition" as="xs:string"/>
    <out:if test="{$condition}">
      <out:try>
        <xsl:sequence select="../let ! ed:alias(.)"/>
        <out:for-each select="{(@visit-each, '.')[1]}">
          <xsl:apply-templates select="let" mode="variable"/>
          <xsl:apply-templates select="assert | report" mode="#current"/>
        </out:for-each>
        <xsl:call-template name="ed:catch"/>
      </out:try>
    </out:if>
  </xsl:template>

  <!-- The test stands alone in its attribute: as part of an expression of ours it would be read
       differently where its brackets do not match. -->
  <xsl:template match="assert | report" as="node()+" mode="schematron">
    <xsl:variable name="message" as="element()">
      <xsl:apply-templates select="." mode="message"/>
    </xsl:variable>
    <xsl:text>&#10;</xsl:text>
    <out:try>
      <xsl:sequence select="@ed:at, @ed:rule"/>
      <out:choose>
        <out:when test="{@test}"><xsl:sequence select="$message[current()/self::report]"/></out:when>
        <out:otherwise><xsl:sequence select="$message[current()/self::assert]"/></out:otherwise>
      </out:choose>
      <xsl:call-template name="ed:catch"/>
    </out:try>
  </xsl:template>

  <xsl:template name="ed:catch" as="element(xsl:catch)">
    <out:catch>
      <failure at="{ed:literal(@ed:at)}" rule="{ed:literal(@ed:rule)}" unit="{generate-id()}"
          reason="{{{$ed:description}}}"/>
    </out:catch>
  </xsl:template>

  <!-- Return the attribute that says by which version of XPath an instruction is read. -->
  <xsl:function name="ed:version" as="attribute(version)?">
    <xsl:if test="$xpath">
      <xsl:attribute name="version" select="$xpath"/>
    </xsl:if>
  </xsl:function>
</xsl:package>
