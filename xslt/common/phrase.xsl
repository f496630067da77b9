<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the apparatus: what kind of reading a lem or rdg is, what is printed for it, and
     whose it is (TEI Guidelines, 12.1). Needs identifiers.xsl beside it in the package. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="sigla" as="xs:string" select="''">
    <!-- Lines "pointer TAB siglum": what is printed for a pointer at a witness or another authority,
         as it is written in the document, and for the xml:id of a witness. -->
  </xsl:param>

  <xsl:variable name="ed:sigla" as="map(xs:string, xs:string)" select="ed:table($sigla)"/>

  <!-- The kinds that an empty reading states in @type; any other empty reading is an omission. -->
  <xsl:variable name="ed:kinds" as="map(xs:string, xs:string)" select="map {
      'silent': 'silent', 'not-in-excerpt': 'not-in-excerpt',
      'lacuna': 'lacuna', 'lac': 'lacuna', 'lac.': 'lacuna', 'illegible': 'lacuna' }"/>

  <xsl:variable name="ed:phrases" as="map(xs:string, xs:string)" select="map {
      'text': '', 'omission': 'om.', 'silent': 'silent',
      'not-in-excerpt': 'not in excerpt', 'lacuna': 'lac.' }"/>

  <!-- Return the kind of a lem or rdg: text, omission, silent, not-in-excerpt or lacuna. -->
  <xsl:function name="ed:kind" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="wordless" as="xs:string" select="
      if ($reading//(gap | lacunaStart | lacunaEnd)) then 'lacuna' else 'omission'"/>
    <xsl:sequence select="
      if (ed:has-content($reading)) then 'text'
      else ($ed:kinds(string($reading/@type)), $wordless)[1]"/>
  </xsl:function>

  <!-- Return the words that are printed for a kind; none for text, which speaks for itself. -->
  <xsl:function name="ed:phrase" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$ed:phrases($kind)"/>
  </xsl:function>

  <!-- Return the sigla of @wit, in its order, each once; what is not declared as it is written. -->
  <xsl:function name="ed:sigla" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:resolved($reading/@wit)"/>
  </xsl:function>

  <!-- Return whose a reading is: the sigla of @wit, else of @source, else of @resp. -->
  <xsl:function name="ed:authorities" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:resolved(($reading/(@wit, @source, @resp)[normalize-space()])[1])"/>
  </xsl:function>

  <!-- Return the sigla that the pointers of an attribute name. -->
  <xsl:function name="ed:resolved" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="distinct-values(
      tokenize($pointers) ! ($ed:sigla(.), .)[1])"/>
  </xsl:function>

  <!-- Return whether a reading has words or an image of its own, its notes and places apart, or
       points at the words elsewhere. -->
  <xsl:function name="ed:has-content" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="own" as="node()*"
        select="$reading//node() except $reading//(note | witDetail | wit)/descendant-or-self::node()"/>
    <xsl:sequence select="exists($own[self::graphic or self::g or self::ptr/@target or @copyOf])
      or normalize-space(string-join($own[self::text()])) ne ''"/>
  </xsl:function>
</xsl:transform>
