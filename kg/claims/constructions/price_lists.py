"""Moves without a verb of their own: "Infineon (plus 3,1 Prozent)", "SAP +2,3 %", "Ford gewannen 2,1, Mattel 5,4 %"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kg.claims.clauses import preposition_before, verb_roles
from kg.claims.constructions.price_assets import is_asset, is_free, share_focus
from kg.claims.constructions.price_cues import Cue, PriceWords, cues, heads_list
from kg.claims.constructions.stretches import stretch
from kg.claims.extractor import Tools
from kg.language.spans import NAMING, Mention, Quantity

_SIGNS = {"plus": 1, "+": 1, "minus": -1, "-": -1, "−": -1, "–": -1}
#: what may stand between a name and its number
_BETWEEN = frozenset({"(", ":", "mit", "um", "bei", "waren", "es", "aktien", "aktie", "im"})
#: what stands before the index or the exchange where a share moves, and for the shares of one: "die von Puma"
_AT, _THOSE = frozenset({"im", "am"}), frozenset({"die", "jene", "diejenigen", "diejenige"})
#: words that say that numbers follow in the order of the names, and what stands between such names
_RESPECTIVELY = frozenset({"beziehungsweise", "respektive", "bzw", "bzw."})
_JOINTS = frozenset({",", "und", "sowie", "die", "der", "das"})
_REACH = 6

Listed = tuple[Mention, Cue, Quantity]


def listed(tools: Tools, words: PriceWords, found: Iterable[tuple[Cue, Quantity]]) -> Iterator[Listed]:
    """Yield names with a signed percentage beside them, or with one that goes on with the move before.

    ``found`` are the moves that verbs and nouns of the document tell; their numbers are taken.
    """
    moves = list(found)
    taken = {quantity.first for _, quantity in moves}
    for quantity in tools.document.quantities:
        if quantity.kind != "percent" or quantity.unit != "percent" or quantity.first in taken:
            continue
        sign = _sign(tools, quantity, words)
        name = _name_before(tools, quantity, words) or (_name_around(tools, quantity, words) if sign else None)
        if name is None:
            continue
        if sign := sign or (0 if _has_verb(tools, quantity) else _sign_before(tools, name, moves, words)):
            cue = Cue(quantity.first, sign)
            moves.append((cue, quantity))
            yield name, cue, quantity


def _has_verb(tools: Tools, quantity: Quantity) -> bool:
    """Tell whether a verb of its own ends the clause of a number: "während X um 7,7 Prozent davonschwammen"."""
    s = tools.document.syntax
    _, last = stretch(s, quantity.first)
    behind = range(quantity.last, last)
    return any(s.pos[i] == "VERB" and s.feats[i].get("VerbForm") == "Fin" for i in behind)


def distributed(tools: Tools, cue: Cue, words: PriceWords) -> list[tuple[Mention, Quantity]]:
    """Return which number is whose where one verb has as many names as numbers, each in order.

    "BMW und VW verloren 4,4 beziehungsweise 3,5 Prozent", "Ford gewannen 2,1 und Mattel 5,4 Prozent".
    """
    first, last = stretch(tools.document.syntax, cue.token)
    numbers = [q for q in tools.document.quantities if q.unit == "percent" and first <= q.first < last]
    named: dict[int, Mention] = {}
    for m in tools.document.mentions_in(first, last):
        if is_asset(m, words) and m.type != "StockExchange" and _is_listed(tools, m, words):
            named.setdefault(m.referent, m)  # "General Motors (GM)" is one
    alike = len(named) == len(numbers) > 1
    names = list(named.values()) if alike else _in_order(tools, numbers, words)
    return list(zip(names, numbers, strict=True)) if names else []


def _in_order(tools: Tools, numbers: Sequence[Quantity], words: PriceWords) -> list[Mention]:
    """Return the names before numbers that are given in their order: "Okta und Workday, deren Aktien um 6 bzw. 2 …"."""
    s = tools.document.syntax
    if len(numbers) < 2 or _RESPECTIVELY.isdisjoint(s.lower[numbers[0].last : numbers[-1].first]):
        return []
    before = tools.document.mentions_in(s.sentence(numbers[0].first)[0], numbers[0].first)
    named = (m for m in before if m.kind in NAMING and is_asset(m, words))
    shares = [m for m in named if s.lower[m.first - 1] not in _AT][-len(numbers) :]
    joined = all(set(s.lower[a.last : b.first]) <= _JOINTS for a, b in pairwise(shares))
    distinct = len({m.referent for m in shares}) == len(numbers)
    return shares if joined and distinct else []


def _is_listed(tools: Tools, mention: Mention, words: PriceWords, *prepositions: str) -> bool:
    """Tell whether a name stands free, behind one of some prepositions, or tells whose shares: "Aktien von BMW"."""
    s = tools.document.syntax
    before = preposition_before(s, mention.first, s.sentence(mention.first)[0])
    is_of = before > 0 and s.lower[before] == "von"
    behind_shares = is_of and (words.is_share(s, before - 1) or s.lower[before - 1] in _THOSE)
    return is_free(tools, mention, (None, *prepositions, *(("von",) if behind_shares else ())))


def _name_before(tools: Tools, quantity: Quantity, words: PriceWords) -> Mention | None:
    """Return the asset in front of a number with nothing but small words in between."""
    s = tools.document.syntax
    first, _ = s.sentence(quantity.first)
    i = quantity.first - 1
    in_brackets = s.words[i] == "("
    if (before := _before_members(tools, i, words)) != -1:
        i = before  # "der SLI mit den 30 wichtigsten Titeln 1,05 Prozent"
    farthest = i - _REACH
    while i >= max(first, farthest):
        for mention in tools.document.at.get(i, ()):
            if is_asset(mention, words) and (in_brackets or _is_listed(tools, mention, words, "bei", "für")):
                return mention
        if (venue := _venue_at(tools, i)) is not None:
            i = venue.first
        elif (town := _town_at(tools, i)) is not None:
            i = town.first - 1
        elif s.words[i] == ")" and in_brackets:
            i = next((k for k in range(i, first, -1) if s.words[k] == "("), i)  # "Daimler Truck (ex Daimler) (-1 %)"
        elif s.lower[i] in words.classes:
            in_brackets = True
        elif s.lower[i] not in _BETWEEN and s.lower[i] not in words.fillers and s.lower[i] not in _SIGNS:
            return None
        i -= 1
    return None


def _before_members(tools: Tools, i: int, words: PriceWords) -> int:
    """Return the end of an index before the words for what it holds, which end at a token; -1 where there is none.

    "der SLI mit den 30 wichtigsten Titeln", "der MDax der mittelgroßen Werte".
    """
    s = tools.document.syntax
    if not words.is_share(s, i):
        return -1
    for opener in range(i - 1, max(s.sentence(i)[0], i - _REACH), -1):
        indices = (m for m in tools.document.at.get(opener - 1, ()) if m.type == "MarketIndex" and m.last == opener)
        if s.lower[opener] in ("mit", "der") and next(indices, None) is not None:
            return opener - 1
    return -1


def _venue_at(tools: Tools, token: int) -> Mention | None:
    """Return the index or exchange at a token that tells where a share moved: "Hensoldt im MDAX um 8,5 Prozent"."""
    venues = (m for m in tools.document.at.get(token, ()) if m.type in ("MarketIndex", "StockExchange"))
    return next((m for m in venues if tools.document.syntax.lower[m.first - 1] in _AT), None)


def _town_at(tools: Tools, token: int) -> Mention | None:
    """Return the town behind a stroke that tells where an index is dealt: "DAX/Frankfurt +0,64 Prozent"."""
    towns = (m for m in tools.document.at.get(token, ()) if m.type == "Place" and m.first > 1)
    return next((m for m in towns if tools.document.syntax.words[m.first - 1] == "/"), None)


def _name_around(tools: Tools, quantity: Quantity, words: PriceWords) -> Mention | None:
    """Return the subject of the clause that a signed number stands in, or whose share it is where nothing else stands.

    "Boeing-Aktien traten mit plus 0,1 Prozent auf der Stelle"; "Die Börse strafte das ab: minus elf Prozent."
    """
    s = tools.document.syntax
    head = s.clause_head(quantity.first)
    for filler in tools.phrases.fillers(verb_roles(s, head).get("subj", []), ("Company", "MarketIndex")):
        return filler.mention
    opens = stretch(s, quantity.first)[0] >= quantity.first - 1
    first, last = s.sentence(quantity.first)
    is_market = any(words.is_share(s, i) or s.lower[i] in words.market for i in range(first, last))
    return share_focus(tools, quantity.first) if opens and is_market else None


def _sign(tools: Tools, quantity: Quantity, words: PriceWords) -> int:
    """Return the sign written before the number, where no figure of a report is spoken of."""
    s = tools.document.syntax
    first, _ = s.sentence(quantity.first)
    if any(words.is_figure(s, i) for i in range(first, quantity.first)):
        return 0
    written = (
        quantity.text.split()[0].lower(),
        quantity.text[0],
        s.lower[quantity.first - 1] if quantity.first else "",
    )
    return (
        next((_SIGNS[sign] for sign in written if sign in _SIGNS), 0)
        or _sign_behind(tools, quantity, words)
        or _sign_of_list(tools, quantity, words)
    )


def _sign_of_list(tools: Tools, quantity: Quantity, words: PriceWords) -> int:
    """Return what a number in brackets is by what its list is: "zu den Gewinnern zählten Cisco (0,7 Prozent)".

    Where no word heads the list, the verb after it tells: "Zurich (1 Prozent) schlossen fester".
    """
    s = tools.document.syntax
    closes = quantity.last < len(s) and s.lower[quantity.last] in (")", "auf", "bei")
    if s.words[quantity.first - 1] != "(" or not closes:
        return 0
    first, last = s.sentence(quantity.first)
    signs = [sign for i in range(first, quantity.first) if (sign := heads_list(s, i, words))]
    if signs:
        return signs[-1]
    behind = (cue for cue in cues(tools.document, words) if quantity.last < cue.token < last)
    return next((cue.sign for cue in behind if s.pos[cue.token] != "NOUN"), 0)


def _sign_behind(tools: Tools, quantity: Quantity, words: PriceWords) -> int:
    """Return the direction told right behind a number where no verb stands: "für Bayer um 2 Prozent bergauf"."""
    s = tools.document.syntax
    first, last = stretch(s, quantity.first)
    is_verbless = not any(s.pos[i] in ("VERB", "AUX") for i in range(first, last))
    return words.words.get(s.lower[quantity.last], 0) if is_verbless and quantity.last < last else 0


def _sign_before(tools: Tools, name: Mention, moves: list[tuple[Cue, Quantity]], words: PriceWords) -> int:
    """Return the direction of the move that the name goes on with: the last in its sentence, no verb between."""
    s = tools.document.syntax
    first, _ = s.sentence(name.first)
    before = [cue for cue, quantity in moves if first <= quantity.first < name.first]
    if not before:
        return 0
    last = max(before, key=lambda cue: cue.token)
    after = max(q.last for _, q in moves if first <= q.first < name.first)
    between = range(max(after, last.token + 1), name.first)
    if any(s.pos[i] in ("VERB", "AUX") or words.is_figure(s, i) for i in between):
        return 0
    return last.sign
