"""The register between files and the database: read → plan → apply, and export."""

from pathlib import Path

from samstyr.exchange.example_calendar import with_example_calendar
from samstyr.exchange.register_file import dump, read_register
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.registry.services import load_register
from samstyr.rules.plan import Plan
from samstyr.rules.register import RegisterError
from samstyr.rules.rights import OPERATOR, Viewer


def load_file(
    *, path: Path, only_plan: bool = False, with_examples: bool = False, actor: Viewer = OPERATOR
) -> Plan:
    """Load a register file and answer what that meant (with `only_plan`: would mean).

    The file may name what only the database holds. `with_examples` gives the fora of the Danish register their
    example meetings and deadlines, for the demonstration alone. Raises InputError with one line for each
    problem, in the file's own places, and DeniedError where the actor may not edit the register; nothing is
    stored then.
    """
    wanted = read_register(path, known=current_register())
    if with_examples:
        wanted = with_example_calendar(wanted)
    try:
        return load_register(wanted=wanted, only_plan=only_plan, actor=actor)
    except RegisterError as error:
        raise InputError(
            *(f"{path}: together with what the database holds: {problem}" for problem in error.problems)
        ) from error


def export_text() -> str:
    """Answer the register of the database as YAML; the same content gives the same bytes."""
    return dump(current_register())
