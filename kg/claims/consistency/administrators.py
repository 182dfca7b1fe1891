"""Whose administrator somebody is: of whom the article tells that it is insolvent, not of who buys the remains.

"Den Zuschlag soll NRDC erhalten, teilte Insolvenzverwalter Stapf mit": he works for the bankrupt house.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.claims.claim import Claim
from kg.claims.consistency.one_employer import Read

_POSTS = ("insolvenzverwalter", "insolvenzverwalterin", "sachwalter", "sachwalterin")


def with_estates(claims: Iterable[Claim], guessed: Collection[Read]) -> Iterator[Claim]:
    """Yield claims, administrators whose house is guessed with the only one that is insolvent.

    Where several are, the guess is worth nothing.
    """
    known = list(claims)
    bankrupt = {c.subject.name: c.subject for c in known if c.predicate == "filesForInsolvency"}
    for claim in known:
        if not _is_guessed(claim, guessed):
            yield claim
        elif len(bankrupt) == 1:
            yield replace(claim, object=next(iter(bankrupt.values())))
        elif not bankrupt:
            yield claim


def _is_guessed(claim: Claim, guessed: Collection[Read]) -> bool:
    is_administrator = str(claim.qualifiers.get("position", "")).lower().endswith(_POSTS)
    return is_administrator and (claim.method, claim.evidence.start, *claim.names) in guessed
