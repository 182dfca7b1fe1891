"""Sparse features of a pair: words between and around, roles and prepositions, paths in the tree, triggers of frames.

Each feature is a row of a hashed table (Weinberger et al. 2009, "Feature hashing for large scale multitask learning").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from kg.claims.document import Document
from kg.claims.learned.scheme import CLASSES, DISTANCES, KINDS, Pair, Slot, index_of

ROWS = 1 << 17
#: most features of a pair that are read
FEATURES = 88

_CLASS, _KIND = index_of(CLASSES), index_of(KINDS)
_HIDDEN = frozenset({"name", "adjective", "demonym", "compound"})
_SKIPPED = frozenset({"PUNCT", "SPACE"})
_MASK = 0xFFFFFFFF


@lru_cache(maxsize=65536)
def _code(word: str) -> int:
    return crc32(word.encode())


def _row(template: int, *values: int) -> int:
    h = template * 0x9E3779B1 & _MASK
    for value in values:
        h = ((h ^ value) * 0x85EBCA6B + 0x165667B1) & _MASK
        h ^= h >> 15
    return 1 + h % (ROWS - 1)


class WideReader:
    """Reads the sparse features of pairs of one document."""

    def __init__(self, document: Document, triggers: Sequence[frozenset[int]]) -> None:
        self.document = document
        self.syntax = document.syntax
        #: labels that each token triggers
        self.triggers = triggers
        self.words = [self._masked(i) for i in range(len(self.syntax))]
        self._verb: dict[int, tuple[int, int]] = {}
        self._prep: dict[int, int] = {}

    def _masked(self, i: int) -> int:
        """Return the code of a token's lemma, or of its class where it belongs to a name or value."""
        s = self.syntax
        for mention in self.document.at.get(i, ())[:1]:
            if mention.kind in _HIDDEN:
                return _code(f"#{mention.type}{mention.head or ''}")
        return _code("#0" if s.pos[i] == "NUM" else s.lemmas[i].lower())

    def read(self, pair: Pair, path: Sequence[int]) -> list[int]:
        """Return the rows of a pair's features; ``path`` are the tokens between the slots in the tree."""
        a, b = pair.subject, pair.object
        kind = _row(0, _CLASS.get(a.type, 0), 0 if a is b else _CLASS.get(b.type, 0), int(a.first < b.first))
        found = [kind, _row(1, kind, _KIND.get(a.kind, 0), _KIND.get(b.kind, 0))]
        found += self._slot(a, 20, kind)
        if a is b:
            return self._capped(found + self._sentence(pair, kind, a))
        found += self._slot(b, 40, kind)
        found += self._between(a, b, kind)
        found += self._path(path, a, b, kind)
        found += self._triggers_of(pair, path, a, b, kind)
        if a.is_implied or b.is_implied:
            found += self._sentence(pair, kind, b if a.is_implied else a)
        return self._capped(found)

    def _capped(self, found: list[int]) -> list[int]:
        return list(dict.fromkeys(found))[:FEATURES]

    # -- one slot ----------------------------------------------------------------------------------------

    def _slot(self, slot: Slot, t: int, kind: int) -> list[int]:
        if slot.is_implied:
            return [_row(t, kind, _KIND.get(slot.kind, 0))]
        s = self.syntax
        first, last = s.sentence(slot.first)
        head = self._head(slot)
        verb, role = self._governor(head)
        before = [self.words[i] if i >= first else 0 for i in (slot.first - 1, slot.first - 2)]
        after = [self.words[i] if i < last else 0 for i in (slot.last, slot.last + 1)]
        return [
            _row(t + 1, before[0]), _row(t + 2, before[0], before[1]), _row(t + 3, after[0]),
            _row(t + 4, after[0], after[1]), _row(t + 5, verb, role), _row(t + 6, verb),
            _row(t + 7, kind, role), _row(t + 8, kind, before[0]), _row(t + 9, kind, verb, role),
            _row(t + 10, self.words[s.heads[head]], _code(s.deps[head])), _row(t + 11, kind, self.words[s.heads[head]]),
            _row(t + 12, kind, after[0]),
        ]  # fmt: skip

    def _head(self, slot: Slot) -> int:
        """Return the token of a slot whose governor lies outside."""
        heads = self.syntax.heads
        for i in range(slot.first, slot.last):
            if not slot.first <= heads[i] < slot.last:
                return i
        return slot.last - 1

    def _governor(self, i: int) -> tuple[int, int]:
        """Return codes of the verb (or clause head) over a token and of its role there, with its preposition."""
        if i not in self._verb:
            s = self.syntax
            top, steps = i, 0
            while s.heads[top] != top and steps < 6 and s.pos[s.heads[top]] not in ("VERB", "AUX"):
                top, steps = s.heads[top], steps + 1
            verb = s.heads[top]
            preposition = s.preposition(top) or ""
            self._verb[i] = self.words[verb], _code(f"{s.deps[top]}{preposition}{min(steps, 2)}")
        return self._verb[i]

    # -- two slots ---------------------------------------------------------------------------------------

    def _between(self, a: Slot, b: Slot, kind: int) -> list[int]:
        if a.is_implied or b.is_implied:
            return []
        low, high = min(a.last, b.last), max(a.first, b.first)
        s = self.syntax
        inner = [self.words[i] for i in range(low, high) if s.pos[i] not in ("SPACE",)]
        order = int(a.first < b.first)
        gap = sum(high - low > d for d in DISTANCES)
        found = [_row(2, kind, gap)]
        if len(inner) <= 5:
            found.append(_row(3, kind, *inner))
        if not inner and low > high:
            found.append(_row(4, kind))
        content = [
            w
            for i, w in zip((i for i in range(low, high) if s.pos[i] != "SPACE"), inner, strict=True)
            if s.pos[i] != "DET"
        ]
        near = content if len(content) <= 14 else [*content[:7], *content[-7:]]
        for w in near:
            found += [_row(5, w, order), _row(6, w, kind)]
        if len(content) <= 8:
            found += [_row(7, v, w, order) for v, w in pairwise(content)]
        others = sum(m.last <= high for m in self.document.mentions_in(low, high))
        found.append(_row(8, kind, min(others, 3)))
        return found

    def _path(self, path: Sequence[int], a: Slot, b: Slot, kind: int) -> list[int]:
        s = self.syntax
        if a.is_implied or b.is_implied or not path:
            return []
        inner = [i for i in path if not (a.first <= i < a.last or b.first <= i < b.last)]
        relations = _row(9, *(_code(s.deps[i]) for i in path[:7]))
        found = [_row(10, relations, kind), _row(11, kind, len(path))]
        if len(inner) <= 4:
            words = _row(12, *(self.words[i] for i in inner))
            found += [_row(13, words, kind), _row(14, words, relations)]
        for i in inner[:6]:
            found += [_row(15, self.words[i], kind), _row(16, self.words[i], int(a.first < b.first))]
        top = min(path, key=lambda i: len(self._up(i)))
        va, ra = self._governor(self._head(a))
        vb, rb = self._governor(self._head(b))
        found += [_row(17, self.words[top], ra, rb), _row(18, kind, ra, rb, int(va == vb))]
        if va == vb:
            found += [_row(19, va, ra, rb), _row(70, va, kind, ra), _row(71, va, kind)]
        return found

    def _up(self, i: int) -> list[int]:
        found = [i]
        while self.syntax.heads[found[-1]] != found[-1] and len(found) < 30:
            found.append(self.syntax.heads[found[-1]])
        return found

    def _triggers_of(self, pair: Pair, path: Sequence[int], a: Slot, b: Slot, kind: int) -> list[int]:
        first, last = self.syntax.sentences[pair.sentence]
        low, high = min(a.last, b.last), max(a.first, b.first)
        on_path = set(path)
        found = []
        for i in range(first, last):
            for label in self.triggers[i]:
                place = (
                    1
                    if i in on_path
                    else 2
                    if low <= i < high
                    else 3
                    if min(abs(i - a.last), abs(i - b.last)) < 5
                    else 4
                )
                found += [_row(60, label, place, kind), _row(61, label, place)]
                va, ra = self._governor(self._head(a)) if not a.is_implied else (0, 0)
                if place == 1:
                    vb, rb = self._governor(self._head(b)) if not b.is_implied else (0, 0)
                    found += [
                        _row(62, label, ra, int(va == self.words[i])),
                        _row(63, label, rb, int(vb == self.words[i])),
                    ]
        return found[:24]

    def _sentence(self, pair: Pair, kind: int, anchor: Slot) -> list[int]:
        """Return what the sentence says around a slot that stands alone, or with a party it does not name."""
        first, last = self.syntax.sentences[pair.sentence]
        found = []
        if not anchor.is_implied:
            near = range(max(first, anchor.first - 6), min(last, anchor.last + 8))
            found += [_row(80, self.words[i], kind) for i in near if self.syntax.pos[i] not in _SKIPPED]
        for i in range(first, last):
            if self.syntax.pos[i] in ("VERB", "AUX"):
                found.append(_row(81, self.words[i], kind))
            for label in self.triggers[i]:
                found.append(_row(82, label, kind))
        root = next((i for i in range(first, last) if self.syntax.heads[i] == i), first)
        found.append(
            _row(83, self.words[root], kind, self._governor(self._head(anchor))[1] if not anchor.is_implied else 0)
        )
        return found
