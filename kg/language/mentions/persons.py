"""Names of people: a first name or a post before them, family names before given names."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.context import noun_before
from kg.language.mentions.reading import Reading
from kg.language.syntax import Syntax

_QUOTES = frozenset("\"“”«»'‘’")
_MOST_PIECES = 6
#: "von Grund auf", "von Haus aus": no names
_FROM = frozenset({"Grund", "Haus", "Anfang", "Beginn", "Anbeginn", "Amts", "Seiten"})
_SURNAME_TAGS = frozenset({"NOUN", "ADJ"})


def person_names(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for every stretch that reads as a person's full name."""
    pieces, lexicon = reading.pieces, reading.lexicon
    i = 0
    while i < len(pieces):
        word, last = pieces.words[i], 0
        if word in lexicon.first_names and not pieces.hyphen[i]:
            last = _western(reading, i)
        elif word in lexicon.family_first:
            last = _eastern(reading, i)
        if last > i + 1:
            yield _person(reading, i, last)
        i = max(last, i + 1)


def _western(reading: Reading, first: int) -> int:
    """Return the end of a name that opens with a first name; 0 where no surname follows."""
    if reading.pieces.words[first] in reading.lexicon.first_words and not _named_here(reading, first):
        return 0
    last = _first_names_end(reading, first)
    if last == first + 1 and _hyphenated_noun(reading, last):
        return 0
    last = _particles_end(reading, last)
    if _sentence_follows(reading, last):
        return last if last > first + 1 else 0
    if last < len(reading.pieces) and _continues(reading, last) and _surname(reading, last):
        return 0 if _opens_compound(reading, last) else _hyphenated_end(reading, last + 1)
    return 0


def _opens_compound(reading: Reading, i: int) -> bool:
    """Tell whether a known house opens a compound behind an adverb that is a first name, too: "Anders LBBW-Analyst"."""
    follows = i + 1 < len(reading.pieces) and reading.pieces.hyphen[i + 1] and _is_noun(reading, i + 1)
    return follows and reading.pieces.words[i].isupper() and len(reading.pieces.words[i]) > 1


def _named_here(reading: Reading, i: int) -> bool:
    """Tell whether a first name that is also a word is meant as a name."""
    noun = noun_before(reading, i)
    return (noun is not None and noun.type == "Person") or not reading.tagged or reading.pos[i] == "PROPN"


def _first_names_end(reading: Reading, first: int) -> int:
    """Return the end of first names, also hyphenated ones, and initials."""
    pieces, names = reading.pieces, reading.lexicon.first_names
    last = first + 1
    while last < len(pieces) and last - first < _MOST_PIECES and pieces.linked[last]:
        word = pieces.words[last]
        hyphenated = pieces.hyphen[last] and word[0].isupper() and not _is_noun(reading, last)
        if not (hyphenated or (word in names and _surname_follows(reading, last + 1)) or _initial(word)):
            break
        if _initial(word) and _sentence_follows(reading, last + 1):
            return last + 1
        last += 1
    return last


def _surname_follows(reading: Reading, i: int) -> bool:
    """Tell whether a name goes on after a first name that may as well be the surname ("Thomas Martin").

    "von" tells it not: "Alex Irving von Bernstein" works there.
    """
    if i >= len(reading.pieces) or not _continues(reading, i):
        return False
    word = reading.pieces.words[i]
    if word == "von":
        return False
    return (word[0].isupper() and (not reading.tagged or reading.pos[i] in ("PROPN", "X"))) or _particle(reading, i)


def _initial(word: str) -> bool:
    return len(word) <= 2 and word.isupper() and word.isalpha()


def _sentence_follows(reading: Reading, i: int) -> bool:
    """Tell whether a sentence begins behind the dot of an initial: "sagt Claudia K. Sie ist Verkäuferin."""
    pieces = reading.pieces
    return i < len(pieces) and pieces.joint[i].startswith(".") and pieces.words[i] in reading.lexicon.openers


def _hyphenated_noun(reading: Reading, i: int) -> bool:
    return i < len(reading.pieces) and reading.pieces.hyphen[i]


def _particle(reading: Reading, i: int) -> bool:
    """Tell whether a piece is "van" or "de" with a name behind it."""
    word = reading.pieces.words[i]
    if word not in reading.lexicon.particles or i + 1 >= len(reading.pieces):
        return False
    following = reading.pieces.words[i + 1]
    if word == "von" and (following in _FROM or _known_organisation(reading, i + 1 + (following in ("der", "den")))):
        return False
    if following in reading.lexicon.particles:
        return True
    if reading.pieces.words[i - 1] in reading.lexicon.particles:  # "Van den Bossche"
        return _surname(reading, i + 1)
    return following[0].isupper() and (not reading.tagged or reading.pos[i + 1] in ("PROPN", "X"))


def names_house(reading: Reading, i: int) -> bool:
    """Tell whether "von der" at a piece leads to a known organisation: "Thomas von der Citigroup"."""
    words = reading.pieces.words
    return words[i] == "von" and words[i + 1 : i + 2] in (["der"], ["den"]) and _known_organisation(reading, i + 2)


def _known_organisation(reading: Reading, i: int) -> bool:
    """Tell whether a known organisation is named at a piece: "Claude von Anthropic" is no person."""
    entries = reading.dictionary.beginning(reading.pieces, i)
    return any(entry.record.type in ORGANISATIONS and not entry.doubtful for entry in entries)


def _particles_end(reading: Reading, last: int) -> int:
    while last < len(reading.pieces) and _continues(reading, last) and _particle(reading, last):
        last += 1
    return last


def _continues(reading: Reading, i: int) -> bool:
    return reading.pieces.linked[i] and reading.pieces.joint[i] in (" ", "\xa0", ". ", "-", "’ ", "' ")


def _surname(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    if word in reading.lexicon.never or not word[0].isupper() or len(word) < 2:
        return False
    if not reading.tagged or reading.pos[i] in ("PROPN", "X"):
        return True
    return reading.pos[i] in _SURNAME_TAGS and not _is_noun(reading, i)


def _hyphenated_end(reading: Reading, last: int) -> int:
    """Return the end of a double surname: "Leibinger-Kammüller"."""
    pieces = reading.pieces
    while last < len(pieces) and pieces.hyphen[last] and _surname(reading, last) and not _is_noun(reading, last):
        last += 1
    return last


def _is_noun(reading: Reading, i: int) -> bool:
    return reading.lexicon.noun(reading.pieces.words[i]) is not None


def _eastern(reading: Reading, first: int) -> int:
    """Return the end of a Chinese or Korean name: family name, then a given name of one or two words."""
    pieces = reading.pieces
    last = first + 1
    while last < len(pieces) and last - first < 3 and _continues(reading, last) and _given(reading, last):
        last += 1
    if last - first == 2 and last < len(pieces) and pieces.hyphen[last] and pieces.words[last].islower():
        return last + 1  # German words have no small letter behind a hyphen: "Han Ji-young"
    if last == first + 1:
        return 0
    post = noun_before(reading, first)
    proper = reading.tagged and all(reading.pos[i] == "PROPN" for i in range(first, first + 2))
    return last if proper or (post is not None and post.type == "Person") else 0


def _given(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    if word in reading.lexicon.product_suffixes:
        return False
    return word[0].isupper() and word[1:].islower() and reading.proper(i)


def _person(reading: Reading, first: int, last: int) -> Candidate:
    noun = noun_before(reading, first)
    type = "Person"
    if noun is not None and noun.type in ORGANISATIONS and not _before_people(reading, noun.lemma, first):
        type = noun.type
    return Candidate(first, last, bare_name(reading, first, last), type, Trust.CUE)


def _before_people(reading: Reading, lemma: str, first: int) -> bool:
    """Tell whether a person may follow a noun of organisations: "die Bank Marcus Mosen" hires."""
    lexicon, word = reading.lexicon, reading.pieces.words[first - 1].lower()
    generic = word in lexicon.nominals["company"] or word in lexicon.nominals["bank"]
    return generic or lemma in lexicon.either or lemma in lexicon.led


def bare_name(reading: Reading, first: int, last: int) -> str:
    """Return a name's words, without the ending of the genitive where a noun follows.

    "Warren Buffetts Holding" names Warren Buffett; "Jens Weidmann" and "Peter Andrews sagte" keep their s.
    """
    name = reading.pieces.span(first, last)
    last_word = reading.pieces.words[last - 1]
    if not name.endswith("s") or name.endswith("ss") or len(name) < 4 or name.isupper():
        return name.rstrip("'’")
    if last_word in reading.lexicon.closing or reading.pieces.text[reading.pieces.ends[last - 1] :][:1] in _QUOTES:
        return name
    return name[:-1] if _genitive(reading, first, last) else name


def _genitive(reading: Reading, first: int, last: int) -> bool:
    pieces = reading.pieces
    follows = last < len(pieces) and pieces.spaced(last) and reading.capital(last)
    top = reading.syntax.top(pieces.tokens[first], pieces.tokens[last - 1] + 1)
    if _is_subject(reading.syntax, top):
        return False
    if follows and reading.lexicon.noun(pieces.words[last]):
        return True
    case = reading.syntax.feats[pieces.tokens[last - 1]].get("Case")
    if follows and not reading.proper(last) and not reading.sentence_initial(last):
        return True
    return case == "Gen" and not pieces.words[last - 1].endswith(("us", "is", "os"))


def _is_subject(s: Syntax, i: int) -> bool:
    """Whether a name, or the post before it, is a subject: "Analyst Tim Evans lobte Apple"."""
    while s.deps[i] in ("appos", "flat", "flat:name") and s.heads[i] != i:
        i = s.heads[i]
    return s.deps[i] in ("nsubj", "nsubj:pass")
