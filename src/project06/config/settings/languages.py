"""Six languages; Vietnamese is the language of the state and the default."""

from django.utils.translation import gettext_lazy as _

LANGUAGE_CODE = "vi"
LANGUAGES = [
    ("vi", _("Vietnamese")),
    ("en", _("English")),
    ("pl", _("Polish")),
    ("hi", _("Hindi")),
    ("cs", _("Czech")),
    ("uk", _("Ukrainian")),
]
LANGUAGE_COOKIE_NAME = "project06_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

USE_I18N = True
USE_TZ = True
# Stored as UTC, shown in Viet Nam's time.
TIME_ZONE = "Asia/Ho_Chi_Minh"
