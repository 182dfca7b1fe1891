"""How much of a company somebody holds, where the clause does not tell or tells what another holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.constructions.stretches import stretch
from kg.claims.held_stakes import OWNER_LIST
from kg.claims.qualifiers import plain_number
from kg.language.spans import Quantity

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: tokens from a stake to its percentage, at most
_REACH = 16
#: tokens between the share that is left behind and the one that is reached, at most
_SPAN = 5
#: predicates whose percentage is a share of a company
_SHARES = frozenset({"ownsStakeIn", "acquires", "sells", "investsIn"})
#: methods of claims that a noun for shares tells, whatever is done with these
_BY_NOUN = frozenset({"holding-noun", "holding-of-the-subject"})
#: before a percentage that is added to another, and before one of each
_FURTHER, _EACH = frozenset({"um", "weitere", "weiteren"}), "je"
#: attributes of who holds a share
_HELD = frozenset({"beteiligt", "beteiligte", "beteiligen", "engagiert", "engagierte", "investiert", "investierte"})
#: behind a percentage of the votes
_VOTES = frozenset({"stimme", "stimmen", "stimmrecht", "stimmrechte", "stimmrechten"})


def with_stakes(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, stakes with the percentage told with them; how much a share rose is no stake."""
    known = list(claims)
    moves = _moves(known)
    read = []
    for claim in known:
        moved = moves.get(claim.evidence.start, frozenset())
        claim = _without_move(claim, moved)
        added = _share(open_site(claim, tools), moved) if _is_stake(claim) else {}
        read.append(replace(claim, qualifiers={**claim.qualifiers, **added}) if added else claim)
    in_order = _in_order([c for c in read if c.predicate == "ownsStakeIn"], tools, moves)
    for claim in read:
        told = in_order.get((claim.evidence.start, *claim.names)) if _is_stake(claim) else None
        completed = replace(claim, qualifiers={**claim.qualifiers, "percent": told}) if told else claim
        yield _without_part(completed, tools)


def _without_part(claim: Claim, tools: Tools) -> Claim:
    """Return a claim without the part of the shares that is given away: "will 30 Prozent der Anteile an X abgeben"."""
    if claim.method not in _BY_NOUN or "percent" not in claim.qualifiers:
        return claim
    s, shares = tools.document.syntax, tools.document.token_at(claim.evidence.trigger_start)
    is_part = s.lower[s.heads[shares]] in ("prozent", "%") and s.deps[shares] == "nmod" and s.heads[shares] < shares
    return claim.without_qualifier("percent") if is_part else claim


def _is_stake(claim: Claim) -> bool:
    """Tell whether a claim is of a stake whose size is still to be read; a list tells each owner's."""
    return claim.predicate == "ownsStakeIn" and claim.method != OWNER_LIST


def _moves(claims: Iterable[Claim]) -> Mapping[int, frozenset[Scalar]]:
    """Return for each sentence by how many percent it says that shares rose or fell."""
    found: dict[int, set[Scalar]] = defaultdict(set)
    for claim in claims:
        if claim.predicate == "sharePriceChange" and isinstance(claim.value, int | float):
            found[claim.evidence.start].add(abs(claim.value))
    return {start: frozenset(values) for start, values in found.items()}


def _without_move(claim: Claim, moved: frozenset[Scalar]) -> Claim:
    if claim.predicate not in _SHARES or claim.qualifiers.get("percent") not in moved:
        return claim
    return claim.without_qualifier("percent")


def _share(site: Site, moved: frozenset[Scalar]) -> dict[str, Scalar]:
    """Return the percentage of a stake: in place of one in brackets behind another's name, or where there is none."""
    told, shares = site.claim.qualifiers.get("percent"), site.quantities("percent")
    reached = _reached(site, shares)
    if told in reached:
        return {"percent": reached[told]}
    if (with_name := _with_owner(site, shares) or _beside_owner(site, shares)) is not None:
        return {"percent": with_name}
    parties = {p.name for p in (site.claim.subject, site.claim.object) if p}
    own = [q for q in shares if not _is_anothers(site, q, parties) and plain_number(q.value) not in moved]
    if told is not None and any(plain_number(q.value) == told for q in own):
        return {}
    near = [q for q in own if abs(q.first - site.trigger) <= _REACH and site.syntax.lower[q.first - 1] != "um"]
    best = min(near, key=lambda q: abs(q.first - site.trigger), default=None)
    return {} if best is None else {"percent": plain_number(best.value)}


def _reached(site: Site, shares: Sequence[Quantity]) -> dict[Scalar, Scalar]:
    """Return for each share that is left behind the one that is reached: "von fünf auf elf Prozent aufgestockt"."""
    s = site.syntax
    pairs = [
        (one, other)
        for one, other in pairwise(sorted(shares, key=lambda q: q.first))
        if "von" in s.lower[max(site.first, one.first - 3) : one.first] and "auf" in s.lower[one.last : other.first]
    ]
    near = [(one, other) for one, other in pairs if other.first - one.last <= _SPAN]
    return {plain_number(one.value): plain_number(other.value) for one, other in near}


def _with_owner(site: Site, shares: Sequence[Quantity]) -> Scalar | None:
    """Return the percentage in the attribute of the owner: "die mit zehn Prozent beteiligte Equinor"."""
    s = site.syntax
    own = [m for m in site.mentions() if site.name(m) == site.claim.subject.name and m.kind == "name"]
    attributes = [c for m in own for c in s.dep_children(m.first, "amod", "acl") if s.lemmas[c].lower() in _HELD]
    within = {i for c in attributes for i in s.subtree(c)}
    return next((plain_number(q.value) for q in shares if q.first in within), None)


def _beside_owner(site: Site, shares: Sequence[Quantity]) -> Scalar | None:
    """Return the one of several percentages that no comma parts from the owner: "Airbus hält 35, Thales 32 Prozent"."""
    s = site.syntax
    own = (m for m in site.mentions() if site.name(m) == site.claim.subject.name and m.kind == "name")
    within = [stretch(s, m.first) for m in own]
    beside = [q for q in shares if any(first <= q.first < last for first, last in within)]
    return plain_number(beside[0].value) if len(beside) == 1 and len(shares) > 1 else None


def _is_anothers(site: Site, quantity: Quantity, parties: set[str]) -> bool:
    """Whether a quantity stands in brackets behind the name of somebody else: "neben TSMC (70 Prozent)"."""
    i, document = quantity.first - 1, site.tools.document
    if i <= site.first or site.syntax.words[i] != "(":
        return False
    named = [site.name(m) for m in document.at.get(i - 1, ()) if m.kind == "name"]
    return bool(named) and not parties.intersection(named)


def _in_order(
    stakes: Sequence[Claim], tools: Tools, moves: Mapping[int, frozenset[Scalar]]
) -> dict[tuple[int, str, str], Scalar]:
    """Return by sentence, owner and company the percentages of several owners, where each has one, in their order.

    "der Bund mit 25,1 und Leonardo mit 22,8 Prozent"; "Niedersachsen und Katar, mit 20 und 17 Prozent".
    """
    told: dict[tuple[int, str, str], Scalar] = {}
    beside: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in stakes:
        beside[claim.evidence.start, claim.names[1]].append(claim)
    for (start, company), claims in beside.items():
        here = [c for c in claims if start <= c.subject.start < c.evidence.end]
        owners = {c.subject.name: c.subject.start for c in here}
        shares = _of_capital(open_site(claims[0], tools), moves.get(start, frozenset()))
        if len(owners) > 1 and len(owners) == len(shares):
            names = sorted(owners, key=lambda name: owners[name])
            told |= {(start, name, company): plain_number(q.value) for name, q in zip(names, shares, strict=True)}
    return told


def _of_capital(site: Site, moved: frozenset[Scalar]) -> list[Quantity]:
    """Return the percentages of a sentence that may be whole stakes, in text order; none where each has the same."""
    s = site.syntax
    shares = sorted(site.quantities("percent"), key=lambda q: q.first)
    if any(s.lower[q.first - 1] == _EACH for q in shares):
        return []
    whole = [q for q in shares if s.lower[q.first - 1] not in _FURTHER and plain_number(q.value) not in moved]
    return [q for q in whole if _VOTES.isdisjoint(s.lower[q.last : q.last + 2])]
