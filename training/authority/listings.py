"""Listed companies as public tables have them: read, cleaned, one for each company."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from kg.language.gazetteer import Authority
from kg.language.normalise import fold, name_key
from training.authority.press_names import company_name, is_share, words

#: a homepage that more securities share was filled in for want of a better one
_MOST_SECURITIES = 5


@dataclass(frozen=True, slots=True)
class Listing:
    """What a table says of a company; unknown facts are empty."""

    #: name in full, with its legal form
    name: str
    #: ISO 3166-1 alpha-2 code
    country: str = ""
    city: str = ""
    ticker: str = ""
    isin: str = ""
    homepage: str = ""


def read_equities(path: Path, places: Authority) -> Iterator[Listing]:
    """Yield the companies of ``equities.csv``: funds and rows with another company's facts are left out."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    shared = Counter(row["website"] for row in rows)
    for row in rows:
        name = company_name(row["name"])
        foreign = bool(row["website"]) and shared[row["website"]] > _MOST_SECURITIES
        if (
            row["country"]
            and is_share(row["name"])
            and not foreign
            and not _is_anothers(row["website"], name)
        ):
            yield _listing(name, row, places)


def read_constituents(path: Path) -> Iterator[Listing]:
    """Yield the members of indices in ``index_constituents.csv`` whose country the index tells."""
    countries = {"sp500": "US", "nasdaq100": "US", "dowjones": "US", "dax": "DE", "ftse100": "GB"}
    countries |= {"ftsemib": "IT", "hsi": "HK"}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["index"] in countries and row["name"].isascii():
                ticker = re.sub(r"\.(DE|L|MI|HK)$", "", row["symbol"])
                yield Listing(company_name(row["name"]), countries[row["index"]], ticker=ticker)


def merge(listings: Iterable[Listing]) -> list[Listing]:
    """Return one listing for each name and country and for each homepage, with the facts of all."""
    merged: dict[tuple[str, str], Listing] = {}
    by_homepage: dict[str, tuple[str, str]] = {}
    for listing in listings:
        key = name_key(listing.name), listing.country
        key = by_homepage.setdefault(listing.homepage, key) if listing.homepage else key
        merged[key] = _filled(merged[key], listing) if key in merged else listing
    return list(merged.values())


def _filled(listing: Listing, other: Listing) -> Listing:
    facts = ("city", "ticker", "isin", "homepage")
    return replace(listing, **{fact: getattr(listing, fact) or getattr(other, fact) for fact in facts})


def _listing(name: str, row: dict[str, str], places: Authority) -> Listing:
    country = _country(row["country"], places)
    isin = row["isin"] if row["isin"][:2] == country else ""
    return Listing(
        name, country, _city(row["city"], country, places), _ticker(row, country), isin, row["website"]
    )


def _country(name: str, places: Authority) -> str:
    """Return the code of a country by its English name."""
    return next((p.country for p in places.by_name(fold(name)) if p.type == "Place" and p.country), "")


def _city(name: str, country: str, places: Authority) -> str:
    """Return the German name of a city; one that is not known keeps its own."""
    if name and country in words()["cities"]:
        return str(words()["cities"][country])
    known = (p.name for p in places.by_name(fold(name)) if p.type == "Place" and p.country == country)
    return next(known, name)


def _ticker(row: dict[str, str], country: str) -> str:
    """Return the symbol without the venue's suffix, if the venue is one of the company's country."""
    if row["mic"] not in words()["venues"].get(country, ()):
        return ""
    symbol = row["symbol"].rpartition(".")[0] or row["symbol"]
    return "" if country == "US" and "-" in symbol else symbol


def host_label(website: str) -> str:
    """Return the name in a homepage's address: "volkswagenag" in http://www.volkswagen-ag.com.

    >>> host_label("http://www.volkswagen-ag.com")
    'volkswagenag'
    """
    return urlsplit(website).netloc.removeprefix("www.").split(".")[0].replace("-", "").casefold()


def _is_anothers(website: str, name: str) -> bool:
    """Tell whether a homepage was found by a part of a word: anritsu.com for Sanritsu.

    The row's country, city and branch are then that company's, too.
    """
    host, key = host_label(website), fold(name)
    return len(host) > 1 and not key.replace(" ", "").startswith(host) and _inside_a_word(host, key)


def _inside_a_word(part: str, key: str) -> bool:
    return any(part in word and not word.startswith(part) for word in key.split())
