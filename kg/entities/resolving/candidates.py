"""Which pairs of names are worth a comparison.

Every profile is filed under keys; profiles that share a key are compared. Each name relation of ``features``
has keys that its pairs share, so that hardly a pair is missed that could score; the work stays nearly linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from kg.entities.resolving.names import NameForm, PersonForm, name_form, name_words, person_form
from kg.entities.resolving.profile import Profile
from kg.entities.resolving.spelling import sound

#: a key that more profiles share than these says too little to compare them all
CROWD = 60
_LEAST_LETTERS = 8


class Filed(NamedTuple):
    """What one profile is filed under: see `keys_of`, `whole_names` and `beginnings`."""

    same: frozenset[str]
    whole: frozenset[str]
    beginnings: frozenset[str]


def candidate_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return pairs of positions, the smaller first, each once and in order, to be compared."""
    by_key: dict[str, list[int]] = defaultdict(list)
    shorter: dict[str, list[int]] = defaultdict(list)
    longer: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        _file(by_key, keys_of(profile), place)
        _file(shorter, whole_names(profile), place)
        _file(longer, beginnings(profile), place)
    pairs = {pair for places in by_key.values() if len(places) <= CROWD for pair in combinations(places, 2)}
    for key, places in shorter.items():
        if key in longer and len(places) * len(longer[key]) <= CROWD:
            pairs |= {(min(pair), max(pair)) for pair in product(places, longer[key]) if pair[0] != pair[1]}
    return sorted(pairs)


def _file(holders: dict[str, list[int]], keys: Iterable[str], place: int) -> None:
    for key in keys:
        holders[key].append(place)


def keys_of(profile: Profile) -> frozenset[str]:
    """Return the keys that a profile shares with those whose names may be its own, otherwise spelt."""
    return filed(profile).same


def whole_names(profile: Profile) -> frozenset[str]:
    """Return its names as the beginnings of longer names; those of people are surnames that stand alone."""
    return filed(profile).whole


def beginnings(profile: Profile) -> frozenset[str]:
    """Return the beginnings of its names that may be shorter names of the same; the surnames of people."""
    return filed(profile).beginnings


def filed(profile: Profile) -> Filed:
    """Return the keys that a profile is filed under; its neighbours do not matter."""
    return _filed(replace(profile, neighbours=frozenset()) if profile.neighbours else profile)


@lru_cache(maxsize=65536)
def _filed(profile: Profile) -> Filed:
    return Filed(*map(frozenset, (_same(profile), _whole(profile), _beginnings(profile))))


def _same(profile: Profile) -> set[str]:
    if profile.type == "Person":
        return {f"p:{key}" for name in profile.names for key in _person_keys(person_form(name))}
    if profile.family == "Organization":
        return {f"o:{key}" for form in _forms(profile) for key in _organisation_keys(form)}
    return {f"{profile.type}:{key}" for name in profile.names for key in _thing_keys(name_form(name))}


def _whole(profile: Profile) -> set[str]:
    if profile.type == "Person":
        forms = map(person_form, profile.names)
        return {f"p:{form.surname}" for form in forms if not form.given}
    if profile.family == "Organization":
        return {f"o:{' '.join(form.base)}" for form in _forms(profile) if _tells(form.base)}
    return set()


def _beginnings(profile: Profile) -> set[str]:
    if profile.type == "Person":
        forms = map(person_form, profile.names)
        return {f"p:{form.surname}" for form in forms if form.given}
    if profile.family == "Organization":
        bases = {form.base for form in map(name_form, profile.names)}
        return {f"o:{' '.join(b[:n])}" for b in bases for n in range(1, len(b)) if _tells(b[:n])}
    return set()


def _forms(profile: Profile) -> Collection[NameForm]:
    return {form.key: form for form in map(name_form, (*profile.names, *profile.told))}.values()


def _tells(words: Sequence[str]) -> bool:
    """Tell whether words hold one that is more than a country, a trade's part and the like."""
    parts = name_words().part
    return any(word not in parts and len(word) > 2 for word in words)


def _thing_keys(form: NameForm) -> Iterator[str]:
    yield form.sound
    yield from _halves(form.joined)


def _organisation_keys(form: NameForm) -> Iterator[str]:
    yield form.sound
    yield "+".join(sorted(form.base))
    if form.partners:
        yield f"j:{'+'.join(form.partners)}"
    yield from _halves(form.joined)
    for letters in form.initials:
        yield f"a:{letters}"
    if len(form.words) == 1:
        yield f"a:{form.key}"


def _halves(joined: str) -> Iterator[str]:
    """Yield halves of a long name: two names that differ in one letter share one of them."""
    size = len(joined)
    if size >= _LEAST_LETTERS:
        for length in {size // 2, (size - 1) // 2}:
            yield f"<{joined[:length]}"
            yield f">{joined[-length:]}"


def _person_keys(form: PersonForm) -> Iterator[str]:
    surname = sound(form.surname.replace(" ", ""))
    for given in form.given[:1]:
        for initial in {given[0], sound(given)[:1], *(name[0] for name in name_words().nicknames.get(given, ()))}:
            yield f"{surname},{initial}"
    yield "+".join(sorted(form.words))
