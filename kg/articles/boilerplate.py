"""The patterns by which page furniture is known: data in ``ontology/lexicon/*/boilerplate.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from kg.resources import ontology_folder

ParagraphKind = Literal[
    "content",
    "headline",
    "dateline",
    "advertising",
    "disclaimer",
    "related",
    "credit",
    "signature",
    "ticker",
    "furniture",
]
#: which part of a paragraph a pattern marks
Part = Literal["whole", "start", "end"]
#: how far a heading reaches: itself, the short lines behind it, or all that follows
Reach = Literal["line", "list", "rest"]

#: a paragraph longer than this many characters is content, unless the pattern allows more
DEFAULT_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which furniture is worded."""

    name: str
    kind: ParagraphKind
    regex: re.Pattern[str]
    part: Part = "whole"
    reach: Reach = "line"
    #: characters of the longest paragraph that it may mark as a whole
    longest: int = DEFAULT_LONGEST
    #: paragraphs that it must recognise, and such that no pattern may take for furniture
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


@cache
def boilerplate_patterns() -> tuple[Pattern, ...]:
    """Load the patterns of all languages, in the order of the files."""
    folder = ontology_folder() / "lexicon"
    return tuple(pattern for path in sorted(folder.glob("*/boilerplate.toml")) for pattern in load_patterns(path))


def load_patterns(path: Path) -> Iterator[Pattern]:
    """Read one file of patterns; raise ``ValueError`` naming the pattern that is wrong."""
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("pattern", ()):
        try:
            yield _pattern(entry)
        except (KeyError, ValueError, re.error) as error:
            name = entry.get("name", "without a name")
            raise ValueError(f"{path}, pattern {name}: {error}; correct the entry") from error


def _pattern(entry: dict[str, Any]) -> Pattern:
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    return Pattern(
        name=entry["name"],
        kind=_checked(entry["kind"], get_args(ParagraphKind)),
        regex=re.compile("|".join(f"(?:{regex})" for regex in entry["regex"]), flags),
        part=_checked(entry.get("part", "whole"), get_args(Part)),
        reach=_checked(entry.get("reach", "line"), get_args(Reach)),
        longest=entry.get("longest", DEFAULT_LONGEST),
        examples=tuple(entry.get("examples", ())),
        counter=tuple(entry.get("counter", ())),
    )


def _checked(value: Any, allowed: tuple[Any, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value
