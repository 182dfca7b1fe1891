"""Brands told in brackets behind their company: "die Schwarz-Gruppe (Lidl, Kaufland)"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.claim import Claim
from kg.claims.extractor import Tools
from kg.language.spans import Mention

#: what stands between the names of a list
_BETWEEN = frozenset({",", "und", "/", "sowie", "u.a.", "etc."})
_BRANDS = ("Company", "MediaOutlet")


def bracketed_brands(tools: Tools) -> Iterator[Claim]:
    """Yield whose brands the names in brackets are; one alone may be an owner or a short form."""
    houses = tools.lexicon.indexed(AnalystHouses, "ratings")
    for company in tools.document.mentions:
        if company.type != "Company" or company.kind != "name":
            continue
        brands = _listed(company.last, tools)
        if len(brands) > 1 and not any(houses.names(tools.document, brand) for brand in brands):
            for brand in brands:
                yield tools.claim(
                    "subsidiaryOf",
                    brand,
                    brand.first,
                    "bracketed-brand",
                    object=company,
                    confidence=0.9,
                    attributed=False,
                )


def _listed(i: int, tools: Tools) -> list[Mention]:
    """Return the names of a list in brackets that begins at a token; none where anything else stands in them."""
    s = tools.document.syntax
    if i >= len(s) or s.words[i] != "(":
        return []
    end, found, i = s.sentence_end(i), [], i + 1
    while i < end and s.words[i] != ")":
        brand = _brand_at(i, tools)
        if brand is None and s.lower[i] not in _BETWEEN:
            return []
        found += [brand] if brand else []
        i = brand.last if brand else i + 1
    return found


def _brand_at(i: int, tools: Tools) -> Mention | None:
    named = (m for m in tools.document.at.get(i, ()) if m.first == i and m.kind == "name" and m.type in _BRANDS)
    return next(named, None)
