import pytest

from training.conllu import Contraction, Sentence
from training.scheme import normalise
from training.treebank import merge_contractions, retokenise

from .trees import tree


def relations(sentence: Sentence) -> dict[str, tuple[str, str]]:
    """Each word with its relation and the form of its head."""
    forms = ["root", *(t.form for t in sentence.tokens)]
    return {t.form: (t.deprel, forms[t.head]) for t in sentence.tokens}


def test_contraction_becomes_one_preposition():
    sentence = tree("""
        zu zu ADP _ 3 case
        dem der DET Case=Dat|Definite=Def 3 det
        Kurs Kurs NOUN Case=Dat 0 root
    """)
    sentence.contractions = [Contraction(1, 2, "zum", True)]
    merge_contractions(sentence)
    first, noun = sentence.tokens
    assert (first.form, first.lemma, first.upos, first.deprel, first.head) == ("zum", "zu", "ADP", "case", 2)
    assert first.feats["Case"] == "Dat"
    assert noun.head == 0


def test_hyphens_are_closed_as_the_tokenizer_does():
    sentence = tree("""
        US US PROPN _ 3 compound
        +- - PUNCT _ 3 punct
        +Regierung Regierung NOUN Case=Nom 4 nsubj
        plant planen VERB _ 0 root
    """)
    merged = retokenise(sentence, ["US-Regierung", "plant"])
    assert merged is not None
    assert (merged.tokens[0].lemma, merged.tokens[0].upos) == ("US-Regierung", "NOUN")
    assert relations(merged)["US-Regierung"] == ("nsubj", "plant")


def test_a_word_across_two_words_is_refused():
    assert retokenise(tree("Aktie. Aktie NOUN _ 0 root"), ["Aktie", "."]) is None


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        ("Herr Herr NOUN _ 2 compound\nOpitz Opitz PROPN _ 0 root", "Opitz", ("appos", "Herr")),
        ("Wall Wall PROPN _ 2 compound\nStreet Street PROPN _ 0 root", "Street", ("flat", "Wall")),
        (
            "sie sie PRON _ 3 nsubj\nwird werden AUX Mood=Ind 3 aux:pass\nverkauft verkaufen VERB _ 0 root",
            "sie",
            ("nsubj:pass", "verkauft"),
        ),
        (
            "Es es PRON _ 2 nsubj\ngibt geben VERB Mood=Ind 0 root\nZweifel Zweifel NOUN _ 2 obj",
            "Es",
            ("expl", "gibt"),
        ),
        (
            "Milliarden Milliarde NOUN _ 2 nmod\nEuro Euro NOUN _ 0 root",
            "Milliarden",
            ("nummod", "Euro"),
        ),
    ],
)
def test_relations_of_the_treebanks_become_ours(rows, word, expected):
    assert relations(normalise(tree(rows)))[word] == expected
