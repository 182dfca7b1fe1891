"""Documents with tags and trees written by hand, so that tests need no model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

_VOCAB: Vocab = spacy.blank("de").vocab
_MASC, _FEM, _NEUT = ("Number=Sing|Gender=" + gender for gender in ("Masc", "Fem", "Neut"))
#: short forms of the features that the tests need
_FEATURES = {
    "m": _MASC,
    "f": _FEM,
    "n": _NEUT,
    "pl": "Number=Plur",
    "sg": "Number=Sing",
    "fin": "Number=Sing|VerbForm=Fin",
    "finpl": "Number=Plur|VerbForm=Fin",
    "": "",
}


def parsed(*sentences: str) -> Doc:
    """Build a document of sentences in which each word is ``word/POS/relation/head/features``.

    Heads count from 1 inside their sentence, 0 is the root; verbs are given with ``=lemma``.
    """
    words, pos, deps, heads, morphs, lemmas = [], [], [], [], [], []
    for sentence in sentences:
        offset = len(words)
        for n, item in enumerate(sentence.split()):
            form, tag, relation, head, features = (item + "////").split("/")[:5]
            word, _, lemma = form.partition("=")
            words.append(word)
            lemmas.append(lemma or word)
            pos.append(tag)
            deps.append(relation)
            heads.append(offset + (int(head) - 1 if int(head) else n))
            morphs.append(_FEATURES[features])
    return Doc(_VOCAB, words=words, pos=pos, deps=deps, heads=heads, morphs=morphs, lemmas=lemmas)
