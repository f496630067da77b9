<?xml version="1.0" encoding="UTF-8"?>
<!-- Language tags (BCP 47) as a page may bear them, and the direction in which languages are written. -->
<xsl:transform version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="https://recensio.org/ns/functions"
    exclude-result-prefixes="#all">

  <!-- Pairs of a tag of two letters and the codes of ISO 639-2 that mean the same: a tag is to be
       as short as it can (BCP 47, 2.2.1), and browsers know only those. -->
  <xsl:variable name="ed:short-languages" as="map(xs:string, xs:string)" select="map:merge(
    tokenize('aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze
      ba:bak be:bel bg:bul bh:bih bi:bis bm:bam bn:ben bo:bod,tib br:bre bs:bos ca:cat ce:che
      ch:cha co:cos cr:cre cs:ces,cze cu:chu cv:chv cy:cym,wel da:dan de:deu,ger dv:div dz:dzo
      ee:ewe el:ell,gre en:eng eo:epo es:spa et:est eu:eus,baq fa:fas,per ff:ful fi:fin fj:fij
      fo:fao fr:fra,fre fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin
      ho:hmo hr:hrv ht:hat hu:hun hy:hye,arm hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk
      io:ido is:isl,ice it:ita iu:iku ja:jpn jv:jav ka:kat,geo kg:kon ki:kik kj:kua kk:kaz kl:kal
      km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim
      ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri,mao mk:mkd,mac ml:mal mn:mon mr:mar
      ms:msa,may mt:mlt my:mya,bur na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld,dut nn:nno no:nor
      nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por
      qu:que rm:roh rn:run ro:ron,rum ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin
      sk:slk,slo sl:slv sm:smo sn:sna so:som sq:sqi,alb sr:srp ss:ssw st:sot su:sun sv:swe sw:swa
      ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi
      ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor
      za:zha zh:zho,chi zu:zul sh:hbs')
      ! (for $long in tokenize(substring-after(., ':'), ',')
        return map:entry($long, substring-before(., ':'))))"/>

  <xsl:variable name="ed:languages-of-two-letters" as="map(xs:string, xs:boolean)"
      select="map:merge(map:keys($ed:short-languages) ! map:entry($ed:short-languages(.), true()),
        map { 'duplicates': 'use-first' })"/>

  <!-- Scripts (ISO 15924). -->
  <xsl:variable name="ed:scripts" as="xs:string*" select="tokenize('adlm aghb ahom arab aran armi
    armn avst bali bamu bass batk beng bhks bopo brah brai bugi buhd cakm cans cari cham cher chrs
    copt cpmn cprt cyrl cyrs deva dogr dsrt dupl egyd egyh egyp elba elym ethi geok geor glag gong
    gonm goth gran grek gujr guru hang hani hano hans hant hatr hebr hira hluw hmng hmnp hrkt hung
    ital jamo java jpan kali kana khar khmr khoj kits knda kore kthi lana laoo latf latg latn lepc
    limb lina linb lisu lyci lydi mahj maka mand mani marc maya medf mend merc mero mlym modi mong
    mroo mtei mult mymr nand narb nbat newa nkoo nshu ogam olck orkh orya osge osma ougr palm pauc
    perm phag phli phlp phnx plrd prti rjng rohg runr samr sarb saur sgnw shaw shrd sidd sind sinh
    sogd sogo sora soyo sund sylo syrc syre syrj syrn tagb takr tale talu taml tang tavt telu teng
    tfng tglg thaa thai tibt tirh tnsa toto ugar vaii wara wcho xpeo xsux yezi yiii zanb zinh zmth
    zsye zsym zxxx zyyy zzzz')"/>

  <!-- Languages and scripts written from right to left. -->
  <xsl:variable name="ed:leftward-languages" as="xs:string*" select="tokenize(
    'ar arc arz ckb dv fa hbo he iw ji mzn nqo phn pnb prs ps sam sd syc syr ug ur yi')"/>
  <xsl:variable name="ed:leftward-scripts" as="xs:string*" select="tokenize(
    'arab aran armi hebr mand nkoo phnx samr syrc syre syrj syrn thaa')"/>

  <!-- Return a tag that a browser knows: the language as short as it can be (of el-grc its second
       part, BCP 47, 2.2.2), its script, region and private part; nothing if no language is named. -->
  <xsl:function name="ed:tag" as="xs:string?">
    <xsl:param name="given" as="xs:string"/>
    <xsl:variable name="private" as="xs:string" select="
      analyze-string($given, '-x(-[A-Za-z0-9]{1,8})+$')/*:match => string()"/>
    <xsl:variable name="parts" as="xs:string*" select="
      tokenize(substring($given, 1, string-length($given) - string-length($private)), '-')"/>
    <xsl:variable name="language" as="xs:string?" select="(
      $parts[2][matches(., '^[a-z]{3}$')], ed:primary(lower-case($parts[1])))[1]"/>
    <xsl:variable name="script" as="xs:string?"
        select="$parts[position() = (2, 3)][lower-case(.) = $ed:scripts][1]"/>
    <xsl:variable name="region" as="xs:string?"
        select="$parts[position() = (2, 3, 4)][matches(., '^[A-Z]{2}$|^\d{3}$')][1]"/>
    <xsl:sequence select="$language ! string-join((., $script, $region), '-') || $private"/>
  </xsl:function>

  <!-- Return the first part of a tag, nothing if no language is named so. -->
  <xsl:function name="ed:primary" as="xs:string?">
    <xsl:param name="part" as="xs:string?"/>
    <xsl:sequence select="($part ! $ed:short-languages(.),
      $part[$ed:languages-of-two-letters(.) or . = ('iw', 'ji') or matches(., '^[a-z]{3}$')])[1]"/>
  </xsl:function>

  <!-- Return whether a language is written from right to left. -->
  <xsl:function name="ed:is-leftward" as="xs:boolean">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="tags" as="xs:string*" select="tokenize(lower-case($language), '-')"/>
    <xsl:variable name="script" as="xs:string?"
        select="$tags[position() gt 1][string-length() eq 4][1]"/>
    <xsl:sequence select="if ($script) then $script = $ed:leftward-scripts
      else ($tags[1] ! $ed:short-languages(.), $tags[1])[1] = $ed:leftward-languages"/>
  </xsl:function>
</xsl:transform>
