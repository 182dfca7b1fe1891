"""The extractor as a spaCy component."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import kg
from kg.claims.component import ParseMissingError

HONOR = "Alibaba verkündete am Freitag eine strategische Kooperation mit HONOR."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The shipped model with the extractor at its end."""
    model = kg.language_model("de")
    model.add_pipe("kg_claims")
    return model


def test_a_document_carries_its_claims(nlp: Language) -> None:
    (claim,) = nlp(HONOR)._.claims
    assert (claim.subject.name, claim.predicate, claim.object.name) == ("Alibaba", "partnersWith", "Honor")
    assert HONOR[claim.evidence.trigger_start : claim.evidence.trigger_end] == "Kooperation"


def test_relative_dates_need_the_day_of_publication(nlp: Language) -> None:
    dated = nlp.make_doc(HONOR)
    dated._.published = dt.date(2025, 9, 27)
    assert nlp(dated)._.claims[0].qualifiers == {"date": "2025-09-26"}
    assert "2025-09-26" not in nlp(HONOR)._.claims[0].qualifiers.values()


def test_claims_survive_the_way_to_disk_and_other_processes(nlp: Language) -> None:
    doc = nlp(HONOR)
    (back,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert back._.claims == doc._.claims
    (other,) = nlp.pipe([HONOR], n_process=2)
    assert other._.claims == doc._.claims


def test_documents_without_text_or_component_have_none(nlp: Language) -> None:
    assert nlp("")._.claims == () == Doc(nlp.vocab, ["Alibaba"])._.claims


def test_a_pipeline_without_parser_is_told_what_is_missing() -> None:
    bare = spacy.blank("de")
    bare.add_pipe("kg_claims")
    with pytest.raises(ParseMissingError, match="language_model"):
        bare(HONOR)


def test_a_claim_shows_its_sentence(nlp: Language) -> None:
    html = nlp(HONOR)._.claims[0]._repr_html_()
    assert '<mark title="subject">Alibaba</mark>' in html and '<mark title="object">HONOR</mark>' in html
