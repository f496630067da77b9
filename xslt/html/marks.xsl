<?xml version="1.0" encoding="UTF-8"?>
<!-- Marks in the text for entries that stand apart from it, and what such entries show of the text
     (TEI Guidelines, 12.2.1 and 12.2.2). Where entries belong is found in publish/marks.py. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="marks" as="xs:string" select="''">
    <!-- Lines "xml:id TAB begin or end TAB entry TAB number TAB address TAB title TAB mark": where
         entries belong, what leads to them, the title of their document, the identifier of the
         mark. The entry is empty if it stands on another page. -->
  </xsl:param>

  <xsl:param name="returns" as="xs:string" select="''">
    <!-- Lines "mark TAB address": where on other pages the marks of entries of this page stand. -->
  </xsl:param>

  <xsl:param name="neighbours" as="xs:string" select="''">
    <!-- Lines "page TAB title": the documents that share entries with this one. -->
  </xsl:param>

  <xsl:variable name="ed:marks" as="map(xs:string, xs:string*)" select="map:merge(
      tokenize($marks, '\n')[.] ! map:entry(substring-before(., '&#9;'), .),
      map { 'duplicates': 'combine' })"/>
  <xsl:variable name="ed:returns" as="map(xs:string, xs:string)" select="ed:table($returns)"/>
  <xsl:variable name="ed:neighbours" as="xs:string*" select="tokenize($neighbours, '\n')[.]"/>

  <!-- Elements at which entries begin or end that stand apart from the text. -->
  <xsl:template match="*[exists($ed:marks(string(@xml:id)))]" as="node()*" mode="text"
      priority="20">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="drawn" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:sequence select="
      if ($quoted) then $drawn else ed:marked($drawn, $ed:marks(string(@xml:id)))"/>
  </xsl:template>

  <!-- An entry whose base text stands beside it shows nothing here, but if it is not known where
       it belongs its mark. -->
  <xsl:template match="app[ed:is-apart(.)]" as="element()?" mode="text" priority="1">
    <xsl:param name="quoted" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($quoted or $ed:placed(string(@xml:id)))">
      <span class="place-mark" id="{@xml:id}:lemma" data-lemma="{@xml:id}">
        <a class="mark" role="doc-noteref" href="#{@xml:id}"
            aria-label="{ed:say('entry-mark', @n)}">
          <xsl:sequence select="ed:foreign-words(.)"/>
          <xsl:value-of select="@n"/>
        </a>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The entries of this page for which a place is known, on this page or another. -->
  <xsl:variable name="ed:placed" as="map(xs:string, xs:boolean)" select="map:merge(
      (tokenize($marks, '\n')[.] ! tokenize(., '&#9;')[3],
      map:keys($ed:returns) ! substring-before(., ':lemma')) ! map:entry(., true()))"/>

  <!-- The documents whose entries belong to this text, or to whose texts its entries belong. -->
  <xsl:template name="neighbours" as="element()?">
    <xsl:if test="exists($ed:neighbours)">
      <nav class="neighbours" aria-label="{ed:say('text-and-apparatus')}">
        <p>
          <xsl:value-of select="ed:say('text-and-apparatus') || ': '"/>
          <xsl:for-each select="$ed:neighbours">
            <xsl:if test="position() gt 1">, </xsl:if>
            <a href="{substring-before(., '&#9;')}">
              <xsl:value-of select="substring-after(., '&#9;')"/>
            </a>
          </xsl:for-each>
        </p>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Return what was drawn with its marks: inside a block, around what stands in a line. -->
  <xsl:function name="ed:marked" as="node()*">
    <xsl:param name="drawn" as="node()*"/>
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:variable name="begin" as="element()*" select="
      $lines[tokenize(., '&#9;')[2] eq 'begin'] ! ed:mark(tokenize(., '&#9;'))"/>
    <xsl:variable name="end" as="element()*" select="
      $lines[tokenize(., '&#9;')[2] eq 'end'] ! ed:mark(tokenize(., '&#9;'))"/>
    <xsl:variable name="block" as="element()?" select="$drawn[self::*][1]
      [local-name() = ('p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'blockquote')]"/>
    <xsl:choose>
      <xsl:when test="$block">
        <xsl:sequence select="$drawn[. &lt;&lt; $block]"/>
        <xsl:copy select="$block">
          <xsl:sequence select="@*, $begin, node(), $end"/>
        </xsl:copy>
        <xsl:sequence select="$drawn[. >> $block]"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$begin, $drawn, $end"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return the mark of an entry; where it ends bears its identifier. -->
  <xsl:function name="ed:mark" as="element()">
    <xsl:param name="columns" as="xs:string*"/>
    <xsl:variable name="ends" as="xs:boolean" select="$columns[2] eq 'end'"/>
    <span class="place-mark">
      <xsl:if test="$ends">
        <xsl:attribute name="id" select="$columns[7]"/>
        <xsl:if test="$columns[3]">
          <xsl:attribute name="data-lemma" select="$columns[3]"/>
        </xsl:if>
      </xsl:if>
      <a class="mark" role="doc-noteref" href="{$columns[5]}" aria-label="{if ($columns[3])
          then ed:say('entry-mark', $columns[4])
          else ed:say('entry-elsewhere', ($columns[4], $columns[6]))}">
        <xsl:value-of select="if ($ends) then $columns[4] else $columns[4] || '–'"/>
      </a>
    </span>
  </xsl:function>
</xsl:transform>
