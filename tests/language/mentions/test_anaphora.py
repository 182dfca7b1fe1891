"""Pronouns and nouns that take up an entity, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from kg.language.mentions import MentionFinder
from tests.language.mentions.parses import parsed

_VW = (
    "Volkswagen/PROPN/nsubj/2/sg senkt=senken/VERB/ROOT/0/fin die/DET/det/4/f Prognose/NOUN/obj/2/f "
    "./PUNCT/punct/2"
)
_SAP = (
    "SAP/PROPN/nsubj/2/sg kooperiert=kooperieren/VERB/ROOT/0/fin mit/ADP/case/4 Infineon/PROPN/obl/2/sg "
    "./PUNCT/punct/2"
)
_ANALYST = (
    "Analyst/NOUN/nsubj/4/m Dirk/PROPN/appos/1/sg Schlamp/PROPN/flat/2/sg bleibt=bleiben/VERB/ROOT/0/fin "
    "ruhig/ADJ/xcomp/4 ./PUNCT/punct/4"
)
_RATING = (
    "Die/DET/det/3/f Deutsche/ADJ/amod/3/f Bank/PROPN/nsubj/4/f stufte=stufen/VERB/ROOT/0/fin "
    "SAP/PROPN/obj/4/sg hoch/ADV/advmod/4 ./PUNCT/punct/4"
)


@pytest.mark.parametrize(
    ("sentences", "words", "kind", "referent"),
    [
        (
            (_VW, "Der/DET/det/2/m Konzern/NOUN/nsubj/3/m wächst=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/3"),
            "Konzern", "nominal", "Volkswagen",
        ),
        (
            (_VW, "Die/DET/det/2/pl Wolfsburger/NOUN/nsubj/3/pl wachsen/VERB/ROOT/0/finpl ./PUNCT/punct/3"),
            "Wolfsburger", "nominal", "Volkswagen",
        ),
        (
            (_VW, "Die/DET/det/2/f Aktie/NOUN/nsubj/3/f stieg=steigen/VERB/ROOT/0/fin ./PUNCT/punct/3"),
            "Aktie", "nominal", "Volkswagen",
        ),
        (
            (_RATING, "Die/DET/det/2/f Aktie/NOUN/nsubj/3/f stieg=steigen/VERB/ROOT/0/fin ./PUNCT/punct/3"),
            "Aktie", "nominal", "SAP",
        ),
        (
            (
                _SAP,
                "Das/DET/det/2/n Unternehmen/NOUN/nsubj/5/n aus/ADP/case/4 Walldorf/PROPN/nmod/2/sg "
                "wächst=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/5",
            ),
            "Unternehmen", "nominal", "SAP",
        ),
        (
            (_ANALYST, "Er/PRON/nsubj/2/m rechnet=rechnen/VERB/ROOT/0/fin ./PUNCT/punct/2"),
            "Er", "pronoun", "Dirk Schlamp",
        ),
        (
            (_ANALYST, "Der/DET/det/2/m Experte/NOUN/nsubj/3/m bleibt=bleiben/VERB/ROOT/0/fin"),
            "Experte", "nominal", "Dirk Schlamp",
        ),
        (
            (
                "Infineon/PROPN/nsubj/5/sg hat=haben/AUX/aux/5/fin seinen/DET/det:poss/4/m "
                "Umsatz/NOUN/obj/5/m gesteigert=steigern/VERB/ROOT/0 ./PUNCT/punct/5",
            ),
            "seinen", "pronoun", "Infineon",
        ),
        (
            (
                _VW,
                "Die/DET/det/2/pl Wolfsburger/NOUN/nsubj/3/pl senken/VERB/ROOT/0/finpl ihre/DET/det:poss/5/f "
                "Prognose/NOUN/obj/3/f ./PUNCT/punct/3",
            ),
            "ihre", "pronoun", "Volkswagen",
        ),
    ],
)  # fmt: skip
def test_takes_up_an_entity(
    finder: MentionFinder, sentences: tuple[str, ...], words: str, kind: str, referent: str
) -> None:
    doc = parsed(*sentences)
    mentions, referents = finder(doc)
    found = [m for m in mentions if m.text == words and m.kind != "demonym"]
    assert [(m.kind, referents[m.referent].name) for m in found] == [(kind, referent)]
    assert found[0].antecedent in [m.start for m in mentions if m.referent == found[0].referent]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein/DET/det/2/m Konzern/NOUN/nsubj/3/m wächst=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/3",
        "Die/DET/det/2/pl Konzerne/NOUN/nsubj/3/pl wachsen/VERB/ROOT/0/finpl ./PUNCT/punct/3",
        "Der/DET/det/2/m Rivale/NOUN/nsubj/3/m wächst=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/3",
        "Sie/PRON/nsubj/2/pl wachsen/VERB/ROOT/0/finpl ./PUNCT/punct/2",
        "Im/ADP/case/2 Wert/NOUN/obl/3/m sinkt=sinken/VERB/ROOT/0/fin nichts/PRON/nsubj/3 ./PUNCT/punct/3",
        "Diese/DET/nsubj/2/pl wachsen/VERB/ROOT/0/finpl ./PUNCT/punct/2",
        "Dieser/DET/det/2/m Rivale/NOUN/nsubj/3/m wächst=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/3",
    ],
)
def test_takes_up_nothing(finder: MentionFinder, sentence: str) -> None:
    mentions, _ = finder(parsed(_VW, sentence))
    assert [m.text for m in mentions] == ["Volkswagen"]


@pytest.mark.parametrize(
    ("sentence", "referent"),
    [
        (
            "Peking/PROPN/nsubj/2/sg verhängt=verhängen/VERB/ROOT/0/fin Zölle/NOUN/obj/2/pl ./PUNCT/punct/2",
            "Chinesische Regierung",
        ),
        (
            "SAP/PROPN/nsubj/2/sg baut=bauen/VERB/ROOT/0/fin in/ADP/case/4 Peking/PROPN/obl/2/sg",
            "Peking",
        ),
    ],
)
def test_a_capital_acts_for_its_government(finder: MentionFinder, sentence: str, referent: str) -> None:
    mentions, referents = finder(parsed(sentence))
    assert [(m.type, referents[m.referent].name) for m in mentions if m.text == "Peking"] == [
        ("Place", referent)
    ]


def test_a_city_of_trading_is_its_exchange(finder: MentionFinder) -> None:
    doc = parsed(
        "In/ADP/case/2 Frankfurt/PROPN/obl/3/sg fiel=fallen/VERB/ROOT/0/fin die/DET/det/5/f "
        "Volkswagen-Aktie/NOUN/nsubj/3/f ./PUNCT/punct/3"
    )
    mentions, referents = finder(doc)
    assert (mentions[0].type, referents[mentions[0].referent].name) == ("StockExchange", "Börse Frankfurt")


def test_people_of_a_town_tell_the_town_as_well(finder: MentionFinder) -> None:
    doc = parsed(_VW, "Die/DET/det/2/pl Wolfsburger/NOUN/nsubj/3/pl senken/VERB/ROOT/0/finpl ./PUNCT/punct/3")
    mentions, referents = finder(doc)
    told = {(m.kind, referents[m.referent].name) for m in mentions if m.text == "Wolfsburger"}
    assert told == {("nominal", "Volkswagen"), ("demonym", "Wolfsburg")}


_BOTH = (
    "SAP/PROPN/nsubj/2/sg verklagt=verklagen/VERB/ROOT/0/fin Infineon/PROPN/obj/2/sg ,/PUNCT/punct/5 "
    "dessen/DET/det:poss/6 Umsatz/NOUN/nsubj/7/m sinkt=sinken/VERB/acl:relcl/3/fin ./PUNCT/punct/2"
)


@pytest.mark.parametrize(
    ("sentences", "words", "kind", "referent"),
    [
        ((_BOTH,), "dessen", "pronoun", "Infineon"),
        (
            (_SAP, "Letzteres/PRON/nsubj/2/n wächst=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/2"),
            "Letzteres", "pronoun", "Infineon",
        ),
        (
            (_SAP, "Dieser/DET/nsubj/2/m will/VERB/ROOT/0/fin klagen/VERB/xcomp/2 ./PUNCT/punct/2"),
            "Dieser", "pronoun", "Infineon",
        ),
        (
            (_VW, "Wir/PRON/nsubj/2/pl wachsen/VERB/ROOT/0/finpl ./PUNCT/punct/2"),
            "Wir", "pronoun", "Volkswagen",
        ),
        (
            (_VW, "Man/PRON/nsubj/2/sg wachse=wachsen/VERB/ROOT/0/fin ./PUNCT/punct/2"),
            "Man", "pronoun", "Volkswagen",
        ),
        (
            (_VW, "Der/DET/det/2/m Kurs/NOUN/nsubj/3/m stieg=steigen/VERB/ROOT/0/fin ./PUNCT/punct/3"),
            "Kurs", "nominal", "Volkswagen",
        ),
        (
            (
                _ANALYST, _VW,
                "Er/PRON/nsubj/2/m lobt=loben/VERB/ROOT/0/fin sein/DET/det:poss/4/n Haus/NOUN/obj/2/n ./PUNCT/punct/2",
            ),
            "Haus", "nominal", "Volkswagen",
        ),
    ],
)  # fmt: skip
def test_takes_up_by_other_words(
    finder: MentionFinder, sentences: tuple[str, ...], words: str, kind: str, referent: str
) -> None:
    mentions, referents = finder(parsed(*sentences))
    assert [(m.kind, referents[m.referent].name) for m in mentions if m.text == words] == [(kind, referent)]
