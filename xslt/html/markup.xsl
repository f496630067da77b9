<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: markup and code that a text speaks of (TEI Guidelines, 23.4). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="eg | eg:egXML" as="element()" mode="text">
    <pre class="{local-name()}" tabindex="0">
      <xsl:call-template name="attributes"/>
      <xsl:sequence select="node() ! ed:markup(.)"/>
    </pre>
  </xsl:template>

  <xsl:template match="code | gi | att | val | tag" as="element()" mode="text">
    <code class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates mode="#current"/>
    </code>
  </xsl:template>

  <!-- Return the markup of a node as text that can be read. -->
  <xsl:function name="ed:markup" as="text()*">
    <xsl:param name="node" as="node()"/>
    <xsl:choose>
      <xsl:when test="$node/self::*">
        <xsl:variable name="attributes" as="xs:string*" select="
          $node/@* ! (' ' || name() || '=&quot;' || replace(., '&quot;', '&amp;quot;') || '&quot;')"/>
        <xsl:value-of select="'&lt;' || string-join((name($node), $attributes))
          || (if ($node/node()) then '>' else '/>')"/>
        <xsl:sequence select="$node/node() ! ed:markup(.)"/>
        <xsl:if test="$node/node()">
          <xsl:value-of select="'&lt;/' || name($node) || '>'"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$node/self::comment()">
        <xsl:value-of select="'&lt;!--' || $node || '-->'"/>
      </xsl:when>
      <xsl:when test="$node/self::text()"><xsl:value-of select="$node"/></xsl:when>
    </xsl:choose>
  </xsl:function>
</xsl:transform>
