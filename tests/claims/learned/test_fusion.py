"""From what frame and model say to one probability."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.learned.calibration import Calibration, calibration, odds
from kg.claims.learned.fusion import one_way
from kg.claims.learned.sighted import key_of

TABLE = Calibration(
    threshold=0.5,
    source_threshold=0.5,
    framed=(-1.0, 1.0, 1.0),
    unseen=(-1.0, 2.0),
    learned=(0.0, 1.0),
    predicates={"sues": 1.0},
)
PROBABILITY = st.floats(0.0, 1.0)


def claim(predicate: str = "acquires", method: str = "acquire", subject: str = "Intel", other: str = "SAP") -> Claim:
    return Claim(
        article="a",
        subject=Party(subject, "Company"),
        predicate=predicate,
        object=Party(other, "Company"),
        value=None,
        status="actual",
        evidence=Evidence(0, 1, "x"),
        method=method,
        confidence=0.9,
    )


@given(PROBABILITY, PROBABILITY)
def test_confidence_grows_with_the_models_probability(one: float, other: float) -> None:
    low, high = sorted((one, other))
    for method in ("acquire", "learned"):
        assert TABLE.of(claim(method=method), low) <= TABLE.of(claim(method=method), high)


@given(st.none() | PROBABILITY)
def test_confidence_is_a_probability(probability: float | None) -> None:
    assert 0.0 < TABLE.of(claim(), probability) < 1.0


def test_a_predicate_can_be_surer_than_others() -> None:
    assert TABLE.of(claim("sues"), 0.4) > TABLE.of(claim("acquires"), 0.4)


@given(PROBABILITY)
def test_log_odds_are_bounded(probability: float) -> None:
    assert -7.0 < odds(probability) < 7.0


@pytest.mark.parametrize(("predicate", "same"), [("partnersWith", True), ("competesWith", True), ("acquires", False)])
def test_only_symmetric_claims_are_the_same_both_ways(predicate: str, same: bool) -> None:
    there, back = claim(predicate), claim(predicate, subject="SAP", other="Intel")
    assert (key_of(there) == key_of(back)) is same


def test_the_shipped_calibration_is_sound() -> None:
    table = calibration()
    assert 0.1 < table.threshold < 0.9
    assert table.learned[1] > 0 and table.framed[2] > 0


def test_of_two_directions_in_a_sentence_the_surer_stays() -> None:
    there, back = claim(), replace(claim(subject="SAP", other="Intel"), confidence=0.4)
    assert list(one_way([there, back])) == [there]


def test_both_directions_stay_in_different_sentences_and_for_symmetric_predicates() -> None:
    elsewhere = replace(claim(subject="SAP", other="Intel"), confidence=0.4, evidence=Evidence(5, 6, "y"))
    assert len(list(one_way([claim(), elsewhere]))) == 2
    partners = [claim("partnersWith"), replace(claim("partnersWith", subject="SAP", other="Intel"), confidence=0.4)]
    assert len(list(one_way(partners))) == 2
