"""Times, places, reasons and adverbs."""

from __future__ import annotations

from training.grammar.inflection import read_noun
from training.grammar.lexicon import entries
from training.grammar.phrases import Phrases
from training.grammar.words import Phrase, Word, adverb

_CASES = dict.fromkeys("in im am zum zur mit nach vor unter seit aus zu von bei ab auf".split(), "Dat")
_CASES |= dict.fromkeys("bis ohne per gegen für durch um".split(), "Acc") | {"trotz": "Gen"}
_CONTRACTIONS = {"im": "in", "ins": "in", "am": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei"}
_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}
_DETERMINERS = {"ein": "Ind", "dies": "Dem", "all": "Tot", "d": "Art", "viel": "Ind", "wenig": "Ind"}
#: prepositions of reasons with the classes and the case that they take
_REASONS = (
    ("wegen", "factor", "Gen"), ("angesichts", "factor", "Gen"), ("trotz", "factor", "Gen"), ("aufgrund", "law", "Gen"),
    ("nach", "deal", "Dat"), ("vor", "deal", "Dat"), ("bei", "deal", "Dat"),
    ("durch", "deal", "Acc"), ("infolge", "factor", "Gen"), ("während", "procedure", "Gen"),
    ("nach", "procedure", "Dat"), ("neben", "company", "Dat"), ("statt", "deal", "Gen"),
    ("dank", "deal", "Gen"), ("in", "field", "Dat"), ("im Zuge", "plan", "Gen"), ("im Streit um", "deal", "Acc"),
    ("im Rahmen", "plan", "Gen"), ("seit", "deal", "Dat"),
)  # fmt: skip


class Adverbials(Phrases):
    """Makes adverbials by chance."""

    def time(self, past: bool) -> Phrase:
        """Return a time."""
        draw = self.chance.random()
        if draw < 0.22:
            return self._dated("am", self.chance.choice(entries("adverbials", "weekdays")), "Masc")
        if draw < 0.34:
            return self._month(past)
        if draw < 0.47:
            return self._year(past)
        if draw < 0.55:
            return self._date()
        return self.fixed(self.chance.choice(entries("adverbials", "past" if past else "future")))

    def _dated(self, form: str, noun: str, gender: str, case: str = "Dat") -> Phrase:
        head = Word(noun, noun, "NOUN", {"Case": case, "Gender": gender, "Number": "Sing"})
        return Phrase(head, [_contraction(form, head), head], gender)

    def _month(self, past: bool) -> Phrase:
        month = self.chance.choice(entries("adverbials", "months"))
        phrase = self._dated("im", month, "Masc")
        if self.odds(0.2):
            phrase.after([self._year_of(phrase.head, past)])
        return phrase

    def _year_of(self, head: Word, past: bool) -> Word:
        year = str(self.chance.randint(2005, 2025) if past else self.chance.randint(2026, 2035))
        return Word(year, year, "NUM", {"NumType": "Card"}, head, "nmod")

    def _year(self, past: bool) -> Phrase:
        draw = self.chance.random()
        if draw < 0.35:
            year = self._year_of(Word("", "", ""), past)
            year.head = None
            return Phrase(year, [year])
        if draw < 0.6:
            phrase = self._dated("im", "Jahr", "Neut")
            phrase.after([self._year_of(phrase.head, past)])
            return phrase
        form, gender = self.chance.choice((("Ende", "Neut"), ("Anfang", "Masc"), ("Mitte", "Fem")))
        head = Word(form, form, "NOUN", {"Case": "Acc", "Gender": gender, "Number": "Sing"})
        if self.odds(0.5):
            return Phrase(head, [head, self._year_of(head, past)])
        month = self.chance.choice(entries("adverbials", "months"))
        feats = {"Case": "Acc", "Gender": "Masc", "Number": "Sing"}
        return Phrase(head, [head, Word(month, month, "NOUN", feats, head, "nmod")])

    def _date(self) -> Phrase:
        phrase = self._dated("am", self.chance.choice(entries("adverbials", "months")), "Masc")
        day = f"{self.chance.randint(1, 28)}."
        phrase.words.insert(1, Word(day, day, "ADJ", {**phrase.head.feats, "NumType": "Ord"}, phrase.head, "amod"))
        if self.odds(0.3):
            phrase.after([self._year_of(phrase.head, True)])
        return phrase

    def fixed(self, text: str) -> Phrase:
        """Return a phrase written as the lists write it."""
        parts = text.split()
        case = parts.pop() if parts[-1] in ("Acc", "Dat", "Gen") else _CASES[parts[0]]
        gender = _GENDERS[parts.pop()]
        noun = parts[-1]
        number = (
            "Plur"
            if noun in ("Tagen", "Monaten", "Auflagen", "Verhandlungen", "Ländern", "Angaben", "Widerstände")
            else "Sing"
        )
        lemma = _singular(noun) if number == "Plur" else noun
        head = Word(noun, lemma, "NOUN", {"Case": case, "Gender": gender, "Number": number})
        return Phrase(head, [*(self._part(p, head) for p in parts[:-1]), head], gender, number)

    def _part(self, part: str, head: Word) -> Word:
        lemma, plus, ending = part.partition("+")
        if not plus and part in _CONTRACTIONS:
            return _contraction(part, head)
        if part in ("der", "den"):
            return self.determiner("der", head, head.feats["Case"], head.feats["Gender"], head.feats["Number"]) \
                if part == "der" else _article(part, head)  # fmt: skip
        if not plus:
            return Word(part, part, "ADP", {}, head, "case")
        if lemma in _DETERMINERS and lemma != "viel" and lemma != "wenig":
            return _determiner(lemma, ending, head)
        return Word(lemma + ending, lemma, "ADJ", dict(head.feats), head, "amod")

    def reason(self, size: int) -> Phrase:
        """Return a prepositional adverbial with a noun of the field."""
        preposition, kind, case = self.chance.choice(_REASONS)
        if preposition == "im Zuge" or preposition == "im Rahmen":
            return self._outer("Zug" if preposition == "im Zuge" else "Rahmen", preposition.split()[1], kind)
        if preposition == "im Streit um":
            phrase = self._dated("im", "Streit", "Masc")
            self.attach(phrase, f"um {kind} {case}", size)
            return phrase
        made = self.make(kind, case, size)
        if case == "Gen" and not any(w.upos in ("DET", "ADJ") and w.head is made.head for w in made.words):
            made = self.noun(self.noun_of("factor"), "Gen", "Sing", "factor", "der")
        return self.prepositional(preposition, made)

    def noun_of(self, kind: str):  # type: ignore[no-untyped-def]
        """Return a noun of a class that has a singular genitive."""
        return read_noun(self.chance.choice([e for e in entries("nouns", kind) if e.split()[1] == "f"]))

    def _outer(self, lemma: str, form: str, kind: str) -> Phrase:
        phrase = self._dated("im", lemma, "Masc")
        phrase.head.form = form
        self.attach(phrase, f"Gen {kind}")
        return phrase

    def somewhere(self) -> Phrase:
        """Return "in Berlin"."""
        return self.prepositional("in", self.place("Dat"))

    def source(self) -> Phrase:
        """Return "laut Bloomberg", "nach Angaben von X", "Insidern zufolge"."""
        draw = self.chance.random()
        media = self.name("media", "Dat")
        if draw < 0.4:
            origin = media if self.odds(0.5) else self.make(self.chance.choice(("document", "company")), "Dat", 1)
            return self.prepositional("laut", origin)
        if draw < 0.65:
            head = Word("Angaben", "Angabe", "NOUN", {"Case": "Dat", "Gender": "Fem", "Number": "Plur"})
            phrase = Phrase(head, [Word("nach", "nach", "ADP", {}, head, "case"), head], "Fem", "Plur")
            self.attach(phrase, self.chance.choice(("Gen company", "Gen authority", "von person Dat")))
            return phrase
        if draw < 0.85:
            origin = media if self.odds(0.6) else self.make(self.chance.choice(("document", "person")), "Dat", 0)
            if origin.words[-1].form == ",":
                origin.words.pop()
            origin.after([Word("zufolge", "zufolge", "ADP", {}, origin.head, "case")])
            return origin
        noun = self.chance.choice(("Insider", "Kreise", "Medienberichte"))
        head = Word(*{"Insider": ("Insidern", "Insider"), "Kreise": ("Kreisen", "Kreis")}.get(
            noun, ("Medienberichten", "Medienbericht")), "NOUN",
            {"Case": "Dat", "Gender": "Masc", "Number": "Plur"})  # fmt: skip
        return Phrase(head, [head, Word("zufolge", "zufolge", "ADP", {}, head, "case")])

    def single(self, kind: str) -> Phrase:
        """Return an adverb of one of the lists."""
        form, _, tag = self.chance.choice(entries("adverbials", kind)).partition("/")
        word = adverb(form, upos=tag or "ADV")
        if tag == "PART":
            word.feats["Polarity"] = "Neg"
        if form in ("damit", "dagegen"):
            word.feats = {"PronType": "Dem"}
        return Phrase(word, [word])


def _contraction(form: str, head: Word) -> Word:
    feats = {k: head.feats[k] for k in ("Case", "Gender", "Number")}
    return Word(form, _CONTRACTIONS[form], "ADP", feats | {"Definite": "Def", "PronType": "Art"}, head, "case")


def _article(form: str, head: Word) -> Word:
    feats = {"Case": head.feats["Case"], "Number": head.feats["Number"], "Definite": "Def", "PronType": "Art"}
    return Word(form, "der", "DET", feats, head, "det")


def _determiner(lemma: str, ending: str, head: Word) -> Word:
    feats = {k: v for k, v in head.feats.items() if k != "Gender" or head.feats["Number"] == "Sing"}
    prontype = {"ein": "Art", "dies": "Dem", "all": "Tot", "d": "Art"}[lemma]
    feats |= {"PronType": prontype} | ({"Definite": "Ind" if lemma == "ein" else "Def"} if prontype == "Art" else {})
    whole = {"ein": "ein", "dies": "dieser", "all": "alle", "d": "der"}[lemma]
    return Word(lemma + ending, whole, "DET", feats, head, "det")


def _singular(plural: str) -> str:
    known = {"Tagen": "Tag", "Monaten": "Monat", "Ländern": "Land", "Widerstände": "Widerstand", "Angaben": "Angabe"}
    return known.get(plural) or plural[: -2 if plural.endswith("ungen") else -1]
