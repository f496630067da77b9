<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the specifications of an ODD are, in the order of its schemaSpec. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="group" match="specGrp" use="@xml:id"/>
  <xsl:key name="specification" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>

  <!-- The elements and classes that are members of a class. -->
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>

  <!-- Return the groups of specifications that a schemaSpec names. -->
  <xsl:function name="ed:groups" as="element(specGrp)*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:sequence select="$schema/specGrpRef/key('group', substring-after(@target, '#'))"/>
  </xsl:function>

  <!-- Return the attribute classes of an element or class. -->
  <xsl:function name="ed:attribute-classes" as="element(classSpec)*">
    <xsl:param name="specification" as="element()"/>
    <xsl:sequence select="
      $specification/classes/memberOf/key('specification', @key)[@type = 'atts']"/>
  </xsl:function>
</xsl:transform>
