"""Django's own commands, for developers: `python -m samstyr.project.manage makemigrations`."""

import os
import sys

from django.core.management import execute_from_command_line

from samstyr.platform import database

NEEDS_NO_DATABASE = {"check", "collectstatic", "makemigrations", "help"}


def main() -> None:
    """Run one of Django's commands on the database of this folder."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samstyr.project.settings")
    if not NEEDS_NO_DATABASE & set(sys.argv):
        database.start()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
