"""Every pattern recognises its examples; no pattern takes a counterexample for furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.articles.boilerplate import Pattern, boilerplate_patterns, load_patterns
from kg.articles.paragraphs import content_paragraphs

PATTERNS = boilerplate_patterns()


def cases(field: str) -> list[tuple[Pattern, str]]:
    return [(pattern, words) for pattern in PATTERNS for words in getattr(pattern, field)]


@pytest.mark.parametrize(("pattern", "words"), cases("examples"))
def test_example_is_recognised(pattern: Pattern, words: str) -> None:
    kinds = {p.kind for p in content_paragraphs(words) if not p.states}
    assert pattern.regex.search(words)
    assert kinds


@pytest.mark.parametrize(("pattern", "words"), [c for c in cases("examples") if c[0].part == "whole"])
def test_whole_example_states_nothing(pattern: Pattern, words: str) -> None:
    assert not [words[p.start : p.end] for p in content_paragraphs(words) if p.states]


@pytest.mark.parametrize(("pattern", "words"), cases("counter"))
def test_counterexample_is_content(pattern: Pattern, words: str) -> None:
    assert [p.kind for p in content_paragraphs(words) if not p.states] == []


def test_every_pattern_has_examples_and_counterexamples() -> None:
    assert [p.name for p in PATTERNS if not (p.examples and p.counter)] == []


def test_names_are_unique() -> None:
    assert len({p.name for p in PATTERNS}) == len(PATTERNS)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('name = "a"\nkind = "advert"\nregex = ["x"]', "'advert' is none of"),
        ('name = "a"\nkind = "credit"\nregex = ["("]', "pattern a: missing \\)"),
        ('name = "a"\nkind = "credit"', "pattern a: 'regex'"),
    ],
)
def test_wrong_pattern_is_named(tmp_path: Path, entry: str, told: str) -> None:
    file = tmp_path / "boilerplate.toml"
    file.write_text(f"[[pattern]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        list(load_patterns(file))
