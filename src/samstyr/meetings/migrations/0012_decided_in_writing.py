"""A party can wish for a meeting in its written answer; the day of a decision; who reads the ledger; signed stays."""

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# Who may read a signature can change; who signed what, and when, can not.
GUARD = """
CREATE FUNCTION meetings_signed_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.signed_at IS NULL THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'readers' <> to_jsonb(OLD) - 'readers' THEN
        RAISE EXCEPTION 'What was signed stays as it was signed.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON meetings_signature
    FOR EACH ROW EXECUTE FUNCTION meetings_signed_stays();
"""
NO_GUARD = """
DROP TRIGGER refuse_change ON meetings_signature;
DROP FUNCTION meetings_signed_stays();
"""


class Migration(migrations.Migration):
    """The columns, the triggers that keep their history, and the guard."""

    dependencies = [
        ("meetings", "0011_back_before_the_forum"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            model_name="ratification",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="ratification",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="ratification",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="writtenanswer",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="writtenanswer",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="writtenanswer",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="case",
            name="decided_on",
            field=models.DateField(blank=True, null=True, verbose_name="decided"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="decided_on",
            field=models.DateField(blank=True, null=True, verbose_name="decided"),
        ),
        migrations.AddField(
            model_name="ratification",
            name="readers",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None, verbose_name="readers"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="ratificationevent",
            name="readers",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None, verbose_name="readers"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="writtenanswer",
            name="wants_meeting",
            field=models.BooleanField(default=False, verbose_name="wants a meeting"),
        ),
        migrations.AddField(
            model_name="writtenanswerevent",
            name="wants_meeting",
            field=models.BooleanField(default=False, verbose_name="wants a meeting"),
        ),
        migrations.AlterField(
            model_name="ratification",
            name="party",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ratifications",
                to="registry.party",
                verbose_name="party",
            ),
        ),
        migrations.AlterField(
            model_name="ratificationevent",
            name="party",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="registry.party",
                verbose_name="party",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_caseevent" ("closed", "decided_on", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "state", "subject_id", "summary", "title") VALUES (NEW."closed", NEW."decided_on", NEW."duty_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."state", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="8fbeed320f056e56cca45b0d147906d74e15ac49",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "decided_on", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "state", "subject_id", "summary", "title") VALUES (NEW."closed", NEW."decided_on", NEW."duty_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."proposed_by_id", NEW."state", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="96f324a68ce836c92a9cb293636432bfe7efac21",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "decided_on", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "state", "subject_id", "summary", "title") VALUES (OLD."closed", OLD."decided_on", OLD."duty_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."proposed_by_id", OLD."state", OLD."subject_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="a57651233b09966814e902d84dbc8da5b921d34b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc511",
                    table="meetings_case",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratification",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_ratificationevent" ("body_id", "body_name", "decided_on", "due", "evidence", "funding_dkk", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state") VALUES (NEW."body_id", NEW."body_name", NEW."decided_on", NEW."due", NEW."evidence", NEW."funding_dkk", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."state"); RETURN NULL;',
                    hash="0a9d1f27c89faf7e8af8b0795dcfdb11c8f7a934",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab9dd",
                    table="meetings_ratification",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratification",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_ratificationevent" ("body_id", "body_name", "decided_on", "due", "evidence", "funding_dkk", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state") VALUES (NEW."body_id", NEW."body_name", NEW."decided_on", NEW."due", NEW."evidence", NEW."funding_dkk", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."state"); RETURN NULL;',
                    hash="2a0e13f9ab7ff7ebd6b49a7fb49c8335f158898b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1ef8",
                    table="meetings_ratification",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ratification",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_ratificationevent" ("body_id", "body_name", "decided_on", "due", "evidence", "funding_dkk", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state") VALUES (OLD."body_id", OLD."body_name", OLD."decided_on", OLD."due", OLD."evidence", OLD."funding_dkk", OLD."id", OLD."leg_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."state"); RETURN NULL;',
                    hash="77de0eb4fc64de318512bbc8720e0822467ddfa1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c45a6",
                    table="meetings_ratification",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="writtenanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_writtenanswerevent" ("answer", "id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "readers", "text", "version", "wants_meeting", "written_at", "written_by_id") VALUES (NEW."answer", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."procedure_id", NEW."readers", NEW."text", NEW."version", NEW."wants_meeting", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="ca961bc66dff4fe3ace215d0fafa3e2133dd4039",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b0c40",
                    table="meetings_writtenanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="writtenanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_writtenanswerevent" ("answer", "id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "readers", "text", "version", "wants_meeting", "written_at", "written_by_id") VALUES (NEW."answer", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."procedure_id", NEW."readers", NEW."text", NEW."version", NEW."wants_meeting", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="9c0b35c066c829f475084e5d89f2d62938f8e2db",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5619",
                    table="meetings_writtenanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="writtenanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_writtenanswerevent" ("answer", "id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "readers", "text", "version", "wants_meeting", "written_at", "written_by_id") VALUES (OLD."answer", OLD."id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."procedure_id", OLD."readers", OLD."text", OLD."version", OLD."wants_meeting", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="8cc601e61e3b9c26070607b9cd7e8a3a4cc84c9b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9bb0a",
                    table="meetings_writtenanswer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="writtenanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["agree", "comments", "object"])),
                name="written_answer_known",
            ),
        ),
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
