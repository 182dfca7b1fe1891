"""Whom a house gets, told without a verb for it: "Porsche bekommt einen neuen Chef: Michael Leiters".

So do lines without a verb: "Andreas Häberli neuer Komax-Präsident", "Chef geht, Nachfolger Mike Doustdar".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.claims.positions import bare_noun, is_post
from kg.claims.slots import FOCUS
from kg.language.spans import Mention

_HOUSES = ("Organization",)
#: tokens from the post to the colon, and from the colon to the name, at most
_TO_COLON, _TO_NAME = 7, 5
_TITLES = ("DET", "ADJ", "NOUN", "ADV", "PROPN")
_SURE = 0.9
_FOLLOWERS = ("nachfolger", "nachfolgerin")
#: what parts a follower from the clause that tells who goes
_PARTING = frozenset({",", ";", "-", "–", "(", ".", ":"})
#: verbs by which somebody goes, in the same sentence or the one before
_GOING = frozenset(
    "gehen abtreten treten zurücktreten ausscheiden scheiden aufhören hören verlassen weichen räumen niederlegen legen"
    " abgeben geben kündigen verabschieden nehmen werfen hinwerfen abberufen berufen feuern entlassen".split()
)
_NEAR = 4
_VERBAL = ("VERB", "AUX")


def new_chiefs(tools: Tools) -> Iterator[Claim]:
    """Yield who is given a post of which a sentence first says only that it is filled anew, and who follows."""
    yield from _followers(tools)
    for post in range(1, len(tools.document.syntax)):
        if not _is_new(post, tools) or not is_post(post, tools):
            continue
        person = _named(post, tools)
        house = _house(post, person, tools) if person else None
        if person is None and (person := _before_title(post, tools)) is not None:
            house = _house_of_title(post, tools)
        if person is None or house is None:
            continue
        mention, confidence = house
        yield tools.claim(
            "appoints", mention, post, "new-chief", object=person,
            status=tools.status.read(tools.document.syntax, post, "appoints"),
            qualifiers={"position": bare_noun(post, tools.document)}, confidence=confidence,
        )  # fmt: skip


def _followers(tools: Tools) -> Iterator[Claim]:
    """Yield who follows, told beside who goes: "Chef Jørgensen geht, Nachfolger Mike Doustdar"."""
    s = tools.document.syntax
    for i in range(1, len(s) - 1):
        if s.lower[i] not in _FOLLOWERS or s.words[i - 1] not in _PARTING:
            continue
        person = _first_person(i + 2 if s.words[i + 1] == ":" else i + 1, s.sentence_end(i), tools)
        house = tools.document.local_focus(i)
        start = s.sentence(max(0, s.sentence(i)[0] - 1))[0]
        goes = any(s.lemmas[k].lower() in _GOING and s.pos[k] in _VERBAL for k in range(start, i))
        if person is not None and house is not None and goes:
            yield tools.claim("appoints", house, i, "follower-beside", object=person, status="actual", confidence=0.8)


def _before_title(post: int, tools: Tools) -> Mention | None:
    """Return the person whose new post stands right behind the name: "Andreas Häberli neuer Präsident"."""
    s, before = tools.document.syntax, tools.document.at.get(post - 2, ())
    person = next((m for m in before if m.type == "Person" and m.kind == "name" and m.last == post - 1), None)
    if person is None or any(s.pos[i] in _VERBAL for i in range(s.sentence(post)[0], person.first)):
        return None
    behind = next((i for i in range(post + 1, s.sentence_end(post)) if s.pos[i] == "PUNCT"), s.sentence_end(post))
    return person if not any(s.pos[i] in _VERBAL for i in range(post, behind)) else None


def _house_of_title(post: int, tools: Tools) -> tuple[Mention, float] | None:
    """Return whose a post in a line without a verb is: "Komax-Präsident", "Finanzchef bei Lonza"."""
    document = tools.document
    near = [m for m in document.mentions_in(post, post + _NEAR) if is_a(m.type, _HOUSES) and m.kind != "nominal"]
    if near and (near[0].first == post or document.syntax.pos[post + 1] in ("ADP", "DET")):
        return near[0], _SURE
    focus = document.local_focus(post)
    return (focus, _SURE * FOCUS) if focus else None


def _is_new(post: int, tools: Tools) -> bool:
    return tools.document.syntax.lower[post - 1] in (
        "neue",
        "neuen",
        "neuer",
        "neuem",
        "nächste",
        "nächsten",
        "künftige",
    )


def _named(post: int, tools: Tools) -> Mention | None:
    """Return the name behind the colon, or behind "heißt"."""
    s = tools.document.syntax
    end = s.sentence_end(post)
    for i in range(post + 1, min(end, post + _TO_COLON)):
        if s.words[i] == ":" or s.lower[i] in ("heißt", "heisst"):
            return _first_person(i + 1, end, tools)
        if s.words[i] in (",", ";", "."):
            return None
    return None


def _first_person(start: int, end: int, tools: Tools) -> Mention | None:
    """Return the name that opens what follows, titles and former posts before it left out."""
    s = tools.document.syntax
    for i in range(start, min(end, start + _TO_NAME)):
        for mention in tools.document.at.get(i, ()):
            if mention.first == i and mention.kind == "name" and mention.type == "Person":
                return mention
        if s.pos[i] not in _TITLES:
            return None
    return None


def _house(post: int, person: Mention, tools: Tools) -> tuple[Mention, float] | None:
    """Return whose post it is: told in the word, behind it, before it, or whom the text is about."""
    document = tools.document
    s = document.syntax
    houses = [m for m in document.mentions_in(s.sentence(post)[0], person.first) if is_a(m.type, _HOUSES)]
    inside = [m for m in houses if m.first <= post < m.last]
    behind = [m for m in houses if post < m.first and _is_before_colon(post, m, tools)]
    before = [m for m in houses if m.last <= post]
    for mention in (*inside, *behind, *reversed(before)):
        return mention, _SURE
    focus = document.local_focus(post)
    return (focus, _SURE * FOCUS) if focus else None


def _is_before_colon(post: int, mention: Mention, tools: Tools) -> bool:
    """Whether a house stands between the post and the colon: "Neuer Chef bei BASF: Markus Kamieth"."""
    return ":" not in tools.document.syntax.words[post : mention.first]
