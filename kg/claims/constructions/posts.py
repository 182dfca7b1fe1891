"""Posts whose holder stands apart by word order: "der Chef der Gewerkschaft UFO, Nicoley Baublies", "RYU CEO Leone"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.claims.positions import is_post
from kg.language.spans import Mention

_EMPLOYERS = ("Organization",)
#: tokens from the post to the name of its holder, at most
_REACH = 14
#: how adjectives before a post of the past begin: "der ehemalige Chef des Konzerns Sto, Rainer Hüttenberger"
_FORMER = ("ehemalig", "frühere", "einstig", "vormalig")
_INSIDE = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "X", "CCONJ", "NUM")


def posts(tools: Tools) -> Iterator[Claim]:
    """Yield who holds a post where the name follows behind a comma, or the employer stands unlinked in front."""
    for post in range(len(tools.document.syntax)):
        if tools.document.at.get(post) or not is_post(post, tools):
            continue
        found = _closing(post, tools) or _enclosed(post, tools)
        if found is None:
            continue
        employer, holder = found
        position = {"position": tools.document.syntax.words[post]}
        is_former = tools.document.syntax.lower[max(post - 1, 0)].startswith(_FORMER)
        predicate, method = ("departsFrom", "former-post") if is_former else ("worksFor", "post-apart")
        for filler in tools.phrases.fillers([holder.first], ("Person",)):
            yield tools.claim(
                predicate, filler.mention, post, method,
                object=employer, qualifiers=dict(position), confidence=0.9, attributed=False,
            )  # fmt: skip


def _closing(post: int, tools: Tools) -> tuple[Mention, Mention] | None:
    """Read "der Vorsitzende der Geschäftsführung von DB International, Niko Warbanoff": employer, comma, name."""
    s = tools.document.syntax
    employer: Mention | None = None
    for i in range(post + 1, min(s.sentence_end(post), post + _REACH)):
        if s.words[i] == ",":
            holder = _starting(i + 1, ("Person",), tools)
            return (employer, holder) if employer and holder else None
        if s.pos[i] not in _INSIDE and not tools.document.at.get(i):
            return None
        if _starting(i, ("Person",), tools):
            return None
        employer = _starting(i, _EMPLOYERS, tools) or employer
    return None


def _enclosed(post: int, tools: Tools) -> tuple[Mention, Mention] | None:
    """Read "Thyssenkrupp Chef Heinrich Hiesinger": the employer right before the post, the name right behind it."""
    holder = _starting(post + 1, ("Person",), tools)
    if holder is None or "-" in tools.document.syntax.words[post]:
        return None
    for mention in tools.document.at.get(post - 1, ()):
        if mention.kind == "name" and mention.last == post and is_a(mention.type, _EMPLOYERS):
            return mention, holder
    return None


def _starting(i: int, classes: tuple[str, ...], tools: Tools) -> Mention | None:
    """Return the name of a class that begins at a token."""
    for mention in tools.document.at.get(i, ()):
        if mention.first == i and mention.kind == "name" and is_a(mention.type, classes):
            return mention
    return None
