"""A source before a colon at the head of a sentence: "Bloomberg: SAP kauft WalkMe", "Kreise: Uniqa erwägt Ausstieg"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.document import Document
from kg.claims.sources.speakers import Source, staff_body
from kg.claims.sources.speech import Speech

#: a company before a colon is what the sentence is about, not who says it
_SPEAKING = ("MediaOutlet", "Person", "Union")
#: as many tokens a source before a colon may have: "IG-Metall-Chefin Christiane Benner", "Kreise"
_LONGEST = 7
#: words of a question in an interview, whose asker states nothing
_ADDRESS = frozenset({"Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen", "Herr", "Frau"})
#: what stands before a medium at the end of a line
_CLOSING = frozenset({"-", "–", "—", "("})
_BESIDE_A_NAME = ("DET", "NOUN", "PROPN", "ADJ", "PUNCT")


def by_closings(document: Document, first: int, last: int) -> Iterator[Speech]:
    """Yield the medium that closes a line behind a dash or in brackets: "SAP kauft WalkMe - Handelsblatt"."""
    s = document.syntax
    end = next((i for i in range(last, first, -1) if s.words[i - 1].strip(" \n()")), first)
    for medium in document.at.get(end - 1, ()):
        opens = s.words[medium.first - 1] if medium.first > first + 2 else ""
        if medium.type == "MediaOutlet" and medium.kind == "name" and opens in _CLOSING:
            yield Speech(medium, frozenset(range(first, medium.first - 1)), medium.first)


def by_headings(document: Document, first: int, last: int, unnamed: frozenset[str]) -> Iterator[Speech]:
    """Yield the sources before the colon of a sentence, named or by their words, of what stands behind it."""
    s = document.syntax
    colon = next((i for i in range(first, min(last - 1, first + _LONGEST)) if s.words[i] == ":"), None)
    if colon is None or any(s.pos[i] not in _BESIDE_A_NAME for i in range(first, colon)):
        return
    if s.words[last - 1] == "?" or not _ADDRESS.isdisjoint(s.words[colon + 1 : last]):
        return
    said = frozenset(range(colon + 1, last))
    named = [m for m in document.mentions_in(first, colon) if m.type in _SPEAKING and m.kind != "compound"]
    sources: list[Source] = [*named] or [s.words[i] for i in range(first, colon) if _is_unnamed(s.lower[i], unnamed)]
    yield from (Speech(source, said, colon) for source in sources)


def _is_unnamed(word: str, unnamed: frozenset[str]) -> bool:
    return word in unnamed or staff_body(word) is not None
