"""What must hold for an annotated sentence, and what usually does."""

from __future__ import annotations

from training.conllu import Sentence, Token
from training.raw import CLASSES
from training.scheme import FEATURES, RELATIONS, UPOS

#: relations whose word has nearly always one of these tags
_USUAL_TAGS = {
    "det": {"DET"},
    "det:poss": {"DET"},
    "case": {"ADP"},
    "cc": {"CCONJ"},
    "aux": {"AUX"},
    "aux:pass": {"AUX"},
    "cop": {"AUX"},
    "punct": {"PUNCT"},
    "amod": {"ADJ"},
    "nummod": {"NUM", "NOUN", "SYM"},
    "mark": {"SCONJ", "PART", "ADP", "ADV", "CCONJ"},
    "compound:prt": {"ADP", "ADV", "ADJ", "NOUN", "VERB"},
    "obl:agent": {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "ADJ"},
    "expl": {"PRON"},
}
_LEAF_MAY_HEAD = frozenset(["conj", "cc", "punct", "fixed", "advmod", "det"])
_LEAVES = frozenset(["AUX", "PUNCT", "DET", "ADP", "SCONJ", "CCONJ", "PART"])


def errors(sentence: Sentence) -> list[str]:
    """Return what makes the sentence unusable: no tree, unknown labels, names that do not add up."""
    found = _tree_errors(sentence)
    previous = "O"
    for number, token in enumerate(sentence.tokens, 1):
        found += [f"{number} {token.form}: {problem}" for problem in _token_errors(token, previous)]
        previous = token.misc.get("Entity", "O")
    return found


def hints(sentence: Sentence) -> list[str]:
    """Return what is unusual and deserves a second look."""
    found = []
    for number, token in enumerate(sentence.tokens, 1):
        below = [t for t in sentence.tokens if t.head == number]
        found += [f"{number} {token.form}: {problem}" for problem in _oddities(token, below)]
    return found


def _tree_errors(sentence: Sentence) -> list[str]:
    size = len(sentence.tokens)
    roots = [i for i, t in enumerate(sentence.tokens, 1) if t.head == 0]
    found = [] if len(roots) == 1 else [f"{len(roots)} roots ({', '.join(map(str, roots))}), not one"]
    for number, token in enumerate(sentence.tokens, 1):
        if not 0 <= token.head <= size:
            found.append(
                f"{number} {token.form}: head {token.head} is no token of the sentence (1 to {size})"
            )
        elif (token.head == 0) != (token.deprel == "root"):
            found.append(f"{number} {token.form}: head {token.head} with relation {token.deprel}")
        elif _circular(sentence, number):
            found.append(f"{number} {token.form}: its heads go round in a circle")
    return found


def _circular(sentence: Sentence, number: int) -> bool:
    seen: set[int] = set()
    while number and 0 < number <= len(sentence.tokens):
        if number in seen:
            return True
        seen.add(number)
        number = sentence.tokens[number - 1].head
    return False


def _token_errors(token: Token, previous: str) -> list[str]:
    found = []
    if token.upos not in UPOS:
        found.append(f"no such part of speech: {token.upos}")
    if token.deprel not in RELATIONS:
        found.append(f"no such relation: {token.deprel}")
    if not token.lemma:
        found.append("no lemma")
    found += [f"no such feature: {k}={v}" for k, v in token.feats.items() if v not in FEATURES.get(k, ())]
    return found + _name_errors(token.misc.get("Entity", "O"), previous)


def _name_errors(tag: str, previous: str) -> list[str]:
    if tag == "O":
        return []
    place, _, type_ = tag.partition("-")
    if place not in ("B", "I") or type_ not in CLASSES:
        return [f"no such name tag: {tag} (B-CLASS or I-CLASS)"]
    if place == "I" and previous not in (f"B-{type_}", f"I-{type_}"):
        return [f"{tag} does not continue a name; the token before has {previous}"]
    return []


def _oddities(token: Token, below: list[Token]) -> list[str]:
    found = []
    relations = [t.deprel for t in below]
    usual = _USUAL_TAGS.get(token.deprel)
    if usual and token.upos not in usual:
        found.append(f"{token.deprel} is {token.upos}")
    if sum(r in ("nsubj", "nsubj:pass", "csubj", "csubj:pass") for r in relations) > 1:
        found.append("more than one subject")
    if relations.count("obj") > 1:
        found.append("more than one direct object")
    if "nsubj:pass" in relations and "aux:pass" not in relations and token.feats.get("VerbForm") != "Part":
        found.append("nsubj:pass without aux:pass")
    if "aux:pass" in relations and "nsubj" in relations:
        found.append("aux:pass with nsubj")
    if "obj" in relations and "aux:pass" in relations:
        found.append("aux:pass with obj")
    if "cop" in relations and token.upos == "VERB":
        found.append("a verb with cop")
    if token.upos in _LEAVES and not _LEAF_MAY_HEAD.issuperset(relations):
        found.append(f"{token.upos} as head of {', '.join(relations)}")
    if token.feats.get("VerbForm") == "Fin" and not {"Mood", "Number", "Person"} <= token.feats.keys():
        found.append("finite verb without mood, number or person")
    if token.upos in ("VERB", "AUX") and "VerbForm" not in token.feats:
        found.append("verb without VerbForm")
    if token.deprel == "nsubj" and token.feats.get("Case") not in (None, "Nom"):
        found.append(f"subject in {token.feats['Case']}")
    if token.deprel == "obj" and token.feats.get("Case") not in (None, "Acc"):
        found.append(f"direct object in {token.feats['Case']}")
    return found
