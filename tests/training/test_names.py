import random

from kg.language.gazetteer import AuthorityRecord
from training.augment import WordExchange
from training.corpus import NamedText
from training.docs import paragraphs, to_doc
from training.germeval import join
from training.names import NameExchange, named_docs
from training.tokenizer import blank_german

from .trees import downgrade

TEXTS = [
    NamedText("Infineon kauft Wolfspeed in Dresden.", ((0, 8, "Company"), (15, 24, "Company"), (28, 35, "Place"))),
    NamedText("Jan Maier leitet Bosch.", ((0, 9, "Person"), (17, 22, "Company"))),
]


def test_exchanged_names_lie_where_they_are_said_to_lie():
    exchange = NameExchange(TEXTS, ["Nordex", "Voltabox"], seed=3)
    for text in TEXTS * 5:
        new = exchange.exchanged(text)
        assert [t for _, _, t in new.names] == [t for _, _, t in text.names]
        assert all(new.text[start:end].strip() == new.text[start:end] for start, end, _ in new.names)
        assert len(list(named_docs(blank_german(), [new]))) == 1


def test_names_of_known_entities_are_put_in_but_not_those_that_are_words():
    known = [
        AuthorityRecord("ueckeritz", "Ückeritz", "Place", aliases=("Seebad",), doubtful=frozenset({"Seebad"})),
        AuthorityRecord("tulln", "Tulln an der Donau im Tullnerfeld", "Place", aliases=("tulln",)),
    ]
    exchange = NameExchange(TEXTS, [], seed=5, known=known)
    told = " ".join(exchange.exchanged(TEXTS[0]).text for _ in range(60))
    assert "Ückeritz" in told
    assert "Seebad" not in told and "Tulln" not in told and "tulln" not in told


def test_join_sets_words_as_print_does():
    text, offsets = join(["Die", '"', "FAZ", '"', "(", "heute", ")", "."])
    assert text == 'Die "FAZ" (heute).'
    assert [text[start:end] for start, end in offsets][2] == "FAZ"


def test_paragraphs_keep_every_sentence_and_its_tree():
    vocab = blank_german().vocab
    docs = [to_doc(p, vocab, names=True) for p in paragraphs([downgrade()] * 20, seed=1)]
    assert sum(len(list(doc.sents)) for doc in docs) == 20
    assert docs[0].ents[0].text == "DZ Bank"
    assert [t.dep_ for t in docs[0]][:4] == ["det", "nsubj", "flat", "ROOT"]


def test_word_exchange_keeps_the_tree():
    sentence = downgrade()
    new = WordExchange([sentence], 1.0).exchanged(sentence, random.Random(0))
    assert [(t.upos, t.head, t.deprel) for t in new.tokens] == [(t.upos, t.head, t.deprel) for t in sentence.tokens]
