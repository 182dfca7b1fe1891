"""The authority file as a trie of name pieces: every known name at a place in one walk.

A text begins few of the names that are known. So the names wait in groups, by the first letters of their first piece,
and a group becomes branches of the trie when a text first has a word with these letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.pieces import Pieces, first_key, piece_keys

#: letters of the first piece that name a group: what declension changes lies behind them
_LETTERS = 4
_ADJECTIVE_ENDINGS = ("er", "es", "e")
_DECLINED = ("e", "en", "er", "es", "em")
#: acronyms up to this length count only as they are written: "SIX" is an exchange, "Six" is not
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a known entity."""

    record: AuthorityRecord
    name: str
    #: also an ordinary word: counts only with support from its context
    doubtful: bool

    def fits(self, words: list[str]) -> bool:
        """Tell whether the words are written as a name is."""
        first = words[0]
        if first.islower() and "." in self.name and "." not in "".join(words):
            return False  # "ob" is no tampon: "o.b."
        if len(words) == 1 and len(self.name) <= _SHORT and self.name.isupper():
            return first == self.name or first == self.name + "s"
        if first[0].islower() and not self.name.startswith(first[0]):
            return self.record.type == "Topic" and len(words) > 1
        return len(words) == 1 or not words[-1][0].islower() or self.name.split()[-1][0].islower()


class _Node:
    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.entries: list[Entry] = []


class Dictionary:
    """All names of an authority file, by their pieces."""

    def __init__(self, records: Iterable[AuthorityRecord]) -> None:
        self._root = _Node()
        self._waiting: dict[str, list[tuple[AuthorityRecord, str]]] = defaultdict(list)
        self._growing = Lock()
        #: keys of the words that say where somebody is from: "berliner", of "New Yorker" the last
        self.origins: set[str] = set()
        for record in records:
            self.origins.update(piece_keys(a)[-1] for a in (*record.adjectives, *record.demonyms) if a[0].isupper())
            for name in dict.fromkeys(record.names):
                self._waiting[first_key(name)[:_LETTERS]].append((record, name))

    def _grown(self, key: str) -> _Node:
        """Return the root, with the branches of all names that begin with a key, or with it less a case ending."""
        for last in (None, -1, -2) if len(key) < _LETTERS + 2 else (None,):
            start = key[:last][:_LETTERS]
            if start in self._waiting:
                self._grow(start)
        return self._root

    def _grow(self, start: str) -> None:
        """Make branches of a group of names; who asks meanwhile waits."""
        with self._growing:
            for record, name in self._waiting.get(start, ()):
                self._add(Entry(record, name, name in record.doubtful))
            self._waiting.pop(start, None)

    def _add(self, entry: Entry) -> None:
        keys = piece_keys(entry.name)
        for variant in declined(keys, entry.name) if keys else ():
            node = self._root
            for key in variant:
                node = node.children.setdefault(key, _Node())
            node.entries.append(entry)

    def find(self, name: str) -> list[Entry]:
        """Return the entries of a whole name."""
        return self.entries(piece_keys(name))

    def entries(self, keys: Iterable[str]) -> list[Entry]:
        """Return the entries of a name given by its pieces."""
        wanted = list(keys)
        node: _Node | None = self._grown(wanted[0]) if wanted else None
        for key in wanted:
            node = node.children.get(key) if node else None
        return node.entries if node else []

    def beginning(self, pieces: Pieces, first: int) -> Iterator[Entry]:
        """Yield the entries of every name that begins at a piece."""
        return (entry for _, entries in self.matches(pieces, first) for entry in entries)

    def matches(self, pieces: Pieces, first: int) -> Iterator[tuple[int, list[Entry]]]:
        """Yield the end and the entries of every name that begins at a piece, shortest first."""
        node, last, total = self._grown(pieces.keys[first]), first, len(pieces.keys)
        while last < total:
            key = pieces.keys[last]
            following = node.children.get(key)
            last += 1
            words = pieces.words[first:last]
            fitting = [e for e in following.entries if e.fits(words)] if following else []
            if not fitting and key.endswith("s"):
                fitting = [e for e in _without_case_ending(node, key) if e.fits(words)]
            if fitting:
                yield last, fitting
            if following is None or last == total or not pieces.linked[last]:
                return
            node = following


def _without_case_ending(node: _Node, key: str) -> list[Entry]:
    """Return the entries of a last piece in the genitive: "alibabas", "hauses"."""
    stem = node.children.get(key[:-1])
    if stem and stem.entries:
        return stem.entries
    stem = node.children.get(key[:-2]) if key.endswith("es") else None
    return stem.entries if stem else []


def declined(keys: tuple[str, ...], name: str) -> Iterator[tuple[str, ...]]:
    """Yield a name's pieces with its leading adjective in every case.

    >>> ("weissen", "haus") in set(declined(("weisses", "haus"), "Weißes Haus"))
    True
    """
    yield keys
    stem = _stem(keys[0]) if len(keys) > 1 and " " in name else None
    if stem is None:
        return
    for ending in _DECLINED:
        if stem + ending != keys[0]:
            yield (stem + ending, *keys[1:])


def _stem(key: str) -> str | None:
    for ending in _ADJECTIVE_ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) > 3:
            return key.removesuffix(ending)
    return None
