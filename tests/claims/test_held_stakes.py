"""What a stake is held in belongs to the stake, not to the verb."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "predicate", "parties"),
    [
        ("Bayer hat seine Anteile an Covestro verkauft.", "sells", [("Bayer", "Covestro")]),
        ("Bayer verkauft weitere Anteile an der Tochter Covestro.", "sells", [("Bayer", "Covestro")]),
        ("Bayer verkauft seine Anteile an Covestro an Adnoc.", "sells", [("Bayer", "Covestro")]),
        ("Bayer stößt seine Beteiligung an Covestro ab.", "sells", [("Bayer", "Covestro")]),
        # a buyer may be told by what it is; a percentage alone may go to whom "an" names
        ("Bayer verkauft seine Anteile an den Finanzinvestor Carlyle.", "sells", []),
        ("Bayer gibt 40 Prozent an Carlyle ab.", "sells", []),
        # the dative tells where it is held, the accusative to whom it goes
        ("Bayer hat 15 Prozent am Kunststoffhersteller Covestro abgegeben.", "sells", [("Bayer", "Covestro")]),
        ("Bayer hat 15 Prozent an den Finanzinvestor Carlyle abgegeben.", "sells", []),
        # "mit einem Anteil" belongs to the verb
        ("Bayer ist mit einem Anteil von 40 Prozent an Covestro beteiligt.", "ownsStakeIn", [("Bayer", "Covestro")]),
    ],
)
def test_what_a_stake_is_held_in(
    reader: ClaimReader, text: str, predicate: str, parties: list[tuple[str, str]]
) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]
    assert [(c.subject.name, c.object.name) for c in claims if c.object] == parties
