"""Which company a section of an article is about: the one that the line above it names ("Puma unter Druck")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.claims.told import Told
from kg.language.spans import NAMING

#: most words of a heading, fewest of a line that can stand under one
_LONGEST, _SHORTEST = 8, 12
_ENDS_SENTENCE = (".", "!", ":", ";", ",", '"', "“", "”", "»", "«")


def section_heads(text: str, told: Iterable[Told]) -> dict[int, int]:
    """Return paragraph → company for the sections under a heading that begins with one and names no other.

    Both by number. The first line is the title of the whole and heads no section.
    """
    named: dict[int, list[Told]] = {}
    for one in told:
        if one.mention.kind in NAMING:
            named.setdefault(one.paragraph, []).append(one)
    heads: dict[int, int] = {}
    current: int | None = None
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n")) if line.strip()]
    for (number, line), (_, following) in pairwise([*lines[1:], (len(text), "")]):
        if is_heading(line) and len(following.split()) >= _SHORTEST:
            current = _opening(line, named.get(number, ()))
        elif current is not None:
            heads[number] = current
    return heads


def _opening(line: str, told: Sequence[Told]) -> int | None:
    """Return the company with whose name a heading begins, if it is the only one."""
    mentions = [one.mention for one in told]
    alone = len({mention.referent for mention in mentions}) == 1
    return mentions[0].referent if alone and mentions[0].kind == "name" and line.startswith(mentions[0].text) else None


def is_heading(line: str) -> bool:
    """Tell whether a line is a heading: a few words without the end of a sentence.

    >>> is_heading("Puma unter Druck"), is_heading("Das sagte er."), is_heading("in Wien")
    (True, False, False)
    """
    short = len(line.split()) <= _LONGEST and ". " not in line
    return short and line[0].isupper() and not line.endswith(_ENDS_SENTENCE)
