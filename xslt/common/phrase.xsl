<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus: what kind of reading a lem or rdg is and whose it is (TEI Guidelines, 12.1); and
     in phrasing/ the grammar of its entries. Needs identifiers.xsl beside it in the package. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="phrasing/settings.xsl"/>
  <xsl:include href="phrasing/entry.xsl"/>
  <xsl:include href="phrasing/reading.xsl"/>
  <xsl:include href="phrasing/acts.xsl"/>
  <xsl:include href="phrasing/authority.xsl"/>
  <xsl:include href="phrasing/sigla.xsl"/>
  <xsl:include href="phrasing/words.xsl"/>
  <xsl:include href="phrasing/bare.xsl"/>

  <xsl:param name="sigla" as="xs:string" select="''">
    <!-- Lines "pointer TAB siglum": what is printed for a pointer at a witness or another authority,
         as it is written in the document, and for the xml:id of a witness. -->
  </xsl:param>

  <xsl:variable name="ed:sigla" as="map(xs:string, xs:string)" select="ed:table($sigla)"/>

  <!-- The kinds that an empty reading states in @type; any other empty reading is an omission. -->
  <xsl:variable name="ed:kinds" as="map(xs:string, xs:string)" select="map {
      'silent': 'silent', 'not-in-excerpt': 'not-in-excerpt',
      'lacuna': 'lacuna', 'lac': 'lacuna', 'lac.': 'lacuna', 'illegible': 'lacuna' }"/>

  <!-- Return the kind of a lem or rdg: text, omission, silent, not-in-excerpt or lacuna. -->
  <xsl:function name="ed:kind" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="wordless" as="xs:string" select="
      if ($reading//(gap | lacunaStart | lacunaEnd)) then 'lacuna' else 'omission'"/>
    <xsl:sequence select="
      if (ed:has-content($reading)) then 'text'
      else ($ed:kinds(string($reading/@type)), $wordless)[1]"/>
  </xsl:function>

  <!-- Return the sigla of @wit, in its order, each once; what is not declared as it is written. -->
  <xsl:function name="ed:sigla" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="ed:resolved($reading/@wit)"/>
  </xsl:function>

  <!-- Return the sigla that the pointers of an attribute name. -->
  <xsl:function name="ed:resolved" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="distinct-values(
      tokenize($pointers) ! ($ed:sigla(.), replace(., '^#', ''))[1])"/>
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
