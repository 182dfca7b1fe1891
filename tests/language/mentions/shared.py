"""What property tests use in place of fixtures."""

from __future__ import annotations

from pathlib import Path

import spacy

from kg.language.gazetteer import load_authority
from kg.language.mentions import MentionFinder

BLANK = spacy.blank("de")
FINDER = MentionFinder(load_authority([Path(__file__).parent / "authority.tsv"]))
