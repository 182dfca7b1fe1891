"""spaCy documents from annotated sentences, and texts with names."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.training import Example, biluo_tags_to_spans, iob_to_biluo
from spacy.vocab import Vocab

from training.conllu import Sentence, Token, format_pairs

#: a training document never holds more sentences than a paragraph does
LONGEST_PARAGRAPH = 6
#: how often a line ends between two sentences that do not have to be on two lines
LINE_END_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Consecutive sentences; ``breaks`` are the positions of those that end a line."""

    sentences: Sequence[Sentence]
    breaks: frozenset[int] = frozenset()


def paragraphs(sentences: Iterable[Sentence], seed: float = 0) -> Iterator[Paragraph]:
    """Group consecutive sentences of one document by one to six, chosen at random."""
    chance = random.Random(seed)
    group: list[Sentence] = []
    size = _length(chance)
    for sentence in sentences:
        if group and (len(group) >= size or "newdoc id" in sentence.comments):
            yield _paragraph(group, chance)
            group, size = [], _length(chance)
        group.append(sentence)
    if group:
        yield _paragraph(group, chance)


def _length(chance: random.Random) -> int:
    return chance.randint(1, LONGEST_PARAGRAPH)


def _paragraph(sentences: list[Sentence], chance: random.Random) -> Paragraph:
    """End a line after a sentence without final mark (a headline), and now and then elsewhere."""
    unmarked = [s.tokens[-1].upos != "PUNCT" for s in sentences]
    breaks = {i for i, bare in enumerate(unmarked) if bare or chance.random() < LINE_END_SHARE}
    return Paragraph(tuple(sentences), frozenset(breaks - {len(sentences) - 1}))


def to_doc(paragraph: Paragraph, vocab: Vocab, names: bool = False) -> Doc:
    """Return a document with the trees of a paragraph, and with its names if asked for.

    A line end is a token of its own that hangs on the word before, as in spaCy's own pipelines.
    """
    tokens: list[Token] = []
    heads: list[int] = []
    starts: list[bool] = []
    for position, sentence in enumerate(paragraph.sentences):
        base = len(tokens)
        tokens += sentence.tokens
        heads += [base + t.head - 1 if t.head else base + i for i, t in enumerate(sentence.tokens)]
        starts += [i == 0 for i in range(len(sentence.tokens))]
        if position in paragraph.breaks:
            tokens.append(Token("\n", "\n", "SPACE", {}, 0, "dep", misc={"SpaceAfter": "No"}))
            heads.append(len(tokens) - 2)
            starts.append(False)
    doc = Doc(
        vocab,
        words=[t.form for t in tokens],
        spaces=[_space(tokens, i) for i in range(len(tokens))],
        lemmas=[t.lemma for t in tokens],
        pos=[t.upos for t in tokens],
        morphs=["" if not t.feats else format_pairs(t.feats) for t in tokens],
        heads=heads,
        deps=["ROOT" if t.deprel == "root" else t.deprel for t in tokens],
    )
    if names:
        set_names(doc, [t.misc.get("Entity", "O") for t in tokens])
    return doc


def _space(tokens: Sequence[Token], i: int) -> bool:
    at_line_end = i + 1 < len(tokens) and tokens[i + 1].upos == "SPACE"
    return tokens[i].space and not at_line_end


def set_names(doc: Doc, tags: Iterable[str]) -> None:
    """Set the names of a document from IOB tags ("B-Company", "I-Company", "O")."""
    spans = biluo_tags_to_spans(doc, iob_to_biluo(list(tags)))
    doc.set_ents(spans, default="outside")


def example(doc: Doc) -> Example:
    """Return an example: the words of the document without annotation, and the document."""
    bare = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    return Example(bare, doc)
