"""A unit without a name of its own has an owner only where it changes hands."""

from __future__ import annotations

import pytest

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.consistency.idle_units import without_idle_units


def claim(subject: str, predicate: str, other: str) -> Claim:
    evidence = Evidence(0, 1, "x")
    return Claim(
        "a", Party(subject, "Company"), predicate, Party(other, "Company"), None, "actual", evidence, "test", 0.9
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([("Pharmasparte", "subsidiaryOf", "Bayer")], []),
        ([("Sensorgeschäft", "subsidiaryOf", "ams Osram"), ("Infineon", "acquires", "Sensorgeschäft")], [0, 1]),
        ([("Agrarsparte", "subsidiaryOf", "BASF"), ("Agrarsparte", "listedOn", "Frankfurter Börse")], [0, 1]),
        # who leads it makes no company of it
        ([("Richard Yu", "worksFor", "Verbrauchersparte"), ("Verbrauchersparte", "subsidiaryOf", "Huawei")], [0]),
        # a name stands for itself
        ([("Siemens Mobility", "subsidiaryOf", "Siemens")], [0]),
    ],
)
def test_what_changes_hands_has_an_owner(told: list[tuple[str, str, str]], kept: list[int]) -> None:
    claims = [claim(*one) for one in told]
    assert list(without_idle_units(claims)) == [claims[i] for i in kept]
