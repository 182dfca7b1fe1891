"""What the relation model reads and answers: its labels, the classes of its slots, the sizes of its tables.

Training and reading share this page, so that both see a sentence alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

#: predicates between two entities, in the order of the model's outputs
BETWEEN = tuple(
    """partnersWith hasJointVentureWith participatesIn acquires sells mergesWith ownsStakeIn subsidiaryOf spinsOff
    investsIn suppliesTo competesWith launches develops uses basedOn hosts worksFor appoints departsFrom founded
    locatedIn operatesIn restricts regulates investigates fines sues approves accuses criticizes rates listedOn
    strikesAt""".split()
)
#: label → (predicate, kind of value) for claims about an entity and a value of the sentence
WITH_VALUE = {
    "risesBy": ("sharePriceChange", "percent"),
    "fallsBy": ("sharePriceChange", "percent"),
    "publishesResultsOn": ("publishesResultsOn", "time"),
    "cutsJobs": ("cutsJobs", "count"),
    "buysBackShares": ("buysBackShares", "money"),
}
#: label → (predicate, value) for claims about one entity alone
ALONE: dict[str, tuple[str, str | None]] = {
    "rises": ("sharePriceChange", "up"),
    "falls": ("sharePriceChange", "down"),
    "cutsSomeJobs": ("cutsJobs", None),
    "buysBackSomeShares": ("buysBackShares", None),
    "filesForInsolvency": ("filesForInsolvency", None),
    "denies": ("denies", None),
}
#: method of the claims that only the network found
METHOD = "learned"
#: the entity is whom the sentence gives as source of what it states
SOURCE = "isSource"
LABELS = (*BETWEEN, *WITH_VALUE, *ALONE, SOURCE)
#: predicate → its labels
LABELS_OF: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in BETWEEN},
    **{
        p: tuple(n for n, (q, _) in (*WITH_VALUE.items(), *ALONE.items()) if q == p)
        for p, _ in (*WITH_VALUE.values(), *ALONE.values())
    },
}
SYMMETRIC = frozenset({"partnersWith", "hasJointVentureWith", "mergesWith", "competesWith"})

ENTITY_CLASSES = tuple(
    """Organization Company JointVenture Regulator GovernmentBody MediaOutlet StockExchange MarketIndex Union Person
    Place Product Event Legislation Topic""".split()
)
VALUE_CLASSES = ("percent", "money", "count", "number", "points", "time")
CLASSES = ("-", *ENTITY_CLASSES, *VALUE_CLASSES)
#: whom a sentence may mean without naming: what the text is about just here and in all, here, in all, the second
#: likeliest company, and who was named in the two sentences before
IMPLIED = ("implied-main", "implied-here", "implied-article", "implied-second", "implied-before")
KINDS = ("-", "name", "compound", "adjective", "demonym", "nominal", "pronoun", "topic", "value", *IMPLIED)
POS = tuple("- ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split())
RELATIONS = tuple(
    """- acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt conj cop csubj det
    det:poss expl expl:pv fixed flat iobj mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent obl:arg
    parataxis punct root ROOT xcomp svp""".split()
)

#: roles and prepositions that frames ask for; anything else counts as "-"
ROLES = tuple(
    """- subj obj iobj lsubj lobj liobj gen poss von durch an bei mit für in auf aus gegen gegenüber über zu nach vor um
    unter zwischen als laut compound name focus pair of conj vsubj""".split()
)

#: features of words that are read, as Universal Dependencies has them
FORMS = tuple(
    (name, value)
    for name, value in (
        form.split("=")
        for form in """Case=Nom Case=Gen Case=Dat Case=Acc Number=Sing Number=Plur Gender=Masc Gender=Fem Gender=Neut
        Mood=Ind Mood=Sub Mood=Imp Tense=Pres Tense=Past VerbForm=Fin VerbForm=Inf VerbForm=Part Person=1 Person=2
        Person=3 Definite=Def Definite=Ind PronType=Rel PronType=Prs PronType=Dem PronType=Int PronType=Ind Poss=Yes
        Reflex=Yes Degree=Cmp Degree=Sup Foreign=Yes""".split()
    )
)
#: where a word stands
PLACES = ("quoted", "headline", "lead", "end")
#: industries of firms and kinds of products, as the authority file has them
INDUSTRIES = tuple(
    """- auto trucks motorcycles auto-parts car-trade chips chip-tools hardware software internet ai it-services
    telecom telecom-equipment broadcasting publishing entertainment games gambling advertising bank insurance
    asset-management private-equity broker payments crypto exchange ratings pharma biotech medtech healthcare
    pharmacy chemicals agrochemicals steel metals mining oil-gas utility grid renewables wind solar batteries
    hydrogen nuclear charging machinery plant-engineering electrical automation aircraft space defence
    shipbuilding rail-vehicles construction building-materials real-estate airline airport rail shipping
    logistics travel hotels restaurants delivery ride-hailing supermarkets retail e-commerce fashion
    sporting-goods luxury consumer-goods appliances furniture toys optics food beverages tobacco packaging
    agriculture waste security staffing consulting law-firm education sports conglomerate services quantum car
    drug medical phone computer chip ai-model app game film drink cosmetic weapon ship train machine chemical
    fund finance service place""".split()
)
#: most of them that are read of one entity
OF_ONE = 2
#: columns that tell how prominent an entity is
PROMINENCE = 13

WORD_ROWS = 1 << 13
LEMMA_ROWS = 1 << 14
PIECE_ROWS = 1 << 14
#: most character n-grams of a word that are read
PIECES = 20
#: most entities that a sentence may mean without naming them
IMPLIED_SLOTS = 6
#: most tokens of a sentence that are read
TOKENS = 96
#: token distance between two slots, in these steps
DISTANCES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 40)

IndexOf = dict[str, int]


def index_of(names: tuple[str, ...]) -> IndexOf:
    """Number names; unknown ones are to be read as 0."""
    return {name: i for i, name in enumerate(names)}


#: the rows and columns of the names above
LABEL_NUMBER, CLASS_NUMBER, KIND_NUMBER = index_of(LABELS), index_of(CLASSES), index_of(KINDS)
ROLE_NUMBER, INDUSTRY_NUMBER = index_of(ROLES), index_of(INDUSTRIES)


@dataclass(frozen=True, slots=True)
class Slot:
    """Something a claim can be about, as one sentence has it: a mention, a value, or what is only meant."""

    #: tokens in the document; equal where the sentence does not name it
    first: int
    last: int
    #: name out of ``CLASSES``
    type: str
    #: name out of ``KINDS``
    kind: str
    #: index of the referent; for values the index among the sentence's values, below zero
    referent: int
    #: index into the document's mentions, quantities or times
    source: int

    @property
    def is_implied(self) -> bool:
        """Whether the sentence does not name it."""
        return self.first == self.last


class Pair(NamedTuple):
    """Two slots of one sentence, subject first; the same slot twice for what is said of one alone."""

    sentence: int
    subject: Slot
    object: Slot
