"""To whom something belongs and who becomes something, where the subject stands last."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("EQT gehört auch der Laborbetreiber Synlab.", "gehört", "Laborbetreiber"),
        ("Lanxess gehört der Chemiekonzern Chemtura.", "gehört", "Chemiekonzern"),
        # a feminine noun may be a dative, and so is "dem"
        ("Condor gehört der Beteiligungsgesellschaft Attestor.", "gehört", "Condor"),
        ("Skoda gehört dem Konzern Volkswagen.", "gehört", "Skoda"),
        # of two nouns without a subject the later one becomes what the first says
        ("Neuer Eigentümer des Küchenbauers Alno wird die Handelsgesellschaft Livos.", "wird", "Handelsgesellschaft"),
    ],
)  # fmt: skip
def test_who_is_the_subject(pipeline: Pipeline, text: str, verb: str, subject: str) -> None:
    s = pipeline.annotate(text).syntax
    assert [s.words[c] for c in s.dep_children(s.words.index(verb), "nsubj")] == [subject]
