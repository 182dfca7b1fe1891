"""Claims made for tests of linking: from a name with a few facts to parties, articles and entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.document import CLASSES_ABOVE
from kg.entities.resolving.names import homes_of, legal_form
from kg.language.gazetteer import Authority, shipped_authority

HERE = Path(__file__).parent
#: names that come together, stay apart, or depend on what else is there; some are known, "Merck" is one of two
PARTIES = (
    Party("Mond", "Company"),
    Party("Mond GmbH", "Company"),
    Party("Mond Inc.", "Company"),
    Party("Gasprom", "Company"),
    Party("Gazprom", "Company", key="gazprom"),
    Party("Merck", "Company"),
    Party("Merck KGaA", "Company", key="merck-kgaa"),
    Party("Jan Weber", "Person"),
    Party("J. Weber", "Person"),
)


@dataclass(frozen=True)
class Name:
    """A name as an article has it, with what the article tells besides."""

    name: str
    type: str
    country: str | None = None
    told: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @classmethod
    def parse(cls, name: str, type_: str, facts: str) -> Name:
        """Read the facts of a table: ``country=DE told=ECA near=BMW;Magna``; values may hold spaces."""
        given: dict[str, str] = {}
        key = ""
        for word in facts.split():
            start, sign, rest = word.partition("=")
            key = start if sign else key
            given[key] = rest if sign else f"{given[key]} {word}"
        listed = {key: tuple(given[key].split(";")) for key in ("told", "near") if key in given}
        return cls(name, type_, given.get("country"), **listed)

    def party(self, authority: Authority | None = None) -> Party:
        """Return the party; a name that one known entity of the class bears has its key."""
        return Party(self.name, self.type, self.told, known_key(self, authority), self.country)

    def claims(self, article: str, authority: Authority | None = None) -> list[Claim]:
        """Return the claims of an article that speaks of the name and of its neighbours."""
        party = self.party(authority)
        predicate = "worksFor" if self.type == "Person" else "partnersWith"
        others = [Name(near, "Company").party(authority) for near in self.near] or [None]
        return [claim(article, party, predicate if other else "filesForInsolvency", other) for other in others]


def known_key(name: Name, authority: Authority | None = None) -> str | None:
    """Return the id of the one known entity that bears a name, with its class and no other country."""
    homes = homes_of(legal_form(name.name)) or frozenset([name.country] if name.country else [])
    found = [
        record.id
        for record in (authority or shipped_authority()).find(name.name)
        if _family(record.type) == _family(name.type) and (not homes or record.country in homes)
    ]
    return found[0] if len(found) == 1 else None


def _family(type_: str) -> str:
    return CLASSES_ABOVE.get(type_, type_)


def claim(article: str, subject: Party, predicate: str, target: Party | None = None) -> Claim:
    """Make a claim with evidence of no matter."""
    return Claim(article, subject, predicate, target, None, "actual", Evidence(0, 1, "x"), "test")


@dataclass(frozen=True)
class Pair:
    """A row of a table of pairs."""

    kind: str
    one: Name
    other: Name
    cells: tuple[str, ...] = field(repr=False, default=())

    def __str__(self) -> str:
        return f"{self.kind}: {self.one.name} / {self.other.name}"


def pairs(file: str) -> Iterator[Pair]:
    """Yield the rows of a table of pairs."""
    lines = [line for line in (HERE / file).read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
    for line in lines[1:]:
        kind, type_, name, facts, other_type, other, other_facts = (*line.split("\t"), "")[:7]
        second = Name.parse(other, type_ if other_type == "=" else other_type, other_facts)
        yield Pair(kind, Name.parse(name, type_, facts), second)
