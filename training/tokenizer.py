"""The tokenizer of the model: spaCy's German rules, adapted to financial news."""

from __future__ import annotations

import re
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import compile_suffix_regex

#: words whose punctuation belongs to them
WORDS = (
    "Bill.", "Cie.", "Corp.", "Ges.", "Ltd.", "Mill.", "S.A.", "S.p.A.", "B.V.", "N.V.", "a.D.", "bspw.",
    "gg.", "ggü.", "i.H.v.", "i.d.R.", "inkl.", "max.", "mind.", "rd.", "s.o.", "s.u.", "u.U.", "v.a.",
    "z.T.", "zzgl.", "Yahoo!", "L’Oréal", "Vz.", "St.", "Stk.", "Tel.",
)  # fmt: skip

#: whole words that no rule may split: 2025/26, 1/3, A350-1000, 5G, 3M, Moody’s, Mitarbeiter/innen
UNSPLIT = r"^(?:\d{4}/\d{2,4}|\d{1,2}/\d{1,2}|[A-Z]+[0-9]+-[0-9]+|\d{1,2}[GMK]|\w+[:/*_]innen|\w+’\w+)$"

#: a period after these ends the sentence, for they are no ordinals: 2024. 3.900. 1,5. 2025/26. Q3. F-35.
FINAL_PERIODS = [
    rf"(?<={before})\."
    for before in (
        "[0-9]{3}",
        ",[0-9]",
        ",[0-9]{2}",
        "/[0-9]{2}",
        "[A-Za-z][0-9]",
        "[A-Za-z][0-9]{2}",
        "[A-Z]-[0-9]",
        "[A-Z]-[0-9]{2}",
        "KGaA",
    )
]


def blank_german() -> Language:
    """Return an empty German pipeline with our tokenizer."""
    nlp = spacy.blank("de")
    adapt_tokenizer(nlp)
    return nlp


def adapt_tokenizer(nlp: Language) -> Language:
    """Give a German pipeline our token rules; they are saved with it."""
    tokenizer: Any = nlp.tokenizer
    suffixes = [*(nlp.Defaults.suffixes or ()), *FINAL_PERIODS]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.token_match = re.compile(UNSPLIT).match
    for word in WORDS:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp
