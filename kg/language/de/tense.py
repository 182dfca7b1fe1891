"""Whither a time expression points: back or ahead, told by the verbs and prepositions around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Doc, Token

from kg.language.de.calendar import Way
from kg.language.de.words import word_lists
from kg.language.syntax import parse_features

_TENSE: dict[str, list[str]] = word_lists("times")["tense"]
_PAST = frozenset(_TENSE["past"])
_PERFECT = frozenset(_TENSE["perfect"])
_FUTURE = frozenset(_TENSE["future"])
_PRESENT = frozenset(_TENSE["present"])
_APPOINTMENTS = tuple(_TENSE["appointments"])
_BACK = frozenset(_TENSE["past_prepositions"])
_ARTICLES = frozenset(_TENSE["articles"])
_NO_VERBS = frozenset(_TENSE["no_verbs"])
_AHEAD = frozenset(_TENSE["future_prepositions"])
_POINTING, _SETTING = _BACK | _AHEAD, frozenset({"für"})
_DUE = frozenset({"zum"})
_LOOKING_BACK = frozenset(_TENSE["looking_back"])

_SPANS = frozenset(_TENSE["spans"])

_SENTENCE_ENDS = frozenset({".", "!", "?", ";", ":", "++", "+++", "…", "\n\n"})
_CLAUSE_ENDS = frozenset({",", "–", "—", "(", ")"})
_PARTICIPLE = re.compile(r"\w*ge\w+(?:t|en)|(?:be|er|ver|zer|ent|über|unter|wider|miss)\w+(?:t|en)|\w+iert")
#: a full stop that the tokeniser leaves with its number, at the end of a sentence
_NUMBER_AT_END = re.compile(r"(?:.*[A-Za-z]-?[0-9]+|[0-9]{4}|[0-9.]+,[0-9]+)\.")
_SURE_PARTICIPLE = re.compile(r"[a-zäöü]*ge[a-zäöüß]{3,}(?:t|ten|tem|ter|tes|te|en)|[a-zäöü]{3,}iert(?:e[nmrs]?)?")
_REACH = 40
#: ends of infinitives that no past form has
_TREADING = ("treten", "halten", "bieten")


def direction(doc: Doc, first: int, last: int) -> Way:
    """Return whither the expression in tokens ``first`` to ``last`` points.

    "seit" decides before the verb of the clause, that before "bis" and "ab", those before the other verbs
    of the sentence.
    """
    before = _preposition(doc, first)
    after = doc[last].lower_ if last < len(doc) else ""
    if before in _BACK and after not in _AHEAD and after != "an":
        return -1
    clause = _of_words(doc, _bounds(doc, first, last, _is_clause_end), first)
    if clause or before in _AHEAD:
        return clause or 1
    if _preposition(doc, first, _DUE) in _DUE and _of_tags(doc, first, last):
        return 1  # "gibt den Posten zum 1. April ab, wie der Konzern mitteilte"
    sentence = _bounds(doc, first, last, _is_sentence_end)
    return _of_words(doc, sentence, first) or _of_participle(doc, sentence) or _of_tags(doc, first, last)


def is_set(doc: Doc, first: int) -> bool:
    """Tell whether something is set for an expression: "rief für Montag zum Streik auf", "für diesen Freitag"."""
    return _preposition(doc, first, _SETTING) in _SETTING


def _preposition(doc: Doc, first: int, known: frozenset[str] = _POINTING) -> str:
    """Return the preposition of an expression, also in front of its article: "seit dem Frühjahr"."""
    i = first - 1
    if i > 0 and doc[i].lower_ in _ARTICLES and doc[i - 1].lower_ in known:
        i -= 1
    return str(doc[i].lower_) if i >= 0 else ""


# -- where a clause and a sentence end -------------------------------------------------------------------


def _bounds(doc: Doc, first: int, last: int, is_end: Callable[[Token], bool]) -> range:
    """Return the tokens around an expression up to the next mark that ends a sentence or clause."""
    start, end = first, last
    while start > max(0, first - _REACH) and not is_end(doc[start - 1]):
        start -= 1
    while end < min(len(doc), last + _REACH) and not is_end(doc[end]):
        end += 1
    return range(start, end)


def _is_sentence_end(token: Token) -> bool:
    return token.text in _SENTENCE_ENDS or "\n" in token.text or _NUMBER_AT_END.fullmatch(token.text) is not None


def _is_clause_end(token: Token) -> bool:
    return token.text in _CLAUSE_ENDS or _is_sentence_end(token)


# -- what the words say ----------------------------------------------------------------------------------


def _of_words(doc: Doc, span: range, at: int) -> Way:
    """Return what the word nearest to the expression says that says anything."""
    perfect = any(_PARTICIPLE.fullmatch(doc[i].text) for i in span)
    for i in sorted(span, key=lambda i: abs(i - at)):
        way = _of_word(doc, i, perfect)
        if way:
            return way
    return _of_present([doc[i].lower_ for i in span])


def _of_word(doc: Doc, i: int, perfect: bool) -> Way:
    word, before = doc[i].text, doc[i - 1].text if i else ""
    lower = word if i and before not in _SENTENCE_ENDS else word.lower()
    if lower in _FUTURE:
        return -1 if i + 1 < len(doc) and doc[i + 1].text in _PAST else 1
    if lower in _PAST or (perfect and lower in _PERFECT):
        return -1
    if _is_preterite(lower, before) and not _is_infinitive(doc[i]):
        return -1
    if before == "zu" and lower.islower() and lower.endswith("n"):
        return -1 if lower in _LOOKING_BACK else 1
    return 0


def _of_participle(doc: Doc, span: range) -> Way:
    """Read a participle where no verb says anything: "im Frühjahr gestartet"."""
    return -1 if any(_SURE_PARTICIPLE.fullmatch(doc[i].text) for i in span) else 0


def _of_tags(doc: Doc, first: int, last: int) -> Way:
    """Read a month or season with a verb in the present: "Im August rückt sie an die Spitze" is still to come."""
    if doc[last - 1].lower_ not in _SPANS:
        return 0
    tags = [parse_features(str(doc[i].morph)) for i in _bounds(doc, first, last, _is_clause_end)]
    finite = [(tag.get("Tense"), tag.get("Mood")) for tag in tags if tag.get("VerbForm") == "Fin"]
    return 1 if {*finite} == {("Pres", "Ind")} else 0


def _is_preterite(word: str, before: str) -> bool:
    """Tell whether a word looks like a weak verb in the past tense behind its subject."""
    return word.islower() and word.endswith(("te", "ten")) and before[:1].isupper() and word not in _NO_VERBS


def _is_infinitive(token: Token) -> bool:
    """Tell whether a word only looks like a past form: "wird den Posten im April antreten"."""
    return parse_features(str(token.morph)).get("VerbForm") == "Inf" or token.lower_.endswith(_TREADING)


def _of_present(words: list[str]) -> Way:
    """Read an appointment in the present tense: "legt am 11. November die Zahlen vor"."""
    present = any(word in _PRESENT for word in words)
    appointment = any(word.endswith(_APPOINTMENTS) for word in words)
    return 1 if present and appointment else 0
