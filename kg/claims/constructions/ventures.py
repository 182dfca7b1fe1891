"""Joint ventures told by their parties: "das Joint Venture zwischen Shinsegae und Alibaba"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.language.spans import Mention

_NAMED = ("Company", "JointVenture")
_PARTIES = ("Company", "GovernmentBody", "Organization")


def ventures(tools: Tools) -> Iterator[Claim]:
    """Yield the parties of each described venture, as participants and as partners in it."""
    for venture in tools.document.mentions:
        if venture.type != "JointVenture":
            continue
        parties = _parties(venture, tools)
        named = _named(venture, tools)
        for party in parties:
            if party.referent != named.referent:
                yield tools.claim("participatesIn", party, venture.first, "venture-party", object=named)
        for one, other in combinations(parties, 2):
            yield tools.claim("hasJointVentureWith", one, venture.first, "venture-parties", object=other)


def _named(venture: Mention, tools: Tools) -> Mention:
    """Return the name beside a description, or the description itself: "Froneri, das Joint Venture von …"."""
    s = tools.document.syntax
    behind = tools.phrases.adjacent_name(venture.first, _NAMED)
    if behind is not None and behind.referent != venture.referent:
        return behind
    i = venture.first - 1
    while i > 0 and s.pos[i] in ("DET", "ADJ", "VERB", "ADP", "PROPN") and venture.first - i < 5:
        i -= 1
    before = tools.phrases.covering(i - 1, _NAMED) if i > 0 and s.words[i] == "," else None
    return before or venture


def _parties(venture: Mention, tools: Tools) -> list[Mention]:
    """Return the organisations inside the description, each once."""
    inside: dict[int, Mention] = {}
    for mention in tools.document.mentions:
        within = venture.first + 1 < mention.first and mention.end <= venture.end
        of_next = mention.kind == "compound" and tools.phrases.adjacent_name(mention.first, _NAMED) is not None
        if within and not of_next and mention.referent != venture.referent and is_a(mention.type, _PARTIES):
            inside.setdefault(mention.referent, mention)
    return list(inside.values())
