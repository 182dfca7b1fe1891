"""How well furniture is told from content: 72 pages that imitate twelve kinds of sites.

Each line of ``pages/*.tsv`` is a line of a page with its kind in front; ``+`` before the kind continues the
line above. Pages 1 to 5 of each kind of site served to write the patterns, page 6 only to measure them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.articles.paragraphs import Paragraph, content_paragraphs

PAGES = sorted((Path(__file__).parent / "pages").glob("*.tsv"))
STATING = ("content", "headline")


@dataclass(frozen=True)
class Piece:
    """A labelled stretch of a page and the kind found for it."""

    page: str
    words: str
    label: str
    found: str

    @property
    def is_furniture(self) -> bool:
        return self.label not in STATING

    @property
    def found_furniture(self) -> bool:
        return self.found not in STATING


def labelled(page: Path, gap: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the page's text and its labelled stretches."""
    text, spans = "", []
    for line in page.read_text(encoding="utf-8").splitlines():
        label, words = line.split("\t", 1)
        text += "" if label.startswith("+") or not text else gap
        spans.append((len(text), len(text) + len(words), label.removeprefix("+")))
        text += words
    return text, spans


def kind_at(paragraphs: Iterable[Paragraph], place: int) -> str:
    return next(p.kind for p in paragraphs if p.start <= place < p.end)


def pieces(pages: Iterable[Path], gap: str) -> Iterator[Piece]:
    for page in pages:
        text, spans = labelled(page, gap)
        paragraphs = content_paragraphs(text)
        for start, end, label in spans:
            middle = start + len(text[start:end].rstrip()) // 2
            yield Piece(page.stem, text[start:end], label, kind_at(paragraphs, middle))


def figures(found: list[Piece]) -> tuple[float, float]:
    """Return precision and recall of what is marked as furniture."""
    right = sum(1 for piece in found if piece.is_furniture and piece.found_furniture)
    marked = sum(1 for piece in found if piece.found_furniture)
    furniture = sum(1 for piece in found if piece.is_furniture)
    return right / marked, right / furniture


def is_held_out(page: Path) -> bool:
    return page.stem.endswith("-6")


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 60
    assert len({page.stem.rpartition("-")[0] for page in PAGES}) >= 12


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("held_out", "precision", "recall"), [(False, 0.99, 0.99), (True, 0.98, 0.9)])
def test_furniture_is_found_and_nothing_else(held_out: bool, precision: float, recall: float, gap: str) -> None:
    found = list(pieces([page for page in PAGES if is_held_out(page) == held_out], gap))
    wrong = [piece for piece in found if piece.is_furniture != piece.found_furniture]
    reached = figures(found)
    assert reached >= (precision, 0.0), wrong
    assert reached[1] >= recall, wrong
