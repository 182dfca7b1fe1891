"""Whether a word for a place before a name belongs to it: "Berliner Volksbank", but "die Berliner | Scope"."""

from __future__ import annotations

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.reading import DEFINITE_ARTICLES, Reading, known_compound, known_word


def beside_origin(reading: Reading, first: int, last: int) -> int:
    """Return where the name in the pieces begins: plain words need the place before them, other names do not."""
    if first + 1 < last and _tells_origin(reading, first) and reading.pieces.spaced(first + 1):
        return first if _is_plain(reading, first + 1, last) else first + 1
    return first


def tells_by_origin(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a place and a noun say again who was named, and are no name: "Die Mailänder Bank"."""
    if last - first != 2 or not _tells_origin(reading, first) or reading.word_before(first) not in DEFINITE_ARTICLES:
        return False
    word = reading.pieces.words[first + 1]
    noun = reading.lexicon.noun(word)
    if noun is None or not (noun.lemma == word.lower() or known_compound(word)):
        return False
    nominals = reading.lexicon.nominals
    return noun.lemma in nominals["company"] or word.lower() in nominals["bank"] or noun.type == "Regulator"


def kind_by_country(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a country and a hyphenated word for firms make one description: "das US-Start-up"."""
    pieces = reading.pieces
    if last - first < 3 or not all(pieces.hyphen[first + 1 : last]):
        return False
    noun = reading.lexicon.noun("-".join(pieces.words[first + 1 : last]))
    is_place = any(e.record.type == "Place" for e in reading.dictionary.find(pieces.words[first]))
    return is_place and noun is not None and noun.type in ORGANISATIONS


def with_origin(reading: Reading, first: int, last: int) -> int:
    """Return where a firm's name begins with the place before plain words: "Kelheimer Maschinenbau AG"."""
    is_behind = first > 0 and reading.pieces.spaced(first) and _tells_origin(reading, first - 1)
    return first - 1 if is_behind and _is_plain(reading, first, last) else first


def _tells_origin(reading: Reading, i: int) -> bool:
    return reading.capital(i) and reading.pieces.keys[i] in reading.dictionary.origins


def _is_plain(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words alone name nobody: no known organisation, the first a common noun."""
    if any(e.record.type in ORGANISATIONS for e in reading.dictionary.beginning(reading.pieces, first)):
        return False
    word = reading.pieces.words[first]
    return known_word(word) or known_compound(word)
