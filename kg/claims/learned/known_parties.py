"""Whom a sentence leaves out, told by what is known of whom it names.

Who is meant without a name is a guess from the sentences before. Where the guess does not fit what is known, and the
article names exactly one who does, that one is meant: "Der Ascend 950 soll auf den Markt kommen", in a text about
Nvidia and Huawei, is told of Huawei.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.extractor import Tools
from kg.claims.learned.background import Background
from kg.language.spans import NAMING

#: predicates of what lasts; what is bought, held or supplied changes, and that is news
_LASTING = frozenset({"develops", "founded", "launches", "subsidiaryOf"})


def with_known_party(tools: Tools, background: Background, claim: Claim) -> Claim:
    """Return a claim with whom the article names and is known to fit, for a party that its sentence does not name."""
    if claim.object is None:
        return claim
    if claim.predicate == "worksFor":
        return _at_known_employer(tools, background, claim, claim.object)
    if claim.predicate in _LASTING and background.stance(claim) != 1:
        return _of_known_party(tools, background, claim, claim.object)
    return claim


def _at_known_employer(tools: Tools, background: Background, claim: Claim, house: Party) -> Claim:
    """Return a claim with the known employer of a person where the article names it and the sentence names none.

    "Vorstandschefin Bettina Orlopp", in a text about Unicredit and Commerzbank, is that of Commerzbank.
    """
    if claim.evidence.names(house):
        return claim
    known = background.employer_instead(claim.subject.key, house.key)
    named = next((party for party in _named(tools) if party.key == known), None) if known else None
    return replace(claim, object=named) if named else claim


def _of_known_party(tools: Tools, background: Background, claim: Claim, other: Party) -> Claim:
    """Return a claim with the only party that the article names and that is known to fit.

    Also for a noun or pronoun: "Der Konzern bringt den Ascend 950 auf den Markt".
    """
    if not _says_name(tools, claim.evidence, claim.subject):
        known = _only(p for p in _named(tools) if background.may_know(claim.predicate, p.key, other.key))
        return replace(claim, subject=known) if known else claim
    if other.type != "Topic" and not _says_name(tools, claim.evidence, other):
        known = _only(p for p in _named(tools) if background.may_know(claim.predicate, claim.subject.key, p.key))
        return replace(claim, object=known) if known else claim
    return claim


def _says_name(tools: Tools, evidence: Evidence, party: Party) -> bool:
    """Tell whether a sentence names a party, and does not take it up or leave it out."""
    said = (mention.kind for mention in tools.document.mentions if mention.start == party.start)
    return evidence.names(party) and next(said, None) in NAMING


def _named(tools: Tools) -> Iterator[Party]:
    """Yield the known entities that the article names, at each place where it does."""
    document = tools.document
    known = (m for m in document.mentions if m.kind == "name" and document.referents[m.referent].key)
    return (tools.party(mention) for mention in known)


def _only(parties: Iterable[Party]) -> Party | None:
    """Return the first of some parties that are all one entity; None if they are several, or none."""
    found = list(parties)
    return found[0] if len({party.key for party in found}) == 1 else None
