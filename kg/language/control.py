"""Verbs whose object does what their infinitive says: "erlaubte der Bank, ihren Anteil zu erhöhen"."""

from __future__ import annotations

from kg.language.syntax import Syntax, dictionary_lemma

#: infinitives of these verbs are done by whom the verb addresses ("wies die Firmen an, die Tests einzustellen")
OBJECT_CONTROL = frozenset(
    """anweisen auffordern zwingen verpflichten bitten erlauben gestatten untersagen verbieten drängen
    ermöglichen ermächtigen beauftragen überreden bewegen vorwerfen beschuldigen bezichtigen helfen auftragen
    nahelegen empfehlen raten hindern anhalten abraten befähigen verdonnern nötigen zugestehen verwehren
    verweigern anraten genehmigen auferlegen vorschreiben zutrauen vorhalten anlasten ankreiden unterstellen nachsagen
    bescheinigen attestieren zubilligen freistellen""".split()
)

#: those of them by which nobody need be addressed: "empfiehlt, die Aktie zu verkaufen"
ADVISING = frozenset({"empfehlen", "raten", "abraten", "anraten", "nahelegen"})


def controls_object(s: Syntax, verb: int) -> bool:
    """Tell whether whom a verb addresses does what its infinitive says."""
    return s.lemmas[verb] in OBJECT_CONTROL or dictionary_lemma(s.lower[verb]) in OBJECT_CONTROL


def addressed(s: Syntax, verb: int) -> int:
    """Return the head of whom such a verb addresses, or -1; a second subject is one that was read wrongly."""
    own = [c for c in s.dep_children(verb, "obj", "iobj", "obl:arg") if s.preposition(c) is None]
    if own:
        return own[0]
    subjects = [*s.dep_children(verb, "nsubj")]
    return subjects[-1] if len(subjects) > 1 else -1
