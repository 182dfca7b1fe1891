"""What a sentence takes up behind a deal, and who is told to own, sell or demand it."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    # a noun takes up what is sold, not who sells it
    ("Siemens hat für seine Tochter Innomotics einen Käufer gefunden. Der Motorenbauer werde an KPS verkauft.",
     "KPS Capital Partners acquires Innomotics", "Siemens"),
    ("Amazon steckt vier Milliarden Dollar in das KI-Start-up Anthropic. Auch Google hat sich an der Firma beteiligt.",
     "Google ownsStakeIn Anthropic", "Amazon"),
    # the owners of what is bid for
    ("Für Stada interessieren sich CapVest und GTCR. Die bisherigen Eigentümer Bain und Cinven wollen den "
     "Arzneimittelhersteller verkaufen.", "Bain sells Stada", "CapVest"),
    # who demands a sale does not sell
    ("Der Hedgefonds Elliott ist bei BP eingestiegen und drängt auf einen Verkauf der Schmierstofftochter Castrol.",
     "BP sells Castrol", None),
    # who sells keeps the name of its business
    ("Der Autozulieferer Schaeffler verkauft sein Geschäft in China an den Rivalen Wanxiang.",
     "Wanxiang acquires Geschäft in China", "Schaeffler"),
    ("Größter Aktionär der Lufthansa ist Klaus-Michael Kühne mit 20 Prozent, gefolgt von Blackrock mit drei Prozent.",
     "Klaus-Michael Kühne ownsStakeIn Lufthansa", None),
    ("Der Streit um die Übernahme des Düsseldorfer Immobilienkonzerns LEG durch den Bochumer Konkurrenten Vonovia "
     "wird schärfer.", "Vonovia acquires LEG Immobilien", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "no_object"), SENTENCES)
def test_what_is_taken_up(reader: ClaimReader, text: str, claim: str, no_object: str | None) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 19))).claims
    told = {f"{c.subject.name} {c.predicate} {c.object.name}" for c in claims if c.object}
    assert claim in told
    deals = [c for c in claims if c.predicate in ("acquires", "ownsStakeIn") and claim.startswith(c.subject.name)]
    assert no_object is None or all(c.object and c.object.name != no_object for c in deals)


def test_the_investor_is_no_name(reader: ClaimReader) -> None:
    claims = reader.read(Article("a", "Der Investor Attestor hält 51 Prozent an der Fluglinie Condor.")).claims
    assert {c.subject.name for c in claims if c.predicate == "ownsStakeIn"} == {"Attestor"}


def test_both_sides_of_a_deal_are_as_far(reader: ClaimReader) -> None:
    text = (
        "Der Technologiekonzern Bosch trennt sich von seinem Geschäft mit Sicherheits- und Kommunikationstechnik. "
        "Käufer ist der Finanzinvestor KPS."
    )
    claims = reader.read(Article("a", text)).claims
    assert {c.status for c in claims if c.predicate in ("acquires", "sells")} == {"planned"}
    assert {c.object.name for c in claims if c.predicate == "sells" and c.object} == {
        "Geschäft mit Sicherheits- und Kommunikationstechnik"
    }
