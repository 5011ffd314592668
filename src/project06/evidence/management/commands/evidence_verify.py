"""`manage.py evidence_verify`: recompute every digest."""

from django.core.management.base import BaseCommand, CommandError

from project06.evidence.queries.verify_records import list_altered


class Command(BaseCommand):
    """Reads the whole record; ends with code 1 when something was altered."""

    help = "Recompute the digest of every record and name those that were altered."

    def handle(self, **_options: object) -> None:
        """Verify."""
        altered = 0
        for uuid in list_altered():
            altered += 1
            self.stdout.write(f"altered: {uuid}")
        if altered:
            raise CommandError(f"{altered} records were altered after they were written.")
        self.stdout.write("Every record is as it was written.")
