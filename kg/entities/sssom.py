"""Decisions exchanged with others as SSSOM, the Simple Standard for Sharing Ontological Mappings, in its TSV form.

See https://mapping-commons.github.io/sssom/. A decision is a mapping by ``owl:sameAs`` with manual curation as its
justification, ``different`` the same with the modifier ``Not``; a proposal is one with a score and without a curator.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

import yaml

from kg.entities.decisions import Decision, DecisionError, Verdict, now
from kg.entities.resolving.profile import ENTITY_NAMESPACE
from kg.entities.resolving.resolution import Link

_PREFIXES = {
    "entity": ENTITY_NAMESPACE,
    "wd": "http://www.wikidata.org/entity/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
}
COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label"),
    *("mapping_justification", "author_label", "mapping_tool", "mapping_date", "confidence", "comment"),
)
_MANUAL = "semapv:ManualMappingCuration"
_LEXICAL = "semapv:LexicalMatching"
_SAME = frozenset((_PREFIXES["owl"] + "sameAs", _PREFIXES["skos"] + "exactMatch", _PREFIXES["owl"] + "equivalentClass"))


def write_sssom(decisions: Iterable[Decision], joined: Iterable[Link] = ()) -> str:
    """Return decisions in force, and links that were made without a person, as an SSSOM table."""
    rows = [*map(_decision_row, decisions), *map(_link_row, joined)]
    prefixes = _Prefixes()
    for row in rows:
        row["subject_id"], row["object_id"] = prefixes.short(row["subject_id"]), prefixes.short(row["object_id"])
    out = io.StringIO()
    out.writelines(f"#{line}\n" for line in _header(prefixes.known).splitlines())
    table = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    table.writeheader()
    table.writerows({column: " ".join(value.split()) for column, value in row.items()} for row in rows)
    return out.getvalue()


def _header(prefixes: Mapping[str, str]) -> str:
    header = {
        "curie_map": dict(prefixes),
        "mapping_set_id": "https://w3id.org/newskg/mappings",
        "license": "https://w3id.org/sssom/license/unspecified",
    }
    return yaml.safe_dump(header, sort_keys=False, allow_unicode=True)


def _decision_row(decision: Decision) -> dict[str, str]:
    proposed = decision.verdict == "proposed"
    return {
        "subject_id": decision.one,
        "subject_label": decision.one_name,
        "predicate_id": "owl:sameAs",
        "predicate_modifier": "Not" if decision.verdict == "different" else "",
        "object_id": decision.other,
        "object_label": decision.other_name,
        "mapping_justification": _LEXICAL if proposed else _MANUAL,
        "mapping_tool" if proposed else "author_label": decision.who,
        "mapping_date": decision.when[:10],
        "confidence": decision.score,
        "comment": decision.why,
    }


def _link_row(link: Link) -> dict[str, str]:
    return {
        "subject_id": link.one.iri,
        "predicate_id": "owl:sameAs",
        "object_id": link.other.iri,
        "mapping_justification": _LEXICAL,
        "mapping_tool": "newskg",
        "confidence": str(link.comparison.score),
        "comment": link.comparison.because(),
    }


class _Prefixes:
    """Prefixes for addresses; those of namespaces that are not known are numbered."""

    def __init__(self) -> None:
        self.known = dict(_PREFIXES)

    def short(self, iri: str) -> str:
        """Return an address with a prefix."""
        fitting = [(len(start), name) for name, start in self.known.items() if iri.startswith(start)]
        if fitting:
            length, name = max(fitting)
            return f"{name}:{iri[length:]}"
        cut = max(iri.rfind("/"), iri.rfind("#"), iri.rfind(":")) + 1
        name = f"ns{len(self.known) - len(_PREFIXES) + 1}"
        self.known[name] = iri[:cut]
        return f"{name}:{iri[cut:]}"


# -- reading ----------------------------------------------------------------------------------------------


def read_sssom(text: str, who: str = "") -> list[Decision]:
    """Return the decisions and proposals in an SSSOM table; mappings other than of identity are left out.

    What a person curated becomes a decision, by that person or else by ``who``; everything else a proposal.

    Raises:
        DecisionError: the text is no SSSOM table.
    """
    lines = [line.rstrip("\r") for line in text.lstrip("\ufeff").split("\n")]
    header = "\n".join(line[1:] for line in lines if line.startswith("#"))
    rows = csv.DictReader([line for line in lines if line.strip() and not line.startswith("#")], delimiter="\t")
    missing = {"subject_id", "predicate_id", "object_id", "mapping_justification"} - set(rows.fieldnames or ())
    if missing:
        raise DecisionError(f"this is no SSSOM table: it lacks the columns {', '.join(sorted(missing))}")
    return list(_decisions(rows, _curie_map(header), who))


def _curie_map(header: str) -> Mapping[str, str]:
    try:
        data = yaml.safe_load(header) or {}
    except yaml.YAMLError as error:
        raise DecisionError(f"the header of the SSSOM table is no YAML: {error}") from error
    given = data.get("curie_map") if isinstance(data, dict) else None
    named = {str(k): str(v) for k, v in given.items()} if isinstance(given, dict) else {}
    return {**_PREFIXES, **named}


def _decisions(rows: Iterable[Mapping[str, str | None]], prefixes: Mapping[str, str], who: str) -> Iterator[Decision]:
    for row in rows:
        cell = {key: (value or "").strip() for key, value in row.items() if isinstance(value, str) or value is None}
        if _full(cell["predicate_id"], prefixes) not in _SAME:
            continue
        ends = [(_full(cell[f"{end}_id"], prefixes), cell.get(f"{end}_label", "")) for end in ("subject", "object")]
        (one, one_name), (other, other_name) = sorted(ends)
        verdict = _verdict(cell)
        by = cell.get("author_label") or cell.get("author_id") or cell.get("mapping_tool") or who
        when = cell.get("mapping_date") or now()
        score = cell.get("confidence", "") if verdict == "proposed" else ""
        yield Decision(when, by, verdict, one, other, one_name, other_name, score, cell.get("comment", ""))


def _verdict(cell: Mapping[str, str]) -> Verdict:
    if not cell["mapping_justification"].endswith("ManualMappingCuration"):
        return "proposed"
    return "different" if cell.get("predicate_modifier") == "Not" else "same"


def _full(curie: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, rest = curie.partition(":")
    if colon and not rest.startswith("//"):
        if prefix not in prefixes:
            raise DecisionError(f"the prefix of {curie!r} is not in the table's curie_map")
        return prefixes[prefix] + rest
    return curie
