"""The annotators' tool: parse raw articles, show, correct and compare annotations.

python -m training.annotate parse RAW.txt --model MODEL --out X.conllu
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training import patch, validate
from training.agreement import compare
from training.conllu import Sentence, Token, read, write
from training.draft import tidy
from training.lemmas import Lemmas
from training.patch import short_feats
from training.raw import Name, RawArticle, read_raw
from training.scheme import features
from training.treebank import read_treebanks

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(help=__doc__)
def main() -> None:
    """Gather the commands."""


@main.command()
@click.argument("raw", type=_FILE)
@click.option("--model", required=True, type=click.Path(exists=True, path_type=Path), help="A spaCy model.")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--data", default="../shared/data", type=click.Path(path_type=Path), help="Where the treebanks lie."
)
def parse(raw: Path, model: Path, out: Path, data: Path) -> None:
    """Annotate a raw file automatically, names as marked."""
    try:
        sentences = list(_parse(read_raw(raw), spacy.load(model)))
        lemmas = Lemmas(read_treebanks(data))
        sentences = [tidy(s, lemmas) for s in sentences]
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    repeated = [id_ for id_, count in Counter(s.id for s in sentences).items() if count > 1]
    if repeated:
        raise click.ClickException(f"article ids occur twice: {', '.join(repeated[:5])}")
    write(sentences, out)
    click.echo(f"{len(sentences)} sentences written to {out}", err=True)


@main.command()
@click.argument("conllu", type=_FILE)
@click.option("--from", "first", help="sent_id of the first sentence to show")
@click.option("--to", "last", help="sent_id of the last sentence to show")
@click.option("--hints", is_flag=True, help="Also print what looks unusual.")
def show(conllu: Path, first: str | None, last: str | None, hints: bool) -> None:
    """Print one line a token: number form lemma UPOS features head relation name."""
    for sentence in _between(list(read(conllu)), first, last):
        click.echo(f"# {sentence.id}  {sentence.text}")
        for number, token in enumerate(sentence.tokens, 1):
            click.echo(_line(number, token))
        for line in [*validate.errors(sentence), *(validate.hints(sentence) if hints else [])]:
            click.echo(f"  ! {line}")
        click.echo()


@main.command("patch")
@click.argument("conllu", type=_FILE)
@click.argument("fixes", type=_FILE)
def patch_command(conllu: Path, fixes: Path) -> None:
    """Apply corrections to a file in place; what cannot be applied is reported and left out."""
    sentences = {s.id: s for s in read(conllu)}
    applied, changed, complaints = 0, set(), []
    for line in fixes.read_text(encoding="utf-8").splitlines():
        try:
            for fix in patch.read_fixes([line]):
                patch.apply(_named(sentences, fix), fix)
                applied += 1
                changed.add(fix.sentence)
        except ValueError as error:
            complaints.append(str(error))
    write(sentences.values(), conllu)
    for id_ in sorted(changed):
        complaints += [f"{id_}: {problem}" for problem in validate.errors(sentences[id_])]
    _report(f"{applied} corrections applied to {len(changed)} sentences", complaints)


@main.command()
@click.argument("conllu", type=_FILE)
@click.option("--hints", is_flag=True, help="Also print what looks unusual.")
def check(conllu: Path, hints: bool) -> None:
    """Report sentences that are no trees or hold unknown labels."""
    sentences = list(read(conllu))
    complaints = [f"{s.id}: {problem}" for s in sentences for problem in validate.errors(s)]
    for sentence in sentences if hints else []:
        for hint in validate.hints(sentence):
            click.echo(f"{sentence.id}: {hint}")
    _report(f"{len(sentences)} sentences", complaints)


@main.command()
@click.argument("first", type=_FILE)
@click.argument("second", type=_FILE)
def agreement(first: Path, second: Path) -> None:
    """Compare two annotations of the same sentences."""
    try:
        result = compare(list(read(first)), list(read(second)))
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{result.sentences} sentences, {result.tokens} tokens")
    for measure in ("upos", "uas", "las", "lemma", "feats", "names"):
        click.echo(f"{measure:6} {getattr(result, measure):.4f}")


def _report(summary: str, complaints: list[str]) -> None:
    for complaint in complaints:
        click.echo(complaint, err=True)
    click.echo(f"{summary}, {len(complaints)} problems", err=True)
    if complaints:
        raise SystemExit(1)


def _named(sentences: dict[str, Sentence], fix: patch.Fix) -> Sentence:
    if fix.sentence not in sentences:
        raise ValueError(f"{fix.line!r}: no sentence {fix.sentence} in this file")
    return sentences[fix.sentence]


def _between(sentences: list[Sentence], first: str | None, last: str | None) -> list[Sentence]:
    ids = [s.id for s in sentences]
    for bound in (first, last):
        if bound and not any(i.startswith(bound) for i in ids):
            raise click.ClickException(f"no sentence {bound}: ids run from {ids[0]} to {ids[-1]}")
    start = next(i for i, id_ in enumerate(ids) if id_.startswith(first)) if first else 0
    stop = max(i for i, id_ in enumerate(ids) if id_.startswith(last)) if last else len(ids) - 1
    return sentences[start : stop + 1]


def _line(number: int, token: Token) -> str:
    name = token.misc.get("Entity", "") + ("+" if token.misc.get("Compound") == "Yes" else "")
    lemma = token.lemma if token.lemma != token.form else "="
    fields = (number, token.form, lemma, token.upos, short_feats(token.feats), token.head, token.deprel, name)
    return " ".join(str(f) for f in fields).rstrip()


def _parse(articles: Iterator[RawArticle], nlp: Language) -> Iterator[Sentence]:
    for article in articles:
        for number, (text, names) in enumerate(article.sentences, 1):
            sentence = _parse_sentence(nlp, text)
            sentence.comments = {"sent_id": f"{article.id}.{number:02}"}
            if number == 1:
                sentence.comments = {"newdoc id": article.id, **sentence.comments, "style": article.style}
            _mark_names(sentence, names)
            yield sentence


def _parse_sentence(nlp: Language, text: str) -> Sentence:
    doc = nlp.make_doc(" ".join(text.split()))
    for token in doc:
        token.is_sent_start = token.i == 0
    for name, pipe in nlp.pipeline:
        if name != "ner":
            doc = pipe(doc)
    return Sentence([_token(doc, i) for i in range(len(doc))])


def _token(doc: Doc, i: int) -> Token:
    token = doc[i]
    root = token.head is token or token.head.i == i
    result = Token(
        token.text,
        token.lemma_ or token.text,
        token.pos_ or "X",
        token.morph.to_dict(),
        0 if root else token.head.i + 1,
        "root" if root else token.dep_,
    )
    result.feats = features(result) if result.upos in ("VERB", "AUX") and not result.feats else result.feats
    if not token.whitespace_ and i < len(doc) - 1:
        result.misc["SpaceAfter"] = "No"
    return result


def _mark_names(sentence: Sentence, names: list[Name]) -> None:
    """Set the name tags, and give the words of a name the shape that names have in the scheme."""
    offsets, offset = [], 0
    for token in sentence.tokens:
        offsets.append((offset, offset + len(token.form)))
        offset += len(token.form) + token.space
    for name in names:
        inside = [i for i, (start, end) in enumerate(offsets, 1) if start < name.end and end > name.start]
        first, last = inside[0], inside[-1]
        ends = {offsets[last - 1][1], offsets[last - 1][1] - sentence.tokens[last - 1].form.endswith(".")}
        if offsets[first - 1][0] != name.start or name.end not in ends:
            words = sentence.text[name.start : name.end]
            raise ValueError(f"{sentence.id}: the name {words!r} is not made of whole words: {sentence.text}")
        for i in inside:
            sentence.tokens[i - 1].misc["Entity"] = f"{'B' if i == first else 'I'}-{name.type}"
            if name.compound:
                sentence.tokens[i - 1].misc["Compound"] = "Yes"
        if not name.compound:
            _shape_name(sentence, first, last)


def _shape_name(sentence: Sentence, first: int, last: int) -> None:
    """Words of a name are PROPN; the first is the head unless it is an adjective or an article."""
    words = [sentence.tokens[i - 1] for i in range(first, last + 1)]
    for word in words:
        hyphenated = "-" in word.form and word.upos == "NOUN"
        if word.upos in ("NOUN", "VERB", "ADV", "INTJ", "X", "AUX") and not hyphenated:
            word.upos, word.lemma = "PROPN", word.lemma.capitalize() if word.lemma.islower() else word.lemma
            word.feats = {k: v for k, v in word.feats.items() if k in ("Case", "Number")}
    if len(words) > 1 and all(w.upos in ("PROPN", "NUM", "PUNCT", "CCONJ", "X") for w in words):
        _flatten(sentence, first, last)


def _flatten(sentence: Sentence, first: int, last: int) -> None:
    inside = range(first, last + 1)
    top = next(i for i in inside if not any(a in inside for a in _ancestors(sentence, i)))
    head, deprel = sentence.tokens[top - 1].head, sentence.tokens[top - 1].deprel
    for number, token in enumerate(sentence.tokens, 1):
        if number == first:
            token.head, token.deprel = head, deprel
        elif number in inside:
            token.head = first
            token.deprel = {"PUNCT": "punct", "CCONJ": "cc"}.get(token.upos, "flat")
        elif token.head in inside:
            token.head = first


def _ancestors(sentence: Sentence, number: int) -> Iterator[int]:
    while number := sentence.tokens[number - 1].head:
        yield number


if __name__ == "__main__":
    main()
