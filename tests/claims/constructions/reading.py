"""What one construction alone reads from a sentence, written as a line of a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.extractor import Tools, open_tools
from kg.claims.reader import ClaimReader

PUBLISHED = dt.date(2025, 11, 19)
Construction = Callable[[Tools], Iterator[Claim]]


def read(reader: ClaimReader, construction: Construction, text: str) -> list[Claim]:
    """Return the claims that a construction alone finds in a text."""
    document = reader.document(Article("example", text, published=PUBLISHED))
    return list(construction(open_tools(document, reader.lexicon)))


def lines(claims: list[Claim]) -> set[str]:
    """Return claims as "Subject predicate object", the status in brackets where it is not actual."""
    return {_line(claim) for claim in claims}


def _line(claim: Claim) -> str:
    told = claim.object.name if claim.object else claim.value
    status = "" if claim.status == "actual" else f" [{claim.status}]"
    return f"{claim.subject.name} {claim.predicate} {told}{status}"


def facts(claims: list[Claim], *names: str) -> list[tuple[object, ...]]:
    """Return the named qualifiers of each claim in the order of the text."""
    return [tuple(claim.qualifiers.get(name) for name in names) for claim in claims]
