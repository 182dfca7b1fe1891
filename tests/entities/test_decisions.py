"""The decisions file: read as people write it, never rewritten, replayed in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.decisions import COLUMNS, Decision, DecisionError, Decisions, append
from kg.entities.sssom import read_sssom, write_sssom

E = "https://example.org/"
HEADER = "\t".join(COLUMNS)


def decision(verdict: str, one: str = "a", other: str = "b", why: str = "", score: str = "") -> Decision:
    return Decision("2026-02-03T04:05:06Z", "ann", verdict, E + one, E + other, one, other, score, why)  # type: ignore[arg-type]


VERDICTS = st.sampled_from(("same", "different", "proposed", "undo"))
SCORES = st.sampled_from(("", "0.5"))
ANY = st.builds(decision, VERDICTS, st.sampled_from("abc"), st.sampled_from("def"), st.text(max_size=20), SCORES)


@given(rows=st.lists(ANY, max_size=8))
def test_what_is_written_is_read(rows: list[Decision], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("decisions") / "decisions.tsv"
    for row in rows:
        append(path, [row])
    try:
        found = Decisions.read(path).history
    except DecisionError as error:
        assert "contradict" in str(error)
        return
    assert [(d.verdict, d.pair, d.who, d.score) for d in found] == [(d.verdict, d.pair, d.who, d.score) for d in rows]
    assert [d.why for d in found] == [" ".join(d.why.split()) for d in rows]


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        ((), []),
        (("same",), ["same"]),
        (("same", "different"), ["different"]),
        (("same", "undo"), []),
        (("undo",), []),
        (("same", "undo", "same"), ["same"]),
        (("proposed",), ["proposed"]),
        (("proposed", "same"), ["same"]),
        (("different", "proposed"), ["different"]),
        (("proposed", "undo"), []),
    ],
)
def test_the_last_word_counts(verdicts: tuple[str, ...], standing: list[str]) -> None:
    decisions = Decisions(decision(verdict) for verdict in verdicts)
    assert [one.verdict for one in decisions.standing] == standing


def test_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text(
        "\ufeff# our rulings\r\n\r\nverdict\tother\tone\twho\tnote\r\n"
        f"same\t{E}b\t{E}a\tann\tsee register\r\n# no more\r\ndifferent\t{E}c\t{E}a\tbob",
        encoding="utf-8",
    )
    found = Decisions.read(path)
    assert (found.pairs("same"), found.pairs("different")) == ([(E + "a", E + "b")], [(E + "a", E + "c")])
    append(path, [decision("undo")])
    assert Decisions.read(path).pairs("different") == [(E + "a", E + "c")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("one\tother\n", "the first line must name the columns"),
        (f"{HEADER}\n2026\tann\tmaybe\t{E}a\t{E}b\n", ":2: needs two addresses"),
        (f"{HEADER}\n2026\tann\tsame\tSiemens\t{E}b\n", ":2: needs two addresses"),
        (f"verdict\tone\tother\nsame\t{E}a\t{E}b\nsame\t{E}b\t{E}c\ndifferent\t{E}a\t{E}c\n", "kg link undo"),
    ],
)
def test_a_broken_file_is_refused_with_the_line(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "decisions.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=problem):
        Decisions.read(path)


def test_a_missing_file_holds_no_decisions(tmp_path: Path) -> None:
    assert Decisions.read(tmp_path / "none.tsv").standing == ()


def test_only_addresses_are_written(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="is no address"):
        append(tmp_path / "d.tsv", [Decision("", "ann", "same", E + "a", 'https://x.example/"> <')])
    assert not (tmp_path / "d.tsv").exists()


# -- exchange ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("why", ["weil\n#curie_map: [", "weil\u2028#\x08", 'weil\r#"', "#weil"])
def test_no_reason_reads_as_the_header_of_the_table(why: str) -> None:
    (found,) = read_sssom(write_sssom([decision("same", why=why)]))
    assert (found.verdict, found.why) == ("same", " ".join(why.split()))


@given(rows=st.lists(ANY, max_size=8))
def test_decisions_survive_the_exchange(rows: list[Decision]) -> None:
    standing = Decisions(rows).standing
    found = read_sssom(write_sssom(standing))
    assert [(d.verdict, d.pair, d.who, d.when) for d in found] == [
        (d.verdict, d.pair, d.who, d.when[:10]) for d in standing
    ]


def test_a_table_of_others_is_read() -> None:
    table = (
        "#curie_map:\n#  ex: https://example.org/\n#  lei: https://lei.example/\n"
        "subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tauthor_id\n"
        "ex:a\tAlpha\tskos:exactMatch\t\tlei:1\tsemapv:ManualMappingCuration\t\torcid:0000\n"
        "ex:b\tBeta\tskos:exactMatch\tNot\tlei:2\tsemapv:ManualMappingCuration\t\t\n"
        "ex:c\tGamma\towl:sameAs\t\tlei:3\tsemapv:LexicalMatching\t0.8\t\n"
        "ex:d\tDelta\tskos:broadMatch\t\tlei:4\tsemapv:ManualMappingCuration\t\t\n"
    )
    found = [(d.verdict, d.one, d.other, d.who, d.score) for d in read_sssom(table, "ann")]
    assert found == [
        ("same", E + "a", "https://lei.example/1", "orcid:0000", ""),
        ("different", E + "b", "https://lei.example/2", "ann", ""),
        ("proposed", E + "c", "https://lei.example/3", "ann", "0.8"),
    ]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("a\tb\n1\t2\n", "no SSSOM table"),
        ("#x: [\nsubject_id\tpredicate_id\tobject_id\tmapping_justification\n", "no YAML"),
        ("subject_id\tpredicate_id\tobject_id\tmapping_justification\nzz:1\towl:sameAs\twd:Q1\tm\n", "curie_map"),
    ],
)
def test_a_broken_table_is_refused(table: str, problem: str) -> None:
    with pytest.raises(DecisionError, match=problem):
        read_sssom(table)
