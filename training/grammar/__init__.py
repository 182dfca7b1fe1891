"""A grammar of German news sentences that come with their trees (scheme: training/GUIDELINES.md)."""

from training.grammar.sentences import sentences

__all__ = ["sentences"]
