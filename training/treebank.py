"""Public treebanks in our tokenisation and scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from training.conllu import Sentence, Token, read
from training.scheme import normalise
from training.tokenizer import blank_german

GSD_TEST = "de_gsd-ud-test"
TREEBANKS = ("de_gsd-ud-dev", "de_pud-ud-test", GSD_TEST)


def read_treebank(path: Path, nlp: Language | None = None) -> Iterator[Sentence]:
    """Yield normalised sentences of a treebank, tokenised as the model tokenises.

    Sentences whose words cross the tokenizer's words are left out (about one in a hundred).
    """
    nlp = nlp or blank_german()
    for sentence in read(path):
        merge_contractions(sentence)
        _close_quotes(sentence)
        merged = retokenise(sentence, [t.text for t in nlp.make_doc(sentence.text)])
        if merged is not None:
            yield normalise(merged)


def read_treebanks(data: Path, names: Iterable[str] = TREEBANKS) -> Iterator[Sentence]:
    """Yield the sentences of the named treebanks below ``data``."""
    nlp = blank_german()
    for name in names:
        yield from read_treebank(data / "treebanks" / f"{name}.conllu.xz", nlp)


def merge_contractions(sentence: Sentence) -> None:
    """Make "zu dem", written "zum", one token: a preposition with the features of the article."""
    for contraction in reversed(sentence.contractions):
        merge(sentence, contraction.first, contraction.last, contraction.form, contraction.space)
    sentence.contractions = []


def retokenise(sentence: Sentence, words: list[str]) -> Sentence | None:
    """Merge the tokens that lie in one word; None where a token lies in two words."""
    groups: list[tuple[int, int, str]] = []
    number = 1
    for word in (w for w in words if not w.isspace()):
        first, built = number, ""
        while len(built) < len(word) and number <= len(sentence.tokens):
            built += sentence.tokens[number - 1].form
            number += 1
        if built != word:
            return None
        groups.append((first, number - 1, word))
    for first, last, word in reversed(groups):
        if last > first:
            merge(sentence, first, last, word, sentence.tokens[last - 1].space)
    return sentence


def merge(sentence: Sentence, first: int, last: int, form: str, space: bool) -> None:
    """Replace the tokens ``first`` to ``last`` (1-based, inclusive) by one."""
    parts = sentence.tokens[first - 1 : last]
    top = _top(parts, first, last)
    token = Token(
        form, _lemma(parts, form), _upos(parts), _feats(parts), top.head, top.deprel, _head_part(parts).xpos
    )
    token.misc = {k: v for k, v in _head_part(parts).misc.items() if k != "SpaceAfter"}
    if not space:
        token.misc["SpaceAfter"] = "No"
    sentence.tokens[first - 1 : last] = [token]
    for other in sentence.tokens:
        other.head = _renumber(other.head, first, last)


def _renumber(number: int, first: int, last: int) -> int:
    if number < first:
        return number
    return first if number <= last else number - (last - first)


def _top(parts: list[Token], first: int, last: int) -> Token:
    """The part that hangs on a word outside: the preposition of "zum", the last of a compound."""
    outside = [t for t in parts if not first <= t.head <= last]
    if parts[0].upos == "ADP" and parts[-1].upos == "DET":
        return parts[0]
    words = [t for t in outside if t.upos != "PUNCT"]
    return (words or outside or parts)[-1]


def _words(parts: list[Token]) -> list[Token]:
    return [t for t in parts if t.upos != "PUNCT"] or parts


def _head_part(parts: list[Token]) -> Token:
    words = _words(parts)
    return words[0] if words[0].upos == "ADP" else words[-1]


def _upos(parts: list[Token]) -> str:
    return _head_part(parts).upos


def _feats(parts: list[Token]) -> dict[str, str]:
    return dict(_words(parts)[-1].feats)


def _lemma(parts: list[Token], form: str) -> str:
    if parts[0].upos == "ADP":
        return parts[0].lemma
    last = parts[-1]
    if last.upos == "PUNCT" or not form.endswith(last.form):
        return form
    return form[: len(form) - len(last.form)] + last.lemma


def _close_quotes(sentence: Sentence) -> None:
    """Set GSD's `` and '' close to the words they quote, as they stand in print."""
    for before, token in zip([None, *sentence.tokens], sentence.tokens, strict=False):
        if token.form == "``":
            token.misc["SpaceAfter"] = "No"
        elif token.form == "''" and before is not None:
            before.misc["SpaceAfter"] = "No"
