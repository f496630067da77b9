<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode entry: an app as it is printed (TEI Guidelines, 12.1), its pieces in piece.xsl. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="app" as="text()*" mode="entry">
    <xsl:if test="ancestor::listApp and not(ed:is-placed(.))
        and not(ed:shown(.) and ed:is-segmented(.) and not(@n))">
      <xsl:text expand-text="yes">\teistrong{{{ed:tex(string((@loc, @from ! ed:fragment(.), @n)[1]))}}} </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="ed:phrased(.)" mode="piece"/>
  </xsl:template>

  <!-- Return an entry as it stands at the foot. -->
  <xsl:function name="ed:phrase" as="xs:string">
    <xsl:param name="app" as="element(app)?"/>
    <xsl:variable name="phrase" as="text()*"><xsl:apply-templates select="$app" mode="entry"/></xsl:variable>
    <xsl:sequence select="string-join($phrase)"/>
  </xsl:function>

  <!-- Return nodes set at the foot; bare, if their own entries and notes stand there already. -->
  <xsl:function name="ed:foot" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="bare" as="xs:boolean"/>
    <xsl:variable name="text" as="text()*">
      <xsl:apply-templates select="ed:flowing($nodes, $bare)/ed:foot/node()" mode="text"/>
    </xsl:variable>
    <!-- White space is not settled as in the text, for thousands of trees with an accumulator are
         too much for Saxon. -->
    <xsl:sequence select="string-join($text) => replace('^ | $', '') => replace(' {2,}', ' ')"/>
  </xsl:function>
</xsl:transform>
