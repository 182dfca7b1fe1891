"""Who goes and who comes where one follows on another: "Zipse wird abgelöst: Ihn beerbt Nedeljkovic".

Frames read the two halves apart, and each half needs its own phrase for the house. Where only one of them found it,
the other person of the clause has the other half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party
from kg.claims.clauses import clause_tokens
from kg.language.spans import Mention
from kg.language.syntax import Syntax

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_COMES, _GOES, _METHOD = "appoints", "departsFrom", "succession-told"
#: verbs that tell of both: "löst ab", "folgt auf"
_OF_BOTH = frozenset({"ablösen", "beerben", "ersetzen", "nachfolgen", "folgen"})
#: verbs that do so where the post is told as that of the one who goes: "übernimmt Oelrichs Posten"
_OF_POSTS = frozenset({"übernehmen", "antreten", "erben", "bekommen", "erhalten"})
_POSTS = frozenset(
    "posten amt job platz stuhl aufgaben nachfolge mandat ressort vorsitz erbe chefposten chefsessel".split()
)
_SURENESS = 0.9


def with_successions(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of who comes or goes with the other half of the same succession.

    "Im März hatte dort Wolf den erkrankten Setzer ersetzt": Setzer leaves, and Wolf is appointed.
    """
    known = list(claims)
    told = {(c.predicate, c.evidence.trigger_start) for c in known}
    appointed = {(c.object.name, c.subject.name) for c in known if c.predicate == _COMES and c.object}
    for claim in (_at_predecessors_house(c, known, tools) for c in known):
        if claim.predicate == "acquires" and claim.names in appointed:
            continue  # "hat eine neue Chefin: Evelyn Palla übernimmt"
        yield claim
        other = {_COMES: _GOES, _GOES: _COMES}.get(claim.predicate)
        if other and (other, claim.evidence.trigger_start) not in told and (half := _other_half(claim, other, tools)):
            told.add((other, claim.evidence.trigger_start))
            yield half


def _at_predecessors_house(claim: Claim, known: Sequence[Claim], tools: Tools) -> Claim:
    """Return who takes over another's post with the house that this one leaves, and not the one he comes from.

    "Rorsted verlässt Adidas. Puma-Chef Gulden übernimmt Rorsteds Posten": Adidas appoints Gulden.
    """
    if claim.predicate != _COMES or claim.object is None:
        return claim
    s, trigger = tools.document.syntax, tools.document.token_at(claim.evidence.trigger_start)
    if s.lemmas[trigger] not in _OF_POSTS:
        return claim
    owners = (m for m in _people(trigger, tools) if _owns_post(s, m))
    before = {tools.document.referents[m.referent].name for m in owners} - {claim.object.name}
    left = (c for c in known if c.subject.name in before and c.predicate == _GOES and c.object)
    house = next((c.object for c in left if c.evidence.start < claim.evidence.start), None)
    return replace(claim, subject=house) if house is not None else claim


def _other_half(claim: Claim, predicate: str, tools: Tools) -> Claim | None:
    """Return the claim about the other person of a claim's clause, if its verb tells of both."""
    s, trigger = tools.document.syntax, tools.document.token_at(claim.evidence.trigger_start)
    person, house = (claim.object, claim.subject) if claim.predicate == _COMES else (claim.subject, claim.object)
    if person is None or house is None or house.type == "Person":
        return None
    people = _people(trigger, tools)
    others = [m for m in people if tools.document.referents[m.referent].name != person.name]
    if len({m.referent for m in people}) != 2 or len({m.referent for m in others}) != 1:
        return None
    other = others[0]
    if s.lemmas[trigger] not in _OF_BOTH and not (
        predicate == _GOES and s.lemmas[trigger] in _OF_POSTS and _owns_post(s, other)
    ):
        return None
    return _turned(claim, predicate, tools.party(other), house)


def _turned(claim: Claim, predicate: str, person: Party, house: Party) -> Claim:
    subject, obj = (house, person) if predicate == _COMES else (person, house)
    return replace(
        claim,
        subject=subject,
        predicate=predicate,
        object=obj,
        method=_METHOD,
        confidence=round(claim.confidence * _SURENESS, 3),
    )


def _people(trigger: int, tools: Tools) -> Sequence[Mention]:
    """Return the people in the clause of a trigger, with those that the tree has below a name in it."""
    document, s = tools.document, tools.document.syntax
    inside = {*clause_tokens(s, trigger)}
    first, last = s.sentence(trigger)
    found = (m for m in document.mentions_in(first, last) if m.type == "Person")
    return [m for m in found if m.first in inside or (_is_misread(s, m.first) and s.heads[m.first] in inside)]


def _is_misread(s: Syntax, i: int) -> bool:
    """Whether a name is taken for an apposition without a comma: "beerbt bei BASF Martin Brudermüller"."""
    return s.deps[i] == "appos" and s.pos[i] == "PROPN" and s.heads[i] < i and s.words[i - 1] != ","


def _owns_post(s: Syntax, mention: Mention) -> bool:
    """Whether a name stands in the genitive before a post: "Oelrichs Posten", but "sein Posten" may be his own."""
    is_name = mention.kind == "name" and mention.text.endswith(("s", "'", "’", "x", "z"))
    return is_name and mention.last < len(s) and s.lower[mention.last] in _POSTS
