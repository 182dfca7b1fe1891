"""Which mentions of one article speak of the same entity."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.mentions import MentionFinder


@pytest.mark.parametrize(
    "text",
    [
        "VW wächst. Volkswagen AG meldet Zahlen. Die VW-Aktie steigt.",
        "Analyst Dirk Schlamp bleibt ruhig. Später sagte Schlamp nichts.",
        "Die chinesische Marktaufsicht rügt. SAMR prüft.",
    ],
)
def test_names_of_one_entity_come_together(finder: MentionFinder, blank: Language, text: str) -> None:
    mentions, _ = finder(blank(text))
    assert len({m.referent for m in mentions if m.kind in ("name", "compound")}) == 1
    assert len(mentions) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Alibaba wächst. Alibaba Cloud auch.",
        "Lufthansa streicht Stellen. Lufthansa Cargo auch.",
        "Merck KGaA wächst. Merck & Co auch.",
        "David Ellison bietet. Larry Ellison hilft.",
    ],
)
def test_names_of_two_entities_stay_apart(finder: MentionFinder, blank: Language, text: str) -> None:
    mentions, _ = finder(blank(text))
    assert len({m.referent for m in mentions}) == 2


def test_a_referent_knows_its_names(finder: MentionFinder, blank: Language) -> None:
    _, referents = finder(blank("VW und die chinesische Regierung sprechen."))
    volkswagen = referents[0]
    assert (volkswagen.name, volkswagen.key, volkswagen.country) == ("Volkswagen", "volkswagen", "DE")
    assert "VW" in volkswagen.aliases


def test_an_article_without_names_has_none(finder: MentionFinder, blank: Language) -> None:
    assert finder(blank("")) == ((), ())
