"""A series of reports that was handed in waits until its columns are mapped."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import samstyr.platform.history


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0004_need_reason"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WaitingSeries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None, verbose_name="readers"
                    ),
                ),
                ("name", models.TextField(verbose_name="file name")),
                ("content", models.BinaryField(verbose_name="content")),
                ("mapping", models.TextField(verbose_name="mapping")),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
            ],
            options={
                "verbose_name": "series of reports that waits",
                "verbose_name_plural": "series of reports that wait",
                "ordering": ["-added_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="WaitingSeriesEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "pgh_login",
                    models.TextField(
                        db_default=samstyr.platform.history.SessionUser(),
                        verbose_name="login of the database",
                    ),
                ),
                (
                    "pgh_transaction",
                    models.BigIntegerField(
                        db_default=samstyr.platform.history.Transaction(), verbose_name="transaction"
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None, verbose_name="readers"
                    ),
                ),
                ("name", models.TextField(verbose_name="file name")),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.waitingseries",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitingseries",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_waitingseriesevent" ("added_at", "added_by_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers"); RETURN NULL;',
                    hash="c977eded8f96dddc1b739563b45d9f5eeec0d4ba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_53b6f",
                    table="portfolio_waitingseries",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitingseries",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_waitingseriesevent" ("added_at", "added_by_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers"); RETURN NULL;',
                    hash="f26474507202e6f0e540303d59b00e278fac7f9f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1f433",
                    table="portfolio_waitingseries",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitingseries",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_waitingseriesevent" ("added_at", "added_by_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers") VALUES (OLD."added_at", OLD."added_by_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers"); RETURN NULL;',
                    hash="c15131820c34e43c90fa2da4ee8e173b75f110ea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_95a3d",
                    table="portfolio_waitingseries",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="waitingseriesevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_waitingseries"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="waitingseriesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9a126cecff9d67b3256370b0a9da97e84297a7fd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_08e54",
                    table="portfolio_waitingseriesevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
