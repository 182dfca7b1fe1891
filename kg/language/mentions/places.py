"""Adjectives and demonyms of places: "chinesisch", "Wolfsburger", "die Franzosen"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.language.gazetteer import AuthorityRecord
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.pieces import piece_key, piece_keys
from kg.language.mentions.reading import DEFINITE_ARTICLES, Reading, known_compound, known_word, odd_shape

_ENDINGS = ("", "e", "en", "er", "es", "em")
#: parts of countries: "nordschwedisch", "ostdeutsch"
_QUARTERS = ("nord", "süd", "ost", "west")


class PlaceWords:
    """The words derived from places, in every inflected form, by piece key."""

    def __init__(self, records: Iterable[AuthorityRecord]) -> None:
        self.adjectives: dict[str, AuthorityRecord] = {}
        self.city_adjectives: dict[str, AuthorityRecord] = {}
        self.demonyms: dict[str, AuthorityRecord] = {}
        #: key of the last word → the words of a demonym and its place: "New Yorker"
        self.long_demonyms: dict[str, list[tuple[tuple[str, ...], AuthorityRecord]]] = {}
        places = {r.id: r for r in records}
        self.named = {r.name: r for r in places.values()}
        self._regions = {r.name.casefold(): frozenset(_regions(r, places)) for r in places.values()}
        for record in places.values():
            for adjective in record.adjectives:
                self._add_adjective(adjective, record)
            for demonym in record.demonyms or _regular_demonyms(record):
                self._add_demonym(demonym, record)
        for key, record in tuple(self.adjectives.items()):
            for quarter in _QUARTERS:
                self.adjectives.setdefault(piece_key(quarter + key), record)

    def _add_demonym(self, demonym: str, record: AuthorityRecord) -> None:
        *front, _ = piece_keys(demonym)
        for form in _demonym_forms(demonym):
            if front:
                self.long_demonyms.setdefault(form, []).append((tuple(front), record))
            else:
                self.demonyms.setdefault(form, record)

    def long_demonym(self, keys: Sequence[str], i: int) -> tuple[int, AuthorityRecord] | None:
        """Return where a demonym of several words begins that ends at a piece, and its place."""
        for front, record in self.long_demonyms.get(keys[i], ()):
            first = i - len(front)
            if first >= 0 and tuple(keys[first:i]) == front:
                return first, record
        return None

    def with_regions(self, city: str) -> frozenset[str]:
        """Return the casefolded names of a city and of the regions it lies in."""
        key = city.casefold()
        return self._regions.get(key, frozenset()) | {key}

    def _add_adjective(self, adjective: str, record: AuthorityRecord) -> None:
        key = piece_key(adjective.rpartition("-")[2])
        if adjective[0].isupper() and "-" not in adjective:
            self.city_adjectives.setdefault(key, record)
            return
        for ending in _ENDINGS:
            self.adjectives.setdefault(key + ending, record)


def _regions(record: AuthorityRecord, places: Mapping[str, AuthorityRecord]) -> Iterator[str]:
    """Yield the names of a place and of what it lies in, casefolded."""
    seen: AuthorityRecord | None = record
    for _ in range(4):
        if seen is None:
            return
        yield seen.name.casefold()
        seen = places.get(seen.parent or "")


#: what countries lie in, and states of a federation do not
_CONTINENTS = frozenset({"africa", "asia", "europe", "north-america", "oceania", "south-america"})


def is_country(record: AuthorityRecord) -> bool:
    """Tell whether a place is a country: a state that lies in a continent."""
    return is_state(record) and record.parent in _CONTINENTS


def is_state(record: AuthorityRecord) -> bool:
    """Tell whether a place governs itself, as countries and states of a federation do, and is no capital of one."""
    return bool(record.government) and any(a[0].islower() for a in record.adjectives)


def _demonym_forms(demonym: str) -> set[str]:
    """Return the cases and numbers of a demonym given in the plural.

    >>> sorted(_demonym_forms("Chinesen"))
    ['chinese', 'chinesen']
    """
    key = piece_keys(demonym)[-1]
    if key.endswith("en"):
        return {key, key[:-1]}
    short = {key[: -len("ener")] + "ner"} if key.endswith(_SHORTENED) else set()
    return {form + ending for form in {key, *short} for ending in ("", "n", "s")}


#: endings of people whose first "e" may fall: "Mattighofner"
_SHORTENED = ("chener", "hofener", "hausener")


#: shortest name of a place whose people are told by rule: names of people end in "-er" too
_LONG_ENOUGH = 6
_CONSONANTS = frozenset("bcdfghklmnpstz")


def _regular_demonyms(record: AuthorityRecord) -> tuple[str, ...]:
    """Return what the people of a town are called by rule, where nobody has noted it: "Redmonder"."""
    name = record.name
    if is_country(record) or not record.country or len(name) < _LONG_ENOUGH or not name.isalpha():
        return ()
    if name.endswith("ingen"):
        return (name[:-2] + "er",)
    return (name + "er",) if name[-1] in _CONSONANTS and not name.endswith(("er", "en")) else ()


def place_words(reading: Reading, words: PlaceWords) -> Iterator[Candidate]:
    """Yield the adjectives and demonyms of places."""
    pieces = reading.pieces
    for i, key in enumerate(pieces.keys):
        if not reading.capital(i):
            record = words.adjectives.get(key)
            if record:
                yield _candidate(i, record, "adjective")
        elif (found := words.long_demonym(pieces.keys, i)) is not None:
            first, record = found
            yield Candidate(first, i + 1, record.name, "Place", Trust.KNOWN, "demonym", (record,))
        elif key in words.city_adjectives and attributive(reading, i):
            yield _candidate(i, words.city_adjectives[key], "demonym")
        elif is_named_origin(reading, i) and attributive(reading, i):
            continue
        elif key in words.adjectives and attributive(reading, i) and not _is_known(reading, i):
            yield _candidate(i, words.adjectives[key], "adjective")
        elif key in words.demonyms:
            yield _candidate(i, words.demonyms[key], "demonym")


def is_named_origin(reading: Reading, i: int) -> bool:
    """Tell whether a country's adjective has the capital of a name: "die Deutsche Umwelthilfe"."""
    word = reading.pieces.words[i]
    return word.startswith(_NATIONS) and reading.capital(i) and not reading.sentence_initial(i)


def people_named_as_places(reading: Reading, words: PlaceWords) -> Iterator[Candidate]:
    """Yield people that are called as their place is: "die Schweden", where Sweden would have no article."""
    for i, key in enumerate(reading.pieces.keys):
        record = words.named.get(reading.lexicon.people.get(key, ""))
        alone = i + 1 == len(reading.pieces) or not reading.pieces.hyphen[i + 1]
        if record is None or not alone or reading.pieces.hyphen[i] or _article(reading, i) not in _PLURAL_ARTICLES:
            continue
        if key not in reading.lexicon.currencies or _is_plural(reading, i):
            yield _candidate(i, record, "demonym")


_PLURAL_ARTICLES = frozenset({"die", "den", "der"})


def _article(reading: Reading, i: int) -> str:
    """Return the word before a piece and the adjectives that describe it."""
    syntax, token = reading.syntax, reading.pieces.tokens[i] - 1
    while token > 0 and syntax.pos[token] == "ADJ":
        token -= 1
    return syntax.lower[token] if token >= 0 else ""


def _is_plural(reading: Reading, i: int) -> bool:
    """Tell whether people are meant and no currency: "der Umsatz der Franken", "die Franken", not "der Franken"."""
    feats, article = reading.syntax.feats[reading.pieces.tokens[i]], _article(reading, i)
    return article == "die" or (article == "der" and feats.get("Case") == "Gen" and feats.get("Number") != "Sing")


def _is_known(reading: Reading, i: int) -> bool:
    return any(reading.dictionary.matches(reading.pieces, i))


_WHERE = frozenset({"in", "aus", "nach"})
#: adjectives that begin the names of bodies and firms
_NATIONS = ("Deutsche", "Österreichische", "Schweizerische", "Europäische", "Französische", "Britische")


def located_names(reading: Reading) -> Iterator[Candidate]:
    """Yield unknown names right behind "in", "aus" or "nach": places."""
    for i in range(1, len(reading.pieces)):
        if reading.pieces.words[i - 1] in _WHERE and reading.pieces.spaced(i) and reading.proper(i):
            word = reading.pieces.words[i]
            if not odd_shape(word) and not known_word(word):
                last = reading.proper_run(i, 3)
                yield Candidate(i, last, reading.pieces.span(i, last), "Place", Trust.SHAPE)


def named_by_origin(reading: Reading, words: PlaceWords) -> Iterator[Candidate]:
    """Yield unknown names behind a country: firms, "die schwedische Mullvad", and towns, "im polnischen Jawor"."""
    pieces = reading.pieces
    for i in range(2, len(pieces)):
        is_country = pieces.keys[i - 1] in words.adjectives and not reading.capital(i - 1)
        is_town = _opens_town(reading, i - 2)
        if not is_country or not (is_town or pieces.words[i - 2].lower() in DEFINITE_ARTICLES):
            continue
        if _is_unknown_name(reading, i) and reading.lexicon.noun(pieces.words[i]) is None:
            last = max(reading.proper_run(i, 3), i + 1)
            type, trust = ("Place", Trust.CUE) if is_town else ("Company", Trust.SHAPE)
            yield Candidate(i, last, pieces.span(i, last), type, trust)


def named_by_town(reading: Reading) -> Iterator[Candidate]:
    """Yield unknown firms behind article and demonym: "die Dortmunder KHS"; men are "der Dortmunder Reus"."""
    pieces = reading.pieces
    for i in range(2, len(pieces)):
        word, article = pieces.words[i], pieces.words[i - 2].lower()
        is_firm = article == "die" or (article in DEFINITE_ARTICLES and word.isupper() and len(word) > 1)
        if not is_firm or not reading.capital(i - 1) or pieces.keys[i - 1] not in reading.dictionary.origins:
            continue
        if pieces.spaced(i - 1) and _is_unknown_name(reading, i) and reading.lexicon.noun(word) is None:
            last = max(reading.proper_run(i, 3), i + 1)
            yield Candidate(i, last, pieces.span(i, last), "Company", Trust.SHAPE)


#: what is between a town and the water or land that tells it from others of its name
_ON_RIVERS = (("ob", "der"), ("an", "der"), ("am",), ("im",), ("bei",), ("vor", "der"))
_RIVERS = frozenset(
    """Tauber Donau Lahn Main Neckar Rhein Saale Elbe Oder Spree Inn Ilm Aller Weser Ruhr Isar Lech Enz Fils Brenz
    Steinlach Leine Fulda Werra Sieg Mosel Nahe Havel Orla Elster Mulde Neiße Eider Oste Dosse Ems Lippe Glan Pegnitz
    Wörnitz Altmühl Naab Regen Vils Amper Wertach Iller Riß Alz Salzach Mur Drau Traun Ybbs Steyr Enns Krems Leitha
    Harz Breisgau Allgäu Odenwald Taunus Höhe Schwarzwald Erzgebirge Vogtland Rheinland Teck
    Weinstraße Sand Holz Westerwald Hunsrück Riss Thaya Walde Rhön""".split()
)


def lengthen_by_river(reading: Reading, candidate: Candidate) -> bool:
    """Let a town have the river behind it in its name, and tell whether one is: "Rothenburg | ob der Tauber"."""
    pieces, last = reading.pieces, candidate.last
    for words in _ON_RIVERS:
        end = last + len(words) + 1
        behind = tuple(pieces.words[last : end - 1])
        if behind != words or end > len(pieces) or not all(pieces.spaced(i) for i in range(last, end)):
            continue
        if pieces.words[end - 1] in _RIVERS and not pieces.hyphen[min(end, len(pieces) - 1)]:
            candidate.last = end
            name = pieces.span(candidate.first, end)
            candidate.aliases += (name,)
            candidate.name = candidate.name if candidate.records else name
            return True
    return False


def papers(reading: Reading) -> Iterator[Candidate]:
    """Yield newspapers called by their town: "das Mindener Tageblatt", "des Mindener Tageblatts"."""
    pieces = reading.pieces
    for i in range(1, len(pieces)):
        word = pieces.words[i]
        bare = word[:-1] if word[:-1] in reading.lexicon.papers else word
        is_paper = bare in reading.lexicon.papers and pieces.spaced(i) and reading.capital(i - 1)
        if is_paper and pieces.keys[i - 1] in reading.dictionary.origins:
            yield Candidate(i - 1, i + 1, f"{pieces.words[i - 1]} {bare}", "MediaOutlet", Trust.CUE)


def _is_unknown_name(reading: Reading, i: int) -> bool:
    """Tell whether a piece is capital, no German word and no first name."""
    word = reading.pieces.words[i]
    is_name = reading.pieces.spaced(i) and reading.capital(i) and not known_word(word) and not known_compound(word)
    return is_name and word not in reading.lexicon.first_names


def _opens_town(reading: Reading, i: int) -> bool:
    """Tell whether an article stands before a town: "im polnischen Jawor", "aus dem polnischen Jawor"."""
    word = reading.pieces.words[i].lower()
    return word in ("im", "ins") or (word == "dem" and i > 0 and reading.pieces.words[i - 1].lower() in _WHERE)


def attributive(reading: Reading, i: int) -> bool:
    """Tell whether a noun follows that the piece describes: "der Wolfsburger Konzern"."""
    pieces = reading.pieces
    if i + 1 >= len(pieces) or not (pieces.spaced(i + 1) or pieces.joint[i + 1] == "\n"):
        return False
    if reading.capital(i + 1) and not pieces.words[i + 1][0].isdigit():
        return not reading.sentence_initial(i + 1)
    token = reading.pieces.tokens[i]
    head = reading.syntax.heads[token]
    return reading.syntax.deps[token] == "amod" and head > token + 1


def _candidate(i: int, record: AuthorityRecord, kind: str) -> Candidate:
    return Candidate(i, i + 1, record.name, "Place", Trust.KNOWN, kind, (record,))  # type: ignore[arg-type]
