"""Charts of what a graph holds: PNG, SVG, or a page of its own with the sentences behind each mark."""
