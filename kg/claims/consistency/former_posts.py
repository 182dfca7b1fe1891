"""Posts that somebody held: "Ex-VW-Chef Winterkorn", "Tom Enders, einst Chef von Airbus", "der früher Audi führte".

Frames read them as posts; what stands beside the word for the post tells that they are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg.claims.claim import Claim
from kg.language.syntax import Syntax

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_HELD, _LEFT, _METHOD = "worksFor", "departsFrom", "former-post"
#: tokens from the word that tells the past to the post, at most
_REACH = 5
_BREAKS = frozenset({",", "(", ";", ":", "–", "-"})


class FormerWords:
    """The lists under ``[former]`` in ``qualifiers.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.adverbs = frozenset(words["former"]["adverbs"])
        self.begins = tuple(words["former"]["begins"])
        self.until = frozenset(words["former"]["until"])


def as_left(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of a post that is one of the past as departures.

    Where the very word says so ("Ex-Chef") the post itself is told as well: it is denied.
    """
    words = tools.lexicon.indexed(FormerWords, "qualifiers")
    for claim in claims:
        is_former = claim.predicate == _HELD and _is_former(claim, words, tools)
        if is_former:
            yield replace(claim, predicate=_LEFT, method=_METHOD, status="actual")
        if not is_former or claim.status == "negated":
            yield claim


def _is_former(claim: Claim, words: FormerWords, tools: Tools) -> bool:
    s, i = tools.document.syntax, tools.document.token_at(claim.evidence.trigger_start)
    if f"-{s.lower[i]}".startswith(words.begins) or any(begin in s.lower[i] for begin in words.begins):
        return True
    if _is_once_at(claim, words, tools):
        return True
    if claim.method == "rating-analyst":
        return False  # "hatte das Ziel gesenkt": what is over is the judgement
    if s.pos[i] in ("VERB", "AUX"):
        has_been = s.is_past(i) or s.feats[i].get("VerbForm") == "Part"  # "hat früher bei Eon gearbeitet"
        return has_been and (_is_done(s, i) or _tells_end(range(*s.sentence(i)), i, words, tools))
    if claim.subject.start == s.starts[min(i + 1, len(s) - 1)]:
        return False  # "Wie zuvor VW-Chef Blume": the word is no part of the title
    return _tells_end(range(_opening(s, i), i), i, words, tools) or _was(s, i, words, tools)


def _opening(s: Syntax, post: int) -> int:
    """Return where the phrase of a post opens: behind a comma or bracket, else a few tokens before it."""
    first, i = s.sentence(post)[0], post
    while i > first and post - i < _REACH and s.words[i - 1] not in _BREAKS:
        i -= 1
    return i


def _was(s: Syntax, post: int, words: FormerWords, tools: Tools) -> bool:
    """Whether somebody was in a post until some time: "war bis 2024 Finanzchef von Siemens"."""
    copulas = [i for i in s.dep_children(post, "cop") if s.feats[i].get("Tense") == "Past"]
    return bool(copulas) and _tells_end([i for i in s.subtree(post) if i < post], post, words, tools)


def _tells_end(span: Iterable[int], trigger: int, words: FormerWords, tools: Tools) -> bool:
    """Whether a word of the trigger's clause says that it is over: "einst", "bis 2024"."""
    s, times = tools.document.syntax, {time.first for time in tools.document.times}
    clause = s.clause_head(trigger)
    for i in span:
        if s.clause_head(i) == clause or s.deps[clause] in ("appos", "acl"):
            until = s.lower[i] in words.until and not times.isdisjoint((i, i + 1, i + 2))
            if s.lower[i] in words.adverbs or until:
                return True
    return False


def _is_once_at(claim: Claim, words: FormerWords, tools: Tools) -> bool:
    """Whether the past is told right before the house: "Hein Schumacher, früher bei Unilever"."""
    house = tools.document.token_at(claim.object.start) if claim.object else 0
    return house > 1 and tools.document.syntax.lower[house - 2] in words.adverbs


def _is_done(s: Syntax, verb: int) -> bool:
    """Whether a verb stands in the pluperfect: "der Audi geführt hatte"."""
    forms = (s.feats[i] for i in s.verb_group(verb) if i != verb and s.lemmas[i] == "haben")
    return any(form.get("Tense") == "Past" and form.get("Mood") != "Sub" for form in forms)
