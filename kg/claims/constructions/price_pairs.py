"""Shares told beside another one: "die Nestlé- und die Novartis-Aktie", "jener des Käufers fiel", "beide stiegen"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.clauses import verb_roles
from kg.claims.constructions.price_cues import Cue, PriceWords
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document
from kg.claims.extractor import Tools
from kg.language.spans import NAMING, Mention

_JOINTS = frozenset({"und", "sowie", "oder", "noch", "auch", "als", "die", "der", "das", "von"})
_THOSE = frozenset({"jener", "jene", "jenes", "die", "der", "das", "diejenige", "derjenige", "dasjenige"})
_OPENING = frozenset({"und", "aber", "doch", "während", "wohingegen", ","})
_OWNERS = frozenset({"des", "der"})
_REACH = 5


def with_partners(document: Document, found: Sequence[Mention], words: PriceWords) -> list[Mention]:
    """Return assets with those that a joint ties to them, which a tree loses.

    "Sowohl die Nestlé- als auch die Novartis-Aktie", "die Aktien von BMW als auch die von Volkswagen".
    """
    partners = [m for asset in found for m in (*_cut_before(document, asset), *_those_behind(document, asset, words))]
    known = {m.referent for m in found}
    return [*found, *{m.referent: m for m in partners if m.referent not in known}.values()]


def _cut_before(document: Document, asset: Mention) -> Iterator[Mention]:
    """Yield the owners in cut compounds before a compound: "die Roche- und die Novartis-Aktie"."""
    s = document.syntax
    i = asset.first - 1
    while asset.kind == "compound" and i >= 0 and asset.first - i <= _REACH and s.lower[i] in _JOINTS:
        i -= 1
    if i >= 0 and i < asset.first - 1 and s.words[i].endswith("-"):
        yield from (m for m in document.at.get(i, ()) if m.type == "Company")


def _those_behind(document: Document, asset: Mention, words: PriceWords) -> Iterator[Mention]:
    """Yield the owner behind "als auch": "die Aktien von BMW als auch die von Volkswagen"."""
    s, i = document.syntax, asset.last
    if tuple(s.lower[i : i + 2]) != ("als", "auch"):
        return
    i += 2
    while i < len(s) and i < asset.last + _REACH and (s.lower[i] in _JOINTS or words.is_share(s, i)):
        i += 1
    yield from (m for m in document.at.get(i, ()) if m.type == "Company" and m.first == i and m.kind in NAMING)


def of_other(tools: Tools, cue: Cue, words: PriceWords) -> Mention | None:
    """Return whose share a pronoun stands for: "Der Kurs der Hamburger sprang, jener des Käufers fiel".

    That is the company of the land that is told, else the one told most of those that the sentence does not speak of.
    """
    document, s = tools.document, tools.document.syntax
    begin, end = stretch(s, cue.token)
    k = next((i for i in range(begin, min(end, cue.token)) if s.lower[i] not in _OPENING), -1)
    first, _ = s.sentence(cue.token)
    if k < 1 or s.lower[k] not in _THOSE or s.lower[k + 1] not in _OWNERS or s.pos[k + 2] not in ("NOUN", "PROPN"):
        return None
    if s.lower[k] == "das" or not any(words.is_share(s, i) for i in range(first, k)):
        return None
    owners = document.at.get(k + 2, ())
    if named := next((m for m in owners if m.type == "Company"), None):
        return named
    lands = {document.referents[m.referent].country for m in owners if m.kind == "demonym"} - {None}
    told = {m.referent for m in document.mentions_in(first, k)}
    return _most_told(tools, k, told, lands)


def _most_told(tools: Tools, i: int, told: set[int], lands: Iterable[str | None]) -> Mention | None:
    """Return the company told most before a token, of a land where one is told, none of those already told."""
    document, houses = tools.document, tools.lexicon.indexed(AnalystHouses, "ratings")
    before = [m for m in document.mentions if m.first < i and m.type == "Company" and m.referent not in told]
    named = [m for m in before if m.kind in NAMING and not houses.names(document, m)]
    here = [m for m in named if document.referents[m.referent].country in set(lands)] or named
    often = Counter(m.referent for m in here)
    return max(here, key=lambda m: (often[m.referent], m.first), default=None)


def both(tools: Tools, cue: Cue, words: PriceWords) -> list[Mention]:
    """Return the two whose shares "beide" stands for, those of the sentence before: "tags zuvor waren beide gestiegen".

    Nothing where that sentence speaks of no shares or of more or fewer companies.
    """
    document, s = tools.document, tools.document.syntax
    start, last = s.sentence(cue.token)
    heads = [i for role in ("subj", "obj") for i in verb_roles(s, cue.token).get(role, ())]
    near = (i for i in range(start, last) if s.lower[i] in words.both and s.pos[i + 1] not in ("NOUN", "ADJ", "PROPN"))
    stands = next((i for i in near if i in heads or s.heads[i] == s.heads[cue.token] or s.heads[i] == cue.token), -1)
    if stands == -1 or document.opens_paragraph(start):
        return []
    first, _ = s.sentence(start - 1)
    moved = any(q.unit == "percent" and first <= q.first < start for q in document.quantities)
    if not moved and not any(words.is_share(s, i) for i in range(first, start)):
        return []
    named = {m.referent: m for m in document.mentions_in(first, start) if m.type == "Company" and m.kind in NAMING}
    return list(named.values()) if len(named) == 2 else []
