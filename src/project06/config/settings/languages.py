"""Six languages; Vietnamese is the language of the state and the default."""

LANGUAGE_CODE = "vi"
LANGUAGES = [
    ("vi", "Tiếng Việt"),
    ("en", "English"),
    ("pl", "Polski"),
    ("hi", "हिन्दी"),
    ("cs", "Čeština"),
    ("uk", "Українська"),
]
LANGUAGE_COOKIE_NAME = "project06_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

USE_I18N = True
USE_TZ = True
# Stored as UTC, shown in Viet Nam's time.
TIME_ZONE = "Asia/Ho_Chi_Minh"
