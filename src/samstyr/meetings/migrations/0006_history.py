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
        ("accounts", "0003_history"),
        ("documents", "0003_history"),
        ("meetings", "0005_positions_and_rooms"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionEvent",
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
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("who", models.JSONField(default=list, verbose_name="who")),
                ("what", models.TextField(verbose_name="what")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("certainty", models.TextField(blank=True, verbose_name="certainty")),
                ("done_at", models.DateField(blank=True, null=True, verbose_name="done")),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
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
                        to="meetings.action",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_ac_item_id_92910a_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_action"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItemEvent",
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
                ("position", models.PositiveIntegerField(verbose_name="position")),
                ("number", models.TextField(blank=True, verbose_name="number")),
                ("title", models.TextField(verbose_name="title")),
                ("kind", models.TextField(blank=True, verbose_name="kind")),
                ("kind_from", models.TextField(blank=True, verbose_name="kind read from")),
                ("closed", models.BooleanField(default=False, verbose_name="closed")),
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                        verbose_name="part of",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["meeting"], name="meetings_ag_meeting_5a0d7b_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_agendaitem",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
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
                ("organisation_text", models.TextField(blank=True, verbose_name="organisation as written")),
                ("role", models.TextField(blank=True, verbose_name="role")),
                ("attendance", models.TextField(blank=True, verbose_name="attendance")),
                ("items", models.TextField(blank=True, verbose_name="items")),
                ("position", models.PositiveIntegerField()),
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.person",
                        verbose_name="person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.attendance",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["meeting"], name="meetings_at_meeting_67a261_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_attendance",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseEvent",
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
                ("title", models.TextField(verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="what it is about")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.case",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_case"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedActionEvent",
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
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("who", models.JSONField(default=list, verbose_name="who")),
                ("what", models.TextField(verbose_name="what")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("certainty", models.TextField(blank=True, verbose_name="certainty")),
                ("done_at", models.DateField(blank=True, null=True, verbose_name="done")),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
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
                        to="meetings.closedaction",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_cl_item_id_1c74ea_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_closedaction",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedClauseEvent",
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
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("text", models.TextField(verbose_name="text")),
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
                        to="meetings.closedclause",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_cl_item_id_17a698_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_closedclause",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedFactEvent",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("content", models.JSONField(verbose_name="content")),
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
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
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
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
                        to="meetings.closedfact",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_cl_item_id_17f821_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_closedfact",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedItemEvent",
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
                ("title", models.TextField(verbose_name="title")),
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
                        to="meetings.closeditem",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_cl_item_id_5deea3_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_closeditem",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedResolutionEvent",
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
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("verb", models.TextField(verbose_name="verb")),
                ("with_remarks", models.BooleanField(default=False, verbose_name="with remarks")),
                ("quote", models.TextField(verbose_name="words of the minutes")),
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
                        to="meetings.closedresolution",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.closedresolution",
                        verbose_name="supersedes",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_cl_item_id_e2034b_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_closedresolution",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedFactEvent",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("content", models.JSONField(verbose_name="content")),
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                (
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
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
                        to="meetings.importedfact",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["meeting"], name="meetings_im_meeting_0d145b_idx"),
                    models.Index(fields=["item"], name="meetings_im_item_id_94c5d1_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_importedfact",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegEvent",
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
                ("position", models.PositiveIntegerField(verbose_name="position")),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.case",
                        verbose_name="case",
                    ),
                ),
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
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
                        to="meetings.leg",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["case"], name="meetings_le_case_id_9caaa2_idx"),
                    models.Index(fields=["meeting"], name="meetings_le_meeting_4e23f5_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_leg"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingEvent",
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
                ("date", models.DateField(verbose_name="date")),
                ("start", models.TimeField(blank=True, null=True, verbose_name="start")),
                ("end", models.TimeField(blank=True, null=True, verbose_name="end")),
                ("place", models.TextField(blank=True, verbose_name="place")),
                ("state", models.TextField(default="planned", verbose_name="state")),
                ("minutes_name", models.TextField(blank=True, verbose_name="file name of the minutes")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="minutes applied")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.sourcedocument",
                        verbose_name="minutes",
                    ),
                ),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_meeting"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PositionEvent",
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
                ("state", models.TextField(default="asked", verbose_name="state")),
                ("due", models.DateField(verbose_name="due")),
                ("ready_on", models.DateField(blank=True, null=True, verbose_name="in constituency until")),
                ("stance", models.TextField(blank=True, verbose_name="stance")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="released")),
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
                    "leg",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.position",
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="released by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["leg"], name="meetings_po_leg_id_a4d107_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_position",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationClauseEvent",
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
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("text", models.TextField(verbose_name="text")),
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
                        to="meetings.recommendationclause",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_re_item_id_0fe2d8_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_recommendationclause",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionEvent",
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
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("verb", models.TextField(verbose_name="verb")),
                ("with_remarks", models.BooleanField(default=False, verbose_name="with remarks")),
                ("quote", models.TextField(verbose_name="words of the minutes")),
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
                        to="meetings.resolution",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
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
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["item"], name="meetings_re_item_id_870657_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_resolution",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
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
                ("kept_for", models.TextField(blank=True, verbose_name="kept for the forum")),
                ("corrected", models.JSONField(null=True, verbose_name="as corrected")),
                ("error", models.TextField(blank=True, verbose_name="error")),
                ("state", models.TextField(default="reading", verbose_name="state")),
                ("applied_at", models.DateTimeField(blank=True, null=True, verbose_name="applied")),
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
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.sourcedocument",
                        verbose_name="source document",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
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
                        to="meetings.review",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewed by",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["meeting"], name="meetings_re_meeting_da3744_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_review"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoomCommentEvent",
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
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "leg",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.roomcomment",
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
                "indexes": [
                    models.Index(fields=["leg"], name="meetings_ro_leg_id_8fc49b_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_roomcomment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoomDraftEvent",
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
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("based_on", models.PositiveIntegerField(default=0, verbose_name="built on version")),
                ("stance", models.TextField(verbose_name="stance")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "leg",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.roomdraft",
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
                "indexes": [
                    models.Index(fields=["leg"], name="meetings_ro_leg_id_28eb25_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_roomdraft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoomHearingEvent",
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
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("body_name", models.TextField(blank=True, verbose_name="name of the body")),
                ("date", models.DateField(verbose_name="date")),
                ("outcome", models.TextField(blank=True, verbose_name="outcome")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                        verbose_name="body",
                    ),
                ),
                (
                    "leg",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.roomhearing",
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
                "indexes": [
                    models.Index(fields=["leg"], name="meetings_ro_leg_id_544676_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_roomhearing",
                    ),
                ],
            },
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actionevent" ("certainty", "done_at", "due", "evidence", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="95b656099d5fc016e58d228a08cc078929f7ea83",
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
                    func='INSERT INTO "meetings_actionevent" ("certainty", "done_at", "due", "evidence", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="ab27575341b77b97c5491511041529f1d3319a53",
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
                    func='INSERT INTO "meetings_actionevent" ("certainty", "done_at", "due", "evidence", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (OLD."certainty", OLD."done_at", OLD."due", OLD."evidence", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span", OLD."what", OLD."who"); RETURN NULL;',
                    hash="9a3d0b6085dbc2f96e645b7600497d08c8f0e3c1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_641b9",
                    table="meetings_action",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_agendaitemevent" ("closed", "id", "kind", "kind_from", "meeting_id", "number", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "span", "subject_id", "title") VALUES (NEW."closed", NEW."id", NEW."kind", NEW."kind_from", NEW."meeting_id", NEW."number", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."span", NEW."subject_id", NEW."title"); RETURN NULL;',
                    hash="3c9b7fbf3cfbb613c1fb850c39b2d97c4e2106e9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f98e2",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_agendaitemevent" ("closed", "id", "kind", "kind_from", "meeting_id", "number", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "span", "subject_id", "title") VALUES (NEW."closed", NEW."id", NEW."kind", NEW."kind_from", NEW."meeting_id", NEW."number", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."span", NEW."subject_id", NEW."title"); RETURN NULL;',
                    hash="877689214af130fac55269140d875674b8c17296",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca6ee",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_agendaitemevent" ("closed", "id", "kind", "kind_from", "meeting_id", "number", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "span", "subject_id", "title") VALUES (OLD."closed", OLD."id", OLD."kind", OLD."kind_from", OLD."meeting_id", OLD."number", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."span", OLD."subject_id", OLD."title"); RETURN NULL;',
                    hash="dab431c454c3694fc8a55701ff5bf12be1cdf625",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2c12a",
                    table="meetings_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attendanceevent" ("attendance", "id", "items", "meeting_id", "organisation_id", "organisation_text", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role") VALUES (NEW."attendance", NEW."id", NEW."items", NEW."meeting_id", NEW."organisation_id", NEW."organisation_text", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."role"); RETURN NULL;',
                    hash="b0d0e11a62834bca7cf0a9fb0c8677ee04c7d603",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f595f",
                    table="meetings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_attendanceevent" ("attendance", "id", "items", "meeting_id", "organisation_id", "organisation_text", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role") VALUES (NEW."attendance", NEW."id", NEW."items", NEW."meeting_id", NEW."organisation_id", NEW."organisation_text", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."role"); RETURN NULL;',
                    hash="c54053be6bb18e3e07ebc6a06a1a77a737fd3e7c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_870cb",
                    table="meetings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attendanceevent" ("attendance", "id", "items", "meeting_id", "organisation_id", "organisation_text", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role") VALUES (OLD."attendance", OLD."id", OLD."items", OLD."meeting_id", OLD."organisation_id", OLD."organisation_text", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."role"); RETURN NULL;',
                    hash="97e7c1155a7afa709d3c02ed4ca6b10786d0fff2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_774f3",
                    table="meetings_attendance",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_caseevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "summary", "title") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="3a4b94225e7245e26650972ef63c2c3e0c862d5c",
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
                    func='INSERT INTO "meetings_caseevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "summary", "title") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="85ee665e9b2c239870b2456ccf5d9d7c73c28ff2",
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
                    func='INSERT INTO "meetings_caseevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "summary", "title") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."subject_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="571f72bdac0d3102d4a3e4a1aef305bda10acbbc",
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
                    func='INSERT INTO "meetings_closedactionevent" ("certainty", "done_at", "due", "evidence", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="bfa87cb2802aa8871d8c3828b81955c5e22cccd5",
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
                    func='INSERT INTO "meetings_closedactionevent" ("certainty", "done_at", "due", "evidence", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (NEW."certainty", NEW."done_at", NEW."due", NEW."evidence", NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span", NEW."what", NEW."who"); RETURN NULL;',
                    hash="48318f6558869f8c14447dc1b9037481353f1dbe",
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
                    func='INSERT INTO "meetings_closedactionevent" ("certainty", "done_at", "due", "evidence", "forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "what", "who") VALUES (OLD."certainty", OLD."done_at", OLD."due", OLD."evidence", OLD."forum_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span", OLD."what", OLD."who"); RETURN NULL;',
                    hash="5ae86a89ad5dfb9a938983686d55c2e16c56bf83",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbc2b",
                    table="meetings_closedaction",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedclause",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedclauseevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "text") VALUES (NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span", NEW."text"); RETURN NULL;',
                    hash="c96b017a8d3f7c19ee33749eed2ffab900597f7a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3bef3",
                    table="meetings_closedclause",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedclause",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_closedclauseevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "text") VALUES (NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span", NEW."text"); RETURN NULL;',
                    hash="91e31832cf46c679abdb82ba5faa249f54bec558",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0de5c",
                    table="meetings_closedclause",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedclause",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedclauseevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "text") VALUES (OLD."forum_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span", OLD."text"); RETURN NULL;',
                    hash="ad5cdc9600da42a43847bf8ea654f4d4b797c9c6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d6ea",
                    table="meetings_closedclause",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedfactevent" ("content", "forum_id", "id", "initiative_id", "item_id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span") VALUES (NEW."content", NEW."forum_id", NEW."id", NEW."initiative_id", NEW."item_id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span"); RETURN NULL;',
                    hash="768a770fdde8a80772ac2771e393b6553615fc41",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3363c",
                    table="meetings_closedfact",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_closedfactevent" ("content", "forum_id", "id", "initiative_id", "item_id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span") VALUES (NEW."content", NEW."forum_id", NEW."id", NEW."initiative_id", NEW."item_id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span"); RETURN NULL;',
                    hash="6f45d580ceb9b9e391090f8eeb2e96643982f23a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d5586",
                    table="meetings_closedfact",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedfactevent" ("content", "forum_id", "id", "initiative_id", "item_id", "kind", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span") VALUES (OLD."content", OLD."forum_id", OLD."id", OLD."initiative_id", OLD."item_id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span"); RETURN NULL;',
                    hash="4d44fd1593a1b8a47d00341718666f8c845c908d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2ce32",
                    table="meetings_closedfact",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closeditemevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."subject_id", NEW."title"); RETURN NULL;',
                    hash="e6e09957d75709cfe253fa5d0bfa067163fe4135",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cdac6",
                    table="meetings_closeditem",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_closeditemevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."subject_id", NEW."title"); RETURN NULL;',
                    hash="73b41998bf05cbe0143f8e8eb5d59a4e5b221a03",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7913e",
                    table="meetings_closeditem",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closeditemevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "title") VALUES (OLD."forum_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."subject_id", OLD."title"); RETURN NULL;',
                    hash="cfde87f2e6d005837a1daa6684dc8c52ea329fea",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_28b35",
                    table="meetings_closeditem",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedresolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedresolutionevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="d0a5ed31db9130d18a59df43db63614afe66f784",
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
                    func='INSERT INTO "meetings_closedresolutionevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."forum_id", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="3215da13e749c07d2a401f06656cd912a70799cd",
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
                    func='INSERT INTO "meetings_closedresolutionevent" ("forum_id", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (OLD."forum_id", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."quote", OLD."span", OLD."supersedes_id", OLD."verb", OLD."with_remarks"); RETURN NULL;',
                    hash="a2cd2a6d868343108577107229d38bc7aaf31cb0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_08f3b",
                    table="meetings_closedresolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="importedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_importedfactevent" ("content", "id", "initiative_id", "item_id", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span") VALUES (NEW."content", NEW."id", NEW."initiative_id", NEW."item_id", NEW."kind", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span"); RETURN NULL;',
                    hash="c145aa5cf4feaf321b0429fc290815af09fcda0b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9367d",
                    table="meetings_importedfact",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="importedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_importedfactevent" ("content", "id", "initiative_id", "item_id", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span") VALUES (NEW."content", NEW."id", NEW."initiative_id", NEW."item_id", NEW."kind", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span"); RETURN NULL;',
                    hash="fc41ce9bccf4d62347ae8157474c46f4212e4345",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d0f7",
                    table="meetings_importedfact",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="importedfact",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_importedfactevent" ("content", "id", "initiative_id", "item_id", "kind", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span") VALUES (OLD."content", OLD."id", OLD."initiative_id", OLD."item_id", OLD."kind", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span"); RETURN NULL;',
                    hash="e09550ac948957ff0df7c7ba49160f1165a4813c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_69b4b",
                    table="meetings_importedfact",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="leg",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_legevent" ("case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="2fcbefae5556576fb5323c897a7ff8a052c56e75",
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
                    func='INSERT INTO "meetings_legevent" ("case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."position"); RETURN NULL;',
                    hash="9f1f5bcf52ddc7668743aff1b9184ec74b25cb66",
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
                    func='INSERT INTO "meetings_legevent" ("case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."case_id", OLD."forum_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."position"); RETURN NULL;',
                    hash="40c6a279f1de1b3330abdc72cce62f3e94ae6831",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81d27",
                    table="meetings_leg",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("applied_at", "date", "document_id", "end", "forum_id", "id", "minutes_name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "start", "state") VALUES (NEW."applied_at", NEW."date", NEW."document_id", NEW."end", NEW."forum_id", NEW."id", NEW."minutes_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."start", NEW."state"); RETURN NULL;',
                    hash="f2517abf058d6b061ed07529a55d04a0b636d12b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61d9e",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_meetingevent" ("applied_at", "date", "document_id", "end", "forum_id", "id", "minutes_name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "start", "state") VALUES (NEW."applied_at", NEW."date", NEW."document_id", NEW."end", NEW."forum_id", NEW."id", NEW."minutes_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."start", NEW."state"); RETURN NULL;',
                    hash="465190a4e5e2d5fe3019efc3a606a2ebf6c34f48",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_495b8",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_meetingevent" ("applied_at", "date", "document_id", "end", "forum_id", "id", "minutes_name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "start", "state") VALUES (OLD."applied_at", OLD."date", OLD."document_id", OLD."end", OLD."forum_id", OLD."id", OLD."minutes_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."start", OLD."state"); RETURN NULL;',
                    hash="0e6ed34c2debca87addefc9b2b8a8a75d16f2a1c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4bf26",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_positionevent" ("due", "forum_id", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "released_at", "released_by_id", "remarks", "stance", "state") VALUES (NEW."due", NEW."forum_id", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."ready_on", NEW."released_at", NEW."released_by_id", NEW."remarks", NEW."stance", NEW."state"); RETURN NULL;',
                    hash="af9f1e08fff315ffa00d7659335ab4ba4ae68f7d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82369",
                    table="meetings_position",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_positionevent" ("due", "forum_id", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "released_at", "released_by_id", "remarks", "stance", "state") VALUES (NEW."due", NEW."forum_id", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."ready_on", NEW."released_at", NEW."released_by_id", NEW."remarks", NEW."stance", NEW."state"); RETURN NULL;',
                    hash="8fffe4e92f082e18af0aad64f0386f66958828bb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3f851",
                    table="meetings_position",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="position",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_positionevent" ("due", "forum_id", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "ready_on", "released_at", "released_by_id", "remarks", "stance", "state") VALUES (OLD."due", OLD."forum_id", OLD."id", OLD."leg_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."ready_on", OLD."released_at", OLD."released_by_id", OLD."remarks", OLD."stance", OLD."state"); RETURN NULL;',
                    hash="9a880e781bbaca8e91ee7a1b347ea42eb9e5d899",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2a85f",
                    table="meetings_position",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="recommendationclause",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_recommendationclauseevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "text") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."span", NEW."text"); RETURN NULL;',
                    hash="82b0072b21cdb0d3855a97769ecad5efe0b9a465",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2a894",
                    table="meetings_recommendationclause",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="recommendationclause",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_recommendationclauseevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "text") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."span", NEW."text"); RETURN NULL;',
                    hash="3c6d5395e36263da09eff8ba7b960de458d1216f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e449e",
                    table="meetings_recommendationclause",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="recommendationclause",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_recommendationclauseevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "span", "text") VALUES (OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."span", OLD."text"); RETURN NULL;',
                    hash="0f5c8bcff5e7c92623c8401ea93b03034c0c21c6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56fa6",
                    table="meetings_recommendationclause",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_resolutionevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="0f3518c56aa8d9a445843a9e992850c155616e6d",
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
                    func='INSERT INTO "meetings_resolutionevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."quote", NEW."span", NEW."supersedes_id", NEW."verb", NEW."with_remarks"); RETURN NULL;',
                    hash="99e6377e9a303f709a361f05b8295bf538612974",
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
                    func='INSERT INTO "meetings_resolutionevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "span", "supersedes_id", "verb", "with_remarks") VALUES (OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."quote", OLD."span", OLD."supersedes_id", OLD."verb", OLD."with_remarks"); RETURN NULL;',
                    hash="9f5cf3e323c822838035fa45130e2621c44aec79",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5edd5",
                    table="meetings_resolution",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_reviewevent" ("added_by_id", "applied_at", "corrected", "document_id", "error", "id", "kept_for", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "state") VALUES (NEW."added_by_id", NEW."applied_at", NEW."corrected", NEW."document_id", NEW."error", NEW."id", NEW."kept_for", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reviewer_id", NEW."state"); RETURN NULL;',
                    hash="3381a893e9abbafb28738083bef575b8f93d17eb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3d1ee",
                    table="meetings_review",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_reviewevent" ("added_by_id", "applied_at", "corrected", "document_id", "error", "id", "kept_for", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "state") VALUES (NEW."added_by_id", NEW."applied_at", NEW."corrected", NEW."document_id", NEW."error", NEW."id", NEW."kept_for", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reviewer_id", NEW."state"); RETURN NULL;',
                    hash="7e3d2ad1a00be8e0deae65b6eff198b819a5d988",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4ab42",
                    table="meetings_review",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_reviewevent" ("added_by_id", "applied_at", "corrected", "document_id", "error", "id", "kept_for", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "state") VALUES (OLD."added_by_id", OLD."applied_at", OLD."corrected", OLD."document_id", OLD."error", OLD."id", OLD."kept_for", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reviewer_id", OLD."state"); RETURN NULL;',
                    hash="9c8fa790d79f6df0a79656df7035c6f452681c8f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ccde4",
                    table="meetings_review",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomcomment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_roomcommentevent" ("id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="f83569712abb3118583b3f21c4154770c775710b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bb609",
                    table="meetings_roomcomment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomcomment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_roomcommentevent" ("id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."text", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="41d67b87a4c5d7cc27182ce61e0d4830b30f65cc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d755e",
                    table="meetings_roomcomment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomcomment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_roomcommentevent" ("id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at", "written_by_id") VALUES (OLD."id", OLD."leg_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."text", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="6fff021c63c0f661c9d5e218754190f0978c97f8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b767c",
                    table="meetings_roomcomment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomdraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_roomdraftevent" ("based_on", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "stance", "version", "written_at", "written_by_id") VALUES (NEW."based_on", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."remarks", NEW."stance", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="6cdd08e6d9b0d312f2c929e9cdcf9284dc2e2743",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3176f",
                    table="meetings_roomdraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomdraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_roomdraftevent" ("based_on", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "stance", "version", "written_at", "written_by_id") VALUES (NEW."based_on", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."remarks", NEW."stance", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="e8acb009bef42753f4ba892be53bf14ad4f8bbf8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_246c5",
                    table="meetings_roomdraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomdraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_roomdraftevent" ("based_on", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "stance", "version", "written_at", "written_by_id") VALUES (OLD."based_on", OLD."id", OLD."leg_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."remarks", OLD."stance", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="4b251f412f2a7defec29070ee9717b569745cfe2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_09651",
                    table="meetings_roomdraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomhearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_roomhearingevent" ("body_id", "body_name", "date", "id", "leg_id", "outcome", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (NEW."body_id", NEW."body_name", NEW."date", NEW."id", NEW."leg_id", NEW."outcome", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="61c3eaf6cd105c2ecc5e98f9ab494ace0fa11758",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bba0a",
                    table="meetings_roomhearing",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomhearing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_roomhearingevent" ("body_id", "body_name", "date", "id", "leg_id", "outcome", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (NEW."body_id", NEW."body_name", NEW."date", NEW."id", NEW."leg_id", NEW."outcome", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="4500f3c0d2c3c1e45a0da53c1ce0e920d3f00113",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d04f0",
                    table="meetings_roomhearing",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomhearing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_roomhearingevent" ("body_id", "body_name", "date", "id", "leg_id", "outcome", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (OLD."body_id", OLD."body_name", OLD."date", OLD."id", OLD."leg_id", OLD."outcome", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="49efc765f4a79e5da37ffcdaf3b4ee111618d9e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2b042",
                    table="meetings_roomhearing",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d5375f6857a139371fd2f60f79b0a30995f4acb9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6ae07",
                    table="meetings_actionevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="agendaitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1b8de708c8bd890b145ba1a7c1536a2aac70cd27",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6ea58",
                    table="meetings_agendaitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attendanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c4d0488822c783a9f4da7dadce2288f10bbaf0f8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ae376",
                    table="meetings_attendanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="caseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7d17799e90d452d980623e6eec8124b62deacf50",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_28f67",
                    table="meetings_caseevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5515a372fa8c1970c8c17cb6f5bc5143b487a873",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b2592",
                    table="meetings_closedactionevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedclauseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6815d45d4ba5c8bf62216b2bc892523be3dadb24",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7358f",
                    table="meetings_closedclauseevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedfactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="20c5ee8617eecfa27ce99c38b59a9a7807d05b3b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_26472",
                    table="meetings_closedfactevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closeditemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f2e5ce4bcc24d9e090734ea29ab6da514b68c0e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cb13f",
                    table="meetings_closeditemevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedresolutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ade7111b43d62d7740b643ca6d6782610c447605",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_58537",
                    table="meetings_closedresolutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="importedfactevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d2ed7b920e40eaf0e9c5137c9e25a75a76946715",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0decc",
                    table="meetings_importedfactevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="legevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="16d5bbb7cf7c421b64a45d203e49c754fd18015a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6e26a",
                    table="meetings_legevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meetingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="161adc4dee7601797a02097cded16f6fce0bad5d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2b4ce",
                    table="meetings_meetingevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="positionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4bdb4458f26bc0573728e605b5b7bf90c7bd013d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b85fc",
                    table="meetings_positionevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="recommendationclauseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b164a72ee9e6e9817450cb189300d2c5822d290e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_44c3b",
                    table="meetings_recommendationclauseevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="resolutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a6e5fae829029cb522785cc641a498f8f865ec2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3c733",
                    table="meetings_resolutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9f2a9be8108fc41a5d05bdc99f75026a3a5caf67",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2ac1f",
                    table="meetings_reviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomcommentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e4a7be94cedad31e9f0a26a3500bddf9709e414c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d1e81",
                    table="meetings_roomcommentevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomdraftevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c6edce808bae39bb2ac3a5a94a39e634a848cd5b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_49376",
                    table="meetings_roomdraftevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roomhearingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3e01c5d40b5834a0d131b13abbbb10fce5c4e161",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b334c",
                    table="meetings_roomhearingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(
            samstyr.platform.history.note_what_stands("meetings"), migrations.RunPython.noop
        ),
    ]
