<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode statistics: the page that shows the apparatus as a whole, each figure with a sentence that
     says what is seen and how it was computed. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="statistics" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element()" mode="statistics">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="in:statistics" as="element()" mode="statistics">
    <article class="statistics">
      <header class="title">
        <h1>Statistics</h1>
        <p class="description">
          <xsl:text>What the </xsl:text>
          <xsl:value-of select="@entries, if (@entries eq '1') then 'entry' else 'entries'"/>
          <xsl:text> of the apparatus show as a whole. The numbers stand in the files agreement,
            classes and variance of the edition’s data, as JSON and CSV.</xsl:text>
        </p>
      </header>
      <xsl:apply-templates select="in:tradition" mode="#current">
        <xsl:with-param name="named" select="count(in:tradition) gt 1" as="xs:boolean"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="in:classes" mode="#current"/>
      <xsl:where-populated>
        <section>
          <xsl:if test="in:heat">
            <h2>Where the witnesses differ</h2>
            <xsl:call-template name="heat-words"/>
          </xsl:if>
          <xsl:apply-templates select="in:heat" mode="heat"/>
        </section>
      </xsl:where-populated>
    </article>
  </xsl:template>

  <xsl:template match="in:tradition" as="element()" mode="statistics">
    <xsl:param name="named" as="xs:boolean"/>
    <section>
      <h2>
        <xsl:text>How often the witnesses agree</xsl:text>
        <xsl:if test="$named">: <xsl:value-of select="in:document[1]/@title"/>
          <xsl:if test="in:document[2]"> and others</xsl:if>
        </xsl:if>
      </h2>
      <p><xsl:value-of select="ed:agreement-words(.)"/></p>
      <xsl:apply-templates select="in:matrix" mode="matrix"/>
      <xsl:apply-templates select="in:dendrogram" mode="dendrogram"/>
      <xsl:if test="in:apart">
        <p class="caption">
          <xsl:text>Not to be compared: </xsl:text>
          <xsl:value-of select="in:apart/@siglum" separator=", "/>
          <xsl:text>, with fewer than </xsl:text>
          <xsl:value-of select="ed:number(/*/@few)"/>
          <xsl:text> places in common with any other.</xsl:text>
        </p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="in:classes" as="element()" mode="statistics">
    <section>
      <h2>Readings by class</h2>
      <p>
        <xsl:text>A reading beside the lemma has the class that the edition gives it, else the one
          that its words show. </xsl:text>
        <xsl:if test="in:class[@without = 'true']">
          <xsl:text>Those in the paler columns say that a witness has no text to compare.</xsl:text>
        </xsl:if>
      </p>
      <xsl:apply-templates select="." mode="bars"/>
      <xsl:apply-templates select="." mode="class-table"/>
    </section>
  </xsl:template>

  <xsl:template name="heat-words" as="element(p)">
    <p>
      <xsl:text>Each bar is a text from beginning to end, each cell a paragraph, a line or several
        short ones; a cell leads to its place. The darker, the likelier a word is another in a
        witness that is opened at random: </xsl:text>
      <xsl:text>white is 0, the darkest cell </xsl:text>
      <xsl:variable name="highest" as="xs:double"
          select="max(in:heat/in:cell/@variance ! number(.))"/>
      <xsl:value-of select="format-number($highest, if ($highest lt 0.01) then '0.0000' else '0.00')"/>
      <xsl:text>. Only the words of lemmata can vary; those outside an entry count as agreed.</xsl:text>
    </p>
  </xsl:template>

  <!-- Return what the matrix and the tree of a tradition show, in words. -->
  <xsl:function name="ed:agreement-words" as="xs:string">
    <xsl:param name="tradition" as="element(in:tradition)"/>
    <xsl:variable name="few" as="xs:string" select="ed:number(root($tradition)/*/@few)"/>
    <xsl:variable name="several" as="xs:boolean" select="xs:integer($tradition/@telling) gt 1"/>
    <xsl:variable name="thin" as="xs:integer" select="$tradition/(@pairs - @telling) ! xs:integer(.)"/>
    <xsl:sequence select="string-join((
      'Two witnesses agree at a place if they have a reading in common. Only places with an entry
        count, and of these the ones where a reading of both is known; the table gives the share in
        per cent' || (', and below it the places')[$tradition/in:matrix/@counted = 'true'] || '.',
      $tradition/in:most ! ('Most often agree ' || ed:pair-words(.) || '.')[$several],
      $tradition/in:least ! ('Least often agree ' || ed:pair-words(.) || '.')[$several],
      ($thin || ' of ' || $tradition/@pairs || ' pairs have fewer than ' || $few
        || ' places in common; their figures, in pale, say little.')[$thin gt 0][$several],
      ('Pairs with fewer than ' || $few || ' places in common are in pale; their figures say
        little.')[$thin gt 0][not($several)],
      'Agreement is not descent: witnesses also agree in what they keep.'), ' ')
      => normalize-space()"/>
  </xsl:function>

  <!-- Return a pair of witnesses with the places where they agree. -->
  <xsl:function name="ed:pair-words" as="xs:string">
    <xsl:param name="pair" as="element()"/>
    <xsl:sequence select="$pair/(@first || ' and ' || @second || ', at ' || @agreeing || ' of '
      || @places || ' places (' || @percent || ' %)')"/>
  </xsl:function>

  <!-- Return a small number in words. -->
  <xsl:function name="ed:number" as="xs:string">
    <xsl:param name="number" as="xs:anyAtomicType"/>
    <xsl:variable name="word" as="text()">
      <xsl:number value="xs:integer($number)" format="w"/>
    </xsl:variable>
    <xsl:sequence select="string($word)"/>
  </xsl:function>
</xsl:transform>
