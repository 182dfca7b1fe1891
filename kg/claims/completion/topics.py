"""What a claim is about, or what is delivered, where its frame did not say.

The words around the trigger tell it; a denial may also take up what was said against the one who denies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.completion.matters import MatterReader, ProductWords, TopicWords
from kg.claims.completion.sites import open_site

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: what tells of the same matter, seen from the other side
_AGAINST = frozenset({"accuses", "criticizes", "investigates", "sues", "fines", "restricts", "cutsJobs"})
_SOUGHT: Mapping[str, type[TopicWords]] = {"topic": TopicWords, "product": ProductWords}


def with_topics(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those without topic or product whose predicate has one with what the trigger tells of it."""
    for claim, name, words in _open(claims, tools):
        reader = MatterReader(open_site(claim, tools), words) if name else None
        found = reader.goods_of_supplier() if reader and name == "product" else None
        if reader and not found and not (claim.predicate == "denies" and reader.takes_up()):
            found = reader.direct()
        yield replace(claim, qualifiers={**claim.qualifiers, name: found}) if found else claim


def with_near_topics(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those still without topic with what the article said before, or the nearest noun."""
    known: list[Claim] = []
    for claim, name, words in _open(claims, tools):
        found = None
        if name:
            reader = MatterReader(open_site(claim, tools), words)
            found = _answered(claim, known) or reader.said_before() if claim.predicate == "denies" else None
            found = found or (reader.delivered() if name == "product" else reader.nearest())
            found = reader.named(found) if found and claim.predicate == "denies" else found
        known.append(replace(claim, qualifiers={**claim.qualifiers, name: found}) if found else claim)
        yield known[-1]


def _open(claims: Iterable[Claim], tools: Tools) -> Iterator[tuple[Claim, str, TopicWords]]:
    """Yield claims with the name of the qualifier to seek, "" where nothing is to be sought."""
    for claim in claims:
        name = next((n for n in _SOUGHT if n in tools.lexicon.signatures[claim.predicate].qualifiers), "")
        words = tools.lexicon.indexed(_SOUGHT.get(name, TopicWords), "qualifiers")
        told = str(claim.qualifiers.get(name, ""))
        yield claim, name if all(word.lower() in words.vague for word in told.split()) else "", words


def _answered(claim: Claim, known: Sequence[Claim]) -> str | None:
    """Return what was last said against the one who denies."""
    for other in reversed(known):
        hit = other.object if other.predicate in _AGAINST else None
        if hit and hit.name == claim.subject.name and other.qualifiers.get("topic"):
            return str(other.qualifiers["topic"])
    return None
