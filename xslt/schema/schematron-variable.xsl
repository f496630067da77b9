<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode variable: what a let of a Schematron schema is in the stylesheet (ISO/IEC 19757-3). Those of
     the schema, the phase and the patterns are global: known to one another and to the contexts
     of rules, and evaluated once for a document. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:out="http://www.w3.org/1999/XSL/TransformAlias"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:mode name="variable" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="let" match="schema/let | pattern/let" use="@name"/>

  <xsl:variable name="ed:ns" as="xs:string" select="'https://recensio.org/ns/functions'"/>
  <xsl:variable name="ed:failure" as="xs:string" select="'Q{' || $ed:ns || '}failure'"/>
  <xsl:variable name="ed:description" as="xs:string"
      select="'$Q{http://www.w3.org/2005/xqt-errors}description'"/>

  <!-- A variable that fails is a map with the reason: then a test that reads it fails, and no
       other does. An error in a global variable would end the whole run. -->
  <xsl:template match="schema/let | pattern/let" as="node()+" mode="variable">
    <xsl:text>&#10;</xsl:text>
    <out:variable name="{ed:global(.)}" as="item()*">
      <xsl:sequence select="ed:version(), @ed:at, @ed:rule"/>
      <out:try>
        <xsl:sequence select="preceding-sibling::let[parent::pattern] ! ed:alias(.)"/>
        <xsl:call-template name="ed:declared"/>
        <out:sequence select="${@name}"/>
        <out:catch select="map {{ '{$ed:failure}': string({$ed:description}) }}"/>
      </out:try>
    </out:variable>
  </xsl:template>

  <xsl:template match="rule/let" as="node()+" mode="variable">
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="ed:declared"/>
  </xsl:template>

  <!-- The value is an expression, else the content of the let itself. -->
  <xsl:template name="ed:declared" as="element(xsl:variable)">
    <out:variable>
      <xsl:sequence select="@name, @as, @value ! ed:select(.), (@ed:at, @ed:rule)[../parent::rule]"/>
      <xsl:apply-templates select="node()[not(../@value)]" mode="literal"/>
    </out:variable>
  </xsl:template>

  <xsl:function name="ed:select" as="attribute(select)">
    <xsl:param name="value" as="attribute(value)"/>
    <xsl:attribute name="select" select="$value"/>
  </xsl:function>

  <!-- Return the name of the global variable: its own, unless a pattern shares that with others. -->
  <xsl:function name="ed:global" as="xs:string">
    <xsl:param name="let" as="element(let)"/>
    <xsl:sequence select="
      if ($let/parent::schema or count(key('let', $let/@name, root($let))) = 1)
      then string($let/@name)
      else 'Q{' || $ed:ns || '}' || generate-id($let)"/>
  </xsl:function>

  <!-- Return the declaration by which a variable of a pattern is known by its own name. -->
  <xsl:function name="ed:alias" as="element(xsl:variable)?">
    <xsl:param name="let" as="element(let)"/>
    <xsl:if test="ed:global($let) ne $let/@name">
      <out:variable name="{$let/@name}" select="${ed:global($let)}"/>
    </xsl:if>
  </xsl:function>

  <!-- Return the instruction that says why a variable has failed, if it has. -->
  <xsl:function name="ed:failure" as="node()+">
    <xsl:param name="let" as="element(let)"/>
    <xsl:text>&#10;</xsl:text>
    <out:for-each ed:at="{$let/@ed:at}" select="${ed:global($let)}[. instance of map(*)] ! .('{$ed:failure}')">
      <failure at="{ed:literal($let/@ed:at)}" rule="{ed:literal($let/@name)}"
          unit="{generate-id($let)}"
          reason="{{.}}"/>
    </out:for-each>
  </xsl:function>
</xsl:transform>
