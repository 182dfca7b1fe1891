"""Generated sentences keep the annotation scheme, whatever the seed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.conllu import format_sentence
from training.grammar import sentences
from training.grammar.inflection import adjective, article, read_noun, read_verb
from training.grammar.lexicon import data, entries, frames, nouns, verb
from training.grammar.verbs import Manner, group
from training.tokenizer import blank_german
from training.validate import errors


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_every_sentence_is_a_sound_tree(seed):
    for made in sentences(random.Random(seed), 3):
        assert errors(made) == []


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 2**32))
def test_one_seed_gives_the_same_sentences(seed):
    first, second = (list(map(format_sentence, sentences(random.Random(seed), 3))) for _ in range(2))
    assert first == second


def test_words_are_those_of_the_tokenizer():
    nlp = blank_german()
    for made in sentences(random.Random(7), 60):
        assert [t.text for t in nlp(made.text)] == [t.form for t in made.tokens]


def test_kinds_of_dependents_all_occur():
    found = {t.deprel for made in sentences(random.Random(3), 200) for t in made.tokens}
    clauses = {"acl:relcl", "acl", "ccomp", "xcomp", "advcl", "parataxis", "conj"}
    arguments = {"nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "obl:agent", "appos", "amod", "cop", "compound:prt"}
    assert clauses | arguments <= found


@pytest.mark.parametrize(
    ("entry", "case", "number", "form"),
    [
        ("Konkurrent m w en", "Nom", "Sing", "Konkurrent"),
        ("Konkurrent m w en", "Gen", "Sing", "Konkurrenten"),
        ("Vorstand m s Vorstände", "Dat", "Plur", "Vorständen"),
        ("Werk n s e", "Gen", "Sing", "Werks"),
        ("Hersteller m s =", "Dat", "Plur", "Herstellern"),
        ("Firma f - Firmen", "Dat", "Plur", "Firmen"),
        ("Ergebnis n ses se", "Gen", "Sing", "Ergebnisses"),
    ],
)
def test_nouns(entry, case, number, form):
    assert read_noun(entry).form(case, number) == form


@pytest.mark.parametrize(
    ("determiner", "stem", "kind", "case", "gender", "number", "phrase"),
    [
        ("der", "neu", "weak", "Dat", "Fem", "Sing", "der neuen"),
        ("ein", "neu", "mixed", "Nom", "Masc", "Sing", "ein neuer"),
        ("kein", "neu", "mixed", "Acc", "Neut", "Plur", "keine neuen"),
        ("sein", "alt", "mixed", "Gen", "Masc", "Sing", "seines alten"),
        ("dieser", "alt", "weak", "Gen", "Neut", "Sing", "dieses alten"),
    ],
)
def test_determiners_and_adjectives(determiner, stem, kind, case, gender, number, phrase):
    first, second = article(determiner, case, gender, number), adjective(stem, kind, case, gender, number)
    assert f"{first} {second}" == phrase


@pytest.mark.parametrize(
    ("entry", "manner", "number", "main", "final"),
    [
        ("ab|stoßen", Manner("present"), "Sing", "stößt … ab", "abstößt"),
        ("ab|stoßen", Manner("perfect"), "Plur", "haben … abgestoßen", "abgestoßen haben"),
        ("ver.kaufen", Manner("preterite", passive="event"), "Plur", "wurden … verkauft", "verkauft wurden"),
        ("ver.kaufen", Manner("perfect", passive="event"), "Sing", "ist … verkauft worden", "verkauft worden ist"),
        ("ver.kaufen", Manner("present", "sollen", "event"), "Sing", "soll … verkauft werden", "verkauft werden soll"),
        ("ver.kaufen", Manner("preterite", reported=True), "Sing", "habe … verkauft", "verkauft habe"),
        ("fallen", Manner("pluperfect"), "Sing", "war … gefallen", "gefallen war"),
        ("fallen", Manner("present", reported=True), "Plur", "würden … fallen", "fallen würden"),
    ],
)
def test_verb_groups(entry, manner, number, main, final):
    first, last = group(verb(entry), manner, number, final=False), group(verb(entry), manner, number, final=True)
    assert f"{first.finite.form} … {' '.join(w.form for w in first.tail)}" == main
    assert " ".join(w.form for w in last.final) == final


def test_a_prefix_keeps_ge_out():
    parts = {"nehmen": "nimmt nahm genommen"}
    assert read_verb("über.nehmen", parts).participle == "übernommen"
    assert read_verb("zurück|nehmen", parts).participle == "zurückgenommen"


def test_frames_name_known_classes():
    made = {"money", "percent", "percent_an", "stake_an", "jobs", "place", "country", "post"}
    for frame in frames():
        complements = [c for complement in frame.complements for c in complement.classes]
        assert {*frame.subject, *frame.object, *frame.dative, *complements} <= made | set(data("nouns"))


def test_the_lists_are_large():
    assert len({frame.verb.lemma for frame in frames()}) >= 250
    assert sum(len(nouns(kind)) for kind in data("nouns")) >= 400
    assert sum(len(entries("adjectives", kind)) for kind in data("adjectives")) >= 100
