"""An article with its claims as a row of the record, and back.

A claim is a JSON object that leaves out what is empty. ``subject``, ``object`` and each of ``by`` are lists of the
party's place in the row's parties and, where the article says it, the start and end of the mention; ``evidence`` is
the start and end of the words and of the trigger. The words themselves stand in the text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import lru_cache
from typing import Any, NamedTuple

from kg.articles.article import Article
from kg.articles.duplicates import sketch
from kg.claims.claim import Claim, Evidence, Party
from kg.graph.mapping import article_node

Json = Mapping[str, Any]


class Row(NamedTuple):
    """An article and what extraction found in it, ready to be written; cheap to pass between processes."""

    id: str
    #: address of the article
    iri: str
    content_hash: str
    metadata: str
    text: str
    #: the parties of the claims, each once, as JSON
    parties: tuple[str, ...]
    claims: str
    statuses: str
    shingles: bytes
    numbers: bytes
    #: hash over all of the above
    digest: str


def row_of(article: Article, claims: Iterable[Claim]) -> Row:
    """Return the row of an article with its claims."""
    places: dict[str, int] = {}
    found = list(claims)
    told = _json([_claim(one, places) for one in found])
    metadata, statuses = metadata_of(article), _json(Counter(one.status for one in found))
    contents = sketch(article.text)
    parts = (article.content_hash, metadata, told, *places)
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return Row(
        article.id, article_node(article).value, article.content_hash, metadata, article.text, tuple(places), told,
        statuses, contents.shingles.tobytes(), contents.numbers.tobytes(), digest,
    )  # fmt: skip


def metadata_of(article: Article) -> str:
    """Return all of an article but its text, as JSON."""
    data = {k: v for k, v in asdict(replace(article, text="")).items() if k != "text"}
    data["published"] = article.published.isoformat() if article.published else None
    data["published_at"] = article.published_at.isoformat() if article.published_at else None
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def article_from(metadata: str, text: str) -> Article:
    """Return an article from its metadata and text."""
    data = json.loads(metadata)
    published, moment = data.pop("published"), data.pop("published_at", None)
    return Article(
        **data, text=text, published=dt.date.fromisoformat(published) if published else None,
        published_at=dt.datetime.fromisoformat(moment) if moment else None,
    )  # fmt: skip


def claims_from(claims: str, article: Article, parties: Sequence[Party]) -> tuple[Claim, ...]:
    """Return the claims of a row."""
    return tuple(_claim_from(data, article, parties) for data in json.loads(claims))


def party_from(text: str) -> Party:
    """Return a party from JSON, without a place in a text."""
    data = json.loads(text)
    return Party(**{"type": None, **data, "aliases": tuple(data.get("aliases", ()))})


def party_json(party: Party) -> str:
    """Return a party as JSON, without its place in the text and without what is empty."""
    return _party_json(party.name, party.type, party.aliases, party.key, party.country)


@lru_cache(maxsize=65536)
def _party_json(name: str, *rest: object) -> str:
    facts = dict(zip(("type", "aliases", "key", "country"), rest, strict=True))
    return _json({"name": name, **{key: value for key, value in facts.items() if value}})


def _claim(claim: Claim, places: dict[str, int]) -> Json:
    evidence = claim.evidence
    data = {
        "subject": _role(claim.subject, places),
        "predicate": claim.predicate,
        "object": _role(claim.object, places) if claim.object else None,
        "value": claim.value,
        "status": claim.status,
        "method": claim.method,
        "confidence": claim.confidence,
        "evidence": [evidence.start, evidence.end, evidence.trigger_start, evidence.trigger_end],
        "qualifiers": dict(claim.qualifiers) or None,
        "by": [_role(source, places) for source in claim.attributed_to] or None,
    }
    return {name: value for name, value in data.items() if value is not None}


def _role(party: Party, places: dict[str, int]) -> list[int]:
    place = places.setdefault(party_json(party), len(places))
    return [place, party.start, party.end] if party.end else [place]


def _claim_from(data: Json, article: Article, parties: Sequence[Party]) -> Claim:
    start, end, *trigger = data["evidence"]
    return Claim(
        article=article.id,
        subject=_party(data["subject"], parties),
        predicate=data["predicate"],
        object=_party(data["object"], parties) if "object" in data else None,
        value=data.get("value"),
        status=data["status"],
        evidence=Evidence(start, end, article.text[start:end], *trigger),
        method=data["method"],
        confidence=data["confidence"],
        qualifiers=data.get("qualifiers", {}),
        attributed_to=tuple(_party(role, parties) for role in data.get("by", ())),
    )


def _party(role: list[int], parties: Sequence[Party]) -> Party:
    place, *span = role
    return replace(parties[place], start=span[0], end=span[1]) if span else parties[place]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
