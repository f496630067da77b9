<?xml version="1.0" encoding="UTF-8"?>
<!-- An article of the site as an XHTML file of an electronic book (EPUB 3.3, section 6.1). -->
<xsl:package name="https://recensio.org/xslt/epub/leaf" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="#all">

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no"
      include-content-type="no"/>

  <xsl:param name="title" as="xs:string" select="''">
    <!-- The title of the file. -->
  </xsl:param>

  <xsl:param name="language" as="xs:string" select="'en'">
    <!-- The language of the file. -->
  </xsl:param>

  <xsl:param name="part" as="xs:string" select="'chapter'">
    <!-- What the file is in the book (EPUB 3 Structural Semantics): chapter, index ... -->
  </xsl:param>

  <xsl:param name="division" as="xs:string" select="'bodymatter'">
    <!-- Whether that is frontmatter, bodymatter or backmatter. -->
  </xsl:param>

  <xsl:param name="links" as="xs:string" select="''">
    <!-- Lines "link TAB address": where links of the article lead in the book; nowhere if the
         address is empty. A link that is not named stands as it is. -->
  </xsl:param>

  <xsl:param name="unopened" as="xs:string" select="''">
    <!-- The identifiers of entries and notes that no mark opens, with spaces between them. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="../common/languages.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="file.xsl"/>
  <xsl:include href="element.xsl"/>
  <xsl:include href="popups.xsl"/>
</xsl:package>
