"""Source documents and the search over everything."""
