"""Sentences in which one clause's cue, verb or party is easily read for another's."""

from __future__ import annotations

import numpy as np
import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party, Status
from kg.claims.learned.certainty import with_second_look
from kg.claims.reader import ClaimReader
from kg.claims.status import ORDER


def claims(reader: ClaimReader, text: str, predicate: str) -> list[Claim]:
    return [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "supplier", "product"),
    [
        ("BMW zeigt den iX3 und setzt dabei auf Chips von Qualcomm.", "Qualcomm", "Chips"),
        ("Volkswagen setzt künftig auf neue Batteriezellen von CATL.", "CATL", "neue Batteriezellen"),
    ],
)
def test_goods_of_a_supplier_are_the_product(reader: ClaimReader, text: str, supplier: str, product: str) -> None:
    told = [c.qualifiers.get("product") for c in claims(reader, text, "suppliesTo") if c.subject.name == supplier]
    assert told == [product]


def test_a_buyer_bears_the_name_that_the_sentence_uses(reader: ClaimReader) -> None:
    (sold,) = claims(reader, "Partners Group verkauft Techem an ein von TPG angeführtes Konsortium.", "sells")
    assert sold.qualifiers["buyer"] == "TPG"


def test_black_figures_are_no_date_of_results(reader: ClaimReader) -> None:
    assert claims(reader, "Varta soll bis 2028 wieder rote Zahlen bringen.", "publishesResultsOn") == []


def test_several_deny_what_stands_behind_was(reader: ClaimReader) -> None:
    text = "Kion wirft Jungheinrich vor, Software gestohlen zu haben, was die Hamburger abstreiten."
    assert [c.subject.name for c in claims(reader, text, "denies")] == ["Jungheinrich"]


def test_a_figure_belongs_to_the_part_of_the_later_authority(reader: ClaimReader) -> None:
    text = (
        "Dem Modekonzern Shein hatte die Verbraucherschutzbehörde DGCCRF schon im Juli 40 Millionen Euro aufgebrummt; "
        "im September verhängte die Datenschutzbehörde CNIL 150 Millionen Euro."
    )
    amounts = {c.subject.name: c.qualifiers.get("amount") for c in claims(reader, text, "fines")}
    assert amounts.get("CNIL") == 150_000_000


def test_konjunktiv_that_looks_like_an_adjective_goes_on_quoting(reader: ClaimReader) -> None:
    text = "Das lässt Lufthansa-Chef Carsten Spohr kalt. Ryanair kehre Deutschland den Rücken."
    document = reader.document(Article("a", text))
    verb = document.syntax.words.index("kehre")
    assert (document.syntax.lemmas[verb], document.syntax.feats[verb]["Mood"]) == ("kehren", "Sub")


@pytest.mark.parametrize(
    ("status", "predicate", "sure", "then"),
    [
        ("planned", "acquires", 0.9, "actual"),
        ("planned", "acquires", 0.7, "planned"),
        ("negated", "denies", 0.9, "negated"),
        ("actual", "acquires", 0.1, "actual"),
    ],
)
def test_a_sure_network_corrects_a_frame(status: Status, predicate: str, sure: float, then: Status) -> None:
    scores = np.full(len(ORDER), (1 - sure) / (len(ORDER) - 1), np.float32)
    scores[ORDER.index("actual")] = sure
    party = Party("BMW", "Company")
    claim = Claim("a", party, predicate, party, None, status, Evidence(0, 1, "x"), "acquire")
    assert with_second_look(claim, scores).status == then
