"""What an article has told of a company up to each of its mentions, as features that rank whom a sentence means."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kg.language.spans import Mention

Features = dict[str, float]

_TAKING_UP = ("nominal", "pronoun")
_RATERS = ("analyst", "analystin", "experte", "expertin", "stratege", "strategin")
_ROLES = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "flat", "ROOT", "parataxis")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of a company with its place in the text."""

    mention: Mention
    sentence: int
    paragraph: int
    is_subject: bool
    #: whether its sentence has the company as subject, up to here
    is_subject_of_sentence: bool
    #: features that hold from here until the company is mentioned again
    so_far: Features
    #: further ones that hold until the paragraph ends
    in_paragraph: Features

    @property
    def takes_up(self) -> bool:
        """Whether it takes up what was named before: "der Konzern", "er"."""
        return self.mention.kind in _TAKING_UP


class Company:
    """Counts how a company is told, mention by mention in text order."""

    def __init__(self) -> None:
        self._mentions = self._here = 0
        self._ever_subject = self._subject_here = self._subject_of_sentence = False
        self._taken_up_here = self._rates = False
        self._only_compounds = True
        self._opening = self._sentence = self._paragraph = -1

    def tell(self, mention: Mention, sentence: int, paragraph: int, role: str, is_subject: bool) -> Told:
        """Count a mention, and return it with all that is known then; ``role`` is its relation in the tree."""
        self._enter(sentence, paragraph)
        self._mentions += 1
        self._here += 1
        self._ever_subject |= is_subject
        self._subject_here |= is_subject
        self._subject_of_sentence |= is_subject
        self._taken_up_here |= mention.kind in _TAKING_UP
        self._rates |= mention.head in _RATERS
        self._only_compounds &= mention.kind == "compound"
        so_far, in_paragraph = self._so_far(mention, role), self._in_paragraph()
        return Told(mention, sentence, paragraph, is_subject, self._subject_of_sentence, so_far, in_paragraph)

    def _enter(self, sentence: int, paragraph: int) -> None:
        if self._mentions == 0:
            self._opening = sentence
        if sentence != self._sentence:
            self._sentence, self._subject_of_sentence = sentence, False
        if paragraph != self._paragraph:
            self._paragraph, self._here, self._subject_here, self._taken_up_here = paragraph, 0, False, False

    def _so_far(self, mention: Mention, role: str) -> Features:
        return {
            f"as {role if role in _ROLES else 'other'}": 1.0,
            f"as {mention.kind}": 1.0,
            "ever subject": float(self._ever_subject),
            "mentions so far": math.log1p(self._mentions),
            "only in compounds": float(self._only_compounds),
            "rates": float(self._rates),
            "told in the opening": float(self._opening <= 1),
            "joint venture": float(mention.type == "JointVenture"),
        }

    def _in_paragraph(self) -> Features:
        return {
            "same paragraph": 1.0,
            "subject in the paragraph": float(self._subject_here),
            "mentions in the paragraph": math.log1p(self._here),
            "taken up in the paragraph": float(self._taken_up_here),
        }
