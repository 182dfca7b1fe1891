"""From characters to tokens."""

from __future__ import annotations

from spacy.tokens import Doc


def tokens_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the first token and the one after the last that characters ``start`` to ``end`` lie in.

    >>> import spacy
    >>> tokens_of(spacy.blank("de")("Der 41-Prozent-Anteil wächst"), 4, 14)
    (1, 2)
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"characters {start} to {end} lie outside the text of {len(doc.text)} characters")
    return span.start, span.end
