"""When something comes back before the forum, who proposed a case, which recommendation a resolution answers."""

import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

import samstyr.platform.triggers


class Migration(migrations.Migration):
    """The columns, and the triggers that keep their history."""

    dependencies = [
        ("accounts", "0003_history"),
        ("meetings", "0010_standing_record"),
    ]

    operations = [
        samstyr.platform.triggers.RemoveTrigger(
            model_name="action",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="action",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="action",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="actiondraft",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="actiondraft",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="actiondraft",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="case",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedaction",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedaction",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedaction",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedresolution",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedresolution",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedresolution",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="outcomedraft",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="outcomedraft",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="outcomedraft",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="resolution",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="resolution",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="resolution",
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
        migrations.AddField(
            model_name="closedresolution",
            name="clause",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation"),
        ),
        migrations.AddField(
            model_name="closedresolutionevent",
            name="clause",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation"),
        ),
        migrations.AddField(
            model_name="outcomedraft",
            name="supersedes",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="meetings.resolution",
                verbose_name="supersedes",
            ),
        ),
        migrations.AddField(
            model_name="outcomedraftevent",
            name="supersedes",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="meetings.resolution",
                verbose_name="supersedes",
            ),
        ),
        migrations.AddField(
            model_name="resolution",
            name="clause",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation"),
        ),
        migrations.AddField(
            model_name="resolutionevent",
            name="clause",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation"),
        ),
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
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
        samstyr.platform.triggers.AddTrigger(
            model_name="closedresolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedresolutionevent" ("clause", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."clause", NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="3d5d7ada72b79d9b218e643ce471fb2283b98281",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52c35",
                    table="meetings_closedresolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedresolution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_closedresolutionevent" ("clause", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."clause", NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="685e80edd01d333a5d85d699d7614cfb65b55b82",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8e9b7",
                    table="meetings_closedresolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedresolution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedresolutionevent" ("clause", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (OLD."clause", OLD."forum_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."quote", OLD."span", OLD."supersedes_id", OLD."verb", OLD."with_remarks"); RETURN NULL;',
                    hash="351a313c7b92c5701f4697c08d8431da2692ef13",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_08f3b",
                    table="meetings_closedresolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_outcomedraftevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "supersedes_id", "verb", "version", "with_remarks", "words", "written_at", "written_by_id") VALUES (NEW."clause", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."supersedes_id", NEW."verb", NEW."version", NEW."with_remarks", NEW."words", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="b02b18097f09d113a53fe453664ce0caaaeea429",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_487bc",
                    table="meetings_outcomedraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_outcomedraftevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "supersedes_id", "verb", "version", "with_remarks", "words", "written_at", "written_by_id") VALUES (NEW."clause", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."supersedes_id", NEW."verb", NEW."version", NEW."with_remarks", NEW."words", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="6f8e2efc5210ed06fe8ff474eecbf825a86f030b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_101e0",
                    table="meetings_outcomedraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_outcomedraftevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "supersedes_id", "verb", "version", "with_remarks", "words", "written_at", "written_by_id") VALUES (OLD."clause", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."supersedes_id", OLD."verb", OLD."version", OLD."with_remarks", OLD."words", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="e7c23b11c20ce6205647bf9872564cc0b401976f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3a19",
                    table="meetings_outcomedraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."clause", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="776217942ab4b4fe45202d1dd69b3f5c89c10909",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_89dcc",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_resolutionevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."clause", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="64dca5e189ae524a2c8f115c266e87451a600c55",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_514aa",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (OLD."clause", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."quote", OLD."span", OLD."supersedes_id", OLD."verb", OLD."with_remarks"); RETURN NULL;',
                    hash="0c93514d98d2238df0fd66cf8e413631e52401d1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5edd5",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
    ]
