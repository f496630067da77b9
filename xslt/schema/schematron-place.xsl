<?xml version="1.0" encoding="UTF-8"?>
<!-- How the stylesheet of a Schematron schema says where a node stands: by the number of its element
     in the document, then "@" and the name of an attribute (as fn:path gives it), or the kind of
     another node and its number among its like, as in 12, 12/@n, 12/text()[2]; the document is 0.
     fn:path would count the siblings of every step again for every finding. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:out="http://www.w3.org/1999/XSL/TransformAlias"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Return the declarations that number the elements and say where a node stands. -->
  <xsl:function name="ed:places" as="element()+">
    <out:mode use-accumulators="Q{{{$ed:ns}}}number"/>
    <out:accumulator name="Q{{{$ed:ns}}}number" as="xs:integer" initial-value="0">
      <out:accumulator-rule match="*" select="$value + 1"/>
    </out:accumulator>
    <out:function name="Q{{{$ed:ns}}}place" as="xs:string">
      <out:param name="node" as="node()"/>
      <out:variable name="holder" as="node()"
          select="($node[self::* or self::document-node()], $node/..)[1]"/>
      <out:sequence select="string-join(($holder/accumulator-before('Q{{{$ed:ns}}}number'),
        $node[not(. is $holder)] ! Q{{{$ed:ns}}}part(.)), '/')"/>
    </out:function>
    <out:function name="Q{{{$ed:ns}}}part" as="xs:string">
      <out:param name="node" as="node()"/>
      <out:choose>
        <out:when test="$node instance of attribute()">
          <out:sequence select="'@Q{{' || namespace-uri($node) || '}}' || local-name($node)"/>
        </out:when>
        <xsl:sequence select="ed:part('text'), ed:part('comment'),
          ed:part('processing-instruction')"/>
        <out:otherwise><out:sequence select="'namespace'"/></out:otherwise>
      </out:choose>
    </out:function>
  </xsl:function>

  <!-- Return the branch for a kind of node. -->
  <xsl:function name="ed:part" as="element(xsl:when)">
    <xsl:param name="kind" as="xs:string"/>
    <out:when test="$node instance of {$kind}()">
      <out:sequence
          select="'{$kind}()[' || count($node/preceding-sibling::{$kind}()) + 1 || ']'"/>
    </out:when>
  </xsl:function>
</xsl:transform>
