"""`manage.py kernel_list_dead_letters`: deliveries that were given up, and those nobody is there to hear."""

from django.core.management.base import BaseCommand

from project06.kernel.events import list_receivers
from project06.kernel.models import Delivery, DeliveryState


class Command(BaseCommand):
    """Lists them with the last error."""

    help = "List deliveries that failed too often or whose receiver no longer exists."

    def handle(self, **_options: object) -> None:
        """Print one line for each."""
        rows = Delivery.objects.select_related("event").order_by("id")
        dead = list(rows.filter(state=DeliveryState.DEAD))
        orphans = list(rows.filter(state=DeliveryState.WAITING).exclude(receiver__in=list_receivers()))
        for each in dead:
            self.stdout.write(f"{each.event.uuid} {each.event.name} -> {each.receiver}: {each.last_error}")
        for each in orphans:
            self.stdout.write(f"{each.event.uuid} {each.event.name} -> {each.receiver}: no such receiver any more")
        self.stdout.write(f"{len(dead)} dead, {len(orphans)} without receiver.")
