"""newskg: a knowledge graph from news."""
