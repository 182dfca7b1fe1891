"""More trees from few: words take the places of others of the same kind."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from training.conllu import Sentence, Token, format_pairs

#: parts of speech whose words are exchanged
_OPEN = frozenset(["NOUN", "PROPN", "ADJ", "VERB", "NUM"])


class WordExchange:
    """Puts words in the places of others with the same tag, features, relation and kind of dependents."""

    def __init__(self, sentences: Iterable[Sentence], share: float) -> None:
        self._share = share
        stock: dict[tuple[object, ...], list[Token]] = defaultdict(list)
        for sentence in sentences:
            for token, kind in zip(sentence.tokens, _kinds(sentence), strict=True):
                if token.upos in _OPEN:
                    stock[kind].append(token)
        self._stock = stock

    def exchanged(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """Return the sentence with a share of its words exchanged; tree and features stay."""
        tokens = [
            self._other(token, kind, chance)
            for token, kind in zip(sentence.tokens, _kinds(sentence), strict=True)
        ]
        return Sentence(tokens, sentence.comments)

    def _other(self, token: Token, kind: tuple[object, ...], chance: random.Random) -> Token:
        if token.upos not in _OPEN or "Entity" in token.misc or chance.random() >= self._share:
            return token
        other = chance.choice(self._stock[kind] or [token])
        return replace(token, form=other.form, lemma=other.lemma)


def _kinds(sentence: Sentence) -> list[tuple[object, ...]]:
    """What a word must share with another to take its place; verbs also their arguments."""
    below: dict[int, set[str]] = defaultdict(set)
    for token in sentence.tokens:
        below[token.head].add(token.deprel)
    return [_kind(t, i == 1, below[i]) for i, t in enumerate(sentence.tokens, 1)]


def _kind(token: Token, first: bool, below: set[str]) -> tuple[object, ...]:
    arguments = frozenset(below & {"obj", "obl:arg", "ccomp", "xcomp", "compound:prt", "flat"})
    place = first if token.upos in ("ADJ", "VERB") else False
    return token.upos, format_pairs(token.feats), token.deprel, arguments, place, token.form[0].isupper()
