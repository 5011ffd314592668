"""What stands in a new installation: the schema, the reference data, and in demo mode a small world."""

import os

import django


def prepare() -> None:
    """Bring the schema and the reference data up to the code; quick when there is nothing to do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project06.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def fill_demo(*, people: int) -> None:
    """Fill the demonstration world; safe to run twice."""


def greeting(*, port: int) -> str:
    """Return what the terminal shows when the pages answer."""
    return f"Project 06 answers at http://localhost:{port}"
