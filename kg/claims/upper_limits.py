"""Jobs counted by an upper limit: in "Bis zu 1900 Arbeitsplätze fallen weg" it is the jobs that go.

Parsers take "bis zu" for a preposition and the jobs for a place or time of the verb.
"""

from __future__ import annotations

from kg.language.syntax import Syntax

_STAFF = ("stelle", "stellen", "arbeitsplätze", "arbeitsplätzen", "jobs", "mitarbeiter", "mitarbeitende",
          "beschäftigte", "angestellte", "arbeitnehmer", "leute", "menschen")  # fmt: skip
_PHRASES = frozenset({"obl", "obl:arg", "nmod", "advmod", "dep"})
_SUBJECTS = ("nsubj", "nsubj:pass")


def upper_limits(s: Syntax) -> None:
    """Make jobs behind "bis zu" and a number the subject of their verb, or its object where it has a subject."""
    for i in range(len(s) - 3):
        if s.lower[i] == "bis" and s.lower[i + 1] == "zu":
            noun = _counted(s, i + 2)
            if noun != -1 and s.deps[noun] in _PHRASES and s.pos[s.heads[noun]] in ("VERB", "AUX"):
                _mend(s, i, noun)


def _counted(s: Syntax, number: int) -> int:
    """Return the noun for staff right behind a number, or behind one adjective more; -1 where there is none."""
    if s.pos[number] != "NUM" and not s.words[number][0].isdigit():
        return -1
    return next((i for i in range(number + 1, min(number + 4, len(s))) if s.lower[i].endswith(_STAFF)), -1)


def _mend(s: Syntax, limit: int, noun: int) -> None:
    verb = s.heads[noun]
    if any(i not in (limit, limit + 1) for i in s.dep_children(noun, "case")):
        return
    for i in (limit, limit + 1):
        s.rehang(i, noun, "advmod")
    has_subject = any(True for _ in s.dep_children(verb, *_SUBJECTS))
    is_passive = any(True for _ in s.dep_children(verb, "aux:pass"))
    s.deps[noun] = "obj" if has_subject else "nsubj:pass" if is_passive else "nsubj"
