"""What kind of house a post belongs to: a "Behördenchef" heads an authority, a "Bezirksleiter" works for a union."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.claims.claim import Claim
from kg.claims.document import Document
from kg.language.spans import NAMING, Mention

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: fewest letters behind a beginning that make a post of it: "Amtschef", not "Amts"
_SHORTEST_POST = 4


class PostHouses:
    """The word lists of ``posts.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words: Mapping[str, list[str]] = words["words"]
        self._begins = [(begin, tuple(classes)) for begin, classes in words["begins"].items()]

    def of(self, post: str) -> tuple[str, ...]:
        """Return the classes of the houses that have a post; none where the word does not tell.

        A name before a hyphen tells nothing: "NRW-Ministerpräsident".
        """
        lower = post.lower()
        tail = lower.rpartition("-")[2]
        if self._words.get(tail):
            return tuple(self._words[tail])
        return tuple(self._words[lower]) if lower in self._words else self.begun(lower)

    def begun(self, post: str) -> tuple[str, ...]:
        """Return the classes that the beginning of a word tells: the article has mostly named such a house before."""
        lower = post.lower()
        if lower in self._words:
            return ()
        rests = ((lower.removeprefix(begin), classes) for begin, classes in self._begins)
        return next((c for rest, c in rests if rest != lower and len(rest) >= _SHORTEST_POST), ())


def last_house(document: Document, classes: tuple[str, ...], trigger: int) -> Mention | None:
    """Return the house of one of some classes, meant exactly, that was named last before a token."""
    before = (m for m in reversed(document.mentions) if m.start < document.syntax.starts[trigger])
    return next((m for m in before if m.type in classes and m.kind in NAMING), None)


def with_fitting_houses(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims without employments in houses that cannot have the post: "Behördenchef Mundt" of Amazon."""
    houses = tools.lexicon.indexed(PostHouses, "posts")
    for claim in claims:
        if claim.predicate == "worksFor" and claim.object is not None:
            classes = houses.of(str(claim.qualifiers.get("position", "")))
            if classes and claim.object.type not in classes:
                continue
        yield claim
