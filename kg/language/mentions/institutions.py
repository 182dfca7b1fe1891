"""Bodies that a text describes: "Chinas Marktaufsicht", "die Regierung in Rom", "Landgericht München I"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.lexicon import Institution
from kg.language.mentions.reading import Reading

_ADJECTIVE_ENDING = {"m": "er", "f": "e", "n": "es", "p": "e"}
_GENITIVE_ARTICLES = frozenset({"der", "des"})
#: behind a noun for a union of many: "Bund der Steuerzahler", "Bund für Umwelt"
_JOINING = frozenset({"der", "deutscher", "für", "fürs"})
#: "im Bund regiert die SPD": the whole country is meant
_INSIDE = frozenset({"im", "ins", "zum"})
_ROMAN = frozenset({"I", "II", "III"})
#: bodies that are somewhere rather than of somewhere: "die Streitkräfte in Kenia"
_LOCAL = frozenset(
    [
        "Staat",
        "Streitkräfte",
        "Landstreitkräfte",
        "Armee",
        "Heer",
        "Militär",
        "Marine",
        "Luftwaffe",
        "Polizei",
        "Zoll",
    ]
)


@dataclass(frozen=True, slots=True)
class _Left:
    """What tells the country before the noun."""

    first: int
    place: AuthorityRecord
    #: the words before the noun, in the nominative
    words: str
    adjective: str | None = None


class InstitutionFinder:
    """Finds the phrases and looks up the body they stand for."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._ministries = _ministries(authority)

    def __call__(self, reading: Reading, places: Mapping[int, Candidate]) -> Iterator[Candidate]:
        """Yield the described bodies; ``places`` has the place mentions by their first piece."""
        for i in range(len(reading.pieces)):
            body = _institution(reading, i) if reading.capital(i) else None
            if body is not None:
                yield from self._phrase(reading, i, body, places)

    def _phrase(
        self, reading: Reading, i: int, body: Institution, places: Mapping[int, Candidate]
    ) -> Iterator[Candidate]:
        if reading.pieces.compound_end(i + 1) > i + 1 or _name_follows(reading, i, places):
            return
        if body.gender != "p" and reading.syntax.feats[reading.pieces.tokens[i]].get("Number") == "Plur":
            return
        left = _left(reading, i, body, places)
        last, right = i + 1, None
        if left is None or body.noun == "Botschaft":
            last, right = _right(reading, i, places, body)
        if body.noun == "Botschaft" and left is None and reading.pieces.keys[i + 1 : i + 2] not in (["in"], ["von"]):
            return  # "Die Botschaft Pekings ist klar"
        place = left.place if left else right.record if right else None
        if left is None and right is None:
            if _stands_alone(reading, i, body):
                is_whole = body.noun.lower() in reading.lexicon.bare_bodies
                yield Candidate(i, i + 1, body.noun, body.type, Trust.CUE, outer=is_whole)
            return
        first = left.first if left else i
        record = self._known(body, place)
        name = (
            (left.words if left else "")
            + body.noun
            + reading.pieces.text[reading.pieces.ends[i] : reading.pieces.ends[last - 1]]
        )
        yield Candidate(
            first, last, name, record.type if record else body.type, Trust.CUE,
            records=(record,) if record else (), aliases=_aliases(body, place), outer=True,
            country=place.country if place else None,
        )  # fmt: skip

    def _known(self, body: Institution, place: AuthorityRecord | None) -> AuthorityRecord | None:
        if place is None:
            return None
        if body.noun == "Regierung" and place.government:
            return self._authority.by_id(place.government)
        ministry = self._ministries.get((place.government or "", body.noun.lower()))
        return ministry or self._authority.by_id(body.ids.get(place.country or "", ""))


def _ministries(authority: Authority) -> dict[tuple[str, str], AuthorityRecord]:
    """Return the ministries by their government and the noun that names them."""
    found: dict[tuple[str, str], AuthorityRecord] = {}
    for record in authority:
        if record.type == "GovernmentBody" and record.parent:
            for noun in filter(None, map(ministry_noun, record.names)):
                found.setdefault((record.parent, noun), record)
    return found


def ministry_noun(name: str) -> str:
    """Return the noun of a ministry's name that tells its country first.

    >>> ministry_noun("US-Justizministerium"), ministry_noun("Japanisches Finanzministerium"), ministry_noun("SEC")
    ('justizministerium', 'finanzministerium', '')
    """
    noun = re.split("[ -]", name)[-1].lower()
    return noun if noun.endswith("ministerium") else ""


def _institution(reading: Reading, i: int) -> Institution | None:
    word = reading.pieces.words[i]
    found = reading.lexicon.institution(word)
    if found:
        return found
    base = _nominative(word)
    lower = base.lower()
    if lower in reading.lexicon.by_place:
        return Institution(base, reading.lexicon.by_place[lower], "m", {})
    if lower.endswith(reading.lexicon.ministry):
        return Institution(base, "GovernmentBody", "n", {})
    if lower.endswith(reading.lexicon.courts):
        return Institution(base, "GovernmentBody", "f" if lower.endswith(("schaft", "kammer")) else "n", {})
    return None


_CASE = re.compile("(ministerium|gericht|gerichtshof)(?:e?s|en?)$", re.IGNORECASE)


def _nominative(word: str) -> str:
    """Undo the case of a ministry or court.

    >>> _nominative("Wirtschaftsministeriums"), _nominative("Gerichts"), _nominative("Gerichtshofes")
    ('Wirtschaftsministerium', 'Gericht', 'Gerichtshof')
    """
    return _CASE.sub(r"\1", word)


def _is_court(reading: Reading, body: Institution) -> bool:
    """Tell whether the place follows the noun without a preposition."""
    lower = body.noun.lower()
    return lower.endswith(reading.lexicon.courts) or lower in reading.lexicon.by_place


def _definite(reading: Reading, i: int) -> bool:
    return reading.word_before(i) in reading.lexicon.nominals["definite"]


def _stands_alone(reading: Reading, i: int, body: Institution) -> bool:
    """Tell whether an article alone names a body: "das Finanzministerium", "der Bund", not "der Bund der Sparer"."""
    noun = body.noun.lower()
    if noun in reading.lexicon.bare_bodies:
        return reading.word_before(i) not in _INSIDE and _definite(reading, i) and not _is_explained(reading, i)
    return noun in reading.lexicon.bare_ministries and _definite(reading, i)


def _is_explained(reading: Reading, i: int) -> bool:
    """Tell whether the noun goes on with whom it joins: "Bund der Steuerzahler", "Bund Naturschutz"."""
    pieces = reading.pieces
    if i + 1 >= len(pieces) or not pieces.spaced(i + 1):
        return False
    return pieces.keys[i + 1] in _JOINING or pieces.words[i + 1][0].isupper()


def _name_follows(reading: Reading, i: int, places: Mapping[int, Candidate]) -> bool:
    """Tell whether the noun stands before the body's name: "Wettbewerbsbehörde KFTC", not "Landgericht Köln"."""
    pieces = reading.pieces
    follows = i + 1 < len(pieces) and pieces.spaced(i + 1) and reading.capital(i + 1)
    if not follows or i + 1 in places or not reading.proper(i + 1):
        return False
    acronym = pieces.words[i + 1].isupper() and len(pieces.words[i + 1]) > 1 and pieces.words[i + 1] not in _ROMAN
    return acronym or not pieces.words[i].lower().endswith(reading.lexicon.courts)


def _left(reading: Reading, i: int, body: Institution, places: Mapping[int, Candidate]) -> _Left | None:
    """Return the country before the noun: "US-", "chinesische", "Chinas"."""
    before = places.get(i - 1)
    if before is None or before.record is None:
        return None
    record, word = before.record, reading.pieces.words[i - 1]
    if reading.pieces.hyphen[i]:
        return _Left(i - 1, record, f"{word}-")
    if not (reading.pieces.spaced(i) or reading.pieces.joint[i] == "\n"):
        return None
    if before.kind == "adjective":
        adjective = _stem(word) + _ADJECTIVE_ENDING[body.gender]
        return _Left(i - 1, record, adjective + " ", adjective)
    if before.kind == "demonym":
        return _Left(i - 1, record, word + " ")
    genitive = before.kind == "name" and word.endswith("s")
    return _Left(before.first, record, word + " ") if genitive else None


def _stem(adjective: str) -> str:
    for ending in ("en", "er", "es", "em", "e"):
        if adjective.endswith(ending):
            return adjective[: -len(ending)]
    return adjective


def _right(
    reading: Reading, i: int, places: Mapping[int, Candidate], body: Institution
) -> tuple[int, Candidate | None]:
    """Return the end of the phrase and the place that follows: "in Rom", "Italiens", "der Region Latium"."""
    pieces, k = reading.pieces, i + 1
    if k >= len(pieces) or not pieces.spaced(k):
        return i + 1, None
    key, court = pieces.keys[k], _is_court(reading, body)
    if (key == "in" and body.noun not in _LOCAL) or key == "von" or key in _GENITIVE_ARTICLES:
        k += 1
        k += _is_place_noun(reading, k)
    elif not court and not pieces.words[k].endswith("s"):
        return i + 1, None
    place = places.get(k) or (_unknown_place(reading, k) if court and k == i + 1 else None)
    if place is None or place.kind != "name" or place.head or not pieces.spaced(k):
        return i + 1, None
    last = place.last
    if court and last < len(pieces) and pieces.words[last] in _ROMAN:
        last += 1
    return last, place


def _unknown_place(reading: Reading, i: int) -> Candidate | None:
    """Return the name right behind a court as a place: "Kantonsgericht Zug"."""
    if not reading.proper(i):
        return None
    return Candidate(i, i + 1, reading.pieces.words[i], "Place", Trust.SHAPE)


def _is_place_noun(reading: Reading, i: int) -> bool:
    """Tell whether the piece is "Region" or "Stadt"."""
    noun = reading.lexicon.noun(reading.pieces.words[i]) if i < len(reading.pieces) else None
    return noun is not None and noun.type == "Place"


def _aliases(body: Institution, place: AuthorityRecord | None) -> tuple[str, ...]:
    """Return other ways to name the body: "chinesisches Handelsministerium", "Handelsministerium"."""
    found = [body.noun]
    adjective = next((a for a in (place.adjectives if place else ()) if a[0].islower()), None)
    if adjective:
        found += [f"{adjective}{ending} {body.noun}" for ending in {_ADJECTIVE_ENDING[body.gender], "e"}]
    return tuple(found)
