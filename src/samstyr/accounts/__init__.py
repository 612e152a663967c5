"""Who uses Samstyr: persons, and users who log in."""
