"""Media that have a paper before them: "wie aus Unterlagen hervorgeht, die Reuters vorliegen"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.document import Document
from kg.claims.sources.reach import stated
from kg.claims.sources.speech import Speech

_SEEN = frozenset({"vorliegen", "einsehen", "sichten"})


def by_papers(document: Document, first: int, last: int) -> Iterator[Speech]:
    """Yield the media that saw a paper which a sentence speaks of, as sources of what the sentence states."""
    s = document.syntax
    for i in range(first, last):
        if s.lemmas[i] not in _SEEN or s.pos[i] not in ("VERB", "AUX") or not s.deps[i].startswith("acl"):
            continue
        clause, said = s.subtree(i), frozenset(stated(s, first, last))
        media = (m for m in document.mentions_in(first, last) if m.type == "MediaOutlet" and m.first in clause)
        yield from (Speech(medium, said, i) for medium in media)
