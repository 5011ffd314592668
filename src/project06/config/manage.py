"""Django's commands; `run.py manage` starts the database first."""

import os
import sys

from django.core.management import execute_from_command_line


def main(arguments: list[str]) -> None:
    """Run one management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project06.config.settings")
    execute_from_command_line(["run.py manage", *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
