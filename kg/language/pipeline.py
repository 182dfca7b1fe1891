"""The language pipeline: a spaCy model with Universal Dependencies, and our annotations on top of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.lexeme import Lexeme
from spacy.tokens import Doc

from kg.articles.paragraphs import dateline_ends
from kg.language.gazetteer import Authority, shared_authority
from kg.language.mentions import MentionFinder
from kg.language.mentions.reading import known_word, odd_shape
from kg.language.models import MODELS
from kg.language.quantities import find_quantities
from kg.language.spans import Mention, Quantity, Referent, Time
from kg.language.syntax import Syntax
from kg.language.times import find_times

_FULL_STOP = "."
#: classes whose names are no compounds of ordinary words
_NEVER_PLAIN = frozenset({"Regulator", "GovernmentBody", "Union", "MarketIndex", "StockExchange", "MediaOutlet"})


class UnknownLanguage(ValueError):
    """There is no pipeline for a language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        super().__init__(f"no pipeline for language {lang!r}; there is one for {', '.join(MODELS)}")


@Language.component("kg_lines")
def end_sentences_at_lines(doc: Doc) -> Doc:
    """Make every line break and dateline end a sentence, as a full stop does: headlines carry none."""
    _part_datelines(doc)
    after_break = False
    for token in doc:
        if after_break and not token.is_space:
            token.is_sent_start = True
            after_break = False
        if "\n" in token.text:
            after_break = True
            if token.i:
                token.is_sent_start = False
            _look_like_full_stop(token.lex)
    return doc


def _part_datelines(doc: Doc) -> None:
    """Begin a sentence behind each dateline: the model takes its place for a subject."""
    for end in dateline_ends(doc.text):
        first = doc.char_span(end, end + 1, alignment_mode="expand")
        if first is not None and first.start_char == end:
            first[0].is_sent_start = True


def _look_like_full_stop(line_break: Lexeme) -> None:
    """Show the model, which has seen sentences only, a full stop where a line ends."""
    if line_break.norm_ != _FULL_STOP:
        line_break.norm_ = line_break.prefix_ = line_break.suffix_ = line_break.shape_ = _FULL_STOP


@Language.component("kg_plain_compounds")
def forget_plain_compounds(doc: Doc) -> Doc:
    """Take back bodies that are compounds of plain words, before the tree is built: "Beta-Version"."""
    kept = [name for name in doc.ents if name.label_ not in _NEVER_PLAIN or not _is_plain_compound(name.text)]
    if len(kept) < len(doc.ents):
        doc.ents = kept
    return doc


def _is_plain_compound(text: str) -> bool:
    parts = text.split("-")
    return len(parts) > 1 and all(part and known_word(part) and not odd_shape(part) for part in parts)


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the language components found in one text."""

    doc: Doc
    mentions: Sequence[Mention]
    referents: Sequence[Referent]
    quantities: Sequence[Quantity]
    times: Sequence[Time]
    syntax: Syntax


class Pipeline:
    """A loaded model with its dictionary of names."""

    def __init__(self, nlp: Language, authority: Authority) -> None:
        self.nlp = nlp
        self.authority = authority
        self._mentions = MentionFinder(authority)
        # the readers limit how long a text may be, and the user may raise that limit
        nlp.max_length = max(nlp.max_length, 1 << 30)
        if "kg_lines" not in nlp.pipe_names:
            nlp.add_pipe("kg_lines", first=True)
        if "ner" in nlp.pipe_names and "kg_plain_compounds" not in nlp.pipe_names:
            nlp.add_pipe("kg_plain_compounds", after="ner")

    def annotate(self, text: str, published: dt.date | None = None) -> Annotations:
        """Run the model and the components over a text."""
        return self.components(self.nlp(text), published)

    def components(self, doc: Doc, published: dt.date | None = None) -> Annotations:
        """Find mentions, quantities and times in a document that the model has been over."""
        quantities = find_quantities(doc)
        times = find_times(doc, published)
        reading = self._mentions.reading(doc)
        mentions, referents = self._mentions.find(reading)
        return Annotations(doc, mentions, referents, quantities, times, reading.syntax)


def load_pipeline(
    lang: str = "de", model: str | Path | Language | None = None, authority: Sequence[Path] = ()
) -> Pipeline:
    """Load the shipped model of a language, or another UD model by name or folder, or take one that is loaded.

    ``authority`` are folders with further name files, read after the shipped one. Raises ``UnknownLanguage``
    for a language without a model.
    """
    if model is None and lang not in MODELS:
        raise UnknownLanguage(lang)
    nlp = model if isinstance(model, Language) else spacy.load(model or MODELS[lang])
    return Pipeline(nlp, shared_authority(tuple(authority)))
