"""Words of which a frame asks for one, or bears none: as they stand, at the end of a compound, or as a phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: letters of the shortest word that may end a compound
_ENDING = 4


@dataclass(frozen=True, slots=True)
class AskedWords:
    """Some words in lower case, sorted by how they are looked for."""

    #: all of them, in their order
    listed: tuple[str, ...]
    known: frozenset[str]
    #: those that the last part of a compound may be
    endings: tuple[str, ...]
    #: those of several words
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> AskedWords:
        """Sort words.

        >>> AskedWords.of(["Kauf", "an Bord"]).phrases
        ('an bord',)
        """
        listed = tuple(word.lower() for word in words)
        endings = tuple(word for word in listed if len(word) >= _ENDING)
        return cls(listed, frozenset(listed), endings, tuple(word for word in listed if " " in word))
