"""spaCy documents from annotated sentences."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc
from spacy.training import biluo_tags_to_spans, iob_to_biluo
from spacy.vocab import Vocab

from training.conllu import Sentence, format_pairs

#: a document never holds more sentences than a paragraph does
LONGEST_PARAGRAPH = 6


def to_doc(sentences: Sequence[Sentence], vocab: Vocab, names: bool = False) -> Doc:
    """Return one document with the trees of these sentences, and with their names if asked for."""
    tokens = [t for s in sentences for t in s.tokens]
    heads, starts = [], []
    for sentence in sentences:
        base = len(heads)
        heads += [base + t.head - 1 if t.head else base + i for i, t in enumerate(sentence.tokens)]
        starts += [i == 0 for i in range(len(sentence.tokens))]
    doc = Doc(
        vocab,
        words=[t.form for t in tokens],
        spaces=[t.space for t in tokens],
        lemmas=[t.lemma for t in tokens],
        pos=[t.upos for t in tokens],
        morphs=["" if not t.feats else format_pairs(t.feats) for t in tokens],
        heads=heads,
        deps=["ROOT" if t.deprel == "root" else t.deprel for t in tokens],
        sent_starts=None,
    )
    if names:
        set_names(doc, [t.misc.get("Entity", "O") for t in tokens])
    return doc


def set_names(doc: Doc, tags: Iterable[str]) -> None:
    """Set the names of a document from IOB tags ("B-Company", "I-Company", "O")."""
    spans = biluo_tags_to_spans(doc, iob_to_biluo(list(tags)))
    doc.set_ents(spans, default="outside")


def paragraphs(sentences: Iterable[Sentence], seed: int = 0) -> Iterator[list[Sentence]]:
    """Group consecutive sentences of one document by one to six, chosen at random."""
    chance = random.Random(seed)
    group: list[Sentence] = []
    size = chance.randint(1, LONGEST_PARAGRAPH)
    for sentence in sentences:
        if group and (len(group) >= size or "newdoc id" in sentence.comments):
            yield group
            group, size = [], chance.randint(1, LONGEST_PARAGRAPH)
        group.append(sentence)
    if group:
        yield group
