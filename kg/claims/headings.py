"""A source before a colon at the head of a sentence: "Bloomberg: SAP kauft WalkMe", "Kreise: Uniqa erwägt Ausstieg"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.document import Document
from kg.language.spans import Mention

#: a company before a colon is what the sentence is about, not who says it
_SPEAKING = ("MediaOutlet", "Person", "Union")
#: as many tokens a source before a colon may have: "IG-Metall-Chefin Christiane Benner", "Kreise"
_LONGEST = 7
#: words of a question in an interview, whose asker states nothing
_ADDRESS = frozenset({"Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen", "Herr", "Frau"})
_BESIDE_A_NAME = ("DET", "NOUN", "PROPN", "ADJ", "PUNCT")


def heading_sources(
    document: Document, first: int, last: int, unnamed: frozenset[str]
) -> Iterator[tuple[Mention | str, int]]:
    """Yield the sources before the colon of a sentence, named or by their words, each with the token of the colon."""
    s = document.syntax
    colon = next((i for i in range(first, min(last - 1, first + _LONGEST)) if s.words[i] == ":"), None)
    if colon is None or any(s.pos[i] not in _BESIDE_A_NAME for i in range(first, colon)):
        return
    if s.words[last - 1] == "?" or not _ADDRESS.isdisjoint(s.words[colon + 1 : last]):
        return
    named = [m for m in document.mentions_in(first, colon) if m.type in _SPEAKING and m.kind != "compound"]
    yield from ((m, colon) for m in named)
    if not named:
        yield from ((s.words[i], colon) for i in range(first, colon) if s.lower[i] in unnamed)
