"""Members of governments work for their government, or for the ministry or Commission that they are told with."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

POSTS = [
    ("US-Präsident Donald Trump kritisierte den Plan.", "Donald Trump", "US-Regierung"),
    ("Kanzler Friedrich Merz lehnt den Vorstoß ab.", "Friedrich Merz", "Bundesregierung"),
    ("Bundesfinanzminister Lars Klingbeil stimmte zu.", "Lars Klingbeil", "Bundesregierung"),
    ("Italiens Wirtschaftsminister Giancarlo Giorgetti warnte.", "Giancarlo Giorgetti", "Italienische Regierung"),
    ("Der französische Präsident Emmanuel Macron kam.", "Emmanuel Macron", "Französische Regierung"),
    ("US-Innenminister Doug Burgum stoppte den Bau.", "Doug Burgum", "US-Regierung"),
    (
        "Das niederländische Wirtschaftsministerium griff ein. Wirtschaftsminister Vincent Karremans blieb hart.",
        "Vincent Karremans",
        "Niederländisches Wirtschaftsministerium",
    ),
    (
        "Das Bundesjustizministerium unter Ministerin Stefanie Hubig prüft das.",
        "Stefanie Hubig",
        "Bundesjustizministerium",
    ),
    ("Wettbewerbskommissar Didier Reynders ist skeptisch.", "Didier Reynders", "EU-Kommission"),
    ("EU-Kommissionspräsidentin Ursula von der Leyen reiste ab.", "Ursula von der Leyen", "EU-Kommission"),
    ("Das Bundesfinanzministerium prüft. US-Finanzminister Scott Bessent reiste ab.", "Scott Bessent", "US-Regierung"),
    ("VDA-Präsidentin Hildegard Müller warnt.", "Hildegard Müller", "VDA"),
    # a minister without a country is of the one that is spoken of, of home where it is spoken of
    ("Fleisch aus Finnland fehlt. Agrarministerin Sari Essayah warnt.", "Sari Essayah", "Finnische Regierung"),
    ("Neue Jets für Frankreich. Digitalministerin Clara Chappaz schwieg.", "Clara Chappaz", "Französische Regierung"),
    ("Ärger in Rom und Berlin. Wirtschaftsministerin Petra Beispiel warnt.", "Petra Beispiel", "Bundesregierung"),
    ("Die Preise steigen. Wirtschaftsministerin Petra Beispiel warnt.", "Petra Beispiel", "Bundesregierung"),
    # of parts of a country, and of towns that are one
    ("Bayerns Ministerpräsident Markus Söder kam.", "Markus Söder", "Bayerische Staatsregierung"),
    ("NRW-Ministerpräsident Hendrik Wüst kam.", "Hendrik Wüst", "Landesregierung von Nordrhein-Westfalen"),
    ("Kaliforniens Gouverneur Gavin Newsom unterschrieb.", "Gavin Newsom", "Kalifornische Regierung"),
    ("Oberösterreichs Landeshauptmann Thomas Stelzer kam.", "Thomas Stelzer", "Oberösterreichische Landesregierung"),
    ("Hamburgs Bürgermeister Peter Tschentscher kam.", "Peter Tschentscher", "Hamburger Senat"),
    ("Berlins Wirtschaftssenatorin Franziska Giffey kam.", "Franziska Giffey", "Berliner Senat"),
    # heads of state, premiers, spokesmen
    ("Chinas Staatschef Xi Jinping kam.", "Xi Jinping", "Chinesische Regierung"),
    ("Der französische Staatspräsident Emmanuel Macron kam.", "Emmanuel Macron", "Französische Regierung"),
    ("Israels Premier Benjamin Netanjahu kam.", "Benjamin Netanjahu", "Israelische Regierung"),
    ("Serbiens Präsident Aleksandar Vucic kam.", "Aleksandar Vučić", "Serbische Regierung"),
    ("Regierungssprecher Stefan Kornelius schwieg.", "Stefan Kornelius", "Bundesregierung"),
    # the place behind the post, the name before it or behind a comma
    ("Mark Carney, Premier von Kanada, kam.", "Mark Carney", "Kanadische Regierung"),
    ("Donald Trump, Präsident der USA, kritisierte Apple.", "Donald Trump", "US-Regierung"),
    ("Der Präsident der Vereinigten Staaten, Donald Trump, kritisierte Apple.", "Donald Trump", "US-Regierung"),
    (
        "Die Ministerpräsidentin von Mecklenburg-Vorpommern, Manuela Schwesig, kam.",
        "Manuela Schwesig",
        "Landesregierung von Mecklenburg-Vorpommern",
    ),
    # called by the family name alone
    ("Kanzler Merz kritisierte die Bahn.", "Friedrich Merz", "Bundesregierung"),
    ("Präsident Macron kritisierte die Bahn.", "Emmanuel Macron", "Französische Regierung"),
    ("Premier Starmer kritisierte die Bahn.", "Keir Starmer", "Britische Regierung"),
    # a president who is known to govern
    ("Saab liefert. Das sagte Präsident Wolodymyr Selenskyj.", "Wolodymyr Selenskyj", "Ukrainische Regierung"),
]


@pytest.mark.parametrize(("text", "person", "body"), POSTS)
def test_posts_of_governments(reader: ClaimReader, text: str, person: str, body: str) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == "worksFor"]
    told = {(c.subject.name, c.object.name) for c in claims if c.object}
    assert (person, body) in told
    assert {name for name, _ in told} == {person}


NO_POSTS_OF_STATE = [
    "Wiens Bürgermeister Michael Ludwig kam.",  # no government of Austria
    "Premier Hans Beispiel kam.",  # Germany has none
    "Präsident Hans Beispiel lobte die USA.",
    "Hans Beispiel, Präsident der Stiftung, kam.",
]


@pytest.mark.parametrize("text", NO_POSTS_OF_STATE)
def test_posts_of_nobody_known(reader: ClaimReader, text: str) -> None:
    assert not [c for c in reader.read(Article("a", text)).claims if c.predicate == "worksFor"]


@pytest.mark.parametrize(
    "text", ["US-Senatorin Elizabeth Warren kritisierte JPMorgan.", "Präsident Macron kritisierte die Bahn."]
)
def test_a_post_is_no_topic(reader: ClaimReader, text: str) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == "criticizes"]
    assert [c.qualifiers.get("topic") for c in claims] == [None]


def test_the_chief_of_a_firm_is_no_politician_of_the_same_name(reader: ClaimReader) -> None:
    claims = reader.read(Article("a", "Tesla-Chef Frei kritisierte die Bahn.")).claims
    assert {c.subject.name for c in claims} == {"Frei"}


def test_a_minister_of_a_country_without_known_government_is_no_german_one(reader: ClaimReader) -> None:
    text = "Kroatien hebt die Steuern an. Finanzminister Marko Beispiel warnt."
    assert not [c for c in reader.read(Article("a", text)).claims if c.predicate == "worksFor"]


def test_a_demonym_tells_where_the_company_sits(reader: ClaimReader) -> None:
    text = "SAP kauft WalkMe. Die Walldorfer zahlen 1,5 Milliarden Dollar."
    told = {(c.subject.name, c.predicate, c.object.name) for c in reader.read(Article("a", text)).claims if c.object}
    assert ("SAP", "locatedIn", "Walldorf") in told
