"""Documents with tags and trees written by hand, so that tests need no model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

_VOCAB: Vocab = spacy.blank("de").vocab


def parsed(*sentences: str) -> Doc:
    """Build a document; each word is ``word/POS/relation/head[/features]``, heads count from 1 in a sentence.

    A word with a leading ``_`` stands without a space before it; ``|`` in a word is a line break.
    """
    words: list[str] = []
    spaces: list[bool] = []
    pos, deps, heads, morphs, starts = [], [], [], [], []
    for sentence in sentences:
        offset = len(words)
        for n, item in enumerate(sentence.split()):
            word, tag, relation, head, *features = item.split("/")
            if word.startswith("_") and spaces:
                spaces[-1] = False
            words.append(word.removeprefix("_"))
            spaces.append(True)
            pos.append(tag)
            deps.append(relation)
            heads.append(offset + (int(head) - 1 if int(head) else n))
            morphs.append(features[0] if features else "")
            starts.append(n == 0)
    return Doc(
        _VOCAB, words=words, spaces=spaces, pos=pos, deps=deps, heads=heads, morphs=morphs,
        lemmas=[w.lower() if p in ("VERB", "AUX") else w for w, p in zip(words, pos, strict=True)],
    )  # fmt: skip
