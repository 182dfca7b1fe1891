"""Of two readings of one pair in one sentence the surer stands."""

from __future__ import annotations

import pytest

from kg.claims.claim import Claim, Evidence, Party, Status
from kg.claims.consistency.second_readings import without_second_readings

#: subject, predicate, object, confidence, where the sentence begins
Read = tuple[str, str, str, float, int]


def claim(subject: str, predicate: str, other: str, confidence: float, start: int, status: Status = "actual") -> Claim:
    evidence = Evidence(start, start + 1, "x")
    return Claim(
        "a", Party(subject, "Company"), predicate, Party(other, "Company"), None, status, evidence, "test", confidence
    )


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        ([("Steve Jobs", "founded", "Apple", 0.9, 0), ("Steve Jobs", "worksFor", "Apple", 0.7, 0)], ["founded"]),
        # the surer one stands, whichever it is
        (
            [("Steve Jobs", "founded", "Apple", 0.5, 0), ("Steve Jobs", "worksFor", "Apple", 0.7, 0)],
            ["founded", "worksFor"],
        ),
        # in either direction
        ([("Intel", "suppliesTo", "Dell", 0.8, 0), ("Dell", "partnersWith", "Intel", 0.7, 0)], ["suppliesTo"]),
        # two sentences may tell both
        (
            [("Intel", "suppliesTo", "Dell", 0.8, 0), ("Dell", "partnersWith", "Intel", 0.7, 90)],
            ["suppliesTo", "partnersWith"],
        ),
        # two pairs have nothing to do with each other
        (
            [("Intel", "suppliesTo", "Dell", 0.8, 0), ("HP", "partnersWith", "Intel", 0.7, 0)],
            ["suppliesTo", "partnersWith"],
        ),
        # some rivals stand if they are sure enough
        (
            [("Tim Höttges", "departsFrom", "Telekom", 0.9, 0), ("Tim Höttges", "worksFor", "Telekom", 0.8, 0)],
            ["departsFrom", "worksFor"],
        ),
        (
            [("Tim Höttges", "departsFrom", "Telekom", 0.9, 0), ("Tim Höttges", "worksFor", "Telekom", 0.5, 0)],
            ["departsFrom"],
        ),
        # the seller of a company is no supplier of its buyer
        ([("Nokia", "sells", "Here", 0.9, 0), ("Nokia", "suppliesTo", "Audi", 0.8, 0)], ["sells"]),
        # relations that go together
        ([("BASF", "sues", "Bayer", 0.9, 0), ("BASF", "competesWith", "Bayer", 0.4, 0)], ["sues", "competesWith"]),
    ],
)
def test_the_surer_reading_stands(read: list[Read], kept: list[str]) -> None:
    assert [c.predicate for c in without_second_readings(claim(*one) for one in read)] == kept


def test_what_is_denied_stands_beside_what_is_told() -> None:
    left = claim("Martin Winterkorn", "departsFrom", "Volkswagen", 0.9, 0)
    former = claim("Martin Winterkorn", "worksFor", "Volkswagen", 0.5, 0, "negated")
    assert list(without_second_readings([left, former])) == [left, former]
