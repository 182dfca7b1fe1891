"""What is recognised once in an article is recognised everywhere in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.gazetteer_match import compound_head
from kg.language.mentions.pieces import piece_keys
from kg.language.mentions.reading import Reading

_SHORTEST_SURNAME = 2
_SHORTEST_OPENING = 4


def repetitions(reading: Reading, chosen: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the places where a name found elsewhere in the text stands again, whole or shortened."""
    chosen = list(chosen)
    names = _repeatable(reading, chosen)
    openings = _openings(reading, chosen)
    covered = {i for c in chosen if not c.outer for i in range(c.first, c.last)}
    for i in range(len(reading.pieces)):
        if i not in covered and reading.capital(i):
            found = _longest(reading, i, names) or _opening_of_owned(reading, i, openings)
            if found:
                yield found


def _openings(reading: Reading, chosen: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return the companies of several words by the first, where no two begin alike."""
    longer = [c for c in chosen if c.type == "Company" and c.kind == "name" and not c.outer and _of_words(c)]
    named = {(reading.pieces.words[c.first], c.name): c for c in longer}
    firsts = [word for word, _ in named]
    return {word: c for (word, _), c in named.items() if firsts.count(word) == 1 and len(word) >= _SHORTEST_OPENING}


def _of_words(candidate: Candidate) -> bool:
    return len(candidate.name.split()) > 1


def _opening_of_owned(reading: Reading, i: int, openings: dict[str, Candidate]) -> Candidate | None:
    """Return the company whose first word stands before what is its own: "Quantum Systems ... der **Quantum**-Chef"."""
    pieces = reading.pieces
    source = openings.get(pieces.words[i])
    owned = i + 1 < len(pieces) and pieces.hyphen[i + 1] and pieces.words[i + 1].lower() in reading.lexicon.owned
    if source is None or not owned or pieces.hyphen[i] or source.first > i:
        return None
    head = compound_head(reading, i + 1)
    return Candidate(i, i + 1, source.name, source.type, Trust.CUE, "compound", source.records, head)


def _repeatable(reading: Reading, chosen: Iterable[Candidate]) -> dict[str, list[tuple[tuple[str, ...], Candidate]]]:
    """Map the first key of each name to its keys and the candidate it comes from."""
    names: dict[str, list[tuple[tuple[str, ...], Candidate]]] = {}
    for candidate in chosen:
        for keys in _forms(reading, candidate):
            known = names.setdefault(keys[0], [])
            if all(other != keys for other, _ in known):
                known.append((keys, candidate))
    for known in names.values():
        known.sort(key=lambda pair: -len(pair[0]))
    return names


def _forms(reading: Reading, candidate: Candidate) -> Iterator[tuple[str, ...]]:
    """Yield the piece keys under which a name may come again: whole, a surname, a short name."""
    if candidate.outer or candidate.type == "Topic" or candidate.kind in ("adjective", "demonym"):
        return
    keys = piece_keys(candidate.name)
    if not keys:
        return
    yield keys
    if candidate.type == "Person":
        yield from _surnames(reading, candidate)
    elif (
        candidate.record is None
        and len(keys) > 1
        and candidate.type in ORGANISATIONS
        and _distinctive(reading, candidate)
    ):
        yield keys[:1]


def _surnames(reading: Reading, candidate: Candidate) -> Iterator[tuple[str, ...]]:
    words = candidate.name.split()
    if len(words) < 2:
        return
    surname = words[0] if words[0] in reading.lexicon.family_first else words[-1]
    keys = piece_keys(surname)
    if len("".join(keys)) >= _SHORTEST_SURNAME:
        yield keys
    if len(words) > 2 and words[-2] in reading.lexicon.particles:
        yield piece_keys(" ".join(words[-2:]))


def _distinctive(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether the first word of a name may stand for the whole: no common word."""
    word = reading.pieces.words[candidate.first]
    if len(word) < 3 or word in reading.lexicon.never or word in reading.lexicon.first_names:
        return False
    return reading.lexicon.noun(word) is None and (reading.proper(candidate.first) or not reading.tagged)


def _longest(reading: Reading, i: int, names: dict[str, list[tuple[tuple[str, ...], Candidate]]]) -> Candidate | None:
    pieces = reading.pieces
    key = pieces.keys[i]
    for first_key in (key, key[:-1] if key.endswith("s") else key):
        for keys, source in names.get(first_key, ()):
            last = i + len(keys)
            if _matches(reading, i, keys) and _written_alike(reading, i, source):
                return _again(reading, i, last, keys, source)
    return None


def _matches(reading: Reading, i: int, keys: tuple[str, ...]) -> bool:
    pieces = reading.pieces
    found = pieces.keys[i : i + len(keys)]
    if len(found) < len(keys) or found[:-1] != list(keys[:-1]):
        return False
    if found[-1] not in (keys[-1], keys[-1] + "s"):
        return False
    return all(pieces.linked[k] for k in range(i + 1, i + len(keys)))


def _written_alike(reading: Reading, i: int, source: Candidate) -> bool:
    """Tell whether the word is no common noun that only sounds like the name."""
    pieces = reading.pieces
    if pieces.hyphen[i] and pieces.words[i - 1] not in reading.lexicon.before_name:
        return False
    if reading.tagged and reading.pos[i] in ("VERB", "AUX", "ADP", "DET", "PRON", "ADV", "SCONJ", "CCONJ"):
        return source.trust == Trust.KNOWN
    return True


def _again(reading: Reading, i: int, last: int, keys: tuple[str, ...], source: Candidate) -> Candidate:
    head = compound_head(reading, last)
    return Candidate(
        i, last, source.name if keys == piece_keys(source.name) else _short_name(reading, i, last, keys),
        source.type, Trust.CUE, "compound" if head else "name", source.records, head,
    )  # fmt: skip


def _short_name(reading: Reading, i: int, last: int, keys: tuple[str, ...]) -> str:
    name = reading.pieces.span(i, last)
    return name if piece_keys(name) == keys else name[:-1].rstrip("'’")
