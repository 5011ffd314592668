"""The closed vocabularies of indicators, and who may do what with them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission


class IndicatorGroup(TextChoices):
    """What an indicator speaks about.

    The first five are the task groups of Document 452/TTg-KSTT of 2023-05-23; security is named beside
    them in the reports of 2024.
    """

    INSTITUTIONS = "institutions", _("Institutions")
    INFRASTRUCTURE = "infrastructure", _("Information technology infrastructure")
    PUBLIC_SERVICES = "public-services", _("Online public services")
    DATA = "data", _("Data")
    RESOURCES = "resources", _("Resources")
    SECURITY = "security", _("Security and safety")
    ECONOMY = "economy", _("Digital economy and society")
    STEERING = "steering", _("Steering")


class Direction(TextChoices):
    """Which way is better."""

    UP = "up", _("Higher is better")
    DOWN = "down", _("Lower is better")
    NEUTRAL = "neutral", _("Neither is better")


class Origin(TextChoices):
    """Where the values of an indicator come from; the two are never mixed in one series."""

    REPORTED = "reported", _("Reported")
    COMPUTED = "computed", _("Computed from records")


class MeasureKind(TextChoices):
    """How a value is written."""

    COUNT = "count", _("Count")
    PERCENT = "percent", _("Percentage")
    MONEY = "money", _("Amount of money")


class ObservationStatus(TextChoices):
    """How far a figure has come; missing is a row from the first day."""

    MISSING = "missing", _("Not reported")
    REPORTED = "reported", _("Reported")
    CHECKED = "checked", _("Checked")
    APPROVED = "approved", _("Approved")


class DeltaKind(TextChoices):
    """What a change is counted in: 36.7 % more and 36.7 points more are different things."""

    PERCENTAGE_POINTS = "percentage-points", _("percentage points")
    RELATIVE = "relative", _("per cent of the earlier value")
    COUNT = "count", _("more or fewer")


class Qualifier(TextChoices):
    """How exactly the source says the number."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    MORE_THAN = "more-than", _("more than")


class Nature(TextChoices):
    """Whether something was measured or is expected."""

    ACTUAL = "actual", _("Actual")
    ESTIMATE = "estimate", _("Estimate")
    FORECAST = "forecast", _("Forecast")


class Coverage(TextChoices):
    """For how much of the unit the figure speaks."""

    WHOLE = "whole", _("The whole unit")
    SOME_AREAS = "some-areas", _("Some areas of the unit")


class HandlingStep(TextChoices):
    """What somebody did with figures."""

    OPENED = "opened", _("Asked for")
    RECORDED = "recorded", _("Reported")
    CHECKED = "checked", _("Checked")
    APPROVED = "approved", _("Approved")
    CORRECTED = "corrected", _("Corrected")
    COMPUTED = "computed", _("Computed")
    LOADED = "loaded", _("Loaded from a published source")


class FactKind(TextChoices):
    """What a source states without measuring it."""

    ACT = "act", _("Number and date of an act")
    YEARS = "years", _("Years")
    MONTHS = "months", _("Length in months")
    PER_MONTH = "per-month", _("Times a month")


class Severity(TextChoices):
    """What a finding means for the figure."""

    CONTRADICTION = "contradiction", _("Contradiction")
    WARNING = "warning", _("To be explained")
    NOTE = "note", _("Note")


class FindingKind(TextChoices):
    """Which rule speaks."""

    BASELINE_DELTA = "baseline-delta", _("Earlier value and change do not give the value")
    BASELINE_SERIES = "baseline-series", _("The earlier value differs from the one reported then")
    PARTS_EXCEED_WHOLE = "parts-exceed-whole", _("The parts are more than the whole")
    PARTS_UNCLASSIFIED = "parts-unclassified", _("A part of the whole is not classified")
    PARTS_DIFFER = "parts-differ", _("The parts do not give the whole")
    OUT_OF_RANGE = "out-of-range", _("The value lies outside what is possible")
    RATIO = "ratio", _("Numerator and denominator do not give the value")
    OUTLIER = "outlier", _("The value is far from the earlier ones")


DEFINE_INDICATORS = declare_permission("programme.define-indicators", _("Define indicators and their versions."))
SET_TARGETS = declare_permission("programme.set-targets", _("Set the targets of indicators."))
REPORT_INDICATORS = declare_permission("programme.report-indicators", _("Report the figures of indicators."))
CHECK_INDICATORS = declare_permission("programme.check-indicators", _("Check the reported figures of indicators."))
APPROVE_INDICATORS = declare_permission("programme.approve-indicators", _("Approve and lock a period of indicators."))
CORRECT_INDICATORS = declare_permission("programme.correct-indicators", _("Correct figures, keeping both readings."))
RECOMPUTE_INDICATORS = declare_permission("programme.recompute-indicators", _("Compute indicators from records."))
LOAD_INDICATORS = declare_permission("programme.load-indicators", _("Load published figures with their sources."))
