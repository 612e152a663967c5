"""Positions know their forum and become private; a released one is never reworded or taken back."""

import django.db.models.deletion
from django.db import migrations, models

# Erasing a user's account unlinks them (released_by); it says nothing else about the party's position.
GUARD = """
CREATE FUNCTION meetings_keep_released() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state NOT IN ('released', 'recorded') THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE'
        AND (NEW.state = OLD.state OR (OLD.state = 'released' AND NEW.state = 'recorded'))
        AND (NEW.released_by_id IS NULL OR NEW.released_by_id = OLD.released_by_id)
        AND (NEW.id, NEW.leg_id, NEW.forum_id, NEW.party_id, NEW.due, NEW.ready_on, NEW.stance, NEW.remarks,
             NEW.released_at)
        IS NOT DISTINCT FROM
            (OLD.id, OLD.leg_id, OLD.forum_id, OLD.party_id, OLD.due, OLD.ready_on, OLD.stance, OLD.remarks,
             OLD.released_at)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A released position is never changed, taken back or deleted: it can only be recorded.'
        USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER keep_released BEFORE UPDATE OR DELETE ON meetings_position
    FOR EACH ROW EXECUTE FUNCTION meetings_keep_released();
"""
NO_GUARD = "DROP TRIGGER keep_released ON meetings_position; DROP FUNCTION meetings_keep_released();"
FILL = "UPDATE meetings_position p SET forum_id = l.forum_id FROM meetings_leg l WHERE l.id = p.leg_id"
BUILT_ON = "UPDATE meetings_roomdraft SET based_on = version - 1"
SAID = ["recorded", "released"]
STANCES = ["agree", "agree-on-condition", "object", "reserve"]


class Migration(migrations.Migration):
    """The forum of a position, what a draft was built on, and the guards."""

    dependencies = [("meetings", "0004_move_closed_items"), ("registry", "0003_membership")]

    operations = [
        migrations.AlterModelOptions(
            name="position",
            options={
                "ordering": ["leg", "party"],
                "verbose_name": "party's position",
                "verbose_name_plural": "parties' positions",
            },
        ),
        migrations.RemoveConstraint(model_name="position", name="position_says_nothing_before_release"),
        migrations.AddField(
            model_name="position",
            name="forum",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.forum",
                verbose_name="forum",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="position",
            name="forum",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.forum",
                verbose_name="forum",
            ),
        ),
        migrations.AddField(
            model_name="roomdraft",
            name="based_on",
            field=models.PositiveIntegerField(default=0, verbose_name="built on version"),
        ),
        migrations.RunSQL(BUILT_ON, migrations.RunSQL.noop),
        *(
            migrations.AlterField(
                model_name=model, name="written_at", field=models.DateTimeField(verbose_name="written")
            )
            for model in ("roomcomment", "roomdraft", "roomhearing")
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["asked", "in-constituency", "not-given", "recorded", "released"])
                ),
                name="position_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("released_at__isnull", False), ("stance__in", STANCES), ("state__in", SAID)),
                    models.Q(
                        ("released_at__isnull", True),
                        ("remarks", ""),
                        ("stance", ""),
                        models.Q(("state__in", SAID), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="position_says_nothing_before_release",
            ),
        ),
        migrations.RunSQL(GUARD, NO_GUARD),
    ]
