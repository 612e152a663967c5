"""The database keeps every change of the app's rows, from what stands there now."""

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers
import samstyr.registry.models


class Migration(migrations.Migration):
    """Tables of events, the triggers that fill them, and their first rows."""

    dependencies = [
        ("accounts", "0003_history"),
        ("registry", "0003_membership"),
    ]

    operations = [
        migrations.CreateModel(
            name="Binding",
            fields=[],
            options={
                "verbose_name": "party the subject binds",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("registry.subject_binds",),
        ),
        migrations.CreateModel(
            name="ActingAs",
            fields=[],
            options={
                "verbose_name": "role the forum fills",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("registry.forum_acts_as",),
        ),
        migrations.CreateModel(
            name="AcceptanceEvent",
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
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("rule", models.TextField(verbose_name="rule")),
                ("finding", models.TextField(verbose_name="finding's id")),
                ("reason", models.TextField(verbose_name="reason")),
                ("name", models.TextField(blank=True, verbose_name="name")),
                ("until", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
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
                        to="registry.acceptance",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_acceptance",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DependencyEvent",
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
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                (
                    "on",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.system",
                        verbose_name="depends on",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.dependency",
                    ),
                ),
                (
                    "system",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.system",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["system"], name="registry_de_system__2187f3_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_dependency",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                ("act", models.TextField(verbose_name="act")),
                (
                    "months",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="months",
                    ),
                ),
                ("every", models.TextField(blank=True, verbose_name="every")),
                ("by", models.TextField(blank=True, verbose_name="by")),
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
                        to="registry.duty",
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
                    models.Index(fields=["forum"], name="registry_du_forum_i_d7c07b_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_duty"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ForumEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                ("level", models.TextField(verbose_name="level")),
                ("kind", models.TextField(verbose_name="kind")),
                (
                    "establishment",
                    models.JSONField(blank=True, default=dict, verbose_name="remarks on the establishment"),
                ),
                ("procedure", models.JSONField(blank=True, null=True, verbose_name="rules of procedure")),
                (
                    "established_by_forum",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                        verbose_name="established by forum",
                    ),
                ),
                (
                    "established_by_instrument",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.instrument",
                        verbose_name="established by",
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
                        to="registry.forum",
                        verbose_name="hangs under",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                        verbose_name="owner",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.forum",
                    ),
                ),
                (
                    "terms_of_reference",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.instrument",
                        verbose_name="terms of reference",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_forum"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HeadingEvent",
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
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.heading",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_heading"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingEvent",
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
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("name", models.TextField(blank=True, verbose_name="name")),
                ("takes", models.JSONField(blank=True, null=True, verbose_name="takes")),
                (
                    "body",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                        verbose_name="body",
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
                        to="registry.hearing",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["forum"], name="registry_he_forum_i_178efd_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_hearing"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativeEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                ("code", models.TextField(blank=True, verbose_name="code")),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.instrument",
                        verbose_name="agreed in",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="lead",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.initiative",
                    ),
                ),
                (
                    "system",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.system",
                        verbose_name="system",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_initiative",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InstrumentEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                ("kind", models.TextField(verbose_name="kind")),
                ("date", models.DateField(blank=True, null=True, verbose_name="date")),
                ("eli", models.TextField(blank=True, verbose_name="ELI")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.instrument",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_instrument",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MandateEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(blank=True, verbose_name="name")),
                ("act", models.TextField(verbose_name="act")),
                ("when", models.JSONField(blank=True, default=dict, verbose_name="when")),
                ("when_key", models.TextField(blank=True, editable=False)),
                ("effect", models.TextField(default="may", verbose_name="effect")),
                ("required", models.BooleanField(blank=True, null=True, verbose_name="required")),
                ("joint", models.BooleanField(default=False, verbose_name="joint")),
                ("basis_section", models.TextField(blank=True, verbose_name="section of the basis")),
                (
                    "basis_remarks",
                    models.JSONField(blank=True, default=dict, verbose_name="remarks on the basis"),
                ),
                (
                    "basis",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.instrument",
                        verbose_name="basis",
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
                        to="registry.mandate",
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
                    "to_forum",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                        verbose_name="to forum",
                    ),
                ),
                (
                    "to_organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="to organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["forum"], name="registry_ma_forum_i_db4085_idx"),
                    models.Index(fields=["subject"], name="registry_ma_subject_47d1b2_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_mandate"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingDateEvent",
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
                (
                    "forum",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.meetingdate",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["forum"], name="registry_me_forum_i_80feb7_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_meetingdate",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
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
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                (
                    "role",
                    models.TextField(
                        choices=[
                            ("secretary", "secretary"),
                            ("chair", "chair"),
                            ("member", "member"),
                            ("substitute", "substitute"),
                            ("observer", "observer"),
                            ("party-coordinator", "party-coordinator"),
                            ("portfolio-office", "portfolio-office"),
                            ("system-manager", "system-manager"),
                            ("analyst", "analyst"),
                            ("security-lead", "security-lead"),
                            ("administrator", "administrator"),
                        ],
                        verbose_name="role",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
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
                        to="registry.membership",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["forum"], name="registry_me_forum_i_8e3e97_idx"),
                    models.Index(fields=["organisation"], name="registry_me_organis_a1a02e_idx"),
                    models.Index(fields=["person"], name="registry_me_person__107691_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_membership",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                ("short", models.TextField(blank=True, verbose_name="short name")),
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
                        to="registry.organisation",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="replaces",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_organisation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                ("kind", models.TextField(verbose_name="kind")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.party",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_party"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PortfolioEntryEvent",
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
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
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
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.portfolioentry",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["initiative"], name="registry_po_initiat_88f5d3_idx"),
                    models.Index(fields=["forum"], name="registry_po_forum_i_2ede92_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_portfolioentry",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeatEvent",
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
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                ("name", models.TextField(blank=True, verbose_name="name")),
                ("role", models.TextField(default="member", verbose_name="role")),
                ("count", models.PositiveIntegerField(default=1, verbose_name="number of seats")),
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
                        to="registry.seat",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["forum"], name="registry_se_forum_i_c5d2a2_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_seat"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubjectEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
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
                        to="registry.subject",
                        verbose_name="part of",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.subject",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_subject"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SystemEvent",
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
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="aliases",
                    ),
                ),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                ("source_section", models.TextField(blank=True, verbose_name="section")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("id", models.CharField(max_length=200, serialize=False)),
                ("name", models.TextField(verbose_name="name")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(
                        default=samstyr.registry.models.always, verbose_name="valid"
                    ),
                ),
                (
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="manager",
                    ),
                ),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="operator",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.system",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_system"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BindingEvent",
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
                    "party",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.subject",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.binding",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["subject"], name="registry_bi_subject_53947c_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_binding"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActingAsEvent",
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
                    "from_forum",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                    ),
                ),
                (
                    "to_forum",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        db_tablespace="",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.forum",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="registry.actingas",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["from_forum"], name="registry_ac_from_fo_c52fe1_idx"),
                    models.Index(
                        django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                        name="actor_actingas",
                    ),
                ],
            },
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="acceptance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_acceptanceevent" ("aliases", "finding", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rule", "source_document", "source_section", "until") VALUES (NEW."aliases", NEW."finding", NEW."id", NEW."name", NEW."note", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."rule", NEW."source_document", NEW."source_section", NEW."until"); RETURN NULL;',
                    hash="4061755b4d88a7c8760abbfc03d26d8d622db890",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ed25b",
                    table="registry_acceptance",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="acceptance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_acceptanceevent" ("aliases", "finding", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rule", "source_document", "source_section", "until") VALUES (NEW."aliases", NEW."finding", NEW."id", NEW."name", NEW."note", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."rule", NEW."source_document", NEW."source_section", NEW."until"); RETURN NULL;',
                    hash="67a8e0486b726f830b7675ba7e29eda197bbfd4f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e8b9",
                    table="registry_acceptance",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="acceptance",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_acceptanceevent" ("aliases", "finding", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rule", "source_document", "source_section", "until") VALUES (OLD."aliases", OLD."finding", OLD."id", OLD."name", OLD."note", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."rule", OLD."source_document", OLD."source_section", OLD."until"); RETURN NULL;',
                    hash="a2a3cca353e9e376e746fe82542c07b6c024e171",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_07028",
                    table="registry_acceptance",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dependency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_dependencyevent" ("aliases", "id", "note", "on_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "system_id", "valid") VALUES (NEW."aliases", NEW."id", NEW."note", NEW."on_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."system_id", NEW."valid"); RETURN NULL;',
                    hash="b9e7c466de0dd9371c2090ff526344657fc8760c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7b393",
                    table="registry_dependency",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dependency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_dependencyevent" ("aliases", "id", "note", "on_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "system_id", "valid") VALUES (NEW."aliases", NEW."id", NEW."note", NEW."on_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."system_id", NEW."valid"); RETURN NULL;',
                    hash="f80dbacfe5fb7a9d94e2b16aeaa3c9c61f29e2b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8e13d",
                    table="registry_dependency",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dependency",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_dependencyevent" ("aliases", "id", "note", "on_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "system_id", "valid") VALUES (OLD."aliases", OLD."id", OLD."note", OLD."on_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."system_id", OLD."valid"); RETURN NULL;',
                    hash="1febeaa2800d44c9d26898023404818fedec1905",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_951cf",
                    table="registry_dependency",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_dutyevent" ("act", "aliases", "by", "every", "forum_id", "id", "months", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "subject_id", "valid") VALUES (NEW."act", NEW."aliases", NEW."by", NEW."every", NEW."forum_id", NEW."id", NEW."months", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."subject_id", NEW."valid"); RETURN NULL;',
                    hash="ce5acdc38cd6f6031e411d85eef585df3623f47e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_36574",
                    table="registry_duty",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_dutyevent" ("act", "aliases", "by", "every", "forum_id", "id", "months", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "subject_id", "valid") VALUES (NEW."act", NEW."aliases", NEW."by", NEW."every", NEW."forum_id", NEW."id", NEW."months", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."subject_id", NEW."valid"); RETURN NULL;',
                    hash="baf910f1744554210f91de64a33af8a984c91e54",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9f80f",
                    table="registry_duty",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="duty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_dutyevent" ("act", "aliases", "by", "every", "forum_id", "id", "months", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "subject_id", "valid") VALUES (OLD."act", OLD."aliases", OLD."by", OLD."every", OLD."forum_id", OLD."id", OLD."months", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."subject_id", OLD."valid"); RETURN NULL;',
                    hash="8542070968630a0bec10165aebaa95650f72c84f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_37357",
                    table="registry_duty",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="forum",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_forumevent" ("aliases", "established_by_forum_id", "established_by_instrument_id", "establishment", "id", "kind", "level", "name", "note", "parent_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "source_document", "source_section", "terms_of_reference_id", "valid") VALUES (NEW."aliases", NEW."established_by_forum_id", NEW."established_by_instrument_id", NEW."establishment", NEW."id", NEW."kind", NEW."level", NEW."name", NEW."note", NEW."parent_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."procedure", NEW."source_document", NEW."source_section", NEW."terms_of_reference_id", NEW."valid"); RETURN NULL;',
                    hash="4390101f0cfb558c23c6c64665ee9a40b0b8eeb2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_408f3",
                    table="registry_forum",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="forum",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_forumevent" ("aliases", "established_by_forum_id", "established_by_instrument_id", "establishment", "id", "kind", "level", "name", "note", "parent_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "source_document", "source_section", "terms_of_reference_id", "valid") VALUES (NEW."aliases", NEW."established_by_forum_id", NEW."established_by_instrument_id", NEW."establishment", NEW."id", NEW."kind", NEW."level", NEW."name", NEW."note", NEW."parent_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."procedure", NEW."source_document", NEW."source_section", NEW."terms_of_reference_id", NEW."valid"); RETURN NULL;',
                    hash="e73d6d7d15601ff5b394705dde7b59329f610958",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b52a7",
                    table="registry_forum",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="forum",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_forumevent" ("aliases", "established_by_forum_id", "established_by_instrument_id", "establishment", "id", "kind", "level", "name", "note", "parent_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "procedure", "source_document", "source_section", "terms_of_reference_id", "valid") VALUES (OLD."aliases", OLD."established_by_forum_id", OLD."established_by_instrument_id", OLD."establishment", OLD."id", OLD."kind", OLD."level", OLD."name", OLD."note", OLD."parent_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."procedure", OLD."source_document", OLD."source_section", OLD."terms_of_reference_id", OLD."valid"); RETURN NULL;',
                    hash="40652fa2d58a83d0831a8db87e7497f5d3778d36",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26f64",
                    table="registry_forum",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="heading",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_headingevent" ("aliases", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (NEW."aliases", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section"); RETURN NULL;',
                    hash="c0d407cc5c655af9689ccc689b645117d4bcca20",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9d00e",
                    table="registry_heading",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="heading",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_headingevent" ("aliases", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (NEW."aliases", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section"); RETURN NULL;',
                    hash="006fb45fd974ef832ae6dd3d42d4d9af18c39efa",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ffa9",
                    table="registry_heading",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="heading",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_headingevent" ("aliases", "id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (OLD."aliases", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section"); RETURN NULL;',
                    hash="6eceec7a998e22e2ea1cd999fe41a5a0b0488c91",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c8ad8",
                    table="registry_heading",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_hearingevent" ("aliases", "body_id", "forum_id", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "takes") VALUES (NEW."aliases", NEW."body_id", NEW."forum_id", NEW."id", NEW."name", NEW."note", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."takes"); RETURN NULL;',
                    hash="67517d045b49c123ff7985a0d720b12194e695ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c269",
                    table="registry_hearing",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_hearingevent" ("aliases", "body_id", "forum_id", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "takes") VALUES (NEW."aliases", NEW."body_id", NEW."forum_id", NEW."id", NEW."name", NEW."note", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."takes"); RETURN NULL;',
                    hash="5f7a1d0e36cdc1342a5ee25ee2c5bbca6214cc47",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_66c3b",
                    table="registry_hearing",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="hearing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_hearingevent" ("aliases", "body_id", "forum_id", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "takes") VALUES (OLD."aliases", OLD."body_id", OLD."forum_id", OLD."id", OLD."name", OLD."note", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."takes"); RETURN NULL;',
                    hash="89273c0cf82782acac8c4f3555f2ae8670b5765a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81b45",
                    table="registry_hearing",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiative",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_initiativeevent" ("aliases", "code", "id", "instrument_id", "lead_id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "system_id") VALUES (NEW."aliases", NEW."code", NEW."id", NEW."instrument_id", NEW."lead_id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."system_id"); RETURN NULL;',
                    hash="010cfc27351a613c4a7b2b9960c16a4d9faf31ff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2e0dd",
                    table="registry_initiative",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiative",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_initiativeevent" ("aliases", "code", "id", "instrument_id", "lead_id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "system_id") VALUES (NEW."aliases", NEW."code", NEW."id", NEW."instrument_id", NEW."lead_id", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."system_id"); RETURN NULL;',
                    hash="45261a51021c4e919cd8b38b89ed586ef84a5f18",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_79349",
                    table="registry_initiative",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiative",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_initiativeevent" ("aliases", "code", "id", "instrument_id", "lead_id", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "system_id") VALUES (OLD."aliases", OLD."code", OLD."id", OLD."instrument_id", OLD."lead_id", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."system_id"); RETURN NULL;',
                    hash="35345302344908458d1eef47f18e2895f5cbda00",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fdab6",
                    table="registry_initiative",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_instrumentevent" ("aliases", "date", "eli", "id", "kind", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."date", NEW."eli", NEW."id", NEW."kind", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="7e4f73988fa80dd392a516745e08f00ad71af05f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_698cf",
                    table="registry_instrument",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_instrumentevent" ("aliases", "date", "eli", "id", "kind", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."date", NEW."eli", NEW."id", NEW."kind", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="1cb8793142a898a83c45a6f34f2fde5c3abe630f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_daff8",
                    table="registry_instrument",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="instrument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_instrumentevent" ("aliases", "date", "eli", "id", "kind", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (OLD."aliases", OLD."date", OLD."eli", OLD."id", OLD."kind", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."valid"); RETURN NULL;',
                    hash="eddc7ebbbeb8f009b1e84d3b0b17f6f265c00b03",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_451d9",
                    table="registry_instrument",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="mandate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_mandateevent" ("act", "aliases", "basis_id", "basis_remarks", "basis_section", "effect", "forum_id", "id", "joint", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "required", "source_document", "source_section", "subject_id", "to_forum_id", "to_organisation_id", "valid", "when", "when_key") VALUES (NEW."act", NEW."aliases", NEW."basis_id", NEW."basis_remarks", NEW."basis_section", NEW."effect", NEW."forum_id", NEW."id", NEW."joint", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."required", NEW."source_document", NEW."source_section", NEW."subject_id", NEW."to_forum_id", NEW."to_organisation_id", NEW."valid", NEW."when", NEW."when_key"); RETURN NULL;',
                    hash="0f077a348f3b47f0042b58f7655be2a8262a843c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_04973",
                    table="registry_mandate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="mandate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_mandateevent" ("act", "aliases", "basis_id", "basis_remarks", "basis_section", "effect", "forum_id", "id", "joint", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "required", "source_document", "source_section", "subject_id", "to_forum_id", "to_organisation_id", "valid", "when", "when_key") VALUES (NEW."act", NEW."aliases", NEW."basis_id", NEW."basis_remarks", NEW."basis_section", NEW."effect", NEW."forum_id", NEW."id", NEW."joint", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."required", NEW."source_document", NEW."source_section", NEW."subject_id", NEW."to_forum_id", NEW."to_organisation_id", NEW."valid", NEW."when", NEW."when_key"); RETURN NULL;',
                    hash="e5928f0939d9e7a55c8b266aa8995758103c331b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bfd4a",
                    table="registry_mandate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="mandate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_mandateevent" ("act", "aliases", "basis_id", "basis_remarks", "basis_section", "effect", "forum_id", "id", "joint", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "required", "source_document", "source_section", "subject_id", "to_forum_id", "to_organisation_id", "valid", "when", "when_key") VALUES (OLD."act", OLD."aliases", OLD."basis_id", OLD."basis_remarks", OLD."basis_section", OLD."effect", OLD."forum_id", OLD."id", OLD."joint", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."required", OLD."source_document", OLD."source_section", OLD."subject_id", OLD."to_forum_id", OLD."to_organisation_id", OLD."valid", OLD."when", OLD."when_key"); RETURN NULL;',
                    hash="91a354a23a48a76321b8fd64d40d607b608aa13c",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_11957",
                    table="registry_mandate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meetingdate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_meetingdateevent" ("date", "forum_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."date", NEW."forum_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="5b447c5161199a699dee77d44320b50d19e29a6d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d55ef",
                    table="registry_meetingdate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meetingdate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_meetingdateevent" ("date", "forum_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."date", NEW."forum_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="032cbeaa5b98935a68405786b3b0280f2eee3fe1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d6e4",
                    table="registry_meetingdate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meetingdate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_meetingdateevent" ("date", "forum_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."date", OLD."forum_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="dedcafb0fa5757500d30df91b7f16ba6e1512a15",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a95c2",
                    table="registry_meetingdate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_membershipevent" ("forum_id", "id", "organisation_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "valid") VALUES (NEW."forum_id", NEW."id", NEW."organisation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."valid"); RETURN NULL;',
                    hash="5c368be761ba48f6c57c66f6614719f5f8a7249a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_40ab0",
                    table="registry_membership",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_membershipevent" ("forum_id", "id", "organisation_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "valid") VALUES (NEW."forum_id", NEW."id", NEW."organisation_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."valid"); RETURN NULL;',
                    hash="0bc3590fd42e91e763c1610ab6d1df80d8c75bdc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e25f",
                    table="registry_membership",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="membership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_membershipevent" ("forum_id", "id", "organisation_id", "person_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "valid") VALUES (OLD."forum_id", OLD."id", OLD."organisation_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."valid"); RETURN NULL;',
                    hash="55fd27d5374e32ea4547d2652ddc5f03e46edf9e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c1c02",
                    table="registry_membership",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_organisationevent" ("aliases", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "short", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."note", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."replaces_id", NEW."short", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="aae1e6ccbe3ae42875391784411eef7b5d6a77f1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_921d1",
                    table="registry_organisation",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_organisationevent" ("aliases", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "short", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."note", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."replaces_id", NEW."short", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="a195ad25fcef3334813c1970d02e4b5ce667f5a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0f791",
                    table="registry_organisation",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_organisationevent" ("aliases", "id", "name", "note", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "short", "source_document", "source_section", "valid") VALUES (OLD."aliases", OLD."id", OLD."name", OLD."note", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."replaces_id", OLD."short", OLD."source_document", OLD."source_section", OLD."valid"); RETURN NULL;',
                    hash="a114b212bbec338317d7f041f2b33bf0f7401acb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8247c",
                    table="registry_organisation",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_partyevent" ("aliases", "id", "kind", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (NEW."aliases", NEW."id", NEW."kind", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section"); RETURN NULL;',
                    hash="ed25ebfa850ced975eb6a6755a442e3598a46b4d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_63d20",
                    table="registry_party",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_partyevent" ("aliases", "id", "kind", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (NEW."aliases", NEW."id", NEW."kind", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section"); RETURN NULL;',
                    hash="eb8f7ae4452f900e6b6a1bdca9f4dfe77779b701",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db9d9",
                    table="registry_party",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="party",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_partyevent" ("aliases", "id", "kind", "name", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (OLD."aliases", OLD."id", OLD."kind", OLD."name", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section"); RETURN NULL;',
                    hash="beb343dcdd43869155d530c69bfdb9810749a504",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_bc69e",
                    table="registry_party",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfolioentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_portfolioentryevent" ("aliases", "forum_id", "id", "initiative_id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."forum_id", NEW."id", NEW."initiative_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="8c11c8118f84f7e2ae168f66d29d39fb51f0db2b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bdfe4",
                    table="registry_portfolioentry",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfolioentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_portfolioentryevent" ("aliases", "forum_id", "id", "initiative_id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."forum_id", NEW."id", NEW."initiative_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="8bc32a00b8e1a1a1785e889f9d41ba09cabf1bb0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_70678",
                    table="registry_portfolioentry",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfolioentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_portfolioentryevent" ("aliases", "forum_id", "id", "initiative_id", "note", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (OLD."aliases", OLD."forum_id", OLD."id", OLD."initiative_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."valid"); RETURN NULL;',
                    hash="5d40f40de6a160abe084c3c03e71b9ddaa333391",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91bd9",
                    table="registry_portfolioentry",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_seatevent" ("aliases", "count", "forum_id", "id", "name", "note", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."count", NEW."forum_id", NEW."id", NEW."name", NEW."note", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="f3367b99112c070b4cabf67e585aa7ca5eb1af34",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_542f1",
                    table="registry_seat",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_seatevent" ("aliases", "count", "forum_id", "id", "name", "note", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."count", NEW."forum_id", NEW."id", NEW."name", NEW."note", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="040cc0bf58ddf5cfae862863d40703541ee758d9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4ff72",
                    table="registry_seat",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="seat",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_seatevent" ("aliases", "count", "forum_id", "id", "name", "note", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source_document", "source_section", "valid") VALUES (OLD."aliases", OLD."count", OLD."forum_id", OLD."id", OLD."name", OLD."note", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."source_document", OLD."source_section", OLD."valid"); RETURN NULL;',
                    hash="b1e38ffdd217be39f6c23ff3e84627e5c0d84bf1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f3ea9",
                    table="registry_seat",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="subject",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_subjectevent" ("aliases", "id", "name", "note", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."note", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section"); RETURN NULL;',
                    hash="4b8d9bfa8f7fc81cdb7a4b69493f3ef37f92f0f6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ecccf",
                    table="registry_subject",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="subject",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_subjectevent" ("aliases", "id", "name", "note", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (NEW."aliases", NEW."id", NEW."name", NEW."note", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section"); RETURN NULL;',
                    hash="ac113e991dc28db04e80048a7bd424ae57dd030c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d1fac",
                    table="registry_subject",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="subject",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_subjectevent" ("aliases", "id", "name", "note", "parent_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section") VALUES (OLD."aliases", OLD."id", OLD."name", OLD."note", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section"); RETURN NULL;',
                    hash="25fb8e5439dd6d8c9df9c7ac1ccc28e4f1ccd9b2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_25d4a",
                    table="registry_subject",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="system",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_systemevent" ("aliases", "id", "manager_id", "name", "note", "operator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."id", NEW."manager_id", NEW."name", NEW."note", NEW."operator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="54498fda85b75e8c80b85599922a20bd21ebedfb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4fe7",
                    table="registry_system",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="system",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_systemevent" ("aliases", "id", "manager_id", "name", "note", "operator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (NEW."aliases", NEW."id", NEW."manager_id", NEW."name", NEW."note", NEW."operator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."source_document", NEW."source_section", NEW."valid"); RETURN NULL;',
                    hash="1d9caa130ff213ac5d2a0da1aeb87d4a326fd28d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c5933",
                    table="registry_system",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="system",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_systemevent" ("aliases", "id", "manager_id", "name", "note", "operator_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_document", "source_section", "valid") VALUES (OLD."aliases", OLD."id", OLD."manager_id", OLD."name", OLD."note", OLD."operator_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."source_document", OLD."source_section", OLD."valid"); RETURN NULL;',
                    hash="57a9dfd9b425f058b7bfc10f25ee2ec1852c82f1",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_31407",
                    table="registry_system",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="binding",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_bindingevent" ("id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."subject_id"); RETURN NULL;',
                    hash="385360e65d6274df2532dd3788269aacff6d94ba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_60213",
                    table="registry_subject_binds",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="binding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_bindingevent" ("id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (NEW."id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."subject_id"); RETURN NULL;',
                    hash="a42b43bed214c65edd3d1d9989b9c9d785aa28fd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_53e8c",
                    table="registry_subject_binds",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="binding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_bindingevent" ("id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id") VALUES (OLD."id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."subject_id"); RETURN NULL;',
                    hash="d2cf7102b06e2d6229687d0d7d5f86d3b910c0b6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_300a8",
                    table="registry_subject_binds",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actingas",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_actingasevent" ("from_forum_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_forum_id") VALUES (NEW."from_forum_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."to_forum_id"); RETURN NULL;',
                    hash="1b20cadbfb8008a8e5a4971956403b3963131775",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c937c",
                    table="registry_forum_acts_as",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actingas",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "registry_actingasevent" ("from_forum_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_forum_id") VALUES (NEW."from_forum_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."to_forum_id"); RETURN NULL;',
                    hash="f56836eb1c64c6f37a0c7c3b8131ac90f7e797ef",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6d36b",
                    table="registry_forum_acts_as",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actingas",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "registry_actingasevent" ("from_forum_id", "id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_forum_id") VALUES (OLD."from_forum_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."to_forum_id"); RETURN NULL;',
                    hash="8f843ffa122d851db7d3e3deb77e0b567f06a764",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fed53",
                    table="registry_forum_acts_as",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="acceptanceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0ede2a11696ae3afa00ad2394b51ada5f432b000",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_37d56",
                    table="registry_acceptanceevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dependencyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b5d403664807651960668055f6d9a8d7ec4cc2e8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fe158",
                    table="registry_dependencyevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="dutyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="832cf26cdacb6dc3d60c4f08c017c109de42e4ce",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bd827",
                    table="registry_dutyevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="forumevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5db252381ab2e2b2e5e43e3d6c848e665be70c17",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_01888",
                    table="registry_forumevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="headingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4113ece90de184392163f29de5afd16e9978e370",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_28625",
                    table="registry_headingevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="hearingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7681dadde5a0877dfc70f0e1a738f176d884bdd0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_84bfc",
                    table="registry_hearingevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d96371edd0dd81e4114eff8b1c8f7288b102cab2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_521c2",
                    table="registry_initiativeevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="instrumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1231d15520e2d41bfea4df0b99cc16bb2a2660f7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4431e",
                    table="registry_instrumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="mandateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ef2e8e63a39c9d4bcebd20139c8143f9b3ed90d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2ac12",
                    table="registry_mandateevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="meetingdateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7e9cf8312b3643149b24246b7a1b64c30236d63a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_eff6a",
                    table="registry_meetingdateevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="membershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1343bd71461b617dbed765d19d06bb3106a67372",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_71c87",
                    table="registry_membershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f0d420a9acbfae195423c3096f1632c3f6f0868f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_85310",
                    table="registry_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="partyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4848f552ff878db0ffd043080f287c07d2d852f5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c48e0",
                    table="registry_partyevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfolioentryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9578ab4c72f610334045866d933d3f9301765513",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c8663",
                    table="registry_portfolioentryevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="seatevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b2dcd6f80e3634976915190dba5b57d8e2faf050",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2716c",
                    table="registry_seatevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="subjectevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5179877ff5ce3882573eea4bb9e65ecbf5d24083",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7325e",
                    table="registry_subjectevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="systemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="82abde272a9f3218dc523804e4b0b211a82f566f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_62596",
                    table="registry_systemevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="bindingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab5c38014ed73701b13a721ef790ae174183fa9c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_05307",
                    table="registry_bindingevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="actingasevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a1c0557a7745b1ef13ab4956158cf01cdbe6c701",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56ea8",
                    table="registry_actingasevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(
            samstyr.platform.history.note_what_stands("registry"), migrations.RunPython.noop
        ),
    ]
