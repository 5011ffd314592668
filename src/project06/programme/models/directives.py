"""What orders tasks: acts, plans, and the groups by which tasks are followed."""

from django.db import models
from django.db.models import Q

from project06.kernel.ids import new_uuid
from project06.kernel.pii import personal_data
from project06.programme.enums.steering import DirectiveKind


def vietnamese_written(field: str, name: str) -> models.CheckConstraint:
    """Return the constraint that the text in Vietnamese, the original, is there."""
    return models.CheckConstraint(condition=Q(**{f"{field}__has_key": "vi"}) & ~Q(**{f"{field}__vi": ""}), name=name)


class Directive(models.Model):
    """An act that orders something. Number and date are its key: numbers repeat over the years."""

    PERSONAL_DATA = personal_data(none="id uuid number issued_on kind issuer document titles note registered_at")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    number = models.CharField(max_length=60)
    issued_on = models.DateField()
    kind = models.CharField(max_length=12, choices=DirectiveKind)
    issuer = models.CharField(max_length=160)
    document = models.CharField(max_length=300, blank=True)
    titles = models.JSONField()
    note = models.CharField(max_length=500, blank=True)
    registered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["number", "issued_on"], name="programme_directive_key"),
            models.CheckConstraint(condition=Q(kind__in=DirectiveKind.values), name="programme_directive_kind"),
            vietnamese_written("titles", "programme_directive_title"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.issued_on}"


class Plan(models.Model):
    """A national plan whose tasks are steered."""

    PERSONAL_DATA = personal_data(none="id code titles act from_year to_year")

    code = models.SlugField(max_length=40, unique=True)
    titles = models.JSONField()
    act = models.CharField(max_length=60, blank=True)
    from_year = models.PositiveSmallIntegerField(null=True)
    to_year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = (
            vietnamese_written("titles", "programme_plan_title"),
            models.CheckConstraint(
                condition=Q(from_year__isnull=True) | Q(to_year__isnull=True) | Q(to_year__gte=models.F("from_year")),
                name="programme_plan_years",
            ),
        )

    def __str__(self) -> str:
        return self.code


class TaskGroup(models.Model):
    """One of the groups by which tasks are followed; a row, not an enumeration: other plans group otherwise."""

    PERSONAL_DATA = personal_data(none="id code position titles")

    code = models.SlugField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(unique=True)
    titles = models.JSONField()

    class Meta:
        constraints = (vietnamese_written("titles", "programme_group_title"),)

    def __str__(self) -> str:
        return self.code
