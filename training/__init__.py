"""Training of the German language model: corpora in, one spaCy pipeline out."""
