"""Meetings: agenda, decisions, follow-up, and what was read from minutes."""
