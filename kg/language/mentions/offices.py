"""Bodies told by their members: "US-Präsident Trump", "Kanzler Merz", "Mark Carney, Premier von Kanada".

A minister is of the ministry where the text names it, else of the government.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kg.language.gazetteer import ORGANISATIONS, Authority, AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

#: posts that only a government has
_POST = re.compile(r"(\w*minister|\w*kanzler|premier|regierungs(chef|sprecher))(in)?", re.IGNORECASE)
#: posts of a government where a country, state or town stands with them
_POST_OF_PLACE = re.compile(r"((vize|staats)?präsident|staatschef|außenamtssprecher)(in)?", re.IGNORECASE)
#: the same where a country has such posts in its parts as well
_POST_OF_PART = re.compile(
    r"(ministerpräsident|(vize)?gouverneur|generalstaatsanw[aä]lt|\w+senator|(ober)?bürgermeister"
    r"|landes(haupt(mann|frau)|rat|rät|chef))(in)?",
    re.IGNORECASE,
)
#: posts of the European Commission
_POST_OF_COMMISSION = re.compile(r"\w*kommissar(in)?|kommissions(vize|(vize)?(präsident|chef)(in)?)", re.IGNORECASE)
_COMMISSION = "eu-kommission"
#: posts at the head of whichever ministry was named last
_OF_THE_MINISTRY = frozenset(["minister", "ministerin", "ressortchef", "ressortchefin"])
#: most pieces from a ministry to such a post
_JUST_NAMED = 30
#: most pieces from a body of another country to a minister without one who is taken to be of it
_NEAR = 80
#: between a post and the place it is of
_OF = frozenset({"von", "der", "des"})
#: where a text in this language names no country
_HOME = "germany"


class Offices:
    """The governments that posts belong to; built once for an authority file."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._home = authority.by_id(_HOME)
        self._of_country = dict(_governments(authority))
        self._by_surname: dict[str, list[AuthorityRecord]] = defaultdict(list)
        for record in authority:
            if record.type == "Person" and (self._serves(record) or _had_post(record)):
                self._by_surname[record.name.split()[-1]].append(record)

    def __call__(self, reading: Reading, chosen: Sequence[Candidate]) -> Iterator[Candidate]:
        """Point the country in a post to the body that has it, and yield the bodies of posts without a country."""
        places = _Places(reading, chosen)
        people = _People(reading, chosen)
        firms = {c.last for c in chosen if c.type in ORGANISATIONS and c.type != "GovernmentBody"}
        for i, word in enumerate(reading.pieces.words):
            behind = places.behind(i)
            holder = people.of(i, behind.last if behind else i + 1)
            if holder is None:
                continue
            country = places.before.get(i) or behind
            if i not in firms:  # "Tesla-Chef Frei" is not the head of the Chancellery
                self._recognise(word, country, holder, people)
            body = self._body(i, word, chosen, country, holder)
            if body is None:
                continue
            if country is not None and (country is behind or country.kind == "compound"):
                country.records, country.type, country.name = body.records, body.type, body.name
            elif holder.first == i + 1:
                yield body

    def _recognise(self, word: str, country: Candidate | None, holder: Candidate, people: _People) -> None:
        """Point a family name behind a post to the only one who has or had it: "Präsident Macron"."""
        if holder.record is not None or holder.last - holder.first > 1 or people.introduces(holder):
            return
        home = country.home if country else None
        known = [r for r in self._by_surname.get(holder.name, ()) if _has_post(r, word)]
        known = [r for r in known if home is None or (house := self._serves(r)) is None or house.country == home]
        if len(known) == 1:
            holder.records, holder.name = (known[0],), known[0].name

    def _serves(self, person: AuthorityRecord) -> AuthorityRecord | None:
        """Return the body of state that somebody is known to belong to."""
        house = self._authority.by_id(person.works_for or "")
        return house if house is not None and house.type == "GovernmentBody" else None

    def _body(
        self, i: int, word: str, chosen: Sequence[Candidate], country: Candidate | None, holder: Candidate
    ) -> Candidate | None:
        """Return the body that a word beside a person is a post of, as a part of that word."""
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
        """Return the government that a word beside a person is a post of."""
        if _POST.fullmatch(word):
            return self._of(country) or self._employer(holder) or self._nearest(chosen, i, word)
        if _POST_OF_PLACE.fullmatch(word):
            return self._of(country) or self._employer(holder)
        return self._of_part(country) or self._house(holder) if _POST_OF_PART.fullmatch(word) else None

    def _of(self, country: Candidate | None) -> AuthorityRecord | None:
        """Return the government of the country that a candidate names."""
        return self._governing(country.record if country else None)

    def _governing(self, place: AuthorityRecord | None) -> AuthorityRecord | None:
        return self._authority.by_id(place.government) if place and place.government else None

    def _of_part(self, country: Candidate | None) -> AuthorityRecord | None:
        """Return the government of a country or its part; of a capital, that of the part that it is."""
        own = place = country.record if country else None
        while place is not None and _is_part(place, self._authority):
            government = self._authority.by_id(place.government or "")
            if government is not None and government is not self._of_country.get(place.country or ""):
                return government
            place = self._authority.by_id(place.parent or "")
        return self._governing(own) if place is own else None

    def _house(self, holder: Candidate) -> AuthorityRecord | None:
        """Return the body of state that a known person is known to belong to."""
        return self._serves(holder.record) if holder.record else None

    def _employer(self, holder: Candidate) -> AuthorityRecord | None:
        """Return the government of the country that a known person is known to serve."""
        house = self._house(holder)
        return self._of_country.get(house.country or "", house) if house else None

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
        found = self._of_country.get((last.home if last else self._told_most(chosen, i)) or "")
        return None if word.startswith("Premier") and found is self._governing(self._home) else found

    def _told_most(self, chosen: Sequence[Candidate], i: int) -> str | None:
        """Return the country of which a text speaks most up to a post; home where it speaks of that, or of none."""
        home = self._home.country if self._home else None
        told: Counter[str | None] = Counter(c.home for c in chosen if c.type == "Place" and c.first < i and c.home)
        return home if told[home] else max(told, key=lambda c: told[c], default=home)


class _Places:
    """The places that posts of a document may be of."""

    def __init__(self, reading: Reading, chosen: Sequence[Candidate]) -> None:
        places = [c for c in chosen if c.type == "Place" or _is_union(c)]
        self._reading = reading
        self._beginning = {c.first: c for c in places if c.kind == "name"}
        #: place right before the word at a piece: "Frankreichs Präsident", "der französische Präsident"
        self.before = {c.last: c for c in places}

    def behind(self, i: int) -> Candidate | None:
        """Return the place that a post is of: "Präsident der USA", "Premier von Kanada", "Gouverneur Floridas"."""
        words, joint = self._reading.pieces.words, self._reading.pieces.joint
        if i + 1 >= len(words) or joint[i + 1] != " ":
            return None
        own = self._beginning.get(i + 1)
        if own is not None:
            return own if self._reading.genitive(i + 1) else None
        return self._beginning.get(i + 2) if words[i + 1] in _OF else None


class _People:
    """The people of a document who may hold a post."""

    def __init__(self, reading: Reading, chosen: Sequence[Candidate]) -> None:
        people = [c for c in chosen if c.type == "Person" and c.kind == "name"]
        self._reading = reading
        self._beginning = {c.first: c for c in people}
        self._ending = {c.last: c for c in people}

    def of(self, i: int, end: int) -> Candidate | None:
        """Return who holds the post at a piece: right behind it, or with a comma behind its end or before it."""
        if (following := self._beginning.get(i + 1)) is not None:
            return following
        if end == i + 1:
            return None
        joint = self._reading.pieces.joint
        is_beside = end < len(joint) and joint[end] in (", ", " ")
        return (self._beginning.get(end) if is_beside else None) or self._apposed(i)

    def introduces(self, holder: Candidate) -> bool:
        """Tell whether the text has the whole name of somebody who is called by the family name."""
        return any(c.last - c.first > 1 and c.name.split()[-1] == holder.name for c in self._beginning.values())

    def _apposed(self, i: int) -> Candidate | None:
        """Return whom a post behind a comma is told of: "Mark Carney, Premier von Kanada", "…, der Premier von …"."""
        joint = self._reading.pieces.joint
        first = next((k for k in (i, i - 1) if k > 0 and joint[k] == ", "), None)
        return self._ending.get(first) if first is not None else None


def _post_of(person: AuthorityRecord) -> str:
    """Return a person's post without what stands before it: "Präsident" of "früherer US-Präsident"."""
    return (person.position or "").rpartition(" ")[2].rpartition("-")[2]


def _has_post(person: AuthorityRecord, word: str) -> bool:
    """Tell whether a person's post is the one that a word names: "Bundeskanzler" is one of "Kanzler", too."""
    post, own = word.lower(), _post_of(person).lower()
    return bool(own) and (own.endswith(post) or post.endswith(own) or own.startswith(post))


def _had_post(person: AuthorityRecord) -> bool:
    """Tell whether a person had a post of state: "früherer US-Präsident"."""
    return any(kind.fullmatch(_post_of(person)) for kind in (_POST, _POST_OF_PLACE, _POST_OF_PART))


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
