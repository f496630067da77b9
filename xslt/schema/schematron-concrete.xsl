<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode concrete: a Schematron schema with its abstractions resolved (ISO/IEC 19757-3): abstract
     patterns are filled in, rules hold what they extend, assertions their diagnostics and
     properties, and only the patterns of the phase are left. @ed:rule names a rule to the
     reader; what cannot be resolved is an ed:fault. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://purl.oclc.org/dsdl/schematron"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:mode name="concrete" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:param name="phase" as="xs:string" select="''">
    <!-- The phase to run; without one the default of the schema, else all patterns. -->
  </xsl:param>

  <xsl:key name="pattern" match="pattern[@abstract = 'true']" use="@id"/>
  <xsl:key name="rule" match="rule" use="@id"/>
  <xsl:key name="addition" match="diagnostic | property" use="@id"/>

  <xsl:template match="schema" as="element(schema)" mode="concrete">
    <xsl:variable name="chosen" as="xs:string" select="
      (($phase, @defaultPhase)[not(. = ('', '#DEFAULT'))], '#ALL')[1]"/>
    <xsl:variable name="active" as="element(phase)?" select="phase[@id = $chosen][1]"/>
    <xsl:copy>
      <xsl:copy-of select="ns, xsl:*"/>
      <xsl:apply-templates select="let, $active/let" mode="#current"/>
      <xsl:apply-templates mode="#current" select="pattern[not(@abstract = 'true')]
        [empty($active) or @id = $active/active/@pattern]"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pattern" as="element(pattern)" mode="concrete">
    <xsl:param name="id" as="attribute(id)?" select="@id" tunnel="yes"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="ed:rule" select="$id"/>
      <xsl:apply-templates select="let, xsl:*, rule[not(@abstract = 'true')]" mode="#current">
        <xsl:with-param name="id" select="$id" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <!-- The abstract pattern with the values of this one for its parameters. -->
  <xsl:template match="pattern[@is-a]" priority="1" as="element()*" mode="concrete">
    <xsl:variable name="kind" as="element(pattern)?"
        select="key('pattern', @is-a)[not(@is-a)][1]"/>
    <xsl:variable name="values" as="map(xs:string, xs:string)" select="
      map:merge((param, $kind/param) ! map:entry(string(@name), string(@value)))"/>
    <xsl:apply-templates select="$kind" mode="#current">
      <xsl:with-param name="values" select="$values" tunnel="yes"/>
      <xsl:with-param name="id" select="(@id, $kind/@id)[1]" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:sequence select=".[not($kind)] ! ed:fault(., 'there is no abstract pattern ' || @is-a)"/>
  </xsl:template>

  <xsl:template match="rule[not(@abstract = 'true')][not(normalize-space(@context))]" priority="1"
      as="element(ed:fault)" mode="concrete">
    <xsl:sequence select="ed:fault(., 'it has no context')"/>
  </xsl:template>

  <!-- What a reader finds the rule by: its own identifier, else that of what it stands in. -->
  <xsl:template match="rule | assert | report" as="element()" mode="concrete">
    <xsl:param name="id" as="attribute(id)?" tunnel="yes"/>
    <xsl:param name="context" as="element(rule)?" select="ancestor-or-self::rule" tunnel="yes"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:attribute name="ed:rule" select="(@id, $context/@id, $id, '')[1]"/>
      <xsl:apply-templates select="node()" mode="#current">
        <xsl:with-param name="context" select="$context" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:apply-templates mode="#current" select="
          key('addition', tokenize(@diagnostics))/self::diagnostic,
          key('addition', tokenize(@properties))/self::property"/>
    </xsl:copy>
  </xsl:template>

  <!-- The rule of this pattern is nearer than one of another. -->
  <xsl:template match="extends" as="element()*" mode="concrete">
    <xsl:param name="open" as="element(rule)*" select=".." tunnel="yes"/>
    <xsl:variable name="rule" as="element(rule)?" select="
      (ancestor::pattern/rule[@id = current()/@rule], key('rule', @rule))[1]"/>
    <xsl:choose>
      <xsl:when test="empty($rule)">
        <xsl:sequence select="ed:fault(., 'there is no rule ' || @rule || ' to extend')"/>
      </xsl:when>
      <xsl:when test="$rule intersect $open">
        <xsl:sequence select="ed:fault(., 'the rule ' || @rule || ' extends itself')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$rule/*" mode="#current">
          <xsl:with-param name="open" select="$open, $rule" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parameters of an abstract pattern are written as variables and replaced as text. -->
  <xsl:template match="sch:*/@*" as="attribute()" mode="concrete"
      xmlns:sch="http://purl.oclc.org/dsdl/schematron">
    <xsl:param name="values" as="map(xs:string, xs:string)" select="map { }" tunnel="yes"/>
    <xsl:variable name="parts" as="xs:string*" select="
      analyze-string(., '\$([\i-[:]][\c-[:]]*)')/*
      ! ($values(string(fn:group)), string())[1]"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="string-join($parts)"/>
  </xsl:template>

  <!-- Return what says of an element of the schema that it cannot be used. -->
  <xsl:function name="ed:fault" as="element(ed:fault)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="reason" as="xs:string"/>
    <ed:fault at="{$element/@ed:at}" rule="{$element/ancestor-or-self::*/@id => reverse() => head()}"
        reason="{$reason}"/>
  </xsl:function>
</xsl:transform>
