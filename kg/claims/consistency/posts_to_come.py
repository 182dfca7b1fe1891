"""Posts that somebody is only about to get: "Neuer Finanzchef von Aurubis wird Steffen Hoffmann".

Frames read the post beside a name as one that is held. Where "wird" joins the two the house appoints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Status
from kg.claims.positions import is_post
from kg.claims.status import weakest
from kg.language.syntax import Syntax

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_HELD, _COMES, _METHOD = "worksFor", "appoints", "post-to-come"
#: what the parties of "werden" are to it
_PARTIES = ("nsubj", "xcomp", "obj", "appos")
#: where "werden" stands as a verb of its own that tells something new
_TELLING = ("ROOT", "conj", "parataxis", "ccomp")
#: adjectives that tell by themselves that a post is still to be taken: "künftiger Chef ist Kirsten"
_AHEAD = ("künftig", "designiert")


def with_posts_to_come(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of a post that somebody gets as appointments, once for each house and person."""
    known = list(claims)
    told = {(c.subject.name, c.object.name) for c in known if c.predicate == _COMES and c.object}
    ahead = {
        (c.evidence.start, c.object.name, c.subject.name)
        for c in known
        if c.predicate == _COMES and c.object and c.status in ("planned", "possible")
    }
    for claim in known:
        if claim.predicate == _HELD and (claim.evidence.start, *claim.names) in ahead and _is_apart(claim, tools):
            continue  # "will Rompf zum Chef von Infrago machen"
        status = _coming(claim, tools) if claim.predicate == _HELD and claim.status != "negated" else None
        house = claim.object
        if status is None or house is None:
            yield claim
        elif (house.name, claim.subject.name) not in told:
            told.add((house.name, claim.subject.name))
            yield replace(
                claim, subject=house, predicate=_COMES, object=claim.subject,
                method=_METHOD, status=weakest(status, claim.status),
            )  # fmt: skip


def with_one_appointing(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims, of several houses that are read to appoint somebody with the same word the surest alone.

    "Lufthansa … Palla wurde vom Aufsichtsrat der Deutschen Bahn gekürt": Lufthansa is only what the text was about.
    """
    known = list(claims)
    best: dict[tuple[str, int], float] = {}
    for claim in known:
        if claim.predicate == _COMES and claim.object:
            key = (claim.object.name, claim.evidence.trigger_start)
            best[key] = max(best.get(key, 0.0), claim.confidence)
    for claim in known:
        key = (claim.names[1], claim.evidence.trigger_start)
        if claim.predicate != _COMES or best.get(key, 0.0) <= claim.confidence:
            yield claim


def _is_apart(claim: Claim, tools: Tools) -> bool:
    """Whether a post stands apart from the name of who holds it; "SAP-Chef Klein" has it."""
    post, person = (tools.document.token_at(at) for at in (claim.evidence.trigger_start, claim.subject.start))
    return is_post(post, tools) and post + 1 != person


def _coming(claim: Claim, tools: Tools) -> Status | None:
    """Return how sure it is that the person of a claim gets the post that the claim tells; None where it is held."""
    document, s = tools.document, tools.document.syntax
    post = document.token_at(claim.evidence.trigger_start)
    person = document.token_at(claim.subject.start)
    if not is_post(post, tools) or post + 1 == person or s.sent_of[post] != s.sent_of[person]:
        return None
    if _is_designated(s, post, person):
        return "planned"
    verb = s.heads[post]
    if s.lemmas[verb] != "werden" or verb == post or s.deps[post] not in _PARTIES:
        return None
    if s.heads[person] != verb or s.deps[person] not in _PARTIES or not _is_ahead(s, verb):
        return None
    return weakest("planned", tools.status.read(s, verb, _COMES))


def _is_ahead(s: Syntax, verb: int) -> bool:
    """Whether "werden" tells of what is to come, and is no part of another verb: "wird", "werde", "soll werden"."""
    if s.deps[verb] not in _TELLING:
        return False  # "wird vorlegen"; "wo er Vorstand wird": the house is another
    feats = s.feats[verb]
    return feats.get("Tense") == "Pres" or feats.get("VerbForm") == "Inf"


def _is_designated(s: Syntax, post: int, person: int) -> bool:
    """Whether an adjective tells it, the person beside "ist": "Künftiger Chef von Wacker ist Christian Kirsten"."""
    is_joined = person in (s.heads[post], post) or s.heads[person] == post or s.heads[post] == s.heads[person]
    copula = any(s.lemmas[c] == "sein" for c in (*s.dep_children(post, "cop"), *s.dep_children(person, "cop")))
    return is_joined and copula and post > 0 and s.lower[post - 1].startswith(_AHEAD)
