"""What befalls a joint venture befalls it, not each of its parties.

"Die KFTC beschränkt das Joint Venture von Shinsegae und Alibaba": both names lie within that of the joint venture, and
only who takes part in it is told of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party
from kg.language.spans import Mention

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: told of the parties within the name of their venture
_OF_PARTIES = frozenset(
    {"participatesIn", "hasJointVentureWith", "ownsStakeIn", "partnersWith", "locatedIn", "mergesWith"}
)


def with_whole_ventures(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims with the joint venture in place of a party that is named within its name."""
    ventures = [m for m in tools.document.mentions if m.type == "JointVenture" and m.kind == "name"]
    for claim in claims:
        if not ventures or claim.object is None or claim.predicate in _OF_PARTIES:
            yield claim
            continue
        subject = _whole(claim.subject, ventures, tools)
        other = _whole(claim.object, ventures, tools)
        if subject.name != other.name:
            yield replace(claim, subject=subject, object=other)


def _whole(party: Party, ventures: Sequence[Mention], tools: Tools) -> Party:
    """Return the venture that a party is named within, or the party itself."""
    if party.start is None or party.end is None:
        return party
    for venture in ventures:
        if venture.start < party.start and party.end <= venture.end and party.type != "JointVenture":
            return tools.party(venture)
    return party
