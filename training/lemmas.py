"""Lemmas for silver data and for annotators' first drafts: what the treebanks say, then a dictionary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import simplemma

from training.conllu import Sentence

_INFLECTING = frozenset(["NOUN", "VERB", "ADJ", "AUX"])


class Lemmas:
    """Lemmas by word form and part of speech."""

    def __init__(self, sentences: Iterable[Sentence] = ()) -> None:
        counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for token in sentence.tokens:
                counts[token.form, token.upos][token.lemma] += 1
        self._known = {key: seen.most_common(1)[0][0] for key, seen in counts.items()}

    def lemma(self, form: str, upos: str, guess: str, feats: dict[str, str] | None = None) -> str:
        """Return the best lemma; ``guess`` is the model's."""
        known = self._known.get((form, upos)) or self._known.get((form.lower(), upos))
        if known:
            return known
        if upos == "PROPN":
            return proper_lemma(form, (feats or {}).get("Case"))
        if upos not in _INFLECTING:
            return guess
        return _from_dictionary(form, upos, guess, (feats or {}).get("VerbForm"))


def proper_lemma(form: str, case: str | None) -> str:
    """Take the genitive's s from a name: Alibabas, Müllers'.

    >>> proper_lemma("Alibabas", "Gen"), proper_lemma("Airbus", "Nom")
    ('Alibaba', 'Airbus')
    """
    if case == "Gen" and form.endswith("s") and len(form) > 3 and not form.endswith("ss"):
        return form[:-1]
    return form.rstrip("'’")


def _from_dictionary(form: str, upos: str, guess: str, verb_form: str | None) -> str:
    head, dash, last = form.rpartition("-")
    if not last:
        return form
    found = simplemma.lemmatize(last, lang="de", greedy=upos == "VERB")
    if upos == "NOUN":
        return head + dash + found if found[:1].isupper() else guess
    if upos == "ADJ":
        return head + dash + (found if found.islower() and not found.endswith("en") else _stem(last, guess))
    if upos == "VERB" and found.endswith(("n", "tun")) and found.islower():
        return found
    return guess


def _stem(form: str, guess: str) -> str:
    """The uninflected form of an adjective that the dictionary takes for a verb's participle."""
    lower = form.lower()
    for ending in ("enden", "endem", "ender", "endes", "ende"):
        if lower.endswith(ending):
            return lower[: -len(ending)] + "end"
    for ending in ("em", "en", "er", "es", "e"):
        if lower.endswith("t" + ending):
            return lower[: -len(ending)]
    return guess if guess.islower() else lower
