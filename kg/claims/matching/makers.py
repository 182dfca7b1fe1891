"""Makers whose name begins the name of what they make: "fünf Airbus A350", "der Mercedes-Benz CLA"."""

from __future__ import annotations

from kg.claims.document import Document, is_a
from kg.language.spans import Mention


def maker_in_name(document: Document, token: int, classes: tuple[str, ...]) -> Mention | None:
    """Return the company that the article knows by the first words of the product's name at a token."""
    for product in document.at.get(token, ()):
        if product.type == "Product" and product.kind == "name":
            return _first_words(document, product, classes)
    return None


def _first_words(document: Document, product: Mention, classes: tuple[str, ...]) -> Mention | None:
    for last in range(product.last - 1, product.first, -1):
        words = document.text[product.start : document.syntax.ends[last - 1]]
        referent = _company(document, words, classes)
        if referent != -1 and referent != product.referent:
            return _part(document, product, last, referent)
    return None


def _company(document: Document, words: str, classes: tuple[str, ...]) -> int:
    """Return the index of the company so called; -1 for none."""
    wanted = words.casefold()
    for i, referent in enumerate(document.referents):
        names = (referent.name, *referent.aliases)
        if is_a(referent.type, classes) and any(name.casefold() == wanted for name in names):
            return i
    return -1


def _part(document: Document, product: Mention, last: int, referent: int) -> Mention:
    """Return the mention of the maker inside the name of the product."""
    end = document.syntax.ends[last - 1]
    text, known = document.text[product.start : end], document.referents[referent]
    return Mention(product.start, end, product.first, last, text, text, known.type, "compound", referent)
