"""Mentions: the places in a text that speak of entities, by name, by description and by reference."""

from kg.language.mentions.finder import MentionFinder, find_mentions

__all__ = ["MentionFinder", "find_mentions"]
