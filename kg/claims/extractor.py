"""The extractor: one analysed article in, its claims out. A pure function of text, date, model and lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Evidence, Party, Scalar, Status
from kg.claims.consistency import completed_once, consistent, first_readings
from kg.claims.consistency.one_employer import guessed_houses
from kg.claims.document import Document
from kg.claims.lexicon import Frame, Lexicon
from kg.claims.matching import FrameMatcher, Match, Rejection
from kg.claims.positions import bare_noun
from kg.claims.qualifiers import QualifierReader, currency_of, plain_number
from kg.claims.slots import PhraseReader
from kg.claims.sources import AttributionReader
from kg.claims.sources.speakers import staff_body
from kg.claims.status import StatusReader, weakest
from kg.language.spans import Mention

if TYPE_CHECKING:
    from kg.claims.learned.background import Background
    from kg.claims.learned.model import RelationModel


#: claims of less confidence are not even listed as rejected
UNSURE = 0.1


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article states, and what was considered and rejected."""

    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...] = ()
    #: claims whose confidence lies below the threshold, the surest first
    unsure: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """What weighs and completes the claims of frames and constructions."""

    relations: RelationModel
    background: Background


@dataclass(frozen=True, slots=True)
class Tools:
    """The readers over one document that frames and constructions share."""

    document: Document
    lexicon: Lexicon
    phrases: PhraseReader
    status: StatusReader
    attribution: AttributionReader
    qualifiers: QualifierReader

    def party(self, mention: Mention) -> Party:
        """Return the entity of a mention in its role."""
        referent = self.document.referents[mention.referent]
        return Party(
            referent.name,
            referent.type,
            referent.aliases,
            referent.key,
            referent.country,
            mention.start,
            mention.end,
        )

    def sources(self, trigger: int, subject: Mention, *others: int) -> tuple[Party, ...]:
        """Return who the article names as source of what a trigger states, without the subject itself.

        ``others`` are further tokens of its sentence at which it is told.
        """
        found = self.attribution.sources(trigger, *others)
        return tuple(
            _unnamed(s) if isinstance(s, str) else self.party(s)
            for s in found
            if isinstance(s, str) or s.referent != subject.referent
        )

    def evidence(self, trigger: int) -> Evidence:
        """Return the sentence of a trigger as evidence."""
        start, end = self.document.sentence_text(trigger)
        s = self.document.syntax
        return Evidence(start, end, self.document.text[start:end], s.starts[trigger], s.ends[trigger])

    def claim(
        self,
        predicate: str,
        subject: Mention,
        trigger: int,
        method: str,
        *,
        object: Mention | None = None,
        value: Scalar | None = None,
        status: Status = "actual",
        qualifiers: dict[str, Scalar] | None = None,
        confidence: float = 1.0,
        attributed: bool = True,
        told_at: Sequence[int] = (),
    ) -> Claim:
        """Build a claim with its evidence and, unless it is an attribute taken as given, its sources.

        ``told_at`` are tokens of the sentence that tell it beside the trigger.
        """
        return Claim(
            article=self.document.article,
            subject=self.party(subject),
            predicate=predicate,
            object=None if object is None else self.party(object),
            value=value,
            status=status,
            evidence=self.evidence(trigger),
            method=method,
            confidence=round(confidence, 3),
            qualifiers=qualifiers or {},
            attributed_to=self.sources(trigger, subject, *told_at) if attributed else (),
        )


def _unnamed(source: str) -> Party:
    """Return a source by its words; the staff's body at a company is called by them as by a name."""
    body = staff_body(source)
    return Party(source, None) if body is None else Party(body, "Union")


def open_tools(document: Document, lexicon: Lexicon) -> Tools:
    """Set up the readers for a document."""
    words = lexicon.words
    transparent = words["transparent"]
    phrases = PhraseReader(
        document,
        frozenset(transparent["through"]),
        frozenset(transparent["compound_heads"]),
        tuple(transparent["sites"]),
    )
    return Tools(
        document=document,
        lexicon=lexicon,
        phrases=phrases,
        status=lexicon.indexed(StatusReader, "status"),
        attribution=AttributionReader(words["attribution"], document, phrases),
        qualifiers=QualifierReader(words["qualifiers"], document),
    )


def extract(
    document: Document,
    lexicon: Lexicon,
    silent: Iterable[tuple[int, int]] = (),
    learned: Learned | None = None,
) -> Extraction:
    """Return the claims of a document.

    ``silent`` are character ranges that state nothing: advertising, teasers, page furniture. Without what was
    learned frames and constructions alone decide.
    """
    silent = tuple(silent)
    tools = open_tools(document, lexicon)
    muted = _Muted(document, silent)
    found, rejections = _read(tools, muted)
    claims = list(first_readings(found, tools))
    guessed = guessed_houses(claims)
    unsure: list[Claim] = []
    if learned is not None:
        claims, unsure = _weighed(tools, claims, learned, muted)
    told = consistent(claims, unsure, guessed, tools, learned, muted.covers)
    return Extraction(tuple(distinct(completed_once(told, tools))), tuple(rejections), tuple(unsure))


def _read(tools: Tools, muted: _Muted) -> tuple[list[Claim], list[Rejection]]:
    """Return what frames and constructions find, and what frames reject."""
    from kg.claims.constructions import CONSTRUCTIONS

    claims: list[Claim] = []
    rejections: list[Rejection] = []
    for result in FrameMatcher(tools.lexicon, tools.document, tools.phrases).run():
        if isinstance(result, Rejection):
            rejections.append(result)
        elif reason := muted.reason(result.trigger):
            rejections.append(Rejection(result.frame, result.trigger, reason))
        else:
            claims += _claims_of(result, tools)
    for construction in CONSTRUCTIONS:
        claims += [c for c in construction(tools) if not muted.covers(c.evidence.trigger_start)]
    return claims, rejections


def _weighed(tools: Tools, claims: list[Claim], learned: Learned, muted: _Muted) -> tuple[list[Claim], list[Claim]]:
    """Return what frames and model together hold for right, and what they hold for possible but unsure."""
    from kg.claims.learned.calibration import calibration
    from kg.claims.learned.fusion import fuse

    weighed = fuse(tools, claims, learned.relations, learned.background, muted.silent, UNSURE)
    fused = [c for c in weighed if not muted.covers(c.evidence.trigger_start)]
    threshold = calibration(learned.relations.folder).threshold
    unsure = [c for c in fused if UNSURE <= c.confidence < threshold]
    return [c for c in fused if c.confidence >= threshold], sorted(unsure, key=lambda c: -c.confidence)


class _Muted:
    """Which triggers lie where nothing is stated."""

    def __init__(self, document: Document, silent: Iterable[tuple[int, int]]) -> None:
        self.document = document
        self.silent = tuple(silent)

    def covers(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.silent) or self._in_question(offset)

    def reason(self, trigger: int) -> str | None:
        offset = self.document.syntax.starts[trigger]
        if any(start <= offset < end for start, end in self.silent):
            return "stands in advertising or page furniture"
        return "stands in a question" if self._in_question(offset) else None

    def _in_question(self, offset: int) -> bool:
        for first, last in self.document.syntax.sentences:
            if self.document.syntax.starts[first] <= offset < self.document.syntax.ends[last - 1]:
                words = self.document.syntax.words
                while last > first + 1 and (words[last - 1].isspace() or words[last - 1] in "“”\"'»«)"):
                    last -= 1
                return words[last - 1].endswith("?")
        return False


def _status(context: Status, frame: Frame) -> Status:
    """Return the status of clause and frame.

    A frame with "actual" has a "no" of its own: "hat keine Einwände"; two of them undo each other: "verlässt Russland
    nicht". One with "planned" may have it, too: "tritt nicht mehr zur Wahl an".
    """
    if frame.status == context == "negated":
        return "actual"
    if frame.status == "planned" and context == "negated" and frame.has_own_no:
        return "planned"
    if frame.status == "actual" and context in ("negated", "planned"):
        return "actual"
    return weakest(context, frame.status)


def _claims_of(match: Match, tools: Tools) -> Iterator[Claim]:
    """Turn a match into claims: one, or none where a value is missing."""
    frame, document = match.frame, tools.document
    value = _value(match, tools)
    if value is _MISSING:
        return
    status = _status(_context(match, tools), frame)
    used = [f.mention for f in (match.subject, match.object) if f]
    qualifiers = _told_past(_qualifiers(match, tools, used), match, document)
    confidence = frame.confidence * match.subject.score * (match.object.score if match.object else 1.0)
    date = value if frame.value == "time" else qualifiers.get("date")
    lasts = tools.status.tells_end(document.syntax, match.trigger, frame.predicate)
    yield tools.claim(
        frame.predicate,
        match.subject.mention,
        match.trigger,
        frame.name,
        object=match.object.mention if match.object else None,
        value=value if isinstance(value, str | int | float) else None,
        status=status if lasts else _dated(status, date, document),
        qualifiers=qualifiers,
        confidence=confidence,
        attributed=not frame.is_attributive or status != "actual",
    )


def _context(match: Match, tools: Tools) -> Status:
    """Return the status that the words around a trigger give; an attribute has its own: "will Teilhaber werden"."""
    predicate, syntax = match.frame.predicate, tools.document.syntax
    if not (match.frame.is_attributive or tools.status.is_given(syntax, match.trigger, predicate)):
        return tools.status.read(syntax, match.trigger, predicate)
    own = tools.status.read_attribute(syntax, match.trigger)
    return own if predicate == "worksFor" else weakest(own, tools.status.read_becoming(syntax, match.trigger))


_MISSING = object()


def _value(match: Match, tools: Tools) -> object:
    """Return the value of a value predicate, None where it has none, ``_MISSING`` where it needs one."""
    kind = match.frame.value
    if kind == "jobs":
        jobs = tools.qualifiers.jobs_count(match.trigger, match.span)
        return None if jobs is None else plain_number(jobs.value)
    if kind == "money":
        money = tools.qualifiers.nearest_money(match.trigger, match.span)
        return None if money is None else plain_number(money.value)
    if kind == "time":
        time = tools.qualifiers.exact_date(match.trigger, match.span)
        return _MISSING if time is None else time.value
    return None


def _qualifiers(match: Match, tools: Tools, used: Sequence[Mention]) -> dict[str, Scalar]:
    frame = match.frame
    names = tools.lexicon.signatures[frame.predicate].qualifiers
    span = _own_phrase(match, tools) if frame.is_attributive or _is_attribute(match, tools) else match.span
    span = (*span, *_sum_behind(match, tools)) if "amount" in names else span
    found = tools.qualifiers.read(frame, names, match.trigger, match.roles, span, used)
    if "position" in names:
        found |= _position(match, tools)
    if frame.value == "money":
        money = tools.qualifiers.nearest_money(match.trigger, match.span)
        found |= currency_of(money) if money else {}
    return found


def _is_attribute(match: Match, tools: Tools) -> bool:
    """Tell whether an adjective stands before its noun: "der insolvente Händler Esprit teilte am Montag mit"."""
    return match.frame.kind == "adjective" and tools.document.syntax.deps[match.trigger] == "amod"


def _sum_behind(match: Match, tools: Tools) -> Iterator[int]:
    """Yield the sum behind the noun of a participle: "die gegen Intel verhängte Strafe von einer Milliarde Euro"."""
    s = tools.document.syntax
    if match.frame.kind != "verb" or s.deps[match.trigger] != "amod":
        return
    noun = s.heads[match.trigger]
    for phrase in s.dep_children(noun, "nmod"):
        if phrase > noun and s.preposition(phrase) in ("von", "über", "in"):
            yield from (i for i in s.subtree(phrase) if i not in match.span)


def _own_phrase(match: Match, tools: Tools) -> tuple[int, ...]:
    """Return the tokens of an attribute's own phrase: numbers of its clause are of something else."""
    phrase = tools.document.syntax.subtree(match.trigger)
    return tuple(i for i in match.span if i in phrase)


def _position(match: Match, tools: Tools) -> dict[str, Scalar]:
    """Return the post: the frame's own, the trigger noun's, or the one behind "als" or "zu"."""
    if match.frame.position:
        return {"position": match.frame.position}
    if match.frame.kind == "noun" and "name" in match.frame.subject:
        return {"position": bare_noun(match.trigger, tools.document)}
    return {}


def _told_past(qualifiers: dict[str, Scalar], match: Match, document: Document) -> dict[str, Scalar]:
    """Return qualifiers, a day ahead that a preterite tells of a year back: "schied am 5. Dezember aus", in November.

    Only of comings and goings: what firms do is told with days that were set for it.
    """
    date, s, today = str(qualifiers.get("date", "")), document.syntax, document.published
    is_move = match.frame.predicate in ("departsFrom", "appoints") and s.feats[match.trigger].get("Tense") == "Past"
    if not is_move or today is None or len(date) != _DAY or date <= today.isoformat():
        return qualifiers
    said = {int(word.rstrip(".")) for word in s.words[slice(*s.sentence(match.trigger))] if word.rstrip(".").isdigit()}
    if int(date[:4]) in said or (date[5:] == "02-29"):
        return qualifiers
    return {**qualifiers, "date": f"{int(date[:4]) - 1}{date[4:]}"}


#: length of an ISO 8601 day
_DAY = 10


def _dated(status: Status, date: object, document: Document) -> Status:
    """A dated deed that lies ahead is planned."""
    if status != "actual" or document.published is None or not isinstance(date, str) or not date[:4].isdigit():
        return status
    today = document.published.isoformat()
    return "planned" if date > today[: len(date)] and "-Q" not in date else status


#: qualifiers that are words of the text
_ABOUT = ("topic", "product")


def distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield each claim once: of several with the same parties, value and status, the surest.

    What a sentence tells of two is told once, whatever words say what it is about; nobody stands to himself.
    """
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        if claim.object is not None and claim.object.name == claim.subject.name:
            continue
        told = {k: str(v) for k, v in claim.qualifiers.items()}
        about = [told.pop(name) for name in _ABOUT if name in told]
        key = (
            claim.subject.name, claim.subject.type, claim.predicate,
            claim.object.name if claim.object else None, claim.value, claim.status,
            tuple(sorted(told.items())), claim.evidence.start if about else None,
        )  # fmt: skip
        if key not in best:
            best[key] = claim
        elif claim.confidence > best[key].confidence:
            best[key] = replace(claim, evidence=claim.evidence)
    return iter(sorted(best.values(), key=lambda c: (c.evidence.trigger_start, c.predicate, c.subject.name)))
