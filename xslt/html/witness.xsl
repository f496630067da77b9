<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode witness: the text of one witness (publish/critical/witnessed.py). What structures it goes
     through mode text; here stand the places where it departs, is silent, or lacks text. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="witness" visibility="public" on-no-match="fail" on-multiple-match="fail"
      use-accumulators="footnote paragraph line"/>

  <xsl:template match="document-node()" as="element()" mode="witness">
    <xsl:variable name="article" as="element()">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="ed:linked($article)"/>
  </xsl:template>

  <xsl:template match="in:witness" as="element()" mode="witness">
    <article class="witness {@colour}" data-witness="{@siglum}">
      <header class="title">
        <h1><xsl:value-of select="@title"/></h1>
        <p class="subtitle">
          <xsl:value-of select="ed:say('as-in')"/>
          <xsl:text> </xsl:text>
          <b class="siglum"><xsl:value-of select="@siglum"/></b>
          <xsl:if test="@label[. ne '' and . ne ../@siglum]">, <xsl:value-of select="@label"/></xsl:if>
        </p>
        <p class="scent">
          <xsl:value-of select="if (@departing eq '0') then ed:say('departs-not')
            else ed:count('departs', @departing),
            @silent[. ne '0'] ! ed:count('silences', .), @lacking[. ne '0'] ! ed:count('lacks', .)"
              separator=" · "/>
        </p>
        <p class="witness-note">
          <xsl:value-of select="ed:say(if (@statements eq 'true')
            then 'about.statements' else 'about.witness', @siglum)"/>
        </p>
      </header>
      <xsl:call-template name="witness-row">
        <xsl:with-param name="here" select="@siglum"/>
      </xsl:call-template>
      <div class="text">
        <xsl:sequence select="@xml:lang ! ed:language(.)"/>
        <xsl:apply-templates mode="text"/>
      </div>
    </article>
  </xsl:template>

  <!-- A heading that says again what the title of the page says is not seen a second time. -->
  <xsl:template match="in:witness//head[ed:repeats-title(.)]" as="element()" mode="text" priority="2">
    <div class="head" hidden="hidden"><xsl:apply-templates mode="#current"/></div>
  </xsl:template>

  <!-- A reading that is not the edition's, with the way to its entry. -->
  <xsl:template match="in:rd" as="element()+" mode="text">
    <xsl:variable name="is-block" as="xs:boolean" select="ed:holds-blocks(.)"/>
    <xsl:variable name="alone" as="xs:boolean" select="exists(ancestor::*[not(self::in:rd)][1]
      [self::in:witness or self::in:cell or self::text or self::front or self::body or self::back
        or self::group or self::div or self::div1 or self::div2 or self::div3 or self::div4
        or self::div5 or self::div6 or self::div7 or self::lg or self::sp or self::floatingText])"/>
    <xsl:element name="{if ($is-block) then 'div' else if ($alone) then 'p' else 'span'}">
      <xsl:attribute name="class" select="'departs', 'omits'[empty(current()/node())]"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="empty(node())">
        <i class="remark">
          <xsl:value-of select="($ed:words((@why, 'omits')[1]), @why)[1]"/>
        </i>
      </xsl:if>
      <xsl:call-template name="departure-mark"/>
    </xsl:element>
  </xsl:template>

  <!-- A place of which the witness says nothing. -->
  <xsl:template match="in:silent" as="element()" mode="text">
    <span class="departs omits">
      <i class="remark"><xsl:value-of select="ed:say('silent')"/></i>
      <xsl:call-template name="departure-mark"/>
    </span>
  </xsl:template>

  <xsl:template match="in:gap" as="node()+" mode="text">
    <span class="{if (@kind ne '') then 'lacuna' else 'gap'}"><xsl:value-of select="."/></span>
    <xsl:if test="@kind ne ''">
      <i class="remark"><xsl:value-of select="ed:say(@kind)"/></i>
    </xsl:if>
  </xsl:template>

  <!-- What lacks is a block of its own, or several. -->
  <xsl:template match="in:lacking" as="element()" mode="text">
    <p class="lacking"><xsl:apply-templates mode="#current"/></p>
  </xsl:template>

  <xsl:template match="in:break" as="element()" mode="text"><span class="break"/></xsl:template>

  <xsl:template match="in:line" as="node()" mode="text">
    <xsl:choose>
      <xsl:when test="ancestor::ab | ancestor::l | ancestor::head | ancestor::titlePage"><br/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of an entry, with what the edition reads there. -->
  <xsl:template name="departure-mark" as="element()">
    <xsl:variable name="says" as="xs:string"
        select="if (@edition eq '') then ed:say('edition-nothing') else ed:say('edition-reads', @edition)"/>
    <xsl:element name="{if (@href eq '') then 'span' else 'a'}">
      <xsl:attribute name="class" select="'mark'"/>
      <xsl:if test="@href ne ''">
        <xsl:attribute name="href" select="$to-site || @href"/>
        <xsl:attribute name="aria-label" select="ed:say('entry-number', @n) || ': ' || $says"/>
      </xsl:if>
      <xsl:value-of select="@n"/>
    </xsl:element>
  </xsl:template>
</xsl:transform>
