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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from kg.claims.section_heads import section_heads
from kg.claims.share_standing import Standing
from kg.claims.told import Company, Features, Told
from kg.language.items import tops_item
from kg.language.mentions.discourse import introduces_another
from kg.language.mentions.pairs import BOTH
from kg.language.spans import NAMING, Mention, Referent
from kg.language.syntax import Syntax

WEIGHTS = Path(__file__).parent / "focus.json"
#: classes that can be in focus
CLASSES = ("Company", "JointVenture")
_NEAR = 5
_FAR = 12
#: how the adjectives begin that tell of a compound's first part as of something past: "der frühere Fresenius-Chef"
_PAST = ("frühere", "ehemalig", "einstig", "vormalig")


class FocusRanker:
    """Ranks the companies of one article at its sentences."""

    def __init__(
        self,
        syntax: Syntax,
        text: str,
        mentions: Sequence[Mention],
        main: int | None,
        referents: Sequence[Referent],
    ) -> None:
        self._syntax = syntax
        self._standing = Standing(syntax, mentions, referents)
        self._breaks = [i for i, character in enumerate(text) if character == "\n"]
        self._told = [*self._placed(m for m in mentions if m.type in CLASSES and not self._is_aside(m))]
        self._starts = [told.mention.start for told in self._told]
        self._main = main
        self._counts = Counter(t.mention.referent for t in self._told if t.mention.kind in NAMING)
        self._heads: dict[int, int] = {}
        for told in self._told:
            if told.mention.kind in (*NAMING, "nominal") and not introduces_another(told.mention.head):
                self._heads.setdefault(told.paragraph, told.mention.referent)
        named = (t for t in self._told if t.mention.kind in NAMING)
        self._items = [t for t in named if tops_item(syntax, t.mention.first, t.mention.last)]
        self._sections = section_heads(text, self._told)
        self._ranked: dict[int, list[Mention]] = {}

    def at(self, sentence: int) -> Mention | None:
        """Return the last mention of the company that a sentence is about if it names none; None before the first."""
        return next(iter(self.ranked(sentence)), None)

    def ranked(self, sentence: int) -> list[Mention]:
        """Return the last mention of each company told before a sentence, the likeliest to be meant first."""
        if sentence not in self._ranked:
            weights = shipped_weights()
            scored = [(-score(features, weights), -m.start, m) for m, features in self.candidates(sentence)]
            self._ranked[sentence] = [mention for _, _, mention in sorted(scored, key=lambda item: item[:2])]
        return self._ranked[sentence]

    def candidates(self, sentence: int) -> Iterator[tuple[Mention, Features]]:
        """Yield each company told before a sentence, by its last mention, with its features; the latest first."""
        start = self._syntax.starts[self._syntax.sentences[sentence][0]]
        before = self._told[: bisect_left(self._starts, start)]
        companies: dict[int, Told] = {}
        for told in reversed(before):
            companies.setdefault(told.mention.referent, told)
        paragraph = self._paragraph(start)
        items = [t.mention for t in self._items if t.paragraph == paragraph and t.mention.start < start]
        item = items[-1].referent if items else self._sections.get(paragraph)
        asked = self._standing.asked(sentence)
        for place, (referent, last) in enumerate(companies.items()):
            own = _own(last, sentence, paragraph) | dict(self._standing.features(last.mention, companies, asked))
            latest = {} if place else self._latest(before, paragraph)
            counted = {"order": min(place, 6) / 3, "mentions": math.log1p(self._counts[referent])}
            counted["head of the item"] = float(referent == item)
            yield last.mention, own | latest | counted

    def _placed(self, mentions: Iterable[Mention]) -> Iterator[Told]:
        companies: dict[int, Company] = defaultdict(Company)
        for m in mentions:
            role = self._syntax.deps[m.first].split(":")[0]
            sentence, paragraph = self._syntax.sent_of[m.first], self._paragraph(m.start)
            yield companies[m.referent].tell(m, sentence, paragraph, role, is_subject(self._syntax, m))

    def _is_of_two(self, mention: Mention) -> bool:
        """Tell whether a mention takes up one of two: "beide Unternehmen" puts neither in focus."""
        words = self._syntax.lower[max(0, mention.first - 1) : mention.last]
        return mention.kind == "nominal" and not BOTH.isdisjoint(words)

    def _is_aside(self, mention: Mention) -> bool:
        return self._is_of_two(mention) or is_past_house(self._syntax, mention)

    def _paragraph(self, start: int) -> int:
        return bisect_right(self._breaks, start)

    def _latest(self, before: Sequence[Told], paragraph: int) -> Features:
        """Return what else the company told last is: the head of the text, the last subject, the main company."""
        subjects = [told for told in before if told.is_subject]
        here = [told for told in subjects if told.paragraph == paragraph]
        latest, head = _last(before), self._heads.get(0)
        also = {
            "latest": latest,
            "head of the text": head,
            "last subject": _last(subjects),
            "last subject of the paragraph": _last(here),
            "first subject of the paragraph": _last(here[:1]),
            "last taken up": _last([told for told in before if told.takes_up]),
            "head of the paragraph": self._heads.get(paragraph),
            "main": self._main,
        }
        if before[-1].paragraph != paragraph:
            also |= {"opens, head of the text": head, "opens, latest": latest, "opens, main": self._main}
        return {name: 1.0 for name, company in also.items() if company == latest}


def _own(last: Told, sentence: int, paragraph: int) -> Features:
    """Return how one company was told before a sentence, by its last mention."""
    back, paragraphs = sentence - last.sentence, paragraph - last.paragraph
    features = {
        f"{min(back, _NEAR)} sentences back": 1.0,
        "sentences back": min(back, _FAR) / 4,
        "paragraphs back": min(paragraphs, 4) / 2,
        "subject one sentence back": float(back == 1 and last.is_subject_of_sentence),
        **last.so_far,
    }
    return features | last.in_paragraph if paragraphs == 0 else features


def _last(told: Sequence[Told]) -> int | None:
    return told[-1].mention.referent if told else None


def score(features: Features, weights: Mapping[str, float]) -> float:
    """Return how likely a company is meant, as log-odds against the others."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def is_past_house(syntax: Syntax, mention: Mention) -> bool:
    """Tell whether a company is only told as somebody's past house: "der frühere Fresenius-Chef", "Ex-VW-Manager"."""
    if mention.kind != "compound":
        return False
    word = syntax.lower[mention.first]
    before = syntax.lower[mention.first - 1] if mention.first else ""
    return word.startswith("ex-") or before in ("ex", "ex-") or before.startswith(_PAST)


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
