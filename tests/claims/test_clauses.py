"""Who does what to whom, whatever the form of the clause."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.clauses import clause_tokens, heads_of, is_passive, noun_roles, verb_roles
from kg.claims.reader import ClaimReader
from kg.language.syntax import Syntax

#: text, verb, what fills its roles
VERBS = [
    ("SAP kaufte WalkMe.", "kaufte", {"subj": ["SAP"], "obj": ["WalkMe"]}),
    ("SAP will WalkMe kaufen.", "kaufen", {"subj": ["SAP"], "obj": ["WalkMe"]}),
    ("WalkMe wurde von SAP gekauft.", "gekauft", {"subj": ["SAP"], "obj": ["WalkMe"], "von": ["SAP"]}),
    ("SAP liefert Software an Bosch.", "liefert", {"subj": ["SAP"], "obj": ["Software"], "an": ["Bosch"]}),
    # the understood subject of an infinitive: the governor's subject or its object
    ("SAP beschloss, WalkMe zu kaufen.", "kaufen", {"subj": ["SAP"], "obj": ["WalkMe"]}),
    ("Die EU forderte Apple auf, Daten zu löschen.", "löschen", {"subj": ["Apple"], "obj": ["Daten"]}),
    ("SAP kaufte WalkMe und entließ Mitarbeiter.", "entließ", {"subj": ["SAP"], "obj": ["Mitarbeiter"]}),
    ("Die EU prüft, ob SAP Kunden benachteiligt.", "prüft", {"subj": ["EU"], "ob": ["SAP"]}),
    # what is told of whom; "bremse" can be no indicative beside a noun
    ("Das sei erfunden, sagte Roland Busch.", "sagte", {"subj": ["Roland"], "dass": ["Das"], "told": ["erfunden"]}),
    (
        "Der Verband BDEW bemängelt, die Bundesnetzagentur bremse den Ausbau.",
        "bemängelt",
        {"subj": ["Verband"], "dass": ["Bundesnetzagentur"], "told": ["bremse"]},
    ),
]
NOUNS = [
    ("Die Übernahme von WalkMe durch SAP stockt.", "Übernahme", "von", ["WalkMe"]),
    ("Die Übernahme von WalkMe durch SAP stockt.", "Übernahme", "durch", ["SAP"]),
    ("Die Übernahme von WalkMe durch SAP stockt.", "Übernahme", "gen", ["WalkMe"]),
    ("Seine Beteiligung an Roche wächst.", "Beteiligung", "poss", ["Seine"]),
    ("Der Kauf des Werks stockt.", "Kauf", "gen", ["Werks"]),
]


def parsed(reader: ClaimReader, text: str) -> Syntax:
    return reader.document(Article("a", text)).syntax


@pytest.mark.parametrize(("text", "verb", "wanted"), VERBS)
def test_verb_roles(reader: ClaimReader, text: str, verb: str, wanted: dict[str, list[str]]) -> None:
    s = parsed(reader, text)
    roles = verb_roles(s, s.words.index(verb))
    assert {role: [s.words[i] for i in heads] for role, heads in roles.items()} == wanted


@pytest.mark.parametrize(("text", "noun", "role", "wanted"), NOUNS)
def test_noun_roles(reader: ClaimReader, text: str, noun: str, role: str, wanted: list[str]) -> None:
    s = parsed(reader, text)
    assert [s.words[i] for i in noun_roles(s, s.words.index(noun))[role]] == wanted


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [("WalkMe wurde von SAP gekauft.", "gekauft", True), ("SAP hat WalkMe gekauft.", "gekauft", False)],
)
def test_passive(reader: ClaimReader, text: str, verb: str, wanted: bool) -> None:
    s = parsed(reader, text)
    assert is_passive(s, s.words.index(verb)) is wanted


def test_a_clause_ends_where_another_begins(reader: ClaimReader) -> None:
    s = parsed(reader, "Die EU prüft, ob SAP Kunden benachteiligt.")
    words = [s.words[i] for i in clause_tokens(s, s.words.index("prüft"))]
    assert "EU" in words
    assert "Kunden" not in words


def test_the_first_filled_role_counts() -> None:
    assert heads_of({"gen": [], "von": [3], "durch": [5]}, ("gen", "von", "durch")) == [3]
    assert heads_of({}, ("gen",)) == []
