<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared TEI document as LuaLaTeX with reledmac: its running text with the apparatus in it,
     and the entries that stand apart; and what stands around the texts of an edition. The commands
     named in the output are those of publish/tex/preamble.tex. -->
<xsl:package name="https://recensio.org/xslt/tex/document" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="chapter" as="xs:string" select="'0'">
    <!-- The place of the document in the book, counted from 0; it keeps its labels apart. -->
  </xsl:param>

  <xsl:param name="title" as="xs:string" select="''">
    <!-- The title of the chapter, printed above the text unless its first heading says the same. -->
  </xsl:param>

  <xsl:param name="role" as="xs:string" select="'text'">
    <!-- What the document is in the book: "text", or "introduction", whose lines bear no numbers. -->
  </xsl:param>

  <xsl:param name="images" as="xs:string" select="''">
    <!-- Lines "address TAB name": the images that lie beside the file, by their name there. -->
  </xsl:param>

  <xsl:param name="apart" as="xs:string" select="''">
    <!-- Lines "entry TAB TeX TAB labels": the entries that stand apart and have a place in this
         document, an entry as "chapter:xml:id"; labels are those of the names in it. -->
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
  <xsl:include href="escape.xsl"/>
  <xsl:include href="body.xsl"/>
  <xsl:include href="foot.xsl"/>
  <xsl:include href="frame.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="paragraphs.xsl"/>
  <xsl:include href="lines.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="cue.xsl"/>
  <xsl:include href="marks.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="piece.xsl"/>
</xsl:package>
