"""A quote in pieces: which words are the subject, the object and the trigger of the claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.graph.statements import Quote
from kg.views.picture import Piece

Span = tuple[int, int, str]


def pieces(quote: Quote, subject: Iterable[str], object_: Iterable[str] = ()) -> tuple[Piece, ...]:
    """Cut a quote at the names of its parties and at its trigger; the pieces together are the quote.

    >>> pieces(Quote("a", 0, 21, "SAP kauft Signavio AG"), ["SAP"], ["Signavio"])
    (('SAP', 'subject'), (' kauft ', ''), ('Signavio', 'object'), (' AG', ''))
    """
    trigger = (quote.trigger_start - quote.start, quote.trigger_end - quote.start, "trigger")
    spans = [*_named(quote.text, subject, "subject"), *_named(quote.text, object_, "object")]
    spans += [trigger] if 0 <= trigger[0] < trigger[1] <= len(quote.text) else []
    return tuple(_cut(quote.text, _apart(spans)))


def _named(text: str, names: Iterable[str], kind: str) -> Iterator[Span]:
    """Yield where the longest of the names stands that occurs in the text as whole words."""
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        start = _exactly(text, name)
        if start is None and name.lower() in text.lower():
            start = _loosely(text, name)
        if start is not None:
            yield start, start + len(name), kind
            return


def _exactly(text: str, name: str) -> int | None:
    """Return where a name stands as it is written; without a pattern, which is slow to make for each of many names."""
    start = text.find(name) if name else -1
    while start >= 0:
        if not _is_word(text[start - 1 : start] if start else "") and _ends(text, start + len(name)):
            return start
        start = text.find(name, start + 1)
    return None


def _ends(text: str, end: int) -> bool:
    """Tell whether a name ends here, or with the sign of a genitive behind it."""
    return not _is_word(text[end : end + 1]) or (text[end] in "s’" and not _is_word(text[end + 1 : end + 2]))


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _loosely(text: str, name: str) -> int | None:
    """Return where a name stands in capitals or small letters."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?:s|’)?(?!\w)", text, re.IGNORECASE) if name else None
    return found.start() if found else None


def _apart(spans: list[Span]) -> list[Span]:
    """Return the spans in order without those that overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1], span[2])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _cut(text: str, spans: list[Span]) -> Iterator[Piece]:
    at = 0
    for start, end, kind in spans:
        if at < start:
            yield text[at:start], ""
        yield text[start:end], kind
        at = end
    if at < len(text) or not text:
        yield text[at:], ""
