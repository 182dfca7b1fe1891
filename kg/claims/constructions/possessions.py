"""What belongs to whom by a genitive: "Alibabas Qwen", "Qwen von Alibaba" (develops), "Alibabas Messe" (hosts)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.language.spans import Mention

#: class of the thing → what its owner does
_PREDICATES = {"Product": "develops", "Event": "hosts"}
_OWNERS = ("Company", "Organization", "JointVenture")
_KINDS = ("name", "compound")


def possessions(tools: Tools) -> Iterator[Claim]:
    """Yield makers of products and hosts of events that stand as genitive or possessive before the name."""
    for thing in tools.document.mentions:
        predicate = _PREDICATES.get(thing.type)
        if predicate is None or thing.kind not in _KINDS:
            continue
        owner = _owner(thing, tools) or (_maker_behind(thing, tools) if predicate == "develops" else None)
        if owner is not None and owner.referent != thing.referent:
            yield tools.claim(predicate, owner, thing.first, "possession", object=thing, confidence=0.9)


def _maker_behind(thing: Mention, tools: Tools) -> Mention | None:
    """Return the company right behind a product and "von", where nothing is bought of it: "Leqembi von Eisai"."""
    s = tools.document.syntax
    if thing.kind != "name" or thing.type == "Topic" or thing.last + 1 >= len(s) or s.lower[thing.last] != "von":
        return None
    behind = (m for m in tools.document.at.get(thing.last + 1, ()) if m.first == thing.last + 1)
    hangs = s.heads[thing.last + 1] in range(thing.first, thing.last)
    return next((m for m in behind if hangs and m.kind == "name" and is_a(m.type, ("Company",))), None)


def _owner(thing: Mention, tools: Tools) -> Mention | None:
    """Return the genitive name or possessive pronoun in front, adjectives in between allowed."""
    s = tools.document.syntax
    i = thing.first - 1
    while i >= 0 and (s.pos[i] in ("ADJ", "ADV", "NUM") or s.words[i] in "\"„“»«'") and not tools.document.at.get(i):
        i -= 1
    for mention in tools.document.at.get(i, ()):
        owns = (mention.kind == "name" and mention.is_genitive) or mention.kind == "pronoun"
        if is_a(mention.type, _OWNERS) and mention.last == i + 1 and owns:
            return mention
    return None
