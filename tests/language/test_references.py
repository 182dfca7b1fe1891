"""What nouns and the people of a place stand for, with the shipped model and authority file."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline


def meant(pipeline: Pipeline, text: str, words: str) -> set[str]:
    """Return the entities that some words stand for."""
    found = pipeline.annotate(text)
    return {found.referents[m.referent].name for m in found.mentions if m.text == words and m.kind != "demonym"}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # behind a verb "der" is a subject: the noun has another plural
        ("Apple wächst. Damit verstoße der US-Konzern gegen das Gesetz.", "US-Konzern", {"Apple"}),
        ("BMW wächst. Gestern kaufte der Autobauer ein Haus.", "Autobauer", {"BMW"}),
        # several are no one of them
        ("BMW und VW wachsen. Die Aktien der Autobauer legten zu.", "Autobauer", set()),
        # people of a town by rule, of a state by the towns in it, of a town with two words
        ("Microsoft wächst. Ein Exklusivrecht besitzen die Redmonder dafür nicht.", "Redmonder", {"Microsoft"}),
        ("Dell und BMW wachsen. Bald liefern die Texaner neue Systeme.", "Texaner", {"Dell"}),
        ("SAP und Fresenius wachsen. Nun ziehen die Bad Homburger nach.", "Bad Homburger", {"Fresenius"}),
        # no attribute of the noun behind it
        ("Adobe wächst. Canva jagt den Kaliforniern Kunden ab.", "Kaliforniern", {"Adobe"}),
    ],
)
def test_who_is_taken_up(pipeline: Pipeline, text: str, words: str, names: set[str]) -> None:
    assert meant(pipeline, text, words) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siemens-Aktie: Der nächste Milliardendeal!", "Milliardendeal"),
        ("BASF verkauft an Carlyle - Milliardenerlös fließt auch in Rückkauf", "Milliardenerlös"),
        ("Rheinmetall-Aktie: Auftragsflut reißt nicht ab", "Auftragsflut"),
        ("Wohin Dumpingpreise führten, zeige das Beispiel.", "Wohin Dumpingpreise"),
    ],
)
def test_what_is_no_name(pipeline: Pipeline, text: str, words: str) -> None:
    assert meant(pipeline, text, words) == set()


def test_a_capital_that_owns_a_ministry_stays_a_place(pipeline: Pipeline) -> None:
    text = "Pekings Handelsministerium hat das untersagt."
    assert meant(pipeline, text, "Pekings") == {"Peking"}
    assert meant(pipeline, text, "Handelsministerium") == set()
