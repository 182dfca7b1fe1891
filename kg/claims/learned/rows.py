"""How the parties of a pair stand to the trigger words of a sentence, against how frames expect them to stand.

A frame's slots are a strict test; here they are evidence. Each row says of one pair, one trigger and one label which
roles either party has around the trigger, which the frames ask for, and where the words stand. What is learned from
rows holds for all predicates, so that a rare one profits from what was learned with a common one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kg.claims.document import Document
from kg.claims.learned.asking import Asked, Parties, asking
from kg.claims.learned.scheme import CLASSES, ROLE_NUMBER, ROLES, Pair
from kg.claims.learned.slot_table import Numbers, SlotTable
from kg.claims.learned.standing import Flags, Standings, bit_columns
from kg.claims.learned.triggered import Frames, Site, sites
from kg.claims.lexicon import Lexicon

#: whole-number columns of a row: label, kind of trigger, places, prepositions, classes, kinds, distances
INTEGERS = 11
_FLAGS = 23
#: yes-or-no columns of a row: roles of both parties, roles asked for, flags
BITS = 4 * len(ROLES) + _FLAGS
_FOCUS = 1 << ROLE_NUMBER["focus"]


@dataclass(frozen=True, slots=True)
class Rows:
    """One row for each pair, trigger and label that could go together."""

    #: number of the pair
    pair: Numbers
    #: column of the trigger in its sentence
    token: Numbers
    integers: Numbers
    bits: npt.NDArray[np.float32]


def read_rows(
    document: Document, lexicon: Lexicon, frames: Mapping[int, Frames], pairs: Sequence[Pair], table: SlotTable
) -> Rows:
    """Return the rows of pairs, in their order; ``frames`` are what each token triggers."""
    groups = _Groups(pairs, table)
    found = list(sites(document, frames, [*groups.of_sentence]))
    site, asked, pair, forms = _joined(found, lexicon, groups)
    standings = Standings(document, table, found)
    a, b = standings.at(site, table.subject[pair]), standings.at(site, table.object[pair])
    token = np.array([one.token for one in found], np.int64)[site]
    starts = np.array([document.syntax.sentences[one.sentence][0] for one in found], np.int64)
    passive = np.array([one.passive for one in found], np.bool_)[site]
    integers = _integers(forms[asked], _place(table, pair, token), standings, a, b)
    crowded = (
        standings.rivalled(a, table.first[table.object[pair]]),
        standings.rivalled(b, table.first[table.subject[pair]]),
    )
    flags = _flags(forms[asked], standings, a, b, passive, crowded)
    return Rows(pair, token - starts[site], integers, _bits(forms, asked, standings, a, b, flags))


class _Groups:
    """Pairs of a sentence of which frames ask the same, because their classes are the same."""

    def __init__(self, pairs: Sequence[Pair], table: SlotTable) -> None:
        sentence = np.array([pair.sentence for pair in pairs], np.int64)
        classes = (sentence * len(CLASSES) + table.type[table.subject]) * len(CLASSES) + table.type[table.object]
        key = 2 * classes + (table.subject == table.object)
        _, first, group, self.sizes = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
        self.members = np.argsort(group, kind="stable")
        self.starts = np.cumsum(self.sizes) - self.sizes
        #: sentence → number of each group with what frames look at in it
        self.of_sentence: dict[int, list[tuple[int, Parties]]] = {}
        for number, pair in enumerate(pairs[i] for i in first.tolist()):
            self.of_sentence.setdefault(pair.sentence, []).append((number, _parties(pair)))


def _parties(pair: Pair) -> Parties:
    a, b = pair.subject, pair.object
    return Parties(a.type, b.type, a is b, b.kind == "value")


def _joined(found: Sequence[Site], lexicon: Lexicon, groups: _Groups) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the triggers, what they ask and the pairs of whom, by number; and what is asked, line by line."""
    forms: dict[Asked, int] = {}
    joined = [
        (number, group, forms.setdefault(asked, len(forms)))
        for number, site in enumerate(found)
        for group, parties in groups.of_sentence[site.sentence]
        for asked in asking(lexicon, site.frames)[parties]
    ]
    site, group, asked = np.array(joined, np.int64).reshape(len(joined), 3).T
    sizes = groups.sizes[group]
    line = np.repeat(np.arange(len(joined)), sizes)
    pair = groups.members[np.arange(len(line)) + np.repeat(groups.starts[group] - np.cumsum(sizes) + sizes, sizes)]
    order = np.argsort(pair, kind="stable")
    line = line[order]
    return site[line], asked[line], pair[order], np.array([*forms], np.int64).reshape(len(forms), len(Asked._fields))


def _place(table: SlotTable, pair: Numbers, token: Numbers) -> Numbers:
    """Return the order of subject, object and trigger as a number below 16; absent ones count apart."""
    a, b = table.subject[pair], table.object[pair]
    first_a, first_b, absent = table.first[a], table.first[b], table.implied[a]
    rest = np.where(absent, first_b, first_a)
    one = 8 + 2 * absent + (rest < token)
    both = (first_a < token) + 2 * (first_b < token) + 4 * (first_a < first_b)
    place: Numbers = np.where(absent | table.implied[b], one, both)
    return place


def _integers(asked: Numbers, place: Numbers, s: Standings, a: Numbers, b: Numbers) -> Numbers:
    label, kind = asked[:, 0], asked[:, 1]
    ends = [column[end] for column in (s.preposition, s.type, s.kind, s.steps) for end in (a, b)]
    return np.stack([label, kind, place, *ends], 1)


def _flags(
    asked: Numbers, s: Standings, a: Numbers, b: Numbers, passive: Flags, crowded: tuple[Flags, Flags]
) -> list[Flags]:
    subject, other, framed = asked[:, 2], asked[:, 3], asked[:, 4]
    have = [(s.roles[a], s.roles[b]), (1 << s.preposition[a], 1 << s.preposition[b])]
    asks = (subject, other), (other, subject)
    met = [(mine & want) != 0 for both in have for order in asks for mine, want in zip(both, order, strict=True)]
    around = [flag[end] for flag in s.flags for end in (a, b)]
    focused = ((subject & _FOCUS) != 0) & ~s.named[a]
    return [*met, *around, passive, s.same_clause[a], s.same_clause[b], *crowded, focused, framed != 0]


def _bits(
    forms: Numbers, asked: Numbers, s: Standings, a: Numbers, b: Numbers, flags: Sequence[Flags]
) -> npt.NDArray[np.float32]:
    roles = s.role_columns()
    parts = [roles[a], roles[b], bit_columns(forms[:, 2])[asked], bit_columns(forms[:, 3])[asked]]
    return np.concatenate([*parts, np.stack(flags, 1).astype(np.float32)], 1)
