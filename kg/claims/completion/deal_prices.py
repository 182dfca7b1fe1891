"""The price of a deal, told in another clause: "…, wofür RTL 150 Millionen zugesagt hat", "Der Kaufpreis beträgt"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.qualifiers import amount_of

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_DEALS = frozenset({"acquires", "sells"})
#: less than that is the price of a share
_LEAST = 1e4
#: how words begin before what was not told of yet
_ANOTHER = ("weitere", "zweite", "dritte", "andere", "neue")


class PriceWords:
    """The words under ``[prices]`` in ``qualifiers.toml`` by which another sentence tells the price of a deal."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.cues = frozenset(words["prices"]["cues"])
        #: these, and words of buying
        self.told = self.cues | frozenset(words["prices"]["purchases"])


def with_prices(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, deals without a price with the one amount that is told with them and with no other deal."""
    known = list(claims)
    for claim in known:
        is_open = claim.predicate in _DEALS and "amount" not in claim.qualifiers
        added = _price(open_site(claim, tools), known) if is_open else {}
        yield replace(claim, qualifiers={**claim.qualifiers, **added}) if added else claim


def _price(site: Site, known: Sequence[Claim]) -> dict[str, Scalar]:
    """Return the one amount of the sentence, of the next if it tells a price, or of one that names what is sold."""
    for first, last in ((site.first, site.last), *_next(site), *_of_the_same(site)):
        money = [q for q in site.tools.document.quantities if q.kind == "money" and first <= q.first < last]
        # "6,50 Euro je Aktie, insgesamt 1,1 Milliarden"
        money = [q for q in money if q.value >= _LEAST and not site.tools.qualifiers.tells_effect(q)]
        if len(money) == 1 and not _others(site, known, first, last):
            return amount_of(money[0])
    return {}


def _next(site: Site) -> Iterator[tuple[int, int]]:
    """Yield the next sentence of the paragraph, if it speaks of a price."""
    s = site.syntax
    if site.tools.document.opens_paragraph(site.last):
        return
    first, last = s.sentence(site.last)
    words = {*s.lower[first:last], *(lemma.lower() for lemma in s.lemmas[first:last])}
    if words & site.tools.lexicon.indexed(PriceWords, "qualifiers").cues:
        yield first, last


def _of_the_same(site: Site) -> Iterator[tuple[int, int]]:
    """Yield the other sentences that name what is sold and speak of a price or a purchase."""
    told = site.tools.lexicon.indexed(PriceWords, "qualifiers").told
    for first, last in site.syntax.sentences:
        is_told = first != site.first and any(lemma.lower() in told for lemma in site.syntax.lemmas[first:last])
        named = site.tools.document.mentions_in(first, last)
        if is_told and any(site.name(m) == site.object_name and not _is_another(site, m.first) for m in named):
            yield first, last


def _is_another(site: Site, first: int) -> bool:
    """Whether a mention tells of another of the same kind: "ein weiteres Werk, das 180 Millionen Euro kosten soll"."""
    return first > 0 and site.syntax.lower[first - 1].startswith(_ANOTHER)


def _others(site: Site, known: Sequence[Claim], first: int, last: int) -> bool:
    """Whether another deal than that of the claim is told between two tokens."""
    start, end = site.syntax.starts[first], site.syntax.ends[last - 1]
    deals = (c.object for c in known if c.predicate in _DEALS and start <= c.evidence.start < end)
    return any(object != site.claim.object and object and object.name != site.object_name for object in deals)
