"""The language of a text, and where it cannot be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.articles.language_id import language_of
from kg.articles.read import read_articles

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Konzern aus Hangzhou wies die Vorwürfe zurück und sprach von einer Verzerrung der Fakten.", "de"),
        ("The regulator approved the venture on condition that the partners keep their data apart.", "en"),
        ("Le groupe a annoncé une hausse de son chiffre d'affaires pour les trois premiers mois de l'année.", "fr"),
        ("Il gruppo ha deciso di non presentare una nuova offerta per la banca, ha detto il presidente.", "it"),
        ("El banco no va a presentar una nueva oferta por su rival, según ha dicho el presidente.", "es"),
        ("De bank wil geen nieuw bod op de concurrent doen, zegt de topman in een gesprek met de krant.", "nl"),
        ("人工知能 " * 60, "und"),
        ("Alibaba Honor Qwen", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_demonstration_is_recognised() -> None:
    articles = [item for item in read_articles([SEEDS]) if isinstance(item, Article)]
    assert {a.id: language_of(a.text) for a in articles} == {a.id: a.lang for a in articles}


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    answer = language_of(text)
    assert answer is None or 2 <= len(answer) <= 3
