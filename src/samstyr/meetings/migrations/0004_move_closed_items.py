"""What was treated under closed items moves into private tables; resolutions can no longer be deleted either."""

from django.db import migrations, models

# shared table, private table, the columns both have
MOVED = [
    ("meetings_recommendationclause", "meetings_closedclause", "item_id, span, text"),
    ("meetings_resolution", "meetings_closedresolution", "item_id, span, verb, with_remarks, quote"),
    (
        "meetings_action",
        "meetings_closedaction",
        "item_id, span, who, what, due, certainty, done_at, evidence",
    ),
    ("meetings_importedfact", "meetings_closedfact", "item_id, span, kind, content, initiative_id"),
]
GUARDS = """
CREATE TRIGGER refuse_delete BEFORE DELETE ON meetings_resolution
    FOR EACH ROW EXECUTE FUNCTION meetings_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON meetings_closedresolution
    FOR EACH ROW EXECUTE FUNCTION meetings_refuse_change();
CREATE FUNCTION meetings_refuse_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM meetings_agendaitem WHERE id = NEW.item_id AND closed) THEN
        RAISE EXCEPTION 'What is treated under a closed item does not belong in the shared record.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
"""
GUARD_OPEN = """
CREATE TRIGGER refuse_closed BEFORE INSERT OR UPDATE ON {table}
    FOR EACH ROW EXECUTE FUNCTION meetings_refuse_closed();
"""
NO_GUARDS = """
DROP TRIGGER refuse_delete ON meetings_resolution;
DROP TRIGGER refuse_change ON meetings_closedresolution;
DROP FUNCTION meetings_refuse_closed();
"""


def move(apps, schema_editor):
    """Move the rows, and see that as many arrived as left: under a policy a statement may silently do nothing."""
    with schema_editor.connection.cursor() as cursor:
        for shared, private, columns in MOVED:
            cursor.execute(
                f"INSERT INTO {private} (forum_id, {columns}) "
                f"SELECT m.forum_id, {', '.join('s.' + column.strip() for column in columns.split(','))} "
                f"FROM {shared} s JOIN meetings_agendaitem i ON i.id = s.item_id "
                "JOIN meetings_meeting m ON m.id = i.meeting_id WHERE i.closed ORDER BY s.id"
            )
            arrived = cursor.rowcount
            cursor.execute(
                f"DELETE FROM {shared} WHERE item_id IN (SELECT id FROM meetings_agendaitem WHERE closed)"
            )
            _same(shared, cursor.rowcount, arrived)
        cursor.execute(
            "INSERT INTO meetings_closeditem (forum_id, item_id, title, subject_id) "
            "SELECT m.forum_id, i.id, i.title, i.subject_id FROM meetings_agendaitem i "
            "JOIN meetings_meeting m ON m.id = i.meeting_id WHERE i.closed"
        )
        arrived = cursor.rowcount
        cursor.execute("UPDATE meetings_agendaitem SET title = '', subject_id = NULL WHERE closed")
        _same("meetings_agendaitem", cursor.rowcount, arrived)
        cursor.execute(
            "UPDATE meetings_review r SET added_by_id = d.added_by_id FROM documents_sourcedocument d "
            "WHERE d.id = r.document_id"
        )
        cursor.execute(
            "UPDATE meetings_meeting m SET minutes_name = d.name, applied_at = coalesce(r.applied_at, d.added_at) "
            "FROM documents_sourcedocument d LEFT JOIN meetings_review r ON r.document_id = d.id "
            "WHERE d.id = m.document_id"
        )


def move_back(apps, schema_editor):
    """Move the rows back into the shared record."""
    with schema_editor.connection.cursor() as cursor:
        for shared, private, columns in MOVED:
            fact = shared == "meetings_importedfact"
            cursor.execute(
                f"INSERT INTO {shared} ({columns}{', meeting_id' if fact else ''}) "
                f"SELECT {', '.join('p.' + column.strip() for column in columns.split(','))}"
                f"{', i.meeting_id' if fact else ''} FROM {private} p "
                "JOIN meetings_agendaitem i ON i.id = p.item_id ORDER BY p.id"
            )
            arrived = cursor.rowcount
            cursor.execute(f"DELETE FROM {private}")
            _same(private, cursor.rowcount, arrived)
        cursor.execute(
            "UPDATE meetings_agendaitem i SET title = c.title, subject_id = c.subject_id "
            "FROM meetings_closeditem c WHERE c.item_id = i.id"
        )
        arrived = cursor.rowcount
        cursor.execute("DELETE FROM meetings_closeditem")
        _same("meetings_closeditem", cursor.rowcount, arrived)


def _same(table, left, arrived):
    if left != arrived:
        raise RuntimeError(
            f"{table}: {left} rows left, {arrived} arrived: does the role that migrates bypass policies?"
        )


class Migration(migrations.Migration):
    """The move, the guards, and the check that keeps a closed item silent."""

    dependencies = [("meetings", "0003_private_tables")]

    operations = [
        migrations.RunPython(move, move_back),
        migrations.RunSQL(GUARDS, NO_GUARDS),
        *(
            migrations.RunSQL(GUARD_OPEN.format(table=shared), f"DROP TRIGGER refuse_closed ON {shared}")
            for shared, _private, _columns in MOVED
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed", False), models.Q(("subject__isnull", True), ("title", "")), _connector="OR"
                ),
                name="closed_item_says_nothing",
            ),
        ),
    ]
