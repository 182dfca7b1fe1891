"""Governments told by their members: "US-Präsident Trump", "Kanzler Merz", "Italiens Wirtschaftsminister Giorgetti"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

#: posts that only a government has
_POST = re.compile(r"(\w*minister|\w*kanzler|premier|regierungschef)(in)?", re.IGNORECASE)
#: posts of a government where a country stands before them
_POST_OF_COUNTRY = re.compile(r"(vize)?präsident(in)?", re.IGNORECASE)
#: where a text in this language names no country
_HOME = "germany"


def government_offices(reading: Reading, chosen: Sequence[Candidate], authority: Authority) -> Iterator[Candidate]:
    """Point the country in a post to its government, and yield the governments of posts without a country."""
    ends = {c.last: c for c in chosen if c.type == "Place"}
    people = {c.first for c in chosen if c.type == "Person" and c.kind == "name"}
    for i, word in enumerate(reading.pieces.words):
        if i + 1 not in people:
            continue
        country = ends.get(i)
        if _POST.fullmatch(word):
            government = _of(country, authority) or _nearest(chosen, i, authority, word)
        elif _POST_OF_COUNTRY.fullmatch(word):
            government = _of(country, authority)
        else:
            continue
        if government is None:
            continue
        if country is not None and country.kind == "compound":
            country.records, country.type, country.name = (government,), government.type, government.name
        else:
            yield _office(i, word, government)


def _office(i: int, word: str, government: AuthorityRecord) -> Candidate:
    records = (government,)
    return Candidate(i, i + 1, government.name, government.type, Trust.CUE, "compound", records, head=word.lower())


def _of(country: Candidate | None, authority: Authority) -> AuthorityRecord | None:
    """Return the government of the country that a candidate names."""
    record = country.record if country else None
    return authority.by_id(record.government) if record and record.government else None


def _nearest(chosen: Sequence[Candidate], i: int, authority: Authority, word: str) -> AuthorityRecord | None:
    """Return the government whose ministry was spoken of before a post that names no country, else that of home."""
    field = word.lower().partition("minister")[0]
    before = [c for c in chosen if c.first < i and _is_ministry(c, field)]
    last = max(before, key=lambda c: (c.last, -c.first), default=None)
    home = authority.by_id(_HOME)
    if last is None or word.startswith("Bundes"):
        return authority.by_id(home.government) if home and home.government else None
    return _governments(authority).get(_country(last) or "")


def _is_ministry(candidate: Candidate, field: str) -> bool:
    """Tell whether a body is the ministry of a field ("wirtschafts") and its country is known."""
    if candidate.type != "GovernmentBody" or not field or _country(candidate) is None:
        return False
    return f"{field}ministerium" in candidate.name.lower()


def _country(candidate: Candidate) -> str | None:
    return candidate.country or (candidate.record.country if candidate.record else None)


def _governments(authority: Authority) -> Mapping[str, AuthorityRecord]:
    """Map country codes to governments."""
    found: dict[str, AuthorityRecord] = {}
    for record in authority:
        if record.type == "Place" and record.government and record.country and not _is_part(record, authority):
            government = authority.by_id(record.government)
            if government is not None:
                found.setdefault(record.country, government)
    return found


def _is_part(place: AuthorityRecord, authority: Authority) -> bool:
    """Tell whether a place lies in a country: what it belongs to has a country code, as a continent has not."""
    above = authority.by_id(place.parent) if place.parent else None
    return above is not None and above.country is not None
