<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode entries: the entries of a document by chapter, for the page of all entries. What each can
     be filtered by is found in publish/critical/entered.py. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="entries" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="footnote paragraph line"/>

  <xsl:param name="entered" as="xs:string" select="''">
    <!-- Lines "entry TAB address TAB kinds TAB chapter TAB its title"; kinds are those of readings
         with the witnesses that have them, as A and B have additions in "addition=A;B|omission=C". -->
  </xsl:param>

  <xsl:param name="named" as="xs:string" select="''">
    <!-- What identifiers of the document begin with and, after a tab, its title. -->
  </xsl:param>

  <xsl:variable name="ed:entered" as="map(xs:string, xs:string)" select="ed:table($entered)"/>

  <xsl:template match="document-node()" as="element()" mode="entries">
    <xsl:variable name="section" as="element()">
      <section class="entries" id="{substring-before($named, '&#9;')}">
        <h2>
          <a href="{$to-site}{$own}"><xsl:value-of select="substring-after($named, '&#9;')"/></a>
        </h2>
        <xsl:for-each-group select="//app[exists($ed:entered(string(@xml:id)))]"
            group-adjacent="ed:entered-column(., 3)">
          <div class="of-chapter">
            <xsl:if test="ed:entered-column(., 4) ne ''">
              <h3><xsl:value-of select="ed:entered-column(., 4)"/></h3>
            </xsl:if>
            <ol>
              <xsl:apply-templates select="current-group()" mode="#current">
                <xsl:with-param name="quoted" select="true()" tunnel="yes"/>
                <xsl:with-param name="again" select="true()" tunnel="yes"/>
              </xsl:apply-templates>
            </ol>
          </div>
        </xsl:for-each-group>
      </section>
    </xsl:variable>
    <xsl:sequence select="ed:linked($section)"/>
  </xsl:template>

  <xsl:template match="app" as="element()" mode="entries">
    <li class="entry" id="{substring-before($named, '&#9;')}:{@xml:id}"
        data-entry="{@xml:id}" data-kinds="{ed:entered-column(., 2)}"
        data-chapter="{ed:entered-column(., 3)}">
      <a class="number" href="{$to-site}{ed:entered-column(., 1)}">
        <xsl:value-of select="(@loc[current()/ancestor::listApp], @n)[1]"/>
      </a>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="ed:phrased(.)" mode="piece"/>
    </li>
  </xsl:template>

  <!-- Return what is told of an entry: its address, kinds, chapter or its title. -->
  <xsl:function name="ed:entered-column" as="xs:string">
    <xsl:param name="app" as="element(app)"/>
    <xsl:param name="column" as="xs:integer"/>
    <xsl:sequence select="string(tokenize($ed:entered(string($app/@xml:id)), '&#9;')[$column])"/>
  </xsl:function>
</xsl:transform>
