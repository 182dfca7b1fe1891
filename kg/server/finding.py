"""Search by name: own names first, beginnings before middles, more claims before fewer.

"Mueller" and "Muller" both find "Müller".
"""

from __future__ import annotations

import heapq
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from kg.graph.statements import StoredStatement
from kg.language.normalise import fold
from kg.query.errors import QueryError
from kg.query.search import search
from kg.server.edition import Edition, Known, Listed


def find_entities(edition: Edition, text: str, limit: int) -> list[Known]:
    """Return the entities whose name or alias fits what somebody types."""
    wanted = _keys(text.strip())
    if not any(wanted):
        return []
    ranked = (
        (rank, place, one)
        for place, one in enumerate(edition.entities.values())
        if (rank := _rank(one, wanted)) is not None
    )
    return [one for *_, one in heapq.nsmallest(limit, ranked, key=lambda found: found[:2])]


def find_articles(edition: Edition, text: str, limit: int) -> list[Listed]:
    """Return the articles whose headline or publisher holds every word that somebody types, the newest first."""
    words = [_keys(word) for word in text.split()]
    return list(islice((one for one in edition.articles if words and _holds(one, words)), limit))


def find_claims(edition: Edition, text: str, limit: int) -> list[StoredStatement]:
    """Return the claims whose sentence holds the words; none where the graph has no search index."""
    try:
        hits = search(edition.store, text, limit=limit) if text.strip() else []
    except QueryError:
        return []
    found = {one.iri: one for hit in hits if hit.entity is None for one in hit.claims}
    return list(found.values())[:limit]


def _holds(one: Listed, words: Iterable[tuple[str, str]]) -> bool:
    told = _keys(f"{one.article.title} {one.article.publisher} {one.article.id}")
    return all(any(part in whole for part, whole in zip(word, told, strict=True)) for word in words)


@lru_cache(maxsize=1 << 18)
def _keys(name: str) -> tuple[str, str]:
    """Return a name with umlauts written out, and one with the dots left away.

    >>> _keys("Müller")
    ('mueller', 'muller')
    """
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return fold(name), bare.casefold()


def _rank(one: Known, wanted: tuple[str, str]) -> int | None:
    own = _fit(one.name, wanted)
    if own is not None and own < 3:
        return own
    others = [fit for alias in one.aliases if (fit := _fit(alias, wanted)) is not None]
    return min([*(fit + 2 for fit in others), *([own + 1] if own is not None else [])], default=None)


def _fit(name: str, wanted: tuple[str, str]) -> int | None:
    """Return 0 for the name itself, 1 for its beginning, 2 for that of a word in it, 3 for any part of it."""
    return min(
        (fit for pair in zip(_keys(name), wanted, strict=True) if (fit := _place(*pair)) is not None), default=None
    )


def _place(key: str, wanted: str) -> int | None:
    if not wanted or wanted not in key:
        return None
    if key.startswith(wanted):
        return 0 if key == wanted else 1
    return 2 if f" {wanted}" in key else 3
