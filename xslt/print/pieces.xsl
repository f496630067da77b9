<?xml version="1.0" encoding="UTF-8"?>
<!-- Pieces: what goes to the foot, cut at its spaces, so that a page may end within it. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:divided" as="xs:integer" select="400"/>
  <!-- Characters above which an entry is given in pieces too, `ed:piece` those of a piece: a line,
       and `ed:piece-of-block` those of a piece within a list or a quotation, which a cut shows. -->
  <xsl:variable name="ed:piece" as="xs:integer" select="68"/>
  <xsl:variable name="ed:piece-of-block" as="xs:integer" select="600"/>

  <xsl:variable name="ed:block-functions" as="xs:string" select="'^#(listed|hung|quoted|stanza|verse'
    || '|entry|caption|group|plain-line|centred|flush-right|direction|speaker|preformatted)\W'"/>

  <!-- A string, a function that is opened or called, a further argument, an end, a space. -->
  <xsl:variable name="ed:tokens" as="xs:string" select="replace(
    'STRING|#[a-z\-]+(\((STRING|\([^()]*\)|[^()&quot;])*\))?\[?|\]\[|\]|\s+|.', 'STRING',
    '#?&quot;[^&quot;\\\\]*(\\\\.[^&quot;\\\\]*)*&quot;')"/>

  <!-- Return the content of an entry as Typst: content, or if it is long a dictionary of its content
       and the pieces of it. What is open at a cut is closed and opened again. -->
  <xsl:function name="ed:pieces" as="xs:string">
    <xsl:param name="entry" as="xs:string"/>
    <xsl:sequence select="
      if (string-length($entry) le $ed:divided) then '[' || $entry || ']'
      else '(whole: [' || $entry || '], pieces: ('
        || string-join(ed:cut(ed:tokens($entry)) ! ('[' || . || '],')) || '))'"/>
  </xsl:function>

  <xsl:function name="ed:tokens" as="xs:string*">
    <xsl:param name="entry" as="xs:string"/>
    <xsl:analyze-string select="$entry" regex="{$ed:tokens}" flags="s">
      <xsl:matching-substring><xsl:sequence select="."/></xsl:matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="ed:cut" as="xs:string*">
    <xsl:param name="tokens" as="xs:string*"/>
    <xsl:iterate select="$tokens">
      <xsl:param name="open" as="xs:string*" select="()"/>
      <xsl:param name="piece" as="xs:string*" select="()"/>
      <xsl:param name="length" as="xs:integer" select="0"/>
      <xsl:on-completion select="string-join($piece)[normalize-space()]"/>
      <xsl:variable name="cut" as="xs:boolean"
          select="$length gt ed:least($open) and not(normalize-space())"/>
      <xsl:if test="$cut">
        <xsl:sequence select="string-join(($piece, $open ! ']'))"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="open" select="ed:open($open, .)"/>
        <xsl:with-param name="piece" select="if ($cut) then $open else ($piece, .)"/>
        <xsl:with-param name="length" select="if ($cut) then 0 else $length + ed:shown-length(.)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Return the functions that are open after a token, the outermost first. -->
  <xsl:function name="ed:open" as="xs:string*">
    <xsl:param name="open" as="xs:string*"/>
    <xsl:param name="token" as="xs:string"/>
    <xsl:sequence select="
      if ($token eq ']') then $open[position() lt last()]
      else if ($token eq '][') then ($open[position() lt last()], $open[last()] || '][')
      else if (matches($token, '^(#[^&quot;].*)?\[$', 's')) then ($open, $token)
      else $open"/>
  </xsl:function>

  <!-- Return how much a piece holds at the least; the row of a table is not cut. -->
  <xsl:function name="ed:least" as="xs:integer">
    <xsl:param name="open" as="xs:string*"/>
    <xsl:sequence select="
      if (some $each in $open satisfies starts-with($each, '#row')) then 1000000
      else if (some $each in $open satisfies matches($each, $ed:block-functions))
      then $ed:piece-of-block else $ed:piece"/>
  </xsl:function>

  <xsl:function name="ed:shown-length" as="xs:integer">
    <xsl:param name="token" as="xs:string"/>
    <xsl:sequence select="if (matches($token, '^#?&quot;')) then string-length($token) - 3 else 0"/>
  </xsl:function>
</xsl:transform>
