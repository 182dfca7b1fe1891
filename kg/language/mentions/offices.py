"""Bodies told by their members: "US-Präsident Trump", "Kanzler Merz", "Wettbewerbskommissarin Ribera".

A minister is of the ministry where the text names it, else of the government.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

#: posts that only a government has
_POST = re.compile(r"(\w*minister|\w*kanzler|premier|regierungschef)(in)?", re.IGNORECASE)
#: posts of a government where a country stands before them
_POST_OF_COUNTRY = re.compile(r"(vize)?präsident(in)?", re.IGNORECASE)
#: posts of the European Commission
_POST_OF_COMMISSION = re.compile(r"\w*kommissar(in)?|kommissions(vize|(vize)?(präsident|chef)(in)?)", re.IGNORECASE)
_COMMISSION = "eu-kommission"
#: posts at the head of whichever ministry was named last
_OF_THE_MINISTRY = frozenset(["minister", "ministerin", "ressortchef", "ressortchefin"])
#: most pieces from a ministry to such a post
_JUST_NAMED = 30
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
        """Point the country in a post to the body that has it, and yield the bodies of posts without a country."""
        ends = {c.last: c for c in chosen if c.type == "Place" or _is_union(c)}
        people = {c.first: c for c in chosen if c.type == "Person" and c.kind == "name"}
        for i, word in enumerate(reading.pieces.words):
            if (holder := people.get(i + 1)) is None:
                continue
            country = ends.get(i)
            body = self._body(i, word, chosen, country, holder)
            if body is None:
                continue
            if country is not None and country.kind == "compound":
                country.records, country.type, country.name = body.records, body.type, body.name
            else:
                yield body

    def _body(
        self, i: int, word: str, chosen: Sequence[Candidate], country: Candidate | None, holder: Candidate
    ) -> Candidate | None:
        """Return the body that a word before a person is a post of, as a part of that word."""
        ministry = _ministry(i, word, chosen, country)
        if ministry is not None and self._can_hold(holder, ministry):
            return _office(i, word, ministry.name, ministry.type, ministry.records)
        if _POST_OF_COMMISSION.fullmatch(word):
            record = self._authority.by_id(_COMMISSION)
        else:
            record = None if _is_union(country) else self._government(i, word, chosen, country, holder)
        return _office(i, word, record.name, record.type, (record,)) if record else None

    def _government(
        self, i: int, word: str, chosen: Sequence[Candidate], country: Candidate | None, holder: Candidate
    ) -> AuthorityRecord | None:
        """Return the government that a word before a person is a post of."""
        if _POST.fullmatch(word):
            return self._of(country) or self._employer(holder) or self._nearest(chosen, i, word)
        return self._of(country) or self._employer(holder) if _POST_OF_COUNTRY.fullmatch(word) else None

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

    def _can_hold(self, holder: Candidate, ministry: Candidate) -> bool:
        """Tell whether nothing is known of a person that forbids a post in a ministry: one of another country."""
        known = self._employer(holder)
        return known is None or ministry.home in (None, known.country)

    def _nearest(self, chosen: Sequence[Candidate], i: int, word: str) -> AuthorityRecord | None:
        """Return the government whose ministry was spoken of before a post without a country, else that of home."""
        field = word.lower().partition("minister")[0]
        before = [c for c in chosen if c.first < i and c.type == "GovernmentBody" and c.home]
        ministries = [c for c in before if field and _is_ministry(c, field)]
        near = ministries or [c for c in before if i - c.last < _NEAR]
        last = max(near, key=lambda c: (c.last, -c.first), default=None)
        if word.startswith("Bundes"):
            return self._governing(self._home)
        return self._of_country.get((last.home if last else self._told_most(chosen, i)) or "")

    def _told_most(self, chosen: Sequence[Candidate], i: int) -> str | None:
        """Return the country of which a text speaks most up to a post; home where it speaks of that, or of none."""
        home = self._home.country if self._home else None
        told: Counter[str | None] = Counter(c.home for c in chosen if c.type == "Place" and c.first < i and c.home)
        return home if told[home] else max(told, key=lambda c: told[c], default=home)


def _office(i: int, word: str, name: str, kind: str, records: tuple[AuthorityRecord, ...]) -> Candidate:
    return Candidate(i, i + 1, name, kind, Trust.CUE, "compound", records, head=word.lower())


def _is_union(candidate: Candidate | None) -> bool:
    return candidate is not None and candidate.record is not None and candidate.record.id == "eu"


def _ministry(i: int, word: str, chosen: Sequence[Candidate], country: Candidate | None) -> Candidate | None:
    """Return the ministry of a minister's field that the text names, or the one just named for a plain minister."""
    lower = word.lower()
    if lower in _OF_THE_MINISTRY:
        near = [c for c in chosen if _is_ministry(c, "") and c.first <= i and i - c.last < _JUST_NAMED]
        return max(near, key=lambda c: (c.last, -c.first), default=None)
    field = lower.removeprefix("bundes").partition("minister")[0]
    if not field or "minister" not in lower or field == "premier":
        return None
    found = [c for c in chosen if _is_ministry(c, field) and _is_of(c, country)]
    return min(found, key=lambda c: (c.first > i, abs(c.first - i), c.first), default=None)


def _is_of(ministry: Candidate, country: Candidate | None) -> bool:
    """Tell whether a ministry can be the one of the country named with a minister."""
    code = country.record.country if country and country.record else None
    return code is None or ministry.home in (None, code)


def _is_ministry(candidate: Candidate, field: str) -> bool:
    """Tell whether a candidate is the ministry of a field ("wirtschafts"), any ministry without a field."""
    return candidate.type == "GovernmentBody" and f"{field}ministerium" in candidate.name.lower()


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
