"""Reasons for going on outside a mandate: their table, its history, and the guard that lets none be reworded."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers

# Who may read a reason can change, and whose it is where an account is erased; what it says can not.
GUARD = """
CREATE FUNCTION meetings_override_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'readers' - 'written_by_id' <> to_jsonb(OLD) - 'readers' - 'written_by_id' THEN
        RAISE EXCEPTION 'A reason for going on outside a mandate stays as it was given.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE ON meetings_override
    FOR EACH ROW EXECUTE FUNCTION meetings_override_stays();
"""
NO_GUARD = """
DROP TRIGGER refuse_change ON meetings_override;
DROP FUNCTION meetings_override_stays();
"""


class Migration(migrations.Migration):
    """The table, its events, and the guard."""

    dependencies = [
        ("meetings", "0014_routes"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Override",
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
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("stage", models.TextField(verbose_name="stage")),
                ("clause", models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation")),
                ("act", models.TextField(verbose_name="act")),
                ("verdict", models.TextField(verbose_name="verdict")),
                ("mandates", models.JSONField(default=list, verbose_name="mandates")),
                ("basis", models.JSONField(default=list, verbose_name="basis")),
                ("said", models.TextField(verbose_name="what the mandate check said")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.forum",
                        verbose_name="forum",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "override of the mandate",
                "verbose_name_plural": "overrides of the mandate",
                "ordering": ["item__position", "clause", "id"],
            },
        ),
        migrations.CreateModel(
            name="OverrideEvent",
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
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("stage", models.TextField(verbose_name="stage")),
                ("clause", models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation")),
                ("act", models.TextField(verbose_name="act")),
                ("verdict", models.TextField(verbose_name="verdict")),
                ("mandates", models.JSONField(default=list, verbose_name="mandates")),
                ("basis", models.JSONField(default=list, verbose_name="basis")),
                ("said", models.TextField(verbose_name="what the mandate check said")),
                ("reason", models.TextField(verbose_name="reason")),
                (
                    "forum",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                        verbose_name="forum",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.override",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="override",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage__in", ["agenda", "resolution"])), name="override_stage_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="override",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["denied", "needs", "ultra_vires"])),
                name="override_is_outside",
            ),
        ),
        migrations.AddConstraint(
            model_name="override",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="override_has_reason"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="override",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_overrideevent" ("act", "basis", "clause", "forum_id", "id", "item_id", "mandates", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reason", "said", "stage", "subject_id", "verdict", "version", "written_at", "written_by_id") VALUES (NEW."act", NEW."basis", NEW."clause", NEW."forum_id", NEW."id", NEW."item_id", NEW."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."reason", NEW."said", NEW."stage", NEW."subject_id", NEW."verdict", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="c02419a0e4494a138b64875d6bc27375fc2ccc67",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5433",
                    table="meetings_override",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="override",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_overrideevent" ("act", "basis", "clause", "forum_id", "id", "item_id", "mandates", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reason", "said", "stage", "subject_id", "verdict", "version", "written_at", "written_by_id") VALUES (NEW."act", NEW."basis", NEW."clause", NEW."forum_id", NEW."id", NEW."item_id", NEW."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."reason", NEW."said", NEW."stage", NEW."subject_id", NEW."verdict", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="ba6aed865715871c2df22f0d50c80fbea40b23f2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6a7f4",
                    table="meetings_override",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="override",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_overrideevent" ("act", "basis", "clause", "forum_id", "id", "item_id", "mandates", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reason", "said", "stage", "subject_id", "verdict", "version", "written_at", "written_by_id") VALUES (OLD."act", OLD."basis", OLD."clause", OLD."forum_id", OLD."id", OLD."item_id", OLD."mandates", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."reason", OLD."said", OLD."stage", OLD."subject_id", OLD."verdict", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="aab5c97645bc3a27e75ab7eb1ecc5a51d533620e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_374e0",
                    table="meetings_override",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="overrideevent",
            index=models.Index(fields=["item"], name="meetings_ov_item_id_2a1018_idx"),
        ),
        migrations.AddIndex(
            model_name="overrideevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_override"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="overrideevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="aaec0a02bd3c9b6d64d5d0e79e4865fa0ea26c05",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_61490",
                    table="meetings_overrideevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
