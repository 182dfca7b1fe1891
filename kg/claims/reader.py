"""From article to claims: the language pipeline and the extractor in one object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles.article import Article
from kg.articles.paragraphs import content_paragraphs
from kg.claims.document import Document
from kg.claims.extractor import Extraction, Learned, extract
from kg.claims.learned.background import shipped_background
from kg.claims.learned.model import relation_model
from kg.claims.lexicon import Lexicon, load_lexicon
from kg.language.pipeline import Annotations, Pipeline, load_pipeline

#: articles that go through the model together
BATCH = 32


class ClaimReader:
    """Reads claims from articles; a pure function of text, date, model and lexicon."""

    def __init__(self, pipeline: Pipeline, lexicon: Lexicon, learned: Learned | None = None) -> None:
        self.pipeline = pipeline
        self.lexicon = lexicon
        self.learned = learned

    @classmethod
    def load(
        cls,
        lang: str = "de",
        *,
        model: str | Path | Language | None = None,
        authority: Sequence[Path] = (),
        ontology: Path | None = None,
    ) -> ClaimReader:
        """Load the model and lexicon of a language; ``authority`` and ``ontology`` are folders of the user's."""
        pipeline = load_pipeline(lang, model, authority)
        learned = Learned(relation_model(), shipped_background(pipeline.authority))
        return cls(pipeline, load_lexicon(lang, ontology), learned)

    def read(self, article: Article) -> Extraction:
        """Return what one article states."""
        return self._extract(article, self.pipeline.annotate(article.text, article.published))

    def read_doc(self, doc: Doc, article: Article) -> Extraction:
        """Return what an article states whose text the model has been over."""
        return self._extract(article, self.pipeline.components(doc, article.published))

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Extraction]]:
        """Yield articles with what they state, in order; the model runs over ``BATCH`` texts at a time."""
        pairs = ((article.text, article) for article in articles)
        for doc, article in self.pipeline.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield article, self.read_doc(doc, article)

    def document(self, article: Article) -> Document:
        """Return the analysed article, for explanations and tests."""
        return _document(article, self.pipeline.annotate(article.text, article.published))

    def _extract(self, article: Article, found: Annotations) -> Extraction:
        silent = [(p.start, p.end) for p in content_paragraphs(article.text) if not p.states]
        return extract(_document(article, found), self.lexicon, silent, self.learned)


def _document(article: Article, found: Annotations) -> Document:
    return Document(
        found.doc,
        found.mentions,
        found.referents,
        found.quantities,
        found.times,
        article.published,
        article.id,
        found.syntax,
    )
