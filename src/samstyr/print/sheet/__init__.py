"""A paper of headings, paragraphs and tables, as a Word document and as a tagged PDF."""
