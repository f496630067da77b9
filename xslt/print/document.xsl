<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared TEI document as Typst: its running text, and what stands at the foot of its pages.
     The functions named in the output are those of publish/print/typst/text.typ. -->
<xsl:package name="https://recensio.org/xslt/print/document" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="chapter" as="xs:string" select="'0'">
    <!-- The place of the document in the book, counted from 0; it keeps its marks apart. -->
  </xsl:param>

  <xsl:param name="title" as="xs:string" select="''">
    <!-- The title of the chapter, printed above the text unless its first heading says the same. -->
  </xsl:param>

  <xsl:param name="role" as="xs:string" select="'text'">
    <!-- What the document is in the book: "text", or "introduction", whose lines bear no numbers. -->
  </xsl:param>

  <xsl:param name="images" as="xs:string" select="''">
    <!-- Lines "address TAB name": the images that lie among the sheets, by their name there. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/phrase.xsl"/>
  <xsl:include href="../common/flow/series.xsl"/>
  <xsl:include href="../common/flow/flow.xsl"/>
  <xsl:include href="../common/flow/places.xsl"/>
  <xsl:include href="../common/flow/quotation.xsl"/>
  <xsl:include href="../common/flow/spaced.xsl"/>
  <xsl:include href="../common/flow/parts.xsl"/>
  <xsl:include href="../common/flow/shape.xsl"/>
  <xsl:include href="../common/flow/faces.xsl"/>
  <xsl:include href="strings.xsl"/>
  <xsl:include href="body.xsl"/>
  <xsl:include href="leaves.xsl"/>
  <xsl:include href="text.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="speech.xsl"/>
  <xsl:include href="foot.xsl"/>
  <xsl:include href="bibliography.xsl"/>
  <xsl:include href="pieces.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="piece.xsl"/>
</xsl:package>
