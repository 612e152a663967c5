"""Files in and out: read, plan, apply."""
