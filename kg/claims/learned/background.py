"""What is known of two entities before the text is read: it makes a claim likelier or less likely, never by itself.

Sources are the facts of the authority file (seat, parent company, employer, maker of a product) and the tables in
``ontology/background/``: lines of subject, predicate and object, by the ids of the authority file. That a sentence with
two names states what is known of them is what distant supervision assumes (Mintz et al. 2009); here it is only a prior:
weights for what is known, by predicate, and one for what speaks against it are fitted with the calibration.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Literal

from kg.claims.claim import Claim, Party
from kg.claims.learned.scheme import SYMMETRIC
from kg.language.gazetteer import Authority, AuthorityError, AuthorityRecord
from kg.resources import ontology_folder

#: 1 for what is known, -1 for what contradicts what is known, 0 for all else
Stance = Literal[-1, 0, 1]
Fact = tuple[str, str, str]
#: columns of a table
_COLUMNS = ("subject", "predicate", "object")


class BackgroundError(AuthorityError):
    """A line of ``ontology/background/`` cannot be used; ``path`` and ``line`` say where it stands."""


class Background:
    """Tells what is known of a claim's parties."""

    def __init__(self, authority: Authority, facts: frozenset[Fact] = frozenset()) -> None:
        self._authority = authority
        self._facts = facts

    def stance(self, claim: Claim) -> Stance:
        """Return whether a claim is known to be so, or contradicts what is known."""
        if claim.object is None or (claim.predicate == "locatedIn" and _is_within(claim.subject, claim.object)):
            return 0
        words = claim.evidence.words_of(claim.object)
        return self._between(claim.predicate, claim.subject.key, claim.object.key, words)

    def may_know(self, predicate: str, subject: str | None, other: str | None) -> bool:
        """Return whether a claim of two known entities could be known to be so, whatever its words."""
        return self._between(predicate, subject, other) == 1

    def employer_instead(self, person: str | None, house: str | None) -> str | None:
        """Return the id of whom a person is known to work for, if that is neither the house nor its parent or child."""
        record, other = self._authority.by_id(person), self._authority.by_id(house)
        known = self._authority.by_id(record.works_for) if record else None
        if known is None or known.id == house or (other and known.id == other.parent) or known.parent == house:
            return None
        return known.id

    def maker(self, product: str | None) -> str | None:
        """Return the id of the company that makes a known product."""
        record = self._authority.by_id(product)
        maker = self._authority.by_id(record.parent) if record is not None and record.type == "Product" else None
        return maker.id if maker is not None and maker.type == "Company" else None

    def company_named(self, name: str) -> AuthorityRecord | None:
        """Return the only company of a name that is no common word."""
        found = [record for record in self._authority.find(name) if record.type == "Company"]
        return found[0] if len(found) == 1 and name not in found[0].doubtful else None

    def is_place(self, name: str) -> bool:
        """Tell whether a name is that of a place: "Korea" of "AliExpress Korea"."""
        return any(record.type == "Place" for record in self._authority.find(name))

    def _between(self, predicate: str, subject: str | None, other: str | None, words: str = "") -> Stance:
        """Return what is known of two entities, the second told by some words."""
        one, two = self._authority.by_id(subject), self._authority.by_id(other)
        if one is None or two is None:
            return 0
        if self._stands_in_tables(one.id, predicate, two.id):
            return 1
        if predicate == "locatedIn":
            return self._seat(one, two, words)
        read = _READERS.get(predicate)
        return read(one, two) if read else 0

    def _seat(self, subject: AuthorityRecord, place: AuthorityRecord, words: str) -> Stance:
        """A country counts only where an adjective, compound or genitive tells it: not "in Germany", but "German"."""
        if subject.city and subject.city == place.name:
            return 1
        if subject.country is None or place.country is None:
            return 0
        if subject.country != place.country:
            return -1
        return 1 if self._lies_in_none(place) and words != place.name else 0

    def is_country(self, place: Party) -> bool:
        """Tell whether a place is known to be a country or a continent."""
        record = self._authority.by_id(place.key)
        return record is not None and self._lies_in_none(record)

    def _lies_in_none(self, place: AuthorityRecord) -> bool:
        """Whether a place lies in nothing but a continent."""
        around = self._authority.by_id(place.parent)
        return around is None or around.country is None

    def _stands_in_tables(self, subject: str, predicate: str, other: str) -> bool:
        if (subject, predicate, other) in self._facts:
            return True
        return predicate in SYMMETRIC and (other, predicate, subject) in self._facts


def _is_within(subject: Party, other: Party) -> bool:
    """Whether the object is a part of the subject's name: "die chinesische Botschaft"."""
    return subject.start <= other.start < other.end <= subject.end


def _parent(subject: AuthorityRecord, owner: AuthorityRecord) -> Stance:
    return _same(subject.parent, owner)


def _employer(subject: AuthorityRecord, employer: AuthorityRecord) -> Stance:
    """People change their employers, and that is news: another one is no contradiction."""
    return 1 if subject.works_for == employer.id else 0


def _former(subject: AuthorityRecord, house: AuthorityRecord) -> Stance:
    """Who is known by a former post has left the house."""
    return 1 if subject.is_former and subject.works_for == house.id else 0


def _founder(subject: AuthorityRecord, house: AuthorityRecord) -> Stance:
    is_founder = "gründer" in (subject.position or "").casefold()
    return 1 if is_founder and subject.works_for == house.id else 0


def _buyer(subject: AuthorityRecord, bought: AuthorityRecord) -> Stance:
    """Most daughters were bought once; that one was not is no news."""
    return 1 if bought.parent == subject.id and bought.type == "Company" else 0


def _maker(subject: AuthorityRecord, product: AuthorityRecord) -> Stance:
    return _same(product.parent, subject)


def _same(id: str | None, record: AuthorityRecord) -> Stance:
    if id is None:
        return 0
    return 1 if id == record.id else -1


_READERS: Mapping[str, Callable[[AuthorityRecord, AuthorityRecord], Stance]] = {
    "subsidiaryOf": _parent,
    "worksFor": _employer,
    "departsFrom": _former,
    "founded": _founder,
    "acquires": _buyer,
    "develops": _maker,
    "launches": _maker,
}


def read_facts(folder: Path, authority: Authority) -> Iterator[Fact]:
    """Yield the facts of the tables in a folder.

    Raises:
        BackgroundError: a header without these columns, or a line with an id that the authority file has not.
    """
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as stream:
            lines = csv.reader(stream, delimiter="\t")
            in_order = _in_order(path, next(lines, []))
            for row in lines:
                fact = in_order((*row, "", "", ""))
                for id in (fact[0], fact[2]):
                    if id not in authority:
                        raise BackgroundError(path, lines.line_num, f"{id!r} is no id of the authority file")
                yield fact


def _in_order(path: Path, header: Sequence[str]) -> Callable[[tuple[str, ...]], Fact]:
    """Return what takes subject, predicate and object out of a row."""
    if not {*_COLUMNS} <= {*header}:
        raise BackgroundError(path, 1, f"the header needs the columns {', '.join(_COLUMNS)}")
    return itemgetter(*(header.index(column) for column in _COLUMNS))


@lru_cache(maxsize=4)
def shipped_background(authority: Authority) -> Background:
    """Return what is known of the entities of an authority file, with the tables that ship with the program."""
    return Background(authority, frozenset(read_facts(ontology_folder() / "background", authority)))
