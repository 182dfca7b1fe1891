"""newskg: a knowledge graph from news, without a language model's guesses.

>>> import kg
>>> graph = kg.build("seeds/", into="graph/")                       # doctest: +SKIP
>>> graph.query("partners-of", entity="Alibaba").to_pandas()        # doctest: +SKIP
"""

from kg.knowledge_graph import EntityView, KnowledgeGraph, build, language_model
from kg.knowledge_graph import open_graph as open

__all__ = ["EntityView", "KnowledgeGraph", "build", "language_model", "open"]
