"""A source that takes up the sentence before: "Das berichtet Bloomberg", "Davon geht Analyst Tim Rokossa aus"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.syntax import Syntax

#: pronouns that stand for what the sentence before states
_PRONOUNS = frozenset({"das", "dies", "dieses", "so", "solches"})
#: the same behind a preposition: "darüber hatte Bloomberg berichtet", "damit rechnet die IG Metall"
_ADVERBS = frozenset({"darüber", "hierüber", "davon", "hiervon", "damit", "daraus"})
_ARTICLES = frozenset("der die das den dem diese diesen dieses dieser solche entsprechende mögliche geplante".split())
_CONTENT = ("ccomp", "xcomp", "csubj", "parataxis", "acl")
#: what a word may hang on the verb by
_BESIDE_VERB = ("nsubj", "nsubj:pass", "obj", "advmod", "obl", "expl", "obl:arg", "dep")


def takes_up(s: Syntax, verb: int, first: int, deeds: frozenset[str] = frozenset()) -> bool:
    """Tell whether the main verb of a sentence speaks of what the sentence before states, and of nothing else.

    "Das" opens the sentence; "darüber" may stand anywhere in it, unless a clause says what it means, and so may "über"
    with an article and one of some nouns for deeds: "Zuerst hatte Bloomberg über die Pläne berichtet".
    """
    if s.heads[verb] != verb or any(True for _ in s.dep_children(verb, *_CONTENT)):
        return False
    beside = [
        i
        for i in s.children[verb]
        if s.deps[i] in _BESIDE_VERB and not any(True for _ in s.dep_children(i, "acl", "ccomp"))
    ]
    is_pronoun = any((i == first and s.lower[i] in _PRONOUNS) or s.lower[i] in _ADVERBS for i in beside)
    return is_pronoun or any(s.preposition(i) == "über" and _is_bare_deed(s, i, deeds) for i in beside)


def _is_bare_deed(s: Syntax, noun: int, deeds: frozenset[str]) -> bool:
    """Whether a phrase is no more than an article and a noun for a deed, which the sentence before tells."""
    below = [s.lower[i] for i in s.children[noun] if s.deps[i] != "case"]
    return s.lemmas[noun].lower() in deeds and bool(below) and all(word in _ARTICLES for word in below)


def emerging(s: Syntax, first: int, last: int) -> Iterator[int]:
    """Yield the verbs of "Das geht aus … hervor" and "So steht es in …": where the sentence before is said to stand."""
    for i in range(first, last):
        if (
            s.lemmas[i] in ("hervorgehen", "stehen", "ergeben")
            and s.pos[i] in ("VERB", "AUX")
            and takes_up(s, i, first)
        ):
            yield i
