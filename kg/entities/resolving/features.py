"""The named features by which two names are compared: a table to read, each row a small function.

The strongest relation between two names gives the base score; what is known besides the names adds to it or
takes from it. A feature answers with the reason in words, or with None where it does not apply.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from kg.entities.resolving.names import NameForm, PersonForm, homes_of, legal_form, name_form, name_words
from kg.entities.resolving.profile import Profile
from kg.entities.resolving.spelling import consonants, roughly, sound, without_umlauts

Form = TypeVar("Form", NameForm, PersonForm, Profile)
Reason = str | None


@dataclass(frozen=True)
class Feature(Generic[Form]):
    """A comparison with a name, a weight that it adds to the score, and a function that gives its reason."""

    name: str
    weight: float
    reason: Callable[[Form, Form], Reason]


#: letters from which on two spellings that sound alike are hardly two names
_TELLING_LENGTH = 7


# -- names of organisations and things --------------------------------------------------------------------


def _same_name(a: NameForm, b: NameForm) -> Reason:
    """The names are the same but for case, accents, punctuation and legal form."""
    return f"both are called {a.key!r}" if a.key == b.key else None


def _filler(a: NameForm, b: NameForm) -> Reason:
    """One has "group", "holding" or the like, the other has none; the name is longer than three letters."""
    plain = a.words == a.base or b.words == b.base
    return _but_for_filler(a) if plain and a.base == b.base and len(a.joined) > 3 else None


def _other_filler(a: NameForm, b: NameForm) -> Reason:
    """One has "group", the other "holding"; or the name is very short."""
    return _but_for_filler(a) if a.base == b.base else None


def _but_for_filler(form: NameForm) -> str:
    return f"but for words like group and holding both are {' '.join(form.base)!r}"


def _together(a: NameForm, b: NameForm) -> Reason:
    """They differ in gaps and hyphens."""
    one, other = "".join(a.words), "".join(b.words)
    return f"written together both are {one!r}" if one == other else None


def _umlauts(a: NameForm, b: NameForm) -> Reason:
    """One is written without umlauts."""
    long = min(len(a.joined), len(b.joined)) >= _TELLING_LENGTH
    same = long and without_umlauts(a.joined) == without_umlauts(b.joined)
    return f"{a.key!r} and {b.key!r} differ in umlauts alone" if same else None


def _transliteration(a: NameForm, b: NameForm) -> Reason:
    """They are transliterations of one name."""
    long = min(len(a.joined), len(b.joined)) >= _TELLING_LENGTH
    same = long and a.sound == b.sound and a.rough != b.rough
    return f"{a.key!r} and {b.key!r} are spellings of one sound" if same else None


def _spelling(a: NameForm, b: NameForm) -> Reason:
    """They differ in double letters, or in s and z."""
    same = len(a.joined) >= 5 and a.rough == b.rough
    return f"{a.key!r} and {b.key!r} are nearly one spelling" if same else None


def _extra(a: NameForm, b: NameForm) -> tuple[NameForm, tuple[str, ...]] | None:
    """Return the shorter of two names and what the longer adds behind it; None where it is no beginning."""
    short, long = (a, b) if len(a.base) < len(b.base) else (b, a)
    size = len(short.base)
    if 0 < size < len(long.base) and long.base[:size] == short.base:
        return short, long.base[size:]
    return None


def _telling(form: NameForm) -> int:
    """Count the words of a name that tell more than a trade or a part."""
    words = name_words()
    return sum(len(word) > 2 and word not in words.trade and word not in words.part for word in form.base)


def _full_name(a: NameForm, b: NameForm) -> Reason:
    """One adds the trade to a name of several words."""
    found = _trade(a, b)
    return _words_added(*found) if found and _telling(found[0]) > 1 else None


def _trade_added(a: NameForm, b: NameForm) -> Reason:
    """One adds the trade to a name of a single word."""
    found = _trade(a, b)
    return _words_added(*found) if found and _telling(found[0]) == 1 else None


def _trade(a: NameForm, b: NameForm) -> tuple[NameForm, tuple[str, ...]] | None:
    found = _extra(a, b)
    return found if found and all(word in name_words().trade for word in found[1]) else None


def _words_added(short: NameForm, extra: tuple[str, ...]) -> str:
    return f"one adds {' '.join(extra)!r} to {' '.join(short.base)!r}"


def _longer(a: NameForm, b: NameForm) -> Reason:
    """One adds other words, none of which tells a part."""
    found = _extra(a, b)
    if found and _telling(found[0]) and not any(word in name_words().part for word in found[1]):
        return _words_added(*found)
    return None


def _part(a: NameForm, b: NameForm) -> Reason:
    """One adds words that tell a part or a sister: a country, "bank", "fund", "cloud"."""
    found = _extra(a, b)
    return f"{_words_added(*found)}, as a part or a sister does" if found else None


def _order(a: NameForm, b: NameForm) -> Reason:
    """They have the same words in another order."""
    same = len(a.base) > 1 and sorted(a.base) == sorted(b.base)
    return f"both have the words {' '.join(sorted(a.base))!r}" if same else None


def _same_partners(a: NameForm, b: NameForm) -> Reason:
    """Both are called the joint venture of the same partners."""
    same = len(a.partners) > 1 and a.partners == b.partners
    return f"both are the venture of {', '.join(a.partners)}" if same else None


def _letter(a: NameForm, b: NameForm) -> Reason:
    """They differ in one letter of a long name."""
    if min(len(a.joined), len(b.joined)) < 8 or a.joined[0] != b.joined[0] or len(a.base) != len(b.base):
        return None
    near = OSA.distance(a.joined, b.joined, score_cutoff=1) == 1
    return f"{a.key!r} and {b.key!r} differ in one letter" if near else None


def _acronym(a: NameForm, b: NameForm) -> Reason:
    """One is made of the initials of the other."""
    for short, long in ((a, b), (b, a)):
        if len(short.words) == 1 and short.key in long.initials:
            return f"{short.key!r} are the initials of {long.key!r}"
    return None


def _short_form(a: NameForm, b: NameForm) -> Reason:
    """One has letters of the other, in order, with the same first one; it counts only if an article tells so."""
    short, long = sorted((a, b), key=lambda form: len(form.joined))
    if len(short.joined) < 3 or short.joined[0] != long.joined[0]:
        return None
    rest = iter(long.joined)
    within = all(letter in rest for letter in short.joined)
    return f"{short.key!r} has letters of {long.key!r}" if within else None


#: strongest first: the first that applies counts
ORGANISATION_NAMES: tuple[Feature[NameForm], ...] = (
    Feature("same name", 0.95, _same_name),
    Feature("group or holding", 0.92, _filler),
    Feature("written together", 0.90, _together),
    Feature("umlauts", 0.88, _umlauts),
    Feature("transliteration", 0.88, _transliteration),
    Feature("same partners", 0.88, _same_partners),
    Feature("full name", 0.86, _full_name),
    Feature("group and holding", 0.80, _other_filler),
    Feature("word order", 0.78, _order),
    Feature("spelling", 0.72, _spelling),
    Feature("one letter", 0.72, _letter),
    Feature("trade added", 0.70, _trade_added),
    Feature("initials", 0.55, _acronym),
    Feature("longer name", 0.50, _longer),
    Feature("part", 0.25, _part),
)

#: stands for a relation where an article uses one name for the other, and no other relation is stronger
TOLD_SHORT_FORM: Feature[NameForm] = Feature("short form", 0.50, _short_form)

#: "Sinsheim" is not "Sinzheim"
PLACE_NAMES: tuple[Feature[NameForm], ...] = (
    Feature("same name", 0.95, _same_name),
    Feature("umlauts", 0.88, _umlauts),
)

#: products, events, laws and topics: a word more is another thing
THING_NAMES: tuple[Feature[NameForm], ...] = (
    Feature("same name", 0.95, _same_name),
    Feature("written together", 0.90, _together),
    Feature("umlauts", 0.88, _umlauts),
    Feature("transliteration", 0.88, _transliteration),
    Feature("spelling", 0.60, _spelling),
    Feature("one letter", 0.55, _letter),
)


# -- names of people --------------------------------------------------------------------------------------


def _same_person(a: PersonForm, b: PersonForm) -> Reason:
    """The names are the same but for titles, case, accents and hyphens."""
    same = len(a.words) > 1 and "".join(a.words) == "".join(b.words)
    return f"both are called {' '.join(a.words)!r}" if same or a == b else None


def _middle_name(a: PersonForm, b: PersonForm) -> Reason:
    """One has a middle name more."""
    short, long = sorted((a, b), key=lambda form: len(form.given))
    fits = a.surname == b.surname and short.given and len(short.given[0]) > 1 and short.given[0] == long.given[0]
    inside = fits and _is_within(short.given[1:], long.given[1:])
    return f"{' '.join(long.words)!r} is {' '.join(short.words)!r} with a middle name" if inside else None


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the names of one come in the other, in order, as names or as initials."""
    rest = iter(long)
    return all(any(_abbreviates(name, other) for other in rest) for name in short)


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _person_order(a: PersonForm, b: PersonForm) -> Reason:
    """They have the same names in another order."""
    same = len(a.words) > 1 and sorted(a.words) == sorted(b.words)
    return f"both have the names {' '.join(sorted(a.words))!r}" if same else None


def _spelt(a: PersonForm, b: PersonForm, key: Callable[[str], str]) -> bool:
    return len(a.given) == len(b.given) > 0 and [key(w) for w in a.words] == [key(w) for w in b.words]


def _person_umlauts(a: PersonForm, b: PersonForm) -> Reason:
    """One is written without umlauts."""
    return f"{_pair(a, b)} differ in umlauts alone" if _spelt(a, b, without_umlauts) else None


def _person_transliteration(a: PersonForm, b: PersonForm) -> Reason:
    """They are transliterations of one name."""
    same = _spelt(a, b, sound) and not _spelt(a, b, roughly)
    return f"{_pair(a, b)} are spellings of one sound" if same else None


def _same_consonants(a: PersonForm, b: PersonForm) -> Reason:
    """The surnames sound alike and the first names differ in vowels alone: Mohammed, Muhammad."""
    if not (a.given and b.given) or sound(a.surname) != sound(b.surname):
        return None
    one, other = a.given[0], b.given[0]
    alike = len(consonants(one)) >= 4 and consonants(one) == consonants(other)
    return f"{_pair(a, b)} differ in vowels alone" if alike and one[0] == other[0] and one[-1] == other[-1] else None


def _nickname(a: PersonForm, b: PersonForm) -> Reason:
    """The first name of one is a short form of the other's."""
    if a.surname != b.surname or not (a.given and b.given):
        return None
    short = b.given[0] in name_words().nicknames.get(a.given[0], ())
    return f"{a.given[0]!r} and {b.given[0]!r} are forms of one first name" if short else None


def _initial(a: PersonForm, b: PersonForm) -> Reason:
    """One gives the initial of the first name."""
    if sound(a.surname) != sound(b.surname) or not (a.given and b.given):
        return None
    one, other = a.given[0], b.given[0]
    return f"{_pair(a, b)} share surname and initial" if one != other and _abbreviates(one, other) else None


def _surname_only(a: PersonForm, b: PersonForm) -> Reason:
    """One gives the surname alone."""
    alone = a.surname == b.surname and bool(a.given) != bool(b.given)
    return f"one gives the surname {a.surname!r} alone" if alone else None


def _pair(a: PersonForm, b: PersonForm) -> str:
    return f"{' '.join(a.words)!r} and {' '.join(b.words)!r}"


#: strongest first: the first that applies counts
PERSON_NAMES: tuple[Feature[PersonForm], ...] = (
    Feature("same name", 0.95, _same_person),
    Feature("middle name", 0.90, _middle_name),
    Feature("name order", 0.90, _person_order),
    Feature("umlauts", 0.88, _person_umlauts),
    Feature("transliteration", 0.88, _person_transliteration),
    Feature("vowels", 0.86, _same_consonants),
    Feature("short first name", 0.86, _nickname),
    Feature("initial", 0.55, _initial),
    Feature("surname alone", 0.35, _surname_only),
)


# -- what is known besides the names ----------------------------------------------------------------------


def _class_differs(a: Profile, b: Profile) -> Reason:
    """The classes are two kinds of organisation; a plain Organization or a JointVenture may be any."""
    vague = {"Organization", "JointVenture"}
    differs = a.type != b.type and not vague & {a.type, b.type}
    return f"one is called a {a.type}, the other a {b.type}" if differs else None


def _short_name(a: Profile, b: Profile) -> Reason:
    """The classes are two kinds of organisation, and the name is an acronym that both may bear."""
    key = min((name_form(name).key for name in a.names), key=len)
    short = _class_differs(a, b) and len(key) <= 5
    return f"{key!r} may well be the acronym of two" if short else None


def _country_agrees(a: Profile, b: Profile) -> Reason:
    """They are of one country."""
    shared = a.countries & b.countries
    return f"both are of {', '.join(sorted(shared))}" if shared else None


def _country_differs(a: Profile, b: Profile) -> Reason:
    """They are of different countries."""
    if a.countries and b.countries and not a.countries & b.countries:
        return f"one is of {', '.join(sorted(a.countries))}, the other of {', '.join(sorted(b.countries))}"
    return None


def _legal_form_differs(a: Profile, b: Profile) -> Reason:
    """Their legal forms belong to different countries: KGaA and Inc."""
    one, other = _homes(a), _homes(b)
    if one and other and not one & other:
        return f"the legal forms belong to {', '.join(sorted(one))} and to {', '.join(sorted(other))}"
    return None


def _homes(profile: Profile) -> frozenset[str]:
    return frozenset().union(*(homes_of(legal_form(name)) for name in profile.names))


def _identifier_agrees(a: Profile, b: Profile) -> Reason:
    """They share an ISIN, LEI, WKN or ticker."""
    shared = a.identifiers & b.identifiers
    return f"both have {', '.join(' '.join(pair) for pair in sorted(shared))}" if shared else None


def _identifier_differs(a: Profile, b: Profile) -> Reason:
    """They have different ISIN, LEI or WKN."""
    one, other = dict(a.identifiers), dict(b.identifiers)
    kinds = [kind for kind in ("isin", "lei", "wkn") if kind in one and kind in other and one[kind] != other[kind]]
    return f"they differ in {', '.join(kinds)}" if kinds else None


def _told(a: Profile, b: Profile) -> Reason:
    """An article uses the name of one for the other."""
    for one, other in ((a, b), (b, a)):
        for name in one.names:
            key = name_form(name).key
            if key in other.told and all(key != name_form(own).key for own in other.names):
                return f"an article uses {name!r} for {other.names[0]!r}"
    return None


def _one_neighbour(a: Profile, b: Profile) -> Reason:
    """They share one neighbour in the graph."""
    shared = a.neighbours & b.neighbours
    return f"both have {_shown(shared)}" if len(shared) == 1 else None


def _neighbours(a: Profile, b: Profile) -> Reason:
    """They share several neighbours in the graph."""
    shared = a.neighbours & b.neighbours
    return f"both have {_shown(shared)}" if len(shared) > 1 else None


def _shown(neighbours: frozenset[str]) -> str:
    return ", ".join(sorted(one.replace("https://w3id.org/newskg/entity/", "entity:") for one in neighbours)[:3])


#: all that apply count
CIRCUMSTANCES: tuple[Feature[Profile], ...] = (
    Feature("class differs", -0.08, _class_differs),
    Feature("short name", -0.10, _short_name),
    Feature("country agrees", 0.05, _country_agrees),
    Feature("country differs", -0.35, _country_differs),
    Feature("legal form differs", -0.30, _legal_form_differs),
    Feature("identifier agrees", 0.50, _identifier_agrees),
    Feature("identifier differs", -0.50, _identifier_differs),
    Feature("told as alias", 0.35, _told),
    Feature("shared neighbour", 0.08, _one_neighbour),
    Feature("shared neighbours", 0.15, _neighbours),
)

#: the same employer says much of two people
PERSON_CIRCUMSTANCES: tuple[Feature[Profile], ...] = (
    Feature("country differs", -0.35, _country_differs),
    Feature("shared neighbour", 0.30, _one_neighbour),
    Feature("shared neighbours", 0.30, _neighbours),
)
