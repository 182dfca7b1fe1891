"""Compact corrections of an annotated file: ``a-001.03 7 Zahl head=4 rel=obl pos=NOUN ent=B-Company``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.conllu import Sentence, Token, parse_pairs
from training.scheme import FEATURES

_KEYS = frozenset(["head", "rel", "pos", "lemma", "feats", "ent", "compound"])
#: a feature's value alone names it, save "Ind", which is the mood
_SHORT = {value: key for key, values in FEATURES.items() for value in values if value != "Yes"} | {
    "Ind": "Mood"
}
_FLAGS = frozenset(key for key, values in FEATURES.items() if values == {"Yes"})


@dataclass(frozen=True, slots=True)
class Fix:
    """One line of corrections."""

    sentence: str
    token: int
    form: str | None
    changes: dict[str, str]
    line: str


def read_fixes(lines: Iterable[str]) -> Iterator[Fix]:
    """Yield the corrections; blank lines and lines that begin with # are skipped.

    Raises ValueError quoting the line that cannot be read.
    """
    for raw in lines:
        line = raw.strip()
        if line and not line.startswith("#"):
            yield read_fix(line)


def read_fix(line: str) -> Fix:
    """Read one line.

    >>> read_fix("a-001.03 7 Zahl head=4 feats=Dat.Plur").changes
    {'head': '4', 'feats': 'Dat.Plur'}
    """
    parts = line.split()
    if len(parts) < 3 or not parts[1].isdigit():
        raise ValueError(f"cannot read {line!r}: write SENTENCE TOKEN [FORM] key=value …")
    rest = parts[2:]
    form = rest.pop(0) if "=" not in rest[0].strip("=") else None
    changes = {}
    for part in rest:
        key, _, value = part.partition("=")
        if key not in _KEYS or not value:
            raise ValueError(f"cannot read {part!r} in {line!r}: keys are {', '.join(sorted(_KEYS))}")
        changes[key] = value
    return Fix(parts[0], int(parts[1]), form, changes, line)


def apply(sentence: Sentence, fix: Fix) -> None:
    """Change the token that the correction names.

    Raises ValueError for a token that is not there, has another form, or a value that cannot be.
    """
    if not 1 <= fix.token <= len(sentence.tokens):
        raise ValueError(f"{fix.line!r}: the sentence has the tokens 1 to {len(sentence.tokens)}")
    token = sentence.tokens[fix.token - 1]
    if fix.form is not None and fix.form != token.form:
        raise ValueError(f"{fix.line!r}: token {fix.token} is {token.form!r}")
    for key, value in fix.changes.items():
        _change(token, key, value, fix.line)


def _change(token: Token, key: str, value: str, line: str) -> None:
    if key == "head":
        if not value.isdigit():
            raise ValueError(f"{line!r}: head is the number of a token, 0 for the root")
        token.head = int(value)
        if token.head == 0:
            token.deprel = "root"
    elif key == "rel":
        token.deprel = value
    elif key == "pos":
        token.upos = value
    elif key == "lemma":
        token.lemma = value
    elif key == "feats":
        _change_feats(token, value, line)
    elif key == "compound":
        _set_misc(token, "Compound", "Yes" if value.lower() in ("yes", "ja") else None)
    else:
        _set_misc(token, "Entity", None if value in ("O", "_", "-") else value.removesuffix("+"))
        _set_misc(token, "Compound", "Yes" if value.endswith("+") else None)


def _set_misc(token: Token, key: str, value: str | None) -> None:
    token.misc.pop(key, None)
    if value:
        token.misc[key] = value


def _change_feats(token: Token, value: str, line: str) -> None:
    if value in ("_", "-"):
        token.feats = {}
        return
    for key, val in _read_feats(value, line).items():
        if val:
            token.feats[key] = val
        else:
            token.feats.pop(key, None)


def _read_feats(value: str, line: str) -> dict[str, str]:
    """Read ``Case=Dat|Number=Plur``, ``Dat.Plur``, and ``-Gender`` for a feature to be dropped."""
    if "=" in value:
        return parse_pairs(value)
    feats = {}
    for part in value.split("."):
        if part.startswith("-"):
            feats[part[1:]] = ""
        elif part in _FLAGS:
            feats[part] = "Yes"
        elif part in _SHORT:
            feats[_SHORT[part]] = part
        else:
            raise ValueError(f"{line!r}: no such feature value: {part}")
    return feats


def short_feats(feats: dict[str, str]) -> str:
    """Return features as annotators read and write them.

    >>> short_feats({"Case": "Dat", "Number": "Plur", "Reflex": "Yes"})
    'Dat.Plur.Reflex'
    """
    order = [
        "VerbForm",
        "Mood",
        "Tense",
        "Person",
        "Case",
        "Gender",
        "Number",
        "Degree",
        "Polarity",
        "Poss",
        "Reflex",
    ]
    kept = [k for k in order if k in feats]
    shown = [k if feats[k] == "Yes" else feats[k] for k in kept]
    kind = feats.get("PronType")
    return ".".join([*shown, *([kind] if kind in ("Rel", "Int", "Dem", "Neg") else [])]) or "-"
