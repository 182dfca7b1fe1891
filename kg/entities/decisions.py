"""The decisions file: what people ruled about names, who, when and why, one line each, replayed at every build.

A plain table that can be read, changed by hand and kept under version control. Lines are only ever added: ``undo``
lifts the standing decision on a pair, a later decision takes the place of an earlier one. ``proposed`` lines are
candidates, from a reconciliation service for instance, that count for nothing until somebody says ``same``.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, get_args

Verdict = Literal["same", "different", "proposed", "undo"]
VERDICTS: tuple[str, ...] = get_args(Verdict)

_ADDRESS = re.compile(r"(?:https?://|urn:)[^\s<>\"{}|\\^`]+")
#: name of the file beside a graph
FILE = "decisions.tsv"


class DecisionError(ValueError):
    """The decisions file cannot be used as it stands; the message names the lines and the next step."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file; ``one`` and ``other`` are addresses, in alphabetical order."""

    #: ISO 8601 with time zone
    when: str
    who: str
    verdict: Verdict
    one: str
    other: str
    #: the names as they stood, for readers
    one_name: str = ""
    other_name: str = ""
    #: of a proposal: 0 to 1; empty where nobody scored
    score: str = ""
    why: str = ""

    @property
    def pair(self) -> tuple[str, str]:
        """The two addresses, in order."""
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)

    def __str__(self) -> str:
        names = f"{self.one_name or self.one}, {self.other_name or self.other}"
        return f"{self.verdict}: {names} ({', '.join(filter(None, (self.who, self.when[:10], self.why)))})"


COLUMNS = tuple(field.name for field in fields(Decision))


def now() -> str:
    """Return the present moment as the file writes it."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Decisions:
    """Decisions in the order in which they were taken."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.history = tuple(decisions)
        self._standing: dict[tuple[str, str], Decision] = {}
        for decision in self.history:
            self._replay(decision)

    def _replay(self, decision: Decision) -> None:
        standing = self._standing.pop(decision.pair, None)
        if decision.verdict == "proposed" and standing is not None:
            self._standing[decision.pair] = standing
        elif decision.verdict != "undo":
            self._standing[decision.pair] = decision

    @classmethod
    def read(cls, path: Path) -> Decisions:
        """Read a decisions file; a missing one holds no decisions.

        Raises:
            DecisionError: a line cannot be read, or decisions contradict each other.
        """
        if not path.exists():
            return cls()
        found = cls(_lines(path))
        found.check(path.name)
        return found

    @property
    def standing(self) -> tuple[Decision, ...]:
        """What is in force, in the order in which it was decided."""
        return tuple(self._standing.values())

    def on(self, one: str, other: str) -> Decision | None:
        """Return the decision in force on two addresses."""
        return self._standing.get((min(one, other), max(one, other)))

    def pairs(self, verdict: Verdict) -> list[tuple[str, str]]:
        """Return the pairs in force with a verdict, sorted."""
        return sorted(pair for pair, decision in self._standing.items() if decision.verdict == verdict)

    def check(self, where: str = FILE) -> None:
        """Raise ``DecisionError`` where two names are called different that a chain of others calls the same."""
        groups = Groups(self.pairs("same"))
        for one, other in self.pairs("different"):
            if groups.root(one) == groups.root(other):
                chain = [d for d in self.standing if d.verdict == "same" and groups.root(d.one) == groups.root(one)]
                told = "; ".join(map(str, (self._standing[one, other], *chain)))
                raise DecisionError(f"{where}: decisions contradict each other: {told}. Lift one: kg link undo A B")


class Groups:
    """Addresses joined in pairs, and so in groups; each group goes by its first address."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._above: dict[str, str] = {}
        for one, other in pairs:
            self.join(one, other)

    def root(self, address: str) -> str:
        """Return the address by which the group of an address goes."""
        path = []
        while (above := self._above.get(address, address)) != address:
            path.append(address)
            address = above
        for passed in path:
            self._above[passed] = address
        return address

    def join(self, one: str, other: str) -> None:
        """Make the groups of two addresses one."""
        first, second = sorted((self.root(one), self.root(other)))
        self._above.setdefault(first, first)
        self._above[second] = first

    def members(self) -> dict[str, list[str]]:
        """Return the groups of two and more: first address → all addresses, sorted."""
        found: dict[str, list[str]] = {}
        for address in sorted(self._above):
            found.setdefault(self.root(address), []).append(address)
        return found


def append(path: Path, decisions: Iterable[Decision]) -> None:
    """Add lines to a decisions file, which is made where it is missing; they are on the disk when this returns.

    Raises ``DecisionError`` where an end is no address.
    """
    lines = "".join(_line(decision) for decision in decisions)
    if not lines:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    headers = [cells for _, cells in _rows(before) if _is_header(cells)]
    header = "" if headers[-1:] == [list(COLUMNS)] else "\t".join(COLUMNS) + "\n"
    gap = "" if not before or before.endswith("\n") else "\n"
    with path.open("ab") as file:
        file.write((gap + header + lines).encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _line(decision: Decision) -> str:
    for address in decision.pair:
        if not _ADDRESS.fullmatch(address):
            raise DecisionError(f"{address!r} is no address; an address begins with https:// and holds no spaces")
    cells = (str(getattr(decision, column)) for column in COLUMNS)
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


def _lines(path: Path) -> Iterator[Decision]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionError(f"{path}: is no table in UTF-8 ({error.reason})") from error
    header: list[str] = []
    for number, cells in _rows(text):
        if _is_header(cells):
            header = cells
        elif header:
            yield _decision(path, number, header, cells)
        else:
            raise DecisionError(f"{path}: the first line must name the columns {', '.join(COLUMNS)}, separated by tabs")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each line that is neither empty nor a remark."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.rstrip("\r").split("\t")


def _is_header(cells: list[str]) -> bool:
    """Tell whether a line names columns; each later one holds for what follows it."""
    return {"verdict", "one", "other"} <= set(cells)


def _decision(path: Path, number: int, header: list[str], cells: list[str]) -> Decision:
    row = {column: cell.strip() for column, cell in zip(header, cells, strict=False) if column in COLUMNS}
    for verdict in get_args(Verdict):
        if row.get("verdict") == verdict and all(_ADDRESS.fullmatch(row.get(end, "")) for end in ("one", "other")):
            one, other = sorted((row["one"], row["other"]))
            names = (row.get("one_name", ""), row.get("other_name", ""))
            first, second = names if one == row["one"] else names[::-1]
            return Decision(
                row.get("when", ""), row.get("who", ""), verdict, one, other, first, second,
                row.get("score", ""), row.get("why", ""),
            )  # fmt: skip
    raise DecisionError(f"{path}:{number}: needs two addresses (https://…) and a verdict, one of {', '.join(VERDICTS)}")
