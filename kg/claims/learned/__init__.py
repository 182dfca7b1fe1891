"""Claims that a small trained network proposes, beside those of the frames."""
