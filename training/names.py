"""Documents with names, for the recogniser, and more of them by exchanging names."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.gazetteer import AuthorityRecord
from training.corpus import NamedText

#: shares of names that stay, that come from the list of companies, that are set as in "FRANKFURT (dpa-AFX)"
_KEPT_SHARE, _LISTED_SHARE, _CAPITALS_SHARE = 0.2, 0.6, 0.08
#: classes whose names stand for one another in a sentence
_EXCHANGED = frozenset(["Company", "Person", "Place", "Product", "MediaOutlet", "Regulator", "GovernmentBody"])
#: most words of a name that is put in
_LONGEST = 3
_SECURITY = re.compile(r"Share|Preferred|Deposit|Notes|Class|Warrant|Fund|Trust|ETF|Units?\b|%|\d{3}|\(")
_LEGAL_FORMS = frozenset(
    [
        "AG",
        "SE",
        "Inc",
        "Inc.",
        "Corp.",
        "Corporation",
        "Ltd.",
        "Limited",
        "plc",
        "PLC",
        "Company",
        "Co.",
        "S.A.",
        "N.V.",
    ]
)


def to_named_doc(nlp: Language, named: NamedText) -> Doc | None:
    """Return a document with the names of the text; None where one is not made of whole words."""
    doc = nlp.make_doc(named.text)
    names = [_span(doc, start, end, type_) for start, end, type_ in named.names]
    left_open = [doc.char_span(start, end, alignment_mode="expand") for start, end in named.open]
    if None in names:
        return None
    doc.set_ents([n for n in names if n], missing=[s for s in left_open if s], default="outside")
    return doc


def _span(doc: Doc, start: int, end: int, label: str):  # type: ignore[no-untyped-def]
    """A name's words; a period that the tokenizer left on its last word is no harm."""
    exact = doc.char_span(start, end, label=label)
    if exact is None and doc.text[end : end + 1] == ".":
        return doc.char_span(start, end + 1, label=label)
    return exact


class NameExchange:
    """Makes new texts from old: other names of the same class, of texts or known entities, take their places."""

    def __init__(
        self,
        texts: Sequence[NamedText],
        companies: Sequence[str],
        seed: int = 0,
        known: Iterable[AuthorityRecord] = (),
    ) -> None:
        self._chance = random.Random(seed)
        stock: dict[str, set[str]] = defaultdict(set)
        for record in known:
            stock[record.type] |= {name for name in (record.name, *record.aliases) if _is_plain(name, record)}
        for text in texts:
            for start, end, type_ in text.names:
                if _uninflected(text.text[start:end]):
                    stock[type_].add(text.text[start:end])
        self._known = stock
        self._stock = {type_: sorted(names) for type_, names in stock.items()}
        self._companies = list(companies)

    def exchanged(self, text: NamedText) -> NamedText:
        """Return the text with other names; the same name is exchanged for the same one throughout."""
        chosen: dict[tuple[str, str], str] = {}
        words, end, names = "", 0, []
        for start, stop, type_ in sorted(text.names):
            old = text.text[start:stop]
            new = chosen.setdefault((old, type_), self._other(old, type_))
            words += text.text[end:start]
            names.append((len(words), len(words) + len(new), type_))
            words += new
            end = stop
        return NamedText(words + text.text[end:], tuple(names))

    def _other(self, old: str, type_: str) -> str:
        if type_ not in _EXCHANGED or self._chance.random() < _KEPT_SHARE:
            return old
        name, dash, head = old.rpartition("-")
        if dash and name in self._known[type_] and not head[:1].isdigit():
            return self._drawn(name, type_).replace(" ", "-") + dash + head
        return self._drawn(old, type_) if _uninflected(old) else old

    def _drawn(self, old: str, type_: str) -> str:
        if type_ == "Company" and self._companies and self._chance.random() < _LISTED_SHARE:
            return self._chance.choice(self._companies)
        if type_ == "Person":
            return self._person(old)
        name = self._chance.choice(self._stock[type_])
        return name.upper() if type_ == "Place" and self._chance.random() < _CAPITALS_SHARE else name

    def _person(self, old: str) -> str:
        """A first name of one person with the surname of another."""
        full = [n for n in self._stock["Person"] if " " in n]
        if not full:
            return old
        first = self._chance.choice(full).split(" ")[0]
        last = self._chance.choice(full).split(" ", 1)[1]
        return f"{first} {last}" if " " in old else last


def _uninflected(name: str) -> bool:
    """Whether a name may stand anywhere: no genitive's s, no compound."""
    return not name.endswith(("s", "'", "’")) and "-" not in name


def _is_plain(name: str, record: AuthorityRecord) -> bool:
    """Whether a name of a known entity is one in any sentence: no word besides, and no longer than news would have."""
    is_word = name in record.doubtful or not name[:1].isupper()
    return not is_word and len(name.split()) <= _LONGEST and _uninflected(name)


def listed_companies(data: Path) -> list[str]:
    """Return names of listed companies, as long as news would have them."""
    with (data / "equities.csv").open(encoding="utf-8", newline="") as stream:
        names = {_short(row["name"]) for row in csv.DictReader(stream) if row["country"]}
    return sorted(n for n in names if n and len(n.split()) <= _LONGEST and not _SECURITY.search(n))


def _short(name: str) -> str:
    words = name.replace(",", "").split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def known_organisations(texts: Iterable[NamedText], companies: Iterable[str]) -> dict[str, str]:
    """Return the classes of names that are always of one class, for corpora that know only ORG."""
    seen: dict[str, set[str]] = defaultdict(set)
    for company in companies:
        seen[company].add("Company")
    for text in texts:
        for start, end, type_ in text.names:
            seen[text.text[start:end]].add(type_)
    return {name: types.pop() for name, types in seen.items() if len(types) == 1}


def named_docs(nlp: Language, texts: Iterable[NamedText]) -> Iterator[Doc]:
    """Yield a document for each text whose names are whole words."""
    for text in texts:
        doc = to_named_doc(nlp, text)
        if doc is not None:
            yield doc
