"""Measure the events found in the SmartData corpus: precision, recall and F1 of triggers and of arguments.

    python benchmarks/events.py smartdata-v1-train.json.gz
    python benchmarks/events.py smartdata-v1-train.json.gz --half a --misses --extra

The corpus (Schiersch et al. 2018, https://github.com/DFKI-NLP/smartdata-corpus) is a file of JSON objects one after
the other, one per document. Only its news documents are read, and of their relations seven types. The documents
fall into two halves by the SHA-256 of their id: ``a`` to look at while working, ``b`` to measure; what was missed
and what was found in excess is shown of ``a`` only.

What counts:

- A gold *event* is a trigger of one type, with all relations of that type that share it. OrganizationLeadership has
  no trigger in the corpus; the position ("CEO") takes its place.
- A found *event* is the trigger of one or more claims whose predicates fit the type (``TYPES``), whatever their
  status: the corpus, too, marks what is planned or denied. Two sorts of claims are no event of the corpus and are
  left aside, on both sides of the count: posts below the lead (analyst, spokesman; ``LEADERS`` says who leads), and
  shares that are held and not bought (``ownsStakeIn`` counts where a trigger word of ``PURCHASES`` says a purchase).
- Both are *matched* one to one, within one type, when the found trigger (where a claim has none: its evidence) lies
  in the gold trigger's sentence; pairs of overlapping triggers first. A sentence ends with a line, or with a full
  stop, question mark or exclamation mark before a capital.
- The program states a fact once an article, however often the article tells it, and the corpus marks each telling.
  So each sentence is also read as an article of its own, and what both readings find at one trigger counts once.
- The corpus leaves events out: of the news documents seven in ten bear no relation at all, some of them about job
  cuts and nothing else. So the figures are told twice, for all documents and for those with a relation of any type.
- An *argument* is right when, in a matched pair, the claim's party overlaps the gold argument of the fitting role or
  bears its name (for the number of jobs: the same number). Dates and places are not compared. Arguments of events
  that were not matched count as missed, those of events found in excess as wrong.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.articles.article import Article
from kg.claims.claim import Claim, Party
from kg.claims.reader import ClaimReader
from kg.language.normalise import name_key

Span = tuple[int, int]

#: type of the corpus → predicate → roles of its subject and its object (or value); None where no role fits
TYPES: dict[str, dict[str, tuple[str | None, str | None]]] = {
    "Acquisition": {
        "acquires": ("buyer", "acquired"),
        "sells": ("seller", "acquired"),
        "ownsStakeIn": ("buyer", "acquired"),
    },
    "Merger": {"mergesWith": ("old", "old")},
    "SpinOff": {"spinsOff": ("parent", "child")},
    "OrganizationLeadership": {
        "worksFor": ("person", "organization"),
        "appoints": ("organization", "person"),
        "departsFrom": ("person", "organization"),
    },
    "Insolvency": {"filesForInsolvency": ("company", None)},
    "Layoffs": {"cutsJobs": ("company", "num_laid_off")},
    "Strike": {"strikesAt": ("union", "company")},
}
_TYPE_OF = {predicate: type_ for type_, predicates in TYPES.items() for predicate in predicates}

#: positions of those who lead an organisation or a part of it
LEADERS = re.compile(
    r"chef|chief|c[efot]o\b|vorst[aä]nd|vorsitz|präsid|direktor|geschäftsführ|leiter|head|president|chair|boss|lenker"
    r"|inhaber|rektor|intendant|obmann|obfrau|generalsekretär",
    re.IGNORECASE,
)
#: classes of organisations whose heads hold a public office
OFFICES = ("GovernmentBody", "Regulator", "Place")
#: trigger words of ``ownsStakeIn`` that tell of a purchase
PURCHASES = re.compile(r"kauf|käuf|kaub|erw[aeiou]rb|übern[aio]|steig|stieg|sicher|stock")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"“”»«)]?\s+(?=[\"„“»(]?[A-ZÄÖÜ0-9])|\s*\n\s*")
_NUMBER_WORD = re.compile(r"\d+(?:\.\d{3})*")


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what fills a role: where it stands, and by which names it goes."""

    role: str
    span: Span
    names: frozenset[str]

    def agrees(self, other: Argument) -> bool:
        """Tell whether two arguments are the same party in the same role."""
        return self.role == other.role and (overlap(self.span, other.span) or bool(self.names & other.names))


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger of one type, with the arguments of all that it states."""

    type: str
    trigger: Span
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A news document with its gold events."""

    article: Article
    events: tuple[Event, ...]
    #: whether the annotators marked a relation of any type
    related: bool


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def half(id: str) -> str:
    """Return "a" or "b", the half that a document belongs to."""
    return "ab"[hashlib.sha256(id.encode("utf-8")).digest()[0] % 2]


def sentences(text: str) -> list[Span]:
    """Return the sentences of a text."""
    ends = [(m.start(), m.end()) for m in _SENTENCE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]


# -- gold ----------------------------------------------------------------------------------------------------


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        text = file.read().strip()
    decoder, position = json.JSONDecoder(), 0
    while position < len(text):
        found, position = decoder.raw_decode(text, position)
        yield found
        position += len(text[position : position + 9]) - len(text[position : position + 9].lstrip())


def news(path: Path, wanted: str) -> Iterator[News]:
    """Yield the news documents of one half ("a", "b"), or of both ("ab")."""
    for document in documents(path):
        if document["refids"]["map"].get("source") == "news" and half(document["id"]) in wanted:
            yield _news(document)


def _news(document: dict[str, Any]) -> News:
    text = document["text"]["string"]
    published = (document.get("date") or {}).get("string")
    day = dt.date.fromisoformat(published[:10]) if published else None
    article = Article(document["id"], text, published=day)
    relations = _items(document["relationMentions"])
    return News(article, tuple(_gold_events(relations, text)), bool(relations))


def _items(value: Any) -> list[Any]:
    return (value or {}).get("array") or []


def _gold_events(relations: Iterable[dict[str, Any]], text: str) -> Iterator[Event]:
    found: dict[tuple[str, Span], list[Argument]] = {}
    for relation in relations:
        type_ = relation["name"]
        if type_ not in TYPES:
            continue
        arguments = [_gold_argument(a, text) for a in _items(relation["args"])]
        name = "position" if type_ == "OrganizationLeadership" else "trigger"
        triggers = [a.span for a in arguments if a.role == name]
        if triggers:
            found.setdefault((type_, min(triggers)), []).extend(arguments)
    roles = {t: {role for pair in predicates.values() for role in pair} for t, predicates in TYPES.items()}
    for (type_, trigger), arguments in found.items():
        told = {a.span: a for a in arguments if a.role in roles[type_]}
        yield Event(type_, trigger, tuple(told.values()))


def _gold_argument(argument: dict[str, Any], text: str) -> Argument:
    mention = argument["conceptMention"]
    span = (mention["span"]["start"], mention["span"]["end"])
    words = text[slice(*span)]
    names = _numbers(words) if argument["role"] == "num_laid_off" else {name_key(words)}
    return Argument(argument["role"], span, frozenset(names))


def _numbers(words: str) -> set[str]:
    return {number.replace(".", "") for number in _NUMBER_WORD.findall(words)}


# -- found ---------------------------------------------------------------------------------------------------


def found_events(article: Article, reader: ClaimReader) -> list[Event]:
    """Return the events of an article: of its claims, and of the claims of each sentence by itself."""
    found: dict[tuple[str, Span], list[Argument]] = {}
    pieces = [(0, len(article.text)), *sentences(article.text)]
    for start, stop in pieces:
        piece = replace(article, text=article.text[start:stop])
        for claim in filter(is_event, reader.read(piece).claims):
            found.setdefault((_TYPE_OF[claim.predicate], _place(claim, start)), []).extend(_arguments(claim, start))
    events = [Event(type_, place, tuple(_distinct(told))) for (type_, place), told in sorted(found.items())]
    return list(_told_once(events, pieces[1:]))


def _told_once(events: Iterable[Event], places: Iterable[Span]) -> Iterator[Event]:
    """Yield of events in one sentence with the same arguments the first: "X wird Chef" is one event, not two."""
    told: list[tuple[Span, Event]] = []
    for event in events:
        around = _around(event.trigger, places)
        if not any(place == around and _same(event, other) for place, other in told):
            told.append((around, event))
            yield event


def _same(one: Event, other: Event) -> bool:
    agree = all(any(a.agrees(b) for b in other.arguments) for a in one.arguments)
    return agree and one.type == other.type


def is_event(claim: Claim) -> bool:
    """Tell whether a claim states an event in the sense of the corpus."""
    if claim.predicate == "worksFor":
        leads = LEADERS.search(str(claim.qualifiers.get("position", "")))
        return bool(leads) and claim.object is not None and claim.object.type not in OFFICES
    if claim.predicate == "ownsStakeIn":
        evidence = claim.evidence
        trigger = evidence.text[evidence.trigger_start - evidence.start : evidence.trigger_end - evidence.start]
        return bool(PURCHASES.search(trigger.lower()))
    return claim.predicate in _TYPE_OF


def _place(claim: Claim, offset: int) -> Span:
    evidence = claim.evidence
    if evidence.trigger_start == evidence.trigger_end:
        return evidence.start + offset, evidence.end + offset
    return evidence.trigger_start + offset, evidence.trigger_end + offset


def _arguments(claim: Claim, offset: int) -> Iterator[Argument]:
    subject, object_ = TYPES[_TYPE_OF[claim.predicate]][claim.predicate]
    if subject:
        yield _party(subject, claim.subject, offset)
    if object_ and claim.object:
        yield _party(object_, claim.object, offset)
    elif object_ and claim.value is not None:
        yield Argument(object_, (-1, -1), frozenset({str(claim.value)}))


def _party(role: str, party: Party, offset: int) -> Argument:
    names = frozenset(name_key(name) for name in (party.name, *party.aliases))
    return Argument(role, (party.start + offset, party.end + offset), names)


def _distinct(arguments: Iterable[Argument]) -> list[Argument]:
    """Return each party of a role once: both readings of a sentence name it."""
    kept: list[Argument] = []
    for argument in arguments:
        if not any(argument.agrees(other) for other in kept):
            kept.append(argument)
    return kept


# -- comparison ----------------------------------------------------------------------------------------------


def pairs(gold: Iterable[Event], found: Iterable[Event], text: str) -> list[tuple[Event, Event]]:
    """Match gold and found events one to one, overlapping triggers first."""
    places = sentences(text)
    fits = []
    for event in gold:
        around = _around(event.trigger, places)
        for other in found:
            if other.type == event.type and overlap(other.trigger, around):
                fits.append((not overlap(event.trigger, other.trigger), event.trigger, other.trigger, event, other))
    matched: list[tuple[Event, Event]] = []
    for *_, event, other in sorted(fits, key=lambda fit: fit[:3]):
        if not any(event is e or other is o for e, o in matched):
            matched.append((event, other))
    return matched


def _around(trigger: Span, places: Iterable[Span]) -> Span:
    """Return the sentence of a trigger, or the stretch of those that it reaches into."""
    touched = [place for place in places if overlap(place, trigger)] or [trigger]
    return touched[0][0], touched[-1][1]


class Tally:
    """Counts of right, gold and found, and the three figures that they make."""

    def __init__(self) -> None:
        self.right = self.gold = self.found = 0

    def line(self, name: str) -> str:
        """Return one line of the table."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if self.right else 0.0
        return f"{name:24}{self.gold:6}{self.found:6}{self.right:6}{precision:7.2f}{recall:7.2f}{f1:7.2f}"


class Score:
    """Tallies of triggers and of arguments by type, with what was missed and what was found in excess."""

    def __init__(self) -> None:
        self.triggers: dict[str, Tally] = collections.defaultdict(Tally)
        self.arguments: dict[str, Tally] = collections.defaultdict(Tally)
        self.misses: list[str] = []
        self.extra: list[str] = []

    def add(self, document: News, found: list[Event]) -> None:
        """Count one document."""
        text = document.article.text
        matched = pairs(document.events, found, text)
        for event in document.events:
            self._count(event, "gold")
            if not any(event is e for e, _ in matched):
                self.misses.append(_shown(event, text))
        for event in found:
            self._count(event, "found")
            if not any(event is o for _, o in matched):
                self.extra.append(_shown(event, text))
        for event, other in matched:
            right = sum(any(a.agrees(b) for b in event.arguments) for a in other.arguments)
            for name in (event.type, "all"):
                self.triggers[name].right += 1
                self.arguments[name].right += min(right, len(event.arguments))

    def _count(self, event: Event, side: str) -> None:
        for name in (event.type, "all"):
            for tally, number in ((self.triggers[name], 1), (self.arguments[name], len(event.arguments))):
                setattr(tally, side, getattr(tally, side) + number)

    def table(self) -> str:
        """Return the figures as text."""
        head = f"{'gold':>6}{'found':>6}{'right':>6}{'P':>7}{'R':>7}{'F1':>7}"
        lines = []
        for title, tallies in (("triggers", self.triggers), ("arguments", self.arguments)):
            lines += [f"{title:24}{head}", *(tallies[name].line(name) for name in (*TYPES, "all")), ""]
        return "\n".join(lines)


def _shown(event: Event, text: str) -> str:
    start, stop = event.trigger
    around = text[max(0, start - 120) : start] + ">>" + text[start:stop] + "<<" + text[stop : stop + 90]
    return f"{event.type}: {' '.join(around.split())}"


def main() -> None:
    """Score the corpus and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="smartdata-v1-train.json.gz")
    parser.add_argument("--half", choices=("a", "b"), help="only this half of the documents")
    parser.add_argument("--misses", action="store_true", help="show gold events of half a that were not found")
    parser.add_argument("--extra", action="store_true", help="show found events of half a that are not gold")
    options = parser.parse_args()
    reader, scores = ClaimReader.load(), collections.defaultdict(Score)
    for document in news(options.corpus, options.half or "ab"):
        found = found_events(document.article, reader)
        for name in _sections(document, options.half):
            scores[name].add(document, found)
    shown = [*(scores["half a"].misses if options.misses else ())]
    shown += [f"+ {event}" for event in scores["half a"].extra if options.extra]
    print("\n".join(shown), file=sys.stderr)
    for name in sorted(name for name, score in scores.items() if score.triggers):
        print(name, scores[name].table(), sep="\n")


def _sections(document: News, wanted: str | None) -> Iterator[str]:
    """Yield the parts of the corpus that a document belongs to; both halves together where none is wanted alone."""
    names = [f"half {half(document.article.id)}", *(() if wanted else ("both halves",))]
    for name in names:
        yield name
        if document.related:
            yield f"{name}, documents with a relation"


if __name__ == "__main__":
    main()
