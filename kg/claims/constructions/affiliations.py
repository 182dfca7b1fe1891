"""People told by their house behind the name: "Quincy Krosby von LPL Financial", "Mikkel Jensen (Sydbank)"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.language.spans import Mention

_HOUSES = ("Company", "Regulator", "Union", "GovernmentBody", "StockExchange", "JointVenture")
_OF = frozenset({"von", "vom"})
_ARTICLES = frozenset({"der", "dem", "den"})
#: relations of a noun to the name that it tells more of
_BESIDE = ("nmod", "appos", "flat", "flat:name", "parataxis", "dep")


def affiliations(tools: Tools) -> Iterator[Claim]:
    """Yield who works for the house that stands right behind the name, after "von" or in brackets."""
    for person in tools.document.mentions:
        if person.type != "Person" or person.kind != "name" or person.last - person.first < 2:
            continue
        house = _behind_of(person, tools) or _in_brackets(person, tools)
        if house is not None and _belongs(person, house, tools):
            yield tools.claim(
                "worksFor", person, house.first, "affiliation", object=house, confidence=0.9, attributed=False
            )


def _behind_of(person: Mention, tools: Tools) -> Mention | None:
    """Read "von LPL Financial", "von der Jyske Bank", "vom Bankhaus Metzler"; None where something else follows."""
    s, i = tools.document.syntax, person.last
    if i >= len(s) or s.lower[i] not in _OF:
        return None
    has_article = i + 1 < len(s) and s.lower[i + 1] in _ARTICLES
    begin = i + 2 if has_article else i + 1
    house = _house_at(begin, tools)
    if house is None and (has_article or s.lower[i] == "vom") and begin < len(s) and s.pos[begin] == "NOUN":
        return _house_at(begin + 1, tools)
    return house


def _in_brackets(person: Mention, tools: Tools) -> Mention | None:
    """Read "(Sydbank)"."""
    s, i = tools.document.syntax, person.last
    if i >= len(s) or s.words[i] != "(":
        return None
    house = _house_at(i + 1, tools)
    return house if house is not None and s.words[house.last : house.last + 1] == [")"] else None


def _house_at(i: int, tools: Tools) -> Mention | None:
    found = (m for m in tools.document.at.get(i, ()) if m.first == i and m.kind == "name" and is_a(m.type, _HOUSES))
    return next(found, None)


def _belongs(person: Mention, house: Mention, tools: Tools) -> bool:
    """Tell whether the house hangs on the name, and on no verb: "wurde von Apple geholt"."""
    s = tools.document.syntax
    top = s.top(house.first, house.last)
    if s.heads[top] == house.first - 1 and s.pos[house.first - 1] == "NOUN":
        top = s.heads[top]  # "vom Bankhaus Metzler"
    if person.first <= s.heads[top] < person.last:
        return s.deps[top] in _BESIDE
    # both stand before the finite verb, where there is room for one phrase: "Krosby vom Vermögensverwalter LPL warnt"
    verb = s.heads[s.top(person.first, person.last)]
    return verb == s.heads[top] == house.last and s.feats[verb].get("VerbForm") == "Fin"
