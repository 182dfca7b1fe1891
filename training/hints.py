"""What the parser is told of names: which words belong to a name of which class, so that it need not know the name.

The recogniser runs before the tree is built, and the encoder of words reads its classes (``ENT_TYPE``). In training the
names of a tree are exchanged for others of their class all the time, and some are hidden or mistaken, as the recogniser
hides and mistakes them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from kg.language.gazetteer import AuthorityRecord
from training.agreement import name_spans
from training.conllu import Sentence, Token
from training.docs import Paragraph, example, to_doc

#: share of names that are exchanged, that the parser is not told of, that it is told of with another class; share of
#: other nouns of which it is told that they are names
EXCHANGED, HIDDEN, MISTAKEN, INVENTED = 0.7, 0.08, 0.04, 0.03
_TYPES = ("Company", "Person", "Place", "Product", "GovernmentBody")
#: first token, the one after the last, class
Name = tuple[int, int, str]
#: class and number of words → names
Pools = Mapping[tuple[str, int], Sequence[tuple[str, ...]]]


def name_pools(known: Iterable[AuthorityRecord], companies: Iterable[str]) -> Pools:
    """Return the names of known entities, and of listed companies, by class and number of words."""
    pools: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for type_, name in [*((one.type, one.name) for one in known), *(("Company", name) for name in companies)]:
        words = tuple(name.split())
        if all(word[:1].isupper() or word[:1].isdigit() for word in words) and not name.endswith(("s", ".")):
            pools[type_, len(words)].add(words)
    return {key: sorted(names) for key, names in pools.items()}


class NameWords:
    """Puts other names of the same class and length in the places of the names of a tree."""

    def __init__(self, pools: Pools) -> None:
        self._pools = pools

    def exchanged(self, sentence: Sentence, chance: random.Random) -> Sentence:
        """Return the sentence with most of its names exchanged; tree and features stay."""
        tokens = list(sentence.tokens)
        for first, last, type_ in name_spans(tokens):
            stock = self._pools.get((type_, last - first))
            if stock and chance.random() < EXCHANGED and _is_plain(tokens[first:last]):
                for i, word in enumerate(chance.choice(stock), first):
                    tokens[i] = replace(tokens[i], form=word, lemma=word)
        return Sentence(tokens, sentence.comments)


def _is_plain(tokens: Sequence[Token]) -> bool:
    """Whether the words of a name say nothing but the name: no compound, no genitive, no adjective."""
    return all(t.upos == "PROPN" and t.form == t.lemma and "Compound" not in t.misc for t in tokens) and all(
        t.deprel == "flat" for t in tokens[1:]
    )


def recognised(sentences: Iterable[Sentence], recogniser: Language) -> Iterator[Sentence]:
    """Yield sentences without marked names with the names that the recogniser finds."""
    for sentence in sentences:
        words = [t.form for t in sentence.tokens]
        doc = recogniser.get_pipe("ner")(Doc(recogniser.vocab, words, [t.space for t in sentence.tokens]))
        tags = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc]
        tokens = [
            replace(token, misc=token.misc | {"Entity": tag}) if tag != "O" else token
            for token, tag in zip(sentence.tokens, tags, strict=True)
        ]
        yield Sentence(tokens, sentence.comments)


def hinted_example(paragraph: Paragraph, nlp: Language, chance: random.Random | None = None) -> Example:
    """Return an example whose words carry the names of the paragraph, with mistakes if ``chance`` is given."""
    found = example(to_doc(paragraph, nlp.vocab, names=True))
    names = [(name.start, name.end, name.label_) for name in found.reference.ents]
    if chance is not None:
        names = list(_with_mistakes(names, chance))
        names += _invented(found.reference, names, chance)
    found.predicted.set_ents([Span(found.predicted, *name) for name in names], default="outside")
    return found


def _with_mistakes(names: Iterable[Name], chance: random.Random) -> Iterator[Name]:
    """Yield names, some with another class, and without those that are hidden."""
    for first, last, type_ in names:
        luck = chance.random()
        if luck >= HIDDEN:
            yield first, last, chance.choice(_TYPES) if luck < HIDDEN + MISTAKEN else type_


def _invented(doc: Doc, names: Iterable[Name], chance: random.Random) -> Iterator[Name]:
    """Yield some nouns outside of names as names."""
    told = {i for first, last, _ in names for i in range(first, last)}
    for i, token in enumerate(doc):
        if i not in told and token.pos_ == "NOUN" and chance.random() < INVENTED:
            yield i, i + 1, chance.choice(_TYPES)
