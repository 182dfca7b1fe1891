"""Which words are cut into a name and a noun, and where."""

from __future__ import annotations

import pytest

from kg.language.gazetteer import shipped_authority
from kg.language.mentions.closed_compounds import ClosedCompounds
from kg.language.mentions.dictionary import Dictionary
from kg.language.mentions.lexicon import shipped_lexicon


@pytest.fixture(scope="module")
def compounds() -> ClosedCompounds:
    return ClosedCompounds(Dictionary(shipped_authority()), shipped_lexicon())


@pytest.mark.parametrize(
    ("word", "name", "noun"),
    [
        ("Bahnchef", "Bahn", "chef"),
        ("Bundesbankpräsident", "Bundesbank", "präsident"),
        ("Kartellamtspräsident", "Kartellamt", "präsident"),
        ("Unionsfraktionschef", "Unionsfraktion", "chef"),
        ("Commerzbankaktie", "Commerzbank", "aktie"),
        ("Lufthansatochter", "Lufthansa", "tochter"),
    ],
)
def test_a_known_name_is_cut_off(compounds: ClosedCompounds, word: str, name: str, noun: str) -> None:
    place = compounds.cut(word)
    assert place is not None
    assert (word[: place[0]], word[place[1] :]) == (name, noun)


@pytest.mark.parametrize(
    "word",
    [
        "Produktionschef", "Pressesprecher", "Landeschef", "Kommissionspräsident", "Vizepräsident", "Stammaktie",
        "Europachef", "Drägerwerk", "Kraftwerk", "bahnchef", "Chef", "Telekombranche", "Staatspräsident", "Netzwerk",
    ],
)  # fmt: skip
def test_other_words_stay_whole(compounds: ClosedCompounds, word: str) -> None:
    assert compounds.cut(word) is None
