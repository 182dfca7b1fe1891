"""Several owners of one company, each with his share: "An Ceconomy halten Haniel 16,7 und Freenet 6,7 Prozent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.claims.held_stakes import OWNER_LIST
from kg.claims.qualifiers import plain_number
from kg.language.spans import Mention

_HELD = ("Company", "JointVenture", "MediaOutlet", "StockExchange")
_OWNERS = ("Organization", "Person")
#: words that tell of owners, by lemma or form
_CUES = frozenset("halten hielten hält hielt besitzen besitzt besaßen beteiligt kontrollieren".split())
_OWNER_NOUNS = (
    "aktionär", "aktionäre", "aktionären", "aktionärin", "anteilseigner", "anteilseignern", "eigner", "eigentümer",
    "eigentümern", "gesellschafter", "gesellschaftern",
)  # fmt: skip
#: nouns whose genitive is the company that is held
_HOLDINGS = (*_OWNER_NOUNS, "prozent", "anteil", "anteile", "anteilen", "aktien", "papiere", "kapital", "kapitals")
_HELD_HEADS = ("aktie", "aktien", "anteile", "anteilen", "papiere", "papieren", *_OWNER_NOUNS)
#: sentences with these words tell of other shares
_OTHERS = frozenset(
    """umsatz umsatzes marktanteil marktanteile markt marktes kurs gewinn gewinns absatz minus plus verlor verloren
    dividende stimmen rendite""".split()
)
#: what stands between an owner and his share
_BETWEEN = frozenset(
    """( mit je jeweils rund gut knapp noch etwa ca. circa fast über weitere weiteren weiterhin bislang derzeit zuletzt
    künftig hält halten hielt hielten besitzt besitzen kommt kommen auf exakt genau zudem mehr als bisher nun aktuell
    immer""".split()
)
#: how a sentence begins that goes on with the owners of the one before: "Dazu kommen Haniel mit …"
_GOING_ON = (
    ["dazu", "kommen"], ["dazu", "kommt"], ["hinzu", "kommen"], ["hinzu", "kommt"], ["weitere", "aktionäre"],
    ["weitere", "großaktionäre"], ["weitere", "anteilseigner"], ["weiterer", "großaktionär"], ["weiterer", "aktionär"],
    ["es", "folgen"], ["es", "folgt"], ["dahinter", "folgen"], ["dahinter", "folgt"], ["danach", "folgen"],
    ["daneben", "sind"], ["zweitgrößter", "aktionär"], ["zweitgrößter", "anteilseigner"], ["weitere", "anteile"],
)  # fmt: skip
_EACH = frozenset({"je", "jeweils"})
_AND = frozenset({"und", "sowie", ",", "beziehungsweise"})
_NUMBER = re.compile(r"\d{1,2}(?:,\d+)?")
_RELATIVES = frozenset({"dem", "der", "denen"})
#: tokens from an owner to his share, and from "an" to the name, at most
_REACH = 5


def owner_lists(tools: Tools) -> Iterator[Claim]:
    """Yield the owners that a sentence lists with a share each; one alone is left to the frames."""
    s, before = tools.document.syntax, None
    for first, last in s.sentences:
        held = {m.referent: m for m in tools.document.mentions_in(first, last) if _is_held(m, first, tools)}
        company = next(iter(held.values())) if len(held) == 1 and _tells_owners(first, last, tools) else None
        if company is not None:
            yield from _listed(company, first, last, tools)
        elif before is not None and not held and s.lower[first : first + 2] in _GOING_ON:
            yield from _listed(before, first, last, tools, fewest=1)
            company = before
        before = company


def _listed(held: Mention, first: int, last: int, tools: Tools, fewest: int = 2) -> Iterator[Claim]:
    owners = {o.referent: (o, q) for i, q in _shares(first, last, tools) for o in _owners(i, first, tools)}
    owners.pop(held.referent, None)
    if len(owners) < fewest:
        return
    for owner, share in owners.values():
        told = {"percent": plain_number(share)}
        at = owner.first
        yield tools.claim("ownsStakeIn", owner, at, OWNER_LIST, object=held, qualifiers=told, confidence=0.95)


def _tells_owners(first: int, last: int, tools: Tools) -> bool:
    s = tools.document.syntax
    words = s.lower[first:last]
    if not _OTHERS.isdisjoint(words):
        return False
    return any(w in _CUES or w.endswith(_OWNER_NOUNS) or w.startswith("gehört") for w in words)


def _is_held(mention: Mention, first: int, tools: Tools) -> bool:
    """Tell whether shares in a company are spoken of: "an X", "Aktionäre von X", "X-Aktien", "X gehört"."""
    s = tools.document.syntax
    if not is_a(mention.type, _HELD):
        return False
    if mention.head is not None:
        return mention.head.endswith(_HELD_HEADS)
    if s.lower[mention.last : mention.last + 1] == ["gehört"] and mention.first == first:
        return True
    behind = s.lower[mention.last : mention.last + 3]
    if behind[:2] == [",", "an"] and not _RELATIVES.isdisjoint(behind[2:]):
        return True
    i = mention.first - 1
    floor = max(first, mention.first - _REACH + 1)
    while i >= floor and s.pos[i] in ("DET", "ADJ", "NOUN") and not _is_holding(i, tools):
        i -= 1
    if i < first:
        return False
    if s.lower[i] in ("an", "am", "bei", "beim"):
        return True
    of = i - 1 if s.lower[i] in ("von", "vom") else i
    return of >= first and _is_holding(of, tools)


def _is_holding(i: int, tools: Tools) -> bool:
    return tools.document.syntax.lower[i].endswith(_HOLDINGS)


def _shares(first: int, last: int, tools: Tools) -> Iterator[tuple[int, float]]:
    """Yield where percentages of a sentence stand, with bare numbers that share the word: "Haniel 16 und Freenet 6"."""
    s = tools.document.syntax
    percents = {q.first: q.value for q in tools.document.quantities if first <= q.first < last and q.unit == "percent"}
    yield from percents.items()
    for i in range(first, max(percents, default=-1)):
        if i not in percents and _NUMBER.fullmatch(s.words[i]) and s.lower[i + 1] in _AND:
            yield i, float(s.words[i].replace(",", "."))


def _owners(share: int, first: int, tools: Tools) -> list[Mention]:
    """Return whose share it is that a token begins: the name before it, or those before "je"."""
    s = tools.document.syntax
    i = share - 1
    while i >= first and share - i <= _REACH and s.lower[i] in _BETWEEN:
        i -= 1
    owner = _ending_at(i, tools)
    if owner is None:
        return []
    found = [owner]
    if not _EACH.isdisjoint(s.lower[i:share]):
        while (before := _ending_at(found[-1].first - 2, tools)) and s.lower[found[-1].first - 1] in _AND:
            found.append(before)
    return found


def _ending_at(i: int, tools: Tools) -> Mention | None:
    """Return the owner whose name ends at a token."""
    ending = [m for m in tools.document.at.get(i, ()) if m.last == i + 1 and m.kind == "name" and m.head is None]
    return next((m for m in reversed(ending) if is_a(m.type, _OWNERS)), None)
