"""Which pairs of a sentence can stand in a claim: its mentions, its values, and whom it means without a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.document import Document, is_a
from kg.claims.learned.scheme import BETWEEN, ENTITY_CLASSES, IMPLIED_SLOTS, TOKENS, WITH_VALUE, Pair, Slot
from kg.claims.lexicon import Signature
from kg.language.gazetteer import ORGANISATIONS

_SUBJECTS = frozenset(ENTITY_CLASSES) - {"Legislation", "StockExchange", "Topic"}
_PRICED = frozenset({"MarketIndex", "Topic"})
_VALUES = frozenset({"percent", "money", "count", "time"})
_ACTORS = ORGANISATIONS | {"Person"}


def sentence_slots(document: Document, number: int) -> list[Slot]:
    """Return what a sentence speaks of, in text order, then whom it may mean without naming."""
    first, last = document.syntax.sentences[number]
    last = min(last, first + TOKENS)
    named = [
        Slot(m.first, min(m.last, last), m.type, m.kind, m.referent, n)
        for n, m in document.numbered_mentions(first, last)
    ]
    return named + _values(document, first, last) + _implied(document, named, number)


def _values(document: Document, first: int, last: int) -> list[Slot]:
    found = [
        Slot(q.first, min(q.last, last), q.kind, "value", -1 - n, n)
        for n, q in enumerate(document.quantities)
        if first <= q.first < last
    ]
    offset = len(document.quantities)
    return found + [
        Slot(t.first, min(t.last, last), "time", "value", -1 - offset - n, n)
        for n, t in enumerate(document.times)
        if first <= t.first < last and t.value
    ]


def _implied(document: Document, named: Sequence[Slot], number: int) -> list[Slot]:
    """Return whom a sentence may mean without a name: the likeliest companies, then who was named just before."""
    first = document.syntax.sentences[number][0]
    here = {slot.referent for slot in named if slot.kind in ("name", "compound")}
    likeliest, second = [*(m.referent for m in document.ranker.ranked(number)[:2]), None, None][:2]
    about = {"implied-here": likeliest, "implied-second": second, "implied-article": document.focus}
    if likeliest == document.focus:
        about = {"implied-main": likeliest, "implied-second": second}
    kinds = {referent: kind for kind, referent in about.items() if referent is not None}
    for before in (1, 2):
        for referent in _named_in(document, number - before):
            kinds.setdefault(referent, "implied-before")
    return [
        Slot(first, first, document.referents[referent].type, kind, referent, -1)
        for referent, kind in kinds.items()
        if referent not in here
    ][:IMPLIED_SLOTS]


def _named_in(document: Document, number: int) -> list[int]:
    """Return the actors that a sentence speaks of, the last first."""
    if number < 0:
        return []
    first, last = document.syntax.sentences[number]
    return [m.referent for m in reversed([*document.mentions_in(first, last)]) if m.type in _ACTORS]


def sentence_pairs(document: Document, number: int) -> Iterator[Pair]:
    """Yield the pairs of a sentence that some predicate could join."""
    slots = sentence_slots(document, number)
    for subject in slots:
        if subject.kind == "value":
            continue
        for other in slots:
            if other is subject:
                if subject.type in _ACTORS or subject.type in _PRICED:
                    yield Pair(number, subject, subject)
            elif _can_join(subject, other):
                yield Pair(number, subject, other)


def _can_join(subject: Slot, other: Slot) -> bool:
    if other.kind == "value":
        return other.type in _VALUES and (
            subject.type in _ACTORS or (subject.type in _PRICED and other.type == "percent")
        )
    both_implied = subject.is_implied and other.is_implied
    return subject.referent != other.referent and not both_implied and subject.type in _SUBJECTS


def fits(signature: Signature, label: str, subject: str, other: str) -> bool:
    """Tell whether the classes of a pair, and the kind of its value, are what a label of a predicate takes."""
    if label in WITH_VALUE and WITH_VALUE[label][1] != other:
        return False
    if label in BETWEEN and not is_a(other, signature.object):
        return False
    return is_a(subject, signature.subject)
