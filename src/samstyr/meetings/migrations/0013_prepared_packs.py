"""Packs that a worker makes for one user."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers


class Migration(migrations.Migration):
    """The table, its events, and the triggers that keep them."""

    dependencies = [
        ("meetings", "0012_decided_in_writing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PreparedPack",
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
                ("form", models.TextField(verbose_name="form")),
                ("state", models.TextField(default="waiting", verbose_name="state")),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="made")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="steps done")),
                ("steps", models.PositiveIntegerField(default=0, verbose_name="steps")),
                ("pages", models.PositiveIntegerField(default=0, verbose_name="pages")),
                ("untagged", models.JSONField(default=list, verbose_name="attachments without tags")),
                ("refused", models.JSONField(default=list, verbose_name="refused attachments")),
                (
                    "made_of",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="check sum of what it was made of"
                    ),
                ),
                ("content", models.BinaryField(blank=True, null=True, verbose_name="content")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "prepared pack",
                "verbose_name_plural": "prepared packs",
                "ordering": ["asked_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "meeting", "form"), name="prepared_pack_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["cancelled", "failed", "making", "ready", "waiting"])
                        ),
                        name="prepared_pack_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("content__isnull", False), ("state", "ready")),
                            models.Q(models.Q(("state", "ready"), _negated=True), ("content__isnull", True)),
                            _connector="OR",
                        ),
                        name="prepared_pack_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PreparedPackEvent",
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
                ("form", models.TextField(verbose_name="form")),
                ("state", models.TextField(default="waiting", verbose_name="state")),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("made_at", models.DateTimeField(blank=True, null=True, verbose_name="made")),
                ("pages", models.PositiveIntegerField(default=0, verbose_name="pages")),
                (
                    "made_of",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="check sum of what it was made of"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.preparedpack",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["meeting"], name="meetings_pr_meeting_a96eba_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_preparedpack",
                    ),
                ],
            },
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="preparedpack",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_preparedpackevent" ("asked_at", "form", "id", "made_at", "made_of", "meeting_id", "pages", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state", "user_id") VALUES (NEW."asked_at", NEW."form", NEW."id", NEW."made_at", NEW."made_of", NEW."meeting_id", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="74938f6490076f701897ffb43a0ff5f44b692c6b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e338d",
                    table="meetings_preparedpack",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="preparedpack",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_of" IS DISTINCT FROM (NEW."made_of") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."readers" IS DISTINCT FROM (NEW."readers") OR OLD."refused" IS DISTINCT FROM (NEW."refused") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."untagged" IS DISTINCT FROM (NEW."untagged") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
                    func='INSERT INTO "meetings_preparedpackevent" ("asked_at", "form", "id", "made_at", "made_of", "meeting_id", "pages", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state", "user_id") VALUES (NEW."asked_at", NEW."form", NEW."id", NEW."made_at", NEW."made_of", NEW."meeting_id", NEW."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."state", NEW."user_id"); RETURN NULL;',
                    hash="203b6e1840dd8f2bdeeea5ff14c03a6686815c2d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4646a",
                    table="meetings_preparedpack",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="preparedpack",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_preparedpackevent" ("asked_at", "form", "id", "made_at", "made_of", "meeting_id", "pages", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state", "user_id") VALUES (OLD."asked_at", OLD."form", OLD."id", OLD."made_at", OLD."made_of", OLD."meeting_id", OLD."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."state", OLD."user_id"); RETURN NULL;',
                    hash="3aba7459f338ba27ade815c2d84b804b9ad8ca28",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0d491",
                    table="meetings_preparedpack",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="preparedpackevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ecd651c9c767242f9fc55eef16550229805cbacb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9de72",
                    table="meetings_preparedpackevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
