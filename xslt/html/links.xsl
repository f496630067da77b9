<?xml version="1.0" encoding="UTF-8"?>
<!-- Links: only to pages of the edition and to web addresses, never to a script. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:register-pages" as="map(xs:string, xs:string)"
      select="ed:table($registers)"/>

  <!-- Return the address of the register entry that a name refers to, if the edition has one and
       the name is not open between several. -->
  <xsl:function name="ed:register-address" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="xs:string" select="ed:fragment($name/(@ref, @key)[1])"/>
    <xsl:sequence select="$ed:register-pages($entry)[not(ed:is-open($name))]"/>
  </xsl:function>

  <!-- Return whether a name is marked with several entries, any of which it may mean. -->
  <xsl:function name="ed:is-open" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$name/@cert = 'low' and count(tokenize($name/@ref)) gt 1"/>
  </xsl:function>

  <xsl:param name="pages" as="xs:string" select="''">
    <!-- Lines "target TAB address": where the texts of the edition stand that the document points at,
         by the pointer as it is written. -->
  </xsl:param>

  <xsl:variable name="ed:pages" as="map(xs:string, xs:string)" select="ed:table($pages)"/>

  <!-- Return the address of the text of the edition that a pointer names. -->
  <xsl:function name="ed:page-of" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="tokenize($pointer/@target)[1] ! $ed:pages(.)"/>
  </xsl:function>

  <!-- Return the first target of a pointer if a reader may follow it: web, mail, an entry of a
       register or of the conspectus, a text of the edition, or this page. -->
  <xsl:function name="ed:safe-target" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="target" as="xs:string?" select="tokenize($pointer/(@target, @ref)[1])[1]"/>
    <xsl:variable name="entry" as="xs:string" select="ed:fragment($target)"/>
    <xsl:sequence select="($ed:register-pages($entry)[contains($target, '#')],
      ed:page-of($pointer), $target[matches(., '^(https?://|mailto:|#)', 'i')])[1]"/>
  </xsl:function>

  <!-- Return whether an element stands inside a link, where HTML allows no second one. -->
  <xsl:function name="ed:is-linked" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[ancestor::text]
      [self::ref or (@ref or @key) and exists(ed:register-address(.))])"/>
  </xsl:function>
</xsl:transform>
