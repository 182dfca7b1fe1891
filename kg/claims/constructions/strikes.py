"""Strikes told without the union: "Lufthansa-Piloten streiken", "der Streik bei Amazon"; the article names it.

Whom a strike just told hits besides is struck, too: "Betroffen ist auch Mahle".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim, Status
from kg.claims.extractor import Tools
from kg.language.spans import Mention

_VERBS = ("streiken", "bestreiken")
#: how sure the firm is: in the word itself, beside the word, only the one that the text is about
_IN_WORD, _BESIDE, _FOCUS = 0.8, 0.7, 0.55


def strikes(tools: Tools) -> Iterator[Claim]:
    """Yield the union of the article against the firm where a sentence tells of a strike and names no union."""
    unions = [m for m in tools.document.mentions if m.type == "Union" and m.kind in ("name", "compound")]
    if not unions:
        return
    triggers = list(_triggers(tools))
    for trigger in (*triggers, *_hit(triggers, tools)):
        first, last = tools.document.syntax.sentence(trigger)
        if any(first <= union.first < last for union in unions):
            continue
        union = _nearest(unions, trigger)
        for firm, confidence in _struck(trigger, tools):
            if _strikes_elsewhere(union, firm, tools):
                continue
            status = _status(trigger, tools)
            yield tools.claim(
                "strikesAt", union, trigger, "strike-of-the-union",
                object=firm, status=status, confidence=confidence,
            )  # fmt: skip


def _status(trigger: int, tools: Tools) -> Status:
    """Return how certain a strike is: one that is voted for has not begun ("stimmten für einen Streik")."""
    status = tools.status.read(tools.document.syntax, trigger, "strikesAt")
    is_wanted = status == "actual" and tools.document.syntax.preposition(trigger) == "für"
    return "possible" if is_wanted else status


def _triggers(tools: Tools) -> Iterator[int]:
    s = tools.document.syntax
    for i, pos in enumerate(s.pos):
        if pos == "VERB" and s.lemmas[i] in _VERBS:
            yield i
        elif pos in ("NOUN", "PROPN"):
            _, frames = tools.lexicon.noun_frames(s.lemmas[i].lower())
            if any(frame.predicate == "strikesAt" for frame in frames):
                yield i


def _hit(strikes: list[int], tools: Tools) -> Iterator[int]:
    """Yield "betroffen" beside the name of a firm, right behind a sentence that tells of a strike."""
    s = tools.document.syntax
    told = {s.sent_of[strike] for strike in strikes}
    for i, word in enumerate(s.lower):
        is_behind = word == "betroffen" and not told.isdisjoint((s.sent_of[i] - 1, s.sent_of[i] - 2))
        beside = tools.document.mentions_in(*s.sentence(i)) if is_behind else ()
        if any(m.type == "Company" and m.kind == "name" for m in beside):
            yield i


def _nearest(unions: list[Mention], trigger: int) -> Mention:
    """Return the last union named before a trigger, else the first behind it."""
    before = [union for union in unions if union.first < trigger]
    return before[-1] if before else unions[0]


def _strikes_elsewhere(union: Mention, firm: Mention, tools: Tools) -> bool:
    """Tell whether the sentences that name a union name other firms only: "… Bei Pratt endete ein Ausstand"."""
    document = tools.document
    told = [m for m in document.mentions if m.referent == union.referent]
    beside = {
        m.referent
        for one in told
        for m in document.mentions_in(*document.syntax.sentence(one.first))
        if m.type == "Company"
    }
    return bool(beside) and firm.referent not in beside


def _struck(trigger: int, tools: Tools) -> list[tuple[Mention, float]]:
    """Return the firm that is struck and how sure that is; none where the text is about no firm."""
    document = tools.document
    inside = [m for m in document.at.get(trigger, ()) if m.type == "Company"]
    if inside:
        return [(inside[0], _IN_WORD)]
    beside = [m for m in document.mentions_in(*document.syntax.sentence(trigger)) if m.type == "Company"]
    if beside:
        return [(min(beside, key=lambda m: abs(m.first - trigger)), _BESIDE)]
    focus = document.local_focus(trigger)
    return [(focus, _FOCUS)] if focus else []
