"""Labels for the relation model: which pairs of a sentence stand in a claim that the sentence states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kg.claims.claim import Status
from kg.claims.document import Document
from kg.claims.learned.scheme import (
    ALONE,
    BETWEEN,
    LABEL_NUMBER,
    LABELS,
    SOURCE,
    SYMMETRIC,
    Pair,
    Slot,
)
from kg.claims.status import ORDER
from kg.language.normalise import name_key
from training.articles import AnnotatedArticle, Sentence, Statement

STATUSES: tuple[Status, ...] = ORDER
#: (sentence, subject, object), referents by number; values below zero
Key = tuple[int, int, int]

_NAMING = frozenset({"name", "compound", "adjective", "demonym", "topic"})
_REFERRING = frozenset({"nominal", "pronoun"})
_QUANTITIES = {"sharePriceChange": "percent", "cutsJobs": "count", "buysBackShares": "money"}
_UNCOUNTED = {"cutsJobs": "cutsSomeJobs", "buysBackShares": "buysBackSomeShares"}
#: predicates whose figures the constructions read
_LEFT_OUT = frozenset({"reports", "forecasts"})


@dataclass(slots=True)
class Labels:
    """For each group of pairs that mean the same (sentence, subject, object): labels and status."""

    #: group number of every pair
    group: npt.NDArray[np.int64]
    #: groups × labels, 0 or 1
    target: npt.NDArray[np.float32]
    #: index into ``STATUSES`` for groups with a label, else -1
    status: npt.NDArray[np.int64]
    #: statements for which there is a group, and all
    covered: int = 0
    stated: int = 0
    missing: list[str] = field(default_factory=list)


def label(document: Document, article: AnnotatedArticle, pairs: Iterable[Pair]) -> Labels:
    """Return the labels of the pairs of an analysed article."""
    return _Labeller(document, article, list(pairs)).run()


class _Labeller:
    """Finds for each statement of an article the pairs that carry it."""

    def __init__(self, document: Document, article: AnnotatedArticle, pairs: Sequence[Pair]) -> None:
        self.document = document
        self.article = article
        self.pairs = pairs
        self.sentences = annotated_sentences(document, article)
        self.referents = referents_of(document, article)
        self.meant = self._meant()
        self.groups: dict[Key, int] = {}
        self.group = np.array([self._group(pair) for pair in pairs], np.int64)

    def run(self) -> Labels:
        count = len(self.groups)
        labels = Labels(self.group, np.zeros((count, len(LABELS)), np.float32), np.full(count, -1, np.int64))
        for sentence, numbers in self.sentences:
            for statement in sentence.statements:
                if statement.predicate not in _LEFT_OUT:
                    self._state(statement, sentence, numbers, labels)
        return labels

    def _group(self, pair: Pair) -> int:
        key = pair.sentence, self._referent(pair.subject), self._referent(pair.object)
        return self.groups.setdefault(key, len(self.groups))

    def _referent(self, slot: Slot) -> int:
        return self.meant.get(slot.source, slot.referent) if slot.kind in _REFERRING else slot.referent

    def _state(self, statement: Statement, sentence: Sentence, numbers: Sequence[int], labels: Labels) -> None:
        labels.stated += 1
        found = [(k, name) for n in numbers for k, name in self._keys(n, statement) if k in self.groups]
        labels.covered += bool(found)
        if not found:
            told = f"{statement.subject} {statement.predicate} {statement.object}"
            labels.missing.append(f"{self.article.id}: {told} | {sentence.text[:150]}")
        for key, name in found:
            labels.target[self.groups[key], LABEL_NUMBER[name]] = 1.0
            labels.status[self.groups[key]] = [*STATUSES].index(statement.status)
        for source in statement.by:
            for n in numbers:
                for referent in self.referents.get(source, ()):
                    if (group := self.groups.get((n, referent, referent))) is not None:
                        labels.target[group, LABEL_NUMBER[SOURCE]] = 1.0

    def _meant(self) -> dict[int, int]:
        """Map mentions (by number) inside an annotated reference to the referent that is meant."""
        spans = [
            (sentence.start + at, sentence.start + at + len(surface), min(self.referents[key]))
            for sentence, _ in self.sentences
            for surface, key in sentence.references
            if (at := place_of(surface, sentence.text)) >= 0 and self.referents.get(key)
        ]
        found: dict[int, int] = {}
        for n, mention in enumerate(self.document.mentions):
            if mention.kind in _REFERRING:
                inside = [r for start, end, r in spans if start <= mention.start and mention.end <= end]
                found |= {n: inside[0]} if inside else {}
        return found

    def _keys(self, number: int, statement: Statement) -> Iterator[tuple[Key, str]]:
        """Yield the places and labels with which a statement can stand among the pairs of a sentence."""
        subjects = self.referents.get(statement.subject, set())
        if statement.predicate in BETWEEN:
            for a in subjects:
                for b in self.referents.get(statement.object or "", ()):
                    yield (number, a, b), statement.predicate
                    if statement.predicate in SYMMETRIC:
                        yield (number, b, a), statement.predicate
        elif (alone := _alone(statement)) is not None:
            for a in subjects:
                yield (number, a, a), alone
        else:
            yield from self._value_keys(number, subjects, statement)

    def _value_keys(self, number: int, subjects: set[int], statement: Statement) -> Iterator[tuple[Key, str]]:
        for pair in self.pairs:
            if pair.sentence == number and pair.object.kind == "value":
                subject = self._referent(pair.subject)
                name = self._value_label(pair.object, statement) if subject in subjects else None
                if name:
                    yield (number, subject, pair.object.referent), name

    def _value_label(self, slot: Slot, statement: Statement) -> str | None:
        predicate, value = statement.predicate, statement.object or ""
        if predicate == "publishesResultsOn":
            same = slot.type == "time" and self.document.times[slot.source].value == value
            return predicate if same else None
        if slot.type != _QUANTITIES.get(predicate):
            return None
        wanted, found = float(value), self.document.quantities[slot.source].value
        if abs(abs(wanted) - abs(found)) > 0.005 * max(abs(wanted), 1e-9):
            return None
        return ("risesBy" if wanted > 0 else "fallsBy") if predicate == "sharePriceChange" else predicate


def place_of(surface: str, text: str) -> int:
    """Return where words stand in a text as whole words; -1 where they do not."""
    found = re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", text)
    return found.start() if found else -1


def _alone(statement: Statement) -> str | None:
    """Return the label of a statement about one entity alone; None for one with a value."""
    predicate, value = statement.predicate, statement.object
    if predicate == "sharePriceChange":
        return {"up": "rises", "down": "falls"}.get(value or "")
    if value is not None or predicate in ("publishesResultsOn",):
        return None
    return _UNCOUNTED.get(predicate, predicate if predicate in ALONE else None)


def annotated_sentences(document: Document, article: AnnotatedArticle) -> list[tuple[Sentence, list[int]]]:
    """Return the annotated sentences with the numbers of the document's sentences that begin in each."""
    article.text()
    starts = [document.syntax.starts[first] for first, _ in document.syntax.sentences]
    return [(s, [n for n, at in enumerate(starts) if s.start <= at < s.start + len(s.text)]) for s in article.sentences]


def referents_of(document: Document, article: AnnotatedArticle) -> Mapping[str, set[int]]:
    """Map each annotated entity to the document's referents that bear one of its names."""
    by_key: dict[str, set[int]] = defaultdict(set)
    for n, referent in enumerate(document.referents):
        for name in (referent.name, *referent.aliases):
            by_key[name_key(name)].add(n)
    for mention in document.mentions:
        if mention.kind in _NAMING:
            by_key[name_key(mention.name)].add(mention.referent)
            by_key[name_key(mention.text)].add(mention.referent)
    found: dict[str, set[int]] = {}
    for key, (cls, names) in article.entities.items():
        hits: set[int] = set().union(*(by_key.get(name_key(name), set()) for name in names))
        same = {r for r in hits if (document.referents[r].type == "Place") == (cls == "Place")}
        found[key] = same or hits
    return found
