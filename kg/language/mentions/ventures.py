"""Joint ventures that a text describes by their parties, and business units by what they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.language.gazetteer import ORGANISATIONS
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.reading import Reading

#: what may stand before a unit in a compound, "Foundry-Sparte" or "Türkei-Geschäft"; behind a company it is none
_MODIFYING = frozenset({"Topic", "Place"})
_AND = ("und", "oder", "sowie")
#: what a unit that changes hands is to the verb or noun that tells so
_CHANGING = frozenset({"obj", "nsubj:pass", "nmod", "nmod:poss"})
_WHAT_FOR = frozenset({"mit", "für"})
_OF = frozenset({"zwischen", "von", "aus", "mit", "der"})


def joint_ventures(reading: Reading, names: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Yield every "Joint Venture zwischen X und Y"; ``names`` has the names by their first piece."""
    pieces = reading.pieces
    named = {c.type for c in names.values()}
    for i in range(len(pieces)):
        found = _venture_noun(reading, i)
        if found is None:
            continue
        end, noun, type = found
        follows = end < len(pieces) and pieces.spaced(end) and end in names
        last = _parties_end(reading, end, names)
        taken_up = last == end and type in named and reading.word_before(i) in reading.lexicon.nominals["definite"]
        if not follows and not taken_up:
            name = noun + pieces.text[pieces.ends[end - 1] : pieces.ends[last - 1]]
            yield Candidate(i, last, name, type, Trust.CUE, aliases=(noun,), outer=True)


def _venture_noun(reading: Reading, i: int) -> tuple[int, str, str] | None:
    """Return end, nominative and class of a noun for what several parties hold."""
    pieces, ventures = reading.pieces, reading.lexicon.ventures
    if pieces.words[i] == "Joint" and i + 1 < len(pieces) and pieces.words[i + 1] == "Venture":
        return i + 2, "Joint Venture", ventures["joint-venture"]
    word = pieces.words[i]
    for noun in (word, word.removesuffix("s")):
        if word[0].isupper() and noun.lower() in ventures:
            return i + 1, noun, ventures[noun.lower()]
    return None


def _parties_end(reading: Reading, end: int, names: Mapping[int, Candidate]) -> int:
    """Return the end of the last party named after the noun, ``end`` where none is."""
    pieces, k = reading.pieces, end
    if k >= len(pieces) or pieces.keys[k] not in _OF:
        return end
    k += 1
    while k < len(pieces):
        party = names.get(k) or names.get(k + 1 if pieces.keys[k] in ("den", "dem", "der") else k)
        if party is None or party.type not in ORGANISATIONS:
            break
        end = k = _kin_end(party, names)
        if k < len(pieces) and pieces.keys[k] in ("und", "sowie"):
            k += 1
    return end


def _kin_end(party: Candidate, names: Mapping[int, Candidate]) -> int:
    """Return the end of a party, of "VW-Tochter Audi" that of the daughter's name."""
    daughter = names.get(party.last + 1) if party.kind == "compound" else None
    return daughter.last if daughter is not None and daughter.type in ORGANISATIONS else party.last


def business_units(reading: Reading, names: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Yield divisions told by what they do: "Intels Foundry-Sparte", "das Lackgeschäft"."""
    pieces = reading.pieces
    for i, word in enumerate(pieces.words):
        if not reading.capital(i) and not pieces.hyphen[i]:
            continue
        if (place := _place_of_business(reading, i, names)) is not None:
            name = _nominative(reading, word) + pieces.text[pieces.ends[i] : pieces.ends[place.last - 1]]
            also = (f"{place.name}-Geschäft", f"{place.name}geschäft")
            yield Candidate(i, place.last, name, "Company", Trust.CUE, aliases=also, outer=True)
            continue
        if _names_unit(reading, i, names):
            yield Candidate(i + 1, i + 2, pieces.words[i + 1], "Company", Trust.CUE)
            continue
        last = _business_end(reading, i, names)
        if last > i:
            name = _nominative(reading, word) + pieces.text[pieces.ends[i] : pieces.ends[last - 1]]
            yield Candidate(i, last, name, "Company", Trust.CUE)
            continue
        first = _unit_start(reading, i, word)
        if first is None or _named_behind(reading, i + 1, names):
            continue
        name = _nominative(reading, pieces.span(first, i + 1))
        owner = names.get(first - 1)
        aliases = (f"{pieces.words[first - 1]} {name}",) if owner and pieces.words[first - 1].endswith("s") else ()
        around = first in names and names[first].type == "Place"
        yield Candidate(first, i + 1, name, "Company", Trust.CUE, aliases=aliases, outer=around)


def _names_unit(reading: Reading, i: int, names: Mapping[int, Candidate]) -> bool:
    """Tell whether a division that changes hands is named by the noun behind: "die Sparte Glasbearbeitung"."""
    pieces = reading.pieces
    if pieces.words[i].lower() not in reading.lexicon.unit_nouns or i + 1 >= len(pieces):
        return False
    is_noun = reading.pos[i + 1] in ("NOUN", "PROPN") and reading.capital(i + 1) and pieces.spaced(i + 1)
    whole = pieces.compound_end(i + 2) == i + 2 and i + 1 not in names
    return is_noun and whole and reading.lexicon.noun(pieces.words[i + 1]) is None and _deal(reading, i)


def _business_end(reading: Reading, i: int, names: Mapping[int, Candidate]) -> int:
    """Return the end of a "Geschäft mit Autolacken" or "Sparte für Chips" that changes hands; ``i`` where none is."""
    pieces = reading.pieces
    if pieces.words[i].lower() not in reading.lexicon.told_units or i + 2 >= len(pieces):
        return i
    if pieces.words[i + 1] not in _WHAT_FOR:
        return i
    k = i + 2
    while k + 1 < len(pieces) and reading.pos[k] == "ADJ" and not reading.capital(k):
        k += 1
    named = k in names and names[k].type != "Topic"
    goods = reading.pos[k] == "NOUN" and not named and pieces.spaced(k)
    if not goods or not _deal(reading, i):
        return i
    is_first_half = k + 2 < len(pieces) and pieces.joint[k + 1].startswith("-") and pieces.words[k + 1] in _AND
    return pieces.compound_end(k + 3 if is_first_half else k + 1)


def _place_of_business(reading: Reading, i: int, names: Mapping[int, Candidate]) -> Candidate | None:
    """Return the place of a "Geschäft in Taiwan" that changes hands by its own verb or noun."""
    pieces, s = reading.pieces, reading.syntax
    if pieces.words[i].lower() not in ("geschäft", "geschäfts") or i + 2 >= len(pieces) or pieces.hyphen[i]:
        return None
    if pieces.words[i + 1] not in ("in", "im") or (place := names.get(i + 2)) is None or place.type != "Place":
        return None
    unit = pieces.tokens[i]
    by_it = s.deps[unit] in _CHANGING and s.lemmas[s.heads[unit]].lower().endswith(reading.lexicon.deals)
    return place if by_it else None


def name_units(reading: Reading, companies: Iterable[Candidate]) -> None:
    """Give a division the name that it gets: "das TV-Geschäft unter dem Namen Discovery Global"."""
    unit: Candidate | None = None
    for company in sorted(companies, key=lambda c: c.first):
        if reading.lexicon.tells_unit(reading.pieces.words[company.last - 1]):
            unit = company
        elif unit and _given_name(reading, company.first) and _one_sentence(reading, unit, company):
            unit.aliases = (*unit.aliases, unit.name)
            unit.name, unit.records = company.name, company.records


def _one_sentence(reading: Reading, one: Candidate, other: Candidate) -> bool:
    sentences = [reading.syntax.sentence(reading.pieces.tokens[c.first]) for c in (one, other)]
    return sentences[0] == sentences[1]


def _given_name(reading: Reading, i: int) -> bool:
    """Tell whether words before a name say that it is one: "unter dem Namen X", "die den Namen X weiterführt"."""
    pieces = reading.pieces
    opening = {pieces.keys[k] for k in range(max(i - 4, 0), i - 1)}
    return i > 2 and pieces.keys[i - 1] in ("namen", "name") and bool(opening & {"unter", "den"})


def _unit_start(reading: Reading, i: int, word: str) -> int | None:
    """Return where the unit's noun with its modifier begins."""
    lexicon, lower = reading.lexicon, word.lower()
    for ending in lexicon.unit_endings:
        if lower == ending and reading.pieces.hyphen[i]:
            return _modifier_start(reading, i)
        if lower.endswith(ending) and len(lower) > len(ending) + 2 and lower[: -len(ending)] not in lexicon.no_business:
            return i
    if not _sold_business(reading, i, lower) and not _sold_daughter(reading, i, lower):
        return None
    return _modifier_start(reading, i) if reading.pieces.hyphen[i] else i


def _modifier_start(reading: Reading, i: int) -> int | None:
    first = i
    while first > 0 and reading.pieces.hyphen[first]:
        first -= 1
    entries = reading.dictionary.beginning(reading.pieces, first)
    known = any(e.record.type not in _MODIFYING and not e.doubtful for e in entries)
    return None if known or reading.pieces.words[first] == "Konzern" else first


def _nominative(reading: Reading, name: str) -> str:
    """Undo the genitive: "Lackgeschäfts"."""
    ending = reading.lexicon.business_ending
    for case in ("s", "es"):
        if name.lower().endswith(ending + case):
            return name[: -len(case)]
    return name


def _sold_business(reading: Reading, i: int, lower: str) -> bool:
    """Tell whether a "…geschäft" changes hands in its sentence."""
    ending = reading.lexicon.business_ending
    modifier, found, case = lower.rpartition(ending)
    if not found or case not in ("", "s", "es"):
        return False
    if not modifier:
        modifier = reading.pieces.words[i - 1].lower() if reading.pieces.hyphen[i] else ""
    return len(modifier) > 1 and modifier not in reading.lexicon.no_business and _deal(reading, i)


def _sold_daughter(reading: Reading, i: int, lower: str) -> bool:
    """Tell whether a "Russland-Tochter" changes hands in its sentence."""
    if lower not in ("tochter", "töchter") or not reading.pieces.hyphen[i] or not _deal(reading, i):
        return False
    entries = reading.dictionary.beginning(reading.pieces, i - 1)
    return any(e.record.type == "Place" for e in entries)


def _deal(reading: Reading, i: int) -> bool:
    """Tell whether something changes hands in a sentence, or goes to the exchange."""
    syntax, lexicon = reading.syntax, reading.lexicon
    lemmas = [syntax.lemmas[t].lower() for t in range(*syntax.sentence(reading.pieces.tokens[i]))]
    is_floated = any(lemma in lexicon.flotations for lemma in lemmas)
    return any(lemma.endswith(lexicon.deals) or (is_floated and lemma in lexicon.exchanges) for lemma in lemmas)


def _named_behind(reading: Reading, i: int, names: Mapping[int, Candidate]) -> bool:
    return i in names and (reading.pieces.spaced(i) or reading.pieces.joint[i].strip() in ('"', "„", "»", "«"))
