"""Case papers, attachments and signatures in versions; the states of cases, legs and meetings."""

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers


class Migration(migrations.Migration):
    """The tables and columns, and the triggers that keep their history."""

    dependencies = [
        ("accounts", "0003_history"),
        ("documents", "0003_history"),
        ("meetings", "0006_history"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        samstyr.platform.triggers.RemoveTrigger(
            model_name="agendaitem",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="agendaitem",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="agendaitem",
            name="delete_delete",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="attendance",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="attendance",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="attendance",
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
        samstyr.platform.triggers.RemoveTrigger(
            model_name="meeting",
            name="insert_insert",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="meeting",
            name="update_update",
        ),
        samstyr.platform.triggers.RemoveTrigger(
            model_name="meeting",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="agendaitem",
            name="item_position_once",
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="approves",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approved_under",
                to="meetings.meeting",
                verbose_name="approves the minutes of",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="changed after it was sent"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="minutes_estimated",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="estimated minutes"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="origin",
            field=models.TextField(blank=True, verbose_name="comes from"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="presenter",
            field=models.TextField(blank=True, verbose_name="presented by"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="sitting_as",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.forum",
                verbose_name="sitting as",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="supplementary",
            field=models.BooleanField(default=False, verbose_name="supplementary"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="version",
            field=models.PositiveIntegerField(default=0, verbose_name="version"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="taken off"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="approves",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="meetings.meeting",
                verbose_name="approves the minutes of",
            ),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="changed after it was sent"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="minutes_estimated",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="estimated minutes"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="origin",
            field=models.TextField(blank=True, verbose_name="comes from"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="presenter",
            field=models.TextField(blank=True, verbose_name="presented by"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="sitting_as",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="registry.forum",
                verbose_name="sitting as",
            ),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="supplementary",
            field=models.BooleanField(default=False, verbose_name="supplementary"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="version",
            field=models.PositiveIntegerField(default=0, verbose_name="version"),
        ),
        migrations.AddField(
            model_name="agendaitemevent",
            name="withdrawn",
            field=models.BooleanField(default=False, verbose_name="taken off"),
        ),
        migrations.AddField(
            model_name="attendance",
            name="substitute_for",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.person",
                verbose_name="substitute for",
            ),
        ),
        migrations.AddField(
            model_name="attendanceevent",
            name="substitute_for",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.person",
                verbose_name="substitute for",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="closed",
            field=models.BooleanField(default=False, verbose_name="closed"),
        ),
        migrations.AddField(
            model_name="case",
            name="duty",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="cases",
                to="registry.duty",
                verbose_name="duty",
            ),
        ),
        migrations.AddField(
            model_name="case",
            name="state",
            field=models.TextField(default="draft", verbose_name="state"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="closed",
            field=models.BooleanField(default=False, verbose_name="closed"),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="duty",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="registry.duty",
                verbose_name="duty",
            ),
        ),
        migrations.AddField(
            model_name="caseevent",
            name="state",
            field=models.TextField(default="draft", verbose_name="state"),
        ),
        migrations.AddField(
            model_name="leg",
            name="act",
            field=models.TextField(blank=True, verbose_name="act"),
        ),
        migrations.AddField(
            model_name="leg",
            name="state",
            field=models.TextField(default="planned", verbose_name="state"),
        ),
        migrations.AddField(
            model_name="legevent",
            name="act",
            field=models.TextField(blank=True, verbose_name="act"),
        ),
        migrations.AddField(
            model_name="legevent",
            name="state",
            field=models.TextField(default="planned", verbose_name="state"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="approved_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="minutes approved"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="called_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="called"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="extraordinary",
            field=models.BooleanField(default=False, verbose_name="extraordinary"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="frozen_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="agenda sent"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="held_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="held"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="minutes_sent_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="minutes sent"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="published_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="published"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="version",
            field=models.PositiveIntegerField(default=0, verbose_name="version"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="approved_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="minutes approved"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="called_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="called"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="extraordinary",
            field=models.BooleanField(default=False, verbose_name="extraordinary"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="frozen_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="agenda sent"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="held_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="held"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="minutes_sent_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="minutes sent"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="published_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="published"),
        ),
        migrations.AddField(
            model_name="meetingevent",
            name="version",
            field=models.PositiveIntegerField(default=0, verbose_name="version"),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("meeting", "position"),
                name="item_position_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed", False),
                    models.Q(
                        ("duty__isnull", True), ("subject__isnull", True), ("summary", ""), ("title", "")
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
                    ("state__in", ["binding", "decided", "draft", "lapsed", "routed", "withdrawn"])
                ),
                name="case_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["called", "frozen", "held", "minutes-approved", "minutes-sent", "planned"])
                ),
                name="meeting_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="leg",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["booked", "on-agenda", "passed", "planned", "returned", "skipped", "treated"],
                    )
                ),
                name="leg_state_known",
            ),
        ),
        migrations.CreateModel(
            name="Attachment",
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
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("title", models.TextField(verbose_name="title")),
                ("name", models.CharField(max_length=255, verbose_name="file name")),
                ("media_type", models.CharField(max_length=127, verbose_name="media type")),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("withdrawn", models.BooleanField(default=False, verbose_name="taken off")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="meetings.case",
                        verbose_name="case",
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
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ["number", "version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "number", "version"), name="attachment_version_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AttachmentEvent",
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
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("title", models.TextField(verbose_name="title")),
                ("name", models.CharField(max_length=255, verbose_name="file name")),
                ("media_type", models.CharField(max_length=127, verbose_name="media type")),
                ("size", models.PositiveIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("withdrawn", models.BooleanField(default=False, verbose_name="taken off")),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.attachment",
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
                    models.Index(fields=["case"], name="meetings_at_case_id_d65ad4_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_attachment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClosedCase",
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
                ("title", models.TextField(verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="what it is about")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="content",
                        to="meetings.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "closed case",
                "verbose_name_plural": "closed cases",
            },
        ),
        migrations.CreateModel(
            name="ClosedCaseEvent",
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
                ("title", models.TextField(verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="what it is about")),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.closedcase",
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
                    models.Index(fields=["case"], name="meetings_cl_case_id_a4dc43_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_closedcase",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperVersion",
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
                ("based_on", models.PositiveIntegerField(default=0, verbose_name="built on version")),
                ("clauses", models.JSONField(default=list, verbose_name="recommendation")),
                ("background", models.TextField(blank=True, verbose_name="background")),
                ("presentation", models.TextField(blank=True, verbose_name="presentation of the case")),
                ("economy", models.TextField(blank=True, verbose_name="economy")),
                ("further", models.TextField(blank=True, verbose_name="further process")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="meetings.case",
                        verbose_name="case",
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
                "verbose_name": "case paper",
                "verbose_name_plural": "case papers",
                "ordering": ["version"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "version"), name="paper_version_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperVersionEvent",
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
                ("based_on", models.PositiveIntegerField(default=0, verbose_name="built on version")),
                ("clauses", models.JSONField(default=list, verbose_name="recommendation")),
                ("background", models.TextField(blank=True, verbose_name="background")),
                ("presentation", models.TextField(blank=True, verbose_name="presentation of the case")),
                ("economy", models.TextField(blank=True, verbose_name="economy")),
                ("further", models.TextField(blank=True, verbose_name="further process")),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.paperversion",
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
                    models.Index(fields=["case"], name="meetings_pa_case_id_a7eb0a_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_paperversion",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
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
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="signed")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatures",
                        to="meetings.attachment",
                        verbose_name="attachment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="accounts.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "signature",
                "verbose_name_plural": "signatures",
                "ordering": ["asked_at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("attachment", "person"), name="signature_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SignatureEvent",
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
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="signed")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "attachment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.attachment",
                        verbose_name="attachment",
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
                        to="meetings.signature",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["attachment"], name="meetings_si_attachm_dcd20b_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_signature",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Treatment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="treatments",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="treatments",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.paperversion",
                        verbose_name="case paper",
                    ),
                ),
            ],
            options={
                "verbose_name": "treatment",
                "verbose_name_plural": "treatments",
                "ordering": ["leg", "item"],
                "constraints": [models.UniqueConstraint(fields=("leg", "item"), name="treatment_once")],
            },
        ),
        migrations.CreateModel(
            name="TreatmentEvent",
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
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.paperversion",
                        verbose_name="case paper",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.treatment",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["leg"], name="meetings_tr_leg_id_5f75c4_idx"),
                    models.Index(fields=["item"], name="meetings_tr_item_id_9fc4df_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_treatment",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="leg",
            name="items",
            field=models.ManyToManyField(
                related_name="legs",
                through="meetings.Treatment",
                to="meetings.agendaitem",
                verbose_name="agenda items",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_agendaitemevent" ("approves_id", "changed_at", "closed", "id", "kind", "kind_from", "meeting_id", "minutes_estimated", "number", "origin", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "sitting_as_id", "span", "subject_id", "supplementary", "title", "version", "withdrawn") VALUES (NEW."approves_id", NEW."changed_at", NEW."closed", NEW."id", NEW."kind", NEW."kind_from", NEW."meeting_id", NEW."minutes_estimated", NEW."number", NEW."origin", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."presenter", NEW."sitting_as_id", NEW."span", NEW."subject_id", NEW."supplementary", NEW."title", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="1b2e5547ee066a733f900f3a1407bea514bbb3f9",
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
                    func='INSERT INTO "meetings_agendaitemevent" ("approves_id", "changed_at", "closed", "id", "kind", "kind_from", "meeting_id", "minutes_estimated", "number", "origin", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "sitting_as_id", "span", "subject_id", "supplementary", "title", "version", "withdrawn") VALUES (NEW."approves_id", NEW."changed_at", NEW."closed", NEW."id", NEW."kind", NEW."kind_from", NEW."meeting_id", NEW."minutes_estimated", NEW."number", NEW."origin", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."presenter", NEW."sitting_as_id", NEW."span", NEW."subject_id", NEW."supplementary", NEW."title", NEW."version", NEW."withdrawn"); RETURN NULL;',
                    hash="11f3571ae7e110a96b11e5818ce166d6de403d3f",
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
                    func='INSERT INTO "meetings_agendaitemevent" ("approves_id", "changed_at", "closed", "id", "kind", "kind_from", "meeting_id", "minutes_estimated", "number", "origin", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "sitting_as_id", "span", "subject_id", "supplementary", "title", "version", "withdrawn") VALUES (OLD."approves_id", OLD."changed_at", OLD."closed", OLD."id", OLD."kind", OLD."kind_from", OLD."meeting_id", OLD."minutes_estimated", OLD."number", OLD."origin", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."presenter", OLD."sitting_as_id", OLD."span", OLD."subject_id", OLD."supplementary", OLD."title", OLD."version", OLD."withdrawn"); RETURN NULL;',
                    hash="415804a77f30c575f55c63bd9b56d9863b65878f",
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
                    func='INSERT INTO "meetings_attendanceevent" ("attendance", "id", "items", "meeting_id", "organisation_id", "organisation_text", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "substitute_for_id") VALUES (NEW."attendance", NEW."id", NEW."items", NEW."meeting_id", NEW."organisation_id", NEW."organisation_text", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."role", NEW."substitute_for_id"); RETURN NULL;',
                    hash="61d0332efd917675018b6430415e15c6139da2bd",
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
                    func='INSERT INTO "meetings_attendanceevent" ("attendance", "id", "items", "meeting_id", "organisation_id", "organisation_text", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "substitute_for_id") VALUES (NEW."attendance", NEW."id", NEW."items", NEW."meeting_id", NEW."organisation_id", NEW."organisation_text", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."role", NEW."substitute_for_id"); RETURN NULL;',
                    hash="bb08bc6447206d8ede5ffb6973bf269b7feb8f1e",
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
                    func='INSERT INTO "meetings_attendanceevent" ("attendance", "id", "items", "meeting_id", "organisation_id", "organisation_text", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "substitute_for_id") VALUES (OLD."attendance", OLD."id", OLD."items", OLD."meeting_id", OLD."organisation_id", OLD."organisation_text", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."role", OLD."substitute_for_id"); RETURN NULL;',
                    hash="1e5f0bfa8ca95b81fe9c8f72d788b3d699f8bf5f",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "subject_id", "summary", "title") VALUES (NEW."closed", NEW."duty_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."state", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="7477a2c3a8ea6a93ffa6b84601307ff7dcb32691",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "subject_id", "summary", "title") VALUES (NEW."closed", NEW."duty_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."state", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="3b655393a0ddcaaa76d9060f3c8adab6f721913b",
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
                    func='INSERT INTO "meetings_caseevent" ("closed", "duty_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "subject_id", "summary", "title") VALUES (OLD."closed", OLD."duty_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."state", OLD."subject_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="d13ba2b2e51e484bbf8ab25d2aa5a637ea2cf32e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_cc511",
                    table="meetings_case",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="leg",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "state") VALUES (NEW."act", NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."state"); RETURN NULL;',
                    hash="3f71afbdf53442097ee9045dd8c63d6873b75143",
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
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "state") VALUES (NEW."act", NEW."case_id", NEW."forum_id", NEW."id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."state"); RETURN NULL;',
                    hash="626707a6d0851d19462052f7fcc72d9124c3caae",
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
                    func='INSERT INTO "meetings_legevent" ("act", "case_id", "forum_id", "id", "meeting_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "state") VALUES (OLD."act", OLD."case_id", OLD."forum_id", OLD."id", OLD."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."state"); RETURN NULL;',
                    hash="c063e37eedad6c822826884b3e56eab8bc98b8eb",
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
                    func='INSERT INTO "meetings_meetingevent" ("applied_at", "approved_at", "called_at", "date", "document_id", "end", "extraordinary", "forum_id", "frozen_at", "held_at", "id", "minutes_name", "minutes_sent_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "start", "state", "version") VALUES (NEW."applied_at", NEW."approved_at", NEW."called_at", NEW."date", NEW."document_id", NEW."end", NEW."extraordinary", NEW."forum_id", NEW."frozen_at", NEW."held_at", NEW."id", NEW."minutes_name", NEW."minutes_sent_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."published_at", NEW."start", NEW."state", NEW."version"); RETURN NULL;',
                    hash="0bee9075d5031ce78c5921f1648823dd622cda02",
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
                    func='INSERT INTO "meetings_meetingevent" ("applied_at", "approved_at", "called_at", "date", "document_id", "end", "extraordinary", "forum_id", "frozen_at", "held_at", "id", "minutes_name", "minutes_sent_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "start", "state", "version") VALUES (NEW."applied_at", NEW."approved_at", NEW."called_at", NEW."date", NEW."document_id", NEW."end", NEW."extraordinary", NEW."forum_id", NEW."frozen_at", NEW."held_at", NEW."id", NEW."minutes_name", NEW."minutes_sent_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."published_at", NEW."start", NEW."state", NEW."version"); RETURN NULL;',
                    hash="7ba1e5018c8673c5c74cdc23b194b4520402f1c5",
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
                    func='INSERT INTO "meetings_meetingevent" ("applied_at", "approved_at", "called_at", "date", "document_id", "end", "extraordinary", "forum_id", "frozen_at", "held_at", "id", "minutes_name", "minutes_sent_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "start", "state", "version") VALUES (OLD."applied_at", OLD."approved_at", OLD."called_at", OLD."date", OLD."document_id", OLD."end", OLD."extraordinary", OLD."forum_id", OLD."frozen_at", OLD."held_at", OLD."id", OLD."minutes_name", OLD."minutes_sent_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."published_at", OLD."start", OLD."state", OLD."version"); RETURN NULL;',
                    hash="5d88bc77768cd1f8b4b8afc9df8c3565ac0137d3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4bf26",
                    table="meetings_meeting",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attachmentevent" ("case_id", "id", "media_type", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "sha256", "size", "title", "version", "withdrawn", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."id", NEW."media_type", NEW."name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."sha256", NEW."size", NEW."title", NEW."version", NEW."withdrawn", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="826c2f96c84f1c56348c91de7b991f1843e87955",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b8e4b",
                    table="meetings_attachment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_attachmentevent" ("case_id", "id", "media_type", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "sha256", "size", "title", "version", "withdrawn", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."id", NEW."media_type", NEW."name", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."sha256", NEW."size", NEW."title", NEW."version", NEW."withdrawn", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="c640b3aa8c9d8467506e78d5c3bf268be67b4fc2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b022d",
                    table="meetings_attachment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attachment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_attachmentevent" ("case_id", "id", "media_type", "name", "number", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "sha256", "size", "title", "version", "withdrawn", "written_at", "written_by_id") VALUES (OLD."case_id", OLD."id", OLD."media_type", OLD."name", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."sha256", OLD."size", OLD."title", OLD."version", OLD."withdrawn", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="d0c059e639627dab652c6c3cc6294a417224457d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a288d",
                    table="meetings_attachment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="attachmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d957497994fcfb7969ddfa6f97e4d82c4695aa26",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_efb0b",
                    table="meetings_attachmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedcase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_closedcaseevent" ("case_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "subject_id", "summary", "title") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="e2c412ea6f7ae61db2fe4bdb27308dcb83ce39c5",
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
                    func='INSERT INTO "meetings_closedcaseevent" ("case_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "subject_id", "summary", "title") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."subject_id", NEW."summary", NEW."title"); RETURN NULL;',
                    hash="152a284bc509df2d5fe24947141a4af6470013b9",
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
                    func='INSERT INTO "meetings_closedcaseevent" ("case_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "subject_id", "summary", "title") VALUES (OLD."case_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."subject_id", OLD."summary", OLD."title"); RETURN NULL;',
                    hash="39ff5bdac67f60fc6855b60ac752c1d814ddf677",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_db95e",
                    table="meetings_closedcase",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="closedcaseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a6f5fdf30ae597519ccd7fdd48dc19cb18c9e0b0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_da06b",
                    table="meetings_closedcaseevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paperversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_paperversionevent" ("background", "based_on", "case_id", "clauses", "economy", "further", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "readers", "version", "written_at", "written_by_id") VALUES (NEW."background", NEW."based_on", NEW."case_id", NEW."clauses", NEW."economy", NEW."further", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."presentation", NEW."readers", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2a6eb3fe4a09196d3bfcec08ae52529e0b32abad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e3cbf",
                    table="meetings_paperversion",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paperversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_paperversionevent" ("background", "based_on", "case_id", "clauses", "economy", "further", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "readers", "version", "written_at", "written_by_id") VALUES (NEW."background", NEW."based_on", NEW."case_id", NEW."clauses", NEW."economy", NEW."further", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."presentation", NEW."readers", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="6134c205de876015fe228dafde268e665de0ef87",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c69f8",
                    table="meetings_paperversion",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paperversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_paperversionevent" ("background", "based_on", "case_id", "clauses", "economy", "further", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "presentation", "readers", "version", "written_at", "written_by_id") VALUES (OLD."background", OLD."based_on", OLD."case_id", OLD."clauses", OLD."economy", OLD."further", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."presentation", OLD."readers", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="1f95f8d49cb01b109c1ed391c9691ba2f1de31eb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e902e",
                    table="meetings_paperversion",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paperversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9e4b52439a70c1afad8c49fd5cf432b51580537a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6d848",
                    table="meetings_paperversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_signatureevent" ("asked_at", "attachment_id", "id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "sha256", "signed_at") VALUES (NEW."asked_at", NEW."attachment_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."sha256", NEW."signed_at"); RETURN NULL;',
                    hash="9b96679f57e112fc617977c8f330d8d1f7d41ad4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_90cb3",
                    table="meetings_signature",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_signatureevent" ("asked_at", "attachment_id", "id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "sha256", "signed_at") VALUES (NEW."asked_at", NEW."attachment_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."sha256", NEW."signed_at"); RETURN NULL;',
                    hash="0dd4ec30f82b530feab4baead39b7fdbd9776ea1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea587",
                    table="meetings_signature",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_signatureevent" ("asked_at", "attachment_id", "id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "sha256", "signed_at") VALUES (OLD."asked_at", OLD."attachment_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."sha256", OLD."signed_at"); RETURN NULL;',
                    hash="7a184b2922fc797517802262ef4dc0aff0bc4b57",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f0512",
                    table="meetings_signature",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="signatureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="86e0891492056804c585548d99a0d6b2ae5b3c5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_28453",
                    table="meetings_signatureevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="treatment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_treatmentevent" ("id", "item_id", "leg_id", "paper_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."item_id", NEW."leg_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="8063d3881d00ce07dd70d633e86d7070c039f7e8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_347cb",
                    table="meetings_treatment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="treatment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_treatmentevent" ("id", "item_id", "leg_id", "paper_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."item_id", NEW."leg_id", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="5e3623ed225befeb5c2569fa58c3708951ca4797",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_10843",
                    table="meetings_treatment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="treatment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_treatmentevent" ("id", "item_id", "leg_id", "paper_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."item_id", OLD."leg_id", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="8852a36db5ddca1fd09d002bf61c965578c11375",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9686e",
                    table="meetings_treatment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="treatmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="82bc3a3743b5551c876121213392cf85c90a4a27",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_61d46",
                    table="meetings_treatmentevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
