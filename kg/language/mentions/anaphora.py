"""Reference within an article: pronouns and nouns find the entity they take up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.language.mentions.antecedents import Ranker
from kg.language.mentions.candidate import Candidate
from kg.language.mentions.dealers import Dealers
from kg.language.mentions.discourse import Discourse, head_token
from kg.language.mentions.nominals import Nominals
from kg.language.mentions.pairs import Pairs
from kg.language.mentions.pieces import piece_key
from kg.language.mentions.places import PlaceWords, attributive, is_state
from kg.language.mentions.pronouns import Pronouns
from kg.language.mentions.reading import Reading
from kg.language.spans import Referent


def resolve_references(
    reading: Reading,
    places: PlaceWords,
    chosen: list[Candidate],
    referents: Sequence[Referent],
    ranker: Ranker,
) -> list[Candidate]:
    """Return the mentions by reference, in text order.

    Demonyms among ``chosen`` are changed in place, and topics taken out whose word takes up an entity: "der Chipbauer".
    """
    if not reading.tagged:
        return []
    discourse = Discourse(reading, places, chosen, referents, ranker)
    starts = {c.first: c for c in chosen if not c.outer}
    covered = {i for c in chosen for i in range(c.first, c.last)}
    by_token = {head_token(reading, c): c for c in chosen if c.kind in ("name", "compound")}
    names = starts | {c.last - 1: c for c in chosen if c.kind in ("adjective", "demonym") or not c.outer}
    nominals = Nominals(discourse, names, Dealers(discourse, by_token))
    pronouns, pairs = Pronouns(discourse, by_token), Pairs(discourse, nominals)
    around = _around(chosen, starts)
    found: list[Candidate] = []
    for i in range(len(reading.pieces)):
        for body in around.get(i, ()):
            discourse.say(body)
        candidate = starts.get(i)
        if candidate is not None:
            found += _take_up_demonym(reading, nominals, candidate)
            if candidate.kind == "nominal":
                by_token[head_token(reading, candidate)] = candidate
            discourse.say(candidate)
            reference = nominals.at(i) if candidate.kind in ("compound", "topic") else None
            if reference is not None and candidate.kind == "topic":
                chosen.remove(candidate)
        elif both := pairs.at(i) if i not in covered else []:
            found += both
            continue
        elif i not in covered:
            reference = pronouns.at(i) or nominals.at(i)
        else:
            continue
        if reference is not None:
            found.append(reference)
            by_token[head_token(reading, reference)] = reference
            discourse.say(reference)
    return found


def _around(chosen: Sequence[Candidate], starts: Mapping[int, Candidate]) -> dict[int, list[Candidate]]:
    """Return by their first piece the names that lie around others: "Staatsanwaltschaft Köln"."""
    found: dict[int, list[Candidate]] = {}
    for candidate in chosen:
        if candidate.outer and starts.get(candidate.first) is not candidate:
            found.setdefault(candidate.first, []).append(candidate)
    return found


def _take_up_demonym(reading: Reading, nominals: Nominals, candidate: Candidate) -> list[Candidate]:
    """Turn "die Walldorfer" into a mention of the company with its seat there, where there is one.

    The words tell the place as well: it is returned as a mention of its own.
    """
    last = candidate.last - 1
    if candidate.kind != "demonym" or (attributive(reading, last) and not _is_noun(reading, candidate)):
        return []
    said = nominals.demonym(candidate)
    if said is None:
        return []
    place = replace(candidate)
    candidate.kind = "nominal"
    candidate.referent = said.candidate.referent
    candidate.type = said.candidate.type
    candidate.antecedent = reading.pieces.starts[said.candidate.first]
    return [place] if _tells_place(reading, place) else []


def _is_noun(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a word for people describes no noun behind it: "den Kaliforniern | Kunden abjagen"."""
    last, record = candidate.last, candidate.record
    if reading.pieces.words[last - 1].endswith("ern"):
        return True
    adjectives = record.adjectives if record else ()
    return bool(adjectives) and all(a[0].islower() for a in adjectives) and not reading.proper(last)


def _tells_place(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a word for people tells their place; "die Schwaben" tells but roughly where a company is."""
    key, record = reading.pieces.keys[candidate.last - 1], candidate.record
    is_rough = key in reading.lexicon.people and record is not None and is_state(record)
    return not is_rough or key == piece_key(record.name if record else "")
