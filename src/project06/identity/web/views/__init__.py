"""Views by subject; each module is a group of pages."""

from project06.identity.web.views import account, enrolment, locked, officers

__all__ = ["account", "enrolment", "locked", "officers"]
