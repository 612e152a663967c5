"""What all web processes share: the cache, and how often each client asked.

Both are unlogged: they are written at every request, are worth nothing after a crash, and need no backup.
"""

from django.db import migrations

MAKE = """
CREATE UNLOGGED TABLE web_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX web_cache_expires ON web_cache (expires);
CREATE UNLOGGED TABLE web_request_count (
    client varchar(64) NOT NULL,
    name varchar(50) NOT NULL,
    started timestamp with time zone NOT NULL,
    number integer NOT NULL,
    PRIMARY KEY (client, name)
);
CREATE INDEX web_request_count_started ON web_request_count (started);
"""
DROP = "DROP TABLE web_request_count; DROP TABLE web_cache;"


class Migration(migrations.Migration):
    dependencies = []

    operations = [migrations.RunSQL(MAKE, DROP)]
