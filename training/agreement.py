"""How far two annotations of the same sentences agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from training.conllu import Sentence, Token


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares between 0 and 1; ``uas``, ``las`` leave punctuation out; ``names`` is F1 of span and class."""

    sentences: int
    tokens: int
    upos: float
    uas: float
    las: float
    lemma: float
    feats: float
    names: float


def compare(first: Sequence[Sentence], second: Sequence[Sentence]) -> Agreement:
    """Compare the sentences that both hold (same ``sent_id``, same words).

    Raises ValueError where no sentence is in both, or where the words of one differ.
    """
    others = {s.id: s for s in second}
    pairs = [(s, others[s.id]) for s in first if s.id in others]
    if not pairs:
        raise ValueError("no sentence is in both files: the sent_id comments differ")
    for a, b in pairs:
        if [t.form for t in a.tokens] != [t.form for t in b.tokens]:
            raise ValueError(f"{a.id}: the words differ")
    tokens = [pair for a, b in pairs for pair in zip(a.tokens, b.tokens, strict=True)]
    words = [(a, b) for a, b in tokens if a.upos != "PUNCT"]
    return Agreement(
        len(pairs),
        len(tokens),
        _share([a.upos == b.upos for a, b in tokens]),
        _share([a.head == b.head for a, b in words]),
        _share([(a.head, a.deprel) == (b.head, b.deprel) for a, b in words]),
        _share([a.lemma == b.lemma for a, b in tokens]),
        _share([a.feats == b.feats for a, b in tokens]),
        _f1([set(name_spans(a.tokens)) for a, _ in pairs], [set(name_spans(b.tokens)) for _, b in pairs]),
    )


def name_spans(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Return the names as (first token, last token exclusive, class), 0-based."""
    spans: list[tuple[int, int, str]] = []
    for i, token in enumerate(tokens):
        place, _, type_ = token.misc.get("Entity", "O").partition("-")
        if place == "B":
            spans.append((i, i + 1, type_))
        elif place == "I" and spans:
            spans[-1] = (spans[-1][0], i + 1, spans[-1][2])
    return spans


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 1.0


def _f1(first: list[set[tuple[int, int, str]]], second: list[set[tuple[int, int, str]]]) -> float:
    both = sum(len(a & b) for a, b in zip(first, second, strict=True))
    total = sum(map(len, first)) + sum(map(len, second))
    return 2 * both / total if total else 1.0
