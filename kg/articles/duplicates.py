"""Reprints: the same agency text in many papers, under other headlines, shortened or lightly edited."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from kg.articles.article import Article
from kg.articles.paragraphs import content_paragraphs

#: words of a shingle
_WIDTH = 5
#: texts with fewer shingles are too short to tell a reprint from a common phrase
_LEAST_SHINGLES = 20
#: one shingle in so many is used to find candidates
_SAMPLE = 4
#: share of the shorter text's shingles, and of its numbers, that the other must hold
TEXT_THRESHOLD = 0.5
NUMBER_THRESHOLD = 0.75

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def reprints(articles: Iterable[Article]) -> dict[str, str]:
    """Return the id of the original for each article that reprints another.

    Two articles are the same text when at least half of the five-word sequences of the shorter one
    stand in the other (``TEXT_THRESHOLD``), and three quarters of its numbers too (``NUMBER_THRESHOLD``:
    yesterday's market report has the same phrases, but other figures). Only what states something is
    compared: no datelines, advertising or links. Of several reprints the original is the one published
    first, then the longest. The result does not depend on the order of the articles.
    """
    ordered = sorted(articles, key=_precedence)
    originals = list(range(len(ordered)))
    for first, second in _candidates(ordered):
        one, other = _root(originals, first), _root(originals, second)
        if one != other and same_text(ordered[first].text, ordered[second].text):
            originals[max(one, other)] = min(one, other)
    roots = [_root(originals, index) for index in range(len(ordered))]
    return {ordered[index].id: ordered[root].id for index, root in enumerate(roots) if index != root}


def same_text(one: str, other: str) -> bool:
    """Tell whether one of two texts reprints the other."""
    shorter, longer = sorted((_contents(one), _contents(other)), key=lambda contents: len(contents.shingles))
    return (
        len(shorter.shingles) >= _LEAST_SHINGLES
        and _share(shorter.shingles, longer.shingles) >= TEXT_THRESHOLD
        and _share(shorter.numbers, longer.numbers) >= NUMBER_THRESHOLD
    )


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a text states: its hashed five-word sequences and its numbers."""

    shingles: frozenset[int]
    numbers: frozenset[str]


def _share(part: frozenset[Any], whole: frozenset[Any]) -> float:
    return len(part & whole) / len(part) if part else 1.0


def _precedence(article: Article) -> tuple[dt.date, int, str]:
    return article.published or dt.date.max, -len(article.text), article.id


def _candidates(ordered: list[Article]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share a sampled shingle: each article with the first and the last before it."""
    first_with: dict[int, int] = {}
    last_with: dict[int, int] = {}
    for index, article in enumerate(ordered):
        sample = [shingle for shingle in _contents(article.text).shingles if shingle % _SAMPLE == 0]
        earlier = {holder[s] for holder in (first_with, last_with) for s in sample if s in holder}
        yield from ((before, index) for before in sorted(earlier))
        for shingle in sample:
            first_with.setdefault(shingle, index)
            last_with[shingle] = index


def _root(originals: list[int], index: int) -> int:
    while originals[index] != index:
        originals[index] = originals[originals[index]]
        index = originals[index]
    return index


@lru_cache(maxsize=4096)
def _contents(text: str) -> _Contents:
    stated = " ".join(text[p.start : p.end] for p in content_paragraphs(text) if p.kind == "content")
    words = _WORD.findall(stated.casefold())
    shingles = (" ".join(words[i : i + _WIDTH]) for i in range(len(words) - _WIDTH + 1))
    hashes = frozenset(crc32(shingle.encode("utf-8", "replace")) for shingle in shingles)
    return _Contents(hashes, frozenset(_NUMBER.findall(stated)))
