"""Verbs that the model takes for adjectives, and what the end of a line or of a dateline does to the tree."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        (
            "Die FAA hat die Produktion der Boeing 737 Max auf 38 Flugzeuge im Monat begrenzt.",
            "begrenzt",
            "VERB",
            "begrenzen",
        ),
        ("Der Konzern ist bekannt.", "bekannt", "ADJ", "bekannt"),
        ("Der Konzern wächst deutlich.", "deutlich", "ADJ", "deutlich"),
    ],
)
def test_a_participle_under_an_auxiliary_is_a_verb(
    pipeline: Pipeline, text: str, word: str, pos: str, lemma: str
) -> None:
    s = pipeline.annotate(text).syntax
    i = s.words.index(word)
    assert (s.pos[i], s.lemmas[i]) == (pos, lemma)


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Umwelthilfe wirft dm Verbrauchertäuschung vor", "vorwerfen"),
        ("Ryanair greift Bundesregierung wegen Luftverkehrsteuer an", "angreifen"),
        ("EU-Kommission wirft Meta Verstoß gegen DSA vor", "vorwerfen"),
    ],
)
@pytest.mark.parametrize("behind", ["", "\n\nDer Verband sitzt in Berlin.", "\n  \nNach Ansicht der EU ist das so.\n"])
def test_a_particle_at_the_end_of_a_line_belongs_to_its_verb(
    pipeline: Pipeline, headline: str, verb: str, behind: str
) -> None:
    assert verb in pipeline.annotate(headline + behind).syntax.lemmas


def test_a_line_break_begins_no_sentence(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("SAP wächst.\n\nBMW auch.\n")
    assert [sentence.text.strip() for sentence in doc.sents] == ["SAP wächst.", "BMW auch."]


@pytest.mark.parametrize(
    "dateline",
    ["HANGZHOU (nfd) - ", "MÜNCHEN (dpa-AFX) - ", "San Francisco, 18. Sep (Reuters) - ", "bg New York - "],
)
def test_a_dateline_takes_no_part_in_the_sentence_behind_it(pipeline: Pipeline, dateline: str) -> None:
    s = pipeline.annotate(f"{dateline}Alibaba und Honor arbeiten künftig bei Chips zusammen.").syntax
    verb = s.words.index("arbeiten")
    assert s.words[s.sentence(verb)[0]] == "Alibaba"
    assert [s.words[i] for i, head in enumerate(s.heads) if head == verb and s.deps[i] == "nsubj"] == ["Alibaba"]


def test_whom_a_paper_accuses_is_no_apposition_to_it(pipeline: Pipeline) -> None:
    text = "Am Montag beschuldigt das Dokument Alibaba, der Armee Zugang zu Nutzerdaten verschafft zu haben."
    s = pipeline.annotate(text).syntax
    assert s.deps[s.words.index("Alibaba")] == "obj"
    assert s.words[s.heads[s.words.index("Alibaba")]] == "beschuldigt"


def test_a_company_that_accuses_keeps_its_apposition(pipeline: Pipeline) -> None:
    s = pipeline.annotate("Am Montag beschuldigt der Konzern Alibaba die Behörde, Daten verlangt zu haben.").syntax
    assert s.deps[s.words.index("Alibaba")] != "obj"


@pytest.mark.parametrize(
    ("text", "word", "relation", "head"),
    [
        ("Das Bundeskartellamt wirft dem Konzern Missbrauch vor.", "Missbrauch", "obj", "wirft"),
        ("Auf der Messe griff Müller die EU-Kommission an.", "EU-Kommission", "obj", "griff"),
    ],
)
def test_what_is_thrown_at_somebody_is_an_object(
    pipeline: Pipeline, text: str, word: str, relation: str, head: str
) -> None:
    syntax = pipeline.annotate(text).syntax
    i = syntax.words.index(word)
    assert (syntax.deps[i], syntax.words[syntax.heads[i]]) == (relation, head)
