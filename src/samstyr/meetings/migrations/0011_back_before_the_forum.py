"""When something comes back before the forum, and who proposed a case."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    """The columns, and the triggers that keep their history."""

    dependencies = [
        ("accounts", "0003_history"),
        ("meetings", "0010_standing_record"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="action",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondraft",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondraft",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actiondraft",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="case",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="closedaction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="closedaction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="closedaction",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="action",
            name="back_on",
            field=models.DateField(blank=True, null=True, verbose_name="back before the forum on"),
        ),
        migrations.AddField(
            model_name="actiondraft",
            name="back_on",
            field=models.DateField(blank=True, null=True, verbose_name="back before the forum on"),
        ),
        migrations.AddField(
            model_name="actiondraftevent",
            name="back_on",
            field=models.DateField(blank=True, null=True, verbose_name="back before the forum on"),
        ),
        migrations.AddField(
            model_name="actionevent",
            name="back_on",
            field=models.DateField(blank=True, null=True, verbose_name="back before the forum on"),
        ),
        migrations.AddField(
            model_name="case",
            name="proposed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="accounts.person",
                verbose_name="proposed by",
            ),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="proposed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.person",
                verbose_name="proposed by",
            ),
        ),
        migrations.AddField(
            model_name="closedaction",
            name="back_on",
            field=models.DateField(blank=True, null=True, verbose_name="back before the forum on"),
        ),
        migrations.AddField(
            model_name="closedactionevent",
            name="back_on",
            field=models.DateField(blank=True, null=True, verbose_name="back before the forum on"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionevent" ("back_on", "certainty", "done_at", "due", "evidence", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."back_on", NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="2ee3dbe1ea49a5c9714dc5bfb8a5eb7dcbea2c20",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fae11",
                    table="meetings_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_actionevent" ("back_on", "certainty", "done_at", "due", "evidence", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."back_on", NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="b439f255e455dbdf00f5c066be01f072cc71b971",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a681c",
                    table="meetings_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionevent" ("back_on", "certainty", "done_at", "due", "evidence", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (OLD."back_on", OLD."certainty", OLD."done_at", OLD."due", OLD."evidence", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span", OLD."what", OLD."who"); RETURN NULL;',
                    hash="3bd4a343df028e05ca01ea286af30dfacc17fa33",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_641b9",
                    table="meetings_action",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actiondraftevent" ("back_on", "due", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "what", "who", "written_at", "written_by_id") VALUES (NEW."back_on", NEW."due", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."version", NEW."what", NEW."who", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="c7ad512306c6f6c67ce798a97c97c2a1332882e2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57fae",
                    table="meetings_actiondraft",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_actiondraftevent" ("back_on", "due", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "what", "who", "written_at", "written_by_id") VALUES (NEW."back_on", NEW."due", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."version", NEW."what", NEW."who", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="e16df9524f292faefc68c25a7d8886463a575d73",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_08dfc",
                    table="meetings_actiondraft",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actiondraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actiondraftevent" ("back_on", "due", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "what", "who", "written_at", "written_by_id") VALUES (OLD."back_on", OLD."due", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."version", OLD."what", OLD."who", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="fa1532faa6efb8dd8732e72bdcc64302de8af28e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_606ee",
                    table="meetings_actiondraft",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_caseevent" ("closed", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "state", "subject_id", "summary", "title") VALUES (NEW."closed", NEW."duty_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."state", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="f954a59b9dc7aedece62ef830615f936e2fda0aa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac02b",
                    table="meetings_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_caseevent" ("closed", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "state", "subject_id", "summary", "title") VALUES (NEW."closed", NEW."duty_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."proposed_by_id", NEW."state", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="9ec7d0ab0299f186614df1fc7271bc64501d2709",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8293f",
                    table="meetings_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_caseevent" ("closed", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "state", "subject_id", "summary", "title") VALUES (OLD."closed", OLD."duty_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."proposed_by_id", OLD."state", OLD."subject_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="b936efdefa461a3b5c407a6a03910939ab1cc070",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc511",
                    table="meetings_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closedaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedactionevent" ("back_on", "certainty", "done_at", "due", "evidence", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."back_on", NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="6ffb5804d6d7f7b03c655de1b0b4cc58d32d2f9f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_43221",
                    table="meetings_closedaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closedaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_closedactionevent" ("back_on", "certainty", "done_at", "due", "evidence", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."back_on", NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="c1811b034eec652bc19bb909a67b62bae2422b04",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7db45",
                    table="meetings_closedaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closedaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedactionevent" ("back_on", "certainty", "done_at", "due", "evidence", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (OLD."back_on", OLD."certainty", OLD."done_at", OLD."due", OLD."evidence", OLD."forum_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span", OLD."what", OLD."who"); RETURN NULL;',
                    hash="2441c3ad3f8e88b208b432a0898f4dda2ded91fa",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbc2b",
                    table="meetings_closedaction",
                    when="AFTER",
                ),
            ),
        ),
    ]
