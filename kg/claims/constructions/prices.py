"""sharePriceChange: an asset, a word for up or down, a percentage, often a price and a venue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.claims.claim import Claim, Scalar
from kg.claims.clauses import (
    clause_tokens,
    copula_subjects,
    governing_verb,
    noun_roles,
    phrase_preposition,
    verb_roles,
)
from kg.claims.document import Document, is_a
from kg.claims.extractor import Tools
from kg.claims.qualifiers import plain_number
from kg.claims.slots import is_inflected_of
from kg.language.spans import Mention, Quantity
from kg.language.syntax import dictionary_lemma

_ASSETS = ("Company", "MarketIndex", "StockExchange")
_COMMODITY = ("Topic",)


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that says up (1) or down (-1)."""

    token: int
    sign: int
    causing: bool = False


class PriceWords:
    """The word lists of ``prices.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        signs = (("up", 1), ("down", -1))
        self.verbs = {v: sign for key, sign in signs for v in words[key]["verbs"]}
        self.nouns = {n.lower(): sign for key, sign in signs for n in words[key]["nouns"]}
        self.words = {w: sign for key, sign in signs for w in words[key]["words"] if " " not in w}
        self.phrases = {tuple(w.split()): sign for key, sign in signs for w in words[key]["words"] if " " in w}
        self.causing = {v: sign for key, sign in signs for v in words[key]["causing"]}
        self.neutral = frozenset(words["other"]["neutral"])
        self.shares = tuple(words["other"]["shares"])
        self.figures = tuple(words["other"]["figures"])


def price_moves(tools: Tools) -> Iterator[Claim]:
    """Yield the movements of shares, indices, currencies and raw materials."""
    words = PriceWords(tools.lexicon.words["prices"])
    used: set[int] = set()
    for cue in _cues(tools.document, words):
        span = clause_tokens(tools.document.syntax, _clause(tools.document, cue.token))
        percent = _percent(tools, cue, span, used)
        if _is_about_figures(tools, cue, span, words):
            continue
        if percent is None and not _is_market_talk(tools, cue, words):
            continue
        assets = _assets(tools, cue, span, words, has_number=percent is not None)
        for asset in assets:
            yield _claim(tools, asset, cue, percent, span)
        if assets and percent:
            used.add(percent.first)


def _is_market_talk(tools: Tools, cue: _Cue, words: PriceWords) -> bool:
    """Whether a move without a number is one on the market: an index, or a word for the share, takes part."""
    s = tools.document.syntax
    first, last = s.sentence(cue.token)
    if s.pos[cue.token] == "NOUN":
        return False
    for i in range(first, last):
        if is_inflected_of(s.lower[i], words.shares):
            return True
    for mention in tools.document.mentions_in(first, last):
        if mention.type == "MarketIndex" or is_inflected_of(mention.head or "", words.shares):
            return True
    return False


# -- cues ------------------------------------------------------------------------------------------------


def _cues(document: Document, words: PriceWords) -> Iterator[_Cue]:
    s = document.syntax
    for i, pos in enumerate(s.pos):
        if pos in ("VERB", "AUX") or (pos == "ADJ" and s.feats[i].get("VerbForm") == "Part"):
            if cue := _verb_cue(document, i, words):
                yield cue
        elif pos == "NOUN" and (sign := words.nouns.get(s.lemmas[i].lower()) or words.nouns.get(s.lower[i])):
            yield _Cue(i, sign)


def _verb_cue(document: Document, i: int, words: PriceWords) -> _Cue | None:
    s = document.syntax
    particle = s.particle(i)
    backup = dictionary_lemma(s.lower[i])
    lemmas = {s.lemmas[i], (s.lower[particle] if particle != -1 else "") + backup}
    reflexive = {"sich " + lemma for lemma in lemmas} if s.reflexive[i] else set()
    for lemma in (*reflexive, *lemmas):
        if lemma in words.causing and (sign := _direction_word(document, i, words)):
            return _Cue(i, sign, causing=True)
        if lemma in words.verbs:
            return _Cue(i, words.verbs[lemma])
        if lemma in words.neutral and (sign := _direction_word(document, i, words)):
            return _Cue(i, sign)
    return None


def _direction_word(document: Document, verb: int, words: PriceWords) -> int | None:
    s = document.syntax
    tokens = clause_tokens(s, verb)
    for i in tokens:
        if s.lower[i] in words.words:
            return words.words[s.lower[i]]
    lower = [s.lower[i] for i in tokens]
    for phrase, sign in words.phrases.items():
        n = len(phrase)
        if any(tuple(lower[k : k + n]) == phrase for k in range(len(lower) - n + 1)):
            return sign
    return None


def _clause(document: Document, token: int) -> int:
    return document.syntax.clause_head(token)


# -- numbers ---------------------------------------------------------------------------------------------


def _percent(tools: Tools, cue: _Cue, span: list[int], used: set[int]) -> Quantity | None:
    s = tools.document.syntax
    first, last = s.sentence(cue.token)
    near = [
        q
        for q in tools.document.quantities
        if q.kind == "percent" and q.unit == "percent" and first <= q.first < last and q.first not in used
    ]
    inside = frozenset(span)
    found = [q for q in near if q.first in inside or not _is_broken(tools, cue.token, q.first)]
    return min(found, key=lambda q: abs(q.first - cue.token), default=None)


def _is_broken(tools: Tools, one: int, other: int) -> bool:
    """Whether punctuation stands between two tokens."""
    low, high = sorted((one, other))
    return any(tools.document.syntax.words[i] in (",", ";", ":", "–", "-") for i in range(low, high))


def _is_about_figures(tools: Tools, cue: _Cue, span: list[int], words: PriceWords) -> bool:
    """Whether what moves is a figure of a report: it is subject, object or owner of the cue."""
    s = tools.document.syntax
    if s.pos[cue.token] == "NOUN":
        roles = noun_roles(s, cue.token)
        heads = [h for role in ("gen", "bei", "von", "in") for h in roles.get(role, ())]
        verb = governing_verb(s, cue.token)
        heads += verb_roles(s, verb).get("subj", []) if verb != -1 else []
    else:
        roles = verb_roles(s, cue.token)
        heads = [*roles.get("subj", ()), *roles.get("obj", ())]
    return any(s.lemmas[h].lower().endswith(words.figures) and s.pos[h] == "NOUN" for h in heads)


# -- assets ----------------------------------------------------------------------------------------------


def _assets(tools: Tools, cue: _Cue, span: list[int], words: PriceWords, *, has_number: bool) -> list[Mention]:
    s = tools.document.syntax
    for heads in _places_of_asset(tools, cue):
        found = _read_assets(tools, heads, words, has_number)
        if found:
            return found
    if not has_number and s.pos[cue.token] == "NOUN":
        return []
    return _asset_by_order(tools, cue)


def _asset_by_order(tools: Tools, cue: _Cue) -> list[Mention]:
    """Return the asset in the cue's stretch of the sentence, or in the one before: the backup for parse errors."""
    document, s = tools.document, tools.document.syntax
    first, last = s.sentence(cue.token)
    breaks = [
        first - 1,
        *(i for i in range(first, last) if s.words[i] in (",", ";", ":", "–", "-", "(", ")")),
        last,
    ]
    stretch = next(n for n, end in enumerate(breaks) if end > cue.token)
    for n in (stretch, stretch - 1):
        if n < 1:
            break
        found = [m for m in document.mentions_in(breaks[n - 1] + 1, breaks[n]) if _is_asset(m) and _is_free(tools, m)]
        if found:
            return [min(found, key=lambda m: abs(m.first - cue.token))]
    return []


def _is_free(tools: Tools, mention: Mention) -> bool:
    """Whether a name stands without a preposition, or behind one that introduces an asset."""
    if mention.kind == "compound" and not is_inflected_of(mention.head or "", tools.phrases.compound_heads):
        return False
    return phrase_preposition(tools.document.syntax, mention.first, 0) in (None, "für", "bei", "von")


def _places_of_asset(tools: Tools, cue: _Cue) -> Iterator[list[int]]:
    """Yield where the asset may stand, best first."""
    s = tools.document.syntax
    if s.pos[cue.token] == "NOUN":
        own = noun_roles(s, cue.token)
        yield from (own.get(role, []) for role in ("gen", "poss", "bei", "für"))
        verb = governing_verb(s, cue.token)
        governed = verb_roles(s, verb if verb != -1 else s.heads[cue.token])
        yield from (governed.get(role, []) for role in ("subj", "für", "bei", "obj"))
        yield copula_subjects(s, s.heads[cue.token])
        return
    roles = verb_roles(s, cue.token)
    order = ("obj", "für", "bei") if cue.causing else ("subj", "für", "bei", "mit")
    yield from (roles.get(role, []) for role in order)


def _read_assets(tools: Tools, heads: list[int], words: PriceWords, has_number: bool) -> list[Mention]:
    found = [f.mention for f in tools.phrases.fillers(heads, _ASSETS)]
    if not found and has_number:
        found = [f.mention for f in tools.phrases.fillers(heads, _COMMODITY)]
    if found or not heads:
        return found
    s = tools.document.syntax
    if any(s.lemmas[h].lower() in words.shares or s.lower[h] in words.shares for h in heads):
        focus = tools.document.local_focus(heads[0])
        return [focus] if focus else []
    return []


def _is_asset(mention: Mention) -> bool:
    return is_a(mention.type, _ASSETS) and mention.kind in ("name", "nominal", "compound")


# -- the claim -------------------------------------------------------------------------------------------


def _claim(tools: Tools, asset: Mention, cue: _Cue, percent: Quantity | None, span: list[int]) -> Claim:
    status = tools.status.read(tools.document.syntax, cue.token, "sharePriceChange")
    value: Scalar = "up" if cue.sign > 0 else "down"
    if percent is not None:
        value = plain_number(cue.sign * abs(percent.value))
    return tools.claim(
        "sharePriceChange",
        asset,
        cue.token,
        "price-move",
        value=value,
        status=status if status in ("negated", "possible", "planned") else "actual",
        qualifiers=_qualifiers(tools, asset, cue, span),
        confidence=0.95 if percent is not None else 0.7,
    )


def _qualifiers(tools: Tools, asset: Mention, cue: _Cue, span: list[int]) -> dict[str, Scalar]:
    found: dict[str, Scalar] = {}
    tokens = frozenset(span)
    kind = "points" if asset.type == "MarketIndex" else "money"
    prices = [q for q in tools.document.quantities if q.kind == kind and q.first in tokens]
    level = min(prices, key=lambda q: (not _after_level(tools, q), abs(q.first - cue.token)), default=None)
    if level is not None:
        found["price"] = plain_number(level.value)
        if kind == "money" and level.unit:
            found["currency"] = level.unit
    found |= _date(tools, cue, span)
    venue = next((m for m in tools.document.mentions if m.first in tokens and m.type == "StockExchange"), None)
    if venue is not None and venue.referent != asset.referent:
        found["venue"] = venue.name
    return found


def _after_level(tools: Tools, quantity: Quantity) -> bool:
    return tools.document.syntax.lower[quantity.first - 1] in ("auf", "bei", "mit", "zu")


def _date(tools: Tools, cue: _Cue, span: list[int]) -> dict[str, Scalar]:
    """Return the day: of the clause, of the last day named in the paragraph, or of publication."""
    time = tools.qualifiers.nearest_time(cue.token, span)
    if time is not None and time.value:
        return {"date": time.value} if time.kind == "day" else {"period": time.value}
    start = tools.document.syntax.starts[cue.token]
    before = [t for t in tools.document.times if t.kind == "day" and t.value and t.start < start]
    published = tools.document.published
    latest = before[-1].value if before else None
    if (
        latest
        and published
        and latest <= published.isoformat()
        and "\n" not in tools.document.text[before[-1].start : start]
    ):
        return {"date": latest}
    return {"date": published.isoformat()} if published else {}
