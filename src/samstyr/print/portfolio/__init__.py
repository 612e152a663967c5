"""Drawings of portfolios: pictures beside their tables, never instead of them."""
