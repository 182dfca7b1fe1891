"""Items of an overview name at their head what they are about: "++ NORMA GROUP: …", "Kurseinbruch bei SAP: …"."""

from __future__ import annotations

from kg.language.syntax import Syntax

#: what stands between the head of an item and what is told of it
_MARKS = frozenset({":", "-", "–", "—", "++", "|"})
#: what may stand in front of the head
_BULLETS = frozenset({"+", "++", "•", "-", "–", "*", "·", "►", "▶"})
#: most words before a colon, and what joins a name there to the noun that begins the line
_LONGEST = 9
_ABOUT = frozenset({"bei", "beim", "für", "um", "im", "in"})
#: parts of speech of a line that tells nothing by itself
_DESCRIBING = ("NOUN", "PROPN", "ADJ", "NUM", "ADP", "DET", "PUNCT", "SYM", "CCONJ", "X")
#: ends of nouns for those who speak: "Analyst bei UBS: …"
_SPEAKING = ("analyst", "analystin", "chef", "chefin", "sprecher", "sprecherin", "experte", "expertin", "manager")


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


def tops_item(syntax: Syntax, first: int, last: int) -> bool:
    """Tell whether a line before a colon says that what follows is about a name, as tokens.

    "Softwareschmiede Nemetschek: …", "Kurseinbruch beim Verpackungshersteller Gerresheimer: …", "Wechsel im
    UBS-Präsidium: …". The line has no verb, and begins with no article and nobody who speaks.
    """
    if heads_item(syntax, first, last):
        return True
    start, end = syntax.sentence(first)
    while start < first and syntax.words[start] in _BULLETS:
        start += 1
    colon = next((i for i in range(start, min(start + _LONGEST, end - 1)) if syntax.words[i] == ":"), -1)
    if last > colon or syntax.pos[start] in ("DET", "ADP"):
        return False
    line = range(start, colon)
    if any(syntax.pos[i] not in _DESCRIBING or syntax.lower[i].endswith(_SPEAKING) for i in line):
        return False
    joints = [i for i in range(start, first) if syntax.pos[i] == "ADP"]
    if not joints:
        return last == colon and all(syntax.pos[i] in ("NOUN", "ADJ") for i in range(start, first))
    return len(joints) == 1 and syntax.lower[joints[0]] in _ABOUT
