"""What the registers of an edition and its texts say of each other, as small trees for the site.

Read it in this order: passages.py reads a document once and finds the names and dates in it;
mentioned.py makes of them the index of all texts; registers.py puts it beside the registers.
listing.py, entries.py, chronology.py, calendar.py and network.py make the trees of the pages from
it, which modes of xslt/html draw: listing, record, chronology, calendar, network.
"""

from recensio.publish.registers.calendar import (
    calendar,
    dates,
    dates_by_year,
    has_calendar,
    has_dates,
)
from recensio.publish.registers.chronology import chronology
from recensio.publish.registers.entries import entry_tree
from recensio.publish.registers.listing import listing, overview
from recensio.publish.registers.network import has_network, network
from recensio.publish.registers.registers import Registers, filled_kinds, registers_of
from recensio.publish.registers.statements import has_happenings

__all__ = [
    "Registers",
    "calendar",
    "chronology",
    "dates",
    "dates_by_year",
    "entry_tree",
    "filled_kinds",
    "has_calendar",
    "has_dates",
    "has_happenings",
    "has_network",
    "listing",
    "network",
    "overview",
    "registers_of",
]
