"""How the parties of a pair stand to the trigger words of a sentence, against how frames expect them to stand.

A frame's slots are a strict test; here they are evidence. Each row says of one pair, one trigger and one label which
roles either party has around the trigger, which the frames ask for, and where the words stand. What is learned from
rows holds for all predicates, so that a rare one profits from what was learned with a common one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.claims.clauses import Roles, governing_verb, is_passive, noun_roles, phrase_preposition, verb_roles
from kg.claims.document import Document
from kg.claims.learned.candidates import fits
from kg.claims.learned.scheme import (
    ALONE,
    BETWEEN,
    CLASS_NUMBER,
    DISTANCES,
    KIND_NUMBER,
    LABEL_NUMBER,
    TOKENS,
    WITH_VALUE,
    Pair,
    Slot,
    index_of,
)
from kg.claims.lexicon import Frame, Lexicon
from kg.language.syntax import dictionary_lemma

#: roles and prepositions that frames ask for; anything else counts as "-"
ROLES = tuple(
    """- subj obj iobj lsubj lobj liobj gen poss von durch an bei mit für in auf aus gegen gegenüber über zu nach vor um
    unter zwischen als laut compound name focus pair of conj vsubj""".split()
)
#: whole-number columns of a row: label, kind of trigger, places, prepositions, classes, kinds, distances
INTEGERS = 11
_FLAGS = 23
#: yes-or-no columns of a row: roles of both parties, roles asked for, flags
BITS = 4 * len(ROLES) + _FLAGS
_KINDS = {"verb": 0, "noun": 1, "adjective": 2}
_ROLE = index_of(ROLES)

LABELS_OF: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in BETWEEN},
    **{
        p: tuple(n for n, (q, _) in (*WITH_VALUE.items(), *ALONE.items()) if q == p)
        for p, _ in (*WITH_VALUE.values(), *ALONE.values())
    },
}


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger with the frames it calls and the phrases around it."""

    token: int
    frames: tuple[Frame, ...]
    roles: Roles
    passive: bool


class Asked(NamedTuple):
    """What the frames of one label at a trigger ask for: roles by number."""

    label: int
    #: verb, noun or adjective
    kind: int
    subject: frozenset[int]
    object: frozenset[int]
    #: whether a frame asks, and not a cue alone
    framed: bool


class Standing(NamedTuple):
    """How a slot stands to a trigger."""

    #: roles by number
    roles: frozenset[int]
    preposition: int
    type: int
    kind: int
    #: distance in steps
    steps: int
    #: around the trigger, right behind it, right before it, with a genitive ending
    flags: tuple[bool, ...]
    same_clause: bool
    named: bool


_NO_FLAGS = (False,) * 4


@dataclass(frozen=True, slots=True)
class Rows:
    """One row for each pair, trigger and label that could go together."""

    #: number of the pair
    pair: npt.NDArray[np.int64]
    #: column of the trigger in its sentence
    token: npt.NDArray[np.int64]
    integers: npt.NDArray[np.int64]
    bits: npt.NDArray[np.float32]


def trigger_frames(document: Document, lexicon: Lexicon, i: int) -> tuple[Frame, ...]:
    """Return the frames and cues that a token triggers, frames first."""
    s = document.syntax
    pos = s.pos[i]
    if pos in ("VERB", "AUX"):
        return tuple(dict.fromkeys(_of_verb(document, lexicon, i)))
    if pos in ("NOUN", "PROPN"):
        return tuple(dict.fromkeys(_of_noun(document, lexicon, i)))
    if pos in ("ADJ", "ADV"):
        return tuple(dict.fromkeys(_of_adjective(document, lexicon, i)))
    return ()


def _of_verb(document: Document, lexicon: Lexicon, i: int) -> Iterator[Frame]:
    s = document.syntax
    lemmas = _verb_lemmas(document, i)
    for lemma in lemmas:
        if s.reflexive[i]:
            yield from lexicon.verbs.get(f"sich {lemma}", ())
        yield from lexicon.verbs.get(lemma, ())
    for lemma in (*lemmas, s.lower[i]):
        yield from lexicon.cue_frames(lemma)


def _verb_lemmas(document: Document, i: int) -> tuple[str, ...]:
    """Return the infinitives that a verb form may belong to, by the model and by a dictionary."""
    s = document.syntax
    particle = s.particle(i)
    backup = dictionary_lemma(s.lower[i])
    return tuple(dict.fromkeys((s.lemmas[i], s.lower[particle] + backup if particle != -1 else backup)))


def _of_noun(document: Document, lexicon: Lexicon, i: int) -> Iterator[Frame]:
    s = document.syntax
    words = tuple(dict.fromkeys((s.lemmas[i].lower(), s.lower[i], dictionary_lemma(s.words[i]).lower())))
    yield from next((found for word in words if (found := lexicon.noun_frames(word)[1])), ())
    yield from next((found for word in words if (found := lexicon.cue_frames(word, compound=True))), ())


def _of_adjective(document: Document, lexicon: Lexicon, i: int) -> Iterator[Frame]:
    s = document.syntax
    words = tuple(dict.fromkeys((s.lemmas[i].lower(), s.lower[i], dictionary_lemma(s.lower[i]))))
    for word in words:
        yield from lexicon.adjectives.get(word, ())
    verb = dictionary_lemma(words[-1])
    yield from lexicon.verbs.get(verb, ())
    for word in dict.fromkeys((*words, verb)):
        yield from lexicon.cue_frames(word)


class TriggerReader:
    """Reads the rows of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, frames: Sequence[tuple[Frame, ...]]) -> None:
        self.document = document
        self.syntax = document.syntax
        self.lexicon = lexicon
        self.frames = frames
        self._chains: dict[tuple[int, int], frozenset[int]] = {}
        self._asking: dict[tuple[object, ...], tuple[Asked, ...]] = {}
        self._standings: dict[tuple[int, int], Standing] = {}

    def read(self, pairs: Sequence[Pair]) -> Rows:
        """Return the rows of pairs, in their order."""
        sites = self._sites({pair.sentence for pair in pairs})
        numbers: list[int] = []
        tokens: list[int] = []
        integers: list[tuple[int, ...]] = []
        rows: list[int] = []
        columns: list[int] = []
        for number, pair in enumerate(pairs):
            start = self.syntax.sentences[pair.sentence][0]
            for site in sites[pair.sentence]:
                for asked in self._asked(site, pair):
                    a, b = self._standing(site, pair.subject, pair), self._standing(site, pair.object, pair)
                    found = self._bits(site, pair, asked, a, b)
                    rows += [len(numbers)] * len(found)
                    columns += found
                    numbers.append(number)
                    tokens.append(site.token - start)
                    place = _place(pair.subject, pair.object, site.token)
                    fixed = asked.label, asked.kind, place, a.preposition, b.preposition
                    integers.append((*fixed, a.type, b.type, a.kind, b.kind, a.steps, b.steps))
        bits = np.zeros((len(numbers), BITS), np.float32)
        bits[rows, columns] = 1.0
        return Rows(
            np.array(numbers, np.int64),
            np.array(tokens, np.int64),
            np.array(integers, np.int64).reshape(len(numbers), INTEGERS),
            bits,
        )

    def _sites(self, numbers: set[int]) -> dict[int, list[Site]]:
        found: dict[int, list[Site]] = defaultdict(list)
        for number in numbers:
            first, last = self.syntax.sentences[number]
            for i in range(first, min(last, first + TOKENS)):
                if self.frames[i]:
                    found[number].append(self._site(i))
        return found

    def _site(self, i: int) -> Site:
        s = self.syntax
        if s.pos[i] in ("VERB", "AUX") or self.frames[i][0].kind == "verb":
            return Site(i, self.frames[i], verb_roles(s, i), is_passive(s, i))
        roles = dict(noun_roles(s, i))
        verb = governing_verb(s, i)
        passive = False
        if verb != -1:
            passive = is_passive(s, verb)
            for role, heads in verb_roles(s, verb).items():
                name = f"l{role}" if role in ("subj", "obj", "iobj") else role
                roles[name] = [*roles.get(name, ()), *(h for h in heads if h != i)]
        if s.deps[i] == "amod":
            roles["subj"] = [*roles.get("subj", ()), s.heads[i]]
        return Site(i, self.frames[i], roles, passive)

    def _asked(self, site: Site, pair: Pair) -> tuple[Asked, ...]:
        """Return what a site's frames ask of a pair of these classes, label by label."""
        alone, value = pair.object is pair.subject, pair.object.kind == "value"
        key = site.token, pair.subject.type, pair.object.type, alone, value
        if key not in self._asking:
            signatures = self.lexicon.signatures
            by_label: dict[str, list[Frame]] = {}
            for frame in site.frames:
                for label in LABELS_OF.get(frame.predicate, ()):
                    of_kind = alone == (label in ALONE) and value == (label in WITH_VALUE)
                    if of_kind and fits(signatures[frame.predicate], label, pair):
                        by_label.setdefault(label, []).append(frame)
            self._asking[key] = tuple(_ask(label, frames) for label, frames in by_label.items())
        return self._asking[key]

    def _standing(self, site: Site, slot: Slot, pair: Pair) -> Standing:
        """Return how a slot stands to a trigger; the slots of a sentence are the same objects in all its pairs."""
        key = site.token, id(slot)
        if key not in self._standings:
            cls, kind = CLASS_NUMBER.get(slot.type, 0), KIND_NUMBER.get(slot.kind, 0)
            if slot.is_implied:
                self._standings[key] = Standing(frozenset(), 0, cls, kind, len(DISTANCES) + 1, _NO_FLAGS, False, False)
            else:
                self._standings[key] = self._named(site, slot, pair.sentence, cls, kind)
        return self._standings[key]

    def _named(self, site: Site, slot: Slot, number: int, cls: int, kind: int) -> Standing:
        s, t = self.syntax, site.token
        chain = self._chain(slot)
        roles = frozenset(_ROLE.get(role, 0) for role, heads in site.roles.items() if not chain.isdisjoint(heads))
        found = phrase_preposition(s, slot.first, s.sentences[number][0])
        flags = (
            slot.first <= t < slot.last, slot.first == t + 1, slot.last == t, self._owns(slot),
        )  # fmt: skip
        same = s.clause_head(slot.last - 1) == s.clause_head(t)
        return Standing(roles, _ROLE.get(found or "-", 0), cls, kind, _steps(slot, t), flags, same, True)

    def _bits(self, site: Site, pair: Pair, asked: Asked, a: Standing, b: Standing) -> list[int]:
        """Return the columns of a row that are set."""
        n = len(ROLES)
        found = [*a.roles, *(n + r for r in b.roles), *(2 * n + r for r in asked.subject)]
        found += [3 * n + r for r in asked.object]
        flags = (
            not a.roles.isdisjoint(asked.subject), not b.roles.isdisjoint(asked.object),
            not a.roles.isdisjoint(asked.object), not b.roles.isdisjoint(asked.subject),
            a.preposition in asked.subject, b.preposition in asked.object,
            a.preposition in asked.object, b.preposition in asked.subject,
            *(flag for both in zip(a.flags, b.flags, strict=True) for flag in both),
            site.passive, a.same_clause, b.same_clause, self._others(pair.subject, site.token, pair.object),
            self._others(pair.object, site.token, pair.subject), _ROLE["focus"] in asked.subject and not a.named,
            asked.framed,
        )  # fmt: skip
        found += [4 * n + i for i, flag in enumerate(flags) if flag]
        return found

    def _chain(self, slot: Slot) -> frozenset[int]:
        """Return the tokens of a mention and of the phrases that it stands in or beside."""
        key = slot.first, slot.last
        if key not in self._chains:
            s = self.syntax
            found = set(range(slot.first, slot.last))
            i = slot.last - 1
            for _ in range(4):
                if s.deps[i] in ("appos", "flat", "flat:name", "conj", "compound", "nmod") or i in range(
                    slot.first, slot.last
                ):
                    i = s.heads[i]
                    found.add(i)
            if slot.first and s.pos[slot.first - 1] == "NOUN":
                found.add(slot.first - 1)
            self._chains[key] = frozenset(found)
        return self._chains[key]

    def _owns(self, slot: Slot) -> bool:
        """Tell whether a mention has the genitive ending of a name."""
        if slot.is_implied or slot.kind != "name":
            return False
        mention = self.document.mentions[slot.source]
        return mention.text != mention.name and mention.text.endswith(("s", "'", "’"))

    def _others(self, slot: Slot, t: int, other: Slot) -> bool:
        """Tell whether another mention of the class stands nearer to the trigger on that side."""
        if slot.is_implied:
            return False
        low, high = (slot.last, t) if slot.first < t else (t + 1, slot.first)
        return any(m.type == slot.type and m.first != other.first for m in self.document.mentions_in(low, high))


def _ask(label: str, frames: Sequence[Frame]) -> Asked:
    subject = frozenset(_ROLE.get(_slot_name(x), 0) for f in frames for x in f.subject)
    other = frozenset(_ROLE.get(_slot_name(x), 0) for f in frames for x in f.object)
    framed = not frames[0].name.startswith("cue-")
    return Asked(LABEL_NUMBER[label], _KINDS[frames[0].kind], subject, other, framed)


def _slot_name(slot: str) -> str:
    """Return the role in a slot of a frame: "l:von" asks for "von", "of:obj" for an owner."""
    head, _, tail = slot.partition(":")
    return tail if head == "l" and tail else head


def _place(a: Slot, b: Slot, t: int) -> int:
    """Return the order of subject, object and trigger as a number below 16; absent ones count apart."""
    if a.is_implied or b.is_implied:
        rest = b if a.is_implied else a
        return 8 + 2 * int(a.is_implied) + int(rest.first < t)
    return int(a.first < t) + 2 * int(b.first < t) + 4 * int(a.first < b.first)


def _steps(slot: Slot, t: int) -> int:
    if slot.is_implied:
        return len(DISTANCES) + 1
    gap = t - slot.last + 1 if slot.first <= t else slot.first - t
    return bisect_left(DISTANCES, max(gap, 0))
