"""The lexicon: frames and predicate signatures, read from TOML and indexed by trigger word."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from kg.claims.asked_words import AskedWords
from kg.claims.claim import Status
from kg.resources import ontology_folder

#: words whose frames a lexicon remembers
REMEMBERED = 1 << 16

T = TypeVar("T")
TriggerKind = str  # "verb", "noun", "adjective"
Slots = tuple[str, ...]

_KEYS = frozenset(
    """name predicate verbs nouns adjectives subject object subject_class object_class require forbid light
    status value position qualifiers confidence idiom active examples counter""".split()
)


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names file, frame and fault."""

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(f"{path}: {what}")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a predicate takes: classes of its parties, kind of its value, qualifiers."""

    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...] = ()
    #: "", or for predicates with a value: "move", "metric", "time", "jobs", "money", "none"
    value: str = ""
    symmetric: bool = False
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One way of saying a predicate (see ``ontology/lexicon/README.md``)."""

    name: str
    predicate: str
    kind: TriggerKind
    triggers: tuple[str, ...]
    subject: Slots
    object: Slots
    subject_class: tuple[str, ...]
    object_class: tuple[str, ...]
    value: str = ""
    require: Mapping[str, AskedWords] = field(default_factory=dict)
    forbid: Mapping[str, AskedWords] = field(default_factory=dict)
    light: frozenset[str] = frozenset()
    status: Status | None = None
    position: str | None = None
    qualifiers: Mapping[str, Slots] = field(default_factory=dict)
    confidence: float = 1.0
    #: whether the verb alone says nothing, so that only the whole frame counts: "die **Leviten** lesen"
    idiom: bool = False
    #: whether a passive says something else: "kauft X **von** Y", but "das von Y gekaufte X"
    active: bool = False
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()

    @property
    def is_attributive(self) -> bool:
        """Whether the frame reads an attribute of a name: taken as given by the clause.

        "VW-Chef Blume könnte gehen", "Rivalen wie Oracle könnten SAP zusetzen".
        """
        return self.kind == "noun" and ("name" in self.subject or "name" in self.object or "wie" in self.subject)

    @property
    def has_own_no(self) -> bool:
        """Whether the words that the frame asks for deny something: "nicht mehr zur Wahl"."""
        return any(word.startswith(("nicht ", "kein")) for asked in self.require.values() for word in asked.listed)


class Lexicon:
    """All frames of a language, found by the lemma of their trigger."""

    def __init__(
        self,
        frames: Iterable[Frame],
        signatures: Mapping[str, Signature],
        words: Mapping[str, Any],
        cues: Iterable[Frame] = (),
    ) -> None:
        self.frames = tuple(frames)
        self.signatures = signatures
        #: word lists beside the frames: light verbs, transparent nouns, status and attribution words, …
        self.words = words
        self.verbs: dict[str, list[Frame]] = {}
        self.nouns: dict[str, list[Frame]] = {}
        self.adjectives: dict[str, list[Frame]] = {}
        #: verb frames that are idioms: matched as a whole, no hint for the learned reader
        self.idioms: dict[str, list[Frame]] = {}
        #: infinitive that ends a saying → the words before it and the frame: "aus der Taufe heben"
        self.sayings: dict[str, list[tuple[str, Frame]]] = {}
        indices = {"verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives}
        for frame in self.frames:
            for trigger in frame.triggers:
                before, _, last = trigger.rpartition(" ")
                if frame.kind == "verb" and before not in ("", "sich"):
                    self.sayings.setdefault(last, []).append((before.lower(), frame))
                    continue
                index = self.idioms if frame.idiom and frame.kind == "verb" else indices[frame.kind]
                index.setdefault(trigger, []).append(frame)
        #: predicate and name of the frames whose very verb says that something is not so, or no more
        self.denying = frozenset(
            (frame.predicate, frame.name)
            for frame in self.frames
            if frame.status == "negated" and "verb" in frame.require
        )
        self._longest = max((len(n) for n in self.nouns), default=0)
        #: word → what it hints at, for the learned reader alone (``cues.toml``)
        self.cues: dict[str, list[Frame]] = {}
        for cue in cues:
            for word in cue.triggers:
                self.cues.setdefault(word, []).append(cue)
        self._longest_cue = max((len(w) for w in self.cues), default=0)
        self._indexed: dict[tuple[object, str], Any] = {}
        # the same words come again and again: the endings of a compound are looked up once
        self._last_cue = lru_cache(maxsize=REMEMBERED)(self._find_last_cue)
        self._last_noun = lru_cache(maxsize=REMEMBERED)(self._find_last_noun)

    def indexed(self, make: Callable[[Mapping[str, Any]], T], name: str) -> T:
        """Return what a constructor makes of the word lists in a file of ``claims/``, made once for each."""
        key = make, name
        if key not in self._indexed:
            self._indexed[key] = make(self.words[name])
        found: T = self._indexed[key]
        return found

    def cue_frames(self, word: str, compound: bool = False) -> Sequence[Frame]:
        """Return what a word, or for compounds its longest known last part, hints at; the word in lower case."""
        return self._last_cue(word) if compound else self.cues.get(word, ())

    def _find_last_cue(self, word: str) -> Sequence[Frame]:
        for start in range(max(0, len(word) - self._longest_cue), max(1, len(word) - 3)):
            if start not in (1, 2) and (found := self.cues.get(word[start:])):
                return found
        return ()

    def noun_frames(self, lemma: str) -> tuple[str, Sequence[Frame]]:
        """Return the trigger and frames for a noun, or for the longest last part of a compound.

        >>> lexicon = Lexicon([], {}, {})
        >>> lexicon.noun_frames("milliardenübernahme")
        ('', ())
        """
        return self._last_noun(lemma)

    def _find_last_noun(self, lemma: str) -> tuple[str, Sequence[Frame]]:
        for start in range(max(0, len(lemma) - self._longest), max(1, len(lemma) - 3)):
            if start in (1, 2):
                continue
            frames = self.nouns.get(lemma[start:])
            if frames and not _is_cut_prefix(lemma, start):
                return lemma[start:], frames
        return "", ()


def _is_cut_prefix(lemma: str, start: int) -> bool:
    """Tell whether the last part of a compound opens with the end of a name: "Rolex-Chef" is no "Ex-Chef"."""
    return "-" in lemma[start:] and lemma[start - 1 : start].isalpha()


def load_lexicon(lang: str = "de", folder: Path | None = None) -> Lexicon:
    """Read the lexicon of a language from the shipped ontology folder or a folder of the user's.

    Raises ``LexiconError`` for unknown keys, predicates, or frames without trigger or slot.
    """
    root = (folder or ontology_folder()) / "lexicon"
    signatures = _read_signatures(root / "predicates.toml")
    frames: list[Frame] = []
    words: dict[str, Any] = {}
    for path in sorted((root / lang / "frames").glob("*.toml")):
        frames += [f for raw in _read(path).get("frame", []) for f in _frames(path, raw, signatures)]
    for path in sorted((root / lang / "claims").glob("*.toml")):
        words[path.stem] = _read(path)
    _check_unique(root / lang, frames)
    return Lexicon(frames, signatures, words, _read_cues(root / lang / "cues.toml", signatures))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(path, f"is not valid TOML: {error}") from error


def _read_signatures(path: Path) -> dict[str, Signature]:
    return {
        name: Signature(
            name,
            tuple(raw["subject"]),
            tuple(raw.get("object", ())),
            raw.get("value", ""),
            raw.get("symmetric", False),
            tuple(raw.get("qualifiers", ())),
        )
        for name, raw in _read(path).items()
    }


def _read_cues(path: Path, signatures: Mapping[str, Signature]) -> list[Frame]:
    """Return one frame without slots for each predicate and kind of cue word."""
    if not path.is_file():
        return []
    found = []
    for predicate, kinds in _read(path).items():
        if predicate not in signatures:
            raise LexiconError(path, f"cues for {predicate!r}: there is no such predicate in predicates.toml")
        for kind, words in kinds.items():
            triggers = tuple(word.lower() for word in words.split())
            found.append(Frame(f"cue-{kind}", predicate, kind.rstrip("s"), triggers, (), (), (), ()))
    return found


def _frames(path: Path, raw: dict[str, Any], signatures: Mapping[str, Signature]) -> list[Frame]:
    """Build one frame per kind of trigger in a TOML entry."""
    name = raw.get("name", "?")
    if unknown := set(raw) - _KEYS:
        raise LexiconError(path, f"frame {name!r} has unknown keys {sorted(unknown)}; known are {sorted(_KEYS)}")
    signature = signatures.get(raw.get("predicate", ""))
    if signature is None:
        raise LexiconError(path, f"frame {name!r}: no predicate {raw.get('predicate')!r} in predicates.toml")
    if raw.get("status") not in (None, *get_args(Status)):
        raise LexiconError(path, f"frame {name!r}: no status {raw['status']!r}; known are {get_args(Status)}")
    kinds = [(k, raw[k + "s"]) for k in ("verb", "noun", "adjective") if raw.get(k + "s")]
    if not kinds or not raw.get("subject"):
        raise LexiconError(path, f"frame {name!r} needs a trigger (verbs, nouns or adjectives) and a subject slot")
    return [_frame(name, kind, words, raw, signature) for kind, words in kinds]


def _frame(name: str, kind: str, words: Sequence[str], raw: dict[str, Any], signature: Signature) -> Frame:
    return Frame(
        name=name,
        predicate=signature.predicate,
        kind=kind,
        triggers=tuple(w if kind == "verb" else w.lower() for w in words),
        subject=_slots(raw["subject"]),
        object=_slots(raw.get("object", "")),
        subject_class=tuple(raw.get("subject_class", signature.subject)),
        object_class=tuple(raw.get("object_class", signature.object)),
        value=raw.get("value", signature.value),
        require=_conditions(raw.get("require", {})),
        forbid=_conditions(raw.get("forbid", {})),
        light=frozenset(raw.get("light", ())),
        status=raw.get("status"),
        position=raw.get("position"),
        qualifiers={k: _slots(v) for k, v in raw.get("qualifiers", {}).items()},
        confidence=float(raw.get("confidence", 1.0)),
        idiom=bool(raw.get("idiom", False)),
        active=bool(raw.get("active", False)),
        examples=tuple(raw.get("examples", ())),
        counter=tuple(raw.get("counter", ())),
    )


def _slots(text: str) -> Slots:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _conditions(raw: Mapping[str, str | Sequence[str]]) -> dict[str, AskedWords]:
    return {k: AskedWords.of([v] if isinstance(v, str) else v) for k, v in raw.items()}


def _check_unique(folder: Path, frames: Sequence[Frame]) -> None:
    seen: set[tuple[str, str]] = set()
    for frame in frames:
        if (frame.name, frame.kind) in seen:
            raise LexiconError(folder, f"two frames are called {frame.name!r}")
        seen.add((frame.name, frame.kind))
