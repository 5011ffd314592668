"""`manage.py kernel_replay_events`: let dead letters be delivered again."""

from argparse import ArgumentParser
from uuid import UUID

from django.core.management.base import BaseCommand
from django.db import transaction

from project06.kernel.clock import now
from project06.kernel.models import Delivery, DeliveryState


class Command(BaseCommand):
    """Dry unless --write; a second run finds nothing left to do."""

    help = "Put dead letters back into delivery."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which ones."""
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--event", type=UUID, help="the dead letters of one event")
        which.add_argument("--receiver", help="the dead letters of one receiver")
        which.add_argument("--all", action="store_true", help="every dead letter")
        parser.add_argument("--write", action="store_true", help="do it; without this only say what would happen")

    def handle(self, **options: object) -> None:
        """List what is replayed, and replay it with --write."""
        dead = Delivery.objects.filter(state=DeliveryState.DEAD)
        if options["event"]:
            dead = dead.filter(event__uuid=str(options["event"]))
        if options["receiver"]:
            dead = dead.filter(receiver=options["receiver"])
        with transaction.atomic():
            chosen = list(dead.select_for_update(of=("self",)).select_related("event").order_by("id"))
            for each in chosen:
                self.stdout.write(f"{each.event.uuid} {each.event.name} -> {each.receiver}")
            if options["write"]:
                again = Delivery.objects.filter(id__in=[each.id for each in chosen])
                again.update(state=DeliveryState.WAITING, tries=0, next_try_at=now())
        done = "put back" if options["write"] else "would be put back; add --write"
        self.stdout.write(f"{len(chosen)} {done}.")
