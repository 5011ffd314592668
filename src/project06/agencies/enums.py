"""The closed vocabularies of organisations. Words for people stand in web/presenters.py."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission

ADMINISTER = declare_permission("agencies.administer", _("Create posts, appoint officials, grant and revoke roles."))
LOAD = declare_permission("agencies.load-reference", _("Load the reference of organisations and roles."))


class AgencyKind(StrEnum):
    """What an organisation is in the structure of the State.

    Law on Organisation of the Government 63/2025/QH15; Law on Organisation of Local Government 72/2025/QH15.
    """

    GOVERNMENT = "government"
    MINISTRY = "ministry"
    MINISTERIAL_AGENCY = "ministerial_agency"
    GOVERNMENT_AGENCY = "government_agency"
    PEOPLES_COMMITTEE = "peoples_committee"
    DEPARTMENT = "department"
    SERVICE_CENTRE = "service_centre"
    POLICE = "police"
    OTHER = "other"


class SuccessionKind(StrEnum):
    """What passed from an organisation to another one."""

    MERGED = "merged"
    """The whole organisation went into the other."""

    FUNCTIONS = "functions"
    """Some of its duties went over; it may live on."""


class Tier(StrEnum):
    """At which level a local organisation is found."""

    PROVINCE = "province"
    COMMUNE = "commune"
