import pytest

from training import patch, validate
from training.agreement import compare, name_spans
from training.raw import read_raw, unmark

from .trees import downgrade


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("t-001.01 5 Infineon rel=nsubj", "deprel", "nsubj"),
        ("t-001.01 5 head=6 lemma=infineon", "head", 6),
        ("t-001.01 5 pos=NOUN", "upos", "NOUN"),
        ("t-001.01 5 feats=Dat.Plur", "feats", {"Case": "Dat", "Number": "Plur"}),
        ("t-001.01 5 feats=Case=Gen|Number=Sing", "feats", {"Case": "Gen", "Number": "Sing"}),
        ("t-001.01 5 feats=-Case", "feats", {}),
        ("t-001.01 5 ent=B-Product", "misc", {"Entity": "B-Product"}),
        ("t-001.01 5 ent=B-Company+", "misc", {"Entity": "B-Company", "Compound": "Yes"}),
        ("t-001.01 5 ent=O", "misc", {}),
    ],
)
def test_patch_changes_one_thing(line, key, value):
    sentence = downgrade()
    patch.apply(sentence, patch.read_fix(line))
    assert getattr(sentence.tokens[4], key) == value


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("t-001.01 9 head=1", "tokens 1 to 7"),
        ("t-001.01 5 Siemens head=1", "token 5 is 'Infineon'"),
        ("t-001.01 5 quark=1", "keys are"),
        ("t-001.01 5 feats=Dativ", "no such feature value: Dativ"),
        ("t-001.01 head=1", "write SENTENCE TOKEN"),
        ("t-001.01 5 head=four", "head is the number"),
    ],
)
def test_patch_says_what_is_wrong(line, complaint):
    with pytest.raises(ValueError, match=complaint):
        patch.apply(downgrade(), patch.read_fix(line))


def test_a_sound_tree_has_no_errors():
    assert validate.errors(downgrade()) == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("t 4 head=5 rel=ccomp", "circle"),
        ("t 5 head=0", "2 roots"),
        ("t 5 head=40", "no token"),
        ("t 5 rel=object", "no such relation"),
        ("t 5 pos=NE", "no such part of speech"),
        ("t 3 ent=I-Person", "does not continue"),
    ],
)
def test_an_unsound_tree_is_named(line, complaint):
    sentence = downgrade()
    patch.apply(sentence, patch.read_fix(line))
    assert any(complaint in error for error in validate.errors(sentence))


def test_agreement_counts_heads_relations_and_names():
    other = downgrade()
    other.tokens[4].deprel = "nsubj"
    other.tokens[4].misc["Entity"] = "B-Product"
    result = compare([downgrade()], [other])
    assert result.uas == 1.0
    assert result.las == pytest.approx(5 / 6)
    assert result.names == pytest.approx(0.5)
    assert name_spans(other.tokens) == [(1, 3, "Company"), (4, 5, "Product")]


def test_marks_are_taken_out_of_a_raw_line():
    text, names = unmark("[Alibabas|Company] Umsatz, sagt [VW-Chef|Company+] [Oliver Blume|Person].")
    assert text == "Alibabas Umsatz, sagt VW-Chef Oliver Blume."
    assert [(text[n.start : n.end], n.type, n.compound) for n in names] == [
        ("Alibabas", "Company", False),
        ("VW-Chef", "Company", True),
        ("Oliver Blume", "Person", False),
    ]


@pytest.mark.parametrize("line", ["[SAP|Firma] steigt", "[SAP|Company steigt"])
def test_faulty_marks_are_refused(line, tmp_path):
    (tmp_path / "x.txt").write_text(f"# agentur | a-001\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.txt:2"):
        list(read_raw(tmp_path / "x.txt"))
