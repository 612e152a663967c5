"""The board pack: agenda, papers and attachments of a meeting, and its minutes, as one document."""
