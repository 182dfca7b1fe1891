"""Training articles as the arrays and labels of the relation model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.claims.extractor import extract
from kg.claims.learned.features import Arrays, encode
from kg.claims.reader import ClaimReader
from training.articles import read_articles
from training.relations.labels import Labels, label


@dataclass(slots=True)
class Lesson:
    """One article to learn from."""

    id: str
    arrays: Arrays
    labels: Labels


def lessons(paths: Iterable[Path], reader: ClaimReader) -> Iterator[Lesson]:
    """Yield the articles of files, analysed and labelled."""
    for path in paths:
        for annotated in read_articles(path):
            document = reader.document(annotated.article())
            framed = extract(document, reader.lexicon).claims
            arrays = encode(document, reader.lexicon, framed=framed)
            if arrays is not None:
                yield Lesson(annotated.id, arrays, label(document, annotated, arrays.pairs))
