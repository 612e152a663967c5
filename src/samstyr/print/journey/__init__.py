"""A case's journey as a drawing, as text for a letter, and on paper."""
