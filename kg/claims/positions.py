"""Which post somebody holds, where the claim that tells the employer does not say: "Bloomberg-Reporter Mark Gurman"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.language.spans import Mention
from kg.language.syntax import contracted, dictionary_lemma

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_INTRODUCING = frozenset({"als", "zu"})


def with_positions(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of employment without a post with the one that the claim's sentence tells."""
    for claim in claims:
        if claim.predicate == "worksFor" and "position" not in claim.qualifiers:
            post = _post_of(claim, tools)
            yield replace(claim, qualifiers={**claim.qualifiers, "position": post}) if post else claim
        else:
            yield claim


def _post_of(claim: Claim, tools: Tools) -> str | None:
    """Return the post right before the name, or behind "als" or "zum" in its sentence."""
    mentions = (m for m in tools.document.mentions if m.start == claim.subject.start and m.kind == "name")
    holder: Mention | None = next(mentions, None)
    if holder is None:
        return None
    s = tools.document.syntax
    first, last = s.sentence(holder.first)
    behind = [i + 1 for i in range(first, last - 1) if contracted(s.lower[i]) in _INTRODUCING]
    places = [i for i in (holder.first - 1, *behind) if i >= first and is_post(i, tools)]
    return bare_noun(places[0], tools.document) if places else None


def is_post(i: int, tools: Tools) -> bool:
    """Tell whether a noun, or the last part of it, is a post at an employer."""
    s = tools.document.syntax
    if s.pos[i] not in ("NOUN", "PROPN") or _is_in_person(i, tools.document):
        return False
    return any(
        frame.predicate == "worksFor" and not frame.position
        for lemma in (s.lemmas[i], dictionary_lemma(s.words[i]), bare_noun(i, tools.document))
        for frame in tools.lexicon.noun_frames(lemma.lower())[1]
    )


def _is_in_person(i: int, document: Document) -> bool:
    """Whether a word is a part of a person's name, which may end as a post does: "Christoph Aeschlimann"."""
    return any(m.type == "Person" and m.kind == "name" and m.last - m.first > 1 for m in document.at.get(i, ()))


def bare_noun(i: int, document: Document) -> str:
    """Return a noun without the name compounded with it: "VW-Chef" gives "Chef"."""
    word = document.syntax.words[i]
    for mention in document.at.get(i, ()):
        if mention.kind == "compound" and mention.head:
            bare = word[len(word) - len(mention.head) :]
            return bare[0].upper() + bare[1:]
    return word
