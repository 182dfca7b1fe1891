"""Whose shares go to whom where a takeover is told: "die Familie hat zugesagt, ihre Anteile an Zalando zu verkaufen".

The words can also mean shares in Zalando. Where the article tells that Zalando takes over About You, and nobody takes
over Zalando, the shares are those in About You.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim, Party
from kg.claims.clauses import preposition_before
from kg.claims.document import Document
from kg.language.syntax import contracted

_TOLD = ("sells", "ownsStakeIn")
_OWN = frozenset({"ihre", "ihren", "seine", "seinen", "deren", "dessen"})
_SHARES = ("anteil", "anteile", "anteilen", "aktien", "papiere", "beteiligung", "paket", "aktienpaket")
_HANDING = frozenset({"verkaufen", "veräußern", "abgeben", "andienen", "abtreten", "übertragen"})


def with_shares_for_a_buyer(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims, shares that are sold to whoever takes over a company as shares in that company."""
    known = list(claims)
    targets = {c.subject.name: c.object for c in known if c.predicate == "acquires" and c.object}
    bought = {party.name for party in targets.values()}
    for claim in known:
        buyer = claim.object
        target = targets.get(buyer.name) if buyer and claim.predicate in _TOLD and buyer.name not in bought else None
        yield _of(claim, target) if buyer and target and _goes_to(document, buyer) else claim


def _of(claim: Claim, target: Party) -> Claim:
    """Return a claim about shares in the target; who buys them is a qualifier of a sale."""
    told = {"buyer": claim.names[1]} if claim.predicate == "sells" else {}
    return replace(claim, object=target, qualifiers={**claim.qualifiers, **told})


def _goes_to(document: Document, buyer: Party) -> bool:
    """Whether somebody's own shares stand before "an" and a name, in a sentence that tells of selling."""
    s, named = document.syntax, document.token_at(buyer.start)
    first, last = s.sentence(named)
    before = preposition_before(s, named, first)
    if before < first + 2 or contracted(s.lower[before]) != "an":
        return False
    own = s.lower[before - 1].endswith(_SHARES) and s.lower[before - 2] in _OWN
    return own and any(s.lemmas[i].lower() in _HANDING for i in range(first, last))
