<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode pattern: what a content model of an ODD is in RELAX NG (TEI Guidelines, 22.5.1). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="ed rng">

  <xsl:mode name="pattern" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="content" as="element()+" mode="pattern">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- How often: the pattern itself is made by the template that comes next. -->
  <xsl:template match="*[@minOccurs = '0'][not(@maxOccurs)]" priority="2"
      as="element(rng:optional)" mode="pattern">
    <optional>
      <xsl:next-match/>
    </optional>
  </xsl:template>

  <xsl:template match="*[@minOccurs = '0'][@maxOccurs = 'unbounded']" priority="2"
      as="element(rng:zeroOrMore)" mode="pattern">
    <zeroOrMore>
      <xsl:next-match/>
    </zeroOrMore>
  </xsl:template>

  <xsl:template match="*[not(@minOccurs)][@maxOccurs = 'unbounded']" priority="2"
      as="element(rng:oneOrMore)" mode="pattern">
    <oneOrMore>
      <xsl:next-match/>
    </oneOrMore>
  </xsl:template>

  <!-- RELAX NG has no sign for two or three times. -->
  <xsl:template match="*[@minOccurs != '0' or @maxOccurs != 'unbounded']" priority="3"
      as="empty-sequence()" mode="pattern">
    <xsl:sequence select="error(QName('https://recensio.org/ns/functions', 'ed:occurrence'),
      'In ' || ancestor::*[@ident][1]/@ident || ': write the pattern out as often as it may stand; '
      || 'only minOccurs=&quot;0&quot; and maxOccurs=&quot;unbounded&quot; can be expressed.')"/>
  </xsl:template>

  <xsl:template match="sequence" as="element(rng:group)" mode="pattern">
    <group>
      <xsl:apply-templates select="*" mode="#current"/>
    </group>
  </xsl:template>

  <xsl:template match="alternate" as="element(rng:choice)" mode="pattern">
    <choice>
      <xsl:apply-templates select="*" mode="#current"/>
    </choice>
  </xsl:template>

  <xsl:template match="elementRef | classRef | macroRef | dataRef[@key]"
      as="element(rng:ref)" mode="pattern">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" as="element(rng:data)" mode="pattern">
    <data type="{@name}">
      <xsl:for-each select="@restriction">
        <param name="pattern"><xsl:value-of select="."/></param>
      </xsl:for-each>
    </data>
  </xsl:template>

  <xsl:template match="textNode" as="element(rng:text)" mode="pattern">
    <text/>
  </xsl:template>

  <xsl:template match="empty" as="element(rng:empty)" mode="pattern">
    <empty/>
  </xsl:template>

  <!-- Any element of a foreign vocabulary. Its identifiers stay its own: an xml:id that is of no
       type elsewhere would clash with the type ID it has here (RELAX NG DTD Compatibility, 5). -->
  <xsl:template match="anyElement" as="element(rng:grammar)" mode="pattern">
    <grammar>
      <start>
        <ref name="any"/>
      </start>
      <define name="any">
        <element>
          <anyName>
            <except>
              <nsName/>
            </except>
          </anyName>
          <zeroOrMore>
            <choice>
              <attribute>
                <anyName>
                  <except>
                    <name>xml:id</name>
                  </except>
                </anyName>
              </attribute>
              <text/>
              <ref name="any"/>
            </choice>
          </zeroOrMore>
        </element>
      </define>
    </grammar>
  </xsl:template>
</xsl:transform>
