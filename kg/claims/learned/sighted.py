"""What may be claimed, before it is weighed: claims with the place where the model sees them and what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.claims.claim import Claim
from kg.claims.extractor import Tools
from kg.claims.learned.background import Background, Stance
from kg.claims.learned.certainty import with_second_look
from kg.claims.learned.known_parties import with_known_party
from kg.claims.learned.model import RelationModel
from kg.claims.learned.proposals import Proposal, claim_of, propose, sourced, sources
from kg.claims.learned.scheme import BETWEEN, SYMMETRIC

Key = tuple[object, ...]
#: constructions that read what a name itself says ("Joint Venture zwischen A und B"): the network has no say in them
DEFINING = frozenset({"venture-party", "venture-parties"})
_NOBODY = ("", "")


@dataclass(frozen=True, slots=True)
class Sighted:
    """A claim with the surest place where the model sees it, None for none, and what is known of its parties."""

    claim: Claim
    proposal: Proposal | None
    stance: Stance

    @property
    def probability(self) -> float | None:
        """Return the model's probability, None where it has none."""
        return self.proposal.probability if self.proposal else None


def sighted(
    tools: Tools,
    found: Iterable[Claim],
    model: RelationModel,
    background: Background,
    silent: Sequence[tuple[int, int]],
    source_threshold: float,
    likely: Callable[[Proposal], bool] = lambda _: True,
) -> Iterator[Sighted]:
    """Yield the claims of frames, then those of the model alone that are likely, with what the model sees of them."""
    framed = _without_others_launches([with_known_party(tools, background, claim) for claim in found], background)
    scored = model.score(tools.document, tools.lexicon, framed, silent)
    if scored is None:
        yield from (Sighted(sourced(tools, claim, {}), None, background.stance(claim)) for claim in framed)
        return
    best = _best(tools, propose(tools, scored))
    told_by = sources(tools, scored, source_threshold)
    for claim in framed:
        twin = None if claim.method in DEFINING else best.get(key_of(claim))
        is_denied = claim.status == "negated" and (claim.predicate, claim.method) in tools.lexicon.denying
        weighed = with_second_look(claim, scored.status[twin.number]) if twin and not is_denied else claim
        yield Sighted(sourced(tools, weighed, told_by), twin, background.stance(claim))
    told = {key_of(claim) for claim in framed}
    for key, proposal in best.items():
        if key not in told and likely(proposal):
            claim = claim_of(tools, scored, proposal)
            yield Sighted(sourced(tools, claim, told_by), proposal, background.stance(claim))


def _without_others_launches(claims: Sequence[Claim], background: Background) -> list[Claim]:
    """Return claims without launches that may be uses, of products that are known to be made by somebody else.

    "Zalando führt ChatGPT ein": OpenAI brings it to market, Zalando uses it.
    """
    used = {_told(claim) for claim in claims if claim.predicate == "uses"}
    return [c for c in claims if c.predicate != "launches" or _told(c) not in used or background.stance(c) != -1]


def _told(claim: Claim) -> Key:
    return (claim.evidence.start, *claim.names)


def _best(tools: Tools, proposed: Iterable[Proposal]) -> dict[Key, Proposal]:
    """Return of each claim that is proposed the surest place."""
    best: dict[Key, Proposal] = {}
    for proposal in proposed:
        key = _key_of_proposal(tools, proposal)
        if key not in best or proposal.probability > best[key].probability:
            best[key] = proposal
    return best


def key_of(claim: Claim) -> Key:
    """Return what makes two claims of one article the same; symmetric ones are the same both ways."""
    a = claim.subject.name, claim.subject.type or ""
    b = (claim.object.name, claim.object.type or "") if claim.object else _NOBODY
    return _key(a, claim.predicate, b, claim.value)


def _key_of_proposal(tools: Tools, proposal: Proposal) -> Key:
    """Return the key that the claim of a proposal would have."""
    referents, pair = tools.document.referents, proposal.pair
    subject, other = referents[pair.subject.referent], _NOBODY
    if proposal.label in BETWEEN:
        other = referents[pair.object.referent].name, referents[pair.object.referent].type
    return _key((subject.name, subject.type), proposal.predicate, other, proposal.value)


def _key(a: tuple[str, str], predicate: str, b: tuple[str, str], value: object) -> Key:
    if predicate in SYMMETRIC and b < a:
        a, b = b, a
    return (*a, predicate, *b, value)
