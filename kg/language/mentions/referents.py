"""Which mentions of an article speak of the same entity, and what that entity is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.language.gazetteer import ORGANISATIONS, AuthorityRecord
from kg.language.mentions.candidate import Candidate
from kg.language.mentions.institutions import ministry_noun
from kg.language.mentions.pieces import piece_keys
from kg.language.mentions.reading import Reading
from kg.language.normalise import name_key
from kg.language.spans import Referent


@dataclass(slots=True)
class Group:
    """The candidates of one entity."""

    record: AuthorityRecord | None = None
    members: list[Candidate] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The class of the known entity, else the one with the best evidence."""
        if self.record:
            return self.record.type
        votes: Counter[str] = Counter()
        for member in self.members:
            votes[member.type] += 10 ** int(member.trust)
        best = max(votes.values())
        return next(m.type for m in self.members if votes[m.type] == best)

    @property
    def name(self) -> str:
        """The name of the authority file, else the fullest in the text."""
        if self.record:
            return self.record.name
        return max((m.name for m in self.members), key=lambda name: (len(name.split()), len(name)))

    def referent(self, reading: Reading) -> Referent:
        """Return what the article knows of the entity."""
        names = set(self.record.aliases if self.record else ())
        for member in self.members:
            if member.kind in ("name", "compound", "topic"):
                names |= {member.name, *member.aliases}
        name = self.name
        country = self.record.country if self.record else next((m.country for m in self.members if m.country), None)
        return Referent(
            name,
            self.type,
            tuple(sorted(names - {name, ""})),
            self.record.id if self.record else None,
            country,
            bool(self.record.ticker or self.record.isin) if self.record else None,
            self.record.parent if self.record else None,
            self.record.kinds if self.record else frozenset(),
        )


def group(reading: Reading, chosen: Sequence[Candidate]) -> list[Referent]:
    """Number the referents, write the numbers into the candidates, return the referents in text order."""
    groups: dict[tuple[str, str], Group] = {}
    for candidate in chosen:
        groups.setdefault(_key(candidate), Group(candidate.record)).members.append(candidate)
    merged = _merge(reading, groups)
    ordered = sorted(merged, key=lambda g: min(m.first for m in g.members))
    for number, entity in enumerate(ordered):
        for member in entity.members:
            member.referent = number
            if not (entity.record and member.type == "Place"):
                member.type = entity.type
    return [entity.referent(reading) for entity in ordered]


def _key(candidate: Candidate) -> tuple[str, str]:
    if candidate.record:
        return "id", candidate.record.id
    family = "Organization" if candidate.type in ORGANISATIONS else candidate.type
    return family, name_key(candidate.name) + (f"|{candidate.country}" if candidate.country else "")


def _merge(reading: Reading, groups: dict[tuple[str, str], Group]) -> list[Group]:
    """Join surnames to full names, short names to long ones, acronyms to what stands before the bracket."""
    remaining = dict(groups)
    for join in (_join_acronyms, _join_surnames, _join_short_names, _join_bare_ministries):
        for short, long in join(reading, remaining):
            if short in remaining and long in remaining and short != long:
                absorbed = remaining.pop(short)
                remaining[long].members += absorbed.members
    return list(remaining.values())


_Pairs = Iterable[tuple[tuple[str, str], tuple[str, str]]]


def _join_surnames(reading: Reading, groups: dict[tuple[str, str], Group]) -> _Pairs:
    """Yield persons told by their surname alone, with the person of that surname told before."""
    full: dict[str, list[tuple[int, tuple[str, str]]]] = {}
    for key, entity in groups.items():
        names = [m.name for m in entity.members] + ([entity.record.name] if entity.record else [])
        for name in names if entity.type == "Person" else ():
            if len(name.split()) > 1:
                surname = surname_of(name, reading)
                full.setdefault(surname, []).append((entity.members[0].first, key))
    for key, entity in list(groups.items()):
        if entity.record is None and all(len(m.name.split()) == 1 for m in entity.members):
            name = entity.members[0].name.casefold()
            owners = full.get(name, []) if entity.type == "Person" else []
            if not owners and name.endswith("s"):  # "die Ankündigung Hiesingers"
                owners = full.get(name.removesuffix("s"), [])
            if owners:
                place = entity.members[0].first
                yield (
                    key,
                    max(
                        owners,
                        key=lambda owner: (owner[0] <= place, owner[0] if owner[0] <= place else -owner[0]),
                    )[1],
                )


def surname_of(name: str, reading: Reading) -> str:
    """Return the family name of a full name, casefolded."""
    words = name.split()
    return (words[0] if words[0] in reading.lexicon.family_first else words[-1]).casefold()


def _join_short_names(reading: Reading, groups: dict[tuple[str, str], Group]) -> _Pairs:
    """Yield "Avidity" with "Avidity Biosciences": one long name, no other entity of the short name."""
    organisations = {k: g for k, g in groups.items() if g.type not in ("Person", "Place", "Topic")}
    for key, entity in organisations.items():
        if entity.record is not None:
            continue
        short = piece_keys(entity.name)
        longer = [
            other for other, g in organisations.items()
            if other != key and any(_shortens(reading, short, m.name) for m in g.members)
        ]  # fmt: skip
        if len(longer) == 1:
            yield key, longer[0]


def _join_bare_ministries(reading: Reading, groups: dict[tuple[str, str], Group]) -> _Pairs:
    """Yield "das Justizministerium" with the "US-Justizministerium", where the text names one such alone."""
    nouns = {k: {ministry_noun(m.name) for m in g.members} - {""} for k, g in groups.items()}
    for key, entity in list(groups.items()):
        noun = ministry_noun(entity.name)
        longer = [k for k, known in nouns.items() if k != key and any(n.endswith(noun) for n in known)]
        if noun and noun == entity.name.lower() and entity.record is None and len(longer) == 1:
            yield key, longer[0]


def _shortens(reading: Reading, short: tuple[str, ...], name: str) -> bool:
    long = piece_keys(name)
    if not 0 < len(short) < len(long) or long[: len(short)] != short:
        return False
    return (
        name.split()[-1] not in reading.lexicon.behind["unit"] or name.split()[-1] in reading.lexicon.behind["filler"]
    )


def _join_acronyms(reading: Reading, groups: dict[tuple[str, str], Group]) -> _Pairs:
    """Yield "PLA" with "Volksbefreiungsarmee (PLA)"."""
    ends = {m.last: key for key, g in groups.items() for m in g.members}
    for key, entity in list(groups.items()):
        for member in entity.members:
            owner = ends.get(member.first)
            if owner is not None and _bracketed(reading, member):
                known = groups[owner].record is not None and entity.record is not None
                if not known and owner != key and _kindred(groups[owner], entity):
                    yield (owner, key) if entity.record is not None else (key, owner)
                    break


def _kindred(first: Group, second: Group) -> bool:
    """Tell whether two names can be those of one organisation or thing."""
    types = {first.type, second.type}
    return len(types) == 1 or types <= ORGANISATIONS


def _bracketed(reading: Reading, member: Candidate) -> bool:
    pieces = reading.pieces
    word = pieces.span(member.first, member.last)
    closing = pieces.text[pieces.ends[member.last - 1] : pieces.ends[member.last - 1] + 1]
    return pieces.joint[member.first] == " (" and closing == ")" and word.isupper()
