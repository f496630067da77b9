<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode entry: an app as it is printed: lemma] witnesses; readings with theirs; notes
     (TEI Guidelines, 12.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="ed:lemma-limit" as="xs:integer" select="12"/>
  <!-- Words above which a lemma is given by its first and last words. -->

  <xsl:template match="app" as="text()*" mode="entry">
    <xsl:if test="ancestor::listApp and not(ed:is-placed(.)) and not(ed:shown(.) and ed:is-segmented(.) and not(@n))">
      <xsl:text expand-text="yes">#strong[{ed:content(string((@loc, @from ! ed:fragment(.), @n)[1]))}] </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="lem" mode="#current"/>
    <xsl:for-each select="rdg | rdgGrp">
      <xsl:if test="position() gt 1 or exists(../lem)">
        <xsl:value-of select="if (position() gt 1 or exists(ed:authorities(../lem[1])))
          then '#&quot;; &quot;' else ' '"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
    <xsl:apply-templates mode="#current"
        select="* except (lem | rdg | rdgGrp | witDetail[preceding-sibling::lem | preceding-sibling::rdg])"/>
  </xsl:template>

  <xsl:template match="lem" as="text()*" mode="entry">
    <xsl:variable name="bare" as="xs:boolean" select="not(ancestor::listApp)"/>
    <xsl:variable name="words" as="xs:string*"
        select="tokenize(normalize-space(ed:flowing(node(), $bare)))"/>
    <xsl:choose>
      <xsl:when test="ed:kind(.) ne 'text'">
        <xsl:text expand-text="yes">#said[{ed:content(ed:phrase(ed:kind(.)))}]</xsl:text>
      </xsl:when>
      <xsl:when test="count($words) gt $ed:lemma-limit">
        <xsl:value-of select="ed:content(string-join(
          ($words[position() le 3], '…', $words[position() gt last() - 3]), ' '))"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:set(node(), $bare)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>#"]"</xsl:text>
    <xsl:call-template name="authorities"/>
  </xsl:template>

  <xsl:template match="rdg" as="text()*" mode="entry">
    <xsl:variable name="kind" as="xs:string" select="ed:kind(.)"/>
    <xsl:choose>
      <xsl:when test="$kind eq 'text'"><xsl:sequence select="ed:set(node())"/></xsl:when>
      <xsl:otherwise>
        <xsl:text expand-text="yes">#said[{ed:content(ed:phrase($kind))}]</xsl:text>
        <xsl:sequence select="ed:set(note)"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="authorities"/>
  </xsl:template>

  <xsl:template match="rdgGrp" as="text()*" mode="entry">
    <xsl:for-each select="lem | rdg | rdgGrp">
      <xsl:if test="position() gt 1"><xsl:text>#", "</xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
    <xsl:apply-templates select="note" mode="#current"/>
  </xsl:template>

  <xsl:template match="note | witDetail | app/*" as="text()*" mode="entry" priority="-0.2">
    <xsl:text>#" – "</xsl:text>
    <xsl:sequence select="ed:set(if (self::note | self::witDetail) then node() else .)"/>
  </xsl:template>

  <!-- Whose the reading is: the sigla, each with its place in the witness. -->
  <xsl:template name="authorities" as="text()*">
    <xsl:variable name="details" as="element(witDetail)*" select="ed:details(.)"/>
    <xsl:variable name="placed" as="xs:string*" select="$details ! ed:sigla(.)"/>
    <xsl:for-each select="ed:authorities(.)">
      <xsl:variable name="siglum" as="xs:string" select="."/>
      <xsl:text expand-text="yes"> #siglum[{ed:content($siglum)}]</xsl:text>
      <xsl:sequence select="$details[ed:sigla(.) = $siglum] ! ed:place(.)"/>
    </xsl:for-each>
    <xsl:sequence select="$details[not(ed:sigla(.) = ed:authorities(current()))] ! ed:place(.)"/>
    <xsl:for-each select="following-sibling::*[1]/self::wit">
      <xsl:text> </xsl:text>
      <xsl:sequence select="ed:set(node())"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Return the place that a witDetail states, in parentheses. -->
  <xsl:function name="ed:place" as="text()*">
    <xsl:param name="detail" as="element(witDetail)"/>
    <xsl:text> #"("</xsl:text>
    <xsl:sequence select="ed:set($detail/node())"/>
    <xsl:text>#")"</xsl:text>
  </xsl:function>

  <!-- Return the witDetail that follow a reading before the next one. -->
  <xsl:function name="ed:details" as="element(witDetail)*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="$reading/following-sibling::witDetail
      [preceding-sibling::*[self::lem or self::rdg or self::rdgGrp][1] is $reading]"/>
  </xsl:function>

  <!-- Return nodes as they are set at the foot: without marks, everything in the line. -->
  <xsl:function name="ed:set" as="text()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="ed:set($nodes, false())"/>
  </xsl:function>

  <!-- Return nodes set at the foot; bare, if their own entries and notes stand there already. -->
  <xsl:function name="ed:set" as="text()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="bare" as="xs:boolean"/>
    <xsl:apply-templates select="ed:flowing($nodes, $bare)/ed:foot/node()" mode="text"/>
  </xsl:function>

  <!-- Return what of the nodes flows at the foot. -->
  <xsl:function name="ed:flowing" as="document-node()">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="bare" as="xs:boolean"/>
    <xsl:document>
      <ed:foot>
        <xsl:apply-templates select="$nodes" mode="flow">
          <xsl:with-param name="at-foot" select="true()" tunnel="yes"/>
          <xsl:with-param name="bare" select="$bare" tunnel="yes"/>
        </xsl:apply-templates>
      </ed:foot>
    </xsl:document>
  </xsl:function>
</xsl:transform>
