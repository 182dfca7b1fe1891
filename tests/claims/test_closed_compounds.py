"""Names in one word with a noun are read as with a hyphen: "Bahnchef" is the "Bahn-Chef"."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

TOLD = [
    ("Bahnchefin Evelyn Palla kam.", ("Evelyn Palla", "worksFor", "Deutsche Bahn"), "Chefin"),
    ("Telekomchef Tim Höttges kam.", ("Tim Höttges", "worksFor", "Deutsche Telekom"), "Chef"),
    ("Bundesbankpräsident Joachim Nagel warnte.", ("Joachim Nagel", "worksFor", "Bundesbank"), "Präsident"),
    ("Kartellamtspräsident Andreas Mundt warnte.", ("Andreas Mundt", "worksFor", "Bundeskartellamt"), "Präsident"),
    ("Kremlsprecher Dmitri Peskow schwieg.", ("Dmitri Peskow", "worksFor", "Kreml"), "Sprecher"),
    ("Die Bahntochter DB Cargo streicht Stellen.", ("DB Cargo", "subsidiaryOf", "Deutsche Bahn"), None),
    ("Die Lufthansatochter Eurowings streicht Stellen.", ("Eurowings", "subsidiaryOf", "Lufthansa"), None),
    ("Der Bahnkonkurrent Flixtrain klagt.", ("Flixtrain", "competesWith", "Deutsche Bahn"), None),
    ("Die Commerzbankaktie legte um drei Prozent zu.", ("Commerzbank", "sharePriceChange", None), None),
]


@pytest.mark.parametrize(("text", "claim", "position"), TOLD)
def test_a_closed_compound_names_whom_its_noun_is_of(
    reader: ClaimReader, text: str, claim: tuple[str, str, str | None], position: str | None
) -> None:
    claims = reader.read(Article("a", text)).claims
    told = {(c.subject.name, c.predicate, c.object.name if c.object else None): c for c in claims}
    assert claim in told
    assert told[claim].qualifiers.get("position") == position
