"""The project's own corpus: corrected trees, the test set, and raw articles with marked names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from training.agreement import name_spans
from training.articles import AnnotatedArticle, files, read_articles
from training.conllu import Sentence, read
from training.docs import LONGEST_PARAGRAPH
from training.raw import Name, read_raw
from training.validate import errors

TEST_PREFIX = "test-"
#: endings of adjectives made from places ("Münchner", "Schweizer"), which are no names by themselves
_ADJECTIVAL = ("er", "isch", "ische", "ischen", "ischer", "isches")
_FINAL_MARKS = ".!?:;“”\"'»«)…"


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its names as (start, end, class); ``open`` are stretches of which nothing is known."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    open: tuple[tuple[int, int], ...] = ()


def training_sentences(folder: Path) -> list[Sentence]:
    """Return the corrected sentences that may be trained on: no article of theirs is in the test set.

    Raises ValueError for a sentence that is no tree.
    """
    tested = {article_id(s) for s in test_sentences(folder)}
    files = sorted(p for p in folder.glob("*.conllu") if not p.name.startswith(TEST_PREFIX))
    return [s for path in files for s in _sound(path) if article_id(s) not in tested]


def _sound(path: Path) -> Iterator[Sentence]:
    for sentence in read(path):
        problems = errors(sentence)
        if problems:
            raise ValueError(f"{path}: {sentence.id}: {problems[0]}; see python -m training.annotate check {path}")
        yield sentence


def test_sentences(folder: Path) -> list[Sentence]:
    """Return the in-domain test set."""
    return [s for path in sorted(folder.glob(f"{TEST_PREFIX}*.conllu")) for s in _sound(path)]


def article_id(sentence: Sentence) -> str:
    """Return the id of the article that a sentence stands in ("a-001" of "a-001.03")."""
    return sentence.id.rpartition(".")[0]


def raw_texts(folder: Path, without: Iterable[str] = ()) -> Iterator[NamedText]:
    """Yield the raw articles, in pieces, save those named by id."""
    left_out = set(without)
    for path in sorted((folder / "raw").glob("*.txt")):
        for article in read_raw(path):
            if article.id not in left_out:
                yield from _paragraphs([_marked(text, names) for text, names in article.sentences])


def _marked(text: str, names: list[Name]) -> NamedText:
    return NamedText(text, tuple((n.start, n.end, n.type) for n in names))


def article_texts(folder: Path, *, held_out: bool = False) -> Iterator[NamedText]:
    """Yield the training articles, or those held out, in pieces, with every place where a declared name stands."""
    for path in files(folder / "articles", held_out=held_out):
        for article in read_articles(path):
            finder = _declared(article)
            yield from _paragraphs([finder(s.text) for s in article.sentences])


def _declared(article: AnnotatedArticle) -> Callable[[str], NamedText]:
    """Return a function that marks the declared names of an article in a text."""
    classes = {name: cls for cls, names in article.entities.values() for name in names}
    unsure = {
        name
        for cls, names in article.entities.values()
        for name in names
        if cls == "Topic" or name[:1].islower() or (cls == "Place" and name != names[0] and name.endswith(_ADJECTIVAL))
    }
    longest_first = sorted(classes, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(s|’|')?((?:-\w+)*)(?!\w)")

    def mark(text: str) -> NamedText:
        names, left_open = [], []
        for found in pattern.finditer(text):
            if found[1] in unsure:
                left_open.append(found.span())
            else:
                names.append((*found.span(), classes[found[1]]))
        return NamedText(text, tuple(names), tuple(left_open))

    return mark


def sentence_texts(sentences: Iterable[Sentence]) -> Iterator[NamedText]:
    """Yield annotated articles as texts with names."""
    for _, article in groupby(sentences, article_id):
        yield from _paragraphs([_named_sentence(s) for s in article])


def _named_sentence(sentence: Sentence) -> NamedText:
    offsets, offset = [], 0
    for token in sentence.tokens:
        offsets.append(offset)
        offset += len(token.form) + token.space
    spans = name_spans(sentence.tokens)
    ends = [(offsets[first], offsets[last - 1] + len(sentence.tokens[last - 1].form), t) for first, last, t in spans]
    return NamedText(sentence.text, tuple(ends))


def _paragraphs(sentences: Sequence[NamedText]) -> Iterator[NamedText]:
    """Yield an article in pieces of at most six sentences."""
    for i in range(0, len(sentences), LONGEST_PARAGRAPH):
        yield _joined(sentences[i : i + LONGEST_PARAGRAPH])


def _joined(sentences: Sequence[NamedText]) -> NamedText:
    """Join sentences to one text; a line ends after a headline."""
    text, names, left_open = "", [], []
    for sentence in sentences:
        if text:
            text += " " if text[-1] in _FINAL_MARKS else "\n"
        names += [(len(text) + start, len(text) + end, type_) for start, end, type_ in sentence.names]
        left_open += [(len(text) + start, len(text) + end) for start, end in sentence.open]
        text += sentence.text
    return NamedText(text, tuple(names), tuple(left_open))
