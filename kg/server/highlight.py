"""An article's text in pieces: which claims each piece carries, and which piece made which claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.graph.statements import Quote


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text."""

    text: str
    #: numbers of the claims whose words these are
    claims: tuple[int, ...] = ()
    #: numbers of the claims that these words triggered
    triggers: tuple[int, ...] = ()
    #: numbers of the claims whose words end here
    ends: tuple[int, ...] = ()


def segments(text: str, quotes: Sequence[Iterable[Quote]]) -> list[Segment]:
    """Cut a text wherever the words of a claim begin or end; the pieces together are the text.

    ``quotes`` holds the quotes of each claim. One that does not stand where it says is left out.

    >>> [one.text for one in segments("SAP kauft Signavio. Gut.", [[Quote("a", 0, 19, "SAP kauft Signavio.", 4, 9)]])]
    ['SAP ', 'kauft', ' Signavio.', ' Gut.']
    """
    spans = list(_spans(text, quotes))
    cuts = sorted({0, len(text), *(at for _, start, end, _, _ in spans for at in (start, end)),
                   *(at for *_, start, end in spans for at in (start, end))})  # fmt: skip
    return [_segment(text, start, end, spans) for start, end in pairwise(cuts)]


Span = tuple[int, int, int, int, int]


def _spans(text: str, quotes: Sequence[Iterable[Quote]]) -> Iterator[Span]:
    """Yield claim, start and end of its words, start and end of its trigger."""
    for number, several in enumerate(quotes):
        for quote in several:
            if text[quote.start : quote.end] != quote.text or quote.start >= quote.end:
                continue
            inside = quote.start <= quote.trigger_start < quote.trigger_end <= quote.end
            trigger = (quote.trigger_start, quote.trigger_end) if inside else (quote.end, quote.end)
            yield number, quote.start, quote.end, *trigger


def _segment(text: str, start: int, end: int, spans: Iterable[Span]) -> Segment:
    covering = [span for span in spans if span[1] <= start and end <= span[2]]
    return Segment(
        text=text[start:end],
        claims=tuple(dict.fromkeys(span[0] for span in covering)),
        triggers=tuple(dict.fromkeys(span[0] for span in covering if span[3] <= start and end <= span[4])),
        ends=tuple(dict.fromkeys(span[0] for span in covering if span[2] == end)),
    )
