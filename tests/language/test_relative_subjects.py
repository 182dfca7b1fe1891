"""Who acts in a relative clause that the parser gives two subjects, or none."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("Niklas Östberg, der Delivery Hero 2011 mitgegründet hat, geht.", "der", "Delivery"),
        ("Sampo, das sich 2024 die dänische Topdanmark einverleibt hat, wächst.", "das", "Topdanmark"),
        ("Vifor, die sich der australische Konzern CSL einverleibte, wächst.", "Konzern", "die"),
        ("Die Allianz, die voriges Jahr die britische Aviva gekauft hat, wächst.", "die", "Aviva"),
        ("Axel Hamann, den Konzernchef Miguel López geholt hatte, geht.", "Konzernchef", "den"),
        ("Der Plan, den Finanzchef Ralf Thomas vorgestellt hat, gefällt.", "Finanzchef", "den"),
        ("Norma führt Birgit Seeger, die Mark Wilhelms nachfolgte.", "die", None),
        ("René Benko soll Vermögen verschoben haben, was sein Anwalt bestreitet.", "Anwalt", "was"),
    ],
)
def test_who_acts(pipeline: Pipeline, text: str, subject: str, object_: str | None) -> None:
    s = pipeline.annotate(text).syntax
    verb = next(i for i in range(len(s)) if s.deps[i] == "acl:relcl")
    acting = [s.words[c] for c in s.dep_children(verb, "nsubj")]
    suffering = [s.words[c] for c in s.dep_children(verb, "obj") if s.lower[c] != "sich"]
    assert acting == [subject]
    assert object_ is None or object_ in suffering


def test_a_name_behind_zu_der_is_the_subject(pipeline: Pipeline) -> None:
    s = pipeline.annotate("Die Schweizer Genossenschaft Migros, zu der Tegut gehört, schreibt Verluste.").syntax
    verb = s.words.index("gehört")
    assert [s.words[c] for c in s.dep_children(verb, "nsubj")] == ["Tegut"]
    assert [s.preposition(c) for c in s.dep_children(verb, "obl")] == ["zu"]


def test_whom_somebody_belongs_to_is_no_subject(pipeline: Pipeline) -> None:
    s = pipeline.annotate("Die Standards Alliance, der auch die Philips-Tochter Signify angehört, wächst.").syntax
    verb = s.words.index("angehört")
    assert "obj" not in {s.deps[c] for c in s.children[verb]}
