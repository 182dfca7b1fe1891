"""Who takes part in a joint venture without a name: its parties hold it together.

"Mercedes und Foton betreiben eine Gemeinschaftsfirma" tells of the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim, Party
from kg.claims.consistency.one_bond import bond

#: what ventures are called that have no name
_NAMELESS = frozenset({"gemeinschaftsunternehmen", "gemeinschaftsfirma", "joint venture", "joint-venture", "venture"})


def with_parties_together(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims; two who are told to take part in a venture without a name hold one together.

    That somebody takes part in it is told by nothing else then, and of one alone it tells nothing.
    """
    known = list(claims)
    told = {bond(claim) for claim in known}
    parties: dict[int, Claim] = {}
    for claim in known:
        if claim.predicate != "participatesIn" or not _is_nameless(claim.object):
            yield claim
        else:
            first = parties.setdefault(claim.evidence.start, claim)
            held = replace(claim, subject=first.subject, predicate="hasJointVentureWith", object=claim.subject)
            if first is not claim and first.subject.name != claim.subject.name and bond(held) not in told:
                yield held


def _is_nameless(party: Party | None) -> bool:
    return party is not None and party.type == "JointVenture" and party.name.lower() in _NAMELESS
