"""What is known of two entities makes a claim likelier or less likely."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party
from kg.claims.learned.background import Background, BackgroundError, read_facts, shipped_background
from kg.claims.learned.calibration import calibration
from kg.claims.reader import ClaimReader
from kg.language.gazetteer import shipped_authority
from kg.resources import ontology_folder


def claim(subject: str, predicate: str, other: str) -> Claim:
    return Claim(
        article="a",
        subject=Party(subject, "Company", key=subject),
        predicate=predicate,
        object=Party(other, "Company", key=other),
        value=None,
        status="actual",
        evidence=Evidence(0, 1, "x"),
        method="learned",
    )


STANCES = [
    ("siemens", "locatedIn", "muenchen", 1),
    ("siemens", "locatedIn", "germany", 1),
    ("siemens", "locatedIn", "china", -1),
    ("siemens", "locatedIn", "berlin", 0),
    ("audi", "subsidiaryOf", "volkswagen", 1),
    ("audi", "subsidiaryOf", "bmw", -1),
    ("volkswagen", "ownsStakeIn", "traton", 1),
    ("siemens", "sues", "bmw", 0),
    ("nobody-knows-it", "locatedIn", "muenchen", 0),
]


@pytest.mark.parametrize(("subject", "predicate", "other", "stance"), STANCES)
def test_what_the_authority_file_says(subject: str, predicate: str, other: str, stance: int) -> None:
    assert shipped_background(shipped_authority()).stance(claim(subject, predicate, other)) == stance


def test_what_the_tables_say(tmp_path: Path) -> None:
    (tmp_path / "rivals.tsv").write_text("subject\tpredicate\tobject\nbmw\tcompetesWith\taudi\n", encoding="utf-8")
    authority = shipped_authority()
    background = Background(authority, frozenset(read_facts(tmp_path, authority)))
    assert background.stance(claim("bmw", "competesWith", "audi")) == 1
    assert background.stance(claim("audi", "competesWith", "bmw")) == 1
    assert background.stance(claim("bmw", "sues", "audi")) == 0


def test_a_table_with_an_unknown_id_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("subject\tpredicate\tobject\nno-such-id\tsues\taudi\n", encoding="utf-8")
    with pytest.raises(BackgroundError, match=r"x\.tsv:2: 'no-such-id' is no id"):
        list(read_facts(tmp_path, shipped_authority()))


def test_a_table_without_its_columns_says_which(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("from\tto\nbmw\taudi\n", encoding="utf-8")
    with pytest.raises(BackgroundError, match=r"x\.tsv:1: the header needs the columns subject, predicate, object"):
        list(read_facts(tmp_path, shipped_authority()))


def test_the_order_of_columns_is_free(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("object\tnote\tpredicate\tsubject\naudi\t\tsues\tbmw\n", encoding="utf-8")
    assert list(read_facts(tmp_path, shipped_authority())) == [("bmw", "sues", "audi")]


@pytest.mark.parametrize(
    ("person", "predicate", "house"),
    [("a-g-lafley", "departsFrom", "procter-und-gamble"), ("bill-gates", "founded", "microsoft")],
)
def test_posts_tell_who_left_and_who_founded(person: str, predicate: str, house: str) -> None:
    assert Background(shipped_authority()).stance(claim(person, predicate, house)) == 1


def test_the_shipped_tables_hold_predicates_of_the_vocabulary(reader: ClaimReader) -> None:
    facts = list(read_facts(ontology_folder() / "background", shipped_authority()))
    assert {predicate for _, predicate, _ in facts} <= set(reader.lexicon.signatures)


@pytest.mark.parametrize("method", ["learned", "merge"])
def test_known_claims_are_surer_than_others_and_those_than_contradicted_ones(method: str) -> None:
    table, one = calibration(), replace(claim("audi", "subsidiaryOf", "volkswagen"), method=method)
    assert table.of(one, 0.3, 1) > table.of(one, 0.3, 0) > table.of(one, 0.3, -1)


def test_nothing_is_claimed_that_the_text_does_not_suggest(reader: ClaimReader) -> None:
    text = "Audi und Volkswagen haben am Mittwoch ihre Zahlen vorgelegt. In Stuttgart schien die Sonne."
    told = reader.read(Article("a", text)).claims
    assert not [c for c in told if c.predicate == "subsidiaryOf"]
