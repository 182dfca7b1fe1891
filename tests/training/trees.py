"""Small trees for the tests, written as one line a word: form lemma UPOS features head relation."""

from __future__ import annotations

from training.conllu import Sentence, Token, parse_pairs


def tree(rows: str, id_: str = "t-001.01") -> Sentence:
    """Read a tree; ``+`` before a form sets it close to the word before."""
    tokens: list[Token] = []
    for row in rows.strip().splitlines():
        form, lemma, upos, feats, head, deprel, *name = row.split()
        if form.startswith("+") and tokens:
            tokens[-1].misc["SpaceAfter"] = "No"
            form = form[1:]
        token = Token(form, lemma, upos, parse_pairs(feats), int(head), deprel)
        if name:
            token.misc["Entity"] = name[0]
        tokens.append(token)
    return Sentence(tokens, {"sent_id": id_})


def downgrade() -> Sentence:
    """Return "Die DZ Bank stuft Infineon ab." """
    return tree("""
        Die der DET Case=Nom 2 det
        DZ DZ PROPN Case=Nom 4 nsubj B-Company
        Bank Bank PROPN Case=Nom 2 flat I-Company
        stuft stufen VERB VerbForm=Fin|Mood=Ind|Tense=Pres|Number=Sing|Person=3 0 root
        Infineon Infineon PROPN Case=Acc 4 obj B-Company
        ab ab ADP _ 4 compound:prt
        +. . PUNCT _ 4 punct
    """)
