"""What stood before has its place in the states, and no version of a paper is reworded, also not by hand."""

from django.db import migrations

STANDS = """
UPDATE meetings_meeting SET published_at = applied_at, minutes_sent_at = applied_at WHERE minutes_name <> '';
UPDATE meetings_case SET state = 'routed';
UPDATE meetings_leg SET state = 'booked' WHERE meeting_id IS NOT NULL;
"""
# Who may read a version can change, and who wrote it where an account is erased; what it says can not.
GUARD = """
CREATE FUNCTION meetings_only_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'readers' - 'written_by_id' <> to_jsonb(OLD) - 'readers' - 'written_by_id' THEN
        RAISE EXCEPTION 'A version is never changed: add a new one.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE ON meetings_paperversion
    FOR EACH ROW EXECUTE FUNCTION meetings_only_readers();
CREATE TRIGGER refuse_change BEFORE UPDATE ON meetings_attachment
    FOR EACH ROW EXECUTE FUNCTION meetings_only_readers();
"""
NO_GUARD = """
DROP TRIGGER refuse_change ON meetings_attachment;
DROP TRIGGER refuse_change ON meetings_paperversion;
DROP FUNCTION meetings_only_readers();
"""


class Migration(migrations.Migration):
    """The states of what was there, and the guard."""

    dependencies = [("meetings", "0009_between_meetings")]

    operations = [
        migrations.RunSQL(STANDS, migrations.RunSQL.noop),
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
