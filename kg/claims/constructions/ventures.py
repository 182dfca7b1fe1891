"""Joint ventures told by their parties: "das Joint Venture zwischen Shinsegae und Alibaba"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.language.spans import Mention

_PARTIES = ("Company", "GovernmentBody", "Organization")


def ventures(tools: Tools) -> Iterator[Claim]:
    """Yield the parties of each described venture, as participants and as partners in it."""
    for venture in tools.document.mentions:
        if venture.type != "JointVenture":
            continue
        parties = _parties(venture, tools)
        for party in parties:
            yield tools.claim("participatesIn", party, venture.first, "venture-party", object=venture)
        for one, other in combinations(parties, 2):
            yield tools.claim("hasJointVentureWith", one, venture.first, "venture-parties", object=other)


def _parties(venture: Mention, tools: Tools) -> list[Mention]:
    """Return the organisations inside the description, each once."""
    inside: dict[int, Mention] = {}
    for mention in tools.document.mentions:
        within = venture.first + 1 < mention.first and mention.end <= venture.end
        if within and mention.referent != venture.referent and is_a(mention.type, _PARTIES):
            inside.setdefault(mention.referent, mention)
    return list(inside.values())
