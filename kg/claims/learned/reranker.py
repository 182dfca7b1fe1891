"""The reranker: how sure a claim is beside all others of its article.

The network hears a pair and its rivals in one sentence; whether a claim is right shows also in what the article says
elsewhere: of the same two, of whom it speaks most, how often a relation would hold of one subject. Boosted trees weigh
that with what the calibration gives (Wolpert 1992, "Stacked generalization"; Friedman 2001, "Greedy function
approximation: a gradient boosting machine"). The trees are an ONNX file beside the network, made by
``training.relations.calibrate``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kg.claims.claim import Claim, Party
from kg.claims.document import Document
from kg.claims.learned.calibration import logistic, odds
from kg.claims.learned.model import FOLDER, open_session
from kg.claims.learned.scheme import CLASS_NUMBER, KIND_NUMBER, LABEL_NUMBER, LABELS_OF, METHOD
from kg.claims.learned.sighted import Sighted
from kg.language.spans import Mention

Columns = npt.NDArray[np.float32]

_PREDICATE_NUMBER = {name: number for number, name in enumerate(LABELS_OF)}
#: stands for what is not there
_NONE = -1.0
#: log-odds of what is said by no other claim
_NOTHING = -9.0


class Reranker:
    """Tells how sure the claims of an article are, seen together."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._session = open_session(folder / "reranker.onnx")

    def log_odds(self, document: Document, seen: Sequence[Sighted], first: Sequence[float]) -> list[float]:
        """Return the log-odds of claims, given those that each has by itself."""
        if not seen:
            return []
        columns = np.hstack([of_each(document, seen), beside_others(seen, first)])
        probabilities = self._session.run(["probabilities"], {"columns": columns})[0][:, 1]
        return [odds(float(p)) for p in probabilities]


@lru_cache(maxsize=2)
def reranker(folder: Path = FOLDER) -> Reranker:
    """Return the shipped reranker, loaded once a process."""
    return Reranker(folder)


def of_each(document: Document, seen: Sequence[Sighted]) -> Columns:
    """Return claims × what each says by itself: who found it, its predicate, its two parties and where they stand."""
    mentions = {(mention.start, mention.end): mention for mention in document.mentions}
    often: dict[int, int] = defaultdict(int)
    for mention in document.mentions:
        often[mention.referent] += 1

    def party(one: Party | None) -> Iterator[float]:
        mention = mentions.get((one.start, one.end)) if one else None
        yield CLASS_NUMBER.get(one.type or "-", 0) if one else _NONE
        yield float(one.key is not None) if one else _NONE
        yield _kind(mention)
        yield often[mention.referent] if mention else 0
        yield float(mention is not None and mention.referent == document.focus)

    rows = [[*_found(one), *party(one.claim.subject), *party(one.claim.object)] for one in seen]
    return np.array(rows, np.float32)


def _kind(mention: Mention | None) -> float:
    return KIND_NUMBER[mention.kind] if mention else _NONE


def _found(one: Sighted) -> Iterator[float]:
    """Yield who found a claim, how sure frame and model are, and where the model sees it."""
    claim, proposal = one.claim, one.proposal
    yield from (claim.method == METHOD, proposal is None, claim.confidence, one.stance)
    yield _PREDICATE_NUMBER.get(claim.predicate, _NONE)
    if proposal is None:
        yield from [_NONE] * 6
    else:
        kinds = KIND_NUMBER[proposal.pair.subject.kind], KIND_NUMBER[proposal.pair.object.kind]
        yield from (odds(proposal.probability), LABEL_NUMBER[proposal.label], *kinds, proposal.distance, proposal.way)


def beside_others(seen: Sequence[Sighted], first: Sequence[float]) -> Columns:
    """Return claims × how sure each is by itself, and how sure the others are with which it shares something.

    For each way to share something: the log-odds of the surest other, and the sum of the probabilities of all others.
    """
    claims = [one.claim for one in seen]
    groups = [_surest_and_sum([key(claim) for claim in claims], first) for key in _SHARED]
    columns = [np.array([first], np.float32).T, *groups, _turned_round(claims, first), _weights(claims, first)]
    return np.hstack(columns)


def _place(claim: Claim) -> int:
    return claim.evidence.start


#: what two claims may share: in a sentence the two parties, subject and predicate, predicate and object, nothing more;
#: in the article the two parties, subject and predicate
_SHARED = (
    lambda claim: claim.pair,
    lambda claim: (_place(claim), claim.predicate, claim.subject.name),
    lambda claim: (_place(claim), claim.predicate, claim.names[1]),
    _place,
    lambda claim: tuple(sorted(claim.names)),
    lambda claim: (claim.predicate, claim.subject.name),
)


def _surest_and_sum(keys: Sequence[Hashable], first: Sequence[float]) -> Columns:
    """Return of each the log-odds of the surest other with its key, and the sum of the probabilities of all others."""
    total: dict[Hashable, float] = defaultdict(float)
    top: dict[Hashable, tuple[float, float]] = defaultdict(lambda: (_NOTHING, _NOTHING))
    for key, x in zip(keys, first, strict=True):
        total[key] += logistic(x)
        surest, second = top[key]
        top[key] = (x, surest) if x > surest else (surest, max(second, x))
    rows = [
        (top[key][1] if x == top[key][0] else top[key][0], total[key] - logistic(x))
        for key, x in zip(keys, first, strict=True)
    ]
    return np.array(rows, np.float32)


def _turned_round(claims: Sequence[Claim], first: Sequence[float]) -> Columns:
    """Return of each the log-odds of the same relation the other way round in its sentence."""
    said: dict[Hashable, float] = {}
    for claim, x in zip(claims, first, strict=True):
        key = (_place(claim), claim.predicate, *claim.names)
        said[key] = max(x, said.get(key, _NOTHING))
    back = [said.get((_place(c), c.predicate, *reversed(c.names)), _NOTHING) for c in claims]
    return np.array([back], np.float32).T


def _weights(claims: Sequence[Claim], first: Sequence[float]) -> Columns:
    """Return of each claim how many claims, by their probabilities, are about its subject and about its object."""
    weight: dict[str, float] = defaultdict(float)
    for claim, x in zip(claims, first, strict=True):
        for name in filter(None, claim.names):
            weight[name] += logistic(x)
    return np.array([[weight[a], weight[b] if b else _NONE] for a, b in (claim.names for claim in claims)], np.float32)
