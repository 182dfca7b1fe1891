"""Courts: they hear suits and reject them, and neither sue nor deny themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD

#: letters that an inflected name shares with its plain form, at least, and letters in which it begins
_STEM, _NEAR = 6, 20
_COURT = re.compile(r"gericht|court|^(?:EuGH|EuG|BGH|BVerfG|BVerwG|BAG|BFH|OLG|VfGH|OGH)\b|kammer$", re.IGNORECASE)
#: what a court is never told of as the one who acts
_NOT_OF_COURTS = frozenset({"sues", "denies"})
#: what the EU Commission is never told of: "grünes Licht aus Brüssel für den Verkauf von X"
_DEALS = frozenset({"sells", "acquires", "mergesWith", "spinsOff"})
#: what a court does to a penalty that another imposed
_REVIEWS = re.compile(
    r"bestätig|aufgehoben|\b(?:hob|hebt|hoben|heben)\b.*\bauf\b|kippt|annullier|nichtig|reduzier|halbier|\bsenkt",
    re.IGNORECASE | re.DOTALL,
)
#: to whom a court gives what another has to pay
_AWARDS = re.compile(r"\bsprach\w*\b.*\bzu\b|zugesprochen|zusprach", re.DOTALL)
#: fined companies that have no name
_UNNAMED = re.compile(r"\bgegen (?:\w+ ){0,2}(?:Unternehmen|Firmen|Konzerne|Hersteller|Banken|Händler)\b")
#: whose motion a court follows: "setzte das Kartellgericht auf Antrag der Bundeswettbewerbsbehörde eine Buße fest"
_MOTION = re.compile(r"\bauf (?:Antrag|Betreiben|Ersuchen) (?:der|des|von|vom) ")
_PENALTY = re.compile(r"straf|bußgeld|busse|buße|pönale", re.IGNORECASE)


def is_court(name: str, type: str | None) -> bool:
    """Tell whether a body is a court.

    >>> is_court("Landgericht Köln", "GovernmentBody"), is_court("Bundeskartellamt", "Regulator")
    (True, False)
    """
    return type == "GovernmentBody" and _COURT.search(name) is not None


def may_act(name: str, type: str | None, predicate: str) -> bool:
    """Tell whether a body may be the one who does what a predicate says.

    >>> may_act("Bundesgerichtshof", "GovernmentBody", "denies"), may_act("Meta", "Company", "denies")
    (False, True)
    >>> may_act("EU-Kommission", "GovernmentBody", "sells")
    False
    """
    if predicate in _DEALS and name == "EU-Kommission":
        return False
    return predicate not in _NOT_OF_COURTS or not is_court(name, type)


def without_suing_courts(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but that a court sues or denies: "das Gericht wies die Klage zurück"."""
    return (c for c in claims if may_act(c.subject.name, c.subject.type, c.predicate))


def with_fining_bodies(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims without penalties that a court only reviews or gives away, or that hit somebody without a name.

    Nor does the one fine on whose motion a court does.

    "Der EuGH bestätigte die Strafe", "sprach Masimo 634 Millionen Dollar zu", "Bußgelder gegen Unternehmen".
    """
    return (c for c in claims if c.predicate != "fines" or c.method != METHOD or not _is_of_others(c))


def _is_of_others(claim: Claim) -> bool:
    told, fined = claim.evidence, claim.object
    motion = _MOTION.search(told.text)
    if motion and claim.subject.name[:_STEM] in told.text[motion.end() : motion.end() + _NEAR]:
        return True
    gives_or_reviews = _AWARDS.search(told.text) or (_REVIEWS.search(told.text) and _PENALTY.search(told.text))
    if gives_or_reviews and is_court(claim.subject.name, claim.subject.type):
        return True
    is_absent = fined is not None and not told.names(fined)
    return is_absent and _UNNAMED.search(told.text) is not None
