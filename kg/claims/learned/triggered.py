"""Which words of a sentence trigger frames and cues, and which phrases stand around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.claims.clauses import Roles, governing_verb, is_passive, noun_roles, verb_roles
from kg.claims.document import Document
from kg.claims.learned.scheme import TOKENS
from kg.claims.lexicon import Frame, Lexicon
from kg.language.syntax import Syntax, dictionary_lemma, participle_lemma

Frames = tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger with the frames it calls and the phrases around it."""

    #: token in the document
    token: int
    #: number of its sentence
    sentence: int
    frames: Frames
    roles: Roles
    passive: bool


def trigger_frames(document: Document, lexicon: Lexicon, i: int) -> Frames:
    """Return the frames and cues that a token triggers, frames first."""
    s = document.syntax
    pos = s.pos[i]
    if pos in ("VERB", "AUX"):
        return tuple(dict.fromkeys(_of_verb(document, lexicon, i)))
    if pos in ("NOUN", "PROPN"):
        return tuple(dict.fromkeys(_of_noun(document, lexicon, i)))
    if pos in ("ADJ", "ADV"):
        return tuple(dict.fromkeys(_of_adjective(document, lexicon, i)))
    return ()


def _of_verb(document: Document, lexicon: Lexicon, i: int) -> Iterator[Frame]:
    s = document.syntax
    lemmas = _verb_lemmas(document, i)
    for lemma in lemmas:
        if s.reflexive[i]:
            yield from lexicon.verbs.get(f"sich {lemma}", ())
        yield from lexicon.verbs.get(lemma, ())
    for lemma in (*lemmas, s.lower[i]):
        yield from lexicon.cue_frames(lemma)


def _verb_lemmas(document: Document, i: int) -> tuple[str, ...]:
    """Return the infinitives that a verb form may belong to, by the model and by a dictionary."""
    s = document.syntax
    particle = s.particle(i)
    backup = dictionary_lemma(s.lower[i])
    return tuple(dict.fromkeys((s.lemmas[i], s.lower[particle] + backup if particle != -1 else backup)))


def _of_noun(document: Document, lexicon: Lexicon, i: int) -> Iterator[Frame]:
    s = document.syntax
    words = tuple(dict.fromkeys((s.lemmas[i].lower(), s.lower[i], dictionary_lemma(s.words[i]).lower())))
    called: Sequence[Frame] = next((found for word in words if (found := lexicon.noun_frames(word)[1])), ())
    yield from (frame for frame in called if not frame.idiom)
    yield from next((found for word in words if (found := lexicon.cue_frames(word, compound=True))), ())


def _of_adjective(document: Document, lexicon: Lexicon, i: int) -> Iterator[Frame]:
    s = document.syntax
    words = tuple(dict.fromkeys((s.lemmas[i].lower(), s.lower[i], dictionary_lemma(s.lower[i]))))
    for word in words:
        yield from lexicon.adjectives.get(word, ())
    verbs = tuple(dict.fromkeys((dictionary_lemma(words[-1]), participle_lemma(s.lower[i]))))
    for verb in verbs:
        yield from lexicon.verbs.get(verb, ())
    for word in dict.fromkeys((*words, *verbs)):
        yield from lexicon.cue_frames(word)


def sites(document: Document, frames: Mapping[int, Frames], sentences: Sequence[int]) -> Iterator[Site]:
    """Yield the triggers of sentences in the order given; ``frames`` are what each token triggers."""
    for number in sentences:
        first, last = document.syntax.sentences[number]
        for i in range(first, min(last, first + TOKENS)):
            if frames.get(i):
                yield _site(document.syntax, frames[i], i, number)


def _site(s: Syntax, frames: Frames, i: int, number: int) -> Site:
    if s.pos[i] in ("VERB", "AUX") or frames[0].kind == "verb":
        return Site(i, number, frames, verb_roles(s, i), is_passive(s, i))
    roles = dict(noun_roles(s, i))
    verb = governing_verb(s, i)
    if verb != -1:
        for role, heads in verb_roles(s, verb).items():
            name = f"l{role}" if role in ("subj", "obj", "iobj") else role
            roles[name] = [*roles.get(name, ()), *(h for h in heads if h != i)]
    if s.deps[i] == "amod":
        roles["subj"] = [*roles.get("subj", ()), s.heads[i]]
    return Site(i, number, frames, roles, verb != -1 and is_passive(s, verb))
