"""How certain newspapers tell things to be: ruled out or not, closed, announced in the present, planned beside."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "predicate", "statuses"),
    [
        # two denials leave a possibility, whatever stands between them
        ("Alstom schließt eine Übernahme von Talgo nicht aus.", "acquires", ["possible"]),
        ("Henkel schließt einen Stellenabbau ausdrücklich nicht aus.", "cutsJobs", ["possible"]),
        ("Alstom schließt eine Übernahme von Talgo aus.", "acquires", ["negated"]),
        # sites that were closed, and those that are to be closed
        ("Im Mai hatte Continental ihr Werk in Aachen stillgelegt.", "operatesIn", ["negated"]),
        ("Das Werk von Kion in Hamburg soll bis 2027 schließen.", "operatesIn", ["actual"]),
        # what the present tells of an index is announced
        ("Sandoz steigt in den SMI auf.", "listedOn", ["planned"]),
        ("Sandoz stieg 2024 in den SMI auf.", "listedOn", ["actual"]),
        # what was weighed is no more than possible
        ("Puma wägt eine Beteiligung an On ab.", "ownsStakeIn", ["possible"]),
        # an insolvency behind "nach" lies behind
        ("Nach der Insolvenz der Signa-Holding könnte Galeria verkauft werden.", "filesForInsolvency", ["actual"]),
        # deals that are carried out, and those that are yet to be
        ("Lonza hat die im März angekündigte Übernahme von Capsugel abgeschlossen.", "acquires", ["actual"]),
        ("Lonza will die angekündigte Übernahme von Capsugel im Herbst abschließen.", "acquires", ["planned"]),
    ],
)
def test_statuses(reader: ClaimReader, text: str, predicate: str, statuses: list[str]) -> None:
    assert [c.status for c in reader.read(Article("a", text)).claims if c.predicate == predicate] == statuses
