"""A trigger with the phrases around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.claims.clauses import Roles
from kg.claims.slots import merge_roles
from kg.language.syntax import Syntax

_BREAKS = frozenset({",", ";", ":", "–", "-", "(", ")", "—", "\n", "\n\n"})
_CORE = ("subj", "obj", "iobj")


@dataclass(slots=True)
class Site:
    """A trigger, the phrases in roles around it, and the tokens of its clause."""

    trigger: int
    roles: Roles
    span: list[int]
    #: the verb that governs a noun, with the phrases around that; -1 for none
    light: int = -1
    light_roles: Roles = field(default_factory=dict)

    def all_roles(self) -> Roles:
        """Return the roles around the trigger and its verb: subject and objects of the verb as "lsubj" and so on."""
        if self.light == -1:
            return self.roles
        governed = {("l" + k if k in _CORE else k): v for k, v in self.light_roles.items()}
        own = {k: [h for h in v if h != self.trigger] for k, v in governed.items()}
        return merge_roles(self.roles, own)


def segment(syntax: Syntax, i: int) -> list[int]:
    """Return the tokens around a trigger up to the next punctuation on each side."""
    first, last = syntax.sentence(i)
    left, right = i, i + 1
    while left > first and syntax.words[left - 1] not in _BREAKS:
        left -= 1
    while right < last and syntax.words[right] not in _BREAKS:
        right += 1
    return list(range(left, right))
