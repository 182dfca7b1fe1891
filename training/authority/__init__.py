"""Carry facts about listed companies over from public tables into the authority file."""
