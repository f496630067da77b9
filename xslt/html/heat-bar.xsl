<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the variance along a text is shown, at the head of its page. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template name="heat" as="element()?"/>
</xsl:transform>
