"""Frames at their triggers: who fills them, or why they do not match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from kg.claims.clauses import Roles
from kg.claims.document import Document
from kg.claims.lexicon import Frame, Lexicon
from kg.claims.matching.conditions import unmet
from kg.claims.matching.fillers import Fillers
from kg.claims.matching.rulers import OFFICIAL, Rulers
from kg.claims.matching.site import Site
from kg.claims.matching.told_deals import DEALS, SURE, tells_deal, tells_holding
from kg.claims.matching.triggers import Triggers
from kg.claims.matching.word_order import WordOrder
from kg.claims.slots import Filler, PhraseReader

#: who can be told to get something
_BUYERS = ("Organization", "Person")
#: who does so owns the thing, or a share of it
_OWNING = ("sells", "ownsStakeIn", "investsIn")
#: where frames of selling have the one who gets it
_RECEIVING = ("an",)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that matched, with its parties; ``object`` is None for predicates with a value."""

    frame: Frame
    trigger: int
    subject: Filler
    object: Filler | None
    roles: Roles
    span: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A frame whose trigger occurred but that did not match, and why."""

    frame: Frame
    trigger: int
    reason: str


class FrameMatcher:
    """Matches all frames of a lexicon against one document."""

    def __init__(self, lexicon: Lexicon, document: Document, reader: PhraseReader) -> None:
        self._syntax = document.syntax
        self._reader = reader
        self._triggers = Triggers(lexicon, document)
        self._fillers = Fillers(lexicon, document, reader)
        self._word_order = WordOrder(document, reader)
        self._rulers = Rulers(document)

    def run(self) -> Iterator[Match | Rejection]:
        """Yield every match and every rejection, in the order of their triggers."""
        for frames, site in self._triggers:
            for frame in frames:
                yield from self._try(frame, site)

    def _try(self, frame: Frame, site: Site) -> Iterator[Match | Rejection]:
        reason = unmet(self._syntax, frame, site)
        if reason:
            yield Rejection(frame, site.trigger, reason)
            return
        pairs = self._pairs(frame, site)
        if isinstance(pairs, str):
            yield Rejection(frame, site.trigger, pairs)
            return
        for subject, obj in pairs:
            if obj is not None and tells_deal(frame):
                self._fillers.deals.note(site.trigger, obj)
            if obj is not None and tells_holding(frame):
                self._fillers.deals.note_held(site.trigger, obj, sure=frame.confidence >= SURE)
            if obj is not None and frame.predicate in _OWNING and frame.confidence >= SURE:
                self._fillers.deals.note_owner(site.trigger, subject, obj)
            yield Match(frame, site.trigger, subject, obj, site.all_roles(), tuple(site.span))

    def _pairs(self, frame: Frame, site: Site) -> list[tuple[Filler, Filler | None]] | str:
        if "pair" in frame.subject and "pair" in frame.object:
            both = self._pair(frame, site)
            if both:
                return both
        subjects = self._fillers.fill(frame.subject, frame.subject_class, frame, site, frozenset())
        if frame.predicate in OFFICIAL:
            subjects = self._in_office(subjects, frame, site)
        if not subjects:
            if tells_deal(frame):
                self._note_bare(frame, site)
            return f"no {' or '.join(frame.subject_class)} as subject ({' | '.join(frame.subject)})"
        if tells_deal(frame):
            self._note_buyers(frame, site, subjects)
        if not frame.object:
            return [(subject, None) for subject in subjects]
        taken = frozenset(m.referent for f in subjects for m in (f.mention, *self._reader.coordinated(f.mention)))
        objects = self._fillers.fill(frame.object, frame.object_class, frame, site, taken)
        if frame.predicate in (*DEALS, *_OWNING):
            objects = self._changing_hands(objects, frame, site)
        pairs: list[tuple[Filler, Filler | None]] = [
            (a, b) for a, b in product(subjects, objects) if a.mention.referent != b.mention.referent
        ]
        return pairs or f"no {' or '.join(frame.object_class)} as object ({' | '.join(frame.object)})"

    def _changing_hands(self, objects: list[Filler], frame: Frame, site: Site) -> list[Filler]:
        """Return what goes over to somebody: not who sells it ("Bosch verkauft sein Geschäft an Triton")."""
        if frame.subject == _RECEIVING and "subj" not in frame.object:
            sellers = {f.mention.referent for f in self._reader.fillers(site.all_roles().get("subj", ()), _BUYERS)}
            objects = [f for f in objects if f.mention.referent not in sellers]
        return [self._fillers.deals.owned_by(f, site.trigger) for f in objects]

    def _in_office(self, subjects: list[Filler], frame: Frame, site: Site) -> list[Filler]:
        """Return the bodies for which people act, where the text tells of their office: "US-Präsident Trump drohte"."""
        people = subjects or self._fillers.fill(frame.subject, ("Person",), frame, site, frozenset())
        if any(f.mention.type != "Person" for f in people):
            return subjects
        return self._rulers.acting(people) or subjects

    def _note_buyers(self, frame: Frame, site: Site, subjects: Sequence[Filler]) -> None:
        """Remember who gets what changes hands: the subject of a purchase, or whom something is sold to."""
        buys = frame.predicate == "acquires"
        for buyer in subjects if buys else self._reader.fillers(site.all_roles().get("an", ()), _BUYERS):
            self._fillers.deals.note_buyer(site.trigger, buyer)

    def _note_bare(self, frame: Frame, site: Site) -> None:
        """Remember what changes hands where nobody is told who buys or sells it: "Innomotics soll verkauft werden"."""
        for thing in self._fillers.fill(frame.object, frame.object_class, frame, site, frozenset())[:1]:
            self._fillers.deals.note(site.trigger, thing)

    def _pair(self, frame: Frame, site: Site) -> list[tuple[Filler, Filler | None]]:
        roles = site.all_roles()
        for role in ("zwischen", "von", "gen", "subj", "lsubj", "obj", "mit"):
            found = self._reader.fillers(roles.get(role, ()), frame.subject_class)
            if role == "mit" and self._reader.fillers(roles.get("subj", ()), frame.subject_class):
                break  # several partners of one subject are no pair
            if len(found) >= 2:
                first = found[0]
                return [(first, other) for other in found[1:]]
        members = self._fillers.group_members(site.trigger, frame.subject_class)
        return [(members[0], other) for other in members[1:]] or self._word_order.pair(frame, site)
