"""Fill gaps of ``companies.tsv`` from tables of listed companies and append companies it lacks.

    python -m training.authority.carry_over ../shared/data

What stands in the authority file is never overwritten, so a second run changes nothing. Names in
``left-out.txt`` are passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import simplemma

from kg.language.gazetteer import Authority, AuthorityRecord, load_authority
from kg.language.normalise import fold
from kg.resources import ontology_folder
from training.authority.listings import Listing, host_label, merge, read_constituents, read_equities
from training.authority.press_names import press_name

#: shorter names are acronyms that mean many things
_SHORTEST_CLEAR_NAME = 4
_LEFT_OUT = Path(__file__).with_name("left-out.txt")
#: places whose companies the tables file under one another
_SAME_SEAT = (
    frozenset({"CN", "HK", "MO"}),
    frozenset({"GB", "JE", "IE", "US", "NL", "CH", "BM", "LU", "FR", "IT"}),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of companies, its cells in the order of the columns."""

    id: str
    name: str
    type: str = "Company"
    aliases: str = ""
    country: str = ""
    city: str = ""
    parent: str = ""
    ticker: str = ""
    isin: str = ""
    homepage: str = ""
    common: str = ""
    note: str = ""


def main(data: Path) -> None:
    """Carry the facts in the folder ``data`` over."""
    folder = ontology_folder() / "entities"
    authority = load_authority([folder])
    listings = merge(
        [
            *read_constituents(data / "index_constituents.csv"),
            *read_equities(data / "equities.csv", authority),
        ]
    )
    left_out = frozenset(map(fold, _LEFT_OUT.read_text(encoding="utf-8").splitlines()))
    carry_over(folder, authority, [listing for listing in listings if fold(listing.name) not in left_out])


def carry_over(folder: Path, authority: Authority, listings: list[Listing]) -> None:
    """Write the facts of the listings into the tables of companies in the folder."""
    companies = KnownCompanies(authority)
    known: dict[str, Listing] = {}
    unknown: list[Listing] = []
    for listing in listings:
        record = companies.find(listing)
        if record is None:
            unknown.append(listing)
        else:
            known.setdefault(record.id, listing)
    for path in (folder / "companies.tsv", folder / "companies-more.tsv"):
        rows = [_filled(row, known.get(row.id)) for row in read_rows(path)]
        if path.stem == "companies":
            rows += new_rows(unknown, authority)
        write_rows(path, rows)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a table of companies."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield Row(*line.split("\t"))


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write a table of companies, sorted by id, under the header it has."""
    header = path.read_text(encoding="utf-8").partition("\n")[0]
    lines = ["\t".join(astuple(row)) for row in sorted(rows, key=lambda row: row.id)]
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")


def new_rows(listings: list[Listing], authority: Authority) -> Iterator[Row]:
    """Yield rows for the companies that the authority file lacks, each name and each id once."""
    taken = {record.id for record in authority}
    names: set[str] = set()
    for listing in listings:
        row = _new_row(listing, authority)
        if fold(row.name) not in names and row.id and row.id.isascii():
            names.add(fold(row.name))
            row = (
                row
                if row.id not in taken
                else replace(row, id=f"{row.id}-{row.country.lower() or 'company'}")
            )
            taken.add(row.id)
            yield row


def _new_row(listing: Listing, authority: Authority) -> Row:
    """Name a company in short; in full where the short name is another's or a common word."""
    short = press_name(listing.name, _is_word(authority))
    is_word = " " not in short and _is_word(authority)(short)
    name = listing.name if is_word or authority.by_name(fold(short)) else short
    alias = listing.name if name == short else f"{short}?" if is_word else ""
    slug = fold(short).replace(" ", "-")
    facts = (listing.ticker, listing.isin, listing.homepage)
    common = "yes" if len(name) < _SHORTEST_CLEAR_NAME else ""
    aliases = alias if alias != name else ""
    return Row(slug, name, "Company", aliases, listing.country, listing.city, "", *facts, common)


def _is_word(authority: Authority) -> Callable[[str], bool]:
    """Return the test whether a single word is a common word of German or English, or the name of a place."""
    return lambda word: (
        simplemma.is_known(word.lower(), lang=("de", "en"))
        or simplemma.is_known(word.capitalize(), lang="de")
        or any(record.type == "Place" for record in authority.by_name(fold(word)))
    )


class KnownCompanies:
    """The companies of the authority file, found by what a listing says of one."""

    def __init__(self, authority: Authority) -> None:
        self._is_word = _is_word(authority)
        self._by_name: dict[str, list[AuthorityRecord]] = {}
        self._by_ticker: dict[tuple[str | None, str | None], AuthorityRecord] = {}
        for record in authority:
            if record.type == "Company":
                self._by_ticker.setdefault((record.ticker, record.country), record)
                for name in record.names:
                    self._by_name.setdefault(_flat(name), []).append(record)

    def find(self, listing: Listing) -> AuthorityRecord | None:
        """Return the company with the listing's name and seat, else with its ticker or homepage."""
        by_ticker = self._by_ticker.get((listing.ticker or "-", listing.country))
        return self._find_by_name(listing) or by_ticker or self._find_by_homepage(listing)

    def _find_by_name(self, listing: Listing) -> AuthorityRecord | None:
        short = press_name(listing.name, lambda word: False)
        for name in dict.fromkeys((listing.name, short, press_name(listing.name, self._is_word))):
            for record in self._by_name.get(_flat(name), ()):
                if " " in name or _same_seat(record, listing):
                    return record
        return None

    def _find_by_homepage(self, listing: Listing) -> AuthorityRecord | None:
        label = host_label(listing.homepage)
        if len(label) > _SHORTEST_CLEAR_NAME and label in _flat(listing.name):
            return next((r for r in self._by_name.get(label, ()) if r.country == listing.country), None)
        return None


def _flat(name: str) -> str:
    """Return a key that also brings umlauts together with bare vowels: "Südzucker", "Sudzucker"."""
    key = fold(name).replace(" ", "")
    return key.replace("ue", "u").replace("ae", "a").replace("oe", "o")


def _same_seat(record: AuthorityRecord, listing: Listing) -> bool:
    if not record.country or not listing.country or record.country == listing.country:
        return True
    if record.ticker and record.ticker == listing.ticker:
        return True
    return any(record.country in seats and listing.country in seats for seats in _SAME_SEAT)


def _filled(row: Row, listing: Listing | None) -> Row:
    """Fill the empty cells of a row; an ISIN must agree with its country, a listing with its ticker."""
    if listing is None or (row.ticker and listing.ticker and row.ticker != listing.ticker):
        return row
    country = row.country or listing.country
    isin = listing.isin if listing.isin[:2] == country else ""
    return replace(
        row,
        country=country,
        city=row.city or (listing.city if listing.country == country else ""),
        ticker=row.ticker or listing.ticker,
        isin=row.isin or isin,
        homepage=row.homepage or listing.homepage,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
