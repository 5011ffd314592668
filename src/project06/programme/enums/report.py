"""The closed vocabularies of the programme report."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportFormat(TextChoices):
    """In which form a report is handed over."""

    HTML = "html", _("Web page (HTML)")
    PDF = "pdf", _("Printed document (PDF)")
    DOCX = "docx", _("Editable text (Word)")
    XLSX = "xlsx", _("Tables (Excel)")


class MapKind(StrEnum):
    """What the map of a report shows."""

    PLACE = "place"
    VALUES = "values"
    ALL = "all"


class Sentence(StrEnum):
    """A sentence that tells several figures together; its words stand with the forms of the report."""

    TASKS_ASSIGNED = "tasks-assigned"
    TASKS_BY_ROADMAP = "tasks-by-roadmap"
    TASK_GROUPS = "task-groups"
    POPULATION_CLEANED = "population-cleaned"
    SOCIAL_PAYMENTS = "social-payments"
    TUITION_PAYMENTS = "tuition-payments"
    ESSENTIAL_ONLINE = "essential-online"
    PORTAL = "portal"
    PORTAL_PAYMENTS = "portal-payments"
    FEE_POLICY = "fee-policy"
    TIME_POLICY = "time-policy"
    DIGITAL_ECONOMY = "digital-economy"
    ICT_REVENUE = "ict-revenue"
    PAYMENT_ACCOUNTS = "payment-accounts"
    FIBRE = "fibre"
    SMARTPHONES = "smartphones"
    ECOMMERCE = "ecommerce"


class Statement(StrEnum):
    """Something a source report says without a figure; the first word is the section in which it stands."""

    RESULTS_AWARENESS = "results-awareness"
    RESULTS_DIRECTION = "results-direction"
    RESULTS_SYSTEM_SAFE = "results-system-safe"
    BOTTLENECK_LEGAL = "bottleneck-legal"
    BOTTLENECK_VILLAGES = "bottleneck-villages"
    BOTTLENECK_DATA = "bottleneck-data"
    BOTTLENECK_SECURITY = "bottleneck-security"
    BOTTLENECK_RESOURCES = "bottleneck-resources"
    BOTTLENECK_LAND = "bottleneck-land"
    BOTTLENECK_SPECIALISED = "bottleneck-specialised"
    PILOT_WITHOUT_RESULT = "pilot-without-result"
    PILOT_CONTINUE = "pilot-continue"
    PILOT_REPLICATE = "pilot-replicate"
    NEXT_CONCLUSIONS = "next-conclusions"
    NEXT_NOT_COMPLACENT = "next-not-complacent"
    NEXT_CONNECT = "next-connect"
    NEXT_LEGAL_FRAMEWORK = "next-legal-framework"
    NEXT_SHARED_DATA = "next-shared-data"
    NEXT_FEEDBACK = "next-feedback"
    NEXT_DATABASES = "next-databases"
    NEXT_ECOMMERCE = "next-ecommerce"
    NEXT_SECTORS = "next-sectors"

    @property
    def section(self) -> str:
        """The section in which it stands: "results", "bottleneck", "pilot" or "next"."""
        return str(self.value).partition("-")[0]
