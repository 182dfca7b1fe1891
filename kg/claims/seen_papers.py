"""Media that have a paper before them: "wie aus Unterlagen hervorgeht, die Reuters vorliegen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.document import Document
from kg.language.spans import Mention

_SEEN = frozenset({"vorliegen", "einsehen", "sichten"})


def readers_of_papers(document: Document, first: int, last: int) -> Iterator[tuple[Mention, int]]:
    """Yield the media that saw a paper which a sentence speaks of, each with the verb of the clause that says so."""
    s = document.syntax
    for i in range(first, last):
        if s.lemmas[i] not in _SEEN or s.pos[i] not in ("VERB", "AUX") or not s.deps[i].startswith("acl"):
            continue
        clause = s.subtree(i)
        yield from ((m, i) for m in document.mentions_in(first, last) if m.type == "MediaOutlet" and m.first in clause)
