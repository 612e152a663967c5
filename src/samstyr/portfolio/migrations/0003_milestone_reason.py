"""Why a date of a milestone was set stands beside it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0002_milestones_and_money"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="milestonedate",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="milestonedate",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="milestonedate",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="milestonedate",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="milestonedateevent",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonedate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_milestonedateevent" ("by", "date", "id", "kind", "milestone_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "resolution_id", "written_at", "written_by_id") VALUES (NEW."by", NEW."date", NEW."id", NEW."kind", NEW."milestone_id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."resolution_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="1cd6812d420e80349ad6ebf01fd87d0969a95ba0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4e75",
                    table="portfolio_milestonedate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonedate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_milestonedateevent" ("by", "date", "id", "kind", "milestone_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "resolution_id", "written_at", "written_by_id") VALUES (NEW."by", NEW."date", NEW."id", NEW."kind", NEW."milestone_id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."resolution_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="b8cdca65d9b470263bf3b737a94e573dfbfcaae6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33976",
                    table="portfolio_milestonedate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="milestonedate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_milestonedateevent" ("by", "date", "id", "kind", "milestone_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "resolution_id", "written_at", "written_by_id") VALUES (OLD."by", OLD."date", OLD."id", OLD."kind", OLD."milestone_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."resolution_id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="bad690f1ae7eab2be0f66834a3814f7d26b600ad",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0f3ed",
                    table="portfolio_milestonedate",
                    when="AFTER",
                ),
            ),
        ),
    ]
