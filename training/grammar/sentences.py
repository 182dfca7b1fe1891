"""Whole sentences: one function a kind, chosen by weight."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from training.conllu import Sentence, Token
from training.grammar.clauses import Clause, Clauses, Slot
from training.grammar.inflection import Verb, read_noun, read_verb
from training.grammar.lexicon import Frame, data, entries, nouns, verb
from training.grammar.verbs import MODALS, Manner, copula, finite_auxiliary, finite_features, zu_infinitive
from training.grammar.words import Phrase, Word, adverb, below, comma, mark, prefer_verb, sentence

#: shortest and longest sentence in words
SHORTEST, LONGEST = 4, 42
_SPEECH = (
    "sagen",
    "sagen",
    "er.klären",
    "mit|teilen",
    "be.richten",
    "betonen",
    "er.läutern",
    "melden",
    "schreiben",
    "kritisieren",
)
_AS_SAID = (
    "berichten_",
    "mit|teilen",
    "er.fahren_",
    "schreiben",
    "melden",
    "an|kündigen",
    "bestätigen",
    "betonen",
    "be.richten",
)
_CAUSES = (
    "weil",
    "da",
    "obwohl",
    "während",
    "wenn",
    "falls",
    "sofern",
    "sobald",
    "nachdem",
    "nachdem",
    "nachdem",
    "bevor",
    "solange",
    "als",
    "seit",
)
_BEHIND = ("sodass", "damit", "indem")
#: names that the tokenizer joins with a final period
_MERGED = re.compile(r"(?:[a-z\d&\s-][A-Z]|&\w|\b\d{1,2}|Cie)\.$")
Words = tuple[list[Word], str]


def sentences(chance: random.Random, count: int) -> Iterator[Sentence]:
    """Yield sentences with their trees; the same state of ``chance`` gives the same sentences."""
    for _ in range(count):
        yield one(chance)


def one(chance: random.Random) -> Sentence:
    """Return one sentence of a length as in the news."""
    while True:
        clauses = Clauses(chance)
        kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        words, end = kind(clauses)
        made = sentence(prefer_verb(words), end)
        if SHORTEST <= len(made.tokens) <= LONGEST and _readable(made):
            return made


def _readable(made: Sentence) -> bool:
    """Whether names and numbers are apart from one another, and a final period from the name before."""
    if _MERGED.search(made.text):
        return False
    return not any(_same_kind(first, second) for first, second in pairwise(made.tokens))


def _same_kind(first: Token, second: Token) -> bool:
    if first.upos == "NUM" and second.upos == "NUM":
        return "Entity" not in first.misc and "Entity" not in second.misc
    names = "Entity" in first.misc and second.misc.get("Entity", "").startswith("B-")
    return names and first.upos in ("PROPN", "NUM") and second.upos == "PROPN"


# main clauses


def _clause(c: Clauses, size: int = 2, manner: Manner | None = None, subject: str = "", **options: int) -> Clause:
    frame = c.frame(subject=subject)
    assert frame is not None
    return c.fill(frame, manner or c.manner(frame), size, **options)  # type: ignore[arg-type]


def _simple(word: Verb) -> Frame:
    """Return the frame of a verb that takes nothing but a subject."""
    return Frame(word, ("company", "person", "authority"), (), (), "", (), "", False)


def plain(c: Clauses) -> Words:
    """Return one main clause."""
    return c.main(_clause(c)), "."


def with_clause(c: Clauses) -> Words:
    """Return a main clause with an adverbial clause before or behind it."""
    conjunction = c.chance.choice((*_CAUSES, *_BEHIND))
    other = _clause(c, 1, _manner_after(c, conjunction), adverbials=c.chance.choice((0, 1, 1)))
    past = conjunction in ("nachdem", "als", "bevor")
    main = _clause(c, 1, Manner("preterite") if past else None)
    words = c.final(other)
    assert other.head is not None
    link = Word(conjunction, conjunction, "SCONJ", {}, other.head, "mark")
    if conjunction in _BEHIND or c.odds(0.5):
        ordered = c.main(main)
        result = [*ordered, comma(other.head), link, *words]
    else:
        result = [link, *words, comma(other.head), *c.inverted(main)]
    assert main.head is not None
    below(other.head, main.head, "advcl")
    return result, "."


def _manner_after(c: Clauses, conjunction: str) -> Manner | None:
    if conjunction == "nachdem":
        return Manner("pluperfect")
    return Manner("preterite") if conjunction in ("als", "bevor") else None


def conditional(c: Clauses) -> Words:
    """Return "Stimmt die Behörde zu, will X …": a condition with the verb in front."""
    other = _clause(c, 1, Manner("present", c.chance.choice(("", "sollen"))), adverbials=0)
    if other.manner.modal:
        other.manner = Manner("present", "sollen", irreal=True)
    main = _clause(c, 1, Manner("present", c.chance.choice(("", "wollen", "müssen", "können"))))
    words, rest = c.inverted(other), c.inverted(main)
    assert other.head is not None and main.head is not None
    below(other.head, main.head, "advcl")
    return [*words, comma(other.head), *rest], "."


def question(c: Clauses) -> Words:
    """Return a question with the verb in front."""
    return c.inverted(_clause(c, 1)), "?"


def fronted_verb(c: Clauses) -> Words:
    """Return "Trennen will sich X von Y": the infinitive or participle in front."""
    frame = c.frame()
    while frame is None or frame.idioms:
        frame = c.frame()
    passive = "event" if frame.passive and c.odds(0.5) else ""
    time = c.chance.choice(("present", "preterite"))
    modal = c.chance.choice(MODALS[:2]) if not passive or c.odds(0.4) else ""
    clause = c.fill(frame, Manner(time, modal, passive), 2)
    verb_group = clause.group(final=False)
    assert verb_group.finite is not None
    ahead, rest = _taken_along(c, clause)
    return [*ahead, *verb_group.tail, verb_group.finite, *c.middle(clause, rest)], "."


def _taken_along(c: Clauses, clause: Clause) -> tuple[list[Word], list[Slot]]:
    """Take a complement to the front with the verb, now and then."""
    last = clause.slots[-1]
    along = next((s for s in clause.slots if s.role == "complement"), None)
    if along and c.odds(0.35) and last:
        return along.phrase.words, [s for s in clause.slots if s is not along]
    return [], clause.slots


def verbs_joined(c: Clauses) -> Words:
    """Return two verb phrases with one subject."""
    frame = c.frame(subject="company")
    assert frame is not None
    manner = Manner(c.chance.choice(("present", "preterite", "perfect")), c.chance.choice(("", "", "wollen", "müssen")))
    if manner.time == "perfect":
        manner = Manner("perfect")
    subject = c.decorated(c.make(c.chance.choice(("company", "company", "authority")), "Nom", 1), 2, subject=True)
    clause = c.fill(frame, manner, 1, subject=subject)
    first_slot = next(s for s in clause.slots if s.role == "subject")
    words = c.main(clause, first_slot if c.odds(0.7) else None)
    other = _second(c, frame, manner, subject)
    assert clause.head is not None and other.head is not None
    below(other.head, clause.head, "conj")
    link = Word("und", "und", "CCONJ", {}, other.head, "cc")
    return [*words, link, *other.after], "."


def _second(c: Clauses, like: Frame, manner: Manner, subject: Phrase) -> Clause:
    """Return a second verb phrase of the same subject; its words are in ``after``."""
    while True:
        frame = c.frame(subject="company")
        assert frame is not None
        if frame.verb.with_sein == like.verb.with_sein and frame.verb is not like.verb:
            break
    c.owner = "sein" if subject.number == "Sing" and subject.gender != "Fem" else "ihr"
    clause = c.fill(frame, manner, 1, subject=subject, adverbials=c.chance.choice((0, 1)))
    clause.slots = [s for s in clause.slots if s.role != "subject"]
    subject_head = subject.head.head
    relation = subject.head.deprel
    made = clause.group(final=False)
    subject.head.head, subject.head.deprel = subject_head, relation
    middle = c.middle(clause, clause.slots)
    shared = made.finite is not made.head
    clause.after = [*middle, made.head] if shared else [made.head, *middle, *made.tail]
    clause.head = made.head
    return clause


def clauses_joined(c: Clauses) -> Words:
    """Return two main clauses, with or without conjunction."""
    left, right = _clause(c, 1, adverbials=1), _clause(c, 1, adverbials=1)
    words, others = c.main(left), c.main(right)
    assert left.head is not None and right.head is not None
    form = c.chance.choice(("und", "und", "aber", "doch", "denn", "", ":"))
    below(right.head, left.head, "conj" if form.isalpha() else "parataxis")
    if form == ":":
        return [*words, mark(":", left.head), *others], "."
    link = [Word(form, form, "CCONJ", {}, right.head, "cc")] if form else []
    pause = [] if form == "und" else [comma(right.head)]
    return [*words, *pause, *link, *others], "."


# speech


def _speaker(c: Clauses, size: int = 1) -> Phrase:
    return c.make(c.chance.choice(("person", "person", "company", "authority", "authority")), "Nom", size)


def _saying(c: Clauses, entry: str, time: str = "preterite", size: int = 1) -> Clause:
    frame = _simple(verb(entry))
    count = c.chance.choice((0, 0, 1, 1, 2))
    clause = c.fill(frame, Manner(time), 1, subject=_speaker(c, size), adverbials=count)
    clause.slots = [s for s in clause.slots if s.role in ("subject", "time", "place")]
    return clause


def _told(c: Clauses) -> Manner:
    time = c.chance.choice(("present", "preterite", "future"))
    return Manner(
        time, "" if time != "present" else c.chance.choice(("", "", "wollen", "können", "müssen")), reported=True
    )


def told_before(c: Clauses) -> Words:
    """Return "X habe …, sagte Y"."""
    told = _clause(c, 1, _told(c))
    words = c.main(told)
    saying = _saying(c, c.chance.choice(_SPEECH), c.chance.choice(("preterite", "present", "preterite")))
    rest = c.inverted(saying)
    assert told.head is not None and saying.head is not None
    below(told.head, saying.head, "ccomp")
    if c.odds(0.2):
        return [mark("„", told.head, joined=True), *words, mark("“", told.head), comma(told.head), *rest], "."
    return [*words, comma(told.head), *rest], "."


def told_behind(c: Clauses) -> Words:
    """Return "X sagte, Y habe …" or "X sagte, dass Y …"."""
    frame = c.frame(subject="company", clause="dass")
    assert frame is not None
    main = c.fill(frame, c.manner(frame), 1, adverbials=c.chance.choice((0, 1, 1)))
    with_dass = c.odds(0.6)
    told = _clause(c, 1, None if with_dass and c.odds(0.5) else _told(c))
    words = c.final(told) if with_dass else c.main(told)
    assert told.head is not None
    link = [Word("dass", "dass", "SCONJ", {}, told.head, "mark")] if with_dass else []
    main.after = [comma(told.head), *link, *words]
    result = c.main(main)
    assert main.head is not None
    below(told.head, main.head, "ccomp")
    return result, "."


#: verbs with the adverb that stands for a clause with dass
_CORRELATES = (
    ("pochen", "darauf"), ("rechnen", "damit"), ("warnen", "davor"), ("ver.weisen", "darauf"), ("hoffen", "darauf"),
    ("aus|gehen", "davon"), ("drängen", "darauf"), ("profitieren", "davon"), ("leiden", "darunter"),
)  # fmt: skip


def correlated(c: Clauses) -> Words:
    """Return "X pocht darauf, dass Y …": the clause hangs on the adverb."""
    entry, form = c.chance.choice(_CORRELATES)
    told = _clause(c, 1)
    words = c.final(told)
    assert told.head is not None
    word = adverb(form)
    word.feats = {"PronType": "Dem"}
    below(told.head, word, "acl")
    main = c.fill(_simple(verb(entry)), Manner(c.chance.choice(("present", "preterite", "perfect"))), 1, adverbials=1)
    main.slots.append(Slot(Phrase(word, [word]), "advmod", 6, 0, "correlate"))
    main.after = [comma(told.head), Word("dass", "dass", "SCONJ", {}, told.head, "mark"), *words]
    return c.main(main), "."


def whether(c: Clauses) -> Words:
    """Return "Unklar ist, ob …" or "X prüft, ob …"."""
    told = _clause(c, 1)
    words = c.final(told)
    assert told.head is not None
    link = Word("ob", "ob", "SCONJ", {}, told.head, "mark")
    frame = _simple(verb(c.chance.choice(("prüfen", "unter.suchen", "er.klären", "ent.scheiden"))))
    main = c.fill(frame, c.manner(frame), 1, subject=_speaker(c), adverbials=1)
    main.after = [comma(told.head), link, *words]
    result = c.main(main)
    assert main.head is not None
    below(told.head, main.head, "ccomp")
    return result, "."


def so_said(c: Clauses) -> Words:
    """Return "…, so X"."""
    told = _clause(c, 1, _told(c))
    words = c.main(told)
    speaker = _speaker(c)
    assert told.head is not None
    speaker.hang(told.head, "parataxis")
    if c.odds(0.2):
        c.attach(speaker, c.chance.choice(("in document Dat", "gegenüber authority Dat")))
    return [*words, comma(speaker.head), adverb("so", speaker.head), *speaker.words], "."


def as_said(c: Clauses) -> Words:
    """Return "…, wie X berichtete"."""
    main = _clause(c, 1)
    words = c.main(main)
    entry = c.chance.choice([e for e in _AS_SAID if not e.endswith("_")])
    saying = _saying(c, entry, c.chance.choice(("preterite", "present")))
    if c.odds(0.4):
        media = c.name("media", "Nom")
        saying.slots = [Slot(media, "nsubj", 0, 5, "subject"), *[s for s in saying.slots if s.role != "subject"]]
        saying.number = "Sing"
    rest = c.final(saying)
    assert main.head is not None and saying.head is not None
    below(saying.head, main.head, "advcl")
    return [*words, comma(saying.head), Word("wie", "wie", "SCONJ", {}, saying.head, "mark"), *rest], "."


def it_says(c: Clauses) -> Words:
    """Return "…, heißt es in einem Bericht"."""
    told = _clause(c, 1, _told(c))
    words = c.main(told)
    assert told.head is not None
    form, tense = c.chance.choice((("heißt", "Pres"), ("hieß", "Past")))
    feats = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": tense, "VerbForm": "Fin"}
    says = Word(form, "heißen", "VERB", feats)
    below(told.head, says, "ccomp")
    place = c.prepositional(
        *c.chance.choice((("in", c.make("document", "Dat", 1)), ("bei", c.make("company", "Dat", 1))))
    )
    place.hang(says, "obl")
    return [*words, comma(told.head), says, _it(says, "expl"), *place.words], "."


def _it(head: Word, relation: str) -> Word:
    feats = {"Case": "Nom", "Gender": "Neut", "Number": "Sing", "Person": "3", "PronType": "Prs"}
    return Word("es", "es", "PRON", feats, head, relation)


# infinitives


def planning(c: Clauses) -> Words:
    """Return "X plant, Y zu kaufen"."""
    frame = c.frame(subject="company", clause="zu")
    assert frame is not None
    main = c.fill(frame, c.manner(frame), 1, adverbials=c.chance.choice((0, 1, 1)))
    inner = c.frame(subject="company")
    assert inner is not None
    head, words = c.infinitive(inner, 1)
    main.after = [comma(head), *words]
    result = c.main(main)
    assert main.head is not None
    below(head, main.head, "xcomp")
    return result, "."


def purpose(c: Clauses) -> Words:
    """Return a main clause with "um … zu", "ohne … zu" or "statt … zu"."""
    main = _clause(c, 1, subject="company")
    inner = c.frame(subject="company")
    assert inner is not None
    head, words = c.infinitive(inner, 1)
    form = c.chance.choice(("um", "um", "um", "ohne", "statt"))
    link = Word(form, form, "SCONJ", {}, head, "mark")
    if c.odds(0.35):
        result = [link, *words, comma(head), *c.inverted(main)]
    else:
        result = [*c.main(main), comma(head), link, *words]
    assert main.head is not None
    below(head, main.head, "advcl")
    return result, "."


def of_a_plan(c: Clauses) -> Words:
    """Return "Der Plan, Y zu kaufen, …": a noun with its infinitive."""
    noun = c.chance.choice(
        (
            "Plan m s Pläne",
            "Versuch m s e",
            "Vorhaben n s =",
            "Entscheidung f - en",
            "Vorschlag m s Vorschläge",
            "Absicht f - en",
        )
    )
    phrase = c.noun(read_noun(noun), "Nom", "Sing", "plan", "der")
    inner = c.frame(subject="company")
    frame = c.frame(subject="plan")
    assert inner is not None and frame is not None
    head, words = c.infinitive(inner, 1)
    below(head, phrase.head, "acl")
    if c.odds(0.5):
        c.attach(phrase, "Gen company")
    phrase.after([comma(head), *words, comma(head)])
    return c.main(
        c.fill(frame, Manner(c.chance.choice(("present", "preterite"))), 1, subject=phrase, adverbials=1)
    ), "."


def letting(c: Clauses) -> Words:
    """Return "X lässt Y prüfen"."""
    while True:
        inner = c.frame(subject="company")
        if inner and inner.object and not inner.reflexive and not inner.dative and inner.verb.participle:
            break
    frame = _simple(verb("lassen"))
    main = c.fill(frame, Manner(c.chance.choice(("present", "preterite"))), 1, adverbials=c.chance.choice((0, 1, 2)))
    filled = c.fill(inner, Manner("future"), 1, adverbials=0)
    head = Word(inner.verb.lemma, inner.verb.lemma, "VERB", {"VerbForm": "Inf"})
    slots = [s for s in filled.slots if s.role != "subject"]
    for slot in slots:
        slot.phrase.hang(head, slot.relation)
    main.after = [*c.middle(filled, slots), head]
    result = c.main(main)
    assert main.head is not None
    below(head, main.head, "xcomp")
    return result, "."


def to_be_done(c: Clauses) -> Words:
    """Return "X ist … zu erwarten" or "X hat … zu zahlen"."""
    while True:
        frame = c.frame(subject="company")
        if frame and frame.object and frame.passive:
            break
    passive = c.odds(0.5)
    manner = Manner(c.chance.choice(("present", "preterite")))
    filled = c.fill(frame, Manner(manner.time, "", "event" if passive else ""), 1)
    filled.slots = [s for s in filled.slots if s.role != "agent"]

    lemma = "sein" if passive else "haben"
    form, mood, tense = finite_auxiliary(lemma, manner, filled.number)
    if lemma == "haben" and manner.time == "preterite":
        form, tense = ("hatten" if filled.number == "Plur" else "hatte"), "Past"
    head, words = zu_infinitive(frame.verb)
    finite = Word(form, lemma, "AUX", finite_features(mood, tense, filled.number), head, "aux")
    for slot in filled.slots:
        slot.phrase.hang(head, "nsubj" if slot.role == "subject" else slot.relation)
    front = c.front(filled)
    rest = c.middle(filled, [s for s in filled.slots if s is not front])
    return [*front.phrase.words, finite, *rest, *words], "."


# copulas and complements


def _superlative(c: Clauses, case: str) -> Phrase:
    noun = c.chance.choice([n for n in nouns("company") if n.lemma not in ("Branchenprimus",)])
    phrase = c.noun(noun, case, "Sing", "company", "der")
    lemma = c.chance.choice(entries("adjectives", "superlative"))
    stem, base = lemma.split()
    word = c.attribute(phrase, f"{base} {stem}")
    if not base.startswith(("führend", "zweit")):
        word.feats["Degree"] = "Sup"
    phrase.after([])
    c.attach(phrase, c.chance.choice(("in country Dat", "aus country Dat", "Gen field")))
    return phrase


def being(c: Clauses) -> Words:
    """Return a sentence with sein and a predicate."""
    manner = Manner(c.chance.choice(("present", "present", "preterite")))
    subject = c.decorated(
        c.make(c.chance.choice(("company", "company", "person", "deal", "plan", "product")), "Nom", 1), 2, subject=True
    )
    predicate = _predicate(c, subject)
    finite = below(copula(manner, subject.number), predicate.head, "cop")
    subject.hang(predicate.head, "nsubj")
    extra = c.some_adverbials(manner, c.chance.choice((0, 1, 1, 2)), 1)
    for slot in extra:
        slot.phrase.hang(predicate.head, slot.relation)
    slots = [Slot(subject, "nsubj", 0, 5, "subject"), *extra]
    front = c.chance.choices(slots, [s.front for s in slots])[0]
    middle = [w for s in slots if s is not front for w in s.phrase.words]
    return [*front.phrase.words, finite, *middle, *predicate.words], "."


def _predicate(c: Clauses, subject: Phrase) -> Phrase:
    if subject.kind == "company" and subject.number == "Sing" and c.odds(0.6):
        return _superlative(c, "Nom")
    if subject.kind == "person" and subject.number == "Sing" and c.odds(0.6):
        phrase = c.post("Nom")
        c.attach(phrase, c.chance.choice(("von company Dat", "Gen company")))
        return phrase
    kind = "predicate" if subject.kind in ("company", "person") else "thing_predicate"
    word = adverb(c.chance.choice(entries("adjectives", kind)), upos="ADJ")
    before = [adverb(c.chance.choice(("sehr", "besonders", "noch", "bereits", "zu")), word)] if c.odds(0.3) else []
    return Phrase(word, [*before, word])


def named(c: Clauses) -> Words:
    """Return "Der neue Chef heißt X"."""
    noun = c.chance.choice(nouns("person"))
    subject = c.noun(noun, "Nom", "Sing", "person", "der")
    c.attribute(subject, c.chance.choice(("neu", "künftig", "designiert", "alt")))
    if c.odds(0.5):
        c.attach(subject, "Gen company")
    name = c.person_name("Nom", noun.gender)
    clause = c.fill(
        _simple(verb("heißen")),
        Manner(c.chance.choice(("present", "preterite"))),
        1,
        subject=subject,
        adverbials=c.chance.choice((0, 1)),
    )
    clause.slots.append(Slot(name, "xcomp", 7, 0, "predicate"))
    return c.main(clause), "."


def remaining(c: Clauses) -> Words:
    """Return "X bleibt Chef", "X wird Chef", "X gilt als …", "X heißt …"."""
    entry, relation = c.chance.choice((("bleiben", ""), ("werden", ""), ("gelten", "als"), ("gelten", "als")))
    parts = {"gelten": "gilt galt gegolten", "werden": "wird wurde geworden sein"}

    word = read_verb(entry, {**data("verbs")["parts"], **parts})
    person = relation == "" or c.odds(0.4)
    subject = c.decorated(c.make("person" if person else c.chance.choice(("company", "deal")), "Nom", 1), 2)
    frame = _simple(word)
    manner = Manner(c.chance.choice(("present", "preterite", "present", "perfect")))
    clause = c.fill(frame, manner, 1, subject=subject)
    predicate = _predicate(c, subject) if person or relation else _superlative(c, "Nom")
    if relation:
        predicate.before([Word("als", "als", "ADP", {}, predicate.head, "case")])
    clause.slots.append(
        Slot(predicate, "xcomp", 7, 1.2 if predicate.head.upos == "NOUN" and person else 0, "predicate")
    )
    return c.main(clause), "."


# markets and amounts


def moved(c: Clauses) -> Words:
    """Return "Die Aktie fiel um 4 auf 83 Euro"."""
    entry = c.chance.choice(
        (
            "steigen",
            "fallen",
            "sinken",
            "klettern",
            "zu|legen",
            "nach|geben",
            "zurück|gehen",
            "wachsen",
            "ab|rutschen",
            "vor|rücken_",
        )
    )
    entry = entry.replace("vor|rücken_", "ein|brechen")
    subject = c.make(c.chance.choice(("security", "figure", "figure")), "Nom", 1)
    if c.odds(0.3):
        index = c.name("index", "Nom")
        index.gender = "Masc"
        index.before([c.determiner("der", index.head, "Nom", "Masc", "Sing")])
        subject = index
    frame = _simple(verb(entry))
    manner = Manner(c.chance.choice(("preterite", "perfect", "present", "pluperfect")), reported=c.odds(0.1))
    clause = c.fill(frame, manner, 1, subject=subject)
    steps = _steps(c)
    clause.slots += [Slot(p, "obl", 6 + i, 0.6, "step") for i, p in enumerate(steps)]
    words = c.main(clause)
    assert clause.head is not None
    if c.odds(0.25):
        words += _gapped(c, clause.head)
    return words, "."


def _steps(c: Clauses) -> list[Phrase]:
    if c.odds(0.35):
        step = str(c.chance.randint(2, 40))
        number = Word(step, step, "NUM", {"NumType": "Card"})
        first = Phrase(number, [number])
    else:
        first = c.percent("Acc")
    up = c.prepositional("um", first)
    to = c.prepositional("auf", c.money("Acc"))
    if c.odds(0.15):
        since = c.prepositional("von", c.money("Dat"))
        return [since, to]
    return [up, to] if c.odds(0.7) else [up]


def _gapped(c: Clauses, head: Word) -> list[Word]:
    other = c.make("figure", "Nom", 0).hang(head, "conj")
    rest = c.prepositional("um", c.percent("Acc")).hang(other.head, "orphan")
    return [comma(rest.head), *other.words, *rest.words]


def compared(c: Clauses) -> Words:
    """Return "… stärker als erwartet", "… schneller als die Konkurrenz"."""
    entry = c.chance.choice(
        ("wachsen", "steigen", "fallen", "schrumpfen", "sinken", "zu|legen", "ab|schneiden_")
    ).replace("ab|schneiden_", "zurück|gehen")
    subject = c.make(c.chance.choice(("company", "figure", "security")), "Nom", 1)
    frame = _simple(verb(entry))
    clause = c.fill(
        frame,
        Manner(c.chance.choice(("preterite", "perfect", "present"))),
        1,
        subject=subject,
        adverbials=c.chance.choice((0, 1, 1)),
    )
    form, lemma = c.chance.choice(entries("adjectives", "comparative")).split()
    word = Word(form, lemma, "ADV" if form in ("mehr", "weniger") else "ADJ", {"Degree": "Cmp"})
    if word.upos == "ADV":
        word.feats = {}
    before = [adverb(c.chance.choice(("deutlich", "noch", "etwas", "viel", "weit")), word)] if c.odds(0.4) else []
    if before and before[0].form in ("deutlich", "weit"):
        before[0].upos = "ADJ"
    phrase = Phrase(word, [*before, word])
    clause.slots.append(Slot(phrase, "advmod", 5, 0, "degree"))
    behind = _than(c, word)
    if clause.manner.time == "perfect" and c.odds(0.5):
        clause.after = behind
    else:
        phrase.after(behind)
    return c.main(clause), "."


def _than(c: Clauses, word: Word) -> list[Word]:
    if c.odds(0.5):
        verb_word = c.chance.choice(
            (("erwartet", "erwarten"), ("gedacht", "denken"), ("geplant", "planen"), ("befürchtet", "befürchten"))
        )
        part = Word(*verb_word, "VERB", {"VerbForm": "Part"}, word, "advcl")
        return [Word("als", "als", "ADP", {}, part, "mark"), part]
    other = c.make(c.chance.choice(("company", "field")), "Nom", 0).hang(word, "obl")
    return [Word("als", "als", "ADP", {}, other.head, "case"), *other.words]


# es


def there_is(c: Clauses) -> Words:
    """Return "Es gibt X" or "In Berlin gibt es X"."""
    kind = c.chance.choice(("plan", "deal", "procedure", "law", "factor", "unit"))
    noun = c.chance.choice([n for n in nouns(kind) if n.plural])
    number = c.chance.choice(("Sing", "Plur"))
    thing = c.noun(noun, "Acc", number, kind, ("ein" if c.odds(0.7) else "kein") if number == "Sing" else "")
    if c.odds(0.5):
        c.adjectives(thing, kind)
    c.decorated(thing, 2)
    past = c.odds(0.4)
    feats = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Past" if past else "Pres", "VerbForm": "Fin"}
    head = Word("gab" if past else "gibt", "geben", "VERB", feats)
    thing.hang(head, "obj")
    it = _it(head, "expl")
    others = [s for s in c.some_adverbials(Manner("preterite" if past else "present"), 1, 1) if s.front]
    for slot in others:
        slot.phrase.hang(head, slot.relation)
    if others and c.odds(0.6):
        return [*others[0].phrase.words, head, it, *thing.words], "."
    return [it, head, *(w for s in others for w in s.phrase.words), *thing.words], "."


def it_stands(c: Clauses) -> Words:
    """Return "Es geht um X", "Es drohen Verfahren": es beside or without another subject."""
    clause = _clause(c, 1, adverbials=1)
    frame, subject = clause.frame, next(s.phrase for s in clause.slots if s.role == "subject")
    definite = subject.pattern in ("", "weak")
    if definite or frame.object or frame.dative or frame.reflexive or clause.manner.passive:
        return there_is(c)
    verb_group = clause.group(final=False)
    assert verb_group.finite is not None
    return [_it(verb_group.head, "expl"), verb_group.finite, *c.middle(clause, clause.slots), *verb_group.tail], "."


# headlines


def headline(c: Clauses) -> Words:
    """Return a headline in the present without articles."""
    while True:
        frame = c.frame(subject="company")
        if (frame and not frame.passive) or c.odds(0.6):
            break
    assert frame is not None
    clause = c.fill(
        frame,
        Manner("present", c.chance.choice(("", "", "", "sollen", "müssen"))),
        1,
        adverbials=c.chance.choice((0, 0, 1)),
    )
    ordered = c.main(clause)
    words = [w for w in ordered if not _dropped(w, ordered)]
    topic = []
    if c.odds(0.2):
        assert clause.head is not None
        name = c.name("company", "Nom").hang(clause.head, "parataxis")
        topic = [*name.words, mark(":", clause.head)]
    return [*topic, *words], ""


def _dropped(word: Word, words: list[Word]) -> bool:
    """Whether a headline leaves the word out: an article where no adjective needs it."""
    needed = any(w.head is word.head and w.upos in ("ADJ", "ADP") for w in words)
    return (
        not needed and word.upos == "DET" and word.lemma in ("der", "ein") and word.feats.get("Case") in ("Nom", "Acc")
    )


def bare_headline(c: Clauses) -> Words:
    """Return a headline without a verb: "Kräftiges Plus für X"."""
    noun = c.chance.choice(entries("nouns", "headline"))
    phrase = c.noun(read_noun(noun), "Nom", "Sing", "deal", "")
    if c.odds(0.6):
        c.attribute(
            phrase, c.chance.choice(("kräftig", "neu", "schwer", "groß", "massiv", "hart", "überraschend", "herb"))
        )
    c.attach(
        phrase,
        c.chance.choice(
            (
                "für company Acc",
                "bei company Dat",
                "um deal Acc",
                "mit company Dat",
                "gegen company Acc",
                "an field Dat",
            )
        ),
        0,
    )
    if c.odds(0.3):
        c.attach(phrase, "in country Dat")
    return [w for w in phrase.words if not _dropped(w, phrase.words)], ""


_KINDS: dict[Callable[[Clauses], Words], float] = {
    plain: 34, with_clause: 9, conditional: 2, question: 1, fronted_verb: 3, verbs_joined: 7, clauses_joined: 5,
    told_before: 5, told_behind: 5, whether: 2, correlated: 2, named: 0.7, so_said: 3, as_said: 4, it_says: 2,
    planning: 5, purpose: 4, of_a_plan: 2, letting: 1.5, to_be_done: 1.5,
    being: 4, remaining: 4, moved: 5, compared: 2, there_is: 1, it_stands: 1.2, headline: 4, bare_headline: 1,
}  # fmt: skip
