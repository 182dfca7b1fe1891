"""Names of every kind, found without a model: dictionary, shapes and the words around them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.language.gazetteer import Authority
from kg.language.mentions import MentionFinder, find_mentions
from tests.language.mentions.shared import BLANK, FINDER


def found(finder: MentionFinder, blank: Language, text: str) -> list[tuple[str, str, str, str]]:
    """Return text, class, kind and referent of each mention."""
    mentions, referents = finder(blank(text))
    return [(m.text, m.type, m.kind, referents[m.referent].name) for m in mentions]


@pytest.mark.parametrize(
    ("text", "words", "type", "referent"),
    [
        ("Alibabas Umsatz stieg.", "Alibabas", "Company", "Alibaba"),
        ("Die Aktien der Deutschen Bank fielen.", "Deutschen Bank", "Company", "Deutsche Bank"),
        ("Die Pläne des Weißen Hauses sind alt.", "Weißen Hauses", "GovernmentBody", "Weißes Haus"),
        ("Die Pläne der Europäischen Zentralbank.", "Europäischen Zentralbank", "Regulator", "EZB"),
        ("Merck KGaA wächst.", "Merck KGaA", "Company", "Merck KGaA"),
        ("SAP SE wächst.", "SAP SE", "Company", "SAP"),
        ("„Infineon“ meldet Zahlen.", "Infineon", "Company", "Infineon"),
        ("VOLKSWAGEN: Absatz sinkt", "VOLKSWAGEN", "Company", "Volkswagen"),
        ("Die Gewerkschaft Verdi warnt.", "Verdi", "Union", "Verdi"),
        ("Das iPhone 17 Pro Max kommt.", "iPhone 17 Pro Max", "Product", "iPhone 17 Pro Max"),
        ("Das Sprachmodell GPT-5 ist da.", "GPT-5", "Product", "GPT-5"),
        ("Der Chip MI450 ist schnell.", "MI450", "Product", "MI450"),
        ("Der Roboter 4NE-1 läuft.", "4NE-1", "Product", "4NE-1"),
        ("Boeing 777-9 verspätet sich.", "777-9", "Product", "777-9"),
        ("Analyst Dirk Schlamp bleibt ruhig.", "Dirk Schlamp", "Person", "Dirk Schlamp"),
        ("Warren Buffetts Holding verkauft.", "Warren Buffetts", "Person", "Warren Buffett"),
        ("Analyst Tim Evans lobte Apple.", "Tim Evans", "Person", "Tim Evans"),
        ("Steve Evans vom Marktforscher Canalys lobte Apple.", "Steve Evans", "Person", "Steve Evans"),
        ("Der Vorsitzende Jan van der Meer geht.", "Jan van der Meer", "Person", "Jan van der Meer"),
        ("Das Lieferkettengesetz gilt.", "Lieferkettengesetz", "Legislation", "Lieferkettengesetz"),
        ("Laut der CSAM-Verordnung gilt das.", "CSAM-Verordnung", "Legislation", "CSAM-Verordnung"),
    ],
)  # fmt: skip
def test_finds_a_name(
    finder: MentionFinder, blank: Language, text: str, words: str, type: str, referent: str
) -> None:
    assert (words, type, "name", referent) in found(finder, blank, text)


@pytest.mark.parametrize(
    ("text", "words", "head"),
    [
        ("VW-Chef Blume spricht.", "VW", "chef"),
        ("Der Apple-Zulieferer wächst.", "Apple", "zulieferer"),
        ("Der Mercedes-Benz-Chef geht.", "Mercedes-Benz", "chef"),
        ("Air-France-KLM-Aktien fallen.", "Air-France-KLM", "aktien"),
        ("Der Ex-VW-Manager kommt.", "VW", "manager"),
        ("Der US-Konzern kauft.", "US", "konzern"),
    ],
)
def test_finds_the_name_in_a_compound(
    finder: MentionFinder, blank: Language, text: str, words: str, head: str
) -> None:
    mentions, _ = finder(blank(text))
    assert [(m.text, m.kind, m.head) for m in mentions if m.kind == "compound"] == [(words, "compound", head)]


@pytest.mark.parametrize(
    "text",
    [
        "Ein Gap bleibt.",
        "Der Euro kostet 1,16 US-Dollar.",
        "Am Montag steigt der Umsatz im Q3 um 5 Prozent.",
        "Der 58-Jährige geht.",
        "Die Analysten raten: Kaufen.",
        "Der Wert der Aktien sinkt.",
        "Aktien und Anleihen legen zu.",
    ],
)
def test_finds_nothing_that_is_no_name(finder: MentionFinder, blank: Language, text: str) -> None:
    assert found(finder, blank, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die Modekette Gap expandiert.", "Gap"),
        ("Gap (GPS) expandiert.", "Gap"),
        ("Gap Inc expandiert.", "Gap Inc"),
        ("Die Gap-Aktie steigt.", "Gap"),
        ("Meta Platforms wächst. Der Umsatz von Meta steigt.", "Meta"),
    ],
)
def test_an_ordinary_word_is_a_name_with_support(
    finder: MentionFinder, blank: Language, text: str, words: str
) -> None:
    assert words in [words for words, *_ in found(finder, blank, text)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "place"),
    [
        ("Die chinesische Wirtschaft wächst.", "chinesische", "adjective", "China"),
        ("Der Wolfsburger Konzern wächst.", "Wolfsburger", "demonym", "Wolfsburg"),
        ("Die Chinesen kaufen.", "Chinesen", "demonym", "China"),
    ],
)
def test_finds_adjectives_and_demonyms(
    finder: MentionFinder, blank: Language, text: str, words: str, kind: str, place: str
) -> None:
    assert (words, "Place", kind, place) in found(finder, blank, text)


@pytest.mark.parametrize(
    ("text", "words", "topic"),
    [
        ("Der Consumer-KI-Markt wächst.", "KI", "Künstliche Intelligenz"),
        ("Die Autobranche leidet.", "Autobranche", "Autoindustrie"),
    ],
)
def test_finds_topics_in_compounds(
    finder: MentionFinder, blank: Language, text: str, words: str, topic: str
) -> None:
    assert (words, "Topic", "topic", topic) in found(finder, blank, text)


def test_the_function_is_the_finder(authority: Authority, finder: MentionFinder, blank: Language) -> None:
    doc = blank("VW und SAP kooperieren.")
    assert find_mentions(doc, authority) == finder(doc)


_WORDS = [
    "Alibaba", "VW-Chef", "die", "der", "US-Konzern", "chinesische", "Regierung", "in", "Rom", "Joint",
    "Venture",
    "zwischen", "und", "SAP", "Sparte", "Foundry-Sparte", "Warren", "Buffett", ".", ",", "(", "PLA", ")", "„",
    "“",
    "Q3", "GPT-5", "-", "Ex-VW", "++", "e³", "&", "'Buy'", "\n\n",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=25))
def test_every_mention_quotes_the_text(words: list[str]) -> None:
    text = " ".join(words)
    mentions, referents = FINDER(BLANK(text))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert 0 <= mention.referent < len(referents)
        assert mention.first < mention.last
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)


@pytest.mark.parametrize(
    ("text", "referent", "key"),
    [
        ("Der Darmstädter Konzern Merck wächst.", "Merck KGaA", "merck-kgaa"),
        ("Der US-Konzern Merck wächst.", "Merck & Co", "merck-us"),
        ("Merck wächst. Das Werk in Darmstadt auch.", "Merck KGaA", "merck-kgaa"),
        ("Merck wächst. MSD baut in Darmstadt.", "Merck & Co", "merck-us"),
        ("Merck wächst.", "Merck", None),
    ],
)
def test_of_two_companies_of_one_name_the_place_tells_or_neither_is_meant(
    finder: MentionFinder, blank: Language, text: str, referent: str, key: str | None
) -> None:
    _, referents = finder(blank(text))
    assert (referent, key, "Company") in {(r.name, r.key, r.type) for r in referents}


def test_a_name_means_one_company_in_an_article(finder: MentionFinder, blank: Language) -> None:
    text = "Darmstadt. Der Pharmakonzern Merck wächst. Merck stellt ein, teilte Merck mit."
    mentions, referents = finder(blank(text))
    assert {referents[m.referent].key for m in mentions if m.text == "Merck"} == {"merck-kgaa"}
