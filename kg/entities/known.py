"""The authority file as the resolver sees it: profiles of known entities, found by the names of unknown ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from weakref import WeakKeyDictionary

from kg.entities.resolving.candidates import beginnings, keys_of, whole_names
from kg.entities.resolving.profile import Identity, Profile
from kg.language.gazetteer import Authority, AuthorityRecord

_Keys = Callable[[Profile], frozenset[str]]


class KnownNames:
    """An index over the names of an authority file."""

    def __init__(self, authority: Authority) -> None:
        self._profiles = {profile.identity: profile for profile in map(self.profile, authority)}
        self._same = self._index(keys_of)
        self._whole = self._index(whole_names)
        self._beginning = self._index(beginnings)

    @classmethod
    def of(cls, authority: Authority) -> KnownNames:
        """Return the index of an authority file, made once."""
        if authority not in _known:
            _known[authority] = cls(authority)
        return _known[authority]

    @staticmethod
    @lru_cache(maxsize=65536)
    def profile(record: AuthorityRecord) -> Profile:
        """Return the profile of a known entity; names that are also words count only if it has no other."""
        sure = set(record.names) - record.doubtful
        names = tuple(sorted(sure, key=lambda name: (name != record.name, name))) or (record.name,)
        told = ((kind, getattr(record, kind)) for kind in ("isin", "lei", "wkn", "ticker"))
        identifiers = {(kind, value) for kind, value in told if value}
        countries = frozenset([record.country] if record.country else [])
        return Profile(Identity("", record.id), record.type, names, frozenset(), countries, frozenset(identifiers))

    def near(self, profiles: Iterable[Profile]) -> list[Profile]:
        """Return the known entities that unknown names should be compared with."""
        found: set[Identity] = set()
        for profile in profiles:
            for keys, holders in (
                (keys_of(profile), self._same),
                (whole_names(profile), self._beginning),
                (beginnings(profile), self._whole),
            ):
                found.update(*(holders[key] for key in keys if key in holders))
        return [self._profiles[identity] for identity in sorted(found)]

    def _index(self, keys: _Keys) -> dict[str, list[Identity]]:
        holders: dict[str, list[Identity]] = defaultdict(list)
        for identity, profile in self._profiles.items():
            for key in keys(profile):
                holders[key].append(identity)
        return dict(holders)


_known: WeakKeyDictionary[Authority, KnownNames] = WeakKeyDictionary()
