"""Whom somebody sued whose suit is told behind its outcome: "Das Gericht verbot OpenAI …; geklagt hatte die Gema"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim, Party
from kg.claims.document import Document

#: the frame that reads such a sentence, and takes whom the article is about for the defendant
_TOLD_BEHIND = "had-sued-whom-the-text-is-about"
#: what courts do to who loses before them
_JUDGED = frozenset({"restricts", "fines"})


def with_defendants(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """Yield claims, suits told behind their outcome against whom the court of the same or last sentence decided."""
    known = list(claims)
    sentence_of = document.syntax.sent_of
    lost: dict[int, Party] = {}
    for claim in known:
        if claim.predicate in _JUDGED and claim.object and claim.subject.type == "GovernmentBody":
            lost.setdefault(sentence_of[document.token_at(claim.evidence.start)], claim.object)
    for claim in known:
        place = sentence_of[document.token_at(claim.evidence.start)]
        loser = lost.get(place, lost.get(place - 1)) if claim.method == _TOLD_BEHIND else None
        yield replace(claim, object=loser) if loser and loser.name != claim.subject.name else claim
