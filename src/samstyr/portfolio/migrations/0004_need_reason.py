"""A need that is declined is so with a reason."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0003_milestone_reason"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="need",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="need",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="need",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="need",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="needevent",
            name="reason",
            field=models.TextField(blank=True, verbose_name="reason"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_needevent" ("amount", "id", "paid_by_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "rank", "reason", "resolution_id", "state", "text", "title") VALUES (NEW."amount", NEW."id", NEW."paid_by_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."pool_id", NEW."rank", NEW."reason", NEW."resolution_id", NEW."state", NEW."text", NEW."title"); RETURN NULL;',
                    hash="fb0b280e4ceaccfdf3e0864fad720b00c724b863",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ed9f",
                    table="portfolio_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_needevent" ("amount", "id", "paid_by_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "rank", "reason", "resolution_id", "state", "text", "title") VALUES (NEW."amount", NEW."id", NEW."paid_by_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."pool_id", NEW."rank", NEW."reason", NEW."resolution_id", NEW."state", NEW."text", NEW."title"); RETURN NULL;',
                    hash="dd6857024de92f05081692c8839f07b061f4f73a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b18c3",
                    table="portfolio_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_needevent" ("amount", "id", "paid_by_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "rank", "reason", "resolution_id", "state", "text", "title") VALUES (OLD."amount", OLD."id", OLD."paid_by_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."pool_id", OLD."rank", OLD."reason", OLD."resolution_id", OLD."state", OLD."text", OLD."title"); RETURN NULL;',
                    hash="a657d7671bb110f68491c0aae7c53c34d86bd0e0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43074",
                    table="portfolio_need",
                    when="AFTER",
                ),
            ),
        ),
    ]
