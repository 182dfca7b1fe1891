"""Pronouns that take up an entity: "er", "sie", "ihm"; "sein", "ihr" as possessives; "dieser" by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.language.control import addressed, controls_object
from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.discourse import Discourse, Said, company_like, head_token

_SUBJECTS = ("nsubj", "nsubj:pass")
_NOMINAL = ("NOUN", "PROPN")
#: genders that "dieser", "diese", "dieses", "diesem" take up, by their last letter
_THIS = {"r": "m", "e": "f", "s": "n", "m": "mn"}
#: verbs whose "dieses" is more often a fact
_BEING = frozenset("ist sei war wäre bedeutet heißt zeigt gilt gelte".split())
#: classes that pronouns of this program take up
_PERSONAL = frozenset(
    [
        "Person",
        "Company",
        "JointVenture",
        "Regulator",
        "Union",
        "GovernmentBody",
        "MediaOutlet",
        "Organization",
        "Product",
    ]
)
#: how likely, from 0 to 1, a choice has to be
_SURE = 0.4
#: prepositions before what somebody has: "der Konzern mit seinen Marken"
_WITH = frozenset({"mit", "samt", "mitsamt", "nebst"})
_ACTORS = frozenset(["Company", "JointVenture", "Organization", "Regulator", "Union", "GovernmentBody"])
#: further pronouns by kind: list of words, classes, sentences to look back, how sure the choice has to be
_OTHERS = {
    "relative": ("relative", _PERSONAL | {"Place"}, 1, 0.5),
    "one": ("one", _ACTORS, 5, 0.6),
    "we": ("we", _ACTORS, 60, 0.5),
    "latter": ("latter", _PERSONAL, 1, 0.4),
}


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(self, discourse: Discourse, by_token: Mapping[int, Candidate]) -> None:
        self._discourse = discourse
        self._reading = discourse.reading
        self._by_token = by_token
        words = self._reading.lexicon.pronouns
        self._possessive = dict.fromkeys(words["possessive_mn"], "mn") | dict.fromkeys(words["possessive_fp"], "fp")
        self._personal = {"er": "m", "ihn": "m", "ihm": "mn", "sie": "f", "ihr": "f", "ihnen": "p"}

    def at(self, i: int) -> Candidate | None:
        """Return the pronoun that the piece is, with its antecedent; None where it is none."""
        word, token = self._reading.pieces.words[i], self._reading.pieces.tokens[i]
        lower = word.lower()
        pos = self._reading.syntax.pos[token]
        if lower in self._possessive and pos == "DET":
            return self._resolved(i, self._owner(token, self._possessive[lower]))
        if lower in self._personal and pos == "PRON":
            return self._resolved(i, self._person(token, word, lower))
        if lower in self._reading.lexicon.pronouns["this"] and self._stands_alone(token):
            return self._resolved(i, self._this(token, lower))
        return self._resolved(i, self._other(token, lower, pos))

    def _stands_alone(self, token: int) -> bool:
        """Tell whether "dieser" is no word before a noun: "Dieser will klagen", not "dieser Konzern"."""
        syntax = self._reading.syntax
        if syntax.deps[token] not in (*_SUBJECTS, "iobj", "obl:arg") or syntax.pos[syntax.heads[token]] in _NOMINAL:
            return False
        after = token + 1
        return after < len(syntax) and syntax.pos[after] not in (*_NOMINAL, "ADJ", "DET", "PRON", "NUM")

    def _this(self, token: int, word: str) -> Said | None:
        """Return whom "dieser" means, who was told last: "Die CNIL büßte Shein. Dieser will klagen".

        "dieses" takes up bodies and firms, the plural "diese" nobody.
        """
        is_subject = self._reading.syntax.deps[token] in _SUBJECTS
        if is_subject and word.endswith("e") and self._acts_as_many(token):
            return None
        gender = _THIS[word[-1]] if is_subject else _THIS["m"]
        if gender == "n" and self._reading.syntax.lower[self._reading.syntax.heads[token]] in _BEING:
            return None

        def fits(referent: int) -> float:
            return self._personal_fit(referent, gender) and 1.0

        return self._discourse.best(token, "latter", fits, reach=1, gender=gender, sure=_SURE)

    def _other(self, token: int, lower: str, pos: str) -> Said | None:
        """Return what "dessen", "man", "wir" or "Letztere" means."""
        for kind, (words, types, reach, sure) in _OTHERS.items():
            if lower in self._reading.lexicon.pronouns[words] and (kind == "latter" or pos in ("PRON", "DET")):
                if kind == "relative" and self._is_of_a_stranger(token):
                    return None
                if kind == "one" and (house := self._house(token)):
                    return house
                gender = self._reading.lexicon.pronoun_genders.get(lower, "")
                return self._discourse.best(token, kind, self._of(types), reach=reach, gender=gender, sure=sure)
        return None

    def _house(self, token: int) -> Said | None:
        """Return the house that opens a sentence behind "bei": "Bei der Telekom weist man die Vorwürfe zurück"."""
        syntax = self._reading.syntax
        first, _ = syntax.sentence(token)
        if syntax.lower[first] not in ("bei", "beim"):
            return None
        clause = syntax.clause_head(token)
        here = (s for s in self._discourse.said if first < s.token < token and syntax.clause_head(s.token) == clause)
        return next((s for s in here if s.token - first <= 2 and s.candidate.type in _ACTORS), None)

    def _is_of_a_stranger(self, token: int) -> bool:
        """Tell whether a relative clause describes a noun in whose phrase nobody is named: "die Post, deren Chef"."""
        syntax = self._reading.syntax
        clause = syntax.clause_head(token)
        noun = syntax.heads[clause]
        if not syntax.deps[clause].startswith("acl") or syntax.pos[noun] not in ("NOUN", "PROPN") or noun > token:
            return False
        if self._reading.lexicon.noun(syntax.words[noun]) is not None:
            return False
        phrase = {i for i in syntax.subtree(noun) if i < token}
        return all(said.token not in phrase for said in reversed(self._discourse.said[-12:]))

    def _of(self, types: frozenset[str]) -> Callable[[int], float]:
        """Return what lets the entities of some classes pass."""
        return lambda referent: float(self._discourse.profiles[referent].type in types)

    def _resolved(self, i: int, said: Said | None) -> Candidate | None:
        if said is None:
            return None
        referent = said.candidate.referent
        return Candidate(
            i, i + 1, self._reading.pieces.words[i], self._discourse.referents[referent].type, Trust.CUE,
            "pronoun", referent=referent, antecedent=self._reading.pieces.starts[said.candidate.first],
        )  # fmt: skip

    def _owner(self, token: int, gender: str) -> Said | None:
        """Return whose something is: the subject of the clause, else the entity most in focus."""
        subject = self._subject(token)
        if subject is not None and (
            self._agrees(subject.referent, gender)
            or (gender == "fp" and (self._acts_as_many(token) or self._is_told_as_woman(subject)))
        ):
            return Said(subject, token, 0, 0, "nsubj", 0.0)

        def fits(referent: int) -> float:
            return float(self._agrees(referent, gender))

        holder = self._holder(token)
        if holder is not None:
            owner = self._by_token.get(holder)
            known = owner is not None and (self._agrees(owner.referent, gender) or gender == "fp")
            return Said(owner, token, 0, 0, "", 0.0) if owner is not None and known else None
        said = self._discourse.best(token, "possessive", fits, reach=2, gender=gender)
        return said or (self._people(token, reach=0) if gender == "fp" else None)

    def _is_told_as_woman(self, subject: Candidate) -> bool:
        """Tell whether a feminine noun takes a company up: "die Siemens-Tochter öffnet ihre Werke"."""
        token = head_token(self._reading, subject)
        return subject.kind == "nominal" and self._reading.syntax.feats[token].get("Gender") == "Fem"

    def _holder(self, token: int) -> int | None:
        """Return the noun whose own is told right behind it: "die Siemens-Tochter mit ihren Werken"."""
        syntax = self._reading.syntax
        thing = syntax.heads[token]
        noun = syntax.heads[thing]
        is_with = syntax.deps[thing] == "nmod" and any(
            syntax.lower[c] in _WITH for c in syntax.dep_children(thing, "case")
        )
        return noun if is_with and syntax.pos[noun] in ("NOUN", "PROPN") and noun < thing else None

    def _acts_as_many(self, token: int) -> bool:
        """Tell whether the verb of the clause is plural: "die Berliner senkten ihre Prognose"."""
        return "Plur" in self._numbers(self._reading.syntax.clause_head(token))

    def _numbers(self, head: int) -> list[str | None]:
        """Return the numbers of a clause's finite verbs."""
        syntax = self._reading.syntax
        verbs = syntax.verb_group(head)
        return [syntax.feats[v].get("Number") for v in verbs if syntax.feats[v].get("VerbForm") == "Fin"]

    def _subject(self, token: int) -> Candidate | None:
        """Return the mention that is subject of the clause and does not contain the token."""
        syntax = self._reading.syntax
        head = syntax.clause_head(token)
        for child in syntax.dep_children(head, *_SUBJECTS):
            if token != child and token not in syntax.subtree(child):
                return self._by_token.get(child) or self._introduced(child)
        governor = syntax.heads[head]
        if syntax.deps[head] in ("xcomp", "advcl", "ccomp") and controls_object(syntax, governor):
            return self._by_token.get(addressed(syntax, governor))
        return None

    def _introduced(self, noun: int) -> Candidate | None:
        """Return the name that a noun introduces: "der Konkurrent ABB", "Finanzchef Ralf Thomas"."""
        syntax = self._reading.syntax
        named = (c for c in syntax.dep_children(noun, "appos") if c > noun and "," not in syntax.words[noun:c])
        return next((found for c in named if (found := self._by_token.get(c))), None)

    def _person(self, token: int, word: str, lower: str) -> Said | None:
        """Return whom "er" or "sie" means; the polite "Sie" means nobody, the plural the people of a place alone."""
        if lower in ("sie", "ihnen") and (word[0].isupper() and not self._opens(token)):
            return None
        if lower == "ihnen" or (lower == "sie" and self._plural(token)):
            is_object = lower == "sie" and self._reading.syntax.deps[token] not in _SUBJECTS
            return None if is_object else self._people(token, reach=1)
        gender = self._personal[lower]

        def fits(referent: int) -> float:
            return self._personal_fit(referent, gender)

        return self._discourse.best(token, "personal", fits, reach=3, gender=gender, sure=_SURE)

    def _people(self, token: int, reach: int) -> Said | None:
        """Return the company told last by its people, some sentences back at most: "die Bieler … bei ihnen"."""
        sentence = self._reading.syntax.sent_of[token]
        near = (s for s in reversed(self._discourse.said) if sentence - s.sentence <= reach)
        return next((s for s in near if s.gender == "p" and s.candidate.kind == "nominal"), None)

    def _opens(self, token: int) -> bool:
        return bool(self._reading.doc[token].is_sent_start)

    def _plural(self, token: int) -> bool:
        syntax = self._reading.syntax
        if syntax.deps[token] not in _SUBJECTS:
            return syntax.feats[token].get("Number") == "Plur"
        numbers = self._numbers(syntax.heads[token])
        return "Plur" in numbers or not numbers

    def _personal_fit(self, referent: int, gender: str) -> float:
        profile = self._discourse.profiles[referent]
        if profile.type not in _PERSONAL:
            return 0.0
        if profile.type == "Person":
            return 1.5 if self._agrees(referent, gender) else 0.0
        known = profile.genders & set(gender)
        return 1.0 if known else 0.3 if not profile.genders else 0.0

    def _agrees(self, referent: int, gender: str) -> bool:
        """Tell whether an entity's gender allows a pronoun; a company's bare name is neuter."""
        profile = self._discourse.profiles[referent]
        if profile.type not in _PERSONAL:
            return False
        if profile.type == "Person":
            female = self._female(referent)
            return female is None or female == ("f" in gender)
        if profile.type in ("Regulator", "Union", "GovernmentBody") and not profile.genders:
            return True
        genders = profile.genders or {"n"}
        if company_like(profile.type):
            genders = genders | {"n"}
        return bool(genders & set(gender))

    def _female(self, referent: int) -> bool | None:
        """Tell whether a person is a woman, where a post or the first name says so."""
        profile = self._discourse.profiles[referent]
        if profile.lemmas:
            return any(lemma.endswith(("in", "frau")) or "f" in profile.genders for lemma in profile.lemmas)
        first = self._discourse.referents[referent].name.split()[0]
        if first in self._reading.lexicon.first_names:
            return first.endswith("a") and first not in ("Luca", "Andrea", "Sascha", "Nikola", "Joshua")
        return None
