"""Verbs that a tagger takes for adjectives: "Laut einer Umfrage rechnen Analysten mit einem Umsatz von 9 Milliarden".

Behind a phrase, a plural verb before its subject looks like an attribute of it. The sentence then lacks a verb, and is
often cut in two behind the subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import simplemma

#: verbs by which many expect something, the ones that stand so
_FORMS = frozenset({"rechnen", "erwarten", "prognostizieren", "veranschlagen", "schätzen", "sehen", "trauen"})
_END = frozenset(".!?:")
_NOUNS = ("NOUN", "PROPN")
#: what hangs on a noun that stands for its verb, and is the verb's
_OF_THE_VERB = ("compound:prt", "nsubj", "obj", "obl", "punct")


class Tree(Protocol):
    """The lists of a tree that may be changed."""

    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    feats: list[dict[str, str]]
    sentences: list[tuple[int, int]]


def mend_missed_verbs(tree: Tree) -> None:
    """Give sentences without a verb the one that was taken for an adjective, in place."""
    for number in range(len(tree.sentences) - 1, -1, -1):
        _take_in_particle(tree, number)
        first, last = tree.sentences[number]
        _put_finite_on_top(tree, first, last)
        _read_as_subjunctive(tree, first, last)
        if any(tree.feats[i].get("VerbForm") == "Fin" for i in range(first, last)):
            continue
        _read_as_past(tree, first, last)
        _read_with_particle(tree, first, last)
        verb = _missed_verb(tree, first, last)
        if verb != -1:
            _take_in_rest(tree, number)
            _make_verb(tree, verb, *tree.sentences[number])


def _missed_verb(tree: Tree, first: int, last: int) -> int:
    """Return the attribute of a sentence that is its verb; -1 for none."""
    for i in range(first + 1, last - 1):
        subject = tree.heads[i]
        is_attribute = tree.pos[i] == "ADJ" and tree.deps[i] == "amod" and tree.lower[i] in _FORMS
        if is_attribute and i < subject < i + 4 and tree.pos[subject] in _NOUNS and tree.heads[subject] == subject:
            return i
    return -1


def _adjectives_on_top(tree: Tree, first: int, last: int, endings: tuple[str, ...]) -> Iterator[tuple[int, set[str]]]:
    """Yield adjectives on top of a sentence, behind its first word, with the relations of what stands below."""
    for i in range(first + 1, last):
        if tree.pos[i] == "ADJ" and tree.heads[i] == i and tree.lower[i].endswith(endings):
            yield i, {tree.deps[c] for c in range(first, last) if tree.heads[c] == i and c != i}


def _read_as_subjunctive(tree: Tree, first: int, last: int) -> None:
    """Read an adjective with a subject as the Konjunktiv I that it is: "Ryanair kehre dem Land den Rücken"."""
    for i, below in _adjectives_on_top(tree, first, last, ("e",)):
        infinitive = tree.lower[i] + "n"
        has_verb = not below.isdisjoint(("cop", "aux", "aux:pass"))
        if "nsubj" in below and not has_verb and simplemma.lemmatize(infinitive, lang="de") == infinitive:
            tree.pos[i], tree.lemmas[i] = "VERB", infinitive
            tree.feats[i] = {"Mood": "Sub", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def _read_as_past(tree: Tree, first: int, last: int) -> None:
    """Read an adjective with subject and object as the past form that it is: "Hensoldt verbuchte Aufträge"."""
    for i, below in _adjectives_on_top(tree, first, last, ("te", "ten")):
        lemma = str(simplemma.lemmatize(tree.lower[i], lang="de"))
        if {"nsubj", "obj"} <= below and "cop" not in below and lemma.endswith("n") and lemma.islower():
            number = "Plur" if tree.lower[i].endswith("n") else "Sing"
            tree.pos[i], tree.lemmas[i] = "VERB", lemma
            tree.feats[i] = {"Mood": "Ind", "Number": number, "Person": "3", "Tense": "Past", "VerbForm": "Fin"}


def _read_with_particle(tree: Tree, first: int, last: int) -> None:
    """Read an adjective beside a separated particle as its verb: "In Berlin griff Müller die EU-Kommission an"."""
    for i in range(first, last):
        particle = next((c for c in range(i + 1, last) if tree.deps[c] == "compound:prt"), -1)
        if tree.pos[i] != "ADJ" or particle == -1 or tree.heads[particle] not in (i, tree.heads[i]):
            continue
        lemma = str(simplemma.lemmatize(tree.lower[i], lang="de"))
        if lemma == tree.lower[i] or not lemma.islower() or not lemma.endswith("n"):
            continue
        if tree.heads[i] != i:
            _lift_above_noun(tree, i, first, last)
        tree.pos[i], tree.lemmas[i] = "VERB", lemma
        tree.feats[i] = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Past", "VerbForm": "Fin"}
        return


def _put_finite_on_top(tree: Tree, first: int, last: int) -> None:
    """Put a finite verb above the noun on top that has it for an attribute: "Das kündigte Finanzchef Thomas an"."""
    for i in range(first, last):
        noun = tree.heads[i]
        is_finite = tree.pos[i] == "VERB" and tree.feats[i].get("VerbForm") == "Fin"
        if is_finite and tree.deps[i] == "amod" and i < noun and tree.heads[noun] == noun:
            _lift_above_noun(tree, i, first, last)
            return


def _lift_above_noun(tree: Tree, verb: int, first: int, last: int) -> None:
    """Put a verb above the noun behind it, its subject; what stands before the verb, "Das", is its object."""
    subject = tree.heads[verb]
    _put_on_top(tree, verb, first, last)
    for c in range(first, last):
        if c == verb or tree.heads[c] != subject:
            continue
        if c < verb and tree.pos[c] in ("DET", "PRON", *_NOUNS):
            tree.heads[c], tree.deps[c] = verb, "obj"
        elif tree.deps[c] in _OF_THE_VERB:
            tree.heads[c], tree.deps[c] = verb, "obj" if tree.deps[c] == "nsubj" else tree.deps[c]


def _take_in_particle(tree: Tree, number: int) -> None:
    """Join a sentence with a lone particle that the parser makes a sentence of: "Das kündigte Thomas … | an."."""
    if number + 1 == len(tree.sentences):
        return
    (first, last), (begin, end) = tree.sentences[number : number + 2]
    is_lone = tree.pos[begin] == "ADP" and all(tree.pos[i] in ("PUNCT", "SPACE") for i in range(begin + 1, end))
    verb = next((i for i in range(first, last) if tree.feats[i].get("VerbForm") == "Fin"), -1)
    if not is_lone or verb == -1 or tree.pos[last - 1] in ("PUNCT", "SPACE"):
        return
    tree.sentences[number : number + 2] = [(first, end)]
    for i in range(begin, end):
        tree.heads[i] = verb
    tree.deps[begin] = "compound:prt"


def _take_in_rest(tree: Tree, number: int) -> None:
    """Join a sentence with the next one where no mark ends it and the next has no verb of its own."""
    first, last = tree.sentences[number]
    if tree.words[last - 1].strip() in ("", *_END) or number + 1 == len(tree.sentences):
        return
    begin, end = tree.sentences[number + 1]
    if any(tree.feats[i].get("VerbForm") == "Fin" and tree.heads[i] == i for i in range(begin, end)):
        return
    tree.sentences[number : number + 2] = [(first, end)]


def _make_verb(tree: Tree, verb: int, first: int, last: int) -> None:
    """Make a word the verb on top of its sentence."""
    tree.pos[verb], tree.lemmas[verb] = "VERB", tree.lower[verb]
    tree.feats[verb] = {"Mood": "Ind", "Number": "Plur", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
    _put_on_top(tree, verb, first, last)


def _put_on_top(tree: Tree, verb: int, first: int, last: int) -> None:
    """Put a verb on top of its sentence, its subject and the other phrases that stood there below it."""
    subject = tree.heads[verb]
    tree.deps[verb], tree.heads[verb] = "ROOT", verb
    for i in range(first, last):
        is_top = tree.heads[i] == i and i != verb
        if i == subject:
            tree.heads[i], tree.deps[i] = verb, "nsubj"
        elif is_top:
            has_case = any(tree.heads[c] == i and tree.deps[c] == "case" for c in range(first, last))
            tree.heads[i], tree.deps[i] = verb, "obl" if has_case else "obj"
