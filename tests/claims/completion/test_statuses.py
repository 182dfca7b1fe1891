"""What is awaited, being built, told by the way or expected by others is as certain as that makes it."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

#: text, predicate, its statuses on 3 November 2025
SENTENCES = [
    # approvals that are still missing
    ("Das Bundeskartellamt muss der Übernahme von Alstom durch Siemens noch zustimmen.", "approves", {"possible"}),
    ("Das Bundeskartellamt musste der Übernahme von Alstom durch Siemens zustimmen.", "approves", {"actual"}),
    ("Die Freigabe von Karl Storz bedarf noch der Zustimmung der FTC.", "approves", {"possible"}),
    # strikes that are threatened, fines that are asked for
    ("Die Gewerkschaft NSEU droht Samsung für Dezember mit einem Ausstand.", "strikesAt", {"possible"}),
    ("Die EU-Kommission beantragt eine Geldstrafe von 62 Millionen Euro gegen Porr.", "fines", {"planned"}),
    # sites that are told for the first time and in the present
    ("In Szeged zieht BYD ein Werk hoch.", "operatesIn", {"planned"}),
    ("BYD errichtet in Szeged eine Fabrik.", "operatesIn", {"planned"}),
    ("BYD errichtete in Szeged eine Fabrik.", "operatesIn", {"actual"}),
    ("BYD baut sein Werk in Szeged aus.", "operatesIn", {"actual"}),
    # the day of a meeting stands whatever comes of it
    ("An der Generalversammlung von EFG am 20. März dürfte es laut werden.", "publishesResultsOn", {"planned"}),
    ("Siemens sagt die Hauptversammlung am 20. März ab.", "publishesResultsOn", {"negated"}),
    # what others expect is no plan
    ("Die Dividende von Hapag-Lloyd für 2025 dürfte laut Omar Nokta von Jefferies auf drei Euro sinken.", "forecasts",
     {"possible"}),
    ("SAP-Chef Christian Klein rechnet für 2026 mit einem Umsatz von 19 Milliarden Euro.", "forecasts", {"planned"}),
    # what is put off or only looked at
    ("Siemens hat den Aktienrückkauf auf Eis gelegt.", "buysBackShares", {"negated"}),
    ("Siemens hat einen Aktienrückkauf über 400 Millionen Euro ins Auge gefasst.", "buysBackShares", {"possible"}),
    ("OMV bestätigte, den angekündigten Aktienrückkauf blase man ab.", "buysBackShares", {"negated"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "statuses"), SENTENCES)
def test_statuses(reader: ClaimReader, text: str, predicate: str, statuses: set[str]) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    assert {c.status for c in claims if c.predicate == predicate} == statuses
