"""A document as the arrays that the relation model reads.

Names are hidden behind their class, so that the model learns how relations are said and not who has them.
Words are read as hashed whole words and hashed character n-grams (Bojanowski et al. 2017, "Enriching word vectors
with subword information"), beside part of speech, relation, class, and the predicates whose frames the word triggers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.claims.learned.candidates import sentence_pairs
from kg.claims.learned.cues import cue_bits
from kg.claims.learned.forms import form_bits
from kg.claims.learned.marks import frame_marks
from kg.claims.learned.prominence import prominence
from kg.claims.learned.rivals import parties
from kg.claims.learned.rows import read_rows
from kg.claims.learned.scheme import (
    CLASS_NUMBER,
    CLASSES,
    DISTANCES,
    INDUSTRY_NUMBER,
    KIND_NUMBER,
    LABEL_NUMBER,
    LABELS,
    LABELS_OF,
    LEMMA_ROWS,
    OF_ONE,
    PIECE_ROWS,
    PIECES,
    POS,
    RELATIONS,
    TOKENS,
    WORD_ROWS,
    Pair,
    index_of,
)
from kg.claims.learned.slot_table import Numbers, SlotTable
from kg.claims.learned.triggered import Frames, trigger_frames
from kg.claims.lexicon import REMEMBERED, Lexicon

_POS, _RELATION = index_of(POS), index_of(RELATIONS)
_HIDDEN = frozenset({"name", "adjective", "demonym", "compound"})
_DIGITS = re.compile(r"\d+")
#: most tokens of a way up the tree that are looked at
_HIGHEST = 40


@dataclass(frozen=True, slots=True)
class Arrays:
    """The sentences of a document and its pairs; row ``i`` of the pair arrays is ``pairs[i]``."""

    tokens: dict[str, npt.NDArray[np.generic]]
    pairs: tuple[Pair, ...]


def encode(
    document: Document,
    lexicon: Lexicon,
    silent: Sequence[tuple[int, int]] = (),
    framed: Iterable[Claim] = (),
) -> Arrays | None:
    """Return the arrays of a document; None where no sentence has a pair.

    Sentences without pairs, and those that begin in one of the ``silent`` character ranges, are left out. ``framed``
    are the claims that frames and constructions found.
    """
    by_sentence = _speaking(document, silent)
    if not by_sentence:
        return None
    pairs = [pair for found in by_sentence.values() for pair in found]
    frames = _frames(document, lexicon, by_sentence)
    arrays = _token_arrays(document, lexicon, frames, [*by_sentence])
    table = SlotTable(pairs)
    arrays |= _pair_arrays(document, pairs, table, arrays["word"].shape[1])
    rows = read_rows(document, lexicon, frames, pairs, table)
    arrays |= {"row_pair": rows.pair, "row_token": rows.token, "row_integers": rows.integers, "row_bits": rows.bits}
    return Arrays(arrays | {"marks": frame_marks(framed, document, pairs)}, tuple(pairs))


def _speaking(document: Document, silent: Sequence[tuple[int, int]]) -> dict[int, list[Pair]]:
    """Return the pairs of the sentences that have any and do not begin in a silent range, by number."""
    found: dict[int, list[Pair]] = {}
    for number, (first, _) in enumerate(document.syntax.sentences):
        if not any(start <= document.syntax.starts[first] < end for start, end in silent):
            found[number] = list(sentence_pairs(document, number))
    return {number: pairs for number, pairs in found.items() if pairs}


def _frames(document: Document, lexicon: Lexicon, sentences: Iterable[int]) -> dict[int, Frames]:
    """Return the frames that the tokens of sentences trigger."""
    ranges = (range(*document.syntax.sentences[number]) for number in sentences)
    return {i: frames for tokens in ranges for i in tokens if (frames := trigger_frames(document, lexicon, i))}


@lru_cache(maxsize=65536)
def word_row(word: str) -> int:
    """Return the table row of a word."""
    return len(CLASSES) + crc32(_DIGITS.sub("0", word.lower()).encode()) % (WORD_ROWS - len(CLASSES))


@lru_cache(maxsize=65536)
def lemma_row(lemma: str) -> int:
    """Return the table row of a lemma; verbs have their particle in front."""
    return len(CLASSES) + crc32(_DIGITS.sub("0", lemma.lower()).encode()) % (LEMMA_ROWS - len(CLASSES))


@lru_cache(maxsize=65536)
def piece_rows(word: str) -> tuple[int, ...]:
    """Return the table rows of a word's character n-grams, its ending first; row 0 stands for none."""
    framed = f"<{_DIGITS.sub('0', word.lower())}>"
    grams = [framed[i : i + n] for n in (5, 4, 3) for i in range(len(framed) - n, -1, -1)]
    if len(grams) > PIECES:
        grams = grams[:: max(1, len(grams) // PIECES)]
    return tuple(1 + crc32(g.encode()) % (PIECE_ROWS - 1) for g in grams[:PIECES])


def _token_arrays(
    document: Document, lexicon: Lexicon, frames: Mapping[int, Frames], rows: Sequence[int]
) -> dict[str, npt.NDArray[np.generic]]:
    s = document.syntax
    spans = [(a, min(b, a + TOKENS)) for a, b in (s.sentences[n] for n in rows)]
    shape = len(spans), max(b - a for a, b in spans)
    word, lemma, pos = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    relation, cls, kind = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    head = np.tile(np.arange(shape[1], dtype=np.int64), (shape[0], 1))
    pieces = np.zeros((*shape, PIECES), np.int64)
    triggers = np.zeros((*shape, len(LABELS)), np.float32)
    values = _value_tokens(document)
    for row, (a, b) in enumerate(spans):
        for column, i in enumerate(range(a, b)):
            mention = document.at[i][0] if i in document.at else None
            text = s.words[i]
            pos[row, column] = _POS.get(s.pos[i], 0)
            relation[row, column] = _RELATION.get(s.deps[i], 0)
            head[row, column] = s.heads[i] - a if a <= s.heads[i] < b else column
            if mention is not None:
                cls[row, column] = CLASS_NUMBER.get(mention.type, 0)
                kind[row, column] = KIND_NUMBER.get(mention.kind, 0)
            elif i in values:
                cls[row, column], kind[row, column] = values[i], KIND_NUMBER["value"]
            if mention is not None and mention.kind in _HIDDEN:
                word[row, column] = lemma[row, column] = CLASS_NUMBER.get(mention.type, 0)
                text = mention.head or ""
            else:
                word[row, column] = word_row(text)
                lemma[row, column] = lemma_row(s.lemmas[i])
            if text:
                grams = piece_rows(text)
                pieces[row, column, : len(grams)] = grams
            for label in _triggered(frames[i]) if i in frames else ():
                triggers[row, column, label] = 1.0
    length = np.array([b - a for a, b in spans], np.int64)
    return {
        "word": word, "pieces": pieces, "pos": pos, "relation": relation, "head": head, "cls": cls, "kind": kind,
        "triggers": triggers, "length": length,
        "lemma": lemma, "forms": form_bits(document, spans, shape), "cues": cue_bits(document, lexicon, spans, shape),
    }  # fmt: skip


def _value_tokens(document: Document) -> dict[int, int]:
    found = {i: CLASS_NUMBER["time"] for t in document.times for i in range(t.first, t.last)}
    return found | {i: CLASS_NUMBER.get(q.kind, 0) for q in document.quantities for i in range(q.first, q.last)}


@lru_cache(maxsize=REMEMBERED)
def _triggered(frames: Frames) -> frozenset[int]:
    """Return the labels that frames give."""
    return frozenset(LABEL_NUMBER[name] for f in frames for name in LABELS_OF.get(f.predicate, ()))


def _pair_arrays(
    document: Document, pairs: Sequence[Pair], table: SlotTable, width: int
) -> dict[str, npt.NDArray[np.generic]]:
    _, sentence = np.unique([pair.sentence for pair in pairs], return_inverse=True)
    starts = np.array([document.syntax.sentences[number][0] for number in table.sentences], np.int64)
    a, b = table.subject, table.object
    ends = table.first - starts, table.last - starts
    return {
        "sentence": sentence,
        "bounds": np.stack([end[slot] for slot in (a, b) for end in ends], 1),
        "classes": np.stack([column[slot] for slot in (a, b) for column in (table.type, table.kind)], 1),
        "distance": _distance(table),
        "industries": _industries(document, table)[np.stack([a, b], 1)].reshape(len(pairs), -1),
        "prominence": prominence(document, table)[np.stack([a, b], 1)].reshape(len(pairs), -1),
        "path": _path_array(document, table, starts, width),
        "parties": parties(pairs),
    }


def _industries(document: Document, table: SlotTable) -> Numbers:
    """Return slots × ``OF_ONE``: numbers of what is known of an entity's industries or kinds, 0 for none."""
    found = np.zeros((len(table.slots), OF_ONE), np.int64)
    for row, slot in zip(found, table.slots, strict=True):
        kinds = document.referents[slot.referent].kinds if slot.referent >= 0 else ()
        numbers = sorted(INDUSTRY_NUMBER.get(kind, 0) for kind in kinds)[:OF_ONE]
        row[: len(numbers)] = numbers
    return found


def _distance(table: SlotTable) -> Numbers:
    """Return 0 for a slot with itself, 1 where one is only meant, then steps ahead or back."""
    a, b = table.subject, table.object
    back = table.first[b] < table.first[a]
    gap = np.where(back, table.first[a] - table.last[b], table.first[b] - table.last[a])
    steps = 2 + np.searchsorted(DISTANCES, np.maximum(gap, 0)) + (len(DISTANCES) + 1) * back
    return np.where(a == b, 0, np.where(table.implied[a] | table.implied[b], 1, steps))


def _path_array(document: Document, table: SlotTable, starts: Numbers, width: int) -> Numbers:
    """Return pairs × tokens, 1 on the way in the tree from one slot to the other; to the root where one is absent."""
    heights = _heights(document.syntax.heads, table, starts, width)
    a, b = heights[table.subject], heights[table.object]
    meeting = np.where((a > 0) & (b > 0), a, 0).max(1, keepdims=True)
    path: Numbers = (np.maximum(a, b) >= np.maximum(meeting, 1)).astype(np.int64)
    return path


def _heights(heads: Sequence[int], table: SlotTable, starts: Numbers, width: int) -> npt.NDArray[np.int16]:
    """Return slots × tokens: for those from the slot up to the root how many stand above, themselves included."""
    found = np.zeros((len(table.slots), width), np.int16)
    for row, slot, start in zip(found, table.slots, starts.tolist(), strict=True):
        way = [] if slot.is_implied else [slot.last - 1]
        while way and heads[way[-1]] != way[-1]:
            way.append(heads[way[-1]])
        for height, i in zip(range(len(way), 0, -1), way[:_HIGHEST], strict=False):
            if 0 <= i - start < width:
                row[i - start] = height
    return found
