"""listedOn: the shares of a list that names its index, "Gewinner im DAX: Allianz (+1,4 Prozent) und Adidas (…)".

The brackets between the names hide from the tree that all of them are listed.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.clauses import verb_roles
from kg.claims.constructions.price_cues import PriceWords, brakes, heads_list
from kg.claims.extractor import Tools
from kg.language.spans import NAMING, Mention


def index_lists(tools: Tools) -> Iterator[Claim]:
    """Yield where the shares of lists of winners and losers are listed."""
    s, words = tools.document.syntax, tools.lexicon.indexed(PriceWords, "prices")
    for first, last in s.sentences:
        head = next((i for i in range(first, last) if heads_list(s, i, words)), -1)
        yield from _braking(tools, first, last)
        index = _index(tools, first, head, last) if head != -1 else None
        if index is None:
            continue
        for name in _bracketed(tools, max(head, index.last), last):
            yield tools.claim("listedOn", name, head, "index-list", object=index, confidence=0.9)


def _braking(tools: Tools, first: int, last: int) -> Iterator[Claim]:
    """Yield where shares are listed that move an index: "ging es für den MDax bergab, wobei Qiagen … bremsten"."""
    s = tools.document.syntax
    noun = next((i for i in range(first, last) if s.lower[i].endswith("schlägen") and brakes(tools.document, i)), -1)
    indices = {m.referent: m for m in tools.document.mentions_in(first, last) if m.type == "MarketIndex"}
    if noun == -1 or len(indices) != 1:
        return
    subjects = verb_roles(s, s.heads[noun]).get("subj", [])
    for filler in tools.phrases.fillers(subjects, ("Company",)):
        yield tools.claim(
            "listedOn", filler.mention, noun, "index-list", object=next(iter(indices.values())), confidence=0.85
        )


def _index(tools: Tools, first: int, head: int, last: int) -> Mention | None:
    """Return the index of a list: "die Gewinner im DAX", "DAX-Verlierer"."""
    s = tools.document.syntax
    named = (m for m in tools.document.mentions_in(first, min(head + 5, last)) if m.type == "MarketIndex")
    return next((m for m in named if s.lower[m.first - 1] in ("im", "in") or m.first == head), None)


def _bracketed(tools: Tools, first: int, last: int) -> Iterator[Mention]:
    """Yield the companies that stand before a bracket with a percentage."""
    s = tools.document.syntax
    opens = {q.first - 1 - (s.words[q.first - 1] != "(") for q in tools.document.quantities if q.unit == "percent"}
    named = (m for m in tools.document.mentions_in(first, last) if m.type == "Company" and m.kind in NAMING)
    yield from (m for m in named if m.last in opens and s.words[m.last] == "(")
