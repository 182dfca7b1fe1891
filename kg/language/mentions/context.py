"""What the words around a name tell of it: its class, and whether a word is a name at all."""

from __future__ import annotations

import re
from itertools import takewhile

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.candidate import Candidate
from kg.language.mentions.lexicon import Noun
from kg.language.mentions.reading import Reading

_TICKER = re.compile(r"\s?\((?:[A-Z]{1,5}\b|ISIN|WKN|Ticker|Kürzel|NYSE|Nasdaq|[A-Z]{2}\w{9}\d)")
#: two words that tell the class of the name behind them: "das Joint Venture Carizon"
_VENTURE = Noun("joint venture", "JointVenture", "n")
_NOMINATIVE_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def noun_before(reading: Reading, first: int) -> Noun | None:
    """Return the noun that a name follows in apposition: "Chiphersteller" before "Infineon"."""
    before = reading.pieces.before(first)
    if not before or reading.sentence_initial(first):
        return None
    if before == "namens":
        return _named_so(reading, first - 2)
    if reading.pieces.words[max(0, first - 2) : first] == ["Joint", "Venture"]:
        return _VENTURE
    noun = reading.lexicon.noun(reading.pieces.words[first - 1])
    return noun if noun is not None and reading.capital(first - 1) else None


def _named_so(reading: Reading, i: int) -> Noun:
    """Return the noun before "namens", a product's where it tells nothing: "ein Angebot namens X"."""
    singular = reading.syntax.feats[reading.pieces.tokens[i]].get("Number") != "Plur"
    noun = reading.lexicon.noun(reading.pieces.words[i]) if i >= 0 and singular else None
    return noun or Noun("angebot", "Product", "n")


def told_class(reading: Reading, candidate: Candidate) -> str | None:
    """Return the class that the context gives to a name: apposition, compound head, title."""
    noun = noun_before(reading, candidate.first)
    if noun:
        return noun.type
    if candidate.head and _heads_a_company(reading, candidate.head):
        return "Company"
    return "Product" if candidate.type == "Product" and _heads_a_product(reading, candidate.head) else None


def _heads_a_company(reading: Reading, head: str) -> bool:
    return head in reading.lexicon.compound_heads


def _heads_a_product(reading: Reading, head: str | None) -> bool:
    """Tell whether a compound's head is a noun of products: "Llama-Modelle", "Edge-Browser"."""
    noun = reading.lexicon.noun(head.capitalize()) if head else None
    return noun is not None and noun.type == "Product"


def compatible(told: str, type: str) -> bool:
    """Tell whether a name of a class can stand where the context tells another class."""
    return told == type or (told in ORGANISATIONS and type in ORGANISATIONS)


def supported(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether the context speaks for a doubtful name."""
    if _introduces_a_name(reading, candidate):
        return False
    told = told_class(reading, candidate)
    if told:
        return any(compatible(told, record.type) for record in candidate.records)
    if candidate.head or _reckons(reading, candidate) or _describes(reading, candidate):
        return False
    tests = (_ticker_behind, _quoted, _without_article, _with_article, _acts, _owned, _entity_of_model)
    return any(test(reading, candidate) for test in tests)


def _introduces_a_name(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a word with an article is a noun that a name right behind it explains: "der Investor EQT"."""
    syntax, tokens = reading.syntax, reading.pieces.tokens
    if reading.pieces.hyphen[candidate.first] and candidate.type == "Company":
        return True  # "der US-Investor"
    if candidate.last - candidate.first != 1 or candidate.last >= len(tokens) or not reading.tagged:
        return False
    token, behind = tokens[candidate.first], tokens[candidate.last]
    is_noun = syntax.pos[token] == "NOUN" and any(syntax.pos[c] == "DET" for c in syntax.children[token])
    named = syntax.heads[behind] == token and syntax.deps[behind] in ("appos", "flat", "flat:name")
    return is_noun and named and syntax.pos[behind] == "PROPN"


def _describes(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a noun for a firm stands as one: "Deutschlands zweitgrößte Privatbank", "die große Sparkasse"."""
    if not reading.tagged or candidate.type != "Company" or candidate.last - candidate.first != 1:
        return False
    syntax, before = reading.syntax, reading.pieces.tokens[candidate.first] - 1
    is_adjective = before >= 0 and syntax.pos[before] == "ADJ" and syntax.lower[before].endswith("e")
    noun = reading.lexicon.noun(reading.pieces.words[candidate.first]) if is_adjective else None
    return noun is not None and noun.type == "Company"


def _reckons(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether the word says how an amount is reckoned: "Netto verdiente Siemens zwei Milliarden Euro"."""
    if reading.pieces.words[candidate.first] not in reading.lexicon.reckoned:
        return False
    s = reading.syntax
    first, last = s.sentence(reading.pieces.tokens[candidate.first])
    return any(s.lower[i].startswith(_AMOUNTS) for i in range(first, last))


_AMOUNTS = ("euro", "dollar", "franken", "prozent", "milliarde", "million", "mrd", "mio", "%", "€")


def _ticker_behind(reading: Reading, candidate: Candidate) -> bool:
    end = reading.pieces.ends[candidate.last - 1]
    return bool(_TICKER.match(reading.pieces.text, end))


def _quoted(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a newspaper's name stands in quotation marks, as they are written: die "Bild"."""
    if candidate.type != "MediaOutlet":
        return False
    pieces = reading.pieces
    behind = pieces.text[pieces.ends[candidate.last - 1] :][:1]
    return pieces.joint[candidate.first][-1:] in _QUOTES and behind in _QUOTES


_QUOTES = tuple("\"„“”«»‚‘’'")
_BEFORE_NAMES = frozenset({"bei", "von", "für", "gegen", "mit", "an", "laut"})


def _without_article(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a preposition stands right before an organisation's name, as before no singular noun."""
    token = reading.pieces.tokens[candidate.first]
    if not reading.tagged or candidate.type not in ORGANISATIONS or reading.syntax.pos[token] != "PROPN":
        return False
    return reading.word_before(candidate.first) in _BEFORE_NAMES


def _with_article(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a house that is called by a common noun has its article: "bei der Post", not "mit der Post"."""
    if reading.pieces.words[candidate.first] not in reading.lexicon.with_article:
        return False
    before = reading.pieces.tokens[candidate.first] - 2
    is_definite = reading.word_before(candidate.first) in ("die", "der")
    return is_definite and (before < 0 or reading.syntax.lower[before] not in reading.lexicon.no_house)


def _acts(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether an organisation's name without article is the subject of what companies do."""
    syntax, token = reading.syntax, reading.pieces.tokens[candidate.first]
    if not reading.tagged or candidate.type not in ORGANISATIONS:
        return False
    if syntax.deps[token] not in _NOMINATIVE_SUBJECTS or syntax.pos[token] not in ("PROPN", "NOUN"):
        return False
    if syntax.feats[token].get("Number") == "Plur":
        return False
    return syntax.lemmas[syntax.heads[token]].lower() in reading.lexicon.saying


def _owned(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a product's name stands right behind whose product it is: "Teslas Optimus"."""
    first = candidate.first
    return candidate.type == "Product" and reading.pieces.spaced(first) and reading.genitive(first - 1)


def _entity_of_model(reading: Reading, candidate: Candidate) -> bool:
    token = reading.doc[reading.pieces.tokens[candidate.first]]
    label = token.ent_type_.rstrip("+")
    rest = takewhile(lambda t: t.ent_iob_ == "I", reading.doc[token.i + 1 :])
    if not label or any(t.text in reading.lexicon.never for t in rest):
        return False  # "Erste | Erfolge" is no firm with the name "Erste"
    return any(label == r.type or (label in ORGANISATIONS and r.type in ORGANISATIONS) for r in candidate.records)
