"""The names that the language model sees, cut to what can be a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import simplemma

from kg.language.gazetteer import CLASSES
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.gazetteer_match import compound_head
from kg.language.mentions.origins import beside_origin, kind_by_country, tells_by_origin
from kg.language.mentions.persons import bare_name, names_house
from kg.language.mentions.products import opens_amount
from kg.language.mentions.reading import Reading, known_compound, known_plural, known_word, odd_shape, plural_compound
from kg.language.mentions.side_by_side import known_split, person_behind

#: labels of other models
_LABELS = {"ORG": "Organization", "PER": "Person", "LOC": "Place", "GPE": "Place"}
_NAME_TAGS = frozenset({"PROPN", "X", "NOUN", "ADJ", "NUM"})
#: endings of adverbs that open a sentence: "Kartellrechtlich prüft die EU-Kommission"
_ADVERBIAL = ("rechtlich", "mäßig", "weise", "technisch", "seits", "wärts", "dings", "falls")
#: "Ex-Wirecard-Chef": what stands before a compound and in no name
_FORMER = frozenset({"Ex", "Noch"})
#: pieces of a known name that is looked for before a word: "Dow-Jones-Mitglied"
_LONGEST_BEFORE = 3
_INSIDE = frozenset({"of", "for", "and", "für", "der", "des", "von", "de", "la", "am", "im", "und", "&"})
#: of these, what ends no name
_JOINTS = frozenset({"für", "der", "des", "von", "und"})
#: English words that no German sentence has: what stands on both sides is one name, "Energy from Waste"
_ENGLISH = frozenset({"of", "from", "with", "by", "to", "the"})
_ONE_NAME = frozenset({"Company", "Organization", "Product"})


def model_names(reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each entity of the model whose words look like a name."""
    before: Candidate | None = None
    for candidate in _parts(reading):
        if before is not None and candidate.first < before.last:
            before = _ending(reading, before, max(before.last, candidate.last))
            continue
        if before is not None:
            yield before
        before = _past_english(reading, candidate)
    if before is not None:
        yield before


def _past_english(reading: Reading, candidate: Candidate) -> Candidate:
    """Return a name with the word behind one that only English has: "EEW Energy | from Waste"."""
    pieces, last = reading.pieces, candidate.last
    goes_on = last + 1 < len(pieces) and pieces.words[last] in _ENGLISH and candidate.type in _ONE_NAME
    if not (goes_on and pieces.spaced(last) and pieces.spaced(last + 1) and reading.capital(last + 1)):
        return candidate
    return _ending(reading, candidate, last + 2)


def _ending(reading: Reading, candidate: Candidate, last: int) -> Candidate:
    return replace(candidate, last=last, name=bare_name(reading, candidate.first, last))


def _parts(reading: Reading) -> Iterator[Candidate]:
    firsts, surnames = _first_pieces(reading), _surnames_of_known(reading)
    for ent in reading.doc.ents:
        label = ent.label_.rstrip("+")
        type = _LABELS.get(label, label)
        if type == "Person" and any(c.isdigit() for c in ent.text):
            type = "Product"
        elif type == "Company" and ent.start < surnames.get(ent.text, -1):
            type = "Person"
        if type in CLASSES:
            end = _before_amount(reading, firsts[ent.start], firsts[ent.end])
            type = "Company" if end < firsts[ent.end] and type == "Product" else type
            first, last = _name_part(reading, firsts[ent.start], end, type)
            if type == "MarketIndex" and first < last and _is_in_index(reading, first - 1):
                type = "Company"
            is_left = last - first == 1 and len(ent) > 1 and known_word(reading.pieces.words[first].lower())
            if first < last and not is_left and not _is_none(reading, first, last):
                name = bare_name(reading, first, last)
                head = compound_head(reading, last)
                yield Candidate(first, last, name, type, Trust.SHAPE, head=head)


def _surnames_of_known(reading: Reading) -> dict[str, int]:
    """Return where a text names known people in full, by their surnames: "Kaeser geht. Siemens-Chef Joe Kaeser …"."""
    named = [e for e in reading.doc.ents if e.label_ == "Person" and " " in e.text]
    known = (e for e in named if any(x.record.type == "Person" for x in reading.dictionary.find(e.text)))
    return {e.text.split()[-1]: e.start for e in known}


def _is_none(reading: Reading, first: int, last: int) -> bool:
    """Tell whether what the model sees is no name: ordinary words, two names, a description, a company's share."""
    if reading.pieces.words[last - 1].lower() in reading.lexicon.shares and reading.pieces.hyphen[last - 1]:
        return True
    if _ordinary(reading, first, last) or _owned_words(reading, first, last) or tells_by_origin(reading, first, last):
        return True
    if kind_by_country(reading, first, last):
        return True
    return known_split(reading, first, last) is not None or person_behind(reading, first, last) is not None


def _before_amount(reading: Reading, first: int, last: int) -> int:
    """Return the end of a name before the number of an amount: "verlor Disney | 2 Prozent"."""
    while last - first > 1 and opens_amount(reading, last - 1) and not reading.pieces.hyphen[last - 1]:
        last -= 1
    return last


def _first_pieces(reading: Reading) -> list[int]:
    """Return for each token, and for the end, the first piece at or after it."""
    tokens, firsts, i = reading.pieces.tokens, [], 0
    for token in range(len(reading.doc) + 1):
        while i < len(tokens) and tokens[i] < token:
            i += 1
        firsts.append(i)
    return firsts


def _name_part(reading: Reading, first: int, last: int, type: str) -> tuple[int, int]:
    """Cut what does not belong to the name: words around it, nouns before it, the head of a compound."""
    first = _behind_nouns(reading, first, last)
    first += first + 1 < last and reading.pieces.words[first] in _FORMER and reading.pieces.hyphen[first + 1]
    while first < last and _no_name(reading, first):
        first += 1
    while last > first and _no_name(reading, last - 1) and not reading.pieces.hyphen[last - 1]:
        last -= 1
    while last - first > 1 and _trailing_noun(reading, last - 1, type):
        last -= 1
    last = _behind_joint(reading, first, _behind_sign(reading, first, last))
    if type == "Person":
        last = next((i for i in range(first + 1, last) if names_house(reading, i)), last)
    return beside_origin(reading, first, last), last


def _behind_sign(reading: Reading, first: int, last: int) -> int:
    """Return the end of a name that is cut at "&": with the word behind, "Federn & | Stabilisatoren", or without."""
    if last - first < 2 or reading.pieces.words[last - 1] != "&":
        return last
    goes_on = last < len(reading.pieces) and reading.pieces.spaced(last) and reading.capital(last)
    return last + 1 if goes_on else last - 1


def _behind_joint(reading: Reading, first: int, last: int) -> int:
    """Return the end of a name that is cut at a little word: "Ministerium für | Verteidigung" with what it is for."""
    if last - first < 2 or reading.pieces.words[last - 1] not in _JOINTS:
        return last
    goes_on = reading.pieces.words[last - 1] == "für" and last < len(reading.pieces) and reading.capital(last)
    return last + 1 if goes_on else last - 1


def _behind_nouns(reading: Reading, first: int, last: int) -> int:
    """Return the start behind nouns and other names: "Lufthansa-Chef | Spohr", "Intels | Foundry"."""
    start = first
    for i in range(first, last - 1):
        if reading.pieces.spaced(i + 1) and reading.pieces.words[i + 1] not in _INSIDE and _introduces(reading, i):
            start = i + 1
    return start


def _introduces(reading: Reading, i: int) -> bool:
    """Tell whether a piece stands before a name rather than in it: a noun, or a known name's genitive."""
    word = reading.pieces.words[i]
    return reading.lexicon.noun(word) is not None or _is_in_index(reading, i) or reading.genitive(i)


def _is_in_index(reading: Reading, i: int) -> bool:
    """Tell whether a piece is a word hyphenated to an index, which stands before a company: "MDax-Neuling"."""
    is_hyphenated = i >= 1 and reading.pieces.hyphen[i] and known_word(reading.pieces.words[i])
    return is_hyphenated and _ends_known(reading, i, "MarketIndex")


def _ends_known(reading: Reading, i: int, type: str) -> bool:
    """Tell whether a known name of a class ends right before a piece: "laut Bloomberg News | Gespräche"."""
    starts = range(max(0, i - _LONGEST_BEFORE), i)
    named = (found for start in starts for found in reading.dictionary.matches(reading.pieces, start))
    return any(end == i and e.record.type == type for end, entries in named for e in entries)


def _no_name(reading: Reading, i: int) -> bool:
    """Tell whether a piece cannot open or close a name."""
    word = reading.pieces.words[i]
    if odd_shape(word):
        return False
    if word in reading.lexicon.never or (word.islower() and len(word) > 1):
        return True
    return reading.tagged and reading.sentence_initial(i) and reading.pos[i] not in _NAME_TAGS


#: ends of plural nouns of goods, which stand behind a firm's name and do not belong to it: "wo Bosch Lenkungen baut"
_GOODS = (
    "lenkungen", "systeme", "teile", "motoren", "geräte", "zellen", "chips", "züge", "fahrzeuge", "batterien",
    "sensoren", "bremsen", "drohnen", "flugzeuge", "triebwerke", "getriebe", "komponenten", "displays",
)  # fmt: skip


#: words behind a union's name that belong to it: "IG Metall Küste"; others do not: "hat die IG Metall Protest erhoben"
_DISTRICTS = frozenset({"Küste", "Mitte", "Nord", "Jugend", "Bezirk", "Nordmark"})


def _trailing_noun(reading: Reading, i: int, type: str) -> bool:
    """Tell whether an ordinary noun stands behind the name, hyphenated to it or by mistake."""
    word = reading.pieces.words[i]
    if reading.pieces.hyphen[i]:
        return type != "Person" and _is_word(reading, word) and _owner(reading, i - 1)
    if type in ("Event", "Product"):
        return False
    if type == "Company" and word.lower().endswith(_GOODS) and _ends_known(reading, i, "Company"):
        return True
    if not known_word(word):
        return False
    if type == "Union" and word not in _DISTRICTS and _ends_known(reading, i, "Union"):
        return True
    if type == "Company" and _is_object(reading, i):
        return True
    return reading.pos[i] == "NOUN" or _ends_known(reading, i, "MediaOutlet")


def _is_object(reading: Reading, i: int) -> bool:
    """Tell whether the plural of a noun stands between a known firm and the verb: "während Adidas Rekorde | meldet"."""
    word, last = reading.pieces.words[i], i + 1
    is_plural = word.endswith(("e", "en", "er", "n")) and simplemma.lemmatize(word, lang="de") != word
    if not is_plural or last >= len(reading.pieces) or not _ends_known(reading, i, "Company"):
        return False
    return reading.pieces.spaced(last) and reading.pos[last] in ("VERB", "AUX")


def _owner(reading: Reading, i: int) -> bool:
    """Tell whether a piece before a hyphen is a name or closes one: "Nexperia-Dioden", "Rewe-Group-Tochter"."""
    word = reading.pieces.words[i]
    closes = reading.pieces.hyphen[i] and word in reading.lexicon.behind["company"]
    return len(word) > 2 - word.isupper() and (
        closes or not known_word(word) or any(reading.dictionary.matches(reading.pieces, i))
    )


def _is_word(reading: Reading, word: str) -> bool:
    return reading.lexicon.noun(word) is not None or (known_word(word) and not word.isupper())


def _ordinary(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the words are ordinary ones that the model takes for a name, as in headings."""
    pieces = reading.pieces
    words = pieces.words[first:last]
    if any(pieces.joint[i] == "/" for i in range(first + 1, last)):
        return True
    if not all(_plain(reading, i) for i in range(first, last)):
        return False
    if last - first > 1:
        noun = reading.pos[last - 1] == "NOUN" or reading.lexicon.noun(words[-1]) is not None
        return noun or all(w.isupper() for w in words)
    is_adverb = words[0].endswith(_ADVERBIAL)
    is_word = is_adverb or known_plural(words[0]) or plural_compound(words[0]) or words[0].isupper()
    return is_word or reading.pos[first] != "PROPN" or reading.sentence_initial(first)


def _owned_words(reading: Reading, first: int, last: int) -> bool:
    """Tell whether only ordinary words stand behind their owner: "Nels | Technik"."""
    return first > 0 and reading.genitive(first - 1) and all(_plain(reading, i) for i in range(first, last))


def _plain(reading: Reading, i: int) -> bool:
    """Tell whether a piece is a German word: in the word list, a compound of such words, an adjective."""
    word = reading.pieces.words[i]
    if known_word(word) or reading.lexicon.noun(word) or reading.pos[i] == "ADJ":
        return True
    if word.isupper():
        return known_word(word.capitalize())
    if word.endswith(_ADVERBIAL) and len(word) > 7:
        return True
    return plural_compound(word) or (reading.pos[i] == "NOUN" and known_compound(word))
