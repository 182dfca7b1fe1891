"""What the frames at a trigger ask of the two parties, label by label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.claims.learned.candidates import fits
from kg.claims.learned.scheme import ALONE, LABEL_NUMBER, LABELS_OF, ROLE_NUMBER, WITH_VALUE
from kg.claims.learned.triggered import Frames
from kg.claims.lexicon import REMEMBERED, Frame, Lexicon

_KINDS = {"verb": 0, "noun": 1, "adjective": 2}


class Parties(NamedTuple):
    """What frames look at in a pair."""

    #: classes; of a value its kind
    subject: str
    object: str
    #: whether both are the same slot
    alone: bool
    value: bool


class Asked(NamedTuple):
    """What the frames of one label at a trigger ask for; the bits of a set of roles are their numbers."""

    label: int
    #: verb, noun or adjective
    kind: int
    subject: int
    object: int
    #: whether a frame asks, and not a cue alone
    framed: bool


class Asking(dict[Parties, tuple[Asked, ...]]):
    """What some frames ask for, by the parties they are asked of."""

    def __init__(self, lexicon: Lexicon, frames: Frames) -> None:
        super().__init__()
        self._signatures = lexicon.signatures
        self._frames = frames

    def __missing__(self, parties: Parties) -> tuple[Asked, ...]:
        by_label: dict[str, list[Frame]] = {}
        for frame in self._frames:
            for label in LABELS_OF.get(frame.predicate, ()):
                if self._fits(frame, label, parties):
                    by_label.setdefault(label, []).append(frame)
        self[parties] = tuple(_ask(label, frames) for label, frames in by_label.items())
        return self[parties]

    def _fits(self, frame: Frame, label: str, parties: Parties) -> bool:
        of_kind = parties.alone == (label in ALONE) and parties.value == (label in WITH_VALUE)
        return of_kind and fits(self._signatures[frame.predicate], label, parties.subject, parties.object)


@lru_cache(maxsize=REMEMBERED)
def asking(lexicon: Lexicon, frames: Frames) -> Asking:
    """Return what frames ask for, found once for all the triggers that call the same ones."""
    return Asking(lexicon, frames)


def _ask(label: str, frames: Sequence[Frame]) -> Asked:
    subject = _roles(slot for frame in frames for slot in frame.subject)
    other = _roles(slot for frame in frames for slot in frame.object)
    framed = not frames[0].name.startswith("cue-")
    return Asked(LABEL_NUMBER[label], _KINDS[frames[0].kind], subject, other, framed)


def _roles(slots: Iterable[str]) -> int:
    bits = 0
    for slot in slots:
        bits |= 1 << ROLE_NUMBER.get(_role(slot), 0)
    return bits


def _role(slot: str) -> str:
    """Return the role in a slot of a frame: "l:von" asks for "von", "of:obj" for an owner."""
    head, _, tail = slot.partition(":")
    return tail if head == "l" and tail else head
