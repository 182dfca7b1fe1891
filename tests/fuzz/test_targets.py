"""Every target with random input, and with each input of its corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
KEPT = sorted(CORPUS.glob("*/*"))

#: pieces of what the parsers look for, to come upon their branches
PIECES = (
    "---\ntitle: x\n---\n", '{"text": "Alibaba"}', "<html><body><p>", "<rss><channel><item><description>", "<!DOCTYPE",
    "text,published\n", "am Freitag", "25. November", "Ende 2026", "vor zwei Wochen", "53 Milliarden Dollar", "3,4 %",
    "-1.234,56", "Mrd.", "Q3", "FRANKFURT (dpa-AFX) - ", "/ck/mis", "Hier weiterlesen", "SELECT * { ?a ?b ?c }",
    "SERVICE <x> {}", "kg:Alibaba", "\\u003c", "\x00", "\U0001f600", "\u202e", "\u200b", "\u2028", "ß", "ﬁ", "٣",
    "<script>", "%s", "'", '"', "\r\n", "=", "../", "1e999", "NaN", "[[[[",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(PIECES), st.text(max_size=10, alphabet=st.characters(codec="utf-8")))
INPUTS = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.builds(
        lambda head, parts: bytes([head]) + "".join(parts).encode(),
        st.integers(0, 255),
        st.lists(WORDS, max_size=12),
    ),
)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=INPUTS)
def test_random_input(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_kept_input(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_corpus_has_a_target() -> None:
    assert {path.parent.name for path in KEPT} <= set(TARGETS)
