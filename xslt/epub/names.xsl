<?xml version="1.0" encoding="UTF-8"?>
<!-- What XHTML writes otherwise than the pages of the site: identifiers, languages, directions. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return an identifier of the site as a name that XML allows: a colon becomes a full stop and a
       hyphen, and where these stand already a hyphen more, so that no two names become one. -->
  <xsl:function name="ed:xml-name" as="xs:string">
    <xsl:param name="identifier" as="xs:string"/>
    <xsl:variable name="name" as="xs:string"
        select="replace($identifier, '\.-', '.--') => replace(':', '.-')"/>
    <xsl:sequence select="if ($name castable as xs:NCName) then $name else '_' || $name"/>
  </xsl:function>

  <!-- Return an address with its fragment as a name that XML allows; on the web any is allowed. -->
  <xsl:function name="ed:named" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="
      if (not(contains($address, '#')) or matches($address, '^[a-z]+:', 'i')) then $address
      else substring-before($address, '#') || '#' || ed:xml-name(substring-after($address, '#'))"/>
  </xsl:function>

  <!-- Return the attributes that tell a language (BCP 47) and its direction; nothing for what is no
       language tag. Inside a passage to the left one to the right says so. -->
  <xsl:function name="ed:tongue" as="attribute()*">
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="around" as="xs:string*"/>
    <xsl:if test="matches($language, '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$')">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:attribute name="xml:lang" select="$language"/>
      <xsl:choose>
        <xsl:when test="ed:is-leftward($language)">
          <xsl:attribute name="dir" select="'rtl'"/>
        </xsl:when>
        <xsl:when test="some $each in $around satisfies ed:is-leftward($each)">
          <xsl:attribute name="dir" select="'ltr'"/>
        </xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:function>
</xsl:transform>
