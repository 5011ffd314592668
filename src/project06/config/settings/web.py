"""Pages, templates and static files."""

from project06.config.environment import REPOSITORY, Mode

from .installation import ENVIRONMENT

ROOT_URLCONF = "project06.config.urls"
WSGI_APPLICATION = "project06.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "project06.portal.web.navigation.navigation",
            ],
        },
    }
]

STATIC_URL = "/static/"
# Tests serve files where they lie, so nothing is collected for them.
STATIC_ROOT = None if ENVIRONMENT.mode is Mode.TEST else ENVIRONMENT.folder / "static"
# Style sheet, typefaces and map outlines that `python -m project06.ui.assets` put together at set-up.
PROJECT06_ASSETS = REPOSITORY / ".project06" / "assets"
STATICFILES_DIRS = [PROJECT06_ASSETS / "static"]
# A running platform serves files named after their content, compressed, kept by browsers for a year;
# tests read them where they lie.
_CONTENT_NAMED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
_AS_THEY_LIE = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _AS_THEY_LIE if ENVIRONMENT.mode is Mode.TEST else _CONTENT_NAMED},
}
WHITENOISE_USE_FINDERS = ENVIRONMENT.mode is Mode.TEST
WHITENOISE_AUTOREFRESH = False
