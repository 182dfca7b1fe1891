"""Sentences parted by length: every pair once, with what belongs to it."""

from __future__ import annotations

import numpy as np

from kg.articles.article import Article
from kg.claims.learned.features import encode
from kg.claims.learned.parts import LENGTHS, parts
from kg.claims.reader import ClaimReader

TEXT = (
    "Nvidia kauft Intel. Der Chiphersteller Infineon aus München verkauft nach Angaben des Konzerns vom Montag seine "
    "Sparte für Leistungshalbleiter an den amerikanischen Rivalen Qualcomm, der dafür wohl mehr als drei Milliarden "
    "Dollar zahlt. Siemens verklagt Bosch. Der Vorstand von Volkswagen will sich heute mit dem Betriebsrat einigen, "
    "sagte Oliver Blume."
)


def test_parts_hold_every_pair_with_its_sentence_and_rows(reader: ClaimReader) -> None:
    arrays = encode(reader.document(Article("a", TEXT)), reader.lexicon)
    assert arrays is not None
    given, seen = arrays.tokens, []
    for pairs, part in parts(given):
        seen += pairs.tolist()
        sentence = given["sentence"][pairs]
        width = part["word"].shape[1]
        assert np.array_equal(part["word"][part["sentence"]], given["word"][sentence][:, :width])
        assert np.array_equal(part["length"][part["sentence"]], given["length"][sentence])
        assert not given["word"][sentence][:, width:].any()
        rows = np.isin(given["row_pair"], pairs)
        assert np.array_equal(pairs[part["row_pair"]], given["row_pair"][rows])
        assert np.array_equal(part["row_bits"], given["row_bits"][rows])
        assert len({int(n) for n in np.searchsorted(LENGTHS, part["length"])}) == 1
    assert sorted(seen) == list(range(len(arrays.pairs)))
    assert len(seen) > len(given["length"]) > 1
