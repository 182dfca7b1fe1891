"""From the scores of the relation model to claims: every one with its words, its status and its qualifiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims.claim import Claim, Party, Scalar
from kg.claims.document import Document
from kg.claims.extractor import Tools
from kg.claims.given import is_given, is_news, trigger_and_object
from kg.claims.learned.candidates import fits
from kg.claims.learned.certainty import Told, status_of
from kg.claims.learned.model import Scored
from kg.claims.learned.scheme import ALONE, BETWEEN, METHOD, SOURCE, WITH_VALUE, Pair, Slot
from kg.claims.qualifiers import plain_number
from kg.claims.sources.reach import places_told, reach
from kg.language.spans import Mention

#: what an authority does, and not the country that it belongs to
_DEEDS = frozenset("restricts regulates investigates approves accuses criticizes".split())
#: what courts and authorities do with suits
_DECIDING = frozenset("stattgeben abweisen verwerfen zulassen annehmen entscheiden verhandeln urteilen".split())
_BODIES, _OWNING = ("Regulator", "GovernmentBody"), ("nmod", "amod", "nmod:poss")
#: predicates of places in which a government is none
_WHERE = ("locatedIn", "operatesIn")
#: below this probability nothing is proposed, not even as rejected
FLOOR = 0.02


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a label of a pair would state; a claim is made of it only where it is likely enough."""

    #: number of the pair
    number: int
    pair: Pair
    label: str
    predicate: str
    value: Scalar | None
    #: the model's, to three places
    probability: float
    #: of the pair, in steps
    distance: int
    #: tokens between the two in the tree
    way: int


def propose(tools: Tools, scored: Scored, floor: float = FLOOR) -> Iterator[Proposal]:
    """Yield a proposal for each label of each pair above a floor."""
    signatures = tools.lexicon.signatures
    for number, label, probability in scored.above(floor):
        pair = scored.pairs[number]
        predicate, value = (None, None) if label == SOURCE else _predicate(tools, pair, label)
        if not predicate or not fits(signatures[predicate], label, pair.subject.type, pair.object.type):
            continue
        if (predicate == "sues" and _decides(tools, pair.object)) or (
            predicate in _WHERE and _governs(tools, pair.object)
        ):
            continue
        if predicate not in _DEEDS or not _owns_body(tools, pair.subject):
            distance, way = int(scored.distance[number]), int(scored.way[number])
            yield Proposal(number, pair, label, predicate, value, round(probability, 3), distance, way)


def _governs(tools: Tools, slot: Slot) -> bool:
    """Tell whether a capital stands for its government, in which nobody sits: "weil Peking die Prämien zahlt"."""
    return slot.kind != "value" and tools.document.referents[slot.referent].type == "GovernmentBody"


def _decides(tools: Tools, slot: Slot) -> bool:
    """Tell whether a body decides on a suit, and so is not sued: "Die Bafin wird der Klage nicht stattgeben"."""
    s = tools.document.syntax
    if slot.type not in _BODIES or slot.is_implied:
        return False
    top = s.top(slot.first, slot.last)
    return s.deps[top] == "nsubj" and s.lemmas[s.heads[top]] in _DECIDING


def _owns_body(tools: Tools, slot: Slot) -> bool:
    """Tell whether a place only says whose a body is that acts itself: "Chinas Internetaufsicht CAC"."""
    if slot.type != "Place" or slot.is_implied:
        return False
    is_owner = tools.document.syntax.deps[slot.first] in _OWNING
    behind = (m for i in range(slot.last, slot.last + 3) for m in tools.document.at.get(i, ()))
    return is_owner and any(m.type in _BODIES and m.kind == "name" for m in behind)


#: a source and the tokens that it may be the source of
Reaching = tuple[Party, set[int]]


def sources(tools: Tools, scored: Scored, threshold: float) -> dict[int, tuple[Reaching, ...]]:
    """Return for each sentence whom it gives as source, and how far that reaches."""
    found: dict[int, dict[str, Reaching]] = {}
    for number, label, _ in scored.above(threshold):
        pair = scored.pairs[number]
        if label == SOURCE and pair.object is pair.subject:
            mention = as_mention(tools, pair.subject)
            span = tools.document.syntax.sentences[pair.sentence]
            same = [m for m in tools.document.mentions_in(*span) if m.referent == mention.referent]
            if tools.attribution.hears(mention) or any(tools.attribution.judges(m) for m in (mention, *same)):
                continue
            party = tools.party(mention)
            told = reach(tools.document.syntax, pair.subject.first, *span)
            found.setdefault(pair.sentence, {})[party.name] = (party, told)
    return {sentence: tuple(told.values()) for sentence, told in found.items()}


def sourced(tools: Tools, claim: Claim, found: Mapping[int, tuple[Reaching, ...]]) -> Claim:
    """Return a claim with the sources that its sentence gives, beside those it has; what is given has none."""
    document, trigger = tools.document, tools.document.token_at(claim.evidence.trigger_start)
    if is_given(document, claim, trigger):
        press = [source for source in claim.attributed_to if source.type == "MediaOutlet" and is_news(claim)]
        return replace(claim, attributed_to=tuple(press)) if claim.attributed_to else claim
    told = {party.name for party in (*claim.attributed_to, claim.subject)}
    places = places_of(document, claim)
    here = found.get(document.syntax.sent_of[trigger], ())
    new = tuple(party for party, reached in here if party.name not in told and not reached.isdisjoint(places))
    return replace(claim, attributed_to=(*claim.attributed_to, *new)) if new else claim


def places_of(document: Document, claim: Claim) -> set[int]:
    """Return the tokens where it shows who tells a claim: its trigger.

    What the network found is told at its object too, as the word that it looks at may be any.
    """
    trigger = document.token_at(claim.evidence.trigger_start)
    others = trigger_and_object(document, claim, trigger) if claim.method == METHOD else ()
    return places_told(document.syntax, trigger, others)


def claim_of(tools: Tools, scored: Scored, proposal: Proposal) -> Claim:
    """Return the claim of a proposal with its words, its confidence the model's probability."""
    pair, number = proposal.pair, proposal.number
    trigger = trigger_of(tools, scored, number)
    subject = as_mention(tools, pair.subject)
    other = as_mention(tools, pair.object) if proposal.label in BETWEEN else None
    sentence = range(*tools.document.syntax.sentences[pair.sentence])
    told_at = (other.first,) if other and other.first in sentence else ()
    status = status_of(tools, proposal.predicate, scored.status[number], Told(trigger, subject, other, told_at))
    return tools.claim(
        proposal.predicate,
        subject,
        trigger,
        METHOD,
        object=other,
        value=proposal.value,
        status=status,
        qualifiers=_qualifiers(tools, pair, proposal.predicate, trigger, [m for m in (subject, other) if m]),
        confidence=proposal.probability,
        told_at=told_at,
    )


def _predicate(tools: Tools, pair: Pair, label: str) -> tuple[str | None, Scalar | None]:
    """Return predicate and value of a label; no predicate where the pair cannot carry it."""
    alone = pair.object is pair.subject
    if label in ALONE:
        return ALONE[label] if alone else (None, None)
    if label in WITH_VALUE:
        predicate, kind = WITH_VALUE[label]
        return (predicate, _value(tools, pair.object, label)) if pair.object.type == kind else (None, None)
    return (None, None) if alone or pair.object.kind == "value" else (label, None)


def _value(tools: Tools, slot: Slot, label: str) -> Scalar | None:
    if slot.type == "time":
        return tools.document.times[slot.source].value
    number = tools.document.quantities[slot.source].value
    return plain_number(-abs(number) if label == "fallsBy" else abs(number) if label == "risesBy" else number)


def as_mention(tools: Tools, slot: Slot) -> Mention:
    """Return the mention of a slot; for whom a sentence only means, the last mention before it."""
    document = tools.document
    if slot.source >= 0:
        return document.mentions[slot.source]
    start = document.syntax.starts[slot.first]
    same = [m for m in document.mentions if m.referent == slot.referent]
    return max((m for m in same if m.start < start), key=lambda m: m.start, default=same[0])


def trigger_of(tools: Tools, scored: Scored, number: int) -> int:
    """Return the token outside the two parties where the network looked hardest."""
    pair = scored.pairs[number]
    first, last = tools.document.syntax.sentences[pair.sentence]
    look = scored.look[number][: last - first].copy()
    look[: _part_of_later_subject(tools, pair, first) - first] = -1.0
    for slot in (pair.subject, pair.object):
        if slot.kind not in ("compound", "value"):
            look[slot.first - first : slot.last - first] = -1.0
    for i in range(len(look)):
        if tools.document.syntax.pos[first + i] in ("PUNCT", "SPACE"):
            look[i] = -1.0
    return first + int(look.argmax())


def _part_of_later_subject(tools: Tools, pair: Pair, first: int) -> int:
    """Return where a claim's part of a sentence begins: behind the ";" that parts the object from a later subject."""
    words = tools.document.syntax.words
    if pair.subject.is_implied or pair.object.is_implied or pair.object.first >= pair.subject.first:
        return first
    return next((i + 1 for i in range(pair.subject.first, pair.object.last, -1) if words[i] == ";"), first)


def _qualifiers(tools: Tools, pair: Pair, predicate: str, trigger: int, used: Sequence[Mention]) -> dict[str, Scalar]:
    first, last = tools.document.syntax.sentences[pair.sentence]
    names = tools.lexicon.signatures[predicate].qualifiers
    return tools.qualifiers.near(names, trigger, range(first, last), used)
