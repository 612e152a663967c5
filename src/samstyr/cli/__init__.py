"""The command line: `samstyr …`, thin over the same services and rules as the pages."""
