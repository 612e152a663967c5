"""Initiatives followed by fora: what was agreed, where it stands, what it costs and what came of it."""
