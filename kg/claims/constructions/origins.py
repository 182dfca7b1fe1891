"""locatedIn from attributes: "der chinesische Tech-Riese Alibaba", "US-Konzern Nvidia", "SAP aus Walldorf"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.document import is_a
from kg.claims.extractor import Tools
from kg.language.spans import Mention
from kg.language.syntax import Syntax

_SEATED = ("Organization",)
_SITTING = ("ansässig", "beheimatet", "angesiedelt")
_WITH_PLACE = ("Organization", "Event")
#: classes of which a described member carries its place inside its name: "die Botschaft in Washington"
_DESCRIBED = ("GovernmentBody", "Regulator", "Union")


def origins(tools: Tools) -> Iterator[Claim]:
    """Yield where organisations sit, as attributes of their names tell."""
    for place in tools.document.mentions:
        if place.type != "Place":
            continue
        seated = _seated(place, tools)
        if seated is not None and seated.referent != place.referent and not _represents(seated, place):
            yield tools.claim(
                "locatedIn", seated, place.first, "origin", object=place, confidence=0.95, attributed=False
            )
    for seated, word, place in _seated_there(tools):
        yield tools.claim("locatedIn", seated, word, "origin", object=place, confidence=0.9, attributed=False)


def _seated_there(tools: Tools) -> Iterator[tuple[Mention, int, Mention]]:
    """Yield who sits in the place told last, with the word for it: "die dortige Aufsicht", "der dort ansässige …"."""
    s = tools.document.syntax
    for i in range(len(s)):
        told = _behind_there(s, i)
        place = _last_place(tools, i) if told != -1 else None
        seated = _behind(told, tools) if place else None
        if place and seated:
            yield seated, i, place


def _behind_there(syntax: Syntax, i: int) -> int:
    """Return the token behind "dortige" or "dort ansässige"; -1 where there is neither."""
    if syntax.lower[i].startswith("dortig"):
        return i + 1
    seated = syntax.lower[i] == "dort" and i + 1 < len(syntax) and syntax.lower[i + 1].startswith(_SITTING)
    return i + 2 if seated else -1


def _last_place(tools: Tools, i: int) -> Mention | None:
    """Return the last place named before a token, in its sentence or the one before."""
    numbers = tools.document.syntax.sent_of
    first, _ = tools.document.syntax.sentences[max(0, numbers[i] - 1)]
    places = [m for m in tools.document.mentions_in(first, i) if m.type == "Place" and m.kind == "name"]
    return places[-1] if places else None


def _seated(place: Mention, tools: Tools) -> Mention | None:
    """Return the organisation that a mention of a place is an attribute of."""
    inside = _described_around(place, tools)
    if inside is not None:
        return inside
    if place.kind in ("adjective", "demonym"):
        return _meant_by(place, tools) or _behind(place.last, tools)
    if place.kind == "compound":
        return _introduced(place.last - 1, tools)
    if place.kind != "name":
        return None
    if place.text != place.name and place.text.endswith("s"):
        return _behind(place.last, tools)
    return _before(place, tools)


def _described_around(place: Mention, tools: Tools) -> Mention | None:
    """ "die chinesische Botschaft in Washington": the body is described by its place."""
    for mention in tools.document.mentions:
        covers = mention.start <= place.start and place.end <= mention.end
        if covers and mention.referent != place.referent and is_a(mention.type, _DESCRIBED):
            return mention
    return None


def _represents(body: Mention, place: Mention) -> bool:
    """An embassy sits where it is, not in the country it speaks for."""
    return place.kind == "adjective" and any(word in body.text.lower() for word in ("botschaft", "konsulat"))


def _meant_by(place: Mention, tools: Tools) -> Mention | None:
    """ "die Walldorfer": the words tell the place and mean the company."""
    for mention in tools.document.at.get(place.first, ()):
        if mention.kind == "nominal" and mention.first == place.first and mention.last == place.last:
            return mention if is_a(mention.type, _SEATED) else None
    return None


def _behind(first: int, tools: Tools) -> Mention | None:
    """Return the organisation in the noun phrase that goes on at a token."""
    s = tools.document.syntax
    i, end = first, min(len(s), first + 5)
    while i < end and s.pos[i] in ("ADJ", "ADV", "NUM") and tools.phrases.covering(i, _SEATED) is None:
        i += 1
    if i < end and s.is_piece(i):
        return _introduced(i + 2, tools)
    if i >= end or s.pos[i] not in ("NOUN", "PROPN", "X", "ADJ"):
        return None
    return tools.phrases.covering(i, _SEATED) or _introduced(i, tools)


def _introduced(noun: int, tools: Tools) -> Mention | None:
    """Return the name that a common noun introduces, or what it refers back to."""
    for mention in tools.document.at.get(noun, ()):
        if mention.kind == "nominal" and is_a(mention.type, _SEATED):
            return mention
    return tools.phrases.named_by(noun, _SEATED)


def _before(place: Mention, tools: Tools) -> Mention | None:
    """ "SAP aus Walldorf", "der Konzern aus Santa Clara", "die IAA Mobility in München"."""
    s = tools.document.syntax
    preposition = place.first - 1
    while preposition > 0 and s.pos[preposition] in ("DET", "ADJ"):
        preposition -= 1
    if preposition < 1 or s.lower[preposition] not in ("aus", "in", "im"):
        return None
    classes = _SEATED if s.lower[preposition] == "aus" else ("Event",)
    for mention in tools.document.at.get(preposition - 1, ()):
        if mention.kind in ("name", "nominal") and is_a(mention.type, classes):
            return mention
    return None
