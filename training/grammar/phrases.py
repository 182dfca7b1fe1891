"""Noun phrases: names, posts, common nouns with attributes, amounts."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from training.grammar.inflection import Noun, adjective, article, contracted, read_noun
from training.grammar.lexicon import data, entries, nouns
from training.grammar.words import Phrase, Word, adverb, below, comma, mark

_NAME_CLASSES = {
    "company": "Company", "product": "Product", "place": "Place", "country": "Place", "authority": "Regulator",
    "index": "MarketIndex", "media": "MediaOutlet", "union": "Union", "organisation": "Organization",
    "legislation": "Legislation",
}  # fmt: skip
_PRONTYPES = {"der": "Art", "ein": "Art", "dieser": "Dem", "jeder": "Tot", "kein": "Neg", "sein": "Prs", "ihr": "Prs"}
_DEFINITE = {"der": "Def", "ein": "Ind"}
_NUMBER_WORDS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_CURRENCIES = ("Euro", "Euro", "Euro", "Dollar", "US-Dollar", "Franken", "Pfund", "Yen", "Yuan")
_SCALES = ("Millionen", "Milliarden", "Milliarden", "Mrd.", "Mio.")
_APPROXIMATE = ("rund", "knapp", "gut", "etwa", "fast", "circa", "mindestens", "rund", "knapp", "nur")
#: classes of nouns without possessives
_NOT_OWNED = frozenset(["field", "factor", "offence", "law", "authority", "person", "procedure", "staff"])
#: classes of nouns that have a genitive or a prepositional attribute now and then: preposition class case
_ATTRIBUTES = {
    "deal": ("zwischen pair Dat", "in Höhe von", "Gen company", "Gen unit", "Gen product", "Gen stake"),
    "plan": ("Gen company", "Gen authority", "für unit Acc", "für field Acc", "in place Dat"),
    "figure": ("Gen company", "Gen unit", "mit product Dat", "in country Dat"),
    "unit": ("Gen company", "in place Dat", "für product Acc", "Gen company"),
    "security": ("Gen company", "Gen company"),
    "law": ("für company Acc", "für product Acc", "gegen offence Acc"),
    "procedure": ("in Höhe von", "zwischen pair Dat", "gegen company Acc", "Gen authority", "wegen offence Gen"),
    "offence": ("gegen law Acc",),
    "factor": ("in country Dat", "um deal Acc", "Gen field"),
    "field": ("in country Dat", "für product Acc"),
    "person": ("Gen company", "von company Dat", "Gen authority"),
    "company": ("aus place Dat", "aus country Dat", "mit jobs Dat"),
    "product": ("Gen company", "für staff Acc", "aus country Dat"),
    "staff": ("Gen company", "in place Dat", "Gen unit"),
    "document": ("Gen authority", "über deal Acc", "von person Dat"),
    "office": ("Gen company", "von company Dat"),
    "job": ("in place Dat", "in unit Dat"),
    "stake": ("an company Dat",),
    "authority": (),
}  # fmt: skip


class Phrases:
    """Makes noun phrases by chance; ``owner`` is the possessive of the clause's subject."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.owner = ""

    def odds(self, share: float) -> bool:
        """Return True in this share of cases."""
        return self.chance.random() < share

    def make(self, kind: str, case: str, size: int = 2) -> Phrase:
        """Return a phrase of a class in a case; ``size`` limits how much hangs on it."""
        size = max(size, 0)
        special: dict[str, Callable[[str], Phrase]] = {
            "money": self.money,
            "percent": self.percent,
            "pair": self.pair,
            "percent_an": self.share,
            "stake_an": self.stake,
            "jobs": self.jobs,
            "job": self.jobs,
            "post": self.post,
            "place": self.place,
            "country": lambda c: self.name("country", c),
        }
        if kind in special:
            return special[kind](case)
        makers = {"company": self.company, "person": self.person, "authority": self.authority, "product": self.product}
        phrase = makers[kind](case, size) if kind in makers else self.common(kind, case, size)
        phrase.kind = kind
        return phrase

    # names

    def name(self, kind: str, case: str, genitive: bool = False) -> Phrase:
        """Return a bare name; with ``genitive`` it has an s where it can."""
        return self.spelled(self.chance.choice(entries("names", kind)), kind, case, genitive)

    def spelled(self, text: str, kind: str, case: str, genitive: bool = False, entity: str = "") -> Phrase:
        """Return the phrase of a name as the lists write it."""
        words = [_name_word(part, case) for part in text.split()]
        if genitive and not words[-1].form.endswith(("s", "x", "z", "ß")) and words[-1].upos == "PROPN":
            words[-1].form += "s"
        head = next((w for w in words if w.upos == "PROPN"), words[0])
        for word in words:
            if word is not head:
                below(word, head, "amod" if word.upos == "ADJ" else "flat")
        _set_entity(words, entity or _NAME_CLASSES[kind])
        return Phrase(head, words, "Neut", "Sing", kind, case)

    def person_name(self, case: str, gender: str, full: bool = True) -> Phrase:
        """Return first and last name, or the last name alone."""
        last = self.chance.choice(entries("names", "last"))
        if not full:
            last = last.replace("von/ADP der/DET ", "").replace("von/ADP ", "").replace("zu/ADP ", "")
        first = self.chance.choice(entries("names", "first_f" if gender == "Fem" else "first_m"))
        initial = f" {self.chance.choice('ABCDHJKLMPRST')}." if self.odds(0.06) else ""
        phrase = self.spelled(f"{first}{initial} {last}" if full else last, "person", case, entity="Person")
        phrase.gender, phrase.kind = gender, "person"
        return phrase

    def place(self, case: str) -> Phrase:
        """Return a town or a country."""
        return self.name("country" if self.odds(0.3) else "place", case)

    # companies

    def company(self, case: str, size: int) -> Phrase:
        """Return a company: by name, by noun, by both, or several."""
        draw = self.chance.random()
        if case == "Gen" and draw < 0.45:
            draw = 0.5
        if size and draw < 0.1:
            return self.several([self.company(case, 0) for _ in range(self.chance.choice((2, 2, 3)))], case)
        if draw < 0.47:
            return self._bare_company(case, size)
        if draw < 0.72:
            return self.noun_with_name(self.chance.choice(nouns("company")), "company", case, size)
        if draw < 0.8:
            return self._declined_company(case)
        if draw < 0.86:
            return self.hyphenated("company", case, size, named=self.odds(0.6))
        return self.common("company", case, size)

    def _bare_company(self, case: str, size: int) -> Phrase:
        phrase = self.name("company", case)
        phrase.gender = "Fem" if self.odds(0.3) else "Neut"
        if size and self.odds(0.06):
            self._bracketed_place(phrase)
        return phrase

    def _bracketed_place(self, phrase: Phrase) -> None:
        place = self.name("place", "Nom").hang(phrase.head, "appos")
        phrase.after([mark("(", place.head, joined=True), *place.words, mark(")", place.head)])

    def noun_with_name(self, noun: Noun, kind: str, case: str, size: int, name: Phrase | None = None) -> Phrase:
        """Return "der Chiphersteller Infineon aus Neubiberg"."""
        phrase = self.noun(noun, case, "Sing", kind, self._determiner(noun, "Sing", names=True))
        name = name or self.name("product" if kind == "product" else "company", case)
        name.hang(phrase.head, "appos")
        phrase.after(name.words)
        if kind == "company" and size and self.odds(0.15):
            self.attach(phrase, "aus place Dat")
        return phrase

    def _declined_company(self, case: str) -> Phrase:
        *parts, gender = self.chance.choice(entries("names", "declined_company")).split()
        noun = read_noun(f"{parts[-1]} {gender} - -")
        phrase = self.noun(noun, case, "Sing", "company", "der")
        phrase.head.upos, phrase.head.feats = "PROPN", {"Case": case, "Number": "Sing"}
        phrase.pattern = ""
        first = self._adjective_word(parts[0][:-1].lower(), "weak", case, noun.gender, "Sing")
        first.form = first.form.capitalize()
        phrase.words.insert(phrase.slot, below(first, phrase.head, "amod"))
        _set_entity(phrase.words[phrase.slot :], "Company")
        return phrase

    def hyphenated(self, kind: str, case: str, size: int, named: bool = False) -> Phrase:
        """Return "die Celonis-Tochter", or "SAP-Chef Christian Klein" if ``named``."""
        base = self.chance.choice([n for n in entries("names", "company") if n.isalpha()])
        noun = self.chance.choice(nouns(f"hyphen_{kind}"))
        plural = noun.plural and f"{base}-{noun.plural}"
        compound = Noun(f"{base}-{noun.lemma}", noun.gender, f"{base}-{noun.genitive}", plural, noun.weak)
        bare = named and kind == "person"
        phrase = self.noun(compound, case, "Sing", kind, "" if bare else "der")
        if bare:
            phrase.pattern = ""
        phrase.head.entity, phrase.head.compound = "B-Company", True
        if named:
            name = self.person_name(case, noun.gender) if kind == "person" else self.name("company", case)
            phrase.after(name.hang(phrase.head, "appos").words)
        return phrase

    # persons

    def person(self, case: str, size: int) -> Phrase:
        """Return a person by name, by post, or by both."""
        draw = self.chance.random()
        if draw < 0.22 and size:
            return self.hyphenated("person", case, size, named=self.odds(0.8))
        if draw < 0.5:
            return self._post_with_name(case, size)
        gender = self.chance.choice(("Masc", "Fem"))
        if draw < 0.65:
            return self.person_name(case, gender, full=self.odds(0.4))
        if draw < 0.8 and size:
            return self._name_with_post(case, gender)
        return self.common("person", case, size)

    def _post_with_name(self, case: str, size: int) -> Phrase:
        noun = self.chance.choice(nouns("person"))
        bare = self.odds(0.6)
        phrase = self.noun(noun, case, "Sing", "person", "" if bare else self._determiner(noun, "Sing", names=True))
        if bare:
            phrase.pattern = ""
        name = self.person_name(case, noun.gender)
        phrase.after(name.hang(phrase.head, "appos").words)
        if size and self.odds(0.2):
            self.attach(phrase, self.chance.choice(("von company Dat", "von authority Dat")))
        return phrase

    def _name_with_post(self, case: str, gender: str) -> Phrase:
        phrase = self.person_name(case, gender)
        noun = self.chance.choice([n for n in nouns("person") if n.gender == gender])
        post = self.noun(noun, "Nom", "Sing", "person", "")
        post.head.feats["Case"] = case
        self.attach(post, "von company Dat" if self.odds(0.6) else "Gen company")
        post.hang(phrase.head, "appos")
        phrase.after([comma(post.head), *post.words, comma(post.head)])
        return phrase

    def post(self, case: str) -> Phrase:
        """Return what somebody becomes: "Finanzvorstand", "neuen Chef"."""
        noun = self.chance.choice(nouns("person"))
        if case != "Dat":
            phrase = self.noun(noun, case, "Sing", "post", "")
            phrase.pattern = ""
            return phrase
        phrase = self.noun(noun, case, "Sing", "post", "der")
        if self.odds(0.4):
            self.attribute(phrase, self.chance.choice(("neu", "neu", "alleinig", "künftig")))
        if self.odds(0.25):
            self.attach(phrase, "Gen company")
        return phrase

    # authorities and products

    def authority(self, case: str, size: int) -> Phrase:
        """Return an authority, court or government."""
        draw = self.chance.random()
        if draw < 0.22:
            return self._named_authority("named_authority", case, "PROPN")
        if draw < 0.34:
            return self._named_authority("hyphen_authority", case, "NOUN")
        if draw < 0.42:
            return self._court(case)
        if draw < 0.6:
            return self.noun_with_name(self.chance.choice(nouns("authority")[:5]), "authority", case, size,
                                       self.name("authority", case))  # fmt: skip
        if draw < 0.66:
            union = self.name("union", case)
            return self.noun_with_name(read_noun("Gewerkschaft f - en"), "authority", case, 0, union)
        return self.common("authority", case, size)

    def _named_authority(self, kind: str, case: str, upos: str) -> Phrase:
        phrase = self.noun(self.chance.choice(nouns(kind)), case, "Sing", "authority", "der")
        if upos == "PROPN":
            phrase.head.upos, phrase.head.feats = upos, {"Case": case, "Number": "Sing"}
        regulator = phrase.head.lemma[-4:] in ("amt", "Fed", "afin", "EZB", "inma", "Weko", "ntur", "FDA")
        phrase.head.entity = "B-Regulator" if regulator else "B-GovernmentBody"
        phrase.pattern = ""
        return phrase

    def _court(self, case: str) -> Phrase:
        phrase = self._named_authority("court", case, "PROPN")
        place = self.chance.choice([p for p in entries("names", "place") if " " not in p][:16])
        town = below(_name_word(place, case), phrase.head, "flat")
        phrase.head.entity, town.entity = "B-GovernmentBody", "I-GovernmentBody"
        phrase.after([town])
        return phrase

    def product(self, case: str, size: int) -> Phrase:
        """Return a product by noun, with or without its name."""
        if self.odds(0.3):
            return self.noun_with_name(self.chance.choice(nouns("product")), "product", case, size)
        return self.common("product", case, size)

    # common nouns

    def common(self, kind: str, case: str, size: int) -> Phrase:
        """Return a common noun with determiner, adjectives and perhaps an attribute behind."""
        if kind in ("unit", "security") and self.odds(0.1):
            return self.hyphenated(kind, case, size)
        noun = self.chance.choice(nouns(kind))
        plural_share = {"staff": 0.9, "law": 0.5, "offence": 0.4, "factor": 0.2}.get(kind, 0.25)
        number = "Plur" if noun.plural and self.odds(plural_share) else "Sing"
        if kind == "staff" and noun.plural:
            number = "Plur"
        phrase = self.noun(
            noun, case, number, kind, self._determiner(noun, number, case=case, owned=kind not in _NOT_OWNED)
        )
        if self.odds(0.38):
            self.adjectives(phrase, kind)
        if number == "Plur" and phrase.slot == 0 and self.odds(0.15):
            self._counted(phrase)
        attributes = _ATTRIBUTES.get(kind, ())
        if size and attributes and self.odds(0.4):
            self.attach(phrase, self.chance.choice(attributes), size - 1)
        return phrase

    def _counted(self, phrase: Phrase) -> None:
        number = self.chance.choice((*_NUMBER_WORDS, str(self.chance.randint(13, 90))))
        phrase.words.insert(0, below(_number(number), phrase.head, "nummod"))
        phrase.slot = 1

    def _determiner(self, noun: Noun, number: str, names: bool = False, case: str = "Nom", owned: bool = True) -> str:
        if self.owner and owned and self.odds(0.14):
            return self.owner
        if names:
            return "ein" if self.odds(0.015) else "der"
        draw = self.chance.random()
        if number == "Plur":
            if case == "Gen":
                return "der"
            return "der" if draw < 0.55 else "dieser" if draw < 0.58 else "kein" if draw < 0.583 else ""
        if not noun.plural:
            return "dieser" if draw < 0.04 else "der"
        return "ein" if draw < 0.27 else "dieser" if draw < 0.3 else "kein" if draw < 0.305 else "der"

    def noun(self, noun: Noun, case: str, number: str, kind: str, determiner: str) -> Phrase:
        """Return a noun with its determiner ("" for none)."""
        feats = {"Case": case, "Gender": noun.gender, "Number": number}
        head = Word(noun.form(case, number), noun.lemma, "NOUN", feats)
        words = [head]
        if determiner:
            words.insert(0, self.determiner(determiner, head, case, noun.gender, number))
        weak = determiner.endswith("er")
        pattern = "weak" if weak else "mixed" if determiner else "strong"
        if determiner == "ihr":
            pattern = "mixed"
        return Phrase(head, words, noun.gender, number, kind, case, pattern, len(words) - 1)

    def determiner(self, lemma: str, head: Word, case: str, gender: str, number: str) -> Word:
        """Return an article, a possessive or a demonstrative of a noun."""
        feats = {"Case": case, "Number": number, "PronType": _PRONTYPES[lemma]}
        if number == "Sing":
            feats["Gender"] = gender
        if lemma in _DEFINITE:
            feats["Definite"] = _DEFINITE[lemma]
        possessive = lemma in ("sein", "ihr")
        if possessive:
            feats |= {"Poss": "Yes", "Person": "3"}
        stem = "dieser" if lemma == "dieser" else lemma
        form = lemma + article("ein", case, gender, number)[3:] if possessive else article(stem, case, gender, number)
        return Word(form, lemma, "DET", feats, head, "det:poss" if possessive else "det")

    def adjectives(self, phrase: Phrase, kind: str) -> None:
        """Put one adjective, sometimes two or the adjective of a town, before the noun."""
        if not phrase.pattern:
            return
        if kind in ("company", "authority") and self.odds(0.25):
            form = self.chance.choice(entries("names", "city_adjective"))
            feats = {"Case": phrase.case, "Gender": phrase.gender, "Number": phrase.number}
            phrase.words.insert(phrase.slot, Word(form, form, "ADJ", feats, phrase.head, "amod"))
        elif kind in data("adjectives"):
            self.attribute(phrase, self.chance.choice(entries("adjectives", kind)))

    def attribute(self, phrase: Phrase, entry: str, before: Sequence[Word] = ()) -> Word:
        """Put one adjective before the noun and return it; ``before`` are words of its own."""
        lemma, *stem = entry.split()
        feats_of = (phrase.pattern, phrase.case, phrase.gender, phrase.number)
        word = self._adjective_word(lemma, *feats_of, stem=stem[0] if stem else "")
        below(word, phrase.head, "amod")
        phrase.words[phrase.slot : phrase.slot] = [*before, word]
        return word

    def _adjective_word(self, lemma: str, pattern: str, case: str, gender: str, number: str, stem: str = "") -> Word:
        if lemma.endswith(("euer", "bel")):
            stem = stem or lemma[:-2] + lemma[-1]
        stem = stem or lemma
        form = adjective(stem, pattern, case, gender, number)
        return Word(form, lemma, "ADJ", {"Case": case, "Gender": gender, "Number": number})

    # attributes behind, prepositions, coordination

    def attach(self, phrase: Phrase, spec: str, size: int = 0) -> None:
        """Hang an attribute behind a noun: "Gen company", "aus place Dat"."""
        first, *rest = spec.split()
        if first == "Gen" and any(w.deprel == "det:poss" for w in phrase.words):
            return
        if spec == "in Höhe von":
            attribute = self._in_the_amount()
        elif first == "Gen":
            attribute = self._genitive(rest[0], size)
        else:
            attribute = self.prepositional(first, self.make(rest[0], rest[1], size))
        attribute.hang(phrase.head, "nmod")
        phrase.after(attribute.words)

    def _in_the_amount(self) -> Phrase:
        noun = self.chance.choice(("Höhe f - n", "Wert m es e", "Umfang m s -"))
        phrase = self.noun(read_noun(noun), "Dat", "Sing", "", "" if noun.startswith("Höhe") else "der")
        case = self.prepositional("in", phrase)
        self.attach(case, "von money Dat")
        return case

    def pair(self, case: str) -> Phrase:
        """Return two companies."""
        return self.several([self.company(case, 0) for _ in range(2)], case, "und")

    def _genitive(self, kind: str, size: int) -> Phrase:
        phrase = self.make(kind, "Gen", size)
        shows = any(w.upos in ("DET", "ADJ") and w.head is phrase.head for w in phrase.words)
        if shows or (kind in ("staff",) and phrase.number == "Sing"):
            return phrase
        return self.prepositional("von", self.make(kind, "Dat", size))

    def prepositional(self, preposition: str, phrase: Phrase) -> Phrase:
        """Put a preposition before a phrase, contracted with an article where that is usual."""
        first = phrase.words[0]
        form = contracted(preposition, first.form) if first.upos == "DET" and first.lemma == "der" else ""
        if form in ("ins", "ans") and self.odds(0.4):
            form = ""
        head = first.head if form and first.head else phrase.head
        case = Word(form or preposition, preposition, "ADP", dict(first.feats) if form else {}, head, "case")
        phrase.words[: 1 if form else 0] = [case]
        if not form:
            phrase.slot += 1
        return phrase

    def several(self, phrases: Sequence[Phrase], case: str, conjunction: str = "") -> Phrase:
        """Join phrases by commas and a conjunction; "sowohl" gives "sowohl … als auch"."""
        first, *others = phrases
        joint = Phrase(first.head, first.words, first.gender, "Plur", first.kind, case)
        if conjunction in ("sowohl", "nicht nur", "weder"):
            return self._correlative(joint, others[0], conjunction)
        for other in others:
            other.hang(first.head, "conj")
            last = other is others[-1]
            link = adverb(conjunction or self.chance.choice(("und", "und", "und", "sowie")), other.head, "CCONJ", "cc")
            joint.after([link if last else comma(other.head), *other.words])
        return joint

    def _correlative(self, joint: Phrase, other: Phrase, conjunction: str) -> Phrase:
        opening, closing = {
            "sowohl": (["sowohl"], ["als", "auch"]),
            "nicht nur": (["nicht", "nur"], ["sondern", "auch"]),
            "weder": (["weder"], ["noch"]),
        }[conjunction]
        other.hang(joint.head, "conj")
        joint.before([_correlator(w, joint.head) for w in opening])
        pause = [comma(other.head)] if conjunction == "nicht nur" else []
        joint.after([*pause, *(_correlator(w, other.head) for w in closing), *other.words])
        return joint

    # amounts

    def _figure(self) -> str:
        draw = self.chance.random()
        if draw < 0.25:
            return self.chance.choice(_NUMBER_WORDS)
        if draw < 0.6:
            return f"{self.chance.randint(1, 49)},{self.chance.randint(1, 9)}"
        return str(self.chance.randint(2, 950))

    def counted(self, head: Word, figure: str = "") -> list[Word]:
        """Return a number for a word, with "rund", "mehr als" before it now and then."""
        number = below(_number(figure or self._figure()), head, "nummod")
        draw = self.chance.random()
        if draw < 0.3:
            return [adverb(self.chance.choice(_APPROXIMATE), number), number]
        if draw < 0.36:
            more = adverb(self.chance.choice(("mehr", "weniger")), number)
            return [more, adverb("als", more, "ADP", "fixed"), number]
        return [number]

    def money(self, case: str) -> Phrase:
        """Return an amount of money."""
        currency = self.chance.choice(_CURRENCIES)
        head = Word(currency, currency, "NOUN", {"Case": case, "Gender": "Masc", "Number": "Plur"})
        if currency == "Pfund":
            head.feats["Gender"] = "Neut"
        if self.odds(0.2):
            words = [*self.counted(head, self._price()), head]
        else:
            scale = self.chance.choice(_SCALES)
            feats = {"Case": case, "Gender": "Fem", "Number": "Plur"}
            lemma = scale.removesuffix("n") if scale.endswith("n") else scale
            unit = Word(scale, lemma.replace("Millione", "Million"), "NOUN", feats, head, "nummod")
            words = [*self.counted(unit), unit, head]
        return Phrase(head, words, "Masc", "Plur", "money", case)

    def _rate(self) -> str:
        draw = self.chance.random()
        if draw < 0.2:
            return self.chance.choice(_NUMBER_WORDS)
        return (
            f"{self.chance.randint(0, 60)},{self.chance.randint(1, 9)}"
            if draw < 0.6
            else str(self.chance.randint(2, 95))
        )

    def _price(self) -> str:
        whole = self.chance.randint(2, 480)
        return f"{whole},{self.chance.randint(10, 99)}" if self.odds(0.4) else str(whole)

    def stake(self, case: str) -> Phrase:
        """Return "ein Aktienpaket an X"."""
        phrase = self.common("stake", case, 0)
        self.attach(phrase, "an company Dat")
        return phrase

    def percent(self, case: str) -> Phrase:
        """Return "4,2 Prozent" or "ein Drittel"."""
        if self.odds(0.12):
            noun = read_noun(self.chance.choice(("Drittel n s =", "Viertel n s =", "Fünftel n s =")))
            return self.noun(noun, case, "Sing", "percent", "ein")
        head = Word("Prozent", "Prozent", "NOUN", {"Gender": "Neut"})
        return Phrase(head, [*self.counted(head, self._rate()), head], "Neut", "Plur", "percent", case)

    def share(self, case: str) -> Phrase:
        """Return "49 Prozent an X", "die Hälfte der Anteile"."""
        if self.odds(0.3):
            half = read_noun("Hälfte f - n")
            phrase = self.noun(half, case, "Sing", "stake", "der")
            self.attach(phrase, "Gen stake")
            return phrase
        phrase = self.percent(case)
        self.attach(phrase, self.chance.choice(("an company Dat", "an company Dat", "Gen stake")))
        return phrase

    def jobs(self, case: str) -> Phrase:
        """Return "rund 3.900 Stellen"."""
        noun = self.chance.choice(nouns("job"))
        phrase = self.noun(noun, case, "Plur", "job", "")
        phrase.before(self.counted(phrase.head, self._headcount()))
        phrase.slot = len(phrase.words) - 1
        if self.odds(0.2):
            self.attribute(phrase, self.chance.choice(entries("adjectives", "job")))
        return phrase

    def _headcount(self) -> str:
        count = self.chance.choice((self.chance.randint(20, 990), 100 * self.chance.randint(10, 400)))
        return f"{count:,}".replace(",", ".")


def _correlator(form: str, head: Word) -> Word:
    upos = {"nicht": "PART", "nur": "ADV", "auch": "ADV"}.get(form, "CCONJ")
    word = adverb(form, head, upos, "cc")
    if form == "nicht":
        word.feats["Polarity"] = "Neg"
    return word


def _name_word(part: str, case: str) -> Word:
    form, _, tag = part.partition("/")
    if tag == "NUM":
        return Word(form, form, "NUM", {"NumType": "Card"})
    if tag in ("ADP", "DET"):
        return Word(form, form, tag)
    feats = {"Case": case, "Number": "Sing"}
    return Word(form, form, tag or "PROPN", feats)


def _number(form: str) -> Word:
    return Word(form, form, "NUM", {"NumType": "Card"})


def _set_entity(words: Sequence[Word], kind: str) -> None:
    for i, word in enumerate(words):
        word.entity = f"{'I' if i else 'B'}-{kind}"
