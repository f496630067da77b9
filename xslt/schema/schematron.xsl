<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode schematron: a Schematron schema as the stylesheet that runs it (ISO/IEC 19757-3, with the
     query language XSLT 3.0). The stylesheet returns `problems`, one `problem` for each assertion
     that fails and each report that succeeds: @id, @pattern, @role, @location (as fn:path gives
     it) and the message. What it does not know (abstract patterns, other documents) does not
     compile. -->
<xsl:package name="https://recensio.org/xslt/schema/schematron" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="http://www.w3.org/1999/XSL/TransformAlias"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:include href="message.xsl"/>

  <xsl:mode name="schematron" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="rule" match="rule[@abstract = 'true']" use="@id"/>

  <xsl:template match="/" as="element(xsl:transform)" mode="schematron">
    <xsl:apply-templates select="schema" mode="#current"/>
  </xsl:template>

  <xsl:template match="schema" as="element(xsl:transform)" mode="schematron">
    <out:transform version="3.0" exclude-result-prefixes="#all">
      <xsl:for-each select="ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <xsl:copy-of select="xsl:*"/>
      <out:template match="/">
        <problems>
          <xsl:apply-templates select="let, (* except (let | ns | xsl:*))" mode="#current"/>
        </problems>
      </out:template>
      <xsl:apply-templates select="pattern/rule[not(@abstract = 'true')]" mode="#current"/>
      <xsl:for-each select="pattern">
        <out:mode name="{generate-id()}" on-no-match="shallow-skip"/>
      </xsl:for-each>
    </out:transform>
  </xsl:template>

  <!-- Every pattern reads the whole document; what it and the schema let be known goes with it. -->
  <xsl:template match="pattern[not(@is-a | @abstract | @documents)]" as="element()+"
      mode="schematron">
    <xsl:apply-templates select="let, (* except (let | rule))" mode="#current"/>
    <out:apply-templates select="." mode="{generate-id()}">
      <xsl:for-each select="let | ../let">
        <out:with-param name="{@name}" select="${@name}" tunnel="yes"/>
      </xsl:for-each>
    </out:apply-templates>
  </xsl:template>

  <!-- The first rule of a pattern that matches a node is the only one that sees it. -->
  <xsl:template match="rule" as="element(xsl:template)" mode="schematron">
    <out:template match="{@context}" mode="{generate-id(..)}"
        priority="{count(following-sibling::rule) + 1}">
      <xsl:for-each select="../let | ../../let">
        <out:param name="{@name}" tunnel="yes"/>
      </xsl:for-each>
      <xsl:apply-templates select="*" mode="#current"/>
      <out:apply-templates select="@*, node()" mode="#current"/>
    </out:template>
  </xsl:template>

  <xsl:template match="extends" as="element()*" mode="schematron">
    <xsl:apply-templates select="key('rule', @rule)/*" mode="#current"/>
  </xsl:template>

  <!-- For readers of the schema. -->
  <xsl:template match="title | p | phase | diagnostics | properties" as="empty-sequence()"
      mode="schematron"/>

  <xsl:template match="let" as="element(xsl:variable)" mode="schematron">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="assert" as="element(xsl:if)" mode="schematron">
    <out:if test="not({@test})">
      <xsl:apply-templates select="." mode="message"/>
    </out:if>
  </xsl:template>

  <xsl:template match="report" as="element(xsl:if)" mode="schematron">
    <out:if test="{@test}">
      <xsl:apply-templates select="." mode="message"/>
    </out:if>
  </xsl:template>
</xsl:package>
