"""What an order is worth, told in the sentence behind it: "Der Auftrag hat ein Volumen von 300 Millionen Euro"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg.claims.claim import Claim, Scalar
from kg.claims.completion.sites import Site, open_site
from kg.claims.qualifiers import amount_of

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: less than that is the price of one piece
_LEAST = 1e5
#: "… je 100 Millionen", "pro Stück": no sum of the whole
_EACH = frozenset({"je", "pro", "jeweils", "stückpreis"})


class OrderWords:
    """The words under ``[orders]`` in ``qualifiers.toml`` by which a sentence tells what an order is worth."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.orders = frozenset(words["orders"]["nouns"])
        self.values = frozenset(words["orders"]["values"])
        #: these tell what the order before is worth without naming it: "Das Volumen liegt bei …"
        self.alone = frozenset(words["orders"]["alone"])
        #: these tell it alone
        self.both = frozenset(words["orders"]["both"])


def with_order_values(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, orders without a sum with the one that the next sentence tells of the order."""
    known = list(claims)
    for claim in known:
        is_open = claim.predicate == "suppliesTo" and claim.status != "negated" and "amount" not in claim.qualifiers
        added = _value(open_site(claim, tools), known) if is_open else {}
        yield replace(claim, qualifiers={**claim.qualifiers, **added}) if added else claim


def _value(site: Site, known: Sequence[Claim]) -> dict[str, Scalar]:
    """Return the one sum of the sentence behind a claim, if it tells what the order is worth and tells no other."""
    document, s = site.tools.document, site.syntax
    if site.last >= len(s) or document.opens_paragraph(site.last) or not _is_of_an_order(site):
        return {}
    first, last = s.sentence(site.last)
    money = [q for q in document.quantities if q.kind == "money" and first <= q.first < last and q.value >= _LEAST]
    if len(money) != 1 or not _tells_a_value(site, first, last) or _others(site, known, first, last):
        return {}
    return amount_of(money[0])


def _is_of_an_order(site: Site) -> bool:
    """Whether the sentence of a claim speaks of an order, and of one sum at most."""
    words = site.tools.lexicon.indexed(OrderWords, "qualifiers")
    told = _words(site, site.first, site.last)
    return bool(told & (words.orders | words.both)) and not site.quantities("money")


def _tells_a_value(site: Site, first: int, last: int) -> bool:
    """Whether a sentence tells what an order is worth as a whole."""
    words, told = site.tools.lexicon.indexed(OrderWords, "qualifiers"), _words(site, first, last)
    return bool(told & (words.both | words.alone) or (told & words.orders and told & words.values)) and not told & _EACH


def _words(site: Site, first: int, last: int) -> set[str]:
    return {*site.syntax.lower[first:last], *(lemma.lower() for lemma in site.syntax.lemmas[first:last])}


def _others(site: Site, known: Sequence[Claim], first: int, last: int) -> bool:
    """Whether a sentence tells of another order or deal, or the sentence of the claim of several orders."""
    s = site.syntax
    start, end = s.starts[first], s.ends[last - 1]
    near = [c for c in known if s.starts[site.first] <= c.evidence.start < end]
    orders = [c for c in near if c.predicate == "suppliesTo"]
    buyers = {c.object.name for c in orders if c.object}
    behind = [c for c in near if start <= c.evidence.start]
    return len(buyers) > 1 or any(c in orders or "amount" in c.qualifiers for c in behind)
