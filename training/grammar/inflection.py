"""German inflection: articles, adjectives, nouns, verbs."""

from __future__ import annotations

from dataclasses import dataclass

CASES = ("Nom", "Acc", "Dat", "Gen")
_COLUMNS = ("Masc", "Fem", "Neut", "Plur")
_DEFINITE = dict(zip(CASES, ("der die das die", "den die das die", "dem der dem den", "des der des der"), strict=True))
_INDEFINITE = dict(zip(CASES, ("- e - e", "en e - e", "em er em en", "es er es er"), strict=True))
_STRONG = dict(zip(CASES, ("er e es e", "en e es e", "em er em en", "en er en er"), strict=True))
_MIXED = dict(zip(CASES, ("er e es en", "en e es en", "en en en en", "en en en en"), strict=True))
_WEAK = dict(zip(CASES, ("e e e en", "en e e en", "en en en en", "en en en en"), strict=True))
_ENDINGS = {"weak": _WEAK, "mixed": _MIXED, "strong": _STRONG}
_CONTRACTED = {
    ("in", "dem"): "im", ("in", "das"): "ins", ("an", "dem"): "am", ("von", "dem"): "vom", ("zu", "dem"): "zum",
    ("zu", "der"): "zur", ("bei", "dem"): "beim", ("an", "das"): "ans",
}  # fmt: skip
RELATIVE = dict(zip(CASES, ("der die das die", "den die das die", "dem der dem denen", "dessen deren dessen deren"),
                    strict=True))  # fmt: skip
PERSONAL = dict(zip(CASES, ("er sie es sie", "ihn sie es sie", "ihm ihr ihm ihnen", "- - - -"), strict=True))


def cell(table: dict[str, str], case: str, gender: str, number: str) -> str:
    """Return one form of a table of four genders (the last: plural) by case, empty for a hyphen."""
    column = _COLUMNS.index("Plur" if number == "Plur" else gender)
    return table[case].split()[column].replace("-", "")


def article(lemma: str, case: str, gender: str, number: str) -> str:
    """Return a form of der, dieser, jeder, ein, kein, or of a possessive.

    >>> article("der", "Dat", "Fem", "Sing"), article("kein", "Acc", "Masc", "Sing")
    ('der', 'keinen')
    """
    if lemma == "der":
        return cell(_DEFINITE, case, gender, number)
    if lemma.endswith("er"):
        ending = cell(_STRONG, case, gender, number)
        return lemma[:-2] + ("es" if case == "Gen" and ending == "en" else ending)
    return lemma + cell(_INDEFINITE, case, gender, number)


def adjective(stem: str, kind: str, case: str, gender: str, number: str) -> str:
    """Return an adjective with its ending after der (weak), ein (mixed) or nothing (strong).

    >>> adjective("neu", "mixed", "Nom", "Neut", "Sing")
    'neues'
    """
    ending = cell(_ENDINGS[kind], case, gender, number)
    return stem + (ending[1:] if stem.endswith("e") else ending)


def contracted(preposition: str, form: str) -> str:
    """Return the contraction of a preposition and an article, empty where there is none."""
    return _CONTRACTED.get((preposition, form), "")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun; ``genitive`` and ``plural`` are whole forms, an empty plural: there is none."""

    lemma: str
    gender: str
    genitive: str
    plural: str
    weak: bool = False

    def form(self, case: str, number: str) -> str:
        """Return the form of a case and number."""
        if number == "Plur":
            return self.plural + ("n" if case == "Dat" and self.plural[-1] not in "ns" else "")
        if case == "Gen":
            return self.genitive
        return self.plural if self.weak and case != "Nom" else self.lemma


_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}


def read_noun(entry: str) -> Noun:
    """Read "Konzern m s e", "Vorstand m s Vorstände", "Konkurrent m w en" (weak), "Inflation f - -".

    Raises ValueError for anything else.
    """
    lemma, gender, genitive, plural = entry.split()
    many = {"-": "", "=": lemma}.get(plural, plural if plural[0].isupper() else lemma + plural)
    weak = genitive == "w"
    one = many if weak else lemma + genitive.replace("-", "")
    return Noun(lemma, _GENDERS[gender], one, many, weak)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's principal parts; ``particle`` stands apart from the finite verb of a main clause.

    All parts are those of the verb without particle.
    """

    infinitive: str
    present: str
    past: str
    participle: str
    particle: str = ""
    with_sein: bool = False

    @property
    def lemma(self) -> str:
        """The whole infinitive."""
        return self.particle + self.infinitive

    @property
    def stem(self) -> str:
        """The infinitive without its ending."""
        return self.infinitive[:-2] if self.infinitive.endswith("en") else self.infinitive[:-1]

    def finite(self, tense: str, mood: str, number: str) -> str:
        """Return the third person (without particle)."""
        if mood == "Sub" and tense == "Pres":
            return self.infinitive if number == "Plur" else self.stem + "e"
        if tense == "Pres":
            return self.infinitive if number == "Plur" else self.present
        if number == "Sing":
            return self.past
        return self.past + ("n" if self.past.endswith("e") else "en")

    def zu(self) -> str:
        """Return "abzustoßen" or "kaufen"."""
        return f"{self.particle}zu{self.infinitive}" if self.particle else self.infinitive


def read_verb(entry: str, parts: dict[str, str]) -> Verb:
    """Read "kaufen", "ver.kaufen" (no ge), "ab|stoßen" (separable); strong verbs are in ``parts``.

    ``parts`` gives present, preterite, participle and perhaps "sein" of the simple verb or of the whole one.
    """
    particle, _, rest = entry.rpartition("|")
    prefix, _, simple = rest.rpartition(".")
    given = parts.get(entry) or parts.get(rest) or parts.get(simple)
    if given is None:
        present, past, participle = _regular(simple)
        sein = False
    else:
        present, past, participle, *auxiliary = given.split()
        sein = bool(auxiliary)
    if prefix and not (rest in parts or entry in parts):
        present, past = prefix + present, prefix + past
        participle = prefix + participle.removeprefix("ge")
    return Verb(prefix + simple, present, past, particle + participle, particle, sein)


def _regular(infinitive: str) -> tuple[str, str, str]:
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn", "dm", "tm")) else ""
    perfect = "" if infinitive.endswith("ieren") else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{perfect}{stem}{link}t"
