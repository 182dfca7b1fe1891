"""Purchases, stakes and rounds of money as newspapers tell them, told over several sentences."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim
from kg.claims.reader import ClaimReader


def told(reader: ClaimReader, text: str, predicate: str, subject: str, other: str) -> list[Claim]:
    """Return the claims of a text with a predicate about two parties."""
    claims = reader.read(Article("example", text)).claims
    return [c for c in claims if (c.subject.name, c.predicate) == (subject, predicate) and c.names[1] == other]


@pytest.mark.parametrize(
    ("text", "claim", "status", "qualifiers"),
    [
        # who becomes a shareholder, and who remains one
        ("Damit avanciert Mubadala zum größten Einzelaktionär von Evotec.",
         ("Mubadala", "ownsStakeIn", "Evotec"), "actual", {}),
        ("Santander stieg mit gut 20 Prozent zum größten Einzelaktionär der Commerzbank auf, vor dem Bund, der noch "
         "rund zwölf Prozent hält.", ("Bund", "ownsStakeIn", "Commerzbank"), "actual", {"percent": 12}),
        ("Dem Autobauer VW verbleiben 75 Prozent an der Lkw-Tochter Traton.",
         ("Volkswagen", "ownsStakeIn", "Traton"), "actual", {"percent": 75}),
        ("Die Commerzbank kontrolliert die Mehrheit (81,3 Prozent) an ihrer Direktbank-Tochter Comdirect.",
         ("Commerzbank", "ownsStakeIn", "Comdirect"), "actual", {"percent": 81.3}),
        # a share that goes to somebody is a stake, whoever held it
        ("Rund 43 Prozent an Techem gingen an ein Konsortium unter Führung des Fonds TPG.",
         ("TPG Capital", "ownsStakeIn", "Techem"), "actual", {"percent": 43}),
        # the share that is reached
        ("Elliott stockte seinen Anteil an BP von knapp 3 auf gut 5 Prozent auf.",
         ("Elliott", "ownsStakeIn", "BP"), "actual", {"percent": 5}),
        # the state
        ("Bei Uniper will der Bund 2026 aussteigen.", ("Bund", "sells", "Uniper"), "planned", {}),
        ("Der Bund will sich schrittweise von seinen 16 Prozent an Uniper trennen.",
         ("Bund", "sells", "Uniper"), "planned", {"percent": 16}),
        # rounds of money
        ("Helsing sammelte 600 Millionen Euro ein. Das Geld kommt von Prima Materia und Saab.",
         ("Prima Materia", "investsIn", "Helsing"), "actual", {}),
        ("Neuer Geldgeber von Enpal ist TPG. Der Finanzinvestor steckt 110 Millionen Euro in das Solarunternehmen.",
         ("TPG Capital", "investsIn", "Enpal"), "actual", {"amount": 110000000}),
        # prices: of the whole, not of a share
        ("Zalando übernimmt About You. Zalando zahlt 6,50 Euro je Aktie, insgesamt gut 1,1 Milliarden Euro.",
         ("Zalando", "acquires", "About You"), "planned", {"amount": 1100000000}),
        # all members of a group buy, and who buys with another
        ("Ein Konsortium aus KKR, Advent und Cinven übernimmt Stada.", ("KKR", "acquires", "Stada"), "planned", {}),
        ("Ein Konsortium aus KKR, Advent und Cinven übernimmt Stada.", ("Advent", "acquires", "Stada"), "planned", {}),
        ("Zusammen mit Cinven kauft Advent den Aufzughersteller TK Elevator.",
         ("Cinven", "acquires", "TK Elevator"), "planned", {}),
        # whom somebody advises
        ("Linklaters hat Bain Capital bei der Übernahme der Apleona beraten.",
         ("Bain Capital", "acquires", "Apleona"), "actual", {}),
        # who is outbid
        ("Der Finanzinvestor KKR überbietet Advent bei Spectris.", ("KKR", "acquires", "Spectris"), "planned", {}),
        # whose stake somebody buys
        ("Bayer kaufte dem Konkurrenten Merck dessen Anteil am Labor Biontis ab.",
         ("Merck", "sells", "Biontis"), "actual", {}),
        # what came to nothing, and what is done
        ("Pfizer biss sich an der versuchten Übernahme des Konkurrenten Astrazeneca die Zähne aus.",
         ("Pfizer", "acquires", "Astrazeneca"), "negated", {}),
        ("Im Ringen um Osram musste Bain Capital seine Niederlage eingestehen.",
         ("Bain Capital", "acquires", "Osram"), "negated", {}),
        ("2008 wurde Philip Morris International aus dem US-Konzern Altria herausgelöst.",
         ("Altria", "spinsOff", "Philip Morris"), "actual", {}),
    ],
)  # fmt: skip
def test_what_is_told(
    reader: ClaimReader, text: str, claim: tuple[str, str, str], status: str, qualifiers: dict[str, float]
) -> None:
    subject, predicate, other = claim
    found = [c for c in told(reader, text, predicate, subject, other) if c.status == status]
    assert any(qualifiers.items() <= c.qualifiers.items() for c in found)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        # who sells a stake does not fall
        ("Siemens will 30 Prozent an der Tochter Siemens Healthineers abgeben.", "sharePriceChange"),
        # who gives advice buys nothing; who demands a spin-off makes none
        ("Lazard begleitet den Verkauf von Contitech durch Continental.", "sells"),
        ("Der Fonds Elliott pocht auf die Abspaltung der Sparte Lightsource.", "spinsOff"),
        # a new owner owns what was sold, not who sold it
        ("Die Deutsche Bahn verkaufte die Tochter Schenker. Neuer Eigentümer ist die Firma DSV.", "subsidiaryOf"),
    ],
)
def test_what_is_not_told(reader: ClaimReader, text: str, predicate: str) -> None:
    wrong = {
        ("Siemens", "sharePriceChange"),
        ("Deutsche Bahn", "subsidiaryOf"),
        ("Lazard", "sells"),
        ("Elliott", "spinsOff"),
    }
    claims = reader.read(Article("example", text)).claims
    assert not any((c.subject.name, c.predicate) in wrong for c in claims if c.predicate == predicate)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Auf die Anteile des Bundes schielt Sefe.", {"Bund", "Sefe"}),
        ("Der Bund der Steuerzahler kritisiert Siemens.", {"Bund der Steuerzahler", "Siemens"}),
    ],
)
def test_the_state(reader: ClaimReader, text: str, names: set[str]) -> None:
    mentions = reader.pipeline.annotate(text, None).mentions
    assert {m.name for m in mentions if m.kind == "name"} == names
