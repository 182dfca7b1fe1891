"""Which words call which frames and cues, in whatever form they stand."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.learned.scheme import LABELS_OF
from kg.claims.learned.triggered import trigger_frames
from kg.claims.reader import ClaimReader

WORDS = [
    ("Synopsys übernimmt Ansys.", "übernimmt", "acquires"),
    ("Die Milliardenübernahme von Ansys ist geplatzt.", "Milliardenübernahme", "acquires"),
    ("Google stellte am Dienstag Gemini 4 vor.", "stellte", "launches"),
    ("Tesla dementierte den Bericht.", "dementierte", "denies"),
    ("Der Rivale Meituan wächst.", "Rivale", "competesWith"),
    ("Die Gewerkschaft Verdi kündigt einen Warnstreik bei Amazon an.", "Warnstreik", "strikesAt"),
    ("Der in Walldorf ansässige Konzern SAP wächst.", "ansässige", "locatedIn"),
]


@pytest.mark.parametrize(("sentence", "word", "predicate"), WORDS)
def test_words_call_their_predicates(reader: ClaimReader, sentence: str, word: str, predicate: str) -> None:
    document = reader.document(Article("a", sentence))
    i = document.syntax.words.index(word)
    assert predicate in {frame.predicate for frame in trigger_frames(document, reader.lexicon, i)}


def test_function_words_call_nothing(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "Und der Konzern ist in der Stadt."))
    for word in ("Und", "der", "in"):
        assert trigger_frames(document, reader.lexicon, document.syntax.words.index(word)) == ()


def test_predicates_with_values_have_a_label_for_each_kind() -> None:
    assert LABELS_OF["cutsJobs"] == ("cutsJobs", "cutsSomeJobs")
    assert LABELS_OF["sharePriceChange"] == ("risesBy", "fallsBy", "rises", "falls")
    assert LABELS_OF["acquires"] == ("acquires",)
