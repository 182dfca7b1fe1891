"""How the slots of a sentence stand to its triggers: in which roles, how far, and with what between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from kg.claims.clauses import phrase_preposition
from kg.claims.document import Document
from kg.claims.learned.scheme import CLASS_NUMBER, DISTANCES, ROLE_NUMBER, ROLES, Slot
from kg.claims.learned.slot_table import Numbers, SlotTable
from kg.claims.learned.triggered import Site

Flags = npt.NDArray[np.bool_]

_BESIDE = frozenset({"appos", "flat", "flat:name", "conj", "compound", "nmod"})
_NONE, _SEVERAL = -1, -2


class Standings:
    """Columns with one line for each trigger and slot of its sentence; what is only meant stands nowhere."""

    def __init__(self, document: Document, table: SlotTable, sites: Sequence[Site]) -> None:
        ranges = table.of_sentences()
        first = np.array([ranges[site.sentence].start for site in sites], np.int64)
        sizes = np.array([len(ranges[site.sentence]) for site in sites], np.int64)
        self._base = np.cumsum(sizes) - sizes - first
        token = np.array([site.token for site in sites], np.int64)
        site = np.repeat(np.arange(len(sites)), sizes)
        slot = np.arange(len(site)) - self._base[site]
        #: the roles that a slot has around the trigger; their bits are their numbers
        self.roles = self._roles(table, sites, _tokens(document, table), len(site))
        self.preposition = _prepositions(document, table)[slot]
        self.type, self.kind = table.type[slot], table.kind[slot]
        self.named = ~table.implied[slot]
        #: distance in steps
        self.steps = _steps(table, slot, token[site])
        #: around the trigger, right behind it, right before it, with a genitive ending
        self.flags = self._flags(document, table, slot, token[site])
        s = document.syntax
        clause = np.array([s.clause_head(site.token) for site in sites], np.int64)
        self.same_clause = _clauses(document, table)[slot] == clause[site]
        self._rival = np.where(self.named, _rivals(document, table, slot, token[site]), _NONE)

    def at(self, site: Numbers, slot: Numbers) -> Numbers:
        """Return the lines of triggers and slots, both by number."""
        return self._base[site] + slot

    def role_columns(self) -> npt.NDArray[np.float32]:
        """Return lines × roles."""
        return bit_columns(self.roles)

    def rivalled(self, line: Numbers, other: Numbers) -> Flags:
        """Tell where another mention of the slot's class than one that begins at a token stands before the trigger."""
        rival = self._rival[line]
        told: Flags = (rival == _SEVERAL) | ((rival >= 0) & (rival != other))
        return told

    def _roles(
        self, table: SlotTable, sites: Sequence[Site], tokens: dict[int, dict[int, list[int]]], size: int
    ) -> Numbers:
        bits = [0] * size
        for site, base in zip(sites, self._base.tolist(), strict=True):
            slots_at = tokens[site.sentence]
            for role, heads in site.roles.items():
                bit = 1 << ROLE_NUMBER.get(role, 0)
                for slot in (slot for head in heads for slot in slots_at.get(head, ())):
                    bits[base + slot] |= bit
        return np.array(bits, np.int64)

    def _flags(self, document: Document, table: SlotTable, slot: Numbers, token: Numbers) -> tuple[Flags, ...]:
        first, last = table.first[slot], table.last[slot]
        owns = np.array([_owns(document, one) for one in table.slots], np.bool_)
        flags = (first <= token) & (token < last), first == token + 1, last == token, owns[slot]
        return tuple(flag & self.named for flag in flags)


def bit_columns(roles: Numbers) -> npt.NDArray[np.float32]:
    """Return sets of roles as lines of zeros and ones."""
    columns: npt.NDArray[np.float32] = ((roles[:, None] >> np.arange(len(ROLES))) & 1).astype(np.float32)
    return columns


def _tokens(document: Document, table: SlotTable) -> dict[int, dict[int, list[int]]]:
    """Return sentence → token → slots whose mention, or a phrase that it stands in or beside, has the token."""
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, (slot, sentence) in enumerate(zip(table.slots, table.sentences, strict=True)):
        for token in () if slot.is_implied else set(_chain(document, slot)):
            found[sentence][token].append(number)
    return found


def _chain(document: Document, slot: Slot) -> Iterator[int]:
    """Yield the tokens of a mention and of the phrases that it stands in or beside."""
    s = document.syntax
    yield from range(slot.first, slot.last)
    i = slot.last - 1
    for _ in range(4):
        if s.deps[i] in _BESIDE or slot.first <= i < slot.last:
            i = s.heads[i]
            yield i
    if slot.first and s.pos[slot.first - 1] == "NOUN":
        yield slot.first - 1


def _prepositions(document: Document, table: SlotTable) -> Numbers:
    s = document.syntax
    found = [
        None if slot.is_implied else phrase_preposition(s, slot.first, s.sentences[sentence][0])
        for slot, sentence in zip(table.slots, table.sentences, strict=True)
    ]
    return np.array([ROLE_NUMBER.get(name or "-", 0) for name in found], np.int64)


def _clauses(document: Document, table: SlotTable) -> Numbers:
    s = document.syntax
    return np.array([-1 if slot.is_implied else s.clause_head(slot.last - 1) for slot in table.slots], np.int64)


def _steps(table: SlotTable, slot: Numbers, token: Numbers) -> Numbers:
    first, last = table.first[slot], table.last[slot]
    gap = np.where(first <= token, token - last + 1, first - token)
    return np.where(table.implied[slot], len(DISTANCES) + 1, np.searchsorted(DISTANCES, np.maximum(gap, 0)))


def _owns(document: Document, slot: Slot) -> bool:
    """Tell whether a mention has the genitive ending of a name."""
    if slot.is_implied or slot.kind != "name":
        return False
    return document.mentions[slot.source].is_genitive


def _rivals(document: Document, table: SlotTable, slot: Numbers, token: Numbers) -> Numbers:
    """Return where the only mention of a slot's class between it and the trigger begins, or that none or several do."""
    size = len(document.syntax) + 2
    places = np.unique(
        np.array([size * CLASS_NUMBER.get(m.type, 0) + m.first for m in document.mentions], np.int64)
    )  # of all classes, those of one together
    first, last, row = table.first[slot], table.last[slot], size * table.type[slot]
    begin = np.searchsorted(places, row + np.where(first < token, last, token + 1))
    count = np.searchsorted(places, row + np.where(first < token, token, first)) - begin
    only = places[np.minimum(begin, len(places) - 1)] - row if len(places) else begin
    return np.where(count <= 0, _NONE, np.where(count == 1, only, _SEVERAL))
