"""What may be claimed, before it is weighed: claims with the place where the model sees them and what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.extractor import Tools
from kg.claims.learned.background import Background, Stance
from kg.claims.learned.model import RelationModel
from kg.claims.learned.proposals import Proposal, claim_of, propose, sourced, sources
from kg.claims.learned.scheme import BETWEEN, SYMMETRIC
from kg.language.spans import NAMING

Key = tuple[object, ...]
#: constructions that read what a name itself says ("Joint Venture zwischen A und B"): the network has no say in them
DEFINING = frozenset({"venture-party", "venture-parties"})
#: predicates whose subject makes the object
_MAKING = frozenset({"develops", "launches"})
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
    corrected = (_of_known_maker(tools, background, _at_known_employer(tools, background, c)) for c in found)
    framed = _without_others_launches([*corrected], background)
    scored = model.score(tools.document, tools.lexicon, framed, silent)
    if scored is None:
        yield from (Sighted(sourced(tools, claim, {}), None, background.stance(claim)) for claim in framed)
        return
    best = _best(tools, propose(tools, scored))
    told_by = sources(tools, scored, source_threshold)
    for claim in framed:
        twin = None if claim.method in DEFINING else best.get(key_of(claim))
        yield Sighted(sourced(tools, claim, told_by), twin, background.stance(claim))
    told = {key_of(claim) for claim in framed}
    for key, proposal in best.items():
        if key not in told and likely(proposal):
            claim = claim_of(tools, scored, proposal)
            yield Sighted(sourced(tools, claim, told_by), proposal, background.stance(claim))


def _at_known_employer(tools: Tools, background: Background, claim: Claim) -> Claim:
    """Return a claim with the known employer of a person where the article names it and the sentence names none.

    "Vorstandschefin Bettina Orlopp", in a text about Unicredit and Commerzbank, is that of Commerzbank.
    """
    house = claim.object
    if claim.predicate != "worksFor" or house is None or claim.evidence.names(house):
        return claim
    known = _named(tools, background.employer_instead(claim.subject.key, house.key))
    return replace(claim, object=known) if known else claim


def _of_known_maker(tools: Tools, background: Background, claim: Claim) -> Claim:
    """Return a claim with the known maker of a product where the article names it and the sentence names none.

    "Der Ascend 950 soll Anfang 2026 auf den Markt kommen", in a text about Nvidia and Huawei, is told of Huawei, and
    so is "Der Konzern bringt den Ascend 950 auf den Markt".
    """
    product = claim.object
    if claim.predicate not in _MAKING or product is None or _says_name(tools, claim.evidence, claim.subject):
        return claim
    known = _named(tools, background.maker(product.key))
    return replace(claim, subject=known) if known and known.key != claim.subject.key else claim


def _says_name(tools: Tools, evidence: Evidence, party: Party) -> bool:
    said = (m.kind for m in tools.document.mentions if m.start == party.start)
    return evidence.names(party) and next(said, None) in NAMING


def _named(tools: Tools, key: str | None) -> Party | None:
    """Return a known entity as the article first names it, None where it does not."""
    document = tools.document
    named = (m for m in document.mentions if m.kind == "name" and document.referents[m.referent].key == key)
    mention = next(named, None) if key else None
    return tools.party(mention) if mention else None


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
