"""Whose product a text speaks of, where no words say so: "Apple legte zu, auch weil sich das iPhone Air gut verkauft".

Who makes a product is known of many; that its sentence names the firm tells it. A name that opens
with its maker's says so itself: "Bei den Wagen handelt es sich um den Ford Explorer".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party

if TYPE_CHECKING:
    from kg.claims.extractor import Tools
    from kg.claims.learned.background import Background
    from kg.language.gazetteer import AuthorityRecord
    from kg.language.spans import Mention

#: predicates that already tell who makes a product
_MAKING = ("develops", "launches")
#: predicates by which a product is told of for its users: whose it is goes without saying
_USING = ("uses", "basedOn")
#: what is known beforehand is less sure to be told than what words say
_CONFIDENCE = 0.6


def with_known_makers(
    claims: Iterable[Claim], tools: Tools, background: Background, is_muted: Callable[[int], bool]
) -> Iterator[Claim]:
    """Yield claims, and for each product that none of them gives a maker the known one that its sentence names."""
    known = list(claims)
    yield from known
    told = {claim.object.name for claim in known if claim.object and claim.predicate in (*_MAKING, *_USING)}
    for mention in tools.document.mentions:
        product = tools.party(mention)
        if mention.type != "Product" or mention.kind != "name" or product.name in told or is_muted(mention.start):
            continue
        maker = _maker_in_name(mention, product, tools, background) or _maker_around(
            mention, product, tools, background
        )
        if maker is not None:
            told.add(product.name)
            yield _made(maker, product, mention, tools)


def _maker_in_name(mention: Mention, product: Party, tools: Tools, background: Background) -> Party | None:
    """Return whose name opens that of a product, where the text tells of it, too: "Ford" of "Ford Explorer".

    Unless the product is known to be another's.
    """
    brand, _, model = mention.text.partition(" ")
    record = background.company_named(brand) if model and not background.is_place(model) else None
    if record is None or background.maker(product.key) not in (None, record.id):
        return None
    if not any(_is(m, record.id, tools) for m in tools.document.mentions):
        return None
    return _party(record, mention.start, mention.start + len(brand))


def _maker_around(mention: Mention, product: Party, tools: Tools, background: Background) -> Party | None:
    """Return the known maker of a product, where its sentence names it: the nearest mention."""
    maker = background.maker(product.key)
    if maker is None:
        return None
    document = tools.document
    sentence = document.syntax.sentence(mention.first)
    named = [m for m in document.mentions_in(*sentence) if m.type == "Company" and _is(m, maker, tools)]
    return tools.party(min(named, key=lambda m: abs(m.start - mention.start))) if named else None


def _is(mention: Mention, company: str, tools: Tools) -> bool:
    """Tell whether a mention is one of a company, and not only of where it comes from."""
    return mention.kind != "adjective" and tools.document.referents[mention.referent].key == company


def _party(record: AuthorityRecord, start: int, end: int) -> Party:
    return Party(record.name, record.type, record.aliases, record.id, record.country, start, end)


def _made(maker: Party, product: Party, mention: Mention, tools: Tools) -> Claim:
    evidence = replace(tools.evidence(mention.first), trigger_start=mention.start, trigger_end=mention.end)
    article = tools.document.article
    model = mention.text[maker.end - mention.start :].strip() if maker.start == mention.start else ""
    product = replace(product, aliases=tuple(dict.fromkeys([*product.aliases, model]))) if model else product
    return Claim(article, maker, "develops", product, None, "actual", evidence, "known-maker", _CONFIDENCE)
