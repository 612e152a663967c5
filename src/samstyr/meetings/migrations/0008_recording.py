"""What is recorded at a meeting before its minutes are sent."""

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
        ("meetings", "0007_papers"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionDraft",
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
                ("who", models.JSONField(default=list, verbose_name="who")),
                ("what", models.TextField(verbose_name="what")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
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
                "verbose_name": "draft follow-up",
                "verbose_name_plural": "draft follow-up",
                "ordering": ["item__position", "id"],
            },
        ),
        migrations.CreateModel(
            name="ActionDraftEvent",
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
                ("who", models.JSONField(default=list, verbose_name="who")),
                ("what", models.TextField(verbose_name="what")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
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
                        to="meetings.actiondraft",
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
                    models.Index(fields=["item"], name="meetings_ac_item_id_cbf43c_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_actiondraft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DissentStatement",
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
                ("text", models.TextField(verbose_name="text")),
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
                    "organisation",
                    models.ForeignKey(
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
                "verbose_name": "dissent",
                "verbose_name_plural": "dissents",
                "ordering": ["item__position", "id"],
            },
        ),
        migrations.CreateModel(
            name="DissentStatementEvent",
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
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
                        to="meetings.dissentstatement",
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
                    models.Index(fields=["item"], name="meetings_di_item_id_20b7f8_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_dissentstatement",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemText",
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
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="text",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
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
                "verbose_name": "text of the minutes",
                "verbose_name_plural": "texts of the minutes",
            },
        ),
        migrations.CreateModel(
            name="ItemTextEvent",
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
                ("text", models.TextField(blank=True, verbose_name="text")),
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
                        to="meetings.itemtext",
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
                    models.Index(fields=["item"], name="meetings_it_item_id_530bc9_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_itemtext",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesComment",
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
                ("text", models.TextField(verbose_name="text")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
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
                "verbose_name": "comment on the minutes",
                "verbose_name_plural": "comments on the minutes",
                "ordering": ["item__position", "id"],
            },
        ),
        migrations.CreateModel(
            name="MinutesCommentEvent",
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
                ("text", models.TextField(verbose_name="text")),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
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
                        to="meetings.minutescomment",
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
                    models.Index(fields=["item"], name="meetings_mi_item_id_168f20_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_minutescomment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutcomeDraft",
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
                ("clause", models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation")),
                ("verb", models.TextField(verbose_name="verb")),
                ("with_remarks", models.BooleanField(default=False, verbose_name="with remarks")),
                ("words", models.TextField(verbose_name="words of the minutes")),
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
                "verbose_name": "draft outcome",
                "verbose_name_plural": "draft outcomes",
                "ordering": ["item__position", "clause", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "clause"), name="outcome_draft_once", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutcomeDraftEvent",
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
                ("clause", models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation")),
                ("verb", models.TextField(verbose_name="verb")),
                ("with_remarks", models.BooleanField(default=False, verbose_name="with remarks")),
                ("words", models.TextField(verbose_name="words of the minutes")),
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
                        to="meetings.outcomedraft",
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
                    models.Index(fields=["item"], name="meetings_ou_item_id_d1dd21_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_outcomedraft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegisterProposal",
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
                ("content", models.JSONField(verbose_name="entries")),
                ("state", models.TextField(default="proposed", verbose_name="state")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
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
                "verbose_name": "proposal to the register",
                "verbose_name_plural": "proposals to the register",
                "ordering": ["item__position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["entered", "proposed", "refused"])),
                        name="proposal_state_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RegisterProposalEvent",
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
                ("content", models.JSONField(verbose_name="entries")),
                ("state", models.TextField(default="proposed", verbose_name="state")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
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
                        to="meetings.registerproposal",
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
                    models.Index(fields=["item"], name="meetings_re_item_id_cd67d6_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_registerproposal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Remark",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("text", models.TextField(verbose_name="text")),
                ("owner", models.TextField(blank=True, verbose_name="owner")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("if_unmet", models.TextField(blank=True, verbose_name="if it is not met")),
                ("state", models.TextField(default="open", verbose_name="state")),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="settled")),
                (
                    "fallback",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.forum",
                        verbose_name="then goes to",
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
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.organisation",
                        verbose_name="made by",
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
                "verbose_name": "remark",
                "verbose_name_plural": "remarks",
                "ordering": ["item__position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["condition", "remark", "reservation"])),
                        name="remark_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["met", "open", "unmet"])), name="remark_state_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "condition"), ("state", "open"), _connector="OR"),
                        name="only_condition_is_settled",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemarkEvent",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("text", models.TextField(verbose_name="text")),
                ("owner", models.TextField(blank=True, verbose_name="owner")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("if_unmet", models.TextField(blank=True, verbose_name="if it is not met")),
                ("state", models.TextField(default="open", verbose_name="state")),
                ("evidence", models.TextField(blank=True, verbose_name="evidence")),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="settled")),
                (
                    "fallback",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                        verbose_name="then goes to",
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
                        verbose_name="made by",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.remark",
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
                    models.Index(fields=["item"], name="meetings_re_item_id_cd629d_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_remark"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vote",
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
                ("clause", models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation")),
                ("choice", models.TextField(verbose_name="choice")),
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
            ],
            options={
                "verbose_name": "vote",
                "verbose_name_plural": "votes",
                "ordering": ["item__position", "clause", "party"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "clause", "party"), name="vote_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("choice__in", ["abstain", "against", "for"])),
                        name="vote_choice_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VoteEvent",
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
                ("clause", models.PositiveIntegerField(blank=True, null=True, verbose_name="recommendation")),
                ("choice", models.TextField(verbose_name="choice")),
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
                        to="meetings.vote",
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
                    models.Index(fields=["item"], name="meetings_vo_item_id_ece859_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_vote"
                    ),
                ],
            },
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actiondraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actiondraftevent" ("due", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "what", "who", "written_at", "written_by_id") VALUES (NEW."due", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."version", NEW."what", NEW."who", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2a4e8acadb963661de5e1637a5cc06389a035709",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57fae",
                    table="meetings_actiondraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actiondraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_actiondraftevent" ("due", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "what", "who", "written_at", "written_by_id") VALUES (NEW."due", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."version", NEW."what", NEW."who", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="00d353af55fa3e4b3dad77980ddade2defbf2fb0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_08dfc",
                    table="meetings_actiondraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actiondraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_actiondraftevent" ("due", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "what", "who", "written_at", "written_by_id") VALUES (OLD."due", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."version", OLD."what", OLD."who", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="087a3cbb359c91e8f0dc59ee8e8f2fe3eaf9839d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_606ee",
                    table="meetings_actiondraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actiondraftevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1504926d151905f7885a4e7f0feb4f92dfa35003",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0acf3",
                    table="meetings_actiondraftevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dissentstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_dissentstatementevent" ("id", "item_id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="183a4d402150a0a19f308786cb0aeb4436f8c6c6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6bad3",
                    table="meetings_dissentstatement",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dissentstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_dissentstatementevent" ("id", "item_id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="eb27ee08485dfe93829bd45adfd68b19d9d8ce48",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ac0fe",
                    table="meetings_dissentstatement",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dissentstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_dissentstatementevent" ("id", "item_id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (OLD."id", OLD."item_id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="b5096550e10ee2a0fbcc29781b2ff356863af1e1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8fd3e",
                    table="meetings_dissentstatement",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dissentstatementevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7132010a5dd23109f0f52bc08b4df9bf59183047",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_47e6b",
                    table="meetings_dissentstatementevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="itemtext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_itemtextevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="a2eff4d29cbbf1f753188a74fcb57ffdc48ce6f9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_91c72",
                    table="meetings_itemtext",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="itemtext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_itemtextevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="627ce1ca8f8a1f53c146738bd5ff757f91571ae1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ace73",
                    table="meetings_itemtext",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="itemtext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_itemtextevent" ("id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="e94c808e33a45256b5398def76a633ccd14c7ba4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0580c",
                    table="meetings_itemtext",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="itemtextevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="529c5a88779bbacc76b74559e0da376015e75a64",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_124c6",
                    table="meetings_itemtextevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="minutescomment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_minutescommentevent" ("answer", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."answer", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="9b945a563001dc647df5d26056c46c15dcd97721",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc2cf",
                    table="meetings_minutescomment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="minutescomment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_minutescommentevent" ("answer", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (NEW."answer", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="7c9d915634c036f999941d95560633ca8292fb79",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_adf1e",
                    table="meetings_minutescomment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="minutescomment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_minutescommentevent" ("answer", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "text", "version", "written_at", "written_by_id") VALUES (OLD."answer", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="55dd84a4218681e276992def63c0f355ae936c46",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_04a5b",
                    table="meetings_minutescomment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="minutescommentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="865332ce43327a6ac87edb89c9634ce5d66b24b2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fa919",
                    table="meetings_minutescommentevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_outcomedraftevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "verb", "version", "with_remarks", "words", "written_at", "written_by_id") VALUES (NEW."clause", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."verb", NEW."version", NEW."with_remarks", NEW."words", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2c142aa3ddb44c65d6e9b9db64f9ec8497fd5a2c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_487bc",
                    table="meetings_outcomedraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_outcomedraftevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "verb", "version", "with_remarks", "words", "written_at", "written_by_id") VALUES (NEW."clause", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."verb", NEW."version", NEW."with_remarks", NEW."words", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="195a9ff22fabe8ca5d18dde7b0c8dd5a2319f35c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_101e0",
                    table="meetings_outcomedraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_outcomedraftevent" ("clause", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "verb", "version", "with_remarks", "words", "written_at", "written_by_id") VALUES (OLD."clause", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."verb", OLD."version", OLD."with_remarks", OLD."words", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="09a06481b65adfe331439dc5c3b26c6bbdd2937e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c3a19",
                    table="meetings_outcomedraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="outcomedraftevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="22a4119148755e08618a4848b6ae7e432765461c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c91f5",
                    table="meetings_outcomedraftevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="registerproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_registerproposalevent" ("content", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reason", "state", "title", "version", "written_at", "written_by_id") VALUES (NEW."content", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."reason", NEW."state", NEW."title", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="61c7e540bff48e8cd4b63a89e021a561c108ac6b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_99724",
                    table="meetings_registerproposal",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="registerproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_registerproposalevent" ("content", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reason", "state", "title", "version", "written_at", "written_by_id") VALUES (NEW."content", NEW."id", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."reason", NEW."state", NEW."title", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="06075aee6b75a414c5c739ad63516d579acb7308",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e552e",
                    table="meetings_registerproposal",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="registerproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_registerproposalevent" ("content", "id", "item_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "reason", "state", "title", "version", "written_at", "written_by_id") VALUES (OLD."content", OLD."id", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."reason", OLD."state", OLD."title", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="ad0aaa3851b224f4b039347426e625add58e013d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5384f",
                    table="meetings_registerproposal",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="registerproposalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1a2ae9b4215802f3033c52c7ce8b9d2e0b8d9ca6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3bf45",
                    table="meetings_registerproposalevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_remarkevent" ("due", "evidence", "fallback_id", "id", "if_unmet", "item_id", "kind", "organisation_id", "owner", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "settled_on", "state", "text", "version", "written_at", "written_by_id") VALUES (NEW."due", NEW."evidence", NEW."fallback_id", NEW."id", NEW."if_unmet", NEW."item_id", NEW."kind", NEW."organisation_id", NEW."owner", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."settled_on", NEW."state", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="734d4e9d4dfdc7127a83f1ba35a2ca55a06aa095",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3fec0",
                    table="meetings_remark",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_remarkevent" ("due", "evidence", "fallback_id", "id", "if_unmet", "item_id", "kind", "organisation_id", "owner", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "settled_on", "state", "text", "version", "written_at", "written_by_id") VALUES (NEW."due", NEW."evidence", NEW."fallback_id", NEW."id", NEW."if_unmet", NEW."item_id", NEW."kind", NEW."organisation_id", NEW."owner", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."settled_on", NEW."state", NEW."text", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2e68d30e22a8300845205909b2cefe2012bcf4d7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_41cac",
                    table="meetings_remark",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="remark",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_remarkevent" ("due", "evidence", "fallback_id", "id", "if_unmet", "item_id", "kind", "organisation_id", "owner", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "settled_on", "state", "text", "version", "written_at", "written_by_id") VALUES (OLD."due", OLD."evidence", OLD."fallback_id", OLD."id", OLD."if_unmet", OLD."item_id", OLD."kind", OLD."organisation_id", OLD."owner", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."settled_on", OLD."state", OLD."text", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="271a647ded47c6ad89e074fa3d656efe4d3697f3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1fd58",
                    table="meetings_remark",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="remarkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a7a49e48411d72af8828b23f4c7c91cef489a356",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4d04e",
                    table="meetings_remarkevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_voteevent" ("choice", "clause", "id", "item_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "written_at", "written_by_id") VALUES (NEW."choice", NEW."clause", NEW."id", NEW."item_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."readers", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="af940cde4461590e3f385ce2daaabf69149d8a7c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a5efe",
                    table="meetings_vote",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "meetings_voteevent" ("choice", "clause", "id", "item_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "written_at", "written_by_id") VALUES (NEW."choice", NEW."clause", NEW."id", NEW."item_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."readers", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="7f6fe26eaa4061d2eb4dd40824fd1cfd40798d58",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c7f15",
                    table="meetings_vote",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="vote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "meetings_voteevent" ("choice", "clause", "id", "item_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "readers", "version", "written_at", "written_by_id") VALUES (OLD."choice", OLD."clause", OLD."id", OLD."item_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."readers", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="3556ac5e53aec1d1ba19fe16ddd95a00eaa220de",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9b0f1",
                    table="meetings_vote",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="voteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6352cce6c75e08db2f17b6624e0129fef02156e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d3961",
                    table="meetings_voteevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
