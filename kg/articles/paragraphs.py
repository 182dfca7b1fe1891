"""The paragraphs of a text: what states something, and what only stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.articles.boilerplate import ParagraphKind, Part, Pattern, Reach, boilerplate_patterns

__all__ = ["Paragraph", "ParagraphKind", "content_paragraphs", "dateline_ends"]

#: characters at a paragraph's start and end in which a dateline or a signature is looked for
_MARGIN = 300
#: characters of the longest headline or link line
_HEADLINE = 140
#: characters of the shortest statement in front of an advertising sentence
_LEAD = 60
_SPACE = re.compile(r"\s")
_NEXT_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])[\"“”]? (?=[„»\"]?[^\W\d_a-zäöü])")
#: words of the longest line that states nothing where no paragraph follows
_LOOSE = 6
_BULLETS = frozenset("-–—•*·+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'“”‘’«»)\]]*\Z")
#: lines this long, none of which ends a sentence, were broken by hand
_WRAPPED = range(45, 101)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a text, the line ends behind it included.

    ``text[start:end]`` of all paragraphs, one after the other, is the text.
    """

    start: int
    end: int
    kind: ParagraphKind

    @property
    def states(self) -> bool:
        """Tell whether its sentences are statements of the article."""
        return self.kind in ("content", "headline")


@lru_cache(maxsize=4)
def content_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Divide a text into paragraphs and tell the kind of each.

    A line is a paragraph; hand-broken lines are joined. A dateline in front of a paragraph and an
    agency's signature behind it are paragraphs of their own.

    >>> text = "FRANKFURT (dpa-AFX) - Der Dax steigt um ein Prozent./ck/mis\\nHier weiterlesen..."
    >>> [(p.kind, text[p.start : p.end]) for p in content_paragraphs(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('dateline', 'FRANKFURT (dpa-AFX) - '),
     ('content', 'Der Dax steigt um ein Prozent.'),
     ('signature', '/ck/mis\\n'),
     ('advertising', 'Hier weiterlesen...')]
    """
    found = [paragraph for paragraph in _classified(text) if paragraph.end > paragraph.start]
    return tuple(_without_loose_ends(text, found))


def dateline_ends(text: str) -> Iterator[int]:
    """Yield the offsets at which statements begin behind datelines and the like.

    >>> list(dateline_ends("FRANKFURT (dpa-AFX) - Der Dax steigt um ein Prozent."))
    [22]
    """
    for start, end in _blocks(text):
        while (head := _head(text, start, end)) is not None:
            start = head.end
            yield start


def _without_loose_ends(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Take a headline behind the last paragraph for furniture: a button, a link, a name of the page."""
    last = max((index for index, p in enumerate(paragraphs) if p.kind == "content"), default=len(paragraphs))
    return paragraphs[: last + 1] + [
        replace(p, kind="furniture") if p.kind == "headline" and _is_loose(text[p.start : p.end]) else p
        for p in paragraphs[last + 1 :]
    ]


def _is_loose(words: str) -> bool:
    return len(words.split()) <= _LOOSE and words.lstrip()[:1] not in _BULLETS


def _classified(text: str) -> Iterator[Paragraph]:
    """Classify the blocks one by one; a heading may decide about those behind it."""
    kind: ParagraphKind = "content"
    reach: Reach = "line"
    for start, end in _blocks(text):
        words = text[start:end].strip()
        found = _recognised(words)
        if found is not None:
            if reach != "rest":
                kind, reach = found.kind, found.reach
            lead = text.index(words, start) + _statement_before(found, words)
            if lead > start + _LEAD:
                yield from _divided(text, start, lead)
                start = lead
            yield Paragraph(start, end, found.kind)
        elif reach == "rest" or (reach == "list" and _is_line(words)):
            yield Paragraph(start, end, kind)
        else:
            reach = "line"
            yield from _divided(text, start, end)


def _recognised(words: str) -> Pattern | None:
    """Return the first pattern that takes a paragraph for furniture."""
    line = _SPACE.sub(" ", words)
    return next((pattern for pattern in _whole_patterns(words) if pattern.regex.search(line)), None)


def _statement_before(found: Pattern, words: str) -> int:
    """Return the length of what a paragraph states before an advertising sentence begins."""
    if found.kind not in ("advertising", "related"):
        return 0
    line = _SPACE.sub(" ", words)
    hits = [hit for pattern in _whole_patterns(words) if (hit := pattern.regex.search(line))]
    first = min(hit.start() for hit in hits)
    # a pattern may begin with the full stop of the sentence before
    starts = (boundary.end() for boundary in _NEXT_SENTENCE.finditer(line))
    return max((start for start in starts if start <= first + 2), default=0)


def _whole_patterns(words: str) -> list[Pattern]:
    return [pattern for pattern in _patterns("whole") if len(words) <= pattern.longest]


def _divided(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """Take datelines and the like off a paragraph's start, signatures and the like off its end."""
    while (head := _head(text, start, end)) is not None:
        yield head
        start = head.end
    tails: list[Paragraph] = []
    while (tail := _tail(text, start, end)) is not None:
        tails.append(tail)
        end = tail.start
    yield Paragraph(start, end, "headline" if _is_line(text[start:end].strip()) else "content")
    yield from reversed(tails)


def _head(text: str, start: int, end: int) -> Paragraph | None:
    margin = min(end, start + _MARGIN)
    for pattern in _patterns("start"):
        found = pattern.regex.match(text, start, margin)
        if found and found.end() > start:
            return Paragraph(start, found.end(), pattern.kind)
    return None


def _tail(text: str, start: int, end: int) -> Paragraph | None:
    margin = text[max(start, end - _MARGIN) : end].rstrip()
    offset = max(start, end - _MARGIN)
    for pattern in _patterns("end"):
        found = pattern.regex.search(margin)
        if found and found.group():
            return Paragraph(offset + found.start(), end, pattern.kind)
    return None


def _is_line(words: str) -> bool:
    """Tell whether a paragraph is a headline, or a link: short, and no sentence ends with it."""
    return 0 < len(words) <= _HEADLINE and not _SENTENCE_END.search(words)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each paragraph; blank lines belong to the one before them."""
    start = 0
    for group in _groups(text):
        for _, end in [(group[0][0], group[-1][1])] if _is_wrapped(text, group) else group:
            yield start, end
            start = end


Lines = list[tuple[int, int]]


def _groups(text: str) -> Iterator[Lines]:
    """Yield the lines between blank lines; a blank line is added to the line before it."""
    group: Lines = []
    blank = False
    for line in _LINE.finditer(text):
        start, end = line.span()
        if start == end:
            continue
        if line.group().strip():
            if group and blank:
                yield group
                group = []
            group.append((start, end))
            blank = False
        elif group:
            group[-1] = (group[-1][0], end)
            blank = True
    if group:
        yield group
    elif text:
        yield [(0, len(text))]


def _is_wrapped(text: str, group: Lines) -> bool:
    """Tell whether the lines are one paragraph that was broken by hand at a fixed width."""
    lines = [text[start:end].strip() for start, end in group]
    longest = max(map(len, lines))
    short = sum(1 for line in lines if len(line) < 0.7 * longest)
    open_ends = sum(1 for line in lines[:-1] if not _SENTENCE_END.search(line[-20:]))
    goes_on = any(line[0].islower() for line in lines[1:])
    return goes_on and longest in _WRAPPED and short <= 1 and open_ends > 0.6 * (len(lines) - 1)


@cache
def _patterns(part: Part) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern in boilerplate_patterns() if pattern.part == part)
