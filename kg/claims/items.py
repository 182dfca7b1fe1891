"""The company that an item of an overview is about: "++ NORMA GROUP: …", "SWISS RE - …"."""

from __future__ import annotations

from kg.claims.document import Document
from kg.language.items import heads_item
from kg.language.spans import Mention


def item_head(document: Document, first: int, last: int) -> Mention | None:
    """Return the company at the head of a sentence that is an item of a list; None where it is an ordinary sentence."""
    companies = (m for m in document.mentions_in(first, last) if m.type == "Company" and m.kind == "name")
    return next((m for m in companies if heads_item(document.syntax, m.first, m.last)), None)
