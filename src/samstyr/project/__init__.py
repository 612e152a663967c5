"""How the parts are put together: settings, URLs, server entry points."""
