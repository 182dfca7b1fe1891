"""Fetching a page or a feed that the user names by its address: politely, within limits, from public hosts only."""
