"""Names of the dictionary: the longest at each place, inflected, with legal form, inside compounds."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.dictionary import Entry
from kg.language.mentions.reading import Reading, known_word, odd_shape
from kg.language.normalise import strip_legal_form


def known_names(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for every name of the dictionary, longest first at each place."""
    for first in range(len(reading.pieces)):
        for last, entries in reversed(list(reading.dictionary.matches(reading.pieces, first))):
            candidate = _candidate(reading, first, last, entries)
            if (
                _may_begin(reading, first)
                and not (candidate.type == "Topic" and candidate.last > last)
                and not _heading(reading, first, last)
                and candidate.head not in reading.lexicon.currencies
            ):
                yield candidate


def _heading(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are a section word in capitals: "ROUNDUP"."""
    words = reading.pieces.span(first, last)
    return words.isupper() and words.capitalize() in reading.lexicon.never


def _may_begin(reading: Reading, first: int) -> bool:
    """Tell whether a name may begin here: at a word's start, or behind "Ex-" or another name."""
    pieces = reading.pieces
    if not pieces.hyphen[first]:
        return True
    before = pieces.words[first - 1]
    if before in reading.lexicon.before_name:
        return True
    if pieces.words[first].lower() in reading.lexicon.compound_heads:
        return False
    return any(e.record.type != "Topic" for e in reading.dictionary.beginning(pieces, first - 1))


def _candidate(reading: Reading, first: int, last: int, entries: list[Entry]) -> Candidate:
    certain = [e for e in entries if not e.doubtful]
    chosen = certain or entries
    records = tuple(dict.fromkeys(e.record for e in (*chosen, *entries)))
    never = reading.lexicon.never
    surface = reading.pieces.span(first, last)
    doubtful = not certain or surface in never or surface.capitalize() in never
    if doubtful and certain and surface.lower() in reading.lexicon.currencies:
        doubtful = not _after_article(reading, first)  # "der Euro" is spoken of, "fünf Euro" count
    if last - first == 1 and not doubtful:
        doubtful = _read_as_noun(reading, first, last, records[0].type) or _city_with_article(
            reading, first, records[0]
        )
    trust = Trust.DOUBTFUL if doubtful else Trust.KNOWN
    end = with_legal_form(reading, first, last)
    head = compound_head(reading, last)
    if end > last:
        trust = Trust.KNOWN
    name = next((e.name for e in chosen if e.name == surface), chosen[0].name)
    kind = "topic" if records[0].type == "Topic" else "compound" if head else "name"
    outer = last - first > 1 and _is_described(reading, first, records[0]) and _holds_place(reading, first, last)
    return Candidate(first, end, name, records[0].type, trust, kind, records, head, outer=outer)  # type: ignore[arg-type]


def _is_described(reading: Reading, first: int, record: AuthorityRecord) -> bool:
    """Tell whether a name may be a description: "US-Notenbank", of others "saudischer Staatsfonds", not "ams-Osram"."""
    body = record.type in ("Regulator", "GovernmentBody")
    return body or (record.type in ("Company", "Organization") and "isch" in reading.pieces.words[first][-6:])


def _holds_place(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a body's name is a description with a place in it: "Chinas Marktaufsicht", "US-Notenbank"."""
    word = reading.pieces.words[first]
    if word[0].islower() or "in" in reading.pieces.words[first:last]:
        return True
    places = [e for end, es in reading.dictionary.matches(reading.pieces, first) if end == first + 1 for e in es]
    if reading.pieces.hyphen[first + 1]:
        return any(e.record.type == "Place" for e in places)
    return word.endswith("s") and any(e.record.type == "Place" and e.name != word for e in places)


_MARKET = frozenset({"Company", "Product", "MediaOutlet", "Person"})
_ARTICLES = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "zur",
        "zum",
        "beim",
        "vom",
        "im",
    ]
)


def _read_as_noun(reading: Reading, first: int, last: int, type: str) -> bool:
    """Tell whether a name stands like the noun that it also is: "verspricht sich viel von der Allianz"."""
    word = reading.pieces.words[first]
    if not reading.tagged or reading.pos[first] != "NOUN" or odd_shape(word) or compound_head(reading, last):
        return False
    return type in _MARKET and known_word(word) and _after_article(reading, first)


def _city_with_article(reading: Reading, i: int, record: AuthorityRecord) -> bool:
    """Tell whether an article stands before a city's name, as before none: "in die Halle"."""
    city = record.type == "Place" and bool(record.adjectives) and all(a[0].isupper() for a in record.adjectives)
    return (
        city and reading.pieces.spaced(i) and reading.word_before(i) in _ARTICLES and reading.pieces.words[i][-1] != "s"
    )


def _after_article(reading: Reading, i: int) -> bool:
    """Tell whether an article opens the phrase, with adjectives between: "ein neuer Verbund"."""
    token = reading.pieces.tokens[i] - 1
    while token > 0 and reading.syntax.pos[token] == "ADJ":
        token -= 1
    return token >= 0 and reading.syntax.lower[token] in _ARTICLES


def with_legal_form(reading: Reading, first: int, last: int) -> int:
    """Return the end of a name with the legal form behind it: "Merck KGaA"."""
    pieces = reading.pieces
    if last >= len(pieces) or not pieces.spaced(last) or pieces.words[last] not in reading.lexicon.behind["company"]:
        return last
    base = pieces.span(first, last)
    for end in range(min(last + 3, len(pieces)), last, -1):
        if strip_legal_form(pieces.span(first, end)) == base:
            return end
    return last


def compound_head(reading: Reading, last: int) -> str | None:
    """Return what a hyphen ties to the pieces before ``last``: "chef" in "VW-Chef"."""
    end = reading.pieces.compound_end(last)
    return reading.pieces.span(last, end).lower() if end > last else None
