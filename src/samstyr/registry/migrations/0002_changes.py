"""The database writes down which entries of the register change, whoever changes them."""

from django.db import migrations

# table, list of the register, column that holds the id of the changed entry
WATCHED = [
    ("registry_heading", "heading", "id"),
    ("registry_party", "parties", "id"),
    ("registry_organisation", "organisations", "id"),
    ("registry_instrument", "instruments", "id"),
    ("registry_forum", "fora", "id"),
    ("registry_forum_acts_as", "fora", "from_forum_id"),
    ("registry_seat", "fora", "forum_id"),
    ("registry_hearing", "fora", "forum_id"),
    ("registry_meetingdate", "fora", "forum_id"),
    ("registry_subject", "subjects", "id"),
    ("registry_subject_binds", "subjects", "subject_id"),
    ("registry_mandate", "mandates", "id"),
    ("registry_duty", "duties", "id"),
    ("registry_system", "systems", "id"),
    ("registry_dependency", "systems", "system_id"),
    ("registry_initiative", "initiatives", "id"),
    ("registry_portfolioentry", "initiatives", "initiative_id"),
    ("registry_acceptance", "accepted", "id"),
]

# Writers wait for each other until they commit, so that changes become visible in the order of their numbers;
# `transaction` lets a reader know its own changes, which may still be rolled back.
FUNCTION = """
ALTER TABLE registry_change ADD COLUMN transaction xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE FUNCTION registry_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    source text := CASE TG_OP
        WHEN 'INSERT' THEN format('SELECT %1$I AS entry FROM added', TG_ARGV[1])
        WHEN 'DELETE' THEN format('SELECT %1$I AS entry FROM removed', TG_ARGV[1])
        ELSE format('SELECT %1$I AS entry FROM added UNION SELECT %1$I FROM removed', TG_ARGV[1])
    END;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('samstyr.registry'));
    EXECUTE format(
        'INSERT INTO registry_change (list, entry) SELECT DISTINCT %L, entry::text FROM (%s) AS rows',
        TG_ARGV[0], source
    );
    RETURN NULL;
END
$$;
"""
EVENTS = [
    ("insert", "INSERT", "NEW TABLE AS added"),
    ("delete", "DELETE", "OLD TABLE AS removed"),
    ("update", "UPDATE", "OLD TABLE AS removed NEW TABLE AS added"),
]


def _trigger(table: str, list_name: str, column: str, event: tuple[str, str, str]) -> migrations.RunSQL:
    name, operation, tables = event
    return migrations.RunSQL(
        f"CREATE TRIGGER note_{name} AFTER {operation} ON {table} REFERENCING {tables} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION registry_note_change('{list_name}', '{column}')",
        f"DROP TRIGGER note_{name} ON {table}",
    )


class Migration(migrations.Migration):
    """Triggers on every table of the register."""

    dependencies = [("registry", "0001_initial")]

    operations = [
        migrations.RunSQL(
            FUNCTION,
            "DROP FUNCTION registry_note_change(); ALTER TABLE registry_change DROP COLUMN transaction",
        ),
        *(_trigger(*watched, event) for watched in WATCHED for event in EVENTS),
    ]
