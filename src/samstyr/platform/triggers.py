"""Triggers in migrations, added and removed in a fraction of the time.

A trigger is no part of how Django draws up a model, yet the package has each one draw up its model anew, and with it
every model it is linked to: with hundreds of triggers most of a migration's time.
"""

from django.db.migrations.state import ProjectState
from pgtrigger import migrations


class AddTrigger(migrations.AddTrigger):
    """Add a trigger to a table."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the trigger with its model."""
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]


class RemoveTrigger(migrations.RemoveTrigger):
    """Remove a trigger from a table."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Take the trigger off its model's notes."""
        options = state.models[app_label, self.model_name].options
        options["triggers"] = [each for each in options.get("triggers", []) if each.name != self.name]
