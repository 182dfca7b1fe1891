"""The annotation scheme: labels in use, and how the public treebanks are brought to it.

GUIDELINES.md says the same for readers.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from training.conllu import Sentence, Token

_LISTS = tomllib.loads((Path(__file__).parent / "scheme.toml").read_text(encoding="utf-8"))

UPOS = frozenset(_LISTS["parts_of_speech"])
RELATIONS = frozenset(_LISTS["relations"])
FEATURES = {
    "Case": {"Nom", "Gen", "Dat", "Acc"},
    "Definite": {"Def", "Ind"},
    "Degree": {"Cmp", "Sup"},
    "Gender": {"Masc", "Fem", "Neut"},
    "Mood": {"Ind", "Sub", "Imp"},
    "Number": {"Sing", "Plur"},
    "NumType": {"Card", "Ord"},
    "Person": {"1", "2", "3"},
    "Polarity": {"Neg"},
    "Poss": {"Yes"},
    "PronType": {"Art", "Dem", "Ind", "Int", "Neg", "Prs", "Rel", "Tot"},
    "Reflex": {"Yes"},
    "Tense": {"Pres", "Past"},
    "VerbForm": {"Fin", "Inf", "Part"},
}

_NAMES = ("PROPN", "X")


def normalise(sentence: Sentence) -> Sentence:
    """Bring a sentence of GSD or PUD to the project's scheme, in place, and return it."""
    _truncations_first(sentence)
    _names_left_headed(sentence)
    _titles_before_names(sentence)
    for number, token in enumerate(sentence.tokens, 1):
        _relabel(sentence, number, token)
        _respell(token)
    for number, token in enumerate(sentence.tokens, 1):
        _passives(sentence, number, token)
    for token in sentence.tokens:
        token.feats = features(token)
    return sentence


def children(sentence: Sentence, number: int) -> list[Token]:
    """Return the tokens that hang on the token with this number."""
    return [t for t in sentence.tokens if t.head == number]


def _relabel(sentence: Sentence, number: int, token: Token) -> None:
    token.deprel = _LISTS["renamed"].get(token.deprel, token.deprel)
    head = sentence.tokens[token.head - 1] if token.head else None
    if token.form in _LISTS["calendar"] and token.upos == "PROPN" and token.deprel != "flat":
        token.upos = "NOUN"
    if (
        token.upos == "ADV"
        and token.form.endswith(tuple(_LISTS["adjective_endings"]))
        and token.form.lower() not in _LISTS["adverbs"]
    ):
        token.upos = "ADJ"
    if token.form.lower() in _LISTS["approximators"] and head and head.upos == "NUM":
        token.upos, token.deprel = "ADV", "advmod"
    if token.form == "%":
        token.upos = "SYM"
    if token.form in _LISTS["scales"]:
        token.upos = "NOUN"
        if token.deprel == "nmod" and head and head.upos in ("NOUN", "SYM") and number < token.head:
            token.deprel = "nummod"
    if token.form.lower() in ("als", "wie") and head and token.deprel in ("cc", "case", "dep"):
        token.upos, token.deprel = "ADP", "case"
    if token.deprel == "acl" and any(t.xpos in _LISTS["relative_tags"] for t in _clause(sentence, number)):
        token.deprel = "acl:relcl"
    if _is_year(token) and head and head.upos == "NOUN" and token.head < number:
        token.deprel = "nmod" if token.deprel in ("nummod", "obl", "appos", "compound") else token.deprel
    if token.form.lower() == "es" and head:
        _expletive(sentence, token, head)
    if token.deprel == "dep" and head:
        token.deprel = _guess_relation(sentence, number, token, head)


def _clause(sentence: Sentence, number: int) -> list[Token]:
    direct = [i for i, t in enumerate(sentence.tokens, 1) if t.head == number]
    return [t for t in sentence.tokens if t.head == number or (t.head in direct and t.deprel != "acl")]


def _is_year(token: Token) -> bool:
    return token.upos == "NUM" and len(token.form) == 4 and token.form.isdigit()


def _expletive(sentence: Sentence, token: Token, head: Token) -> None:
    """ "es gibt" is expletive, as is every "es" beside another subject; else it is the subject."""
    relations = {t.deprel for t in children(sentence, token.head) if t is not token}
    double = bool(relations & {"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
    if token.deprel == "nsubj" and (double or head.lemma == "geben"):
        token.deprel = "expl"
    elif token.deprel == "expl" and not double and head.lemma != "geben" and "obj" in relations:
        token.deprel = "nsubj"


def _guess_relation(sentence: Sentence, number: int, token: Token, head: Token) -> str:
    simple = {"DET": "det", "ADP": "case", "CCONJ": "cc", "ADV": "advmod", "PUNCT": "punct", "NUM": "nummod"}
    if token.upos in simple:
        return simple[token.upos]
    nominal = head.upos in ("NOUN", "PROPN", "NUM")
    if token.upos == "ADJ":
        return "amod" if nominal and number < token.head else "advmod"
    if token.upos in ("NOUN", "PROPN"):
        cased = any(t.deprel == "case" for t in children(sentence, number))
        if not nominal:
            return "nsubj" if token.feats.get("Case") == "Nom" and not cased else "obl"
        return (
            "nmod"
            if cased
            else ("flat" if head.upos == token.upos == "PROPN" and number > token.head else "appos")
        )
    return "dep"


def _passives(sentence: Sentence, number: int, token: Token) -> None:
    """A participle with "werden" is passive, and its subject is a passive subject."""
    below = children(sentence, number)
    future_perfect = any(
        t.deprel == "aux" and t.lemma in ("haben", "sein") and not t.feats.get("Mood") for t in below
    )
    participle = token.xpos in ("VVPP", "VBN", "VAPP")
    for child in below:
        if child.deprel == "aux" and child.lemma == "werden" and participle and not future_perfect:
            child.deprel = "aux:pass"
    passive = any(t.deprel == "aux:pass" for t in below)
    for child in below:
        if passive and child.deprel in ("nsubj", "csubj"):
            child.deprel += ":pass"
        elif (
            not passive and token.upos in ("VERB", "AUX") and child.deprel == "nsubj:pass" and not participle
        ):
            child.deprel = "nsubj"


def _respell(token: Token) -> None:
    token.form = _LISTS["spelling"].get(token.form, token.form)
    if token.upos == "PUNCT":
        token.lemma = token.form
    if "ss" in token.form and "ß" in token.lemma:
        token.lemma = token.lemma.replace("ß", "ss")
    if token.upos == "ADJ" and token.form[0].isdigit() and token.form.endswith("."):
        token.lemma = token.form
    if token.upos == "PROPN" and token.lemma.islower() and token.form[0].isupper():
        token.lemma = token.lemma.capitalize()


def _truncations_first(sentence: Sentence) -> None:
    """ "Umwelt- und Gesundheitsschäden": the full word is the head, the truncated one its compound."""
    for number, token in enumerate(sentence.tokens, 1):
        if not (token.form.endswith("-") and len(token.form) > 1) or token.deprel == "compound":
            continue
        full = next(
            (i for i, t in enumerate(sentence.tokens, 1) if t.head == number and t.deprel == "conj"), None
        )
        if full is not None and full > number:
            _exchange(sentence, number, full, "compound")


def _names_left_headed(sentence: Sentence) -> None:
    """ "Wall Street", "Ohio River": the first word of a name is its head, the others are flat."""
    for number in range(len(sentence.tokens), 0, -1):
        token = sentence.tokens[number - 1]
        members = [
            i
            for i, t in enumerate(sentence.tokens, 1)
            if t.head == number and t.deprel == "compound" and i < number
        ]
        if not members or not all(_is_name(sentence.tokens[i - 1]) for i in members) or not _is_name(token):
            continue
        if members != list(range(number - len(members), number)):
            continue
        first = members[0]
        _exchange(sentence, number, first, "flat")
        for member in (*members[1:], number):
            sentence.tokens[member - 1].head, sentence.tokens[member - 1].deprel = first, "flat"
        for member in (*members, number):
            sentence.tokens[member - 1].upos = "PROPN"


def _is_name(token: Token) -> bool:
    return token.form[0].isupper() and (token.upos in _NAMES or token.misc.get("Proper") == "True")


def _titles_before_names(sentence: Sentence) -> None:
    """ "Herr Opitz", "Minister Borchert": the noun is the head, the name its apposition."""
    for number, token in enumerate(sentence.tokens, 1):
        if token.head != number + 1 or token.deprel not in ("dep", "compound") or token.upos != "NOUN":
            continue
        if sentence.tokens[number].upos == "PROPN" and not token.form.endswith("-"):
            _exchange(sentence, number + 1, number, "appos")


def _exchange(sentence: Sentence, old: int, new: int, relation: str) -> None:
    """Make ``new`` the head in place of ``old``; what stands left of both or joins clauses moves along."""
    former, head = sentence.tokens[old - 1], sentence.tokens[new - 1]
    head.head, head.deprel = former.head, former.deprel
    former.head, former.deprel = new, relation
    moving = relation in ("compound", "flat")
    for number, token in enumerate(sentence.tokens, 1):
        if token is former or token is head:
            continue
        clausal = token.deprel in ("conj", "cc", "cop", "aux", "nsubj", "punct", "parataxis", "mark", "advcl")
        if token.head == old and (moving or number < min(old, new) or clausal):
            token.head = new


def features(token: Token) -> dict[str, str]:
    """Return the features of the scheme; what a treebank leaves unsaid is inferred from its own tag."""
    feats = {k: v for k, v in token.feats.items() if v in FEATURES.get(k, ())}
    if token.feats.get("PronType") in ("Dem,Rel", "Int,Rel"):
        relative = token.xpos in ("PRELS", "PRELAT", "REL") or (token.xpos == "DT" and token.upos == "PRON")
        feats["PronType"] = "Rel" if relative else "Dem" if token.feats["PronType"] == "Dem,Rel" else "Int"
    if token.upos in ("VERB", "AUX"):
        feats |= _verb_form(token, feats)
        if feats["VerbForm"] != "Fin":
            feats = {"VerbForm": feats["VerbForm"]}
    if token.upos in ("PROPN", "ADV", "ADP") and token.feats.get("PronType") != "Art":
        feats.pop("Gender", None)
    if token.upos != "NUM" and token.upos != "ADJ":
        feats.pop("NumType", None)
    if token.upos in ("PUNCT", "SYM", "X"):
        return {}
    return feats


def _verb_form(token: Token, feats: dict[str, str]) -> dict[str, str]:
    if "Mood" in feats or token.xpos in ("VBC", "VVFIN", "VAFIN", "VMFIN"):
        return {"VerbForm": "Fin"}
    if token.xpos in ("VBN", "VVPP", "VAPP", "VMPP"):
        return {"VerbForm": "Part"}
    return {"VerbForm": feats.get("VerbForm", "Inf")}
