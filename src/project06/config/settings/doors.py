"""Who may enter: how a visitor is recognised, and which third-party views are open to whom."""

from project06.config.environment import Mode

from .installation import ENVIRONMENT

# (request) -> kernel.permissions.Actor, or None for a visitor who is not signed in.
PROJECT06_ACTOR_LOADER = "project06.identity.public.load_actor"

# Our own views declare their access themselves (kernel.access); these come from other people's packages.
# Dotted prefix -> "public", "signed-in" or a permission; the longest prefix wins.
PROJECT06_VIEW_ACCESS: dict[str, str] = {
    "django.views.i18n": "public",
}

# A view without a declaration is a defect: loud while we develop, "not found" in production.
PROJECT06_UNDECLARED_VIEWS_FAIL = ENVIRONMENT.mode is not Mode.PRODUCTION

CSRF_FAILURE_VIEW = "project06.kernel.problems.csrf_failure"
