"""Reprints: the same agency text in many papers, under other headlines, shortened or lightly edited."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kg.articles.article import Article
from kg.articles.paragraphs import content_paragraphs

#: words of a shingle
_WIDTH = 5
#: texts with fewer shingles are too short to tell a reprint from a common phrase
_LEAST_SHINGLES = 20
#: one shingle in so many is used to find candidates
_SAMPLE = 4
#: share of the shorter sample that two texts must be seen to have in common to be compared
_LEAST_SHARED = 0.1
#: share of the shorter text's shingles, and of its numbers, that the other must hold
TEXT_THRESHOLD = 0.5
NUMBER_THRESHOLD = 0.75

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Hashes = NDArray[np.uint32]
#: what decides which of two reprints is the original: day, negative length, id
Precedence = tuple[dt.date, int, str]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text states, as sorted hashes: its five-word sequences and its numbers."""

    shingles: Hashes
    numbers: Hashes

    @property
    def sample(self) -> Hashes:
        """The shingles by which candidates are found."""
        sampled: Hashes = self.shingles[self.shingles % _SAMPLE == 0]
        return sampled


def reprints(articles: Iterable[Article]) -> dict[str, str]:
    """Return the id of the original for each article that reprints another.

    Two articles are the same text when at least half of the five-word sequences of the shorter one
    stand in the other (``TEXT_THRESHOLD``), and three quarters of its numbers too (``NUMBER_THRESHOLD``:
    yesterday's market report has the same phrases, but other figures). Only what states something is
    compared: no datelines, advertising or links. Of several reprints the original is the one published
    first, then the longest. The result does not depend on the order of the articles.
    """
    texts = {article.id: article for article in articles}
    sketches = {id_: sketch(article.text) for id_, article in texts.items()}
    ranked = [(precedence(a.id, a.published, len(a.text)), sketches[a.id].sample) for a in texts.values()]
    return find_reprints(ranked, sketches.__getitem__)


def find_reprints(ranked: Iterable[tuple[Precedence, Hashes]], sketch_of: Callable[[str], Sketch]) -> dict[str, str]:
    """Return the id of the original for each reprint, as `reprints` does, from samples of all texts.

    ``sketch_of`` gives the whole sketch of an id; it is asked for candidates only.
    """
    ordered = sorted(ranked, key=lambda one: one[0])
    ids = [rank[2] for rank, _ in ordered]
    originals = list(range(len(ids)))
    for first, second in _candidates([sample for _, sample in ordered]):
        one, other = _root(originals, first), _root(originals, second)
        if one != other and same_contents(sketch_of(ids[first]), sketch_of(ids[second])):
            originals[max(one, other)] = min(one, other)
    roots = [_root(originals, index) for index in range(len(ids))]
    return {ids[index]: ids[root] for index, root in enumerate(roots) if index != root}


def same_text(one: str, other: str) -> bool:
    """Tell whether one of two texts reprints the other."""
    return same_contents(sketch(one), sketch(other))


def same_contents(one: Sketch, other: Sketch) -> bool:
    """Tell whether one of two texts reprints the other, by their sketches."""
    shorter, longer = sorted((one, other), key=lambda contents: len(contents.shingles))
    return (
        len(shorter.shingles) >= _LEAST_SHINGLES
        and _share(shorter.shingles, longer.shingles) >= TEXT_THRESHOLD
        and _share(shorter.numbers, longer.numbers) >= NUMBER_THRESHOLD
    )


def precedence(id_: str, published: dt.date | None, length: int) -> Precedence:
    """Return the rank of an article among its reprints: the first is the original."""
    return published or dt.date.max, -length, id_


def _share(part: Hashes, whole: Hashes) -> float:
    return len(np.intersect1d(part, whole, assume_unique=True)) / len(part) if len(part) else 1.0


def _candidates(samples: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share enough of their samples: each text with the first and the last before it."""
    sizes = np.array([len(sample) for sample in samples], dtype=np.int64)
    if not sizes.sum():
        return
    first, second = _neighbours(np.concatenate(samples), np.repeat(np.arange(len(samples)), sizes))
    pairs, shared = np.unique(first * len(samples) + second, return_counts=True)
    first, second = pairs // len(samples), pairs % len(samples)
    enough = shared >= _LEAST_SHARED * np.minimum(sizes[first], sizes[second])
    yield from zip(first[enough].tolist(), second[enough].tolist(), strict=True)


def _neighbours(hashes: Hashes, owners: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, for every text that holds a hash, the first text with it and the last one before."""
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    begins = np.concatenate(([True], hashes[1:] != hashes[:-1]))
    start = np.maximum.accumulate(np.where(begins, np.arange(len(hashes)), 0))
    later = np.flatnonzero(~begins)
    beyond = later[start[later] < later - 1]
    return (
        np.concatenate((owners[start[later]], owners[beyond - 1])),
        np.concatenate((owners[later], owners[beyond])),
    )


def _root(originals: list[int], index: int) -> int:
    while originals[index] != index:
        originals[index] = originals[originals[index]]
        index = originals[index]
    return index


@lru_cache(maxsize=256)
def sketch(text: str) -> Sketch:
    """Return what a text states, as hashes."""
    stated = " ".join(text[p.start : p.end] for p in content_paragraphs(text) if p.kind == "content")
    words = _WORD.findall(stated.casefold())
    shingles = (" ".join(words[i : i + _WIDTH]) for i in range(len(words) - _WIDTH + 1))
    return Sketch(_hashes(shingles), _hashes(_NUMBER.findall(stated)))


def _hashes(parts: Iterable[str]) -> Hashes:
    return np.array(sorted({crc32(part.encode("utf-8", "replace")) for part in parts}), dtype=np.uint32)
