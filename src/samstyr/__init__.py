"""Samstyr: the shared record and secretariat for governance between parties who have no common boss."""
