"""Written procedures, consultations, ratification, moved duties, and what was sent."""

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
    """The tables, and the triggers that keep their history."""

    dependencies = [
        ("meetings", "0008_recording"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consultation",
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
                ("title", models.TextField(verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="what is asked")),
                ("opened_on", models.DateField(verbose_name="opened")),
                ("deadline", models.DateField(verbose_name="deadline")),
                ("state", models.TextField(default="open", verbose_name="state")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consultations",
                        to="meetings.case",
                        verbose_name="case",
                    ),
                ),
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
                "verbose_name": "consultation",
                "verbose_name_plural": "consultations",
                "ordering": ["deadline", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["closed", "open", "withdrawn"])),
                        name="consultation_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationEvent",
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
                ("title", models.TextField(verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="what is asked")),
                ("opened_on", models.DateField(verbose_name="opened")),
                ("deadline", models.DateField(verbose_name="deadline")),
                ("state", models.TextField(default="open", verbose_name="state")),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.consultation",
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
                    models.Index(fields=["case"], name="meetings_co_case_id_fd11d0_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_consultation",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationReply",
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
                ("name", models.TextField(blank=True, verbose_name="name")),
                ("text", models.TextField(blank=True, verbose_name="reply")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="replied")),
                ("no_remarks", models.BooleanField(default=False, verbose_name="without remarks")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="meetings.consultation",
                        verbose_name="consultation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.organisation",
                        verbose_name="organisation",
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
                "verbose_name": "reply to a consultation",
                "verbose_name_plural": "replies to a consultation",
                "ordering": ["consultation", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("organisation__isnull", False)),
                            models.Q(("organisation__isnull", True), models.Q(("name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="reply_is_of_somebody",
                    ),
                    models.UniqueConstraint(
                        fields=("consultation", "organisation", "name"),
                        name="reply_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConsultationReplyEvent",
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
                ("name", models.TextField(blank=True, verbose_name="name")),
                ("text", models.TextField(blank=True, verbose_name="reply")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="replied")),
                ("no_remarks", models.BooleanField(default=False, verbose_name="without remarks")),
                (
                    "consultation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.consultation",
                        verbose_name="consultation",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.consultationreply",
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
                    models.Index(fields=["consultation"], name="meetings_co_consult_fc799b_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_consultationreply",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("key", models.TextField(verbose_name="key")),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="opened")),
                ("problem", models.TextField(blank=True, verbose_name="problem")),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
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
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "ordering": ["asked_at", "id"],
                "constraints": [models.UniqueConstraint(fields=("user", "key"), name="delivery_once")],
            },
        ),
        migrations.CreateModel(
            name="DeliveryEvent",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("key", models.TextField(verbose_name="key")),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="opened")),
                ("problem", models.TextField(blank=True, verbose_name="problem")),
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
                        to="meetings.delivery",
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
                    models.Index(fields=["meeting"], name="meetings_de_meeting_bc6799_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_delivery",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyPlacement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("planned", models.DateField(verbose_name="planned")),
                ("meeting_on", models.DateField(verbose_name="meeting")),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="registry.duty",
                        verbose_name="duty",
                    ),
                ),
            ],
            options={
                "verbose_name": "moved duty",
                "verbose_name_plural": "moved duties",
                "ordering": ["planned"],
                "constraints": [
                    models.UniqueConstraint(fields=("duty", "planned"), name="duty_placement_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyPlacementEvent",
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
                ("planned", models.DateField(verbose_name="planned")),
                ("meeting_on", models.DateField(verbose_name="meeting")),
                (
                    "duty",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.duty",
                        verbose_name="duty",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.dutyplacement",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["duty"], name="meetings_du_duty_id_af5147_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_dutyplacement",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ratification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body_name", models.TextField(blank=True, verbose_name="name of the body")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("state", models.TextField(default="awaited", verbose_name="state")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                (
                    "funding_dkk",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="funding in kroner",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.forum",
                        verbose_name="body",
                    ),
                ),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ratifications",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratifications",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
            ],
            options={
                "verbose_name": "ratification",
                "verbose_name_plural": "ratifications",
                "ordering": ["leg", "party", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("leg", "party", "body", "body_name"),
                        name="ratification_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["awaited", "ratified", "refused"])),
                        name="ratification_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatificationEvent",
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
                ("body_name", models.TextField(blank=True, verbose_name="name of the body")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("state", models.TextField(default="awaited", verbose_name="state")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided")),
                (
                    "funding_dkk",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=14,
                        null=True,
                        verbose_name="funding in kroner",
                    ),
                ),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
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
                        to="meetings.ratification",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["leg"], name="meetings_ra_leg_id_41e32a_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_ratification",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenProcedure",
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
                ("opened_on", models.DateField(verbose_name="opened")),
                ("deadline", models.DateField(verbose_name="deadline")),
                ("state", models.TextField(default="open", verbose_name="state")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="procedures",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.paperversion",
                        verbose_name="case paper",
                    ),
                ),
                (
                    "reported",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="meetings.agendaitem",
                        verbose_name="reported under",
                    ),
                ),
                (
                    "silence_basis",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.instrument",
                        verbose_name="silence counts by",
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
                "verbose_name": "written procedure",
                "verbose_name_plural": "written procedures",
                "ordering": ["deadline", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["carried", "not-carried", "open", "to-meeting", "withdrawn"])
                        ),
                        name="written_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenAnswer",
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
                ("answer", models.TextField(verbose_name="answer")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.party",
                        verbose_name="party",
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
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="meetings.writtenprocedure",
                        verbose_name="written procedure",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer in writing",
                "verbose_name_plural": "answers in writing",
                "ordering": ["procedure", "party"],
                "constraints": [
                    models.UniqueConstraint(fields=("procedure", "party"), name="written_answer_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenAnswerEvent",
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
                ("answer", models.TextField(verbose_name="answer")),
                ("text", models.TextField(blank=True, verbose_name="text")),
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
                        to="meetings.writtenanswer",
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
                (
                    "procedure",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.writtenprocedure",
                        verbose_name="written procedure",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["procedure"], name="meetings_wr_procedu_97b01c_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_writtenanswer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WrittenProcedureEvent",
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
                ("opened_on", models.DateField(verbose_name="opened")),
                ("deadline", models.DateField(verbose_name="deadline")),
                ("state", models.TextField(default="open", verbose_name="state")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
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
                        db_constraint=False,
                        db_index=False,
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
                        to="meetings.writtenprocedure",
                    ),
                ),
                (
                    "reported",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.agendaitem",
                        verbose_name="reported under",
                    ),
                ),
                (
                    "silence_basis",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.instrument",
                        verbose_name="silence counts by",
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
                    models.Index(fields=["leg"], name="meetings_wr_leg_id_7a5d61_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_writtenprocedure",
                    ),
                ],
            },
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_consultationevent" ("case_id", "deadline", "forum_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state", "text", "title", "version", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."deadline", NEW."forum_id", NEW."id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."state", NEW."text", NEW."title", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2d9f68f32f119107bd175159b1f73f446d8330b2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c76d8",
                    table="meetings_consultation",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_consultationevent" ("case_id", "deadline", "forum_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state", "text", "title", "version", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."deadline", NEW."forum_id", NEW."id", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."state", NEW."text", NEW."title", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="14b175485f19c89920079f31ae923d1f206787e2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ccb09",
                    table="meetings_consultation",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_consultationevent" ("case_id", "deadline", "forum_id", "id", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "state", "text", "title", "version", "written_at", "written_by_id") VALUES (OLD."case_id", OLD."deadline", OLD."forum_id", OLD."id", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."state", OLD."text", OLD."title", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="d0b89788cd8852faa98f1bc4c7288c52cdb46c36",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_583cc",
                    table="meetings_consultation",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2b4dda00cbf874ed734efc8b974122045da51f69",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4a5f5",
                    table="meetings_consultationevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultationreply",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_consultationreplyevent" ("consultation_id", "id", "name", "no_remarks", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "replied_on", "text", "version", "written_at", "written_by_id") VALUES (NEW."consultation_id", NEW."id", NEW."name", NEW."no_remarks", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."replied_on", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="a93e0fdc6272b2a522f101f9fee1d2e2e3eb79d8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_420ba",
                    table="meetings_consultationreply",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultationreply",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_consultationreplyevent" ("consultation_id", "id", "name", "no_remarks", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "replied_on", "text", "version", "written_at", "written_by_id") VALUES (NEW."consultation_id", NEW."id", NEW."name", NEW."no_remarks", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."replied_on", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="e1409920bcd6725573abf48a7c0496a08db23d4a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0203e",
                    table="meetings_consultationreply",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultationreply",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_consultationreplyevent" ("consultation_id", "id", "name", "no_remarks", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "replied_on", "text", "version", "written_at", "written_by_id") VALUES (OLD."consultation_id", OLD."id", OLD."name", OLD."no_remarks", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."replied_on", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="2d90232d382fe01be80aa1a16daa5a4de100db61",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a9add",
                    table="meetings_consultationreply",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="consultationreplyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f9cd4cf74eb0ad8521b2df0a0c5b86ecbdd0d8e2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9691d",
                    table="meetings_consultationreplyevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="delivery",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_deliveryevent" ("asked_at", "id", "key", "kind", "meeting_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "readers", "sent_at", "user_id") VALUES (NEW."asked_at", NEW."id", NEW."key", NEW."kind", NEW."meeting_id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."problem", NEW."readers", NEW."sent_at", NEW."user_id"); RETURN NULL;',
                    hash="0b172a10ac1b99d4ca36c04a87f55cbe474a3672",
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
                    func='INSERT INTO "meetings_deliveryevent" ("asked_at", "id", "key", "kind", "meeting_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "readers", "sent_at", "user_id") VALUES (NEW."asked_at", NEW."id", NEW."key", NEW."kind", NEW."meeting_id", NEW."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."problem", NEW."readers", NEW."sent_at", NEW."user_id"); RETURN NULL;',
                    hash="57604746ccdc07ffdbdbae90c5ef29c0734dc72d",
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
                    func='INSERT INTO "meetings_deliveryevent" ("asked_at", "id", "key", "kind", "meeting_id", "opened_at", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "readers", "sent_at", "user_id") VALUES (OLD."asked_at", OLD."id", OLD."key", OLD."kind", OLD."meeting_id", OLD."opened_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."problem", OLD."readers", OLD."sent_at", OLD."user_id"); RETURN NULL;',
                    hash="baf95094c1650623c2bc42ca4e29cf958594aa4b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b697b",
                    table="meetings_delivery",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="deliveryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ac0a820e1355b02bce333190699a7e36a02f2410",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0a4dc",
                    table="meetings_deliveryevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dutyplacement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_dutyplacementevent" ("duty_id", "id", "meeting_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (NEW."duty_id", NEW."id", NEW."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."planned"); RETURN NULL;',
                    hash="77579a85001516a8cb5f95cfd33d724e36d26bc6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_02a74",
                    table="meetings_dutyplacement",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dutyplacement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_dutyplacementevent" ("duty_id", "id", "meeting_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (NEW."duty_id", NEW."id", NEW."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."planned"); RETURN NULL;',
                    hash="b7bc38be0379aa29434bb92d46d441c0c2df54b7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_63d07",
                    table="meetings_dutyplacement",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dutyplacement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_dutyplacementevent" ("duty_id", "id", "meeting_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned") VALUES (OLD."duty_id", OLD."id", OLD."meeting_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."planned"); RETURN NULL;',
                    hash="26780f403857a3822f1d16586ded6173d6c0ebc5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_edaf0",
                    table="meetings_dutyplacement",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dutyplacementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a3651bcad795c9bdaa1b9456800152777494e31",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a9299",
                    table="meetings_dutyplacementevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="ratification",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_ratificationevent" ("body_id", "body_name", "decided_on", "due", "evidence", "funding_dkk", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."body_id", NEW."body_name", NEW."decided_on", NEW."due", NEW."evidence", NEW."funding_dkk", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                    hash="bc9d29472c31ef7ed58c946678bb2dbc8a228a22",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab9dd",
                    table="meetings_ratification",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="ratification",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_ratificationevent" ("body_id", "body_name", "decided_on", "due", "evidence", "funding_dkk", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."body_id", NEW."body_name", NEW."decided_on", NEW."due", NEW."evidence", NEW."funding_dkk", NEW."id", NEW."leg_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                    hash="239110a91c01e9ef0a7b747941f3ac4b7adbf24f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1ef8",
                    table="meetings_ratification",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="ratification",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_ratificationevent" ("body_id", "body_name", "decided_on", "due", "evidence", "funding_dkk", "id", "leg_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."body_id", OLD."body_name", OLD."decided_on", OLD."due", OLD."evidence", OLD."funding_dkk", OLD."id", OLD."leg_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                    hash="7e9cbe0a6e9292892a27d7b727b2dd5034436638",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c45a6",
                    table="meetings_ratification",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="ratificationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0dd3e00426a8f909992c2bb5ab412645223bde67",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7427f",
                    table="meetings_ratificationevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenprocedure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_writtenprocedureevent" ("closed_on", "deadline", "id", "leg_id", "opened_on", "paper_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reported_id", "silence_basis_id", "state", "version", "written_at", "written_by_id") VALUES (NEW."closed_on", NEW."deadline", NEW."id", NEW."leg_id", NEW."opened_on", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."reported_id", NEW."silence_basis_id", NEW."state", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="5fadc5c12a4c8b05c3b5e17eb34aa6d70066dcd5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_93ff7",
                    table="meetings_writtenprocedure",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenprocedure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_writtenprocedureevent" ("closed_on", "deadline", "id", "leg_id", "opened_on", "paper_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reported_id", "silence_basis_id", "state", "version", "written_at", "written_by_id") VALUES (NEW."closed_on", NEW."deadline", NEW."id", NEW."leg_id", NEW."opened_on", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."reported_id", NEW."silence_basis_id", NEW."state", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="5b3cf7daffa4b2a135aa9d96e52fc5df4e678060",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3239e",
                    table="meetings_writtenprocedure",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenprocedure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_writtenprocedureevent" ("closed_on", "deadline", "id", "leg_id", "opened_on", "paper_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reported_id", "silence_basis_id", "state", "version", "written_at", "written_by_id") VALUES (OLD."closed_on", OLD."deadline", OLD."id", OLD."leg_id", OLD."opened_on", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."reported_id", OLD."silence_basis_id", OLD."state", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="3fde96bfae7e4abb364810fe4d590a12d12bee37",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dc266",
                    table="meetings_writtenprocedure",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3dcdaaddcbffd49696f148cfd91d96768ed3de50",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ad16b",
                    table="meetings_writtenanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_writtenanswerevent" ("answer", "id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."answer", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."procedure_id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="18e659b2f400dd36207e8db9c29b2a2e0920ebc3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b0c40",
                    table="meetings_writtenanswer",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_writtenanswerevent" ("answer", "id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."answer", NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."procedure_id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="180de1c8d00edd23f7ca5604ee1539eb35be59e6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5619",
                    table="meetings_writtenanswer",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_writtenanswerevent" ("answer", "id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (OLD."answer", OLD."id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."procedure_id", OLD."readers", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="b847d46843d7a15ad825f4af5d134951385c3c7b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9bb0a",
                    table="meetings_writtenanswer",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="writtenprocedureevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f170be1a4ac421ab26b05e1fdacb07454620e874",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_95700",
                    table="meetings_writtenprocedureevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
