"""The extractor as a spaCy component: ``nlp.add_pipe("kg_claims")``, then ``doc._.claims``.

It works in any pipeline with Universal Dependencies for German. Set ``doc._.published`` before the component runs
(``nlp.make_doc``, or ``as_tuples`` with a component of your own) where relative dates should be understood.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party
from kg.claims.reader import ClaimReader

_FOUND = "kg_claims"


class ParseMissingError(ValueError):
    """The pipeline has no parser, or none has run before the component."""

    def __init__(self) -> None:
        super().__init__(
            "kg_claims needs the dependencies of a parser that runs before it; take kg.language_model() or a pipeline "
            "with Universal Dependencies"
        )


class ClaimComponent:
    """Reads the claims of a document and keeps them with it."""

    def __init__(self, reader: ClaimReader) -> None:
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims; raises ``ParseMissingError`` for a document that no parser has been over."""
        if len(doc) and not doc.has_annotation("DEP"):
            raise ParseMissingError
        article = Article("doc", doc.text, published=doc._.published, lang=doc.lang_)
        found = self.reader.read_doc(doc, article).claims
        # plain values, so that documents travel between processes and to disk
        doc.user_data[_FOUND] = [_plain(claim) for claim in found]
        return doc


@Language.factory("kg_claims", default_config={"authority": []}, assigns=["doc._.claims"], requires=["token.dep"])
def make_component(nlp: Language, name: str, authority: Sequence[str]) -> ClaimComponent:
    """Make the component for a pipeline; ``authority`` are folders with name tables of the user's."""
    return ClaimComponent(ClaimReader.load(nlp.lang or "de", model=nlp, authority=[Path(one) for one in authority]))


def _claims(doc: Doc) -> tuple[Claim, ...]:
    """Return the claims of a document that the component has been over; else none."""
    return tuple(_claim(found) for found in doc.user_data.get(_FOUND, ()))


def _published(doc: Doc) -> dt.date | None:
    text = doc.user_data.get("kg_published")
    return dt.date.fromisoformat(text) if text else None


def _set_published(doc: Doc, day: dt.date | None) -> None:
    doc.user_data["kg_published"] = day.isoformat() if day else None


Doc.set_extension("claims", getter=_claims, force=True)
Doc.set_extension("published", getter=_published, setter=_set_published, force=True)


def _plain(claim: Claim) -> dict[str, Any]:
    return asdict(replace(claim, qualifiers=dict(claim.qualifiers)))


def _claim(found: Mapping[str, Any]) -> Claim:
    """Return the claim of plain values; the opposite of `_plain`."""
    return Claim(**{
        **found,
        "subject": _party(found["subject"]),
        "object": _party(found["object"]) if found["object"] else None,
        "evidence": Evidence(**found["evidence"]),
        "attributed_to": tuple(_party(one) for one in found["attributed_to"]),
    })  # fmt: skip


def _party(found: Mapping[str, Any]) -> Party:
    return Party(**{**found, "aliases": tuple(found["aliases"])})
