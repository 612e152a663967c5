"""Where Samstyr runs: the database, the clock and how a command starts Django."""
