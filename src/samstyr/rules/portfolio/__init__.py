"""The rules of a portfolio: lights, reports, milestones, entry and exit, and rounds of reporting."""
