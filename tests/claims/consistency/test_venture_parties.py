"""Ventures without a name are told of their parties alone."""

from __future__ import annotations

from kg.claims.claim import Claim, Evidence, Party
from kg.claims.consistency.venture_parties import with_parties_together

_EVIDENCE = Evidence(0, 20, "x" * 20, 0, 1)


def _taking_part(name: str, venture: str) -> Claim:
    party, whole = Party(name, "Company"), Party(venture, "JointVenture")
    return Claim(
        article="a", subject=party, predicate="participatesIn", object=whole, value=None, qualifiers={},
        status="actual", attributed_to=(), confidence=0.9, evidence=_EVIDENCE, method="run-a-venture",
    )  # fmt: skip


def test_two_who_take_part_in_a_venture_without_name_hold_it_together() -> None:
    told = [_taking_part("Foton", "Gemeinschaftsfirma"), _taking_part("Daimler", "Gemeinschaftsfirma")]
    (held,) = with_parties_together(told)
    assert (held.predicate, *held.names) == ("hasJointVentureWith", "Foton", "Daimler")


def test_a_venture_with_a_name_stays() -> None:
    told = [_taking_part("Bosch", "ESMC"), _taking_part("NXP", "ESMC")]
    assert list(with_parties_together(told)) == told
