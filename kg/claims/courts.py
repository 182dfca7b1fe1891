"""Courts: they hear suits and reject them, and neither sue nor deny themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim

_COURT = re.compile(r"gericht|court|^(?:EuGH|EuG|BGH|BVerfG|BVerwG|BAG|BFH|OLG|VfGH|OGH)\b|kammer$", re.IGNORECASE)
#: what a court is never told of as the one who acts
_NOT_OF_COURTS = frozenset({"sues", "denies"})
#: what the EU Commission is never told of: "grünes Licht aus Brüssel für den Verkauf von X"
_DEALS = frozenset({"sells", "acquires", "mergesWith", "spinsOff"})


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
