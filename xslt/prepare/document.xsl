<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI document made ready to be published: identified, numbered, its pointers resolved. -->
<xsl:package name="https://recensio.org/xslt/prepare/document" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xmlns="http://www.tei-c.org/ns/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="addresses" as="xs:string" select="''">
    <!-- Lines "identifier TAB file": where the identifiers stand that other documents hold. -->
  </xsl:param>

  <xsl:include href="../common/identifiers.xsl"/>
  <xsl:include href="prepared.xsl"/>
</xsl:package>
