"""The database keeps every change of the app's rows, from what stands there now."""

import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers


class Migration(migrations.Migration):
    """Tables of events, the triggers that fill them, and their first rows."""

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0002_kept_for"),
    ]

    operations = [
        migrations.CreateModel(
            name="SourceDocumentEvent",
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
                ("name", models.CharField(max_length=255, verbose_name="file name")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                ("kept_for", models.TextField(blank=True, verbose_name="kept for the forum")),
                (
                    "added_by",
                    models.ForeignKey(
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
                        to="documents.sourcedocument",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_sourcedocument",
                    )
                ],
            },
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="sourcedocument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_sourcedocumentevent" ("added_at", "added_by_id", "id", "kept_for", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."kept_for", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."sha256"); RETURN NULL;',
                    hash="b25175ced67f5ddd1a47d7bfceb48dabe9fe1fb3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_472d1",
                    table="documents_sourcedocument",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="sourcedocument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "documents_sourcedocumentevent" ("added_at", "added_by_id", "id", "kept_for", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", NEW."kept_for", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."sha256"); RETURN NULL;',
                    hash="70ee96c3b856ccc5276271f45bd5d07f0e23a772",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dae32",
                    table="documents_sourcedocument",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="sourcedocument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_sourcedocumentevent" ("added_at", "added_by_id", "id", "kept_for", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (OLD."added_at", OLD."added_by_id", OLD."id", OLD."kept_for", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."sha256"); RETURN NULL;',
                    hash="0fde7aa71d192c3f6ddc3c31233028459eef68fb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_86b66",
                    table="documents_sourcedocument",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="sourcedocumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="802e6fe6eaf9437275369c62aaacc3574cda280b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_58a13",
                    table="documents_sourcedocumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(
            samstyr.platform.history.note_what_stands("documents"), migrations.RunPython.noop
        ),
    ]
