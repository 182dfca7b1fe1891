"""CoNLL-U in and out: sentences as lists of mutable tokens."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

NO_VALUE = "_"


@dataclass(slots=True)
class Token:
    """One syntactic word; ``head`` is the 1-based index of its head, 0 for the root."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str
    xpos: str = NO_VALUE
    misc: dict[str, str] = field(default_factory=dict)

    @property
    def space(self) -> bool:
        """Whether a space follows in the text."""
        return self.misc.get("SpaceAfter") != "No"


@dataclass(frozen=True, slots=True)
class Contraction:
    """A word of the text that stands for several tokens ("zum" for "zu dem"), 1-based and inclusive."""

    first: int
    last: int
    form: str
    space: bool


@dataclass(slots=True)
class Sentence:
    """A tree with its comments (``sent_id``, ``newdoc id``, ``style``, …)."""

    tokens: list[Token]
    comments: dict[str, str] = field(default_factory=dict)
    contractions: list[Contraction] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The ``sent_id`` comment, empty where there is none."""
        return self.comments.get("sent_id", "")

    @property
    def text(self) -> str:
        """The words with their spaces (contractions must have been merged before)."""
        return "".join(t.form + " " * t.space for t in self.tokens).rstrip()


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a .conllu or .conllu.xz file.

    Raises ValueError naming file and line for a line that has not ten columns.
    """
    sentence = Sentence([])
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for number, raw in enumerate(stream, 1):
            line = raw.rstrip("\n")
            if line:
                _read_line(sentence, line, f"{path}:{number}")
            elif sentence.tokens:
                yield sentence
                sentence = Sentence([])
    if sentence.tokens:
        yield sentence


def write(sentences: Iterable[Sentence], path: Path) -> None:
    """Write sentences as CoNLL-U."""
    path.write_text("".join(format_sentence(s) for s in sentences), encoding="utf-8")


def format_sentence(sentence: Sentence) -> str:
    """Return one CoNLL-U block with its closing blank line."""
    comments = {**sentence.comments, "text": sentence.text}
    lines = [f"# {key} = {value}" if value else f"# {key}" for key, value in comments.items()]
    lines += [_format_token(i, t) for i, t in enumerate(sentence.tokens, 1)]
    return "\n".join(lines) + "\n\n"


def parse_pairs(column: str) -> dict[str, str]:
    """Read a FEATS or MISC column.

    >>> parse_pairs("Case=Dat|Number=Plur")
    {'Case': 'Dat', 'Number': 'Plur'}
    """
    if column == NO_VALUE:
        return {}
    return {key: value for key, _, value in (pair.partition("=") for pair in column.split("|"))}


def format_pairs(pairs: dict[str, str]) -> str:
    """Write a FEATS or MISC column, keys sorted.

    >>> format_pairs({"Number": "Plur", "Case": "Dat"})
    'Case=Dat|Number=Plur'
    """
    return "|".join(f"{key}={pairs[key]}" for key in sorted(pairs, key=str.lower)) or NO_VALUE


def _read_line(sentence: Sentence, line: str, place: str) -> None:
    if line.startswith("#"):
        key, _, value = line[1:].partition("=")
        sentence.comments[key.strip()] = value.strip()
        return
    columns = line.split("\t")
    if len(columns) != 10:
        raise ValueError(f"{place}: {len(columns)} columns where CoNLL-U has 10; separate them by one tab")
    number, form, lemma, upos, xpos, feats, head, deprel, _, misc = columns
    if "-" in number:
        first, last = (int(n) for n in number.split("-"))
        space = parse_pairs(misc).get("SpaceAfter") != "No"
        sentence.contractions.append(Contraction(first, last, form, space))
    elif "." not in number:
        token = Token(form, lemma, upos, parse_pairs(feats), int(head), deprel, xpos, parse_pairs(misc))
        sentence.tokens.append(token)


def _format_token(number: int, token: Token) -> str:
    feats, misc = format_pairs(token.feats), format_pairs(token.misc)
    columns = (number, token.form, token.lemma, token.upos, token.xpos, feats, token.head, token.deprel)
    return "\t".join(str(c) for c in (*columns, NO_VALUE, misc))
