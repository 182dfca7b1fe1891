"""Words that know their head, and phrases of them: what the grammar builds sentences from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from training.conllu import Sentence, Token

_CLOSERS = frozenset([".", "?", "!", ":", "“", ")", "–", ","])


@dataclass(eq=False, slots=True)
class Word:
    """A word with its head; ``tight`` words stand close to the word before, ``joined`` ones to the next."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str] = field(default_factory=dict)
    head: Word | None = None
    deprel: str = "dep"
    entity: str = ""
    tight: bool = False
    joined: bool = False
    compound: bool = False


@dataclass(slots=True)
class Phrase:
    """Words in their order, with the head that others agree with.

    ``kind`` is the class of the noun; ``pattern`` how an attribute is declined ("weak", "mixed", "strong"),
    empty where none may stand; ``slot`` is the place of attributes among the words.
    """

    head: Word
    words: list[Word]
    gender: str = "Neut"
    number: str = "Sing"
    kind: str = ""
    case: str = ""
    pattern: str = ""
    slot: int = 0
    pronoun: bool = False

    def hang(self, head: Word, deprel: str) -> Phrase:
        """Make the phrase a dependent of a word and return it."""
        self.head.head, self.head.deprel = head, deprel
        return self

    def before(self, words: Sequence[Word]) -> None:
        """Put words in front."""
        self.words[:0] = words

    def after(self, words: Sequence[Word]) -> None:
        """Put words behind."""
        self.words.extend(words)


def below(word: Word, head: Word, deprel: str) -> Word:
    """Make a word a dependent of another and return it."""
    word.head, word.deprel = head, deprel
    return word


def mark(form: str, head: Word, *, joined: bool = False) -> Word:
    """Return a punctuation mark that hangs on a word; opening ones are ``joined`` to the next word."""
    return Word(form, form, "PUNCT", {}, head, "punct", tight=form in _CLOSERS and form != "–", joined=joined)


def comma(head: Word) -> Word:
    """Return a comma of the clause or phrase with this head."""
    return mark(",", head)


def adverb(form: str, head: Word | None = None, upos: str = "ADV", deprel: str = "advmod") -> Word:
    """Return a word without inflection."""
    return Word(form, form.lower(), upos, {}, head, deprel)


def sentence(words: Iterable[Word], end: str = ".") -> Sentence:
    """Return the finished sentence: commas tidied, the end mark set, the first word of a clause capital.

    Exactly one word must have no head.
    """
    kept = _tidy(list(words))
    root = next(w for w in kept if w.head is None)
    root.deprel = "root"
    if end:
        if kept[-1].form == ",":
            kept.pop()
        kept.append(mark(end, root))
    _capitalise(kept)
    numbers = {id(w): i for i, w in enumerate(kept, 1)}
    tokens = [_token(w, numbers) for w in kept]
    for token, follower in zip(tokens, kept[1:], strict=False):
        if follower.tight:
            token.misc["SpaceAfter"] = "No"
    return Sentence(tokens)


def prefer_verb(words: list[Word]) -> list[Word]:
    """Hang "in Berlin" behind a noun on the verb where it may belong to either, and return the words.

    In front of the finite verb of a main clause it can but belong to the noun.
    """
    places = {id(w): i for i, w in enumerate(words)}
    for word in words:
        noun = word.head
        verb = noun.head if noun else None
        if not (noun and verb) or word.deprel != "nmod" or not _is_place(word, words):
            continue
        if verb.upos == "VERB" and noun.deprel != "acl" and not _in_front(noun, verb, words, places):
            below(word, verb, "obl")
    return words


def _is_place(word: Word, words: Sequence[Word]) -> bool:
    return word.entity == "B-Place" and any(w.head is word and w.lemma == "in" for w in words)


def _in_front(noun: Word, verb: Word, words: Sequence[Word], places: dict[int, int]) -> bool:
    """Whether the noun stands before the finite verb of its clause, which is not at the clause's end."""
    group = [verb, *(w for w in words if w.head is verb)]
    finite = next((w for w in group if w.feats.get("VerbForm") == "Fin"), None)
    if finite is None:
        return False
    ends = verb is not finite and places[id(verb)] < places[id(finite)]
    subordinate = any(w.head is verb and (w.deprel == "mark" or w.feats.get("PronType") == "Rel") for w in words)
    return places[id(noun)] < places[id(finite)] and not ends and not subordinate


def _tidy(words: list[Word]) -> list[Word]:
    """Leave out commas before another mark or at either end."""
    kept: list[Word] = []
    for word in words:
        if word.form == "," and (not kept or kept[-1].form in (",", "(", "„", ":", "–")):
            continue
        if word.form in (",", ".", "?", "–", ":") and kept and kept[-1].form == ",":
            kept.pop()
        kept.append(word)
    return kept


def _capitalise(words: Sequence[Word]) -> None:
    for before, word in zip([None, *words], words, strict=False):
        opening = before is None or before.form == ":" or (before is words[0] and before.upos == "PUNCT")
        if opening and (word.upos != "PROPN" or word.entity == "B-Person"):
            word.form = word.form[:1].upper() + word.form[1:]


def _token(word: Word, numbers: dict[int, int]) -> Token:
    head = numbers[id(word.head)] if word.head is not None else 0
    misc = {"SpaceAfter": "No"} if word.joined else {}
    if word.entity:
        misc["Entity"] = word.entity
    if word.compound:
        misc["Compound"] = "Yes"
    return Token(word.form, word.lemma, word.upos, dict(word.feats), head, word.deprel, misc=misc)
