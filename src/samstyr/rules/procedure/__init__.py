"""The rules of procedure: states, numbering, deadlines, quorum, consent, ratification, follow-up, who may read."""
