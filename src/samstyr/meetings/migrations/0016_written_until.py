"""A leg says until when it is in writing, for all fora on its case's way."""

import pgtrigger.compiler
from django.db import migrations, models

import samstyr.platform.triggers


class Migration(migrations.Migration):
    """The column, and the triggers that keep its events."""

    dependencies = [
        ("meetings", "0015_overrides"),
    ]

    operations = [
        samstyr.platform.triggers.RemoveTrigger(
            model_name="leg",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="leg",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="leg",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="leg",
            name="written_until",
            field=models.DateField(blank=True, null=True, verbose_name="in writing until"),
        ),
        migrations.AddField(
            model_name="legevent",
            name="written_until",
            field=models.DateField(blank=True, null=True, verbose_name="in writing until"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="leg",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "position", "state", "submit_by", "treated_on", "written_until") VALUES (NEW."act", NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."planned_on", NEW."position", NEW."state", NEW."submit_by", NEW."treated_on", NEW."written_until"); RETURN NULL;',
                    hash="fbefda6ca8a070d35f1d75a8e9d9870768fdad16",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8189c",
                    table="meetings_leg",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="leg",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "position", "state", "submit_by", "treated_on", "written_until") VALUES (NEW."act", NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."planned_on", NEW."position", NEW."state", NEW."submit_by", NEW."treated_on", NEW."written_until"); RETURN NULL;',
                    hash="da599dd57c2d0b5256781f0c4d42f1c7715c9371",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f8811",
                    table="meetings_leg",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="leg",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "position", "state", "submit_by", "treated_on", "written_until") VALUES (OLD."act", OLD."case_id", OLD."forum_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."planned_on", OLD."position", OLD."state", OLD."submit_by", OLD."treated_on", OLD."written_until"); RETURN NULL;',
                    hash="afd7e89c44da820a437a48615bf412652687536f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81d27",
                    table="meetings_leg",
                    when="AFTER",
                ),
            ),
        ),
    ]
