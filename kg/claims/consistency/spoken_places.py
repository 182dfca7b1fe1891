"""Places where somebody spoke are no seats: "Das bestätigte ein Sprecher des Konzerns am Dienstag in Wolfsburg"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD

_SPEAKS = (
    "sagte", "sagten", "erklärte", "erklärten", "bestätigte", "bestätigten", "teilte", "teilten", "betonte",
    "versicherte", "kündigte an", "berichtete", "hieß es", "verlautete", "räumte ein",
)  # fmt: skip
#: what may stand between a verb of saying and the place: who says it, when
_SPEAKING = re.compile(r"\b(?:" + "|".join(_SPEAKS) + r")\b[^,;:.]{0,90}\bin$")


def without_spoken_places(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but seats that the network alone takes from where something was said."""
    for claim in claims:
        if not (claim.predicate == "locatedIn" and claim.method == METHOD and _is_spoken(claim)):
            yield claim


def _is_spoken(claim: Claim) -> bool:
    """Tell whether "in" and a place follow a verb of saying in its clause."""
    if claim.object is None or claim.subject.type == "Place":
        return False
    before = claim.evidence.text[: max(claim.object.start - claim.evidence.start, 0)].rstrip()
    return _SPEAKING.search(before) is not None
