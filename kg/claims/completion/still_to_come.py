"""What the present tense and a time ahead tell is still to come: "In Dallas starten Lyft und Marubeni 2026 Taxis".

German tells what is planned in the present tense; only the time tells that it has not happened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.claims.learned.scheme import METHOD
from kg.language.spans import Time
from kg.language.syntax import Syntax, dictionary_lemma
from kg.language.times import first_month

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: what begins or is done at some time; what merely is, like a seat or a rival, does not hang on a verb's time
_BEGINNINGS = frozenset(
    """operatesIn uses suppliesTo departsFrom appoints hosts participatesIn launches investsIn listedOn sells acquires
    cutsJobs strikesAt hasJointVentureWith partnersWith mergesWith spinsOff restricts
    buysBackShares""".split()
)
#: what is so until it ends
_ENDING = frozenset({"schließen", "aufgeben", "verlassen", "räumen", "beenden", "einstellen"})
#: such times of this month or year come after its middle, whenever they are told: "zum Jahresende verlässt er SAP"
_LATE = ("ende", "mitte", "wechsel")
#: spans of time that are still to come: "in den kommenden Jahren", "binnen der nächsten Monate"
_SPANS, _WITHIN = frozenset({"jahr", "monat", "woche", "zeit"}), frozenset({"in", "innerhalb", "binnen", "über"})
_NEXT = frozenset({"nächsten", "kommenden", "nächster", "kommender"})
#: what a time may hang on its verb by
_BESIDE_VERB = ("obl", "advmod", "obl:arg", "nmod", "obj", "dep")


def as_still_to_come(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those whose clause tells in the present what lies ahead as planned."""
    for claim in claims:
        is_open = claim.status == "actual" and claim.predicate in _BEGINNINGS
        yield replace(claim, status="planned") if is_open and _is_ahead(tools, claim) else claim


def _is_ahead(tools: Tools, claim: Claim) -> bool:
    document = tools.document
    trigger = document.token_at(claim.evidence.trigger_start)
    verb = document.syntax.clause_head(trigger)
    if claim.predicate == "appoints" and claim.method != METHOD and _becomes(document.syntax, trigger):
        return True
    if claim.method == METHOD or not _is_told(document.syntax, verb, trigger) or not tells_present(document, verb):
        return False
    foretells = document.syntax.lemmas[verb] in tools.status.foretelling.get(claim.predicate, ())
    is_ahead = _looks_ahead(document.syntax, verb)
    return foretells or is_ahead or any(_hangs_on(document, time, verb) for time in _ahead(document, verb))


def _becomes(s: Syntax, trigger: int) -> bool:
    """Whether a post is told with "wird" alone: "Karl Deppen wird Chef von Archion" is still to come."""
    verb = trigger if s.lemmas[trigger] == "werden" else s.heads[trigger]
    feats = s.feats[verb]
    is_full = s.lemmas[verb] == "werden" and not s.deps[verb].startswith("aux")
    return is_full and feats.get("Tense") == "Pres" and feats.get("Mood") == "Ind"


def _looks_ahead(s: Syntax, verb: int) -> bool:
    """Whether a verb tells of the years to come: "baut in den nächsten drei Jahren 900 Stellen ab"."""
    phrases = (c for c in s.dep_children(verb, "obl") if s.lemmas[c].lower() in _SPANS and s.preposition(c) in _WITHIN)
    return any(s.lower[d] in _NEXT for c in phrases for d in s.dep_children(c, "amod"))


def _is_told(s: Syntax, verb: int, trigger: int) -> bool:
    """Whether a verb tells what a trigger stands for: itself or its object, unless that ends: "schließt Läden"."""
    is_object = s.heads[trigger] == verb and s.deps[trigger] == "obj" and s.lemmas[verb] not in _ENDING
    return trigger == verb or is_object


def tells_present(document: Document, verb: int) -> bool:
    """Whether a verb stands in the present indicative, not in the perfect: "starten", "wird eröffnet"."""
    s, finite = document.syntax, document.syntax.finite_form(verb)
    if finite == -1 or s.pos[verb] != "VERB" or (finite != verb and s.lemmas[finite] != "werden"):
        return False
    # taggers take "sie starten" for a past form
    is_present = s.feats[finite].get("Tense") == "Pres" or dictionary_lemma(s.lower[finite]) == s.lower[finite]
    return is_present and s.feats[finite].get("Mood") == "Ind"


def _ahead(document: Document, verb: int) -> Iterator[Time]:
    """Yield the times of a sentence that come after the day of publication."""
    if document.published is None:
        return
    today, (first, last) = document.published.isoformat(), document.syntax.sentence(verb)
    for time in document.times:
        if not first <= time.first < last or time.value is None or not time.value[:4].isdigit():
            continue
        this = today[: len(time.value)]
        is_late = _is_late(time) or _is_season_ahead(time, document.published)
        if (time.value > this and "-Q" not in time.value) or (time.value == this and is_late):
            yield time


def _is_late(time: Time) -> bool:
    """Whether a time is the middle or end of its month or year: "zum Jahresende", "Ende Monat"."""
    text = time.text.lower()
    return time.kind in ("month", "year") and (text.endswith(_LATE) or text.startswith(_LATE))


def _is_season_ahead(time: Time, today: dt.date) -> bool:
    """Whether a season of this year has not begun: "gibt sein Amt im Herbst ab", told in May."""
    month = first_month(time)
    return month is not None and month > today.month


def _hangs_on(document: Document, time: Time, verb: int) -> bool:
    """Whether a time is the verb's, and not that of a noun beside it: "die für 2027 geplante Fabrik".

    Parsers hang a year on the name before it: "starten Lyft und Marubeni 2026 einen Dienst".
    """
    s = document.syntax
    top = s.top(time.first, time.last)
    if time.text.isdigit() and s.heads[top] in document.at:
        return s.clause_head(top) == verb
    return s.heads[top] in (verb, s.finite_form(verb)) and s.deps[top] in _BESIDE_VERB
