"""Names of months and weekdays: English, German, French, Russian, Latin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ROMAN: Final = "i ii iii iv v vi vii viii ix x xi xii"
_LANGUAGES: Final = (
    "january february march april may june july august september october november december",
    "jan feb mar apr _ jun jul aug sept oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz apr mai juny july aug sep okt nov dez",
    "jenner hornung mrz _ may junius julius augustus 7ber 8ber 9ber 10ber",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv fevrier _ avr _ _ juil aout 7bre 8bre 9bre xbre",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "янв фев мар апр _ июн июл авг сент окт ноя дек",
    "_ февр _ _ _ _ _ _ сен _ нояб _",
    "ianuarii februarii martii aprilis maii iunii iulii augusti septembris octobris novembris"
    " decembris",
    "januarii februarij martij _ maji junii julii _ _ _ _ _",
    "ianuarius februarius martius _ maius iunius iulius _ _ _ _ _",
)
MONTHS: Final[Mapping[str, int]] = {
    name: number
    for names in _LANGUAGES
    for number, name in enumerate(names.split(), 1)
    if name != "_"
}
"""The number of a month by its name or abbreviation in small letters, without a full stop."""

ROMAN: Final[Mapping[str, int]] = {name: number for number, name in enumerate(_ROMAN.split(), 1)}
"""Months written as Roman numbers."""

WEEKDAYS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr"
    " sa so lundi mardi mercredi jeudi vendredi samedi dimanche понедельник вторник среда четверг"
    " пятница суббота воскресенье"
)
FILLERS: Final = WEEKDAYS | _words(
    "the of on in den dem der am im vom le la du ce die anno год года году г a d ad st nd rd th er"
    " ten te го е я"
)
"""Words that may stand in a date and say nothing of the day."""

SIGNALS: Final = _words(
    "before after about around circa ca c until till since between early late mid end beginning"
    " spring summer autumn winter vor nach um etwa gegen bis seit zwischen anfang mitte ende"
    " frühling frühjahr sommer herbst avant après vers environ depuis entre début fin до после"
    " около между"
    " не ранее позднее начало конец середина style styled os ns stil stils stile styli stilo alten"
    " neuen ст ст.ст julian gregorian iulian idus id kal kalendas kalendis nonas nonis non"
    " pridie prid easter ostern pâques feast eve postmark poststempel recte error irrig falsch"
    " vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor"
    " thermidor fructidor century jahrhundert siècle век regni reign or oder ou или"
)
"""Words after which a date is not simply what its numbers say."""
