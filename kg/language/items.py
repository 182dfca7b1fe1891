"""Items of an overview name at their head what they are about: "++ NORMA GROUP: …", "SWISS RE - …"."""

from __future__ import annotations

from kg.language.syntax import Syntax

#: what stands between the head of an item and what is told of it
_MARKS = frozenset({":", "-", "–", "—", "++", "|"})
#: what may stand in front of the head
_BULLETS = frozenset({"+", "++", "•", "-", "–", "*", "·", "►", "▶"})


def heads_item(syntax: Syntax, first: int, last: int) -> bool:
    """Tell whether a name, as tokens, heads a sentence that is an item of a list; more may stand behind it in brackets.

    A line's end is no mark: a headline of one name has no sentence behind it.
    """
    start, end = syntax.sentence(first)
    while start < first and syntax.words[start] in _BULLETS:
        start += 1
    if start != first:
        return False
    if last < end and syntax.words[last] == "(":
        last = next((i + 1 for i in range(last, end) if syntax.words[i] == ")"), end)
    return last < end - 1 and syntax.words[last] in _MARKS
