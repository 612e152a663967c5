"""A recorded resolution is never changed, also not by hand: a later one supersedes it."""

from django.db import migrations

GUARD = """
CREATE FUNCTION meetings_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A recorded resolution is never changed: record a new one that supersedes it.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE ON meetings_resolution
    FOR EACH ROW EXECUTE FUNCTION meetings_refuse_change();
"""


class Migration(migrations.Migration):
    """The guard on resolutions."""

    dependencies = [("meetings", "0001_initial")]

    operations = [
        migrations.RunSQL(
            GUARD,
            "DROP TRIGGER refuse_change ON meetings_resolution; DROP FUNCTION meetings_refuse_change()",
        )
    ]
