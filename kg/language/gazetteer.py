"""The authority file: names of known entities, read from tables that people can review.

A folder of the authority file holds ``*.tsv`` files, one entity a row, with a header line. Columns
(all but ``id``, ``name`` and ``class`` may be left out): ``aliases``, ``adjective`` and ``demonym``
list several names separated by `` | ``; a name with a trailing ``?`` is also an ordinary word, a first
name or a place and counts only with support from its context; ``common`` says the same of ``name``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter, itemgetter
from pathlib import Path

from kg.language.normalise import fold, shortened
from kg.resources import ontology_folder

#: the classes of the vocabulary
CLASSES = frozenset(
    {"Organization", "Company", "JointVenture", "Regulator", "GovernmentBody", "MediaOutlet", "Union"}
    | {"StockExchange", "MarketIndex", "Person", "Place", "Product", "Event", "Legislation", "Topic"}
)
#: class → the class right above it in the ontology
CLASSES_ABOVE = dict.fromkeys(
    ("Company", "JointVenture", "Regulator", "GovernmentBody", "MediaOutlet", "StockExchange", "Union"), "Organization"
)
ORGANISATIONS = frozenset({"Organization", *CLASSES_ABOVE})


class AuthorityError(ValueError):
    """A row of the authority file cannot be used; ``path`` and ``line`` say where it stands."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")
        self.path = path
        self.line = line
        self.problem = problem


#: how a post opens that somebody holds no more
_FORMER = ("früher", "ehemalig", "ex-", "bis ")


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """One known entity: its names and what is known of it; unknown facts are None or empty."""

    #: stable slug: "deutsche-bank"
    id: str
    #: the name that the German press prefers
    name: str
    #: class of the vocabulary: "Company"
    type: str
    aliases: tuple[str, ...] = ()
    #: those of ``names`` that need support from their context
    doubtful: frozenset[str] = frozenset()
    #: ISO 3166-1 alpha-2 code
    country: str | None = None
    #: German name of the city of its seat
    city: str | None = None
    #: id of the company it belongs to, the maker of a product, the country or state of a place
    parent: str | None = None
    ticker: str | None = None
    isin: str | None = None
    homepage: str | None = None
    #: Legal Entity Identifier (ISO 17442)
    lei: str | None = None
    #: Wertpapierkennnummer
    wkn: str | None = None
    #: id in Wikidata: "Q552581"
    wikidata: str | None = None
    #: of a place: uninflected adjectives ("chinesisch", "Wolfsburger")
    adjectives: tuple[str, ...] = ()
    #: of a place: names of its people ("Chinesen", "Wolfsburger")
    demonyms: tuple[str, ...] = ()
    #: of a place: id of the government body for which its name may stand ("Peking")
    government: str | None = None
    #: of a person: id of the organisation it works for
    works_for: str | None = None
    #: of a person: its post there
    position: str | None = None
    #: industries of a firm, kinds of a product: codes of ``lexicon/*/industries.toml``
    kinds: frozenset[str] = frozenset()
    #: what a reviewer should know: homonyms, former names
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred name and the aliases."""
        return (self.name, *self.aliases)

    @property
    def is_former(self) -> bool:
        """Whether a person holds the post no more: "früherer US-Präsident"."""
        return (self.position or "").lower().startswith(_FORMER)


class Authority:
    """The known entities, found by id, by name and, for places, by adjective and demonym."""

    def __init__(self, records: Mapping[str, AuthorityRecord]) -> None:
        self._records = records
        self._by_name = _index(records, "names")
        self._by_adjective = _index(records, "adjectives")
        self._by_demonym = _index(records, "demonyms")

    def __iter__(self) -> Iterator[AuthorityRecord]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, id: object) -> bool:
        return id in self._records

    def by_id(self, id: str | None) -> AuthorityRecord | None:
        """Return the record with this id; None where there is none, or no id."""
        return self._records.get(id) if id else None

    def by_name(self, normalised: str) -> tuple[AuthorityRecord, ...]:
        """Return all records that bear a name whose ``fold`` is the key given, in order of the files."""
        return self._by_name.get(normalised, ())

    def find(self, name: str) -> tuple[AuthorityRecord, ...]:
        """Return the records for a name as it stands in a text: as written, else with fewer legal forms."""
        found = (self.by_name(fold(shorter)) for shorter in shortened(name))
        return next(filter(None, found), ())

    def by_adjective(self, normalised: str) -> tuple[AuthorityRecord, ...]:
        """Return the places with this uninflected adjective, folded: "chinesisch", "wolfsburger"."""
        return self._by_adjective.get(normalised, ())

    def by_demonym(self, normalised: str) -> tuple[AuthorityRecord, ...]:
        """Return the places whose people are called so, folded: "chinesen", "wolfsburger"."""
        return self._by_demonym.get(normalised, ())


def load_authority(folders: Sequence[Path], *, classes: Collection[str] = CLASSES) -> Authority:
    """Read the authority files in the folders (or single files).

    A row replaces the row with the same id in an earlier folder, so that users can correct what
    ships with the program.

    Raises:
        AuthorityError: an id twice in one folder, an unknown class, a reference to an unknown id,
            a row with too many or missing cells.
    """
    rows: dict[str, _Row] = {}
    for folder in folders:
        rows |= _read_folder(folder, classes)
    for row in rows.values():
        _check_references(row, rows)
    return Authority({id: row.record for id, row in rows.items()})


def shipped_authority() -> Authority:
    """Return the authority file that ships with the program, read once."""
    return shared_authority(())


@lru_cache(maxsize=4)
def shared_authority(folders: tuple[Path, ...] = ()) -> Authority:
    """Return the authority file with folders of the user's on top, read once for each set of folders."""
    return load_authority((ontology_folder() / "entities", *folders))


@dataclass(frozen=True, slots=True)
class _Row:
    """A record with the place where it stands."""

    record: AuthorityRecord
    path: Path
    line: int


def _read_folder(folder: Path, classes: Collection[str]) -> dict[str, _Row]:
    rows: dict[str, _Row] = {}
    for path in sorted(folder.glob("*.tsv")) if folder.is_dir() else [folder]:
        for line, record in _read_file(path):
            if record.type not in classes:
                raise AuthorityError(path, line, f"unknown class {record.type!r}")
            if record.id in rows:
                first = rows[record.id]
                problem = f"id {record.id!r} stands already in {first.path}:{first.line}"
                raise AuthorityError(path, line, problem)
            rows[record.id] = _Row(record, path, line)
    return rows


_COLUMNS = (
    *("id", "name", "class", "common", "aliases", "adjective", "demonym", "country", "city", "parent"),
    *("ticker", "isin", "homepage", "lei", "wkn", "wikidata", "government", "worksFor", "position"),
    *("industry", "kind", "note"),
)


def _read_file(path: Path) -> Iterator[tuple[int, AuthorityRecord]]:
    """Yield each record with the number of its line; empty lines are passed over."""
    lines = path.read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    places = [columns.index(column) if column in columns else len(columns) for column in _COLUMNS]
    in_order = itemgetter(*places)
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) == len(columns):
            cells.append("")
            yield number, _record(*in_order(cells), path=path, line=number)
        elif line:
            raise AuthorityError(path, number, f"{len(cells)} cells where the header has {len(columns)}")


def _record(
    id: str,
    name: str,
    type: str,
    common: str,
    aliases: str,
    adjectives: str,
    demonyms: str,
    *facts: str,
    path: Path,
    line: int,
) -> AuthorityRecord:
    if not (id and name and type):
        raise AuthorityError(path, line, "id, name and class must be given")
    names, doubtful = _names(aliases)
    country, city, parent, ticker, isin, homepage, lei, wkn, wikidata, *more = facts
    government, works_for, position, industry, kind, note = more
    return AuthorityRecord(
        id=id,
        name=name,
        type=type,
        aliases=names,
        doubtful=doubtful | {name} if common else doubtful,
        country=country or None,
        city=city or None,
        parent=parent or None,
        ticker=ticker or None,
        isin=isin or None,
        homepage=homepage or None,
        lei=lei or None,
        wkn=wkn or None,
        wikidata=wikidata or None,
        adjectives=_names(adjectives)[0],
        demonyms=_names(demonyms)[0],
        government=government or None,
        works_for=works_for or None,
        position=position or None,
        kinds=_kinds(industry or kind),
        note=note or None,
    )


_NO_NAMES: tuple[tuple[str, ...], frozenset[str]] = ((), frozenset())


def _names(cell: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Split a cell into its names and those of them that are marked as doubtful.

    >>> _names("Deutsche Post | Post?")
    (('Deutsche Post', 'Post'), frozenset({'Post'}))
    """
    if not cell:
        return _NO_NAMES
    marked = cell.split(" | ")
    if "?" not in cell:
        return tuple(marked), _NO_NAMES[1]
    names = tuple(name.removesuffix("?") for name in marked)
    return names, frozenset(name[:-1] for name in marked if name.endswith("?"))


@lru_cache(maxsize=1024)
def _kinds(cell: str) -> frozenset[str]:
    """Split a cell of codes; few of them occur often, so that each set is kept once."""
    return frozenset(cell.split(" | ")) if cell else frozenset()


def _check_references(row: _Row, rows: Mapping[str, _Row]) -> None:
    record = row.record
    references = {"parent": record.parent, "government": record.government, "worksFor": record.works_for}
    for column, id in references.items():
        if id is not None and id not in rows:
            raise AuthorityError(row.path, row.line, f"{column} {id!r} is no id of the authority file")


def _index(records: Mapping[str, AuthorityRecord], attribute: str) -> dict[str, tuple[AuthorityRecord, ...]]:
    """Map each folded name to its records."""
    index: dict[str, tuple[AuthorityRecord, ...]] = {}
    names_of = attrgetter(attribute)
    for record in records.values():
        for name in names_of(record):
            key = fold(name)
            known = index.get(key)
            if known is None:
                index[key] = (record,)
            elif known[-1] is not record:
                index[key] = (*known, record)
    return index
