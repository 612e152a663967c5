"""Documents for people: the map, draft agendas and lists as SVG, PDF and DOCX."""
