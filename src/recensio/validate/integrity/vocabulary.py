"""Which attributes of TEI hold pointers, and what pointers of a kind should lead to.

The attributes are those whose datatype is teidata.pointer (TEI Guidelines, 1.4.2 Datatype
Macros), read off the declarations of tei_all; a test holds the list to it. @wit and the @from and
@to of an app are left out, since the apparatus rules read them, and so are names of namespaces,
which point at nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from recensio.tei.names import tei, tei_names


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


ANYWHERE: Final = _words(
    "ana calendar change copyOf corresp datcat datingMethod datingPoint decls domains edRef exclude"
    " facs hand inst lemmaRef next nymRef period prev ref rendition resp sameAs scriptRef scribe"
    " scribeRef select source spanTo synch target targetDatcat targetEnd toWhom unitRef url"
    " valueDatcat who mergedIn replyTo"
)
"""Pointers on whatever element bears them."""

NODES: Final = "eLeaf eTree iNode leaf node root triangle arc"
ON: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        name: tei_names(elements)
        for name, elements in {
            "active": "relation",
            "adj": NODES,
            "adjFrom": NODES,
            "adjTo": NODES,
            "children": NODES,
            "code": "occupation socecStatus",
            "end": "path",
            "fVal": "f",
            "feats": "fs",
            "follow": NODES,
            "from": "arc rt span",
            "fromUnit": "conversion",
            "given": "certainty precision respons",
            "mutual": "relation",
            "new": "handShift",
            "origin": "timeline",
            "parent": NODES,
            "parts": "nym",
            "passive": "relation",
            "perf": "move tech",
            "scheme": "catRef classCode keywords locus locusGrp occupation socecStatus",
            "since": "when",
            "start": "path",
            "to": "arc rt span",
            "toUnit": "conversion",
            "value": NODES,
            "where": "event move",
            "class": "msContents msItem msItemStruct",
        }.items()
    }
)
"""Pointers on some elements; elsewhere the attribute holds something else."""

NONE_ON: Final = tei_names(
    "anyElement attRef classRef classSpec constraintSpec content dataRef dataSpec defaultVal egXML"
    " elementRef elementSpec equiv macroRef macroSpec moduleRef moduleSpec schemaRef schemaSpec"
)
"""Elements of an ODD: what they point at are schemas."""

LEFT_ALONE: Final = _words(
    "wit xml:base name uri filter property defaultExceptions require except location"
)
"""Declared with the datatype, but no pointers of an edition: namespaces, formulae, ODD."""

PEOPLE: Final = tei_names(
    "persName forename surname author editor respStmt roleName addName genName nameLink"
)
PLACES: Final = tei_names("placeName settlement region country district bloc geogName")
KIND_OF_NAME: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(PEOPLE, "person"),
        **dict.fromkeys(PLACES, "place"),
        tei("orgName"): "org",
        tei("title"): "work",
        tei("eventName"): "event",
    }
)
TYPED: Final = (
    ("pers", "person"),
    ("place", "place"),
    ("ort", "place"),
    ("org", "org"),
    ("work", "work"),
    ("event", "event"),
)
"""What the @type of an rs or name says of its kind, by a part of the word."""

BIBLIOGRAPHIC: Final = tei_names("bibl biblStruct biblFull msDesc object")
RESPONSIBLE: Final = tei_names(
    "person personGrp org respStmt resp editor author name persName orgName principal change"
)
TARGETS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "person": tei_names("person personGrp"),
        "place": tei_names("place"),
        "org": tei_names("org"),
        "work": BIBLIOGRAPHIC,
        "event": tei_names("event"),
        "name": tei_names("person personGrp place org event") | BIBLIOGRAPHIC,
        "ref": tei_names("person personGrp place org event char glyph") | BIBLIOGRAPHIC,
        "hand": tei_names("handNote"),
        "scribe": tei_names("person handNote"),
        "scribeRef": tei_names("person"),
        "scriptRef": tei_names("scriptNote"),
        "who": tei_names("person personGrp role castItem"),
        "resp": RESPONSIBLE,
        "source": BIBLIOGRAPHIC | tei_names("witness"),
        "edRef": BIBLIOGRAPHIC | tei_names("witness edition"),
        "rendition": tei_names("rendition"),
        "ana": tei_names("interp category fs span"),
        "calendar": tei_names("calendar"),
        "period": tei_names("category"),
        "nymRef": tei_names("nym"),
        "scheme": tei_names("taxonomy"),
        "unitRef": tei_names("unitDef"),
    }
)
"""What the pointers of a kind lead to; where no such element has an identifier, they all lead out
of the edition. Kinds that are not named lead to anything."""

PASSAGES: Final = tei_names(
    "ab cb cell closer date div figure fw gap graphic head l lb lem lg lacunaEnd lacunaStart"
    " milestone opener p pb rdg s seg title w"
)
WRONG: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "hand": PASSAGES | tei_names("place event bibl biblStruct category"),
        "who": PASSAGES | tei_names("place event bibl biblStruct witness handNote category"),
        "resp": PASSAGES | tei_names("place event category handNote rendition"),
        "rendition": PASSAGES | tei_names("person place org event bibl witness handNote"),
        "facs": tei_names("person place org event bibl witness handNote category"),
        "person": tei_names("place event bibl biblStruct handNote category"),
        "place": tei_names("person personGrp bibl biblStruct witness handNote category"),
        "org": tei_names("bibl biblStruct event witness handNote category"),
        "work": tei_names("person personGrp place handNote category"),
    }
)
"""What pointers of a kind plainly cannot mean (TEI Guidelines, chapters 11, 12 and 14)."""

SHOULD_BE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "hand": "a handNote",
        "who": "a person, a group of persons or a role",
        "resp": "a person, an organisation or a statement of responsibility",
        "rendition": "a rendition",
        "facs": "a surface, a zone or a picture",
        "person": "a person",
        "place": "a place",
        "org": "an organisation",
        "work": "a work",
    }
)

SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
SCHEMES: Final = _words(
    "about acct ark bnf bolt cid ciam cts data dav dns doi examples feed file ftp ftps geo git"
    " gnd gopher handle hdl http https iiif imap info irc isbn issn jar javascript ldap lccn local"
    " magnet mailto mid news ni nntp oai oclc orcid pmid purl rtsp scp sftp sip sips sms ssh svn"
    " tag tel telnet urn view-source viaf wikidata ws wss xmldb xmpp"
)
"""Schemes that need no prefixDef: registered ones (RFC 7595), and those of libraries."""

MEDIA: Final = frozenset({"url", "facs"})
"""Pointers to pictures and sounds, which are seldom kept beside the text."""

TEXT_FILE: Final = re.compile(r"\.(xml|tei|odd|rng|sch|xsl|xslt)$", re.IGNORECASE)
ANY_FILE: Final = re.compile(
    r"\.(xml|tei|odd|rng|sch|xsl|xslt|jpe?g|png|gif|tiff?|svg|webp|jp2|pdf|mp3|mp4|wav|ogg|txt"
    r"|csv|json|css)$",
    re.IGNORECASE,
)


def kind_of(tag: str, attribute: str, said: str) -> str:
    """The kind of a pointer: for @ref what the name names, else the attribute.

    `said` is the @type of the element, which tells an rs of a person from one of a place.
    """
    if attribute != "ref":
        return attribute
    kind = KIND_OF_NAME.get(tag)
    if kind:
        return kind
    if tag not in (tei("rs"), tei("name")):
        return "ref"
    return next((kind for part, kind in TYPED if part in said.casefold()), "name")


def is_pointer(tag: str, attribute: str) -> bool:
    """Whether the attribute of this TEI element holds pointers."""
    if tag in NONE_ON:
        return False
    return attribute in ANYWHERE or tag in ON.get(attribute, ())
