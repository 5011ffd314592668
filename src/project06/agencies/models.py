"""Organisations of the State, their posts and who holds them, each on its days.

Periods are half-open `[valid_from, valid_to)`; an exclusion constraint forbids two truths on one day.
Nothing is edited in place: names, appointments and roles end, and the next one begins.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q

from project06.agencies.enums import AgencyKind, SuccessionKind
from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import Scrub, keep, personal_data

_WORKING_LIFE = keep("10 years after the last post ended", scrub=Scrub.PSEUDONYM)


class DateRange(Func):
    """`daterange(from, to)`: half-open, and open-ended where `to` is NULL."""

    function = "daterange"
    output_field = DateRangeField()


def _period() -> DateRange:
    return DateRange(F("valid_from"), F("valid_to"))


def _no_overlap(name: str, *fields: str, condition: Q | None = None) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in fields),
            (_period(), RangeOperators.OVERLAPS),
        ],
        condition=condition,
    )


def _ends_after_start(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name=name)


class Agency(models.Model):
    """One organisation from its founding to its end; its code may have belonged to another one before."""

    PERSONAL_DATA = personal_data(none="id uuid code unit_code unit_path valid_from valid_to is_certain note note_en")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.CharField(max_length=20)
    unit_code = models.CharField(max_length=10)
    unit_path = UnitPathField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    is_certain = models.BooleanField(default=True)
    note = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code", "valid_from"], name="agencies_agency_key"),
            _no_overlap("agencies_one_agency_per_code", "code"),
            _ends_after_start("agencies_agency_period"),
        )
        indexes = (models.Index(fields=["unit_path"], name="agencies_by_unit"),)

    def __str__(self) -> str:
        return f"{self.code} ({self.valid_from})"


class AgencyVersion(models.Model):
    """What an organisation was called, what it was, and whom it answered to, during a period."""

    PERSONAL_DATA = personal_data(
        none="id agency kind name name_en folded_name sort_key parent valid_from valid_to act"
    )

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in AgencyKind])
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    folded_name = models.CharField(max_length=420)
    sort_key = models.CharField(max_length=420, db_collation="C")
    parent = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    act = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["agency", "valid_from"], name="agencies_version_key"),
            models.CheckConstraint(condition=Q(kind__in=list(AgencyKind)), name="agencies_kind_known"),
            _no_overlap("agencies_one_version_per_day", "agency"),
            _ends_after_start("agencies_version_period"),
        )
        indexes = (
            models.Index(fields=["sort_key", "id"], name="agencies_in_order"),
            GinIndex(fields=["folded_name"], name="agencies_search", opclasses=["gin_trgm_ops"]),
        )

    def __str__(self) -> str:
        return self.name


class AgencySuccession(models.Model):
    """What passed from one organisation to another on a day."""

    PERSONAL_DATA = personal_data(none="id predecessor successor on kind act is_certain note note_en")

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in SuccessionKind])
    act = models.CharField(max_length=60, blank=True)
    is_certain = models.BooleanField(default=True)
    note = models.CharField(max_length=300, blank=True)
    note_en = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["predecessor", "successor", "on"], name="agencies_succession_key"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="agencies_succession_of_two"),
            models.CheckConstraint(condition=Q(kind__in=list(SuccessionKind)), name="agencies_succession_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} > {self.successor_id} ({self.on})"


class Role(models.Model):
    """A named bundle of permissions; the code knows permissions, only this table knows roles."""

    PERSONAL_DATA = personal_data(none="id uuid code name name_en description description_en permissions")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    description = models.CharField(max_length=400)
    description_en = models.CharField(max_length=400)
    permissions = ArrayField(models.CharField(max_length=60), default=list)

    def __str__(self) -> str:
        return self.code


class Official(models.Model):
    """A person who may hold posts; referred to by the identifier of the account, not by a foreign key."""

    PERSONAL_DATA = personal_data(
        none="id uuid created_at",
        personal={
            "account": _WORKING_LIFE,
            "name": _WORKING_LIFE,
            "folded_name": _WORKING_LIFE,
            "sort_key": _WORKING_LIFE,
            "staff_number": _WORKING_LIFE,
        },
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    account = models.UUIDField(unique=True)
    name = models.CharField(max_length=120)
    folded_name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=240, db_collation="C")
    staff_number = models.CharField(max_length=30, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.uuid)


class Post(models.Model):
    """A place in an organisation that officials hold one after another."""

    PERSONAL_DATA = personal_data(none="id uuid agency title valid_from valid_to")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = (
            _no_overlap("agencies_one_post_per_title", "agency", "title"),
            _ends_after_start("agencies_post_period"),
        )

    def __str__(self) -> str:
        return self.title


class PostRole(models.Model):
    """A role that a post has during a period."""

    PERSONAL_DATA = personal_data(none="id uuid post role valid_from valid_to")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = (
            _no_overlap("agencies_role_granted_once", "post", "role"),
            _ends_after_start("agencies_post_role_period"),
        )

    def __str__(self) -> str:
        return f"{self.post_id}: {self.role_id}"


class Assignment(models.Model):
    """An official in a post during a period, by the decision of somebody entitled."""

    PERSONAL_DATA = personal_data(
        none="id uuid post valid_from valid_to decision created_at", personal={"official": _WORKING_LIFE}
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            _no_overlap("agencies_assigned_once", "official", "post"),
            _ends_after_start("agencies_assignment_period"),
        )

    def __str__(self) -> str:
        return str(self.uuid)
