<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: letters (TEI Guidelines, 4.2.2 and 2.4.6). Mode correspondence: from whom to
     whom a letter went, when and where, at its head. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="correspondence" on-no-match="shallow-skip" on-multiple-match="use-last"
      warning-on-multiple-match="no"/>

  <xsl:template match="correspDesc" as="element()?" mode="correspondence">
    <xsl:where-populated>
      <div class="letter-head">
        <xsl:where-populated>
          <dl class="correspondence">
            <xsl:apply-templates select="correspAction" mode="#current"/>
          </dl>
        </xsl:where-populated>
        <xsl:where-populated>
          <ul class="letters-around">
            <xsl:apply-templates select="correspContext/(ref | ptr)[ed:page-of(.)]"
                mode="#current"/>
          </ul>
        </xsl:where-populated>
      </div>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="correspAction[node()]" as="element()+" mode="correspondence">
    <xsl:variable name="key" as="xs:string" select="'letter.' || lower-case(@type)"/>
    <dt>
      <xsl:value-of select="if (exists($ed:words($key))) then ed:say($key) else @type"/>
    </dt>
    <dd>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
        <xsl:apply-templates select="." mode="text">
          <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <xsl:template match="correspContext/(ref | ptr)" as="element()" mode="correspondence">
    <xsl:variable name="way" as="xs:string*" select="(@subtype, @type)
      ! (if (matches(., '^prev', 'i')) then 'prev' else if (matches(., '^next', 'i')) then 'next'
         else ())"/>
    <li>
      <a href="{ed:page-of(.)}">
        <xsl:for-each select="$way[1]"><xsl:attribute name="rel" select="."/></xsl:for-each>
        <xsl:value-of select="normalize-space(.)"/>
      </a>
    </li>
  </xsl:template>
</xsl:transform>
