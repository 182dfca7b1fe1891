"""Items of an overview name at their head the company that they are about: "++ NORMA GROUP: …", "SWISS RE - …"."""

from __future__ import annotations

from kg.claims.document import Document
from kg.language.spans import Mention

#: what stands between the head of an item and what is told of it
_MARKS = frozenset({":", "-", "–", "—", "++", "|"})
#: what may stand in front of the head
_BULLETS = frozenset({"+", "++", "•", "-", "–", "*", "·", "►", "▶"})


def item_head(document: Document, first: int, last: int) -> Mention | None:
    """Return the company at the head of a sentence that is an item of a list; None where it is an ordinary sentence."""
    s = document.syntax
    while first < last and s.words[first] in _BULLETS:
        first += 1
    head = next((m for m in document.mentions_in(first, last) if m.first == first), None)
    if head is None or head.type != "Company" or head.kind != "name" or head.last >= last:
        return None
    behind = head.last
    if s.words[behind] == "(":
        behind = next((i + 1 for i in range(behind, last) if s.words[i] == ")"), last)
    return head if behind < last and s.words[behind] in _MARKS else None
