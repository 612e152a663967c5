"""Danish minutes read into a record of facts, each with the words it stands on."""
