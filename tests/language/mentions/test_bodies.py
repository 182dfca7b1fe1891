"""Bodies, ventures and units that a text describes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.mentions import MentionFinder


@pytest.mark.parametrize(
    ("text", "words", "type", "key"),
    [
        ("Chinas Marktaufsicht rügt.", "Chinas Marktaufsicht", "Regulator", "samr"),
        ("Die Marktaufsicht in Peking rügt.", "Marktaufsicht in Peking", "Regulator", "samr"),
        ("Die chinesische Marktaufsicht rügt.", "chinesische Marktaufsicht", "Regulator", "samr"),
        ("Die Regierung in Rom klagt.", "Regierung in Rom", "GovernmentBody", "italy-government"),
        ("Die italienische Regierung klagt.", "italienische Regierung", "GovernmentBody", "italy-government"),
        ("Die US-Regierung klagt.", "US-Regierung", "GovernmentBody", "us-government"),
    ],
)
def test_a_described_body_is_the_known_one(
    finder: MentionFinder, blank: Language, text: str, words: str, type: str, key: str
) -> None:
    mentions, referents = finder(blank(text))
    assert (words, type, key) in [(m.text, m.type, referents[m.referent].key) for m in mentions]


@pytest.mark.parametrize(
    ("before", "name", "behind", "type"),
    [
        ("Die ", "chinesische Botschaft in Washington", " dementiert.", "GovernmentBody"),
        ("Das ", "niederländisches Wirtschaftsministerium", " klagt.", "GovernmentBody"),
        ("Das ", "US-Justizministerium", " klagt.", "GovernmentBody"),
        ("Das ", "Landgericht München I", " urteilt.", "GovernmentBody"),
        ("Ein ", "Gericht in Rom", " urteilt.", "GovernmentBody"),
        ("Der ", "Flughafen München", " ist zu.", "Company"),
        ("Das ", "Joint Venture zwischen Infineon und SAP", " wächst.", "JointVenture"),
        ("Das ", "Gemeinschaftsunternehmen von VW und SAP", " wächst.", "JointVenture"),
        ("Die ", "Foundry-Sparte", " wächst.", "Company"),
        ("Die ", "Agrarsparte", " wächst.", "Company"),
        ("Die ", "US-Sparte", " wächst.", "Company"),
    ],
)
def test_a_described_body_has_its_words_as_name(
    finder: MentionFinder, blank: Language, before: str, name: str, behind: str, type: str
) -> None:
    mentions, _ = finder(blank(before + name + behind))
    assert (name, type) in [(m.name, m.type) for m in mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Plan des niederländischen Wirtschaftsministeriums.", "niederländisches Wirtschaftsministerium"),
        ("Der Spruch eines Gerichts in Rom.", "Gericht in Rom"),
        ("Vor dem Frankfurter Landgericht.", "Frankfurter Landgericht"),
    ],
)
def test_the_name_of_a_described_body_is_in_the_nominative(
    finder: MentionFinder, blank: Language, text: str, name: str
) -> None:
    mentions, _ = finder(blank(text))
    assert name in [m.name for m in mentions]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Südkoreas Wettbewerbsbehörde KFTC prüft.", ["Südkoreas", "KFTC"]),
        ("Die US-Arzneimittelbehörde FDA prüft.", ["US", "FDA"]),
        ("Das Tagesgeschäft läuft.", []),
    ],
)
def test_a_description_gives_way_to_the_name(
    finder: MentionFinder, blank: Language, text: str, words: list[str]
) -> None:
    mentions, _ = finder(blank(text))
    assert [m.text for m in mentions] == words


def test_names_inside_a_phrase_are_mentions_too(finder: MentionFinder, blank: Language) -> None:
    mentions, _ = finder(blank("Die chinesische Botschaft in Washington dementiert."))
    assert {"chinesische", "Washington"} < {m.text for m in mentions}
