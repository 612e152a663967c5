"""What a case's route starts from and foresees, when each leg is planned and treated, and what delays cost."""

import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers


class Migration(migrations.Migration):
    """Columns, the table of delays, its events, and the triggers that keep them."""

    dependencies = [
        ("accounts", "0004_calendar_key"),
        ("meetings", "0013_prepared_packs"),
        ("registry", "0004_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("why", models.TextField(verbose_name="why")),
                ("noted_on", models.DateField(verbose_name="noted")),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="planned")),
                ("moved_to", models.DateField(blank=True, null=True, verbose_name="moved to")),
                ("decision_before", models.DateField(verbose_name="decision before")),
                ("decision_after", models.DateField(blank=True, null=True, verbose_name="decision after")),
            ],
            options={
                "verbose_name": "delay",
                "verbose_name_plural": "delays",
                "ordering": ["case", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DelayEvent",
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
                ("why", models.TextField(verbose_name="why")),
                ("noted_on", models.DateField(verbose_name="noted")),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="planned")),
                ("moved_to", models.DateField(blank=True, null=True, verbose_name="moved to")),
                ("decision_before", models.DateField(verbose_name="decision before")),
                ("decision_after", models.DateField(blank=True, null=True, verbose_name="decision after")),
            ],
            options={
                "abstract": False,
            },
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
            model_name="closedcase",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedcase",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="closedcase",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="delivery",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="delivery",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="delivery",
            name="delete_delete",
        ),
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
        migrations.RemoveConstraint(
            model_name="case",
            name="closed_case_says_nothing",
        ),
        migrations.AddField(
            model_name="case",
            name="facts",
            field=models.JSONField(blank=True, default=dict, verbose_name="facts"),
        ),
        migrations.AddField(
            model_name="case",
            name="foreseen_binding",
            field=models.DateField(blank=True, null=True, verbose_name="foreseen to bind"),
        ),
        migrations.AddField(
            model_name="case",
            name="foreseen_decision",
            field=models.DateField(blank=True, null=True, verbose_name="foreseen decision"),
        ),
        migrations.AddField(
            model_name="case",
            name="in_writing",
            field=models.BooleanField(default=False, verbose_name="written procedure may be used"),
        ),
        migrations.AddField(
            model_name="case",
            name="ready_on",
            field=models.DateField(blank=True, null=True, verbose_name="ready"),
        ),
        migrations.AddField(
            model_name="case",
            name="start",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.forum",
                verbose_name="where the paper lies",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="wanted_by",
            field=models.DateField(blank=True, null=True, verbose_name="decision wanted by"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="facts",
            field=models.JSONField(blank=True, default=dict, verbose_name="facts"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="foreseen_binding",
            field=models.DateField(blank=True, null=True, verbose_name="foreseen to bind"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="foreseen_decision",
            field=models.DateField(blank=True, null=True, verbose_name="foreseen decision"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="in_writing",
            field=models.BooleanField(default=False, verbose_name="written procedure may be used"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="ready_on",
            field=models.DateField(blank=True, null=True, verbose_name="ready"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="start",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="registry.forum",
                verbose_name="where the paper lies",
            ),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="wanted_by",
            field=models.DateField(blank=True, null=True, verbose_name="decision wanted by"),
        ),
        migrations.AddField(
            model_name="closedcase",
            name="facts",
            field=models.JSONField(blank=True, default=dict, verbose_name="facts"),
        ),
        migrations.AddField(
            model_name="closedcaseevent",
            name="facts",
            field=models.JSONField(blank=True, default=dict, verbose_name="facts"),
        ),
        migrations.AddField(
            model_name="leg",
            name="planned_on",
            field=models.DateField(blank=True, null=True, verbose_name="planned"),
        ),
        migrations.AddField(
            model_name="leg",
            name="submit_by",
            field=models.DateField(blank=True, null=True, verbose_name="papers due"),
        ),
        migrations.AddField(
            model_name="leg",
            name="treated_on",
            field=models.DateField(blank=True, null=True, verbose_name="treated"),
        ),
        migrations.AddField(
            model_name="legevent",
            name="planned_on",
            field=models.DateField(blank=True, null=True, verbose_name="planned"),
        ),
        migrations.AddField(
            model_name="legevent",
            name="submit_by",
            field=models.DateField(blank=True, null=True, verbose_name="papers due"),
        ),
        migrations.AddField(
            model_name="legevent",
            name="treated_on",
            field=models.DateField(blank=True, null=True, verbose_name="treated"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_caseevent" ("closed", "decided_on", "duty_id", "facts", "foreseen_binding", "foreseen_decision", "id", "in_writing", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "ready_on", "start_id", "state", "subject_id", "summary", "title", "wanted_by") VALUES (NEW."closed", NEW."decided_on", NEW."duty_id", NEW."facts", NEW."foreseen_binding", NEW."foreseen_decision", NEW."id", NEW."in_writing", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."ready_on", NEW."start_id", NEW."state", NEW."subject_id", NEW."summary", NEW."title", NEW."wanted_by"); RETURN NULL;',
                    hash="cbe43215a61b5d700baa9a25c4c63fdcb21681ec",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "decided_on", "duty_id", "facts", "foreseen_binding", "foreseen_decision", "id", "in_writing", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "ready_on", "start_id", "state", "subject_id", "summary", "title", "wanted_by") VALUES (NEW."closed", NEW."decided_on", NEW."duty_id", NEW."facts", NEW."foreseen_binding", NEW."foreseen_decision", NEW."id", NEW."in_writing", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."proposed_by_id", NEW."ready_on", NEW."start_id", NEW."state", NEW."subject_id", NEW."summary", NEW."title", NEW."wanted_by"); RETURN NULL;',
                    hash="59b96c8952b8076899e21f5a57c91b5fb7e27462",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "decided_on", "duty_id", "facts", "foreseen_binding", "foreseen_decision", "id", "in_writing", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "ready_on", "start_id", "state", "subject_id", "summary", "title", "wanted_by") VALUES (OLD."closed", OLD."decided_on", OLD."duty_id", OLD."facts", OLD."foreseen_binding", OLD."foreseen_decision", OLD."id", OLD."in_writing", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."proposed_by_id", OLD."ready_on", OLD."start_id", OLD."state", OLD."subject_id", OLD."summary", OLD."title", OLD."wanted_by"); RETURN NULL;',
                    hash="6aa2047dde8b4b2dcce888efa97367215a4aa3b0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc511",
                    table="meetings_case",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedcase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedcaseevent" ("case_id", "facts", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "subject_id", "summary", "title") VALUES (NEW."case_id", NEW."facts", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="f617d6c739f7ef7e109735aba03bedd9b99c5e1b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57e64",
                    table="meetings_closedcase",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedcase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_closedcaseevent" ("case_id", "facts", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "subject_id", "summary", "title") VALUES (NEW."case_id", NEW."facts", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="be9f3f975116f25d32eb2445527ae1219db063ed",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b3bd9",
                    table="meetings_closedcase",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedcase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedcaseevent" ("case_id", "facts", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "subject_id", "summary", "title") VALUES (OLD."case_id", OLD."facts", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."subject_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="37a396e6389e390779884b5444e05c1cb3c5ff90",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_db95e",
                    table="meetings_closedcase",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_deliveryevent" ("asked_at", "delay_id", "id", "key", "kind", "meeting_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "readers", "sent_at", "user_id") VALUES (NEW."asked_at", NEW."delay_id", NEW."id", NEW."key", NEW."kind", NEW."meeting_id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."problem", NEW."readers", NEW."sent_at", NEW."user_id"); RETURN NULL;',
                    hash="32923d34dbed25b8aad707ee2fe33c988eabf3b8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_38bf2",
                    table="meetings_delivery",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_deliveryevent" ("asked_at", "delay_id", "id", "key", "kind", "meeting_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "readers", "sent_at", "user_id") VALUES (NEW."asked_at", NEW."delay_id", NEW."id", NEW."key", NEW."kind", NEW."meeting_id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."problem", NEW."readers", NEW."sent_at", NEW."user_id"); RETURN NULL;',
                    hash="7e3ebf426778c76c7a748786e22faf2e32f2a528",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a6b5",
                    table="meetings_delivery",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_deliveryevent" ("asked_at", "delay_id", "id", "key", "kind", "meeting_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "readers", "sent_at", "user_id") VALUES (OLD."asked_at", OLD."delay_id", OLD."id", OLD."key", OLD."kind", OLD."meeting_id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."problem", OLD."readers", OLD."sent_at", OLD."user_id"); RETURN NULL;',
                    hash="29e1a313c69bbf17c535505c499cc58175cb8a44",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b697b",
                    table="meetings_delivery",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="leg",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "position", "state", "submit_by", "treated_on") VALUES (NEW."act", NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."planned_on", NEW."position", NEW."state", NEW."submit_by", NEW."treated_on"); RETURN NULL;',
                    hash="201e627308febe80a52bcc29e2b2f3b155c1d26e",
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
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "position", "state", "submit_by", "treated_on") VALUES (NEW."act", NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."planned_on", NEW."position", NEW."state", NEW."submit_by", NEW."treated_on"); RETURN NULL;',
                    hash="da349f02804a33388221cddc052cba05a41b5775",
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
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "position", "state", "submit_by", "treated_on") VALUES (OLD."act", OLD."case_id", OLD."forum_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."planned_on", OLD."position", OLD."state", OLD."submit_by", OLD."treated_on"); RETURN NULL;',
                    hash="dd9e0190350b4367789c0ff9fb90073db3ed78c0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81d27",
                    table="meetings_leg",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed", False),
                    models.Q(
                        ("duty__isnull", True),
                        ("facts", {}),
                        ("subject__isnull", True),
                        ("summary", ""),
                        ("title", ""),
                    ),
                    _connector="OR",
                ),
                name="closed_case_says_nothing",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ready_on__isnull", True), ("start__isnull", True)),
                    models.Q(("ready_on__isnull", False), ("start__isnull", False)),
                    _connector="OR",
                ),
                name="case_starts_on_a_day",
            ),
        ),
        migrations.AddField(
            model_name="delay",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="delays",
                to="meetings.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="delay",
            name="forum",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.forum",
                verbose_name="forum",
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="delay",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="meetings.delay",
                verbose_name="delay",
            ),
        ),
        migrations.AddField(
            model_name="deliveryevent",
            name="delay",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="meetings.delay",
                verbose_name="delay",
            ),
        ),
        migrations.AddField(
            model_name="delayevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="meetings.case",
                verbose_name="case",
            ),
        ),
        migrations.AddField(
            model_name="delayevent",
            name="forum",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="registry.forum",
                verbose_name="forum",
            ),
        ),
        migrations.AddField(
            model_name="delayevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.delay",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delay",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_delayevent" ("case_id", "decision_after", "decision_before", "forum_id", "id", "moved_to", "noted_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "why") VALUES (NEW."case_id", NEW."decision_after", NEW."decision_before", NEW."forum_id", NEW."id", NEW."moved_to", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."planned_on", NEW."why"); RETURN NULL;',
                    hash="9bacf0b4459e533e3be2df326893d57c8c7cc063",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_157fa",
                    table="meetings_delay",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delay",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_delayevent" ("case_id", "decision_after", "decision_before", "forum_id", "id", "moved_to", "noted_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "why") VALUES (NEW."case_id", NEW."decision_after", NEW."decision_before", NEW."forum_id", NEW."id", NEW."moved_to", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."planned_on", NEW."why"); RETURN NULL;',
                    hash="f9695a8f0298181ac0aa41fdc32edb136241534d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5fed",
                    table="meetings_delay",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delay",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_delayevent" ("case_id", "decision_after", "decision_before", "forum_id", "id", "moved_to", "noted_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "why") VALUES (OLD."case_id", OLD."decision_after", OLD."decision_before", OLD."forum_id", OLD."id", OLD."moved_to", OLD."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."planned_on", OLD."why"); RETURN NULL;',
                    hash="f1303aa7304f0960de4b29accf76da16ea77f1fd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_39e49",
                    table="meetings_delay",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="delayevent",
            index=models.Index(fields=["case"], name="meetings_de_case_id_b8146c_idx"),
        ),
        migrations.AddIndex(
            model_name="delayevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_delay"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delayevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c78d74ad7443946fa2420757f5ce2a9573111529",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4a35a",
                    table="meetings_delayevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
