"""Agreements, reports and decisions on portfolios: their tables, their history, and the guards."""

import django.db.models.deletion
import django.db.models.fields.json
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import samstyr.platform.history
import samstyr.platform.triggers

# Whose it is can change where an account is erased; what it says can not. A correction is of the same series.
GUARD = """
CREATE FUNCTION portfolio_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) - 'published_by_id' - 'written_by_id' = to_jsonb(OLD) - 'published_by_id' - 'written_by_id'
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was reported, assessed or decided is never changed: add what follows it.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON portfolio_statusreport
    FOR EACH ROW EXECUTE FUNCTION portfolio_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON portfolio_assessment
    FOR EACH ROW EXECUTE FUNCTION portfolio_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON portfolio_portfoliodecision
    FOR EACH ROW EXECUTE FUNCTION portfolio_refuse_change();
CREATE FUNCTION portfolio_same_series() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM portfolio_statusreport before WHERE before.id = NEW.supersedes_id
        AND before.initiative_id = NEW.initiative_id AND before.rater = NEW.rater
    ) THEN
        RAISE EXCEPTION 'A report supersedes one of the same initiative and rater.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER same_series BEFORE INSERT ON portfolio_statusreport
    FOR EACH ROW WHEN (NEW.supersedes_id IS NOT NULL) EXECUTE FUNCTION portfolio_same_series();
"""
NO_GUARD = """
DROP TRIGGER same_series ON portfolio_statusreport;
DROP FUNCTION portfolio_same_series();
DROP TRIGGER refuse_change ON portfolio_portfoliodecision;
DROP TRIGGER refuse_change ON portfolio_assessment;
DROP TRIGGER refuse_change ON portfolio_statusreport;
DROP FUNCTION portfolio_refuse_change();
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("meetings", "0018_batches"),
        ("registry", "0004_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("light", models.TextField(default="none", verbose_name="light")),
                ("reason", models.TextField(verbose_name="reason")),
                ("on", models.DateField(verbose_name="date")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="registry.forum",
                        verbose_name="forum",
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
                "verbose_name": "forum's assessment",
                "verbose_name_plural": "fora's assessments",
                "ordering": ["report", "forum", "on", "id"],
            },
        ),
        migrations.CreateModel(
            name="InitiativePart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.TextField(verbose_name="code")),
                ("name", models.TextField(verbose_name="name")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of an initiative",
                "verbose_name_plural": "parts of initiatives",
                "ordering": ["initiative", "code"],
            },
        ),
        migrations.CreateModel(
            name="InitiativePartEvent",
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
                ("code", models.TextField(verbose_name="code")),
                ("name", models.TextField(verbose_name="name")),
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
                        to="portfolio.initiativepart",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Paragraph",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField(verbose_name="order")),
                ("number", models.TextField(verbose_name="number")),
                ("heading", models.TextField(verbose_name="heading")),
                ("text", models.TextField(blank=True, verbose_name="text in our own words")),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paragraphs",
                        to="registry.instrument",
                        verbose_name="agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "paragraph",
                "verbose_name_plural": "paragraphs",
                "ordering": ["instrument", "order", "id"],
            },
        ),
        migrations.CreateModel(
            name="ParagraphEvent",
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
                ("order", models.PositiveIntegerField(verbose_name="order")),
                ("number", models.TextField(verbose_name="number")),
                ("heading", models.TextField(verbose_name="heading")),
                ("text", models.TextField(blank=True, verbose_name="text in our own words")),
                (
                    "instrument",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="registry.instrument",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.paragraph",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ParagraphInitiative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="portfolio.paragraph",
                        verbose_name="paragraph",
                    ),
                ),
            ],
            options={
                "verbose_name": "initiative of a paragraph",
                "verbose_name_plural": "initiatives of paragraphs",
            },
        ),
        migrations.AddField(
            model_name="paragraph",
            name="initiatives",
            field=models.ManyToManyField(
                related_name="paragraphs",
                through="portfolio.ParagraphInitiative",
                to="registry.initiative",
                verbose_name="initiatives",
            ),
        ),
        migrations.CreateModel(
            name="ParagraphInitiativeEvent",
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
                    "paragraph",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.paragraph",
                        verbose_name="paragraph",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.paragraphinitiative",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PortfolioDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("kind", models.TextField(verbose_name="kind")),
                ("on", models.DateField(verbose_name="date")),
                ("tasks", models.TextField(blank=True, verbose_name="tasks of the forum")),
                (
                    "steering_group_dissolved_on",
                    models.DateField(blank=True, null=True, verbose_name="steering group dissolved"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("verdict", models.TextField(blank=True, verbose_name="mandate check")),
                ("said", models.TextField(blank=True, verbose_name="what the mandate check said")),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portfolio_decisions",
                        to="registry.forum",
                        verbose_name="forum",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portfolio_decisions",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "recommended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.resolution",
                        verbose_name="recommended by",
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
                "verbose_name": "decision on a portfolio",
                "verbose_name_plural": "decisions on portfolios",
                "ordering": ["on", "id"],
            },
        ),
        migrations.CreateModel(
            name="PortfolioDecisionEvent",
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
                ("kind", models.TextField(verbose_name="kind")),
                ("on", models.DateField(verbose_name="date")),
                ("tasks", models.TextField(blank=True, verbose_name="tasks of the forum")),
                (
                    "steering_group_dissolved_on",
                    models.DateField(blank=True, null=True, verbose_name="steering group dissolved"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("verdict", models.TextField(blank=True, verbose_name="mandate check")),
                ("said", models.TextField(blank=True, verbose_name="what the mandate check said")),
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
                        verbose_name="initiative",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.portfoliodecision",
                    ),
                ),
                (
                    "recommended_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="meetings.resolution",
                        verbose_name="recommended by",
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
            name="ReportDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("as_of", models.DateField(verbose_name="as of")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("state", models.TextField(verbose_name="state")),
                ("light", models.TextField(default="none", verbose_name="light")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("time", models.TextField(default="none", verbose_name="time")),
                ("economy", models.TextField(default="none", verbose_name="economy")),
                ("quality", models.TextField(default="none", verbose_name="quality")),
                ("benefits", models.TextField(default="none", verbose_name="benefits")),
                ("risk", models.TextField(default="none", verbose_name="risk")),
                (
                    "deviations",
                    models.JSONField(blank=True, default=dict, verbose_name="reasons for deviating"),
                ),
                (
                    "baseline_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="agreed cost"
                    ),
                ),
                (
                    "expected_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="expected cost"
                    ),
                ),
                ("baseline_end", models.DateField(blank=True, null=True, verbose_name="agreed end")),
                ("expected_end", models.DateField(blank=True, null=True, verbose_name="expected end")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("based_on", models.PositiveIntegerField(default=0, verbose_name="built on version")),
                ("correction", models.TextField(blank=True, verbose_name="what was corrected")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registry.initiative",
                        verbose_name="initiative",
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
                "verbose_name": "draft report",
                "verbose_name_plural": "draft reports",
                "ordering": ["initiative", "version"],
            },
        ),
        migrations.CreateModel(
            name="StatusReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("as_of", models.DateField(verbose_name="as of")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("state", models.TextField(verbose_name="state")),
                ("light", models.TextField(default="none", verbose_name="light")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("time", models.TextField(default="none", verbose_name="time")),
                ("economy", models.TextField(default="none", verbose_name="economy")),
                ("quality", models.TextField(default="none", verbose_name="quality")),
                ("benefits", models.TextField(default="none", verbose_name="benefits")),
                ("risk", models.TextField(default="none", verbose_name="risk")),
                (
                    "deviations",
                    models.JSONField(blank=True, default=dict, verbose_name="reasons for deviating"),
                ),
                (
                    "baseline_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="agreed cost"
                    ),
                ),
                (
                    "expected_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="expected cost"
                    ),
                ),
                ("baseline_end", models.DateField(blank=True, null=True, verbose_name="agreed end")),
                ("expected_end", models.DateField(blank=True, null=True, verbose_name="expected end")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("rater", models.TextField(verbose_name="rater")),
                ("scale", models.TextField(verbose_name="scale")),
                ("published_at", models.DateTimeField(verbose_name="published")),
                ("day_unknown", models.BooleanField(default=False, verbose_name="the day is not known")),
                ("rule", models.TextField(blank=True, verbose_name="light rule")),
                ("rule_version", models.TextField(blank=True, verbose_name="version of the light rule")),
                (
                    "proposed",
                    models.JSONField(blank=True, default=dict, verbose_name="proposed by the light rule"),
                ),
                ("correction", models.TextField(blank=True, verbose_name="what was corrected")),
                ("original", models.TextField(blank=True, verbose_name="value in the source")),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                (
                    "draft",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="version of the draft"),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="portfolio.statusreport",
                        verbose_name="supersedes",
                    ),
                ),
            ],
            options={
                "verbose_name": "status report",
                "verbose_name_plural": "status reports",
                "ordering": ["initiative", "as_of", "published_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ReportDraftEvent",
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
                ("as_of", models.DateField(verbose_name="as of")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("state", models.TextField(verbose_name="state")),
                ("light", models.TextField(default="none", verbose_name="light")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("time", models.TextField(default="none", verbose_name="time")),
                ("economy", models.TextField(default="none", verbose_name="economy")),
                ("quality", models.TextField(default="none", verbose_name="quality")),
                ("benefits", models.TextField(default="none", verbose_name="benefits")),
                ("risk", models.TextField(default="none", verbose_name="risk")),
                (
                    "deviations",
                    models.JSONField(blank=True, default=dict, verbose_name="reasons for deviating"),
                ),
                (
                    "baseline_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="agreed cost"
                    ),
                ),
                (
                    "expected_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="expected cost"
                    ),
                ),
                ("baseline_end", models.DateField(blank=True, null=True, verbose_name="agreed end")),
                ("expected_end", models.DateField(blank=True, null=True, verbose_name="expected end")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("based_on", models.PositiveIntegerField(default=0, verbose_name="built on version")),
                ("correction", models.TextField(blank=True, verbose_name="what was corrected")),
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
                        to="portfolio.reportdraft",
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
                    "corrects",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portfolio.statusreport",
                        verbose_name="supersedes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="reportdraft",
            name="corrects",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="portfolio.statusreport",
                verbose_name="supersedes",
            ),
        ),
        migrations.CreateModel(
            name="AssessmentEvent",
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
                ("light", models.TextField(default="none", verbose_name="light")),
                ("reason", models.TextField(verbose_name="reason")),
                ("on", models.DateField(verbose_name="date")),
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
                        to="portfolio.assessment",
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
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
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
        migrations.AddField(
            model_name="assessment",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assessments",
                to="portfolio.statusreport",
                verbose_name="status report",
            ),
        ),
        migrations.CreateModel(
            name="StatusReportEvent",
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
                ("as_of", models.DateField(verbose_name="as of")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="valid until")),
                ("state", models.TextField(verbose_name="state")),
                ("light", models.TextField(default="none", verbose_name="light")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("time", models.TextField(default="none", verbose_name="time")),
                ("economy", models.TextField(default="none", verbose_name="economy")),
                ("quality", models.TextField(default="none", verbose_name="quality")),
                ("benefits", models.TextField(default="none", verbose_name="benefits")),
                ("risk", models.TextField(default="none", verbose_name="risk")),
                (
                    "deviations",
                    models.JSONField(blank=True, default=dict, verbose_name="reasons for deviating"),
                ),
                (
                    "baseline_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="agreed cost"
                    ),
                ),
                (
                    "expected_cost",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=18, null=True, verbose_name="expected cost"
                    ),
                ),
                ("baseline_end", models.DateField(blank=True, null=True, verbose_name="agreed end")),
                ("expected_end", models.DateField(blank=True, null=True, verbose_name="expected end")),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("rater", models.TextField(verbose_name="rater")),
                ("scale", models.TextField(verbose_name="scale")),
                ("published_at", models.DateTimeField(verbose_name="published")),
                ("day_unknown", models.BooleanField(default=False, verbose_name="the day is not known")),
                ("rule", models.TextField(blank=True, verbose_name="light rule")),
                ("rule_version", models.TextField(blank=True, verbose_name="version of the light rule")),
                (
                    "proposed",
                    models.JSONField(blank=True, default=dict, verbose_name="proposed by the light rule"),
                ),
                ("correction", models.TextField(blank=True, verbose_name="what was corrected")),
                ("original", models.TextField(blank=True, verbose_name="value in the source")),
                ("source_document", models.TextField(blank=True, verbose_name="source document")),
                (
                    "draft",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="version of the draft"),
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
                        verbose_name="initiative",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="portfolio.statusreport",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
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
                        to="portfolio.statusreport",
                        verbose_name="supersedes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="initiativepart",
            constraint=models.UniqueConstraint(fields=("initiative", "code"), name="initiative_part_once"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativepart",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_initiativepartevent" ("code", "id", "initiative_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."initiative_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="07dae0aa7038ebe41d2772e42cf61902560f3d6e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a9bf7",
                    table="portfolio_initiativepart",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativepart",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_initiativepartevent" ("code", "id", "initiative_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."initiative_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="df5da34584c675c91774a294fdbd617d02304e28",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_60552",
                    table="portfolio_initiativepart",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativepart",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_initiativepartevent" ("code", "id", "initiative_id", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."id", OLD."initiative_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="98f8d1319d7ec0693bed73a2e3b56b79a1ac0d44",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_414f5",
                    table="portfolio_initiativepart",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="initiativepartevent",
            index=models.Index(fields=["initiative"], name="portfolio_i_initiat_9b34a0_idx"),
        ),
        migrations.AddIndex(
            model_name="initiativepartevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_initiativepart"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="initiativepartevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="76cc97a95dc27d31e6036f544c3345978302a25f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6f3b3",
                    table="portfolio_initiativepartevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="paragraphevent",
            index=models.Index(fields=["instrument"], name="portfolio_p_instrum_d2d83d_idx"),
        ),
        migrations.AddIndex(
            model_name="paragraphevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_paragraph"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraphevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d1096f81b14e3c9e9cac9a3462aa2e39ef1d948e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f3e48",
                    table="portfolio_paragraphevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="paragraphinitiative",
            constraint=models.UniqueConstraint(
                fields=("paragraph", "initiative"), name="paragraph_initiative_once"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraphinitiative",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_paragraphinitiativeevent" ("id", "initiative_id", "paragraph_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."initiative_id", NEW."paragraph_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="88374bb3bd99811c73671afaed62430c27b4dcfc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_eaca9",
                    table="portfolio_paragraphinitiative",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraphinitiative",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_paragraphinitiativeevent" ("id", "initiative_id", "paragraph_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."initiative_id", NEW."paragraph_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="56718218a0bacc4ce1f5358170d07fb0b9eedaf1",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b5e5",
                    table="portfolio_paragraphinitiative",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraphinitiative",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_paragraphinitiativeevent" ("id", "initiative_id", "paragraph_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."initiative_id", OLD."paragraph_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;',
                    hash="05cc3102fd30a881da0e5c7dd1b92758ad3123c2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_854ab",
                    table="portfolio_paragraphinitiative",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="paragraph",
            constraint=models.UniqueConstraint(fields=("instrument", "number"), name="paragraph_number_once"),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraph",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_paragraphevent" ("heading", "id", "instrument_id", "number", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."heading", NEW."id", NEW."instrument_id", NEW."number", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="3015b516d4d3833592602949629ea6a1861e099c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4d0ad",
                    table="portfolio_paragraph",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraph",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_paragraphevent" ("heading", "id", "instrument_id", "number", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."heading", NEW."id", NEW."instrument_id", NEW."number", NEW."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="fd988df7abdaaf5490212730417c46637094dc2e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_36be6",
                    table="portfolio_paragraph",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraph",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_paragraphevent" ("heading", "id", "instrument_id", "number", "order", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."heading", OLD."id", OLD."instrument_id", OLD."number", OLD."order", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="d3a480bf81327d61e4347ad7b1434ba6702aad6f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c55a7",
                    table="portfolio_paragraph",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="paragraphinitiativeevent",
            index=models.Index(fields=["paragraph"], name="portfolio_p_paragra_a7fdd2_idx"),
        ),
        migrations.AddIndex(
            model_name="paragraphinitiativeevent",
            index=models.Index(fields=["initiative"], name="portfolio_p_initiat_6d8903_idx"),
        ),
        migrations.AddIndex(
            model_name="paragraphinitiativeevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                name="actor_paragraphinitiative",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="paragraphinitiativeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c72d5079b49a8fa0eb898df567b88e4c964ca062",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_68cf2",
                    table="portfolio_paragraphinitiativeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="portfoliodecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["entry", "exit"])), name="portfolio_decision_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="portfoliodecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "exit"), models.Q(("tasks", ""), _negated=True), _connector="OR"),
                name="portfolio_entry_has_tasks",
            ),
        ),
        migrations.AddConstraint(
            model_name="portfoliodecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind", "entry"),
                    models.Q(
                        ("recommended_by__isnull", False), ("steering_group_dissolved_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="portfolio_exit_conditions",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfoliodecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_portfoliodecisionevent" ("forum_id", "id", "initiative_id", "kind", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommended_by_id", "resolution_id", "said", "steering_group_dissolved_on", "subject_id", "tasks", "verdict", "written_at", "written_by_id") VALUES (NEW."forum_id", NEW."id", NEW."initiative_id", NEW."kind", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recommended_by_id", NEW."resolution_id", NEW."said", NEW."steering_group_dissolved_on", NEW."subject_id", NEW."tasks", NEW."verdict", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="6bf3ffeeacda6bd9dd3c89b4609e1ed480c080d9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e73ae",
                    table="portfolio_portfoliodecision",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfoliodecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_portfoliodecisionevent" ("forum_id", "id", "initiative_id", "kind", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommended_by_id", "resolution_id", "said", "steering_group_dissolved_on", "subject_id", "tasks", "verdict", "written_at", "written_by_id") VALUES (NEW."forum_id", NEW."id", NEW."initiative_id", NEW."kind", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recommended_by_id", NEW."resolution_id", NEW."said", NEW."steering_group_dissolved_on", NEW."subject_id", NEW."tasks", NEW."verdict", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="910664a17f23ad6cbef644a2f75799b8ac6682b9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f21c4",
                    table="portfolio_portfoliodecision",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfoliodecision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_portfoliodecisionevent" ("forum_id", "id", "initiative_id", "kind", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommended_by_id", "resolution_id", "said", "steering_group_dissolved_on", "subject_id", "tasks", "verdict", "written_at", "written_by_id") VALUES (OLD."forum_id", OLD."id", OLD."initiative_id", OLD."kind", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."recommended_by_id", OLD."resolution_id", OLD."said", OLD."steering_group_dissolved_on", OLD."subject_id", OLD."tasks", OLD."verdict", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="b053e55fbef98fae72b245bd5969c7f3b4efb585",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9d04b",
                    table="portfolio_portfoliodecision",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="portfoliodecisionevent",
            index=models.Index(fields=["initiative"], name="portfolio_p_initiat_964ff4_idx"),
        ),
        migrations.AddIndex(
            model_name="portfoliodecisionevent",
            index=models.Index(fields=["forum"], name="portfolio_p_forum_i_43e230_idx"),
        ),
        migrations.AddIndex(
            model_name="portfoliodecisionevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"),
                name="actor_portfoliodecision",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="portfoliodecisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9931a4660d3dc148f0de6561420807904f974f0d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5b42d",
                    table="portfolio_portfoliodecisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="statusreport",
            index=models.Index(
                fields=["initiative", "rater", "-as_of", "-published_at", "-id"],
                include=["light", "valid_until"],
                name="report_of_rater",
            ),
        ),
        migrations.AddIndex(
            model_name="statusreport",
            index=models.Index(fields=["initiative", "-as_of", "-published_at", "-id"], name="report_latest"),
        ),
        migrations.AddConstraint(
            model_name="statusreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("light__in", ["green", "none", "red", "yellow"]),
                    ("time__in", ["green", "none", "red", "yellow"]),
                    ("economy__in", ["green", "none", "red", "yellow"]),
                    ("quality__in", ["green", "none", "red", "yellow"]),
                    ("benefits__in", ["green", "none", "red", "yellow"]),
                    ("risk__in", ["green", "none", "red", "yellow"]),
                ),
                name="report_lights_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["discontinued", "ended", "not-started", "paused", "running"])
                ),
                name="report_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("supersedes__isnull", True), models.Q(("correction", ""), _negated=True), _connector="OR"
                ),
                name="report_correction_says_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("supersedes__isnull", True)),
                fields=("initiative", "rater", "as_of"),
                name="report_once_a_day",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="statusreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_statusreportevent" ("as_of", "baseline_cost", "baseline_end", "benefits", "correction", "day_unknown", "deviations", "draft", "economy", "expected_cost", "expected_end", "id", "initiative_id", "light", "original", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "published_at", "published_by_id", "quality", "rater", "reason", "risk", "rule", "rule_version", "scale", "source_document", "state", "supersedes_id", "text", "time", "valid_until") VALUES (NEW."as_of", NEW."baseline_cost", NEW."baseline_end", NEW."benefits", NEW."correction", NEW."day_unknown", NEW."deviations", NEW."draft", NEW."economy", NEW."expected_cost", NEW."expected_end", NEW."id", NEW."initiative_id", NEW."light", NEW."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."proposed", NEW."published_at", NEW."published_by_id", NEW."quality", NEW."rater", NEW."reason", NEW."risk", NEW."rule", NEW."rule_version", NEW."scale", NEW."source_document", NEW."state", NEW."supersedes_id", NEW."text", NEW."time", NEW."valid_until"); RETURN NULL;',
                    hash="965d0672fa69c10041f917656ed67e739dc57dd5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_14e50",
                    table="portfolio_statusreport",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="statusreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_statusreportevent" ("as_of", "baseline_cost", "baseline_end", "benefits", "correction", "day_unknown", "deviations", "draft", "economy", "expected_cost", "expected_end", "id", "initiative_id", "light", "original", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "published_at", "published_by_id", "quality", "rater", "reason", "risk", "rule", "rule_version", "scale", "source_document", "state", "supersedes_id", "text", "time", "valid_until") VALUES (NEW."as_of", NEW."baseline_cost", NEW."baseline_end", NEW."benefits", NEW."correction", NEW."day_unknown", NEW."deviations", NEW."draft", NEW."economy", NEW."expected_cost", NEW."expected_end", NEW."id", NEW."initiative_id", NEW."light", NEW."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."proposed", NEW."published_at", NEW."published_by_id", NEW."quality", NEW."rater", NEW."reason", NEW."risk", NEW."rule", NEW."rule_version", NEW."scale", NEW."source_document", NEW."state", NEW."supersedes_id", NEW."text", NEW."time", NEW."valid_until"); RETURN NULL;',
                    hash="03a78dcb36c019454912eb4ef9c4dad8217dd535",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1f74b",
                    table="portfolio_statusreport",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="statusreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_statusreportevent" ("as_of", "baseline_cost", "baseline_end", "benefits", "correction", "day_unknown", "deviations", "draft", "economy", "expected_cost", "expected_end", "id", "initiative_id", "light", "original", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "published_at", "published_by_id", "quality", "rater", "reason", "risk", "rule", "rule_version", "scale", "source_document", "state", "supersedes_id", "text", "time", "valid_until") VALUES (OLD."as_of", OLD."baseline_cost", OLD."baseline_end", OLD."benefits", OLD."correction", OLD."day_unknown", OLD."deviations", OLD."draft", OLD."economy", OLD."expected_cost", OLD."expected_end", OLD."id", OLD."initiative_id", OLD."light", OLD."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."proposed", OLD."published_at", OLD."published_by_id", OLD."quality", OLD."rater", OLD."reason", OLD."risk", OLD."rule", OLD."rule_version", OLD."scale", OLD."source_document", OLD."state", OLD."supersedes_id", OLD."text", OLD."time", OLD."valid_until"); RETURN NULL;',
                    hash="331684c2c7136efaa1d63ed3778dd58b6dd9577e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_239b5",
                    table="portfolio_statusreport",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="reportdraftevent",
            index=models.Index(fields=["initiative"], name="portfolio_r_initiat_a72e26_idx"),
        ),
        migrations.AddIndex(
            model_name="reportdraftevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_reportdraft"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportdraftevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f9e6cdfa007ea321340011ad82ef5ec434a95107",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2aaf0",
                    table="portfolio_reportdraftevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("light__in", ["green", "none", "red", "yellow"]),
                    ("time__in", ["green", "none", "red", "yellow"]),
                    ("economy__in", ["green", "none", "red", "yellow"]),
                    ("quality__in", ["green", "none", "red", "yellow"]),
                    ("benefits__in", ["green", "none", "red", "yellow"]),
                    ("risk__in", ["green", "none", "red", "yellow"]),
                ),
                name="report_draft_lights_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["discontinued", "ended", "not-started", "paused", "running"])
                ),
                name="report_draft_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdraft",
            constraint=models.UniqueConstraint(
                fields=("initiative", "party", "version"), name="report_draft_once"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportdraft",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_reportdraftevent" ("as_of", "based_on", "baseline_cost", "baseline_end", "benefits", "correction", "corrects_id", "deviations", "economy", "expected_cost", "expected_end", "id", "initiative_id", "light", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quality", "reason", "risk", "state", "text", "time", "valid_until", "version", "written_at", "written_by_id") VALUES (NEW."as_of", NEW."based_on", NEW."baseline_cost", NEW."baseline_end", NEW."benefits", NEW."correction", NEW."corrects_id", NEW."deviations", NEW."economy", NEW."expected_cost", NEW."expected_end", NEW."id", NEW."initiative_id", NEW."light", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."quality", NEW."reason", NEW."risk", NEW."state", NEW."text", NEW."time", NEW."valid_until", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="f4504ca36965548f35d057187ee57b25f558e5f5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f7e7f",
                    table="portfolio_reportdraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportdraft",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_reportdraftevent" ("as_of", "based_on", "baseline_cost", "baseline_end", "benefits", "correction", "corrects_id", "deviations", "economy", "expected_cost", "expected_end", "id", "initiative_id", "light", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quality", "reason", "risk", "state", "text", "time", "valid_until", "version", "written_at", "written_by_id") VALUES (NEW."as_of", NEW."based_on", NEW."baseline_cost", NEW."baseline_end", NEW."benefits", NEW."correction", NEW."corrects_id", NEW."deviations", NEW."economy", NEW."expected_cost", NEW."expected_end", NEW."id", NEW."initiative_id", NEW."light", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."quality", NEW."reason", NEW."risk", NEW."state", NEW."text", NEW."time", NEW."valid_until", NEW."version", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="c22bf3357c1ce24a52c9d42273128136c917c0cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7b3dd",
                    table="portfolio_reportdraft",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="reportdraft",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_reportdraftevent" ("as_of", "based_on", "baseline_cost", "baseline_end", "benefits", "correction", "corrects_id", "deviations", "economy", "expected_cost", "expected_end", "id", "initiative_id", "light", "party_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "quality", "reason", "risk", "state", "text", "time", "valid_until", "version", "written_at", "written_by_id") VALUES (OLD."as_of", OLD."based_on", OLD."baseline_cost", OLD."baseline_end", OLD."benefits", OLD."correction", OLD."corrects_id", OLD."deviations", OLD."economy", OLD."expected_cost", OLD."expected_end", OLD."id", OLD."initiative_id", OLD."light", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."quality", OLD."reason", OLD."risk", OLD."state", OLD."text", OLD."time", OLD."valid_until", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="1db067a752fcab059616f682a170b9e012fa4879",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1f51f",
                    table="portfolio_reportdraft",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentevent",
            index=models.Index(fields=["report"], name="portfolio_a_report__b810f2_idx"),
        ),
        migrations.AddIndex(
            model_name="assessmentevent",
            index=models.Index(fields=["forum"], name="portfolio_a_forum_i_047eee_idx"),
        ),
        migrations.AddIndex(
            model_name="assessmentevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_assessment"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="assessmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9d66fd45d27678fae3205bc161bd56639d584eed",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_be7e8",
                    table="portfolio_assessmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("light__in", ["green", "none", "red", "yellow"])),
                name="assessment_light_known",
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_assessmentevent" ("forum_id", "id", "light", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "resolution_id", "written_at", "written_by_id") VALUES (NEW."forum_id", NEW."id", NEW."light", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."report_id", NEW."resolution_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="0322340905b10102c022bad31d2db80896a5f8bf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e251a",
                    table="portfolio_assessment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portfolio_assessmentevent" ("forum_id", "id", "light", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "resolution_id", "written_at", "written_by_id") VALUES (NEW."forum_id", NEW."id", NEW."light", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."report_id", NEW."resolution_id", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                    hash="1d882f90aa25ba50b9b8726d8e1f3cfd2266f8ec",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c9455",
                    table="portfolio_assessment",
                    when="AFTER",
                ),
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portfolio_assessmentevent" ("forum_id", "id", "light", "on", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "resolution_id", "written_at", "written_by_id") VALUES (OLD."forum_id", OLD."id", OLD."light", OLD."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."report_id", OLD."resolution_id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="cb60247f31c73a45c9f1f2e45515fdd939db009d",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ddf9e",
                    table="portfolio_assessment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="statusreportevent",
            index=models.Index(fields=["initiative"], name="portfolio_s_initiat_5b30b5_idx"),
        ),
        migrations.AddIndex(
            model_name="statusreportevent",
            index=models.Index(
                django.db.models.fields.json.KeyTransform("user", "pgh_context"), name="actor_statusreport"
            ),
        ),
        samstyr.platform.triggers.AddTrigger(
            model_name="statusreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bcefe13a75b0ac08259757332a639db9406f2b7e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_02daf",
                    table="portfolio_statusreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
