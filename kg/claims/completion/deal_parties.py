"""Who sells what somebody buys, and to whom, where the tree does not tell: by word order, or by whom it belonged to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.clauses import phrase_preposition
from kg.claims.completion.sites import Site, open_site
from kg.claims.document import is_a

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: deal → who the other party is, and the preposition before it
_OTHERS = {"acquires": ("seller", "von"), "sells": ("buyer", "an")}
_PARTIES = ("Organization", "Person")


def with_parties(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, deals without their other party with the one that the sentence names behind "von" or "an"."""
    known = [_without_group(claim, tools) for claim in claims]
    for claim in known:
        role, preposition = _OTHERS.get(claim.predicate, ("", ""))
        party = None
        if role and role not in claim.qualifiers:
            site = open_site(claim, tools)
            behind = _behind(site, preposition)
            named = None if _is_group(behind, tools) else behind
            party = named or (_parent(site, known) if role == "seller" else None)
        yield replace(claim, qualifiers={**claim.qualifiers, role: party}) if party else claim


def _without_group(claim: Claim, tools: Tools) -> Claim:
    """Return a deal without "Konsortium" as its other party: who acts in it does, not the group."""
    role, _ = _OTHERS.get(claim.predicate, ("", ""))
    if not role or not _is_group(claim.qualifiers.get(role), tools):
        return claim
    return claim.without_qualifier(role)


def _is_group(party: object, tools: Tools) -> bool:
    return isinstance(party, str) and party.lower() in tools.lexicon.words["transparent"]["groups"]


def _behind(site: Site, preposition: str) -> str | None:
    """Return the party behind a preposition that stands behind the object or right before the verb."""
    s = site.syntax
    ends = [m.last for m in site.mentions() if site.name(m) == site.object_name]
    for mention in site.mentions():
        is_party = mention.kind == "name" and is_a(mention.type, _PARTIES) and mention.first not in site.taken
        is_party = is_party and not s.is_agent(mention.first)
        if is_party and phrase_preposition(s, mention.first, site.first) == preposition:
            follows = any(0 < mention.first - end <= 5 for end in ends)
            if follows or 0 < site.trigger - mention.last + 1 <= 3:
                return site.name(mention)
    return None


def _parent(site: Site, known: Sequence[Claim]) -> str | None:
    """Return whom the object belonged to, as the same sentence says: "Altera, die Tochter von Intel"."""
    claim = site.claim
    for other in known:
        here = other.predicate == "subsidiaryOf" and other.evidence.start == claim.evidence.start
        if here and claim.object and other.object and other.subject.name == claim.object.name:
            return other.object.name if other.object.name != claim.subject.name else None
    return None
