"""Tasks the worker runs: thin calls of services, print and exchange."""
