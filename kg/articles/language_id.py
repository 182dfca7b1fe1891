"""Which language a text is in, told by its most frequent function words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import islice

from kg.resources import ontology_folder

#: words that are looked at
_SAMPLE = 400
#: share of the words that must be function words of the language, and how many at least
_SHARE, _LEAST = 0.12, 4
_WORD = re.compile(r"[^\W\d_]+")

UNKNOWN = "und"


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language.

    "und" for a text in none of the languages that are known; None for one too short to tell.

    >>> language_of("Der Konzern will die Sparte nicht verkaufen, wie er am Montag mit den Zahlen mitteilte.")
    'de'
    >>> language_of("The group will not sell the unit, it said on Monday when it reported results.")
    'en'
    """
    words = [match.group().casefold() for match in islice(_WORD.finditer(text), _SAMPLE)]
    if len(words) < 2 * _LEAST:
        return None
    score, language = max((score, language) for language, score in _scores(words).items())
    if score < max(_LEAST, _SHARE * len(words)):
        return UNKNOWN if len(words) >= 10 * _LEAST else None
    return language


def _scores(words: list[str]) -> dict[str, float]:
    """Count function words; one that several languages share counts for each in part."""
    scores = dict.fromkeys(_profiles(), 0.0)
    shared = Counter(word for profile in _profiles().values() for word in profile)
    for word in words:
        for language, profile in _profiles().items():
            if word in profile:
                scores[language] += 1 / shared[word]
    return scores


@cache
def _profiles() -> dict[str, frozenset[str]]:
    path = ontology_folder() / "lexicon" / "languages.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {language: frozenset(entry["words"].split()) for language, entry in table.items()}
