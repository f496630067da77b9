<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode described: what a register says of an entry beside its name: facts, then prose. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="described" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <xsl:template match="person | personGrp | org | place | event | bibl | biblStruct" as="element()*"
      mode="described">
    <xsl:variable name="rows" as="element()*">
      <xsl:call-template name="variants"/>
      <xsl:sequence select="self::event/ed:edtf(.) ! ed:row('date', ed:time(., ed:date-words(.)))"/>
      <xsl:for-each-group group-by="local-name()" select="birth | death | floruit
          | occupation | residence | affiliation | education | nationality | faith | location
          | author | editor | date | pubPlace | publisher">
        <xsl:variable name="told" as="element()*">
          <xsl:apply-templates select="current-group()" mode="#current"/>
        </xsl:variable>
        <xsl:if test="exists($told)">
          <xsl:sequence select="ed:row(current-grouping-key(), $told)"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="exists($rows)"><dl class="facts"><xsl:sequence select="$rows"/></dl></xsl:if>
    <xsl:apply-templates select="note | desc | trait | state | p | ab" mode="#current"/>
  </xsl:template>

  <xsl:template name="variants" as="element()?">
    <xsl:variable name="names" as="xs:string*" select="distinct-values(ed:names(.)
      [not(ed:is-label(.))][not(matches(., '^https?://'))] ! normalize-space())"/>
    <xsl:if test="exists($names)">
      <xsl:sequence select="ed:row('names', ed:told(string-join($names, '; ')))"/>
    </xsl:if>
  </xsl:template>

  <!-- A date of a life: what the register says in words, else the date that it gives, and where. -->
  <xsl:template match="birth | death | floruit" as="element()?" mode="described">
    <xsl:variable name="date" as="xs:string?" select="(ed:edtf(.), date/ed:edtf(.))[1]"/>
    <xsl:variable name="place" as="xs:string?" select="
      (placeName, settlement/placeName, settlement, country)[1]/normalize-space()"/>
    <xsl:variable name="words" as="xs:string" select="
      if (exists($date) and (exists($place) or exists(date) or not(normalize-space()))) then
        ed:date-words($date) else normalize-space()"/>
    <xsl:variable name="plain" as="xs:boolean"
        select="empty($date) and exists($place) and $words eq $place"/>
    <xsl:if test="$words">
      <dd>
        <xsl:sequence select="if ($date) then ed:time($date, $words) else $words"/>
        <xsl:value-of select="(', ' || $place)[exists($place)][not($plain)]"/>
        <xsl:value-of select="(' (' || ed:say('registers.unsure') || ')')[current()/@cert = 'low']"/>
      </dd>
    </xsl:if>
  </xsl:template>

  <xsl:template match="date" as="element()" mode="described">
    <xsl:variable name="date" as="xs:string?" select="ed:edtf(.)"/>
    <dd>
      <xsl:sequence select="
        if ($date) then ed:time($date, (normalize-space()[.], ed:date-words($date))[1])
        else normalize-space()"/>
    </dd>
  </xsl:template>

  <!-- In what a place lies; its own coordinates are told apart from it. -->
  <xsl:template match="location" as="element()?" mode="described">
    <xsl:variable name="words" as="xs:string"
        select="normalize-space(string-join(* except (geo, idno), ', '))"/>
    <xsl:if test="$words"><dd><xsl:value-of select="$words"/></dd></xsl:if>
  </xsl:template>

  <xsl:template match="occupation | residence | affiliation | education | nationality | faith
      | author | editor | publisher | pubPlace" as="element()?" mode="described">
    <xsl:if test="normalize-space()">
      <dd><xsl:apply-templates mode="text"/></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note | desc | trait | state | p | ab" as="element()" mode="described">
    <div class="{local-name(), @type}"><xsl:apply-templates mode="text"/></div>
  </xsl:template>

  <!-- Return a row of facts: what is told, and the facts. -->
  <xsl:function name="ed:row" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="told" as="element()*"/>
    <div>
      <dt><xsl:value-of select="ed:say('fact.' || $name)"/></dt>
      <xsl:sequence select="if ($told[self::*:dd]) then $told else ed:told($told)"/>
    </div>
  </xsl:function>

  <xsl:function name="ed:told" as="element()">
    <xsl:param name="fact" as="item()*"/>
    <dd><xsl:sequence select="$fact"/></dd>
  </xsl:function>

  <!-- Return the names of an entry. -->
  <xsl:function name="ed:names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(child::persName | orgName | placeName | title | label | eventName)"/>
  </xsl:function>

  <!-- Return whether an element is the name by which its entry is listed. -->
  <xsl:function name="ed:is-label" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="names" as="element()*" select="ed:names($name/..)"/>
    <xsl:sequence select="exists($names intersect $name) and
      $name is ($names[@type = ('canonical', 'main', 'full')], $names)[1]"/>
  </xsl:function>
</xsl:transform>
