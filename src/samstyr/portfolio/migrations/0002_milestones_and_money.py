"""Milestones, reporting rounds, money, needs and business cases: tables, history, and the guards."""

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

GUARD = """
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON portfolio_milestonedate
    FOR EACH ROW EXECUTE FUNCTION portfolio_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON portfolio_benefitfollowup
    FOR EACH ROW EXECUTE FUNCTION portfolio_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON portfolio_businesscase
    FOR EACH ROW EXECUTE FUNCTION portfolio_refuse_change();
CREATE FUNCTION portfolio_plan_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'realised' = to_jsonb(OLD) - 'realised' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What a business case planned is never changed: make another version of it.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER plan_stands BEFORE UPDATE OR DELETE ON portfolio_cashflow
    FOR EACH ROW EXECUTE FUNCTION portfolio_plan_stands();
CREATE FUNCTION portfolio_within_pool() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held numeric;
BEGIN
    SELECT amount INTO held FROM portfolio_pool WHERE id = NEW.pool_id FOR UPDATE;
    IF (SELECT sum(amount) FROM portfolio_pooluse WHERE pool_id = NEW.pool_id) > held THEN
        RAISE EXCEPTION 'More of the pool is used than it holds.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER within_pool AFTER INSERT OR UPDATE ON portfolio_pooluse
    FOR EACH ROW EXECUTE FUNCTION portfolio_within_pool();
"""
NO_GUARD = """
DROP TRIGGER within_pool ON portfolio_pooluse;
DROP FUNCTION portfolio_within_pool();
DROP TRIGGER plan_stands ON portfolio_cashflow;
DROP FUNCTION portfolio_plan_stands();
DROP TRIGGER refuse_change ON portfolio_businesscase;
DROP TRIGGER refuse_change ON portfolio_benefitfollowup;
DROP TRIGGER refuse_change ON portfolio_milestonedate;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0018_batches"),
        ("portfolio", "0001_initiatives"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Benefit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(verbose_name="name")),
                ("unit", models.TextField(verbose_name="unit")),
                (
                    "planned",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="planned"
                    ),
                ),
                ("expected_from", models.DateField(blank=True, null=True, verbose_name="expected from")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="benefits",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.organisation",
                        verbose_name="owner",
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
            ],
            options={
                "verbose_name": "benefit",
                "verbose_name_plural": "benefits",
                "ordering": ["initiative", "id"],
            },
        ),
        migrations.CreateModel(
            name="BenefitEvent",
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
                ("name", models.TextField(verbose_name="name")),
                ("unit", models.TextField(verbose_name="unit")),
                (
                    "planned",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="planned"
                    ),
                ),
                ("expected_from", models.DateField(blank=True, null=True, verbose_name="expected from")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.organisation",
                        verbose_name="owner",
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
                        to="portfolio.benefit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BenefitFollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("on", models.DateField(verbose_name="date")),
                (
                    "realised",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="realised"
                    ),
                ),
                ("evidence", models.TextField(verbose_name="evidence")),
                (
                    "benefit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="portfolio.benefit",
                        verbose_name="benefit",
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
                "verbose_name": "follow-up of a benefit",
                "verbose_name_plural": "follow-up of benefits",
                "ordering": ["benefit", "on", "id"],
            },
        ),
        migrations.CreateModel(
            name="BenefitFollowUpEvent",
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
                ("on", models.DateField(verbose_name="date")),
                (
                    "realised",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="realised"
                    ),
                ),
                ("evidence", models.TextField(verbose_name="evidence")),
                (
                    "benefit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.benefit",
                        verbose_name="benefit",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.benefitfollowup",
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
        migrations.CreateModel(
            name="BusinessCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("price_level", models.PositiveSmallIntegerField(verbose_name="price level")),
                ("rates", models.JSONField(default=list, verbose_name="discount rates")),
                ("assumptions", models.TextField(blank=True, verbose_name="assumptions")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="business_cases",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
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
                "verbose_name": "business case",
                "verbose_name_plural": "business cases",
                "ordering": ["initiative", "version"],
            },
        ),
        migrations.CreateModel(
            name="BusinessCaseEvent",
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
                ("price_level", models.PositiveSmallIntegerField(verbose_name="price level")),
                ("rates", models.JSONField(default=list, verbose_name="discount rates")),
                ("assumptions", models.TextField(blank=True, verbose_name="assumptions")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.businesscase",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
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
        migrations.CreateModel(
            name="CashFlow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("kind", models.TextField(verbose_name="kind")),
                ("label", models.TextField(blank=True, verbose_name="label")),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="planned")),
                (
                    "realised",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="realised"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="flows",
                        to="portfolio.businesscase",
                        verbose_name="business case",
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
            ],
            options={
                "verbose_name": "cash flow",
                "verbose_name_plural": "cash flows",
                "ordering": ["case", "year", "party", "kind", "label"],
            },
        ),
        migrations.CreateModel(
            name="CashFlowEvent",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("kind", models.TextField(verbose_name="kind")),
                ("label", models.TextField(blank=True, verbose_name="label")),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="planned")),
                (
                    "realised",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="realised"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.businesscase",
                        verbose_name="business case",
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
                        to="portfolio.cashflow",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FundingShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="amount")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
            ],
            options={
                "verbose_name": "funding share",
                "verbose_name_plural": "funding shares",
                "ordering": ["initiative", "year", "party"],
            },
        ),
        migrations.CreateModel(
            name="FundingShareEvent",
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
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="amount")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
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
                        to="portfolio.fundingshare",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InitiativeDependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("lag", models.IntegerField(default=0, verbose_name="days between")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="waits_for",
                        to="registry.initiative",
                        verbose_name="comes after",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awaited_by",
                        to="registry.initiative",
                        verbose_name="comes first",
                    ),
                ),
            ],
            options={
                "verbose_name": "dependency between initiatives",
                "verbose_name_plural": "dependencies between initiatives",
                "ordering": ["before", "after", "id"],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(verbose_name="name")),
                ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="portfolio.initiativepart",
                        verbose_name="part",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["initiative", "id"],
            },
        ),
        migrations.CreateModel(
            name="InitiativeDependencyEvent",
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
                ("lag", models.IntegerField(default=0, verbose_name="days between")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "after",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="comes after",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="comes first",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.initiativedependency",
                    ),
                ),
                (
                    "after_milestone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.milestone",
                        verbose_name="milestone that comes after",
                    ),
                ),
                (
                    "before_milestone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.milestone",
                        verbose_name="milestone that comes first",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="initiativedependency",
            name="after_milestone",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="waits_for",
                to="portfolio.milestone",
                verbose_name="milestone that comes after",
            ),
        ),
        migrations.AddField(
            model_name="initiativedependency",
            name="before_milestone",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="awaited_by",
                to="portfolio.milestone",
                verbose_name="milestone that comes first",
            ),
        ),
        migrations.CreateModel(
            name="MilestoneDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("date", models.DateField(verbose_name="date")),
                ("kind", models.TextField(verbose_name="kind")),
                ("by", models.TextField(verbose_name="set by")),
                ("on", models.DateField(verbose_name="set on")),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dates",
                        to="portfolio.milestone",
                        verbose_name="milestone",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
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
                "verbose_name": "date of a milestone",
                "verbose_name_plural": "dates of milestones",
                "ordering": ["milestone", "on", "id"],
            },
        ),
        migrations.CreateModel(
            name="MilestoneDateEvent",
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
                ("date", models.DateField(verbose_name="date")),
                ("kind", models.TextField(verbose_name="kind")),
                ("by", models.TextField(verbose_name="set by")),
                ("on", models.DateField(verbose_name="set on")),
                (
                    "milestone",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.milestone",
                        verbose_name="milestone",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.milestonedate",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
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
        migrations.CreateModel(
            name="MilestoneEvent",
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
                ("name", models.TextField(verbose_name="name")),
                ("reached_on", models.DateField(blank=True, null=True, verbose_name="reached")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.initiativepart",
                        verbose_name="part",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.milestone",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField(verbose_name="title")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="wanted amount"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rank")),
                ("state", models.TextField(default="wished", verbose_name="state")),
                (
                    "paid_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.party",
                        verbose_name="paid by",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
                    ),
                ),
            ],
            options={
                "verbose_name": "need",
                "verbose_name_plural": "needs",
                "ordering": [models.OrderBy(models.F("rank"), nulls_last=True), "id"],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.TextField(blank=True, verbose_name="role")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partners",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partner_in",
                        to="registry.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": ["initiative", "organisation"],
            },
        ),
        migrations.CreateModel(
            name="PartnerEvent",
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
                ("role", models.TextField(blank=True, verbose_name="role")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
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
                        to="portfolio.partner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pool",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(verbose_name="name")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="amount")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pools",
                        to="registry.forum",
                        verbose_name="forum",
                    ),
                ),
            ],
            options={
                "verbose_name": "pool",
                "verbose_name_plural": "pools",
                "ordering": ["-year", "name"],
            },
        ),
        migrations.CreateModel(
            name="NeedEvent",
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
                ("text", models.TextField(blank=True, verbose_name="text")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="wanted amount"
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rank")),
                ("state", models.TextField(default="wished", verbose_name="state")),
                (
                    "paid_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.party",
                        verbose_name="paid by",
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
                        to="portfolio.need",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
                    ),
                ),
                (
                    "pool",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.pool",
                        verbose_name="pool",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="need",
            name="pool",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="needs",
                to="portfolio.pool",
                verbose_name="pool",
            ),
        ),
        migrations.CreateModel(
            name="PoolEvent",
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
                ("name", models.TextField(verbose_name="name")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="amount")),
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
                        to="portfolio.pool",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PoolUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="amount")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pool_uses",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "pool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uses",
                        to="portfolio.pool",
                        verbose_name="pool",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
                    ),
                ),
            ],
            options={
                "verbose_name": "use of a pool",
                "verbose_name_plural": "uses of pools",
                "ordering": ["pool", "id"],
            },
        ),
        migrations.CreateModel(
            name="PoolUseEvent",
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
                ("amount", models.DecimalField(decimal_places=6, max_digits=18, verbose_name="amount")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.pooluse",
                    ),
                ),
                (
                    "pool",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.pool",
                        verbose_name="pool",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                        verbose_name="resolution",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportingRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField(verbose_name="name")),
                ("as_of", models.DateField(verbose_name="as of")),
                ("opened_on", models.DateField(verbose_name="opened")),
                ("due", models.DateField(verbose_name="due")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reporting_rounds",
                        to="registry.forum",
                        verbose_name="forum",
                    ),
                ),
            ],
            options={
                "verbose_name": "reporting round",
                "verbose_name_plural": "reporting rounds",
                "ordering": ["-due", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ReportingRoundEvent",
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
                ("name", models.TextField(verbose_name="name")),
                ("as_of", models.DateField(verbose_name="as of")),
                ("opened_on", models.DateField(verbose_name="opened")),
                ("due", models.DateField(verbose_name="due")),
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
                        to="portfolio.reportinground",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fora",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None, verbose_name="fora"
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                ("asked_on", models.DateField(verbose_name="asked")),
                ("due", models.DateField(verbose_name="due")),
                ("state", models.TextField(default="asked", verbose_name="state")),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="reminded")),
                ("sent_back", models.TextField(blank=True, verbose_name="why it was sent back")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_requests",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_requests",
                        to="registry.organisation",
                        verbose_name="lead",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="portfolio.statusreport",
                        verbose_name="status report",
                    ),
                ),
            ],
            options={
                "verbose_name": "request for a report",
                "verbose_name_plural": "requests for reports",
                "ordering": ["due", "initiative"],
            },
        ),
        migrations.CreateModel(
            name="ReportRequestEvent",
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
                    "fora",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None, verbose_name="fora"
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                ("asked_on", models.DateField(verbose_name="asked")),
                ("due", models.DateField(verbose_name="due")),
                ("state", models.TextField(default="asked", verbose_name="state")),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="reminded")),
                ("sent_back", models.TextField(blank=True, verbose_name="why it was sent back")),
                (
                    "initiative",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
                        to="portfolio.reportrequest",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.statusreport",
                        verbose_name="status report",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoundRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="portfolio.reportrequest",
                        verbose_name="request for a report",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="portfolio.reportinground",
                        verbose_name="reporting round",
                    ),
                ),
            ],
            options={
                "verbose_name": "request of a round",
                "verbose_name_plural": "requests of rounds",
            },
        ),
        migrations.AddField(
            model_name="reportinground",
            name="requests",
            field=models.ManyToManyField(
                related_name="rounds",
                through="portfolio.RoundRequest",
                to="portfolio.reportrequest",
                verbose_name="requests",
            ),
        ),
        migrations.CreateModel(
            name="RoundRequestEvent",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.roundrequest",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.reportrequest",
                        verbose_name="request for a report",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.reportinground",
                        verbose_name="reporting round",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.UniqueConstraint(fields=("initiative", "party", "name"), name="benefit_once"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_benefitevent" ("expected_from", "id", "initiative_id", "name", "owner_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "unit") VALUES (NEW."expected_from", NEW."id", NEW."initiative_id", NEW."name", NEW."owner_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."planned", NEW."unit"); RETURN NULL;',
                    hash="668aee668611443148bbfead286e4d66d0d217c7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_73066",
                    table="portfolio_benefit",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_benefitevent" ("expected_from", "id", "initiative_id", "name", "owner_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "unit") VALUES (NEW."expected_from", NEW."id", NEW."initiative_id", NEW."name", NEW."owner_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."planned", NEW."unit"); RETURN NULL;',
                    hash="e321315e1fe5e35455d6fc4f46ab194b343d571d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b1251",
                    table="portfolio_benefit",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_benefitevent" ("expected_from", "id", "initiative_id", "name", "owner_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned", "unit") VALUES (OLD."expected_from", OLD."id", OLD."initiative_id", OLD."name", OLD."owner_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."planned", OLD."unit"); RETURN NULL;',
                    hash="d14cf4beb9e34155e915eb522d1be316f3829abd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9807c",
                    table="portfolio_benefit",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="benefitevent",
            index=models.Index(fields=["initiative"], name="portfolio_b_initiat_e13719_idx"),
        ),
        migrations.AddIndex(
            model_name="benefitevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_benefit"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4fb6ddf2801e93923479bd98f67083122d9bbdec",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1abd0",
                    table="portfolio_benefitevent",
                    when="BEFORE",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefitfollowup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_benefitfollowupevent" ("benefit_id", "evidence", "id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "written_at", "written_by_id") VALUES (NEW."benefit_id", NEW."evidence", NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."realised", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="e25390cf4f657005414f736d9917882fdad457e9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c691f",
                    table="portfolio_benefitfollowup",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefitfollowup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_benefitfollowupevent" ("benefit_id", "evidence", "id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "written_at", "written_by_id") VALUES (NEW."benefit_id", NEW."evidence", NEW."id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."realised", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="9683eb3169ce8c8d9700f139837fd33bf7e59aa5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f8797",
                    table="portfolio_benefitfollowup",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefitfollowup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_benefitfollowupevent" ("benefit_id", "evidence", "id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "written_at", "written_by_id") VALUES (OLD."benefit_id", OLD."evidence", OLD."id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."realised", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="fbe5a1032d87f51dad8eecb7069f1d4240a018cf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_aa048",
                    table="portfolio_benefitfollowup",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="benefitfollowupevent",
            index=models.Index(fields=["benefit"], name="portfolio_b_benefit_1d33eb_idx"),
        ),
        migrations.AddIndex(
            model_name="benefitfollowupevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_benefitfollowup"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="benefitfollowupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7388c9aa51ccab0258700965c8dc357ef386c71c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d52a2",
                    table="portfolio_benefitfollowupevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="businesscase",
            constraint=models.UniqueConstraint(
                fields=("initiative", "version"), name="business_case_version_once"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="businesscase",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_businesscaseevent" ("assumptions", "id", "initiative_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "rates", "resolution_id", "version", "written_at", "written_by_id") VALUES (NEW."assumptions", NEW."id", NEW."initiative_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."price_level", NEW."rates", NEW."resolution_id", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="932f40955df5f4ed34f989658437b2d8f7001377",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0035c",
                    table="portfolio_businesscase",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="businesscase",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_businesscaseevent" ("assumptions", "id", "initiative_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "rates", "resolution_id", "version", "written_at", "written_by_id") VALUES (NEW."assumptions", NEW."id", NEW."initiative_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."price_level", NEW."rates", NEW."resolution_id", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="0b5004631257a10b1ef1321d540f947d158e9880",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_51ded",
                    table="portfolio_businesscase",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="businesscase",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_businesscaseevent" ("assumptions", "id", "initiative_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_level", "rates", "resolution_id", "version", "written_at", "written_by_id") VALUES (OLD."assumptions", OLD."id", OLD."initiative_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."price_level", OLD."rates", OLD."resolution_id", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="1f59ae8a541225297974a062432281507af4e973",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4cbc",
                    table="portfolio_businesscase",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="businesscaseevent",
            index=models.Index(fields=["initiative"], name="portfolio_b_initiat_56a066_idx"),
        ),
        migrations.AddIndex(
            model_name="businesscaseevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_businesscase"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="businesscaseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="35fc4942621d2ba289c720bbf7538dd732578d23",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ee6d3",
                    table="portfolio_businesscaseevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="cashflow",
            constraint=models.UniqueConstraint(
                fields=("case", "year", "party", "kind", "label"), name="cash_flow_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="cashflow",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["benefit", "benefit-not-money", "investment", "running"])),
                name="cash_flow_kind_known",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="cashflow",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_cashflowevent" ("amount", "case_id", "id", "kind", "label", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "year") VALUES (NEW."amount", NEW."case_id", NEW."id", NEW."kind", NEW."label", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."realised", NEW."year"); RETURN NULL;',
                    hash="d5dd40846d5371d3d63f5e4d8e0a689cd2e9105c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_80bc9",
                    table="portfolio_cashflow",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="cashflow",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_cashflowevent" ("amount", "case_id", "id", "kind", "label", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "year") VALUES (NEW."amount", NEW."case_id", NEW."id", NEW."kind", NEW."label", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."realised", NEW."year"); RETURN NULL;',
                    hash="fb27cf29791e003a342e751ac9c83634565ddf8a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_46557",
                    table="portfolio_cashflow",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="cashflow",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_cashflowevent" ("amount", "case_id", "id", "kind", "label", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "realised", "year") VALUES (OLD."amount", OLD."case_id", OLD."id", OLD."kind", OLD."label", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."realised", OLD."year"); RETURN NULL;',
                    hash="c05daea2e0e993fa4b6c4d3eb1a64d3be276c9fc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4eec7",
                    table="portfolio_cashflow",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="cashflowevent",
            index=models.Index(fields=["case"], name="portfolio_c_case_id_b32059_idx"),
        ),
        migrations.AddIndex(
            model_name="cashflowevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_cashflow"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="cashflowevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="47e28cfff13a9c19543c86b653ccd1b0e967c828",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5d8bf",
                    table="portfolio_cashflowevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingshare",
            constraint=models.UniqueConstraint(
                fields=("initiative", "party", "year"), name="funding_share_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="fundingshare",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="funding_share_not_below_0"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="fundingshare",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_fundingshareevent" ("amount", "id", "initiative_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."amount", NEW."id", NEW."initiative_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."year"); RETURN NULL;',
                    hash="f471a60644cf6c6bf79acbcfacf2e04d1b576b1b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1e3dd",
                    table="portfolio_fundingshare",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="fundingshare",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_fundingshareevent" ("amount", "id", "initiative_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."amount", NEW."id", NEW."initiative_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."year"); RETURN NULL;',
                    hash="c477a3b116827466377b9785ac543680753b8dad",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a2b63",
                    table="portfolio_fundingshare",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="fundingshare",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_fundingshareevent" ("amount", "id", "initiative_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."amount", OLD."id", OLD."initiative_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."year"); RETURN NULL;',
                    hash="00c7a5055c1d942376938eadfded90ce5843e129",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_35cdc",
                    table="portfolio_fundingshare",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="fundingshareevent",
            index=models.Index(fields=["initiative"], name="portfolio_f_initiat_6691bb_idx"),
        ),
        migrations.AddIndex(
            model_name="fundingshareevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_fundingshare"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="fundingshareevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6839c9a360e24a57dcde03943d5d6445f76454e3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4963e",
                    table="portfolio_fundingshareevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(fields=("initiative", "name"), name="milestone_once"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_milestoneevent" ("id", "initiative_id", "name", "part_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_on") VALUES (NEW."id", NEW."initiative_id", NEW."name", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reached_on"); RETURN NULL;',
                    hash="eb0517eca553a57b694b4bac0c778900e6195ef5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_777ad",
                    table="portfolio_milestone",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_milestoneevent" ("id", "initiative_id", "name", "part_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_on") VALUES (NEW."id", NEW."initiative_id", NEW."name", NEW."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reached_on"); RETURN NULL;',
                    hash="53383415b3912b7a36b042d7ef457a1d414b03a2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d066",
                    table="portfolio_milestone",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_milestoneevent" ("id", "initiative_id", "name", "part_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached_on") VALUES (OLD."id", OLD."initiative_id", OLD."name", OLD."part_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reached_on"); RETURN NULL;',
                    hash="cf128ada9a3d1a1d2deb9417638d20c0d86dc6f5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_def0e",
                    table="portfolio_milestone",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="initiativedependencyevent",
            index=models.Index(fields=["before"], name="portfolio_i_before__68131e_idx"),
        ),
        migrations.AddIndex(
            model_name="initiativedependencyevent",
            index=models.Index(fields=["after"], name="portfolio_i_after_i_0bb88b_idx"),
        ),
        migrations.AddIndex(
            model_name="initiativedependencyevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                name="actor_initiativedependency",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativedependencyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="92eb203c913a2987379f6d28f18443cf2f33778f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1930c",
                    table="portfolio_initiativedependencyevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="initiativedependency",
            constraint=models.UniqueConstraint(
                fields=("before", "after", "before_milestone", "after_milestone"),
                name="initiative_dependency_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="initiativedependency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("after_milestone__isnull", True), ("before_milestone__isnull", True)),
                    models.Q(("after_milestone__isnull", False), ("before_milestone__isnull", False)),
                    _connector="OR",
                ),
                name="dependency_has_both_milestones_or_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="initiativedependency",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("before", models.F("after")), _negated=True),
                        ("before_milestone__isnull", False),
                        _connector="OR",
                    ),
                    models.Q(
                        ("before_milestone__isnull", True),
                        models.Q(("before_milestone", models.F("after_milestone")), _negated=True),
                        _connector="OR",
                    ),
                ),
                name="dependency_not_on_itself",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativedependency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_initiativedependencyevent" ("after_id", "after_milestone_id", "before_id", "before_milestone_id", "id", "lag", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."after_id", NEW."after_milestone_id", NEW."before_id", NEW."before_milestone_id", NEW."id", NEW."lag", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="2f095f2cfaebc0f606c8d6bae51bbbfdc20a0454",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7ace0",
                    table="portfolio_initiativedependency",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativedependency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_initiativedependencyevent" ("after_id", "after_milestone_id", "before_id", "before_milestone_id", "id", "lag", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."after_id", NEW."after_milestone_id", NEW."before_id", NEW."before_milestone_id", NEW."id", NEW."lag", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                    hash="98b3dd628ecef2227f656e6f927a0b5cb1bc7c24",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_29c95",
                    table="portfolio_initiativedependency",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativedependency",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_initiativedependencyevent" ("after_id", "after_milestone_id", "before_id", "before_milestone_id", "id", "lag", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."after_id", OLD."after_milestone_id", OLD."before_id", OLD."before_milestone_id", OLD."id", OLD."lag", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;',
                    hash="269affb8ddb14b224cf917c3fb5848e1c08c0758",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d6b9d",
                    table="portfolio_initiativedependency",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonedate",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["agreement", "baseline", "expected"])),
                name="milestone_date_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestonedate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "baseline")),
                fields=("milestone",),
                name="milestone_baseline_once",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestonedate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_milestonedateevent" ("by", "date", "id", "kind", "milestone_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "written_at", "written_by_id") VALUES (NEW."by", NEW."date", NEW."id", NEW."kind", NEW."milestone_id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."resolution_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="30c755cf78c6f195c2a165f75193641f74a072e0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4e75",
                    table="portfolio_milestonedate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestonedate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_milestonedateevent" ("by", "date", "id", "kind", "milestone_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "written_at", "written_by_id") VALUES (NEW."by", NEW."date", NEW."id", NEW."kind", NEW."milestone_id", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."resolution_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="2ecce4b5aa8f3d8280dcb41bde52964780923486",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33976",
                    table="portfolio_milestonedate",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestonedate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_milestonedateevent" ("by", "date", "id", "kind", "milestone_id", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "written_at", "written_by_id") VALUES (OLD."by", OLD."date", OLD."id", OLD."kind", OLD."milestone_id", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."resolution_id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="0fe42b04c740db064e406ca009ce397186870fae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0f3ed",
                    table="portfolio_milestonedate",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="milestonedateevent",
            index=models.Index(fields=["milestone"], name="portfolio_m_milesto_3302ca_idx"),
        ),
        migrations.AddIndex(
            model_name="milestonedateevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_milestonedate"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestonedateevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="19243dbd58b773a2cbd36fee994410c7f4436360",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c180f",
                    table="portfolio_milestonedateevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="milestoneevent",
            index=models.Index(fields=["initiative"], name="portfolio_m_initiat_3c2c77_idx"),
        ),
        migrations.AddIndex(
            model_name="milestoneevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_milestone"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="milestoneevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f72484226d1c6e04b5f0e904b43a69df7963dfaf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_74fd1",
                    table="portfolio_milestoneevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.UniqueConstraint(fields=("initiative", "organisation"), name="partner_once"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_partnerevent" ("id", "initiative_id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."id", NEW."initiative_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."role"); RETURN NULL;',
                    hash="ddeef3b0f0c5c4eeb8c86faffc83bd4aafd3bf63",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c455d",
                    table="portfolio_partner",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_partnerevent" ("id", "initiative_id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."id", NEW."initiative_id", NEW."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."role"); RETURN NULL;',
                    hash="d39739cff43e7481653bc03746d5a8d8368db878",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3ea6a",
                    table="portfolio_partner",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_partnerevent" ("id", "initiative_id", "organisation_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."id", OLD."initiative_id", OLD."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."role"); RETURN NULL;',
                    hash="52dedb1ab17e256744f863ac261ebbd04c840e12",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3a859",
                    table="portfolio_partner",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="partnerevent",
            index=models.Index(fields=["initiative"], name="portfolio_p_initiat_13c5fc_idx"),
        ),
        migrations.AddIndex(
            model_name="partnerevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_partner"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="partnerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="abaec004bfa93f1ad22d9b74f0a651e51a05484e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_63bab",
                    table="portfolio_partnerevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pool",
            constraint=models.UniqueConstraint(fields=("forum", "year", "name"), name="pool_once"),
        ),
        migrations.AddConstraint(
            model_name="pool",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gte", 0)), name="pool_not_below_0"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pool",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_poolevent" ("amount", "forum_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."amount", NEW."forum_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."year"); RETURN NULL;',
                    hash="f165d4b3a434d1c622aa1b3d19829750c4258543",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_87798",
                    table="portfolio_pool",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pool",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_poolevent" ("amount", "forum_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."amount", NEW."forum_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."year"); RETURN NULL;',
                    hash="40ae9d9d2d2e478bead623199124ae8ec480a8a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dd9e5",
                    table="portfolio_pool",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pool",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_poolevent" ("amount", "forum_id", "id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."amount", OLD."forum_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."year"); RETURN NULL;',
                    hash="85d7ad98738b23087bc071f7e3883eb8cd6ed44e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4b21b",
                    table="portfolio_pool",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="needevent",
            index=models.Index(fields=["pool"], name="portfolio_n_pool_id_89e182_idx"),
        ),
        migrations.AddIndex(
            model_name="needevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_need"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="needevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c0aaa63605cfa536294b674b5a3d6938afbb4b24",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b8ead",
                    table="portfolio_needevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["declined", "granted", "own-payment", "wished"])),
                name="need_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("paid_by", models.F("party")), ("state", "own-payment")),
                    models.Q(models.Q(("state", "own-payment"), _negated=True), ("paid_by__isnull", True)),
                    _connector="OR",
                ),
                name="need_paid_by_its_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "granted"), _negated=True), ("amount__isnull", False), _connector="OR"
                ),
                name="need_granted_has_an_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__isnull", True), ("amount__gte", 0), _connector="OR"),
                name="need_not_below_0",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("pool", "rank"),
                name="need_rank_once",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_needevent" ("amount", "id", "paid_by_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "rank", "resolution_id", "state", "text", "title") VALUES (NEW."amount", NEW."id", NEW."paid_by_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."pool_id", NEW."rank", NEW."resolution_id", NEW."state", NEW."text", NEW."title"); RETURN NULL;',
                    hash="88f603334ab7a1089a6e4fcdc73d3b7def796751",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ed9f",
                    table="portfolio_need",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_needevent" ("amount", "id", "paid_by_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "rank", "resolution_id", "state", "text", "title") VALUES (NEW."amount", NEW."id", NEW."paid_by_id", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."pool_id", NEW."rank", NEW."resolution_id", NEW."state", NEW."text", NEW."title"); RETURN NULL;',
                    hash="67984e017008d7b4c6c37e438417dbf3ab5d09da",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b18c3",
                    table="portfolio_need",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_needevent" ("amount", "id", "paid_by_id", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "rank", "resolution_id", "state", "text", "title") VALUES (OLD."amount", OLD."id", OLD."paid_by_id", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."pool_id", OLD."rank", OLD."resolution_id", OLD."state", OLD."text", OLD."title"); RETURN NULL;',
                    hash="3b19eec1509e7382fc3cc86001fca9a827da79ac",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43074",
                    table="portfolio_need",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="poolevent",
            index=models.Index(fields=["forum"], name="portfolio_p_forum_i_a72eeb_idx"),
        ),
        migrations.AddIndex(
            model_name="poolevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_pool"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="poolevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f3bec530aade5e8717e3931b14eea9b8e4e5a202",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b3744",
                    table="portfolio_poolevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pooluse",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="pool_use_above_0"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pooluse",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_pooluseevent" ("amount", "id", "initiative_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "resolution_id") VALUES (NEW."amount", NEW."id", NEW."initiative_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."pool_id", NEW."resolution_id"); RETURN NULL;',
                    hash="5a34cf05f6019a8b7bb032e227498a03d16de86b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_deade",
                    table="portfolio_pooluse",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pooluse",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_pooluseevent" ("amount", "id", "initiative_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "resolution_id") VALUES (NEW."amount", NEW."id", NEW."initiative_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."pool_id", NEW."resolution_id"); RETURN NULL;',
                    hash="142e584a9197e1a7536ea0850446d7445d90b278",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_578eb",
                    table="portfolio_pooluse",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pooluse",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_pooluseevent" ("amount", "id", "initiative_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "pool_id", "resolution_id") VALUES (OLD."amount", OLD."id", OLD."initiative_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."pool_id", OLD."resolution_id"); RETURN NULL;',
                    hash="f4061885b33827d294e69a8c15abd302fb67ee84",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4b575",
                    table="portfolio_pooluse",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="pooluseevent",
            index=models.Index(fields=["pool"], name="portfolio_p_pool_id_207739_idx"),
        ),
        migrations.AddIndex(
            model_name="pooluseevent",
            index=models.Index(fields=["initiative"], name="portfolio_p_initiat_d34047_idx"),
        ),
        migrations.AddIndex(
            model_name="pooluseevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_pooluse"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="pooluseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8870732b5156ba7da7798e8db7725c520f900d63",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_eb0fc",
                    table="portfolio_pooluseevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reportingroundevent",
            index=models.Index(fields=["forum"], name="portfolio_r_forum_i_69153d_idx"),
        ),
        migrations.AddIndex(
            model_name="reportingroundevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_reportinground"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportingroundevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9f8f9c549497a302946448e6b864529e8b194c4e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9e68c",
                    table="portfolio_reportingroundevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportrequest",
            constraint=models.UniqueConstraint(fields=("initiative", "as_of"), name="report_asked_once"),
        ),
        migrations.AddConstraint(
            model_name="reportrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["approved", "asked", "checked", "late", "reported"])),
                name="report_request_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["asked", "late"]), ("report__isnull", False), _connector="OR"
                ),
                name="report_request_answered_by_a_report",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_reportrequestevent" ("as_of", "asked_on", "due", "fora", "id", "initiative_id", "lead_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "report_id", "sent_back", "state") VALUES (NEW."as_of", NEW."asked_on", NEW."due", NEW."fora", NEW."id", NEW."initiative_id", NEW."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reminded_on", NEW."report_id", NEW."sent_back", NEW."state"); RETURN NULL;',
                    hash="1194036954f94d49e90888c621af065da33374c8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22968",
                    table="portfolio_reportrequest",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_reportrequestevent" ("as_of", "asked_on", "due", "fora", "id", "initiative_id", "lead_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "report_id", "sent_back", "state") VALUES (NEW."as_of", NEW."asked_on", NEW."due", NEW."fora", NEW."id", NEW."initiative_id", NEW."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reminded_on", NEW."report_id", NEW."sent_back", NEW."state"); RETURN NULL;',
                    hash="5fa583fbc191db18bbfa87cc2f9ff786c4dc4ce9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0d008",
                    table="portfolio_reportrequest",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_reportrequestevent" ("as_of", "asked_on", "due", "fora", "id", "initiative_id", "lead_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_on", "report_id", "sent_back", "state") VALUES (OLD."as_of", OLD."asked_on", OLD."due", OLD."fora", OLD."id", OLD."initiative_id", OLD."lead_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reminded_on", OLD."report_id", OLD."sent_back", OLD."state"); RETURN NULL;',
                    hash="8a7d9da8c1397e24813956c4b2262c1c224b8020",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_61dab",
                    table="portfolio_reportrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reportrequestevent",
            index=models.Index(fields=["initiative"], name="portfolio_r_initiat_22d017_idx"),
        ),
        migrations.AddIndex(
            model_name="reportrequestevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_reportrequest"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="93423bbf3886084e6f6f0f80a9a60ad4eb4174e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36ffa",
                    table="portfolio_reportrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="roundrequest",
            constraint=models.UniqueConstraint(fields=("round", "request"), name="round_request_once"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roundrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_roundrequestevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "round_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."round_id"); RETURN NULL;',
                    hash="8c9321c89efb56e23592fab0dc6e1338020f69f0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_826e0",
                    table="portfolio_roundrequest",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roundrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_roundrequestevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "round_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."round_id"); RETURN NULL;',
                    hash="88da3f3d3851b1b064482390c32439972d549236",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_02705",
                    table="portfolio_roundrequest",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roundrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_roundrequestevent" ("id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "round_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."round_id"); RETURN NULL;',
                    hash="9099a3e31920e4b98cf5ccb07ee5d46402e5d54d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_349d4",
                    table="portfolio_roundrequest",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportinground",
            constraint=models.UniqueConstraint(fields=("forum", "as_of"), name="reporting_round_once"),
        ),
        migrations.AddConstraint(
            model_name="reportinground",
            constraint=models.CheckConstraint(
                condition=models.Q(("due__gte", models.F("opened_on"))), name="reporting_round_has_time"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportinground",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_reportingroundevent" ("as_of", "due", "forum_id", "id", "name", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."as_of", NEW."due", NEW."forum_id", NEW."id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="0b8f1a8bb95bdc01d8994b83034c5906e20b0129",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1b072",
                    table="portfolio_reportinground",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportinground",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_reportingroundevent" ("as_of", "due", "forum_id", "id", "name", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."as_of", NEW."due", NEW."forum_id", NEW."id", NEW."name", NEW."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="e20f190de63d85dc89bab799da2bc6fe466de55e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_86483",
                    table="portfolio_reportinground",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportinground",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_reportingroundevent" ("as_of", "due", "forum_id", "id", "name", "opened_on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."as_of", OLD."due", OLD."forum_id", OLD."id", OLD."name", OLD."opened_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="25373c329abc03034b4dc4499caa0498b50b05a4",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_40020",
                    table="portfolio_reportinground",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="roundrequestevent",
            index=models.Index(fields=["round"], name="portfolio_r_round_i_8cefb4_idx"),
        ),
        migrations.AddIndex(
            model_name="roundrequestevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_roundrequest"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="roundrequestevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="761b7f1608797c53b7cc7309a58ca4446e7a0313",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_64aeb",
                    table="portfolio_roundrequestevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
