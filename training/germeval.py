"""GermEval 2014: persons and places are ours, organisations are left open save those whose class is known."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.corpus import NamedText

GERMEVAL = ("germeval2014-dev", "germeval2014-test")

_CLASSES = {"PER": "Person", "LOC": "Place"}
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%…")
_NO_SPACE_AFTER = frozenset("([{")


def read_germeval(path: Path, known: Mapping[str, str]) -> Iterator[NamedText]:
    """Yield the sentences of a file.

    ``known`` gives the class of names of organisations. An organisation it does not hold, anything under
    OTH, and parts of words are open: a model may take them for a name or not.
    """
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        rows: list[tuple[str, str]] = []
        for line in stream:
            columns = line.rstrip("\n").split("\t")
            if len(columns) >= 3:
                rows.append((columns[1], columns[2]))
            elif rows:
                yield _named_text(rows, known)
                rows = []
        if rows:
            yield _named_text(rows, known)


def _named_text(rows: list[tuple[str, str]], known: Mapping[str, str]) -> NamedText:
    text, offsets = join([word for word, _ in rows])
    names, left_open = [], []
    for first, last, label in _spans([tag for _, tag in rows]):
        start, end = offsets[first][0], offsets[last][1]
        type_ = _class(label, text[start:end], known)
        if type_:
            names.append((start, end, type_))
        elif type_ is None:
            left_open.append((start, end))
    return NamedText(text, tuple(names), tuple(left_open))


def _class(label: str, words: str, known: Mapping[str, str]) -> str | None:
    """Return our class, None where it is open, "" where it is no name for us (deutsch, Berliner)."""
    if label.endswith("deriv"):
        return ""
    return _CLASSES.get(label) or (known.get(words) if label == "ORG" else None)


def _spans(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last inclusive, label)."""
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if label and not tag.startswith("I-"):
            yield start, i - 1, label
            label = ""
        if tag.startswith("B-"):
            start, label = i, tag[2:]


def join(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Join words with the spaces of print; return the text and the words' offsets.

    >>> join(["Er", "(", "der", "Chef", ")", "kam", "."])[0]
    'Er (der Chef) kam.'
    """
    text, offsets, quoted, glue = "", [], False, True
    for word in words:
        closing = word in _NO_SPACE_BEFORE or (word == '"' and quoted) or word == "“"
        if text and not glue and not closing:
            text += " "
        offsets.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _NO_SPACE_AFTER or word == "„" or (word == '"' and not quoted)
        quoted = not quoted if word == '"' else quoted
    return text, offsets
