<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates in the words of the reader's language, from Extended Date/Time Format (ISO 8601-2). -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="https://recensio.org/ns/functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Return the date of an element by its attributes, as tei/registers.py does; none if it has
       no date. -->
  <xsl:function name="ed:edtf" as="xs:string?">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="when" as="xs:string?" select="($dated/@when-custom
      [../@datingMethod = 'https://www.loc.gov/standards/datetime/'], $dated/@when,
      $dated/@when-iso)[1]"/>
    <xsl:sequence select="if ($when) then $when
      else if ($dated/(@from, @to)) then string-join(($dated/(@from, '..')[1], $dated/(@to, '..')[1]), '/')
      else if ($dated/(@notBefore, @notAfter)) then
        '[' || $dated/@notBefore || '..' || $dated/@notAfter || ']'
      else ()"/>
  </xsl:function>

  <!-- Return a date in words, marked up for machines where HTML has a form for it. -->
  <xsl:function name="ed:time" as="element()">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="is-time" as="xs:boolean" select="
      matches($date, '^\d{4}(-\d\d){0,2}$') and not(starts-with($date, '0000'))
      and substring($date || '-01-01', 1, 10) castable as xs:date"/>
    <xsl:element name="{if ($is-time) then 'time' else 'span'}">
      <xsl:attribute name="class" select="'date'"/>
      <xsl:if test="$is-time"><xsl:attribute name="datetime" select="$date"/></xsl:if>
      <xsl:value-of select="$words"/>
    </xsl:element>
  </xsl:function>

  <!-- Return a date in words. -->
  <xsl:function name="ed:date-words" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="ends" as="xs:string*" select="tokenize($date, '/')"/>
    <xsl:variable name="inside" as="xs:string" select="replace($date, '^[\[{](.*)[\]}]$', '$1')"/>
    <xsl:sequence select="
      if (matches($date, '^\[.*\.\..*\]$')) then
        ed:bounded(substring-before($inside, '..'), substring-after($inside, '..'))
      else if ($inside ne $date) then string-join(tokenize($inside, ',|\.\.')[.] ! ed:one-date(.),
        ed:say(if (starts-with($date, '[')) then 'date.or' else 'date.and'))
      else if (count($ends) eq 2) then ed:interval($ends[1], $ends[2])
      else ed:one-date($date)"/>
  </xsl:function>

  <!-- Return in words a time that lasts from one date to another; either may be open. -->
  <xsl:function name="ed:interval" as="xs:string">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="last" as="xs:string"/>
    <xsl:variable name="is-open" as="xs:boolean*" select="($first, $last) ! (. = ('', '..'))"/>
    <xsl:variable name="days" as="xs:string*" select="($first, $last)[matches(., '^\d{4}-\d\d-\d\d$')]"/>
    <xsl:sequence select="
      if ($is-open[1]) then ed:say('date.until', ed:date-of($last))
      else if ($is-open[2]) then ed:say('date.since', ed:date-of($first))
      else if (count($days) eq 2 and substring($first, 1, 8) eq substring($last, 1, 8)) then
        ed:day-words(ed:say('date.days', ($first, $last) ! ed:day-number(substring(., 9))), $first)
      else string-join(($first, $last) ! ed:one-date(.), if (exists($days)) then ' – ' else '–')"/>
  </xsl:function>

  <!-- Return in words one date that lies between two, either of which may be unknown. -->
  <xsl:function name="ed:bounded" as="xs:string">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="last" as="xs:string"/>
    <xsl:sequence select="
      if (not($first)) then ed:say('date.by', ed:date-of($last))
      else if (not($last)) then ed:say('date.not-before', ed:date-of($first))
      else if (matches($first, '^\d{4}-\d\d-\d\d$') and matches($last, '^\d{4}-\d\d-\d\d$')
        and substring($first, 1, 8) eq substring($last, 1, 8)) then ed:say('date.between-days',
          (($first, $last) ! ed:day-number(substring(., 9)),
          ed:listed('date.months-of', xs:integer(substring($first, 6, 2))), ed:year($first)))
      else ed:say('date.between', ($first, $last) ! ed:date-of(.))"/>
  </xsl:function>

  <!-- Return a date as it stands in a phrase, after a word such as "between". -->
  <xsl:function name="ed:date-of" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
      if (matches($date, '^-?\d{4}-\d\d-\d\d')) then ed:say('date.the-day', ed:one-date($date))
      else ed:qualified($date, '-of')"/>
  </xsl:function>

  <!-- Return in words a single date: a day, a month, a season, a year, a decade. -->
  <xsl:function name="ed:one-date" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="ed:qualified($date, '')"/>
  </xsl:function>

  <!-- Return a date in words with what makes it uncertain (~ about, ? doubtful, % both). -->
  <xsl:function name="ed:qualified" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="form" as="xs:string"/>
    <xsl:variable name="is-about" as="xs:boolean" select="matches($date, '[~%]')"/>
    <xsl:variable name="plain" as="xs:string"
        select="ed:plain-date(replace(translate($date, '~?%', ''), 'T.*$|-XX', ''),
          if ($is-about) then '-of' else $form)"/>
    <xsl:variable name="about" as="xs:string"
        select="if ($is-about) then ed:say('date.about', $plain) else $plain"/>
    <xsl:sequence select="
      if (matches($date, '[?%]')) then ed:say('date.doubtful', $about) else $about"/>
  </xsl:function>

  <!-- Return a date without qualifiers in words; as it is written if it cannot be read. -->
  <xsl:function name="ed:plain-date" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:param name="form" as="xs:string"/>
    <xsl:variable name="month" as="xs:integer" select="
      if (matches($date, '^-?\d{4}-\d\d')) then xs:integer(replace($date, '^-?\d{4}-(\d\d).*$', '$1'))
      else 0"/>
    <xsl:sequence select="
      if (matches($date, '^-?\d{4}-\d\d-\d\d$') and $month = 1 to 12) then
        ed:day-words(ed:day-number(substring($date, string-length($date) - 1)), $date)
      else if (matches($date, '^-?\d{4}-\d\d$') and $month = 1 to 12) then
        ed:listed('date.months' || $form, $month) || ' ' || ed:year($date)
      else if (matches($date, '^-?\d{4}-2[1-4]$')) then
        ed:listed('date.seasons' || $form, $month - 20) || ' ' || ed:year($date)
      else if (matches($date, '^-?\d{4}$')) then ed:year($date)
      else if (matches($date, '^\d{3}X$')) then ed:say('date.decade', translate($date, 'X', '0'))
      else if (matches($date, '^\d\dXX$')) then translate($date, 'X', '0') || '–' || translate($date, 'X', '9')
      else $date"/>
  </xsl:function>

  <!-- Return a day, or days, with the month and year of a date. -->
  <xsl:function name="ed:day-words" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="month" as="xs:integer"
        select="xs:integer(replace($date, '^-?\d{4}-(\d\d).*$', '$1'))"/>
    <xsl:sequence
        select="ed:say('date.day', ($day, ed:listed('date.months-of', $month), ed:year($date)))"/>
  </xsl:function>

  <xsl:function name="ed:day-number" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence
        select="if ($day eq '01') then ed:say('date.first') else string(xs:integer($day))"/>
  </xsl:function>

  <!-- Return the year of a date; the year 0 is 1 BC. -->
  <xsl:function name="ed:year" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="year" as="xs:integer" select="xs:integer(replace($date, '^(-?\d{4}).*$', '$1'))"/>
    <xsl:sequence select="if ($year gt 0) then string($year) else ed:say('date.bc', 1 - $year)"/>
  </xsl:function>

  <!-- Return a word of a list of words by its number. -->
  <xsl:function name="ed:listed" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="tokenize(ed:say($key))[$number]"/>
  </xsl:function>
</xsl:transform>
