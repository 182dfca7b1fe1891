"""sharePriceChange: an asset, a word for up or down, a percentage, often a price and a venue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.claims.claim import Claim, Scalar, Status
from kg.claims.clauses import clause_tokens
from kg.claims.constructions.price_assets import assets, is_unit, told_before
from kg.claims.constructions.price_cues import (
    Cue,
    PriceWords,
    cues,
    followers,
    is_about_figures,
    is_market_talk,
    moves_other,
)
from kg.claims.constructions.price_lists import distributed, listed
from kg.claims.constructions.price_pairs import both
from kg.claims.constructions.rating_lists import RESPECTIVELY
from kg.claims.constructions.stretches import stretch
from kg.claims.extractor import Tools
from kg.claims.qualifiers import currency_of, plain_number
from kg.claims.venues import venue_name
from kg.language.spans import Mention, Quantity
from kg.language.syntax import Syntax

#: subjects that stand for an index: "während der Gesamtmarkt gemessen am SMI 0,2 Prozent verliert"
_WHOLE_MARKET = frozenset({"gesamtmarkt"})
_BREAKS = frozenset({",", ";", ":", "–", "-"})
_LEVEL = ("auf", "bei", "mit", "zu")
_PAIRING = frozenset({"und", *RESPECTIVELY})
_TARGETS = ("kursziel", "zielkurs", "preisziel")
#: no share, index or raw material costs more than that, whatever the currency
_DEAREST = 5e6


def price_moves(tools: Tools) -> Iterator[Claim]:
    """Yield the movements of shares, indices, currencies and raw materials, each as it is told with its number."""
    claims = list(_moves(tools))
    numbered = {_way(claim) for claim in claims if claim.value not in ("up", "down")}
    yield from (c for c in claims if c.value not in ("up", "down") or _way(c) not in numbered)


def _way(claim: Claim) -> tuple[str, bool, Scalar | None, Scalar | None]:
    """Return subject, direction, day and period of a move: a headline tells without the number what the text tells."""
    is_up = claim.value > 0 if isinstance(claim.value, float | int) else claim.value == "up"
    return claim.subject.name, is_up, claim.qualifiers.get("date"), claim.qualifiers.get("period")


def _moves(tools: Tools) -> Iterator[Claim]:
    words = tools.lexicon.indexed(PriceWords, "prices")
    numbered: list[tuple[Cue, Quantity]] = []
    used: set[int] = set()
    told: list[Mention] = []
    told_at = -1
    for cue in cues(tools.document, words):
        percent = None if cue.percent is not None else _percent(tools, cue, used, words)
        if is_about_figures(tools.document, cue, words) or moves_other(tools.document, cue, words):
            continue
        if _is_of_a_sum(tools, cue):
            continue
        is_told = percent is not None or cue.percent is not None
        pair = [] if is_told else both(tools, cue, words)
        if percent is None and not pair and not is_market_talk(tools.document, cue, words):
            continue
        market = _market(tools, cue)
        moved = pair or (assets(tools, cue, words, has_number=is_told) if market is None else market)
        if not moved and is_told:
            moved = told_before(tools, cue, told, words, told_at)
        if any(is_unit(tools, m, words) for m in moved):
            continue
        told, told_at = (moved, cue.token) if moved else (told, told_at)
        if shared := distributed(tools, cue, words):
            used |= {q.first for _, q in shared}
            numbered += [(cue, q) for _, q in shared]
            yield from (_claim(tools, asset, cue, q, at=q.first) for asset, q in shared)
            continue
        levels: Sequence[Quantity | None] = _respective(tools, cue, len(moved)) or [None] * len(moved)
        for asset, level in zip(moved, levels, strict=True):
            if percent is not None and not _is_own(tools, asset, percent):
                continue
            if not is_told and asset.type == "StockExchange" and asset.text.endswith("markt"):
                continue  # "der Schweizer Aktienmarkt schloss leichter" tells of no share and no index
            yield _claim(tools, asset, cue, percent, level, is_pair=bool(pair))
            yield from (_claim(tools, asset, later, None) for later in followers(tools.document, cue, words))
        if moved and percent:
            used.add(percent.first)
            numbered.append((cue, percent))
    for asset, cue, percent in listed(tools, words, numbered):
        yield _claim(tools, asset, cue, percent)


# -- numbers ---------------------------------------------------------------------------------------------


def _percent(tools: Tools, cue: Cue, used: set[int], words: PriceWords) -> Quantity | None:
    """Return the percentage of a cue: in its own stretch of the sentence, else the nearest in its clause."""
    s = tools.document.syntax
    first, last = s.sentence(cue.token)
    begin, end = stretch(s, cue.token)
    if any(_is_mark(tools, q, words) for q in tools.document.quantities if begin <= q.first < end):
        return None
    inside = frozenset(_clause(tools, cue.token))
    found = [
        q
        for q in tools.document.quantities
        if q.kind == "percent"
        and q.unit == "percent"
        and first <= q.first < last
        and q.first not in used
        and (q.first in inside or not _is_broken(tools, cue.token, q.first))
        and not _is_part(tools, q, words)
        and not _is_of_other_name(tools, q, cue)
    ]
    return min(
        found,
        key=lambda q: (not begin <= q.first < end, _bracket(tools, q) != -1, abs(q.first - cue.token)),
        default=None,
    )


def _bracket(tools: Tools, quantity: Quantity) -> int:
    """Return the opening bracket in front of a number and its sign; -1 where there is none."""
    s = tools.document.syntax
    return next((i for i in (quantity.first - 1, quantity.first - 2) if i >= 0 and s.words[i] == "("), -1)


def _is_own(tools: Tools, asset: Mention, quantity: Quantity) -> bool:
    """Whether a number may be a share's: not where it stands in brackets behind the name of another."""
    named = _named_before(tools, quantity)
    return not named or any(m.referent == asset.referent for m in named)


def _named_before(tools: Tools, quantity: Quantity) -> Sequence[Mention]:
    """Return the mentions that end where the bracket around a number opens: "SAP (+16%)"."""
    bracket = _bracket(tools, quantity)
    return tools.document.at.get(bracket - 1, ()) if bracket > 0 else ()


def _is_of_other_name(tools: Tools, quantity: Quantity, cue: Cue) -> bool:
    """Whether a percentage stands in brackets behind a name, away from the cue: "mit SAP (+16%) legten zwei zu"."""
    return bool(_named_before(tools, quantity)) and cue.token > quantity.last


def _clause(tools: Tools, token: int) -> list[int]:
    return clause_tokens(tools.document.syntax, tools.document.syntax.clause_head(token))


def _is_broken(tools: Tools, one: int, other: int) -> bool:
    """Whether punctuation stands between two tokens."""
    low, high = sorted((one, other))
    return any(tools.document.syntax.words[i] in _BREAKS for i in range(low, high))


def _is_part(tools: Tools, quantity: Quantity, words: PriceWords) -> bool:
    """Whether a percentage is a part of something: "3 Prozent Marktanteil", "3 Prozent der Kunden"."""
    s = tools.document.syntax
    i = quantity.last
    if i < len(s) and s.lower[i] in ("der", "des", "seiner", "ihrer", "seines", "ihres"):
        i += 1
    elif not (i < len(s) and s.pos[i] == "NOUN" and s.words[i - 1].startswith(("Prozent", "%"))):
        return False
    leads = i < len(s) and any(True for _ in s.dep_children(i, "cop"))  # "mit 3 Prozent Spitzenreiter war X"
    return i < len(s) and s.pos[i] == "NOUN" and not leads and not s.lower[i].startswith(words.worth)


def _is_mark(tools: Tools, quantity: Quantity, words: PriceWords) -> bool:
    """Whether a percentage is a mark or a share spoken of: "die Schwelle von 5 Prozent", "die übrigen 2,5 Prozent"."""
    s, i = tools.document.syntax, quantity.first
    if i < 2:
        return False
    if s.lower[i - 1] == "von" and s.lower[i - 2].endswith(words.marks):
        return True
    return s.lemmas[i - 1].lower() in words.rest or (s.lower[i - 1] == "die" and s.pos[i - 1] == "DET")


#: endings of words for a level of another day, and what sets two days beside each other
_QUOTED = ("kurs", "schluss", "schlussstand", "niveau", "stand")
_BESIDE = frozenset({"gegenüber", "vergleich", "verglichen"})


def _is_compared(s: Syntax, i: int) -> bool:
    """Whether a day is one that is compared with: "weniger als am Vortag", "gegenüber dem Schlusskurs vom Freitag"."""
    is_quoted = s.lower[i - 1] == "vom" and s.lower[i - 2].endswith(_QUOTED)
    if is_quoted or not _BESIDE.isdisjoint(s.lower[max(0, i - 4) : i]):
        return True
    return "als" in s.lower[max(0, i - 3) : i] and not {"früher", "später"} & {*s.lower[max(0, i - 5) : i]}


# -- the claim -------------------------------------------------------------------------------------------


def _claim(
    tools: Tools,
    asset: Mention,
    cue: Cue,
    percent: Quantity | None,
    level: Quantity | None = None,
    *,
    is_pair: bool = False,
    at: int = -1,
) -> Claim:
    value: Scalar = "up" if cue.sign > 0 else "down"
    told = percent.value if percent is not None else cue.percent
    if told is not None:
        value = plain_number(cue.sign * abs(told))
    return tools.claim(
        "sharePriceChange",
        asset,
        cue.token,
        "price-move",
        value=value,
        status=_status(tools, cue, percent),
        qualifiers=_qualifiers(tools, asset, cue, at) | (priced(level) if level else {}),
        confidence=0.95 if told is not None or is_pair else 0.7,
    )


def _status(tools: Tools, cue: Cue, percent: Quantity | None) -> Status:
    """Return how sure a move is; a number denies that nothing moved: "boten mit minus 0,6 Prozent keine Stütze"."""
    s, words = tools.document.syntax, tools.lexicon.indexed(PriceWords, "prices")
    status = tools.status.read(s, cue.token, "sharePriceChange")
    if status == "possible" and _holds(s, cue.token, words):
        return "actual"
    if status == "negated" and percent is not None and tools.document.syntax.pos[cue.token] == "NOUN":
        return "actual"
    return status if status in ("negated", "possible", "planned") else "actual"


def _holds(s: Syntax, verb: int, words: PriceWords) -> bool:
    """Whether a share does what it "kann": "kann sich mit 0,4 Prozent im Plus behaupten"."""
    modals = [s.lower[i] for i in s.dep_children(verb, "aux")]
    return s.lemmas[verb].removeprefix("sich ") in words.holding and any(m in ("kann", "können") for m in modals)


def _qualifiers(tools: Tools, asset: Mention, cue: Cue, at: int) -> dict[str, Scalar]:
    span = _clause(tools, cue.token)
    number = cue.token if at == -1 and tools.document.syntax.pos[cue.token] == "NUM" else at
    return _price(tools, asset, cue, span, number) | _date(tools, cue, span) | _venue(tools, asset, span)


def _price(tools: Tools, asset: Mention, cue: Cue, span: list[int], number: int) -> dict[str, Scalar]:
    """Return the level reached: of an index in points, of anything else in money.

    ``number`` is the percentage of a move among several, which only a level right behind it belongs to; else -1.
    """
    s = tools.document.syntax
    kind = "points" if asset.type == "MarketIndex" else "money"
    begin, end = stretch(s, cue.token)
    near = (q for q in tools.document.quantities if q.kind == kind and (q.first in span or begin <= q.first < end))
    words = tools.lexicon.indexed(PriceWords, "prices")
    told = (q for q in near if q.value < _DEAREST and not _is_difference(s, q, words))
    prices = [q for q in told if not is_target(tools, cue.token, q.first)]
    if number != -1:
        prices = [q for q in prices if is_next(tools, number, q)]
    level = min(
        prices,
        key=lambda q: (
            not begin <= q.first < end,
            not _is_behind_percent(tools, q),
            s.lower[q.first - 1] not in _LEVEL,
            abs(q.first - cue.token),
        ),
        default=None,
    )
    if level is None:
        return {}
    return priced(level)


def _is_behind_percent(tools: Tools, level: Quantity) -> bool:
    """Whether a level follows a move at once: "nach einem Rücksetzer auf 426 Franken 1,4 Prozent auf 430 Franken"."""
    return any(q.kind == "percent" and q.last == level.first - 1 for q in tools.document.quantities)


def _is_of_a_sum(tools: Tools, cue: Cue) -> bool:
    """Whether what moves comes to a sum that no share costs: "bei Chemicals stieg es auf 222 Millionen Euro"."""
    s, (begin, end) = tools.document.syntax, stretch(tools.document.syntax, cue.token)
    sums = (q for q in tools.document.quantities if q.kind == "money" and begin <= q.first < end)
    return any(q.value >= _DEAREST and s.lower[q.first - 1] == "auf" for q in sums)


def _market(tools: Tools, cue: Cue) -> list[Mention] | None:
    """Return the index by which the whole market is told, none where no index is; None for any other subject."""
    s = tools.document.syntax
    if not any(s.lemmas[h].lower() in _WHOLE_MARKET for h in s.dep_children(cue.token, "nsubj")):
        return None
    return [m for m in tools.document.mentions_in(*stretch(s, cue.token)) if m.type == "MarketIndex"][:1]


def priced(level: Quantity) -> dict[str, Scalar]:
    """Return the qualifiers of a level reached: its number, and the currency of money."""
    return {"price": plain_number(level.value)} | (currency_of(level) if level.kind == "money" else {})


def is_next(tools: Tools, number: int, level: Quantity) -> bool:
    """Whether a level stands behind a percentage before the next: "um 0,3 Prozent auf 1212 Punkte, …"."""
    between = [q for q in tools.document.quantities if number < q.first < level.first]
    return level.first > number and not any(q.kind == "percent" for q in between)


def _is_difference(s: Syntax, quantity: Quantity, words: PriceWords) -> bool:
    """Whether a number tells no level reached: "um 12 Punkte", "ein Plus von 12 Punkten", "zum Hoch von 122 Euro"."""
    i = quantity.first - 1
    while i > 0 and s.lower[i] in words.fillers:
        i -= 1
    if i < 1 or s.lower[i] == "um":
        return i > 0
    before = s.lemmas[i - 1].lower()
    return s.lower[i] == "von" and (before in words.nouns or before.endswith(words.extremes))


def _respective(tools: Tools, cue: Cue, count: int) -> list[Quantity]:
    """Return as many levels as assets, each in order: "MDax und SDax fielen auf 29 750 und 16 833 Zähler"."""
    s, (begin, end) = tools.document.syntax, stretch(tools.document.syntax, cue.token)
    levels = [q for q in tools.document.quantities if q.kind in ("money", "points") and begin <= q.first < end]
    joined = all(b.first - a.last == 1 and s.lower[a.last] in _PAIRING for a, b in pairwise(levels))
    return levels if len(levels) == count > 1 and joined else []


def is_target(tools: Tools, cue: int, i: int) -> bool:
    """Whether a sum is what a house would pay: "fiel, nachdem Kepler das Kursziel auf 27 Euro gesenkt hatte"."""
    s = tools.document.syntax
    first, _ = s.sentence(i)
    noun = next((j for j in range(i - 1, first - 1, -1) if s.lower[j].startswith(_TARGETS)), -1)
    if noun == -1:
        return False
    return cue < noun or all(s.pos[j] not in ("VERB", "AUX") for j in range(noun + 1, i))


def _venue(tools: Tools, asset: Mention, span: list[int]) -> dict[str, Scalar]:
    venue = next((m for m in tools.document.mentions if m.first in span and m.type == "StockExchange"), None)
    return {"venue": venue_name(venue.name)} if venue is not None and venue.referent != asset.referent else {}


def _without_other_moves(tools: Tools, cue: Cue, span: list[int]) -> list[int]:
    """Return the tokens of a clause but those under a noun for another move: "nach einem Plus am Freitag gab"."""
    s, words = tools.document.syntax, tools.lexicon.indexed(PriceWords, "prices")
    if s.pos[cue.token] == "NOUN":
        return span
    others = {
        i for i in span if s.pos[i] == "NOUN" and s.lemmas[i].lower() in words.nouns and s.preposition(i) == "nach"
    }
    return [i for i in span if others.isdisjoint(_above(s, i, cue.token))]


def _above(s: Syntax, i: int, top: int) -> Iterator[int]:
    """Yield a token and its heads up to the top."""
    while i != top:
        yield i
        if s.heads[i] == i:
            return
        i = s.heads[i]


def _date(tools: Tools, cue: Cue, span: list[int]) -> dict[str, Scalar]:
    """Return the day or the period of the clause, else the day of publication: other days are of other things."""
    time = tools.qualifiers.nearest_time(cue.token, _without_other_moves(tools, cue, span))
    if time is not None and time.value and not (time.kind == "day" and _is_compared(tools.document.syntax, time.first)):
        return {"date": time.value} if time.kind == "day" else {"period": time.value}
    published = tools.document.published
    return {"date": published.isoformat()} if published else {}
