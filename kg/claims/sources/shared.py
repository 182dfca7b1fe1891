"""Sources that sentences share: one names what another leaves open, or goes on with what the other's source tells.

"SAP will einem Medienbericht zufolge WalkMe kaufen. Wie Bloomberg schrieb, …": Bloomberg is the report. "Der Konzern
wolle WalkMe kaufen, schrieb Bloomberg. Demnach soll auch Oracle bieten": that, too, is from Bloomberg.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.document import Document
from kg.claims.sources.reach import stated
from kg.claims.sources.speech import Speech
from kg.language.spans import Mention
from kg.language.syntax import Syntax

#: last parts of words for a report whose medium another sentence names
_REPORTS = ("bericht", "berichte", "berichten", "meldung", "meldungen", "presse", "medien")
#: as many sentences further on the medium may be named
_REACH = 3
#: words for what the source of the sentence before tells
_BY_THAT = frozenset({"demnach", "demzufolge"})
#: nouns for what it told, before "zufolge" or behind "laut": "den Angaben zufolge", "laut dem Bericht"
_TOLD = frozenset(
    "bericht berichten angaben informationen meldung artikel zeitungsbericht medienbericht papier".split()
)
_THE = frozenset({"dem", "den", "diesem", "diesen"})

Sentence = tuple[int, int]


def with_named_media(speeches: Sequence[Sequence[Speech]]) -> Iterator[list[Speech]]:
    """Yield the speeches of each sentence, with the medium that a sentence soon after names for an unnamed report."""
    for n, here in enumerate(speeches):
        unnamed = [one for one in here if isinstance(one.source, str)]
        if not unnamed or any(_is_medium(one) for one in here):
            yield list(here)
            continue
        named = _medium_behind(unnamed, speeches[n + 1 : n + 1 + _REACH])
        yield [*here, *(Speech(named.source, one.said, one.marker) for one in unnamed if named is not None)]


def _medium_behind(unnamed: Sequence[Speech], behind: Sequence[Sequence[Speech]]) -> Speech | None:
    """Return the first speech of a medium; where no report is told of but insiders, one that they speak to."""
    is_report = any(str(one.source).lower().endswith(_REPORTS) for one in unnamed)
    for there in behind:
        media = [one for one in there if _is_medium(one)]
        if media and (is_report or any(isinstance(one.source, str) for one in there)):
            return media[0]
    return None


def _is_medium(speech: Speech) -> bool:
    return isinstance(speech.source, Mention) and speech.source.type == "MediaOutlet"


def carried_on(document: Document, sentence: Sentence, before: Sequence[Sequence[Speech]]) -> list[Speech]:
    """Return the sources of the sentence before as those of one that says "demnach" or "dem Bericht zufolge"."""
    s, (first, last) = document.syntax, sentence
    marker = next((i for i in range(first, last) if _goes_back(s, i, last)), None)
    told = next((there for there in reversed(before[-2:]) if there), ()) if marker is not None else ()
    said = frozenset(stated(s, first, last)) if told else frozenset()
    sources = {_key(one): one.source for one in told}
    return [Speech(source, said, marker) for source in sources.values() if marker is not None]


def _key(speech: Speech) -> int | str:
    return speech.source if isinstance(speech.source, str) else speech.source.referent


def _goes_back(s: Syntax, i: int, last: int) -> bool:
    """Tell whether a word takes up what was told: "demnach", "dem Bericht zufolge", "hieß es weiter".

    "Laut dem Bericht der FAZ" names its source itself.
    """
    if s.lower[i] in _BY_THAT:
        return True
    if s.lemmas[i] == "heißen":
        return [s.lower[j] for j in range(i + 1, min(last, i + 3))] == ["es", "weiter"]
    is_the = s.lower[i] in _TOLD and i > 0 and s.lower[i - 1] in _THE
    if not is_the or i + 1 >= last:
        return False
    is_behind = i > 1 and s.lower[i - 2] in ("laut", "in") and s.pos[i + 1] not in ("DET", "ADP", "PROPN", "NOUN")
    return s.lower[i + 1] == "zufolge" or (is_behind and s.words[i + 1][0].isalpha())
