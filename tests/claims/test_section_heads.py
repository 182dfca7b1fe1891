"""Which company a section is about, by the line above it."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader
from kg.claims.section_heads import is_heading

BODY = "Vorstandschef Arthur Hoeld setzt den Rotstift an, bis Ende 2026 entfallen 900 Stellen in der Verwaltung."


@pytest.mark.parametrize(
    ("heading", "company"),
    [
        ("Puma unter Druck", "Puma"),
        ("Puma", "Puma"),
        # one that names two, one that names none, one that only comes to a name
        ("Puma und Adidas unter Druck", None),
        ("Neue Sorgen im Fachhandel", None),
        ("Druck auf Puma", None),
    ],
)
def test_a_section_is_about_the_company_that_its_heading_begins_with(
    reader: ClaimReader, heading: str, company: str | None
) -> None:
    text = f"Ceconomy wird chinesisch\n\nCeconomy gehört nun JD.com.\n\n{heading}\n\n{BODY}"
    document = reader.document(Article("a", text))
    heads = document.ranker._sections
    assert [document.referents[referent].name for referent in heads.values()] == ([company] if company else [])


@pytest.mark.parametrize("text", ["", "Puma", "Puma\n", "\n\nPuma unter Druck\n", "Puma\nPuma\nPuma"])
def test_any_number_of_lines_can_be_read(reader: ClaimReader, text: str) -> None:
    document = reader.document(Article("a", f"{text}"))
    assert all(document.ranker.ranked(n) is not None for n in range(len(document.syntax.sentences)))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Puma unter Druck", True),
        ("Kommt Puma?", True),
        ("Puma meldet Zahlen.", False),
        ("Zum Abschluss sagte er:", False),
        ("in Wien", False),
        ("Der Hersteller aus Herzogenaurach will sich von vielen Beschäftigten trennen", False),
    ],
)
def test_headings(line: str, wanted: bool) -> None:
    assert is_heading(line) is wanted
