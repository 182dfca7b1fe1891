"""How a sentence becomes claims: tokens, roles, mentions, the frames that fired and why others did not."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.claims.extractor import Extraction
from kg.claims.matching import Rejection


def explain(document: Document, extraction: Extraction) -> Iterator[str]:
    """Yield the lines of an explanation."""
    yield from _tokens(document)
    yield from _section("Names and references", _mentions(document))
    yield from _section("Amounts and times", _values(document))
    yield from _section("Claims", (f"  {describe(claim)}" for claim in extraction.claims))
    yield from _section("Claims too unsure to be made", (f"  {describe(claim)}" for claim in extraction.unsure))
    yield from _section("Frames that did not match", (f"  {_rejection(r, document)}" for r in extraction.rejections))


def describe(claim: Claim) -> str:
    """Return a claim in one line."""
    target = claim.object.name if claim.object else claim.value if claim.value is not None else "–"
    parts = [f"{claim.subject.name} {claim.predicate} {target} [{claim.status}]"]
    parts += [f"{key}={value}" for key, value in claim.qualifiers.items()]
    if claim.attributed_to:
        parts.append("says " + ", ".join(p.name for p in claim.attributed_to))
    return "  ".join([*parts, f"({claim.method}, {claim.confidence:.2f})"])


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from found


def _tokens(document: Document) -> Iterator[str]:
    s = document.syntax
    width = max((len(w) for w in s.words), default=0)
    for i, word in enumerate(s.words):
        if word.isspace():
            continue
        head = "" if s.heads[i] == i else f" → {s.words[s.heads[i]]}"
        yield f"{i:3} {word:{width}}  {s.lemmas[i]:{width}}  {s.pos[i]:5}  {s.deps[i]}{head}"


def _mentions(document: Document) -> Iterator[str]:
    for mention in document.mentions:
        referent = document.referents[mention.referent]
        known = f" = {referent.key}" if referent.key else ""
        yield f"  {mention.text}: {referent.name} ({referent.type}{known}; {mention.kind})"


def _values(document: Document) -> Iterator[str]:
    for quantity in document.quantities:
        yield f"  {quantity.text}: {quantity.value:g} {quantity.unit or ''}".rstrip()
    for time in document.times:
        yield f"  {time.text}: {time.value or 'needs the date of publication'}"


def _rejection(rejection: Rejection, document: Document) -> str:
    word = document.syntax.words[rejection.trigger]
    return f"{rejection.frame.name} ({rejection.frame.predicate}) at {word!r}: {rejection.reason}"
