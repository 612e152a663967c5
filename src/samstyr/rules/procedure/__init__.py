"""How a forum works its way from one meeting to the next: order, deadlines, quorum, consent, follow-up."""
