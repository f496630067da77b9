<?xml version="1.0" encoding="UTF-8"?>
<!-- Large pages parted: reading systems lay out a file at a time, and are slow with large ones. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:param name="largest" as="xs:string" select="'200000'">
    <!-- The size from which a page is parted (see ed:size); a file of about 300 kB. -->
  </xsl:param>

  <!-- Return an element that may be parted as copies of it, in which its content stands in order,
       as much in each as fits. The identifier is borne by the first. -->
  <xsl:function name="ed:parted" as="element()+">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="ed:size($element) le xs:integer($largest)">
        <xsl:sequence select="$element"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="parts" as="node()*" select="
          $element/node() ! (if (ed:may-part(.)) then ed:parted(.) else .)"/>
        <xsl:variable name="rooms" as="xs:integer*" select="ed:rooms($parts ! ed:size(.))"/>
        <xsl:for-each-group select="$parts"
            group-adjacent="let $position := position() return $rooms[$position]">
          <xsl:copy select="$element">
            <xsl:sequence select="@*[current-grouping-key() eq 1 or name() ne 'id'],
              current-group()"/>
          </xsl:copy>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return for each size the number of the room that it goes to, the first being 1. A room with
       little in it, such as a title, takes more, or it would be a file of its own. -->
  <xsl:function name="ed:rooms" as="xs:integer*">
    <xsl:param name="sizes" as="xs:integer*"/>
    <xsl:iterate select="$sizes">
      <xsl:param name="room" as="xs:integer" select="1"/>
      <xsl:param name="filled" as="xs:integer" select="0"/>
      <xsl:variable name="fits" as="xs:boolean"
          select="
        $filled le xs:integer($largest) idiv 4 or $filled + . le xs:integer($largest)"/>
      <xsl:variable name="next" as="xs:integer" select="if ($fits) then $room else $room + 1"/>
      <xsl:sequence select="$next"/>
      <xsl:next-iteration>
        <xsl:with-param name="room" select="$next"/>
        <xsl:with-param name="filled" select="if ($fits) then $filled + . else ."/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Return whether a node is a part of the outline, a row of entries or notes, or a block that
       has nothing but blocks in it, as lists of persons have. -->
  <xsl:function name="ed:may-part" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/(self::section | self::aside | self::ol[parent::aside]
      | self::ol[parent::section] | self::blockquote[not(text()[normalize-space()])]
      | self::div[*][not(text()[normalize-space()] or span or a)]))"/>
  </xsl:function>

  <!-- Return the size of a node: its letters, and for each element what its tags take. -->
  <xsl:function name="ed:size" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string-length($node) + 40 * count($node/descendant-or-self::*)"/>
  </xsl:function>
</xsl:transform>
