"""Names that no dictionary holds, told by the words around them: a noun before, a legal form behind."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.context import noun_before
from kg.language.mentions.gazetteer_match import compound_head
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.origins import beside_origin, tells_by_origin, with_origin
from kg.language.mentions.persons import bare_name
from kg.language.mentions.places import is_named_origin
from kg.language.mentions.reading import Reading, known_compound, known_plural, known_word, odd_shape, plural_compound
from kg.language.mentions.side_by_side import known_split

_BEHIND_CLASSES = {
    "company": "Company",
    "union": "Union",
    "media": "MediaOutlet",
    "event": "Event",
    "law": "Legislation",
    "organization": "Organization",
}
#: what tells a firm by law: "Deutsche Solarfonds Invest GmbH"
_LEGAL_FORMS = frozenset({"AG", "SE", "KGaA", "GmbH"})
#: words between a country and the rest of a firm's name, at most
_LONGEST_BUSINESS = 3
#: classes of words that close a name behind a hyphen too: "die Mahle-Stiftung"
_HYPHENATED = ("organization",)


def appositions(reading: Reading) -> Iterator[Candidate]:
    """Yield the name that follows a noun telling its class: "der Kombi Z9 GT"."""
    for first in range(1, len(reading.pieces)):
        if not reading.capital(first) or reading.pieces.hyphen[first]:
            continue
        noun = noun_before(reading, first)
        if noun is None or _is_name(reading, first - 1) or noun.lemma.endswith(reading.lexicon.courts):
            continue
        last = _quoted_end(reading, first) or _numbered(reading, reading.proper_run(first), noun.type)
        last = _with_trade(reading, first, max(last, _unheard_end(reading, first, noun.type)))
        if last > first:
            if noun.lemma in reading.lexicon.led and _is_deed(reading.pieces.words[first]):
                continue
            type = _told(reading, noun)
            last = known_split(reading, first, last, type) or last
            yield from _named(reading, first, last, type)
            if reading.syntax.feats[reading.pieces.tokens[first - 1]].get("Number") == "Plur":
                yield from _coordinated(reading, last, type)


def _unheard_end(reading: Reading, first: int, type: str) -> int:
    """Return the end of a company's name that is taken for a noun, though no such is known: "den Rivalen Biesse"."""
    word, token, s = reading.pieces.words[first], reading.pieces.tokens[first], reading.syntax
    if type != "Company" or not reading.tagged or s.pos[token] != "NOUN" or not reading.pieces.spaced(first):
        return first
    is_one = s.feats[reading.pieces.tokens[first - 1]].get("Number") != "Plur"
    forms = {word, s.lemmas[token]}
    is_word = known_word(word.lower()) or any(known_word(form) or known_compound(form) for form in forms)
    is_word = is_word or reading.lexicon.noun(word) is not None
    return first + 1 if is_one and not is_word and len(word) > 2 else first


def _with_trade(reading: Reading, first: int, last: int) -> int:
    """Return the end of a firm's name with the unknown noun that goes on it: "die Kette Hammer | Raumstylisten"."""
    pieces, s = reading.pieces, reading.syntax
    if not first < last < len(pieces) or not pieces.spaced(last) or not reading.capital(last):
        return last
    token, word = pieces.tokens[last], pieces.words[last]
    goes_on = s.deps[token] == "flat" and s.heads[token] == pieces.tokens[first] and s.pos[token] == "NOUN"
    return last + 1 if goes_on and not known_word(word) and reading.lexicon.noun(word) is None else last


def _is_deed(word: str) -> bool:
    """Tell whether a word is an infinitive as a noun: "warfen der Regierung Versagen vor"."""
    return word.endswith("en") and known_word(word) and known_word(word.lower())


def _told(reading: Reading, noun: Noun) -> str:
    """Return the class that a noun gives to the name behind it."""
    if noun.lemma in reading.lexicon.led:
        return "Person"
    return "Company" if noun.lemma in reading.lexicon.either else noun.type


def quoted_names(reading: Reading) -> Iterator[Candidate]:
    """Yield foreign names of several words in quotation marks: the "Industrial AI Cloud"."""
    for first in range(len(reading.pieces)):
        last = _quoted_end(reading, first) if reading.proper(first) else 0
        if last - first > 1 and all(_foreign(reading, i) for i in range(first + 1, last)):
            yield Candidate(first, last, reading.pieces.span(first, last), "Product", Trust.SHAPE)


def _foreign(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    return word in _INSIDE or (_in_name(reading, i, any_capital=True) and not known_word(word))


def _named(reading: Reading, first: int, last: int, type: str) -> Iterator[Candidate]:
    if last - first == 1 and type != "Person" and _common_word(reading, first):
        return
    yield Candidate(first, last, bare_name(reading, first, last), type, Trust.CUE, head=compound_head(reading, last))


def _common_word(reading: Reading, i: int) -> bool:
    """Tell whether a word that the tagger takes for a name is in a word list, or a plural, as nouns are.

    The model's word for it counts but for plurals of compounds in the list: "weil die Airline Reisebüros aussperrt".
    """
    word, token = reading.pieces.words[i], reading.pieces.tokens[i]
    if known_plural(word) or plural_compound(word):
        return True
    if reading.doc[token].ent_type_ or odd_shape(word):
        return False
    is_plural = reading.syntax.pos[token] != "NOUN" and reading.syntax.feats[token].get("Number") == "Plur"
    return known_word(word) or is_plural


def _coordinated(reading: Reading, last: int, type: str) -> Iterator[Candidate]:
    """Yield the further names of "die Kabelsender CNN und TNT"."""
    pieces = reading.pieces
    while last + 1 < len(pieces):
        first = last if pieces.joint[last] == ", " else last + 1
        if first > last and pieces.words[last] not in ("und", "sowie"):
            return
        last = reading.proper_run(first)
        if last == first:
            return
        yield from _named(reading, first, last, type)


def owners(reading: Reading) -> Iterator[Candidate]:
    """Yield unknown companies by what is said to be theirs: "Aumovio-Chef"."""
    pieces, lexicon = reading.pieces, reading.lexicon
    for i in range(1, len(pieces)):
        if not pieces.hyphen[i] or pieces.words[i].lower() not in lexicon.owned or pieces.hyphen[i - 1]:
            continue
        word = pieces.words[i - 1]
        if word[0].isupper() and word not in lexicon.no_owner and len(word) > 2 and _unknown(reading, i - 1):
            yield Candidate(i - 1, i, word, "Company", Trust.CUE, head=compound_head(reading, i))


def _unknown(reading: Reading, i: int) -> bool:
    word = reading.pieces.words[i]
    return word not in reading.lexicon.never and not reading.lexicon.noun(word) and not known_word(word)


def _is_name(reading: Reading, i: int) -> bool:
    """Tell whether the noun is itself a known body: "Bundesregierung"."""
    return any(end == i + 1 for end, _ in reading.dictionary.matches(reading.pieces, i))


def _numbered(reading: Reading, last: int, type: str) -> int:
    """Return the end with the number behind a law or product: "SB 53"."""
    pieces = reading.pieces
    number = last < len(pieces) and pieces.spaced(last) and pieces.words[last].isdigit()
    return last + 1 if number and type in ("Legislation", "Product") and len(pieces.words[last]) <= 3 else last


_QUOTES = {'"': '"', "„": '“”"', "»": "«", "«": "»", "‚": "‘’", "“": "”", "'": "'"}


def _quoted_end(reading: Reading, first: int) -> int:
    """Return the end of a short name in quotation marks; 0 where there is none."""
    pieces = reading.pieces
    opening = pieces.joint[first].strip()
    if opening not in _QUOTES:
        return 0
    for last in range(first + 1, min(first + 6, len(pieces) + 1)):
        end = pieces.ends[last - 1]
        if pieces.text[end : end + 1] in _QUOTES[opening] and pieces.text[end : end + 1]:
            return last
        if last < len(pieces) and not pieces.linked[last]:
            return 0
    return 0


def closed_names(reading: Reading) -> Iterator[Candidate]:
    """Yield capitalised names that close with a legal form or a word such as "Airlines" or "Summit"."""
    behind = {word: cls for cls in _BEHIND_CLASSES for word in reading.lexicon.behind[cls]}
    for i in range(1, len(reading.pieces)):
        cls = behind.get(reading.pieces.words[i])
        if cls and (reading.pieces.spaced(i) or (reading.pieces.hyphen[i] and cls in _HYPHENATED)):
            any_capital = cls in ("law", "event", "index") or reading.pieces.hyphen[i]
            first = _run_start(reading, i, any_capital=any_capital)
            first = _firm_start(reading, first, i) if _is_form(reading, i) else first
            first = beside_origin(reading, first, i) if first < i else first
            first = with_origin(reading, first, i) if cls == "company" and first < i else first
            first = _behind_nation(reading, first, i) if cls == "company" and 0 < first < i else first
            if first < i and not _of_person(reading, first, i) and not tells_by_origin(reading, first, i + 1):
                last = _extended(reading, i + 1, behind)
                yield Candidate(
                    first, last, bare_name(reading, first, last),
                    _BEHIND_CLASSES[behind.get(reading.pieces.words[last - 1], "company")], Trust.CUE,
                    head=compound_head(reading, last),
                )  # fmt: skip


def _is_form(reading: Reading, i: int) -> bool:
    """Tell whether a piece is a German legal form, which stands behind the whole name of a firm."""
    return reading.pieces.words[i] in _FORMS


def _firm_start(reading: Reading, first: int, form: int) -> int:
    """Return where a firm's name begins that taggers take for nouns: "die Huber Fenster | GmbH"."""
    wide = _run_start(reading, form, any_capital=True)
    pieces = reading.pieces
    opens = wide > 0 and pieces.words[wide - 1].lower() in _ARTICLES and pieces.spaced(wide)
    return wide if wide < first and opens else first


def _behind_nation(reading: Reading, first: int, i: int) -> int:
    """Return where a firm's name begins with a country and its business: "Deutsche Solarfonds | Invest GmbH"."""
    pieces, start = reading.pieces, first
    if pieces.words[i] not in _LEGAL_FORMS:
        return first
    while start > 0 and first - start < _LONGEST_BUSINESS and pieces.spaced(start) and reading.capital(start):
        if is_named_origin(reading, start - 1):
            return start - 1
        start -= 1
    return first


def _of_person(reading: Reading, first: int, i: int) -> bool:
    """Tell whether a person in the genitive stands before the noun: "Warren Buffetts Holding"."""
    return reading.pieces.words[first] in reading.lexicon.first_names and reading.pieces.words[i - 1].endswith("s")


#: legal forms of German firms
_FORMS = frozenset({"GmbH", "AG", "KG", "SE", "KGaA", "OHG"})
_ARTICLES = frozenset({"die", "der", "den"})
_INSIDE = frozenset({"&", "and", "of", "for", "the"})


def _run_start(reading: Reading, last: int, *, any_capital: bool) -> int:
    """Return where the run of name-like pieces before ``last`` begins."""
    pieces, first = reading.pieces, last
    while first > 0 and last - first < 6 and pieces.linked[first] and pieces.joint[first] not in ("\n", "/"):
        before = first - 1
        word = pieces.words[before]
        if reading.lexicon.noun(word) or not (word in _INSIDE or _in_name(reading, before, any_capital=any_capital)):
            break
        first = before
    while first < last and (pieces.words[first] in _INSIDE or reading.genitive(first)):
        first += 1
    return first


def _in_name(reading: Reading, i: int, *, any_capital: bool) -> bool:
    """Tell whether a piece belongs to the name behind it; foreign names are often tagged as nouns."""
    if reading.proper(i):
        return True
    return (
        any_capital and reading.capital(i) and not reading.sentence_initial(i) and reading.pos[i] not in ("DET", "ADP")
    )


def _extended(reading: Reading, last: int, behind: dict[str, str]) -> int:
    pieces = reading.pieces
    while last < len(pieces) and pieces.spaced(last) and pieces.words[last] in behind:
        last += 1
    return last + 3 if pieces.words[last : last + 3] == ["&", "Co", "KG"] else last


def laws(reading: Reading) -> Iterator[Candidate]:
    """Yield laws named by a compound: "Lieferkettengesetz", "CSAM-Verordnung"."""
    pieces = reading.pieces
    for i, word in enumerate(pieces.words):
        lower = _law_noun(word)
        if pieces.hyphen[i] and lower in reading.lexicon.law_heads:
            first = i
            while pieces.hyphen[first]:
                first -= 1
            yield _law(reading, first, i)
        elif lower.endswith(reading.lexicon.law_endings) and _modified(reading, lower) and word[0].isupper():
            yield _law(reading, i, i)


def _law_noun(word: str) -> str:
    lower = word.lower()
    return lower.removesuffix("es") if lower.endswith("gesetzes") else lower


def _modified(reading: Reading, lower: str) -> bool:
    """Tell whether the word says what the law is about."""
    return any(
        lower.endswith(e) and len(lower) > len(e) + 2 and lower.removesuffix(e) not in reading.lexicon.no_law
        for e in reading.lexicon.law_endings
    )


def _law(reading: Reading, first: int, i: int) -> Candidate:
    name = reading.pieces.span(first, i + 1)
    name = name[:-2] if name.endswith("gesetzes") else name
    return Candidate(first, i + 1, name, "Legislation", Trust.CUE)
