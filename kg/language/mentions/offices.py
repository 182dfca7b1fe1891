"""Governments told by their members: "US-Präsident Trump", "Kanzler Merz", "Italiens Wirtschaftsminister Giorgetti"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

#: posts that only a government has
_POST = re.compile(r"(\w*minister|\w*kanzler|premier|regierungschef)(in)?", re.IGNORECASE)
#: posts of a government where a country stands before them
_POST_OF_COUNTRY = re.compile(r"(vize)?präsident(in)?", re.IGNORECASE)
#: most pieces from a body of another country to a minister without one who is taken to be of it
_NEAR = 80
#: where a text in this language names no country
_HOME = "germany"


class Offices:
    """The governments that posts belong to; built once for an authority file."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._home = authority.by_id(_HOME)
        self._of_country = dict(_governments(authority))

    def __call__(self, reading: Reading, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
        """Point the country in a post to its government, and yield the governments of posts without a country."""
        ends = {c.last: c for c in chosen if c.type == "Place"}
        people = {c.first: c for c in chosen if c.type == "Person" and c.kind == "name"}
        for i, word in enumerate(reading.pieces.words):
            holder = people.get(i + 1)
            government = self._government(i, word, chosen, ends.get(i), holder) if holder else None
            if government is None:
                continue
            country = ends.get(i)
            if country is not None and country.kind == "compound":
                country.records, country.type, country.name = (government,), government.type, government.name
            else:
                yield _office(i, word, government)

    def _government(
        self, i: int, word: str, chosen: Sequence[Candidate], country: Candidate | None, holder: Candidate
    ) -> AuthorityRecord | None:
        """Return the government that a word before a person is a post of."""
        if _POST.fullmatch(word):
            return self._of(country) or self._employer(holder) or self._nearest(chosen, i, word)
        return self._of(country) if _POST_OF_COUNTRY.fullmatch(word) else None

    def _of(self, country: Candidate | None) -> AuthorityRecord | None:
        """Return the government of the country that a candidate names."""
        return self._governing(country.record if country else None)

    def _governing(self, place: AuthorityRecord | None) -> AuthorityRecord | None:
        return self._authority.by_id(place.government) if place and place.government else None

    def _employer(self, holder: Candidate) -> AuthorityRecord | None:
        """Return the government that a known person is known to belong to."""
        house = self._authority.by_id(holder.record.works_for or "") if holder.record else None
        if house is None or house.type != "GovernmentBody":
            return None
        return self._of_country.get(house.country or "", house)

    def _nearest(self, chosen: Sequence[Candidate], i: int, word: str) -> AuthorityRecord | None:
        """Return the government whose ministry was spoken of before a post without a country, else that of home."""
        field = word.lower().partition("minister")[0]
        before = [c for c in chosen if c.first < i and c.type == "GovernmentBody" and _country(c)]
        ministries = [c for c in before if _is_ministry(c, field)]
        near = ministries or [c for c in before if i - c.last < _NEAR]
        last = max(near, key=lambda c: (c.last, -c.first), default=None)
        if last is None or word.startswith("Bundes"):
            return self._governing(self._home)
        return self._of_country.get(_country(last) or "")


def _office(i: int, word: str, government: AuthorityRecord) -> Candidate:
    records = (government,)
    return Candidate(i, i + 1, government.name, government.type, Trust.CUE, "compound", records, head=word.lower())


def _is_ministry(candidate: Candidate, field: str) -> bool:
    """Tell whether a body is the ministry of a field ("wirtschafts")."""
    return bool(field) and f"{field}ministerium" in candidate.name.lower()


def _country(candidate: Candidate) -> str | None:
    return candidate.country or (candidate.record.country if candidate.record else None)


def _governments(authority: Authority) -> Iterator[tuple[str, AuthorityRecord]]:
    """Yield country codes with governments, the first of a country last."""
    for record in reversed([*authority]):
        government = authority.by_id(record.government or "")
        if government is not None and record.type == "Place" and record.country and not _is_part(record, authority):
            yield record.country, government


def _is_part(place: AuthorityRecord, authority: Authority) -> bool:
    """Tell whether a place lies in a country: what it belongs to has a country code, as a continent has not."""
    above = authority.by_id(place.parent) if place.parent else None
    return above is not None and above.country is not None
