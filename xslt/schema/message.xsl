<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode message: what the stylesheet of a Schematron schema says when an assertion speaks up:
     `problem` with @at, @rule, @role, @see, @location (see schematron-place.xsl) and the message, to
     which diagnostics and properties are added. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:out="http://www.w3.org/1999/XSL/TransformAlias"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <!-- How grave it is (role, in newer schemas severity, in some flag), and about what (subject),
       may be said of the whole rule. -->
  <xsl:template match="assert | report" as="element()" mode="message">
    <out:sequence>
      <out:variable name="Q{{{$ed:ns}}}subject" select="{(@subject, ../@subject, '.')[1]}"/>
      <problem at="{ed:literal(@ed:at)}" rule="{ed:literal(@ed:rule)}"
          see="{ed:literal((@see, ../@see, ../../@see)[1])}"
          role="{string-join((@severity, @role, @flag, ../@severity, ../@role, ../@flag)
            ! replace(ed:literal(.), '\s', ''), ' ')}"
          location="{{($Q{{{$ed:ns}}}subject, .)[1] ! Q{{{$ed:ns}}}place(.)}}">
        <xsl:sequence select="ancestor::pattern/@documents ! ed:document()"/>
        <xsl:apply-templates select="node()" mode="#current"/>
      </problem>
    </out:sequence>
  </xsl:template>

  <xsl:template match="text()" as="element(xsl:text)" mode="message">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="value-of" as="element(xsl:value-of)" mode="message">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="name" as="element()+" mode="message">
    <out:variable name="Q{{{$ed:ns}}}named" select="{(@path, '.')[1]}"/>
    <out:value-of select="$Q{{{$ed:ns}}}named[1] ! name()"/>
  </xsl:template>

  <xsl:template match="diagnostic | property" as="element()*" mode="message">
    <out:text><xsl:text> </xsl:text></out:text>
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <!-- emph, dir, span, and elements of other namespaces: what they say without how it looks. -->
  <xsl:template match="*" as="element()*" priority="-1" mode="message">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()"
      mode="message"/>

  <!-- Return the instruction that says in which other document it is. -->
  <xsl:function name="ed:document" as="element(xsl:attribute)">
    <out:attribute name="document" select="document-uri(root())"/>
  </xsl:function>
</xsl:transform>
