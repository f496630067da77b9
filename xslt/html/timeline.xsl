<?xml version="1.0" encoding="UTF-8"?>
<!-- Mode timeline: panels of a chronology, each event a figure in SVG whose places are percents of
     its width; letters keep their size on every page. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:in="https://recensio.org/ns/edition"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <xsl:mode name="timeline" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="in:panel" as="element()" mode="timeline">
    <section class="period" aria-labelledby=":panel-{position()}">
      <h2 id=":panel-{position()}">
        <xsl:value-of select="if (@long) then ed:say('chronology.long') else string(@years)"/>
      </h2>
      <div class="axis" aria-hidden="true"><figure class="chart">
        <svg xmlns="http://www.w3.org/2000/svg" width="100%" height="22" fill="currentColor"
            font-size="11">
          <xsl:apply-templates select="in:tick" mode="#current"/>
        </svg>
      </figure></div>
      <xsl:apply-templates select="in:lane" mode="#current"/>
    </section>
  </xsl:template>

  <!-- Every second label of a crowded axis is left out, and the last if it would not fit. -->
  <xsl:template match="in:tick" as="element()*" mode="timeline">
    <xsl:variable name="every" as="xs:integer" select="if (count(../in:tick) gt 7) then 2 else 1"/>
    <line xmlns="http://www.w3.org/2000/svg" class="tick" x1="{@x}%" x2="{@x}%" y1="4" y2="22"/>
    <xsl:if test="position() mod $every eq 1 mod $every and number(@x) lt 95">
      <text xmlns="http://www.w3.org/2000/svg" x="{@x}%" dx="4" y="14">
        <xsl:value-of select="ed:tick-words(@date)"/>
      </text>
    </xsl:if>
  </xsl:template>

  <!-- Return the month of a tick, cut short; its year if it marks one. -->
  <xsl:function name="ed:tick-words" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
      if (matches($date, '^-?\d{4}$')) then ed:year($date)
      else substring(ed:listed('date.months', xs:integer(substring($date,
        string-length($date) - 1))), 1, 3)"/>
  </xsl:function>

  <xsl:template match="in:lane" as="element()" mode="timeline">
    <xsl:variable name="height" as="xs:integer" select="30 * count(in:row) + 2"/>
    <div class="lane"><figure class="chart">
      <figcaption><xsl:sequence select="ed:event-words(.)"/></figcaption>
      <svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{$height}" role="img"
          aria-label="{string-join(in:row ! ed:row-words(.), '; ')}">
        <xsl:for-each select="../in:tick">
          <line class="tick" x1="{@x}%" x2="{@x}%" y1="0" y2="{$height}"/>
        </xsl:for-each>
        <xsl:if test="@gap">
          <line class="joins" x1="{ed:middle(in:row[1])}%" y1="21"
              x2="{ed:middle(in:row[last()])}%" y2="{30 * count(in:row) - 9}"/>
        </xsl:if>
        <xsl:for-each select="in:row">
          <g transform="translate(0 {30 * (position() - 1)})">
            <xsl:apply-templates select="." mode="#current"/>
          </g>
        </xsl:for-each>
      </svg>
    </figure></div>
  </xsl:template>

  <xsl:template match="in:row" as="element()+" mode="timeline">
    <xsl:variable name="middle" as="xs:double" select="ed:middle(.)"/>
    <xsl:variable name="place" as="xs:string+" select="ed:text-place(., $middle)"/>
    <text xmlns="http://www.w3.org/2000/svg" class="told" y="12" x="{$place[1]}%"
        text-anchor="{$place[2]}">
      <tspan class="sigla"><xsl:value-of select="ed:teller(.)"/></tspan>
      <xsl:text> </xsl:text>
      <tspan><xsl:value-of select="ed:date-words(@date)"/></tspan>
    </text>
    <xsl:sequence select="ed:drawn-date(., $middle)"/>
  </xsl:template>

  <!-- Return the mark of a date: a dot for a day, a bar for longer, a broken bar for a day within. -->
  <xsl:function name="ed:drawn-date" as="element()">
    <xsl:param name="row" as="element(in:row)"/>
    <xsl:param name="middle" as="xs:double"/>
    <xsl:choose>
      <xsl:when test="$row/@form eq 'day'">
        <circle xmlns="http://www.w3.org/2000/svg" cx="{$middle}%" cy="21" r="4.5"
            fill="{if ($row/@source eq 'register') then 'none' else 'currentColor'}"
            stroke="currentColor" stroke-width="1.5"/>
      </xsl:when>
      <xsl:otherwise>
        <line xmlns="http://www.w3.org/2000/svg" x1="{$row/@left}%" x2="{$row/@right}%" y1="21"
            y2="21" stroke="currentColor"
            stroke-width="{if ($row/@source eq 'register') then 2 else 6}">
          <xsl:if test="$row/@form eq 'within'">
            <xsl:attribute name="stroke-dasharray" select="'3 3'"/>
          </xsl:if>
        </line>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Return where the words of a date stand, in percent, and from where they run: at its mark, but
       inside a figure of 300 pixels, which is that of a telephone. -->
  <xsl:function name="ed:text-place" as="xs:string+">
    <xsl:param name="row" as="element(in:row)"/>
    <xsl:param name="middle" as="xs:double"/>
    <xsl:variable name="share" as="xs:double" select="2.1 * string-length(ed:row-words($row))"/>
    <xsl:sequence select="
      if ($middle lt 34) then
        if ($row/@left + $share le 100) then (string($row/@left), 'start') else ('0', 'start')
      else if ($middle gt 66) then
        if ($row/@right - $share ge 0) then (string($row/@right), 'end') else ('100', 'end')
      else if ($middle lt $share div 2) then ('0', 'start')
      else if (100 - $middle lt $share div 2) then ('100', 'end')
      else (string($middle), 'middle')"/>
  </xsl:function>

  <xsl:function name="ed:middle" as="xs:double">
    <xsl:param name="row" as="element(in:row)"/>
    <xsl:sequence select="round((number($row/@left) + number($row/@right)) div 2, 2)"/>
  </xsl:function>

  <xsl:function name="ed:row-words" as="xs:string">
    <xsl:param name="row" as="element(in:row)"/>
    <xsl:sequence select="ed:teller($row) || ': ' || ed:date-words($row/@date)"/>
  </xsl:function>

  <!-- Return who gives a date: sigla, the text, or the register. -->
  <xsl:function name="ed:teller" as="xs:string">
    <xsl:param name="row" as="element()"/>
    <xsl:sequence select="
      string-join((if ($row/@source eq 'witnesses') then
          $row/(@sigla, string-join(in:by/@siglum, ' '))[1]
        else ed:say('chronology.' || $row/@source),
        ed:say('chronology.register')[$row/@register and $row/@source ne 'register']), ' · ')"/>
  </xsl:function>

  <!-- Return what an event is called, where it is read, and by how much its dates differ. -->
  <xsl:function name="ed:event-words" as="node()+">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="entry" as="element(in:entry)?" select="$event/in:entry"/>
    <xsl:choose>
      <xsl:when test="$entry and $entry/@href eq $event/@href">
        <xsl:value-of select="$entry/@before"/>
        <a href="{$event/@href}"><xsl:value-of select="($event/@title[. ne ''], '…')[1]"/></a>
        <xsl:value-of select="$entry/@after"/>
      </xsl:when>
      <xsl:otherwise>
        <a href="{$event/@href}"><xsl:value-of select="$event/@title"/></a>
        <xsl:if test="$entry">
          <xsl:text> (</xsl:text>
          <a href="{$entry/@href}">
            <xsl:value-of select="ed:say('chronology.entry', ($entry/@number, $entry/@document))"/>
          </a>
          <xsl:text>)</xsl:text>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$event/@gap">
      <xsl:text> </xsl:text>
      <span class="apart">
        <xsl:value-of select="if ($event/@exact)
          then ed:count('chronology.days-apart', $event/@gap) else ed:say('chronology.differ')"/>
      </span>
    </xsl:if>
  </xsl:function>
</xsl:transform>
