"""The rules of governance as pure functions: no Django, no clock, no files, no settings."""
