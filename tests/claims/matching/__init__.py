"""How frames find their parties."""
