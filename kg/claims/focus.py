"""Whom a sentence speaks of without naming: the company in focus.

"Konzernchef Tan sprach von einem Meilenstein", "Im Gegenzug fallen 3900 Stellen weg": whose chief, whose jobs? The
companies told before are ranked by a linear model over how they were told (Denis and Baldridge 2008, "Specialized
models and ranking for coreference resolution"). Its weights lie in ``focus.json``; ``python -m training.focus`` fits
them on the training articles.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kg.language.spans import Mention
from kg.language.syntax import Syntax

WEIGHTS = Path(__file__).parent / "focus.json"
#: classes that can be in focus
CLASSES = ("Company", "JointVenture")
_NAMING = ("name", "compound")
_TAKING_UP = ("nominal", "pronoun")
_RATERS = ("analyst", "analystin", "experte", "expertin", "stratege", "strategin")
_ROLES = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "flat", "ROOT", "parataxis")
_NEAR = 5
_FAR = 12

Features = dict[str, float]


@dataclass(slots=True)
class _Told:
    """What was told of one company before a sentence."""

    mentions: list[Mention] = field(default_factory=list)
    subject: list[Mention] = field(default_factory=list)


class FocusRanker:
    """Ranks the companies of one article at its sentences."""

    def __init__(self, syntax: Syntax, text: str, mentions: Sequence[Mention], main: int | None) -> None:
        self._syntax = syntax
        self._breaks = [i for i, character in enumerate(text) if character == "\n"]
        self._mentions = [m for m in mentions if m.type in CLASSES]
        self._starts = [m.start for m in self._mentions]
        self._main = main
        self._counts = Counter(m.referent for m in self._mentions if m.kind in _NAMING)
        self._heads: dict[int, int] = {}
        for mention in self._mentions:
            if mention.kind in (*_NAMING, "nominal"):
                self._heads.setdefault(self._paragraph(mention.start), mention.referent)
        self._ranked: dict[int, list[Mention]] = {}

    def at(self, sentence: int) -> Mention | None:
        """Return the last mention of the company that a sentence is about if it names none; None before the first."""
        return next(iter(self.ranked(sentence)), None)

    def ranked(self, sentence: int) -> list[Mention]:
        """Return the last mention of each company told before a sentence, the likeliest to be meant first."""
        if sentence not in self._ranked:
            weights = shipped_weights()
            scored = [
                (-sum(weights.get(name, 0.0) * value for name, value in features.items()), -mention.start, mention)
                for mention, features in self.candidates(sentence)
            ]
            self._ranked[sentence] = [mention for _, _, mention in sorted(scored, key=lambda item: item[:2])]
        return self._ranked[sentence]

    def candidates(self, sentence: int) -> Iterator[tuple[Mention, Features]]:
        """Yield each company told before a sentence, by its last mention, with its features; the latest first."""
        start = self._syntax.starts[self._syntax.sentences[sentence][0]]
        before = self._mentions[: bisect_left(self._starts, start)]
        told: dict[int, _Told] = {}
        for mention in reversed(before):
            told.setdefault(mention.referent, _Told()).mentions.append(mention)
        subjects = [m for m in before if is_subject(self._syntax, m)]
        for mention in reversed(subjects):
            told[mention.referent].subject.append(mention)
        paragraph = self._paragraph(start)
        whole = self._of_article(before, subjects, paragraph)
        for place, (referent, one) in enumerate(told.items()):
            shared = {name: 1.0 for name, who in whole if who == referent}
            own = self._own(one, sentence, paragraph)
            yield one.mentions[0], own | shared | {"order": min(place, 6) / 3, "mentions": self._count(referent)}

    def _paragraph(self, start: int) -> int:
        return bisect_right(self._breaks, start)

    def _count(self, referent: int) -> float:
        return math.log1p(self._counts[referent])

    def _of_article(
        self, before: Sequence[Mention], subjects: Sequence[Mention], paragraph: int
    ) -> Iterator[tuple[str, int]]:
        """Yield features that the one company has for which they hold."""
        here = [m for m in subjects if self._paragraph(m.start) == paragraph]
        latest = before[-1].referent if before else -1
        yield from [("latest", latest), ("head of the text", self._heads.get(0, -1))]
        yield from [("last subject", m.referent) for m in subjects[-1:]]
        yield from [("last subject of the paragraph", m.referent) for m in here[-1:]]
        yield from [("first subject of the paragraph", m.referent) for m in here[:1]]
        yield from [("last taken up", m.referent) for m in before if m.kind in _TAKING_UP][-1:]
        yield "head of the paragraph", self._heads.get(paragraph, -1)
        if self._main is not None:
            yield "main", self._main
        if not any(self._paragraph(m.start) == paragraph for m in before):
            yield from [("opens, head of the text", self._heads.get(0, -1)), ("opens, latest", latest)]
            yield "opens, main", -1 if self._main is None else self._main

    def _own(self, told: _Told, sentence: int, paragraph: int) -> Features:
        """Return how one company was told; its mentions and those as subject stand latest first."""
        s, last = self._syntax, told.mentions[0]
        back = sentence - s.sent_of[last.first]
        here = [m for m in told.mentions if self._paragraph(m.start) == paragraph]
        role = s.deps[last.first].split(":")[0]
        paragraphs = paragraph - self._paragraph(last.start)
        return {
            f"{min(back, _NEAR)} sentences back": 1.0,
            "sentences back": min(back, _FAR) / 4,
            "paragraphs back": min(paragraphs, 4) / 2,
            "same paragraph": float(paragraphs == 0),
            f"as {role if role in _ROLES else 'other'}": 1.0,
            f"as {last.kind}": 1.0,
            "ever subject": float(bool(told.subject)),
            "subject in the paragraph": float(any(self._paragraph(m.start) == paragraph for m in told.subject)),
            "subject one sentence back": float(any(s.sent_of[m.first] == sentence - 1 for m in told.subject)),
            "mentions so far": math.log1p(len(told.mentions)),
            "mentions in the paragraph": math.log1p(len(here)),
            "taken up in the paragraph": float(any(m.kind in _TAKING_UP for m in here)),
            "only in compounds": float(all(m.kind == "compound" for m in told.mentions)),
            "rates": float(any(m.head in _RATERS for m in told.mentions)),
            "told in the opening": float(s.sent_of[told.mentions[-1].first] <= 1),
            "joint venture": float(last.type == "JointVenture"),
        }


def is_subject(syntax: Syntax, mention: Mention) -> bool:
    """Tell whether a mention, or what it stands in apposition to, is the subject of a clause."""
    for i in range(mention.first, mention.last):
        if syntax.deps[i].startswith("nsubj"):
            return True
        head = syntax.heads[i]
        if syntax.deps[i] in ("appos", "flat") and syntax.deps[head].startswith("nsubj") and head < i:
            return True
    return False


@lru_cache(maxsize=1)
def shipped_weights() -> Mapping[str, float]:
    """Return the weights that ship with the program, by feature."""
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights
