<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode text, continued: what the source has and what the editor makes of it (TEI Guidelines, 3.5
     and 12.3). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- What the source and the editor have for one another, in their order, the second in brackets.
       Which of them a reader sees can be switched (scripts/elements.js). -->
  <xsl:template match="choice" as="element()" mode="text">
    <span class="choice">
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="*" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="choice/*" as="element()" mode="text">
    <xsl:variable name="later" as="xs:boolean" select="exists(preceding-sibling::*)"/>
    <span class="{local-name(), ed:whose-form(.)}">
      <xsl:call-template name="attributes"/>
      <xsl:if test="$later"><span class="around"> [</span></xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="$later"><span class="around">]</span></xsl:if>
    </span>
  </xsl:template>

  <!-- The switch between the forms of the source and those of the editor, unseen without scripts. -->
  <xsl:template name="switches" as="element()?">
    <xsl:if test="text//choice/*[ed:whose-form(.)]">
      <div class="switches" hidden="hidden" data-switch="forms" role="group"
          aria-label="{ed:say('forms')}">
        <xsl:for-each select="'both', 'source', 'edited'">
          <button type="button" value="{.}" aria-pressed="{. eq 'both'}">
            <xsl:value-of select="ed:say('forms.' || .)"/>
          </button>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Return whose form of a choice an element is, as a class; nothing if neither's. -->
  <xsl:function name="ed:whose-form" as="xs:string?">
    <xsl:param name="form" as="element()"/>
    <xsl:sequence select="if ($form/(self::sic | self::orig | self::abbr | self::am)) then 'of-source'
      else if ($form/(self::corr | self::reg | self::expan | self::ex)) then 'of-editor' else ()"/>
  </xsl:function>

  <xsl:template match="del | add" as="element()" mode="text">
    <xsl:variable name="place" as="xs:string?"
        select="self::add/@place ! tokenize(.)[. = $ed:places-of-additions][1]"/>
    <xsl:element name="{if (self::del) then 'del' else 'ins'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:if test="$place">
        <xsl:attribute name="title" select="ed:say('added.' || $place)"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:variable name="ed:places-of-additions" as="xs:string+"
      select="'above', 'below', 'margin', 'inline', 'top', 'bottom', 'overleaf', 'opposite', 'end'"/>

  <!-- What is missing or left empty: its extent and the reason in words. -->
  <xsl:template match="gap" as="element()" mode="text">
    <xsl:variable name="said" as="xs:string" select="string-join((ed:extent(.),
      @reason ! ed:reason(.), (desc, certainty/desc) ! normalize-space()), ', ')"/>
    <span class="gap">
      <xsl:call-template name="attributes"/>
      <xsl:if test="$said">
        <xsl:attribute name="title" select="$said"/>
      </xsl:if>
      <xsl:text>[…]</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="space" as="element()" mode="text">
    <span class="space">
      <xsl:call-template name="attributes"/>
      <xsl:text> </xsl:text>
    </span>
  </xsl:template>

  <!-- Return the extent of a gap: a count of letters, words or lines in words, else as it is said. -->
  <xsl:function name="ed:extent" as="xs:string?">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="unit" as="xs:string"
        select="replace(lower-case($gap/@unit), '^char(acter)?s?$', 'letter') => replace('s$', '')"/>
    <xsl:variable name="number" as="xs:string" select="string(($gap/@quantity, $gap/@extent)[1])"/>
    <xsl:sequence select="
      if ($number castable as xs:integer and $unit = ('letter', 'word', 'line', 'page', 'leaf'))
      then ed:count('gap.' || $unit, xs:integer($number))
      else string-join(($gap/@extent, $gap[not(@extent)]/@quantity, $gap/@unit), ' ')[.]"/>
  </xsl:function>

  <!-- Return a reason in words; one that is not known as it is written. -->
  <xsl:function name="ed:reason" as="xs:string">
    <xsl:param name="reason" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="'reason.' || lower-case($reason)"/>
    <xsl:sequence select="if (exists($ed:words($key))) then ed:say($key) else $reason"/>
  </xsl:function>

  <xsl:template match="supplied | surplus" as="element()" mode="text">
    <span class="{local-name()}">
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="@reason">
        <xsl:attribute name="title" select="ed:reason(.)"/>
      </xsl:for-each>
      <xsl:value-of select="if (self::supplied) then '⟨' else '{'"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:value-of select="if (self::supplied) then '⟩' else '}'"/>
    </span>
  </xsl:template>

  <xsl:template match="unclear | damage" as="element()" mode="text" priority="1">
    <xsl:element name="{if (ed:holds-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="class"/>
      <xsl:call-template name="attributes"/>
      <xsl:for-each select="(@reason, @agent)[1]">
        <xsl:attribute name="title" select="ed:reason(.)"/>
      </xsl:for-each>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
