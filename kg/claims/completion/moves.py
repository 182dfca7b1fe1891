"""Day, venue and price of a share's move that is known, and what else is told beside a value.

The move of a share is of the day that is named with it, else of the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.constructions.prices import is_next, is_target, priced
from kg.claims.constructions.stretches import stretch
from kg.claims.qualifiers import plain_number
from kg.claims.venues import venue_name

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_UNITS = "Tag|Handelstag|Börsentag|Sitzung|Woche|Monat|Quartal|Jahr"
#: "seit Jahresbeginn", "binnen einer Woche", "in drei Jahren", "auf Sicht von zwölf Monaten"
_DURATION = re.compile(
    r"\b(?:[Ss]eit (?:dem |Anfang |Ende |Mitte |Beginn )?(?:der Woche|des Monats|des Jahres|"
    r"(?:Wochen|Monats)(?:beginn|anfang|start)|Jahres|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|"
    r"August|September|Oktober|November|Dezember|Herbst|Sommer|Frühjahr|Winter|Börsen|Neujahr|Ostern|Pfingsten|"
    r"Weihnachten|Silvester|20\d\d)\w*(?: 20\d\d| (?:vorigen|vergangenen|letzten) Jahres)?"
    rf"|(?:[Bb]innen|[Ii]nnerhalb|[Ii]n|[Aa]uf Sicht von|[Ii]n den (?:letzten|vergangenen|zurückliegenden)) (?:von )?"
    rf"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|einer|eines|einem|wenigen|\d+) (?:{_UNITS})\w*"
    r"|[Ii]n den (?:letzten|vergangenen|zurückliegenden) (?:Tagen|Wochen|Monaten|Jahren)"
    r"|[Aa]uf (?:Wochen|Monats|Jahres|Quartals)sicht|[Ii]m (?:bisherigen )?(?:Jahres|Wochen|Monats)verlauf"
    r"|[Bb]innen Jahresfrist)"
)
_LEVEL = ("auf", "bei", "zu")
#: what stands behind the town of an exchange: "im Frankfurter Handel", not "die Aktien der Londoner"
_PLACES = (
    "börse",
    "handel",
    "aktien",
    "parkett",
    "früh",
    "spät",
    "markt",
    "vormittag",
    "nachmittag",
    "mittag",
    "haupt",
)


class VenueWords:
    """The towns of exchanges, under ``[venues]`` in ``qualifiers.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.towns = frozenset(town.replace("_", " ") for town in words["venues"]["towns"].split())


def with_moves(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of a share's move with day, venue and price, those of a repurchase with the currency."""
    for claim in claims:
        added: dict[str, Scalar] = {}
        if claim.predicate == "sharePriceChange":
            site = open_site(claim, tools)
            period = _duration(site)
            claim = _over(claim, period)
            added = ({} if period else _day(site)) | _venue(site) | _price(site)
        elif claim.predicate == "buysBackShares" and claim.value is not None:
            added = _currency(open_site(claim, tools))
        yield replace(claim, qualifiers={**added, **claim.qualifiers}) if added else claim


def _duration(site: Site) -> str | None:
    """Return the time that a move took, as the part of the sentence words it: "seit Jahresbeginn"."""
    s, (begin, end) = site.syntax, stretch(site.syntax, site.trigger)
    found = _DURATION.search(s.span_text(begin, end)) if begin < end else None
    return found.group() if found else None


def _over(claim: Claim, period: str | None) -> Claim:
    """Return a move with the time that it took, if that is told; the day of publication is none of it."""
    if period is None:
        return claim
    told = {name: value for name, value in claim.qualifiers.items() if name != "date"}
    return replace(claim, qualifiers={**told, "period": period})


def _currency(site: Site) -> dict[str, Scalar]:
    """Return the currency of the amount that the claim has as its value."""
    units = [q.unit for q in site.quantities("money") if q.unit and plain_number(q.value) == site.claim.value]
    return {"currency": units[0]} if units else {}


def _day(site: Site) -> dict[str, Scalar]:
    document, told = site.tools.document, site.claim.qualifiers
    if "date" in told or document.published is None or site.claim.status in ("planned", "possible"):
        return {}
    if "period" in told and not _is_apart(site):
        return {}
    day, today = _own_day(site), document.published.isoformat()
    return {"date": day if day and day <= today else today}


def _own_day(site: Site) -> str | None:
    """Return the day that stands in the same part of the sentence as the move."""
    begin, end = stretch(site.syntax, site.trigger)
    days = [t for t in site.tools.document.times if t.kind == "day" and t.value and begin <= t.first < end]
    day = min(days, key=lambda t: abs(t.first - site.trigger), default=None)
    return day.value if day else None


def _is_apart(site: Site) -> bool:
    """Whether the period stands in another part of the sentence: "fiel um 3 Prozent, so tief wie zuletzt 2020"."""
    begin, end = stretch(site.syntax, site.trigger)
    period = site.claim.qualifiers["period"]
    return not any(t.value == period and begin <= t.first < end for t in site.tools.document.times)


def _venue(site: Site) -> dict[str, Scalar]:
    """Return the exchange of the sentence, or the town: "in Frankfurt"."""
    towns = site.tools.lexicon.indexed(VenueWords, "qualifiers").towns
    begin, _ = stretch(site.syntax, site.trigger)
    for mention in sorted(site.mentions(), key=lambda m: (m.first < begin, abs(m.first - site.trigger))):
        if mention.first in site.taken or mention.first > site.trigger + 12:
            continue
        name = site.name(mention)
        if mention.type == "StockExchange" or (name in towns and _is_in(site, mention.first)):
            return {"venue": venue_name(name)}
    return {}


def _is_in(site: Site, i: int) -> bool:
    s = site.syntax
    is_adjective = s.pos[i] == "ADJ" and s.lower[i + 1].startswith(_PLACES)
    return s.lower[i - 1] in ("in", "im", "börse", "handelsplatz") or is_adjective


def _price(site: Site) -> dict[str, Scalar]:
    """Return the level reached: money behind "auf" or "bei" in the part of the sentence that tells the move."""
    if "price" in site.claim.qualifiers:
        return {}
    s, (begin, end) = site.syntax, stretch(site.syntax, site.trigger)
    kind = "points" if site.claim.subject.type == "MarketIndex" else "money"
    levels = [q for q in site.tools.document.quantities if q.kind == kind and begin <= q.first < end]
    reached = (q for q in levels if s.lower[q.first - 1] in _LEVEL)
    if s.pos[site.trigger] == "NUM":  # one of several moves: only the level right behind its number is its own
        reached = (q for q in reached if is_next(site.tools, site.trigger, q))
    level = next((q for q in reached if not is_target(site.tools, site.trigger, q.first)), None)
    return priced(level) if level is not None else {}
