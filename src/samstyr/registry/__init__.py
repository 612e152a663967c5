"""The register in the database: parties, fora, mandates and what they rest on, valid over time."""
