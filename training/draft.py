"""What an annotator need not correct by hand: a first draft brought closer to the scheme by rule."""

from __future__ import annotations

from training.conllu import Sentence, Token
from training.lemmas import Lemmas, proper_lemma

_CASES = ("Case", "Number")


def tidy(sentence: Sentence, lemmas: Lemmas) -> Sentence:
    """Correct, in place, what the marked names and the scheme decide."""
    for token in sentence.tokens:
        if token.upos == "PROPN" and "Entity" not in token.misc and not token.form.isupper():
            token.upos = "NOUN"
        elif token.deprel == "amod" and token.upos in ("VERB", "NOUN", "PROPN") and token.form.islower():
            token.upos, token.feats = (
                "ADJ",
                {k: v for k, v in token.feats.items() if k in (*_CASES, "Gender")},
            )
    for number in range(2, len(sentence.tokens) + 1):
        _noun_before_name(sentence, number)
    for token in sentence.tokens:
        token.lemma = lemmas.lemma(token.form, token.upos, token.lemma, token.feats)
        if token.upos == "PROPN" and token.lemma == token.form:
            token.lemma = proper_lemma(token.form, token.feats.get("Case"))
    return sentence


def _noun_before_name(sentence: Sentence, number: int) -> None:
    """ "der Chiphersteller Infineon": where the name was taken for the head, the noun is."""
    name, noun = sentence.tokens[number - 1], sentence.tokens[number - 2]
    begins = name.misc.get("Entity", "").startswith("B-") and name.upos == "PROPN"
    if not begins or noun.upos != "NOUN" or ("Entity" in noun.misc and noun.misc.get("Compound") != "Yes"):
        return
    if noun.head == number:
        _exchange(sentence, number, number - 1)
    elif name.head == number - 1 and name.deprel in ("flat", "nmod") and not name.form.endswith("s"):
        name.deprel = "appos"


def _exchange(sentence: Sentence, name: int, noun: int) -> None:
    title, proper = sentence.tokens[noun - 1], sentence.tokens[name - 1]
    title.head, title.deprel = proper.head, proper.deprel
    for other in sentence.tokens:
        if other.head == name and other.deprel != "flat" and _moves(other):
            other.head = noun
    proper.head, proper.deprel = noun, "appos"


def _moves(token: Token) -> bool:
    return token.deprel not in ("flat", "punct", "appos")
