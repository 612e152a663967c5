"""The history: who changed what, when, and through which service."""
