"""The names of a graph on disk: what may be one, what people decided, and why something is or is not one entity."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.entities.decisions import FILE, Decision, Decisions, Verdict, append, now
from kg.entities.resolving.comparison import SUGGEST, SURE, compare
from kg.entities.resolving.profile import ENTITY_NAMESPACE, Identity, Profile
from kg.entities.resolving.resolution import Link
from kg.graph.namespaces import PREFIXES, compact
from kg.graph.record import RECORD_FILE, Record
from kg.graph.store import NoGraphError
from kg.graph.update import linker_for
from kg.language.gazetteer import Authority
from kg.language.normalise import fold, name_key

_ADDRESS = re.compile(r"(?:https?://|urn:)\S+")


class LinkError(ValueError):
    """A name cannot be linked as asked; the message tells the choices or the next step."""


@dataclass(frozen=True, slots=True)
class End:
    """One side of a link: an address with the name it goes by."""

    iri: str
    name: str = ""
    identity: Identity | None = None

    def __str__(self) -> str:
        return f"{self.name} ({compact(self.iri)})" if self.name else compact(self.iri)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one; ``by`` says who thinks so."""

    one: End
    other: End
    score: float | None
    why: str
    by: str


class Links:
    """The names in the record of a graph, with the decisions on them.

    Raises:
        NoGraphError: the folder holds no graph.
        DecisionError: the decisions cannot be read or contradict each other.
    """

    def __init__(self, folder: Path, authority: Authority, decisions: Path | None = None) -> None:
        if not (folder / RECORD_FILE).exists():
            raise NoGraphError(folder)
        self.file = decisions or folder / FILE
        self.authority = authority
        self.decisions = Decisions.read(self.file)
        with Record(folder) as record:
            self.linker = linker_for(record, authority, self.decisions)
            self.resolution = self.linker.resolution
            self.entities = self.linker.entities

    # -- asking -------------------------------------------------------------------------------------------

    def suggestions(self) -> Iterator[Suggestion]:
        """Yield what a person should decide: proposals of services first, then pairs of names, the likeliest first."""
        for decision in self.decisions.standing:
            if decision.verdict == "proposed":
                score = float(decision.score) if decision.score else None
                one, other = (self._end(iri, name) for iri, name in _sides(decision))
                yield Suggestion(one, other, score, decision.why, decision.who)
        for link in self.resolution.suggestions:
            why = "; ".join(filter(None, (link.comparison.because(), link.obstacle)))
            yield Suggestion(self._end(link.one.iri), self._end(link.other.iri), link.comparison.score, why, "newskg")

    def why(self, one: str, other: str) -> Iterator[str]:
        """Yield lines that tell why two names are one entity or two."""
        first, second = self.find(one), self.find(other)
        joined = self._entity_of(first) == self._entity_of(second)
        yield f"{first} and {second} are {'one entity' if joined else 'two entities'}"
        decision = self.decisions.on(first.iri, second.iri)
        if decision is not None:
            yield f"  decided: {decision}"
        if joined and first.iri == second.iri:
            yield f"  {self._one_address(first)}"
        elif joined:
            yield from (f"  {step}" for step in self._path(first.iri, second.iri))
        elif decision is None:
            yield from self._compared(first, second)

    def find(self, text: str) -> End:
        """Return what a name or an address stands for.

        Raises:
            LinkError: no name is like it, or several entities bear it.
        """
        iri = _as_address(text)
        if iri is not None:
            return self._end(iri)
        for found in self._bearers(text):
            entities = {self.resolution.of(identity) for identity in found}
            if len(entities) == 1:
                first = min(found, key=lambda i: (i not in entities, i))
                return self._end(first.iri, text)
            if entities:
                choices = ", ".join(str(self._end(identity.iri)) for identity in sorted(found))
                raise LinkError(f"{text!r} is a name of several: {choices}. Give the address of one")
        raise LinkError(f"no name {text!r} in this graph; `kg entities` lists them, or give an address")

    # -- deciding -----------------------------------------------------------------------------------------

    def decide(self, verdict: Verdict, one: str, other: str, who: str, why: str = "") -> Decision:
        """Write a decision on two names to the file; it takes effect when the graph is written anew.

        Raises:
            LinkError: a name is unknown or ambiguous, or both are one and the same name.
            DecisionError: the decision contradicts others.
        """
        ends = sorted((self.find(one), self.find(other)), key=lambda end: end.iri)
        first, second = ends
        if first.iri == second.iri:
            raise LinkError(f"both are {first}: there is nothing to decide")
        decision = Decision(now(), who, verdict, first.iri, second.iri, first.name, second.name, "", why)
        Decisions((*self.decisions.history, decision)).check(self.file.name)
        append(self.file, [decision])
        return decision

    def undo(self, pair: tuple[str, str] | None, who: str, why: str = "") -> Decision:
        """Lift the decision on two names, or the last one taken; return what was lifted.

        Raises:
            LinkError: there is no such decision.
        """
        if pair is None:
            lifted = next((d for d in reversed(self.decisions.standing) if d.verdict != "proposed"), None)
        else:
            lifted = self.decisions.on(self.find(pair[0]).iri, self.find(pair[1]).iri)
        if lifted is None:
            raise LinkError(f"there is no such decision in {self.file}")
        undone = Decision(now(), who, "undo", lifted.one, lifted.other, lifted.one_name, lifted.other_name, "", why)
        append(self.file, [undone])
        return lifted

    def add(self, decisions: Iterable[Decision]) -> int:
        """Write decisions of others to the file, those that it holds already left out; return how many.

        Raises:
            DecisionError: they contradict those in the file.
        """
        known = {(d.pair, d.verdict) for d in self.decisions.standing}
        new = [d for d in decisions if (d.pair, d.verdict) not in known and not self._is_settled(d)]
        Decisions((*self.decisions.history, *new)).check(self.file.name)
        append(self.file, new)
        return len(new)

    def _is_settled(self, decision: Decision) -> bool:
        """Tell whether a proposal is on a pair that somebody decided."""
        return decision.verdict == "proposed" and self.decisions.on(*decision.pair) is not None

    # -- inside -------------------------------------------------------------------------------------------

    @cached_property
    def _by_iri(self) -> Mapping[str, Identity]:
        return {identity.iri: identity for identity in self.linker.profiles}

    def _end(self, iri: str, name: str = "") -> End:
        """Return an address with its name, known from the graph or from the authority file."""
        identity = self._by_iri.get(iri)
        record = self.authority.by_id(iri.removeprefix(ENTITY_NAMESPACE)) if identity is None else None
        if not name and record is not None:
            name = record.name
        if identity is not None and not name:
            name = self.name_of(identity)
        return End(iri, name, identity)

    def name_of(self, identity: Identity) -> str:
        """Return the name to show for an identity."""
        record = self.authority.by_id(identity.key) if identity.known else None
        return record.name if record else self.linker.profiles[identity].names[0]

    def _bearers(self, text: str) -> Iterator[set[Identity]]:
        """Yield the identities of a name: spelt so, folded, without legal form; in the graph, then known elsewhere."""
        keys: tuple[Callable[[str], str], ...] = (str, fold, name_key)
        told = {identity for members in self.entities.values() for identity in members}
        for key in keys:
            wanted = key(text)
            yield {i for i in told if any(key(name) == wanted for name in self.linker.profiles[i].names)}
        yield {Identity("", record.id) for record in self.authority.find(text)}

    def _entity_of(self, end: End) -> str:
        """Return the address of the entity that an address belongs to."""
        for representative, foreign in self.resolution.elsewhere.items():
            if end.iri in foreign:
                return representative.iri
        return self.resolution.of(end.identity).iri if end.identity else end.iri

    def _one_address(self, end: End) -> str:
        """Tell why two names have one address from the start."""
        if self.authority.by_id(end.iri.removeprefix(ENTITY_NAMESPACE)) is not None:
            return "both are names of one row of the authority file"
        return "articles use one for the other, or the two differ in spelling or legal form alone"

    def _compared(self, first: End, second: End) -> Iterator[str]:
        profiles = [self._profile(end) for end in (first, second)]
        if profiles[0] is None or profiles[1] is None:
            yield "  one of them is outside of this graph: only a decision can join them"
            return
        comparison = compare(profiles[0], profiles[1])
        yield f"  score {comparison.score:.2f}; joined from {SURE:.2f}, suggested from {SUGGEST:.2f}"
        yield from (f"  {found}" for found in comparison.findings)
        if not comparison.findings:
            yield "  nothing relates the names, or their classes exclude each other"
        yield from (f"  not joined: {link.obstacle}" for link in self._links_between(first, second) if link.obstacle)

    def _profile(self, end: End) -> Profile | None:
        return self.linker.profiles.get(end.identity) if end.identity else None

    def _links_between(self, first: End, second: End) -> Iterator[Link]:
        wanted = {first.identity, second.identity}
        return (link for link in self.resolution.suggestions if {link.one, link.other} == wanted)

    def _path(self, start: str, end: str) -> Iterator[str]:
        """Yield the steps by which two addresses became one entity, the fewest there are."""
        steps: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for link in self.resolution.joined:
            reason = f"{link.comparison.score:.2f}  {link.comparison.because()}"
            _add_step(steps, link.one.iri, link.other.iri, reason)
        for decision in self.decisions.standing:
            if decision.verdict == "same":
                _add_step(steps, *decision.pair, f"decided: {decision}")
        for one, other, reason in _shortest(steps, start, end):
            yield f"{self._end(one)} = {self._end(other)}: {reason}"


def _add_step(steps: dict[str, list[tuple[str, str]]], one: str, other: str, reason: str) -> None:
    steps[one].append((other, reason))
    steps[other].append((one, reason))


def _shortest(steps: Mapping[str, list[tuple[str, str]]], start: str, end: str) -> list[tuple[str, str, str]]:
    came: dict[str, tuple[str, str]] = {start: ("", "")}
    queue = deque([start])
    while queue and end not in came:
        here = queue.popleft()
        for there, reason in sorted(steps.get(here, ())):
            if there not in came:
                came[there] = (here, reason)
                queue.append(there)
    path: list[tuple[str, str, str]] = []
    while end in came and end != start:
        before, reason = came[end]
        path.insert(0, (before, end, reason))
        end = before
    return path


def _sides(decision: Decision) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return both sides of a decision, that of this graph first."""
    sides = ((decision.one, decision.one_name), (decision.other, decision.other_name))
    return sides if decision.one.startswith(ENTITY_NAMESPACE) else (sides[1], sides[0])


def _as_address(text: str) -> str | None:
    """Return an address given in full, in angle brackets or with a known prefix; None for a name."""
    bare = text.strip().removeprefix("<").removesuffix(">")
    prefix, colon, rest = bare.partition(":")
    if colon and rest and prefix in PREFIXES and " " not in bare:
        return PREFIXES[prefix] + rest
    return bare if _ADDRESS.fullmatch(bare) else None
