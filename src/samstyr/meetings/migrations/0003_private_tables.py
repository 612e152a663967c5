"""Private tables: what was treated under closed items, minutes under review, bagland rooms; and cases with their legs."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0002_immutable_resolutions"),
        ("registry", "0003_membership"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="applied_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="minutes applied"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="minutes_name",
            field=models.TextField(blank=True, verbose_name="file name of the minutes"),
        ),
        migrations.AddField(
            model_name="review",
            name="added_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="added by",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="kept_for",
            field=models.TextField(blank=True, verbose_name="kept for the forum"),
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField(verbose_name="title")),
                ("summary", models.TextField(blank=True, verbose_name="what it is about")),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="registry.subject",
                        verbose_name="subject",
                    ),
                ),
            ],
            options={
                "verbose_name": "case",
                "verbose_name_plural": "cases",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ClosedAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
            ],
            options={
                "verbose_name": "follow-up",
                "verbose_name_plural": "follow-up",
                "ordering": [models.OrderBy(models.F("due"), nulls_last=True), "item__position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClosedClause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("text", models.TextField(verbose_name="text")),
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
            ],
            options={
                "verbose_name": "recommendation",
                "verbose_name_plural": "recommendations",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClosedFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField(verbose_name="kind")),
                ("content", models.JSONField(verbose_name="content")),
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
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
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="registry.initiative",
                        verbose_name="initiative",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="closedfacts",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported fact",
                "verbose_name_plural": "imported facts",
                "ordering": ["id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClosedItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField(verbose_name="title")),
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="content",
                        to="meetings.agendaitem",
                        verbose_name="agenda item",
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
                "verbose_name": "closed item",
                "verbose_name_plural": "closed items",
            },
        ),
        migrations.CreateModel(
            name="ClosedResolution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("span", models.JSONField(blank=True, null=True, verbose_name="span")),
                ("verb", models.TextField(verbose_name="verb")),
                ("with_remarks", models.BooleanField(default=False, verbose_name="with remarks")),
                ("quote", models.TextField(verbose_name="words of the minutes")),
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
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="meetings.closedresolution",
                        verbose_name="supersedes",
                    ),
                ),
            ],
            options={
                "verbose_name": "resolution",
                "verbose_name_plural": "resolutions",
                "ordering": ["item__position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Leg",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField(verbose_name="position")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="legs",
                        to="meetings.case",
                        verbose_name="case",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legs",
                        to="registry.forum",
                        verbose_name="forum",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="legs",
                        to="meetings.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "leg",
                "verbose_name_plural": "legs",
                "ordering": ["case", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "position"), name="leg_position_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("state", models.TextField(default="asked", verbose_name="state")),
                ("due", models.DateField(verbose_name="due")),
                ("ready_on", models.DateField(blank=True, null=True, verbose_name="in constituency until")),
                ("stance", models.TextField(blank=True, verbose_name="stance")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="released")),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="positions",
                        to="meetings.leg",
                        verbose_name="leg",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="registry.party",
                        verbose_name="party",
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="released by",
                    ),
                ),
            ],
            options={
                "verbose_name": "position",
                "verbose_name_plural": "positions",
                "ordering": ["leg", "party"],
                "constraints": [
                    models.UniqueConstraint(fields=("leg", "party"), name="position_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("released_at__isnull", False),
                                ("state__in", ["released", "recorded"]),
                                models.Q(("stance", ""), _negated=True),
                            ),
                            models.Q(("released_at__isnull", True), ("remarks", ""), ("stance", "")),
                            _connector="OR",
                        ),
                        name="position_says_nothing_before_release",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoomComment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
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
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "ordering": ["written_at", "id"],
                "indexes": [models.Index(fields=["leg", "party"], name="room_comment_key")],
            },
        ),
        migrations.CreateModel(
            name="RoomDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("stance", models.TextField(verbose_name="stance")),
                ("remarks", models.TextField(blank=True, verbose_name="remarks")),
                (
                    "leg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
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
                "verbose_name": "draft position",
                "verbose_name_plural": "draft positions",
                "ordering": ["version"],
                "constraints": [
                    models.UniqueConstraint(fields=("leg", "party", "version"), name="room_draft_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RoomHearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("written_at", models.DateTimeField(auto_now_add=True, verbose_name="written")),
                ("body_name", models.TextField(blank=True, verbose_name="name of the body")),
                ("date", models.DateField(verbose_name="date")),
                ("outcome", models.TextField(blank=True, verbose_name="outcome")),
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
                        related_name="+",
                        to="meetings.leg",
                        verbose_name="leg",
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
                "verbose_name": "hearing in the constituency",
                "verbose_name_plural": "hearings in the constituency",
                "ordering": ["date", "id"],
                "indexes": [models.Index(fields=["leg", "party"], name="room_hearing_key")],
            },
        ),
    ]
