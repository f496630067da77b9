<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode page: a document as an article: its title, contents, text, apparatus, header. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns:report="https://recensio.org/ns/report"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="page" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="footnote paragraph line"/>

  <xsl:template match="document-node()" as="element()" mode="page">
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:call-template name="report-unknown">
      <xsl:with-param name="article" select="$article"/>
    </xsl:call-template>
    <xsl:sequence select="ed:linked($article)"/>
  </xsl:template>

  <xsl:template match="TEI | teiCorpus" as="element()" mode="page">
    <article>
      <xsl:sequence select="@xml:lang ! ed:language(.)"/>
      <xsl:apply-templates select="teiHeader" mode="title"/>
      <xsl:call-template name="witness-row"/>
      <xsl:call-template name="heat"/>
      <xsl:apply-templates select="teiHeader/profileDesc/correspDesc[1]" mode="correspondence"/>
      <xsl:call-template name="contents-of-page"/>
      <xsl:call-template name="switches"/>
      <div class="text">
        <xsl:apply-templates mode="text" select="
          (. | .//TEI | .//teiCorpus)/(* except (teiHeader | TEI | teiCorpus))
            [self::text or self::standOff or normalize-space()]"/>
        <xsl:call-template name="foot"/>
      </div>
      <xsl:call-template name="neighbours"/>
      <xsl:apply-templates select="teiHeader" mode="about"/>
    </article>
  </xsl:template>

  <!-- The headings of a page; where they are many, they are unfolded on demand. -->
  <xsl:template name="contents-of-page" as="element()?">
    <xsl:variable name="heads" as="element(head)*" select="text//head[ed:section(.) is ..]
      [not(preceding-sibling::head or ancestor::app or ed:repeats-title(.))]"/>
    <xsl:variable name="list" as="element()">
      <ol><xsl:apply-templates select="$heads" mode="page"/></ol>
    </xsl:variable>
    <xsl:if test="count($heads) gt 1">
      <nav class="contents" role="doc-toc" aria-label="{ed:say('contents-of-page')}">
        <xsl:choose>
          <xsl:when test="count($heads) gt 12">
            <details>
              <summary>
                <xsl:sequence select="ed:foreign-words(.)"/>
                <xsl:value-of select="ed:say('contents-of-page')"/>
              </summary>
              <xsl:sequence select="$list"/>
            </details>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="$list"/></xsl:otherwise>
        </xsl:choose>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="head" as="element()" mode="page">
    <xsl:variable name="places" as="xs:integer" select="ed:variant-places(..)"/>
    <li class="level-{ed:level(.)}">
      <xsl:if test="$places gt 0">
        <xsl:attribute name="data-places" select="$places"/>
      </xsl:if>
      <a href="#{(../@xml:id, @xml:id)[1]}"><xsl:apply-templates mode="heading"/></a>
    </li>
  </xsl:template>

  <!-- Say once for each name which elements had no rendering of their own. -->
  <xsl:template name="report-unknown" as="empty-sequence()">
    <xsl:param name="article" as="element()"/>
    <xsl:for-each-group xpath-default-namespace=""
        select="$article/div[@class = 'text']//@data-tei" group-by="string()">
      <xsl:message>
        <report:report code="PUB001" element="{current-grouping-key()}"
            count="{count(current-group())}"/>
      </xsl:message>
    </xsl:for-each-group>
  </xsl:template>
</xsl:transform>
