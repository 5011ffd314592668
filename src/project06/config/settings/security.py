"""Deny by default: cookies, content security policy, transport."""

from django.utils.csp import CSP

from project06.config.environment import Mode

from .installation import ENVIRONMENT

PROJECT06_MODE = ENVIRONMENT.mode
PROJECT06_PUBLIC_URL = ENVIRONMENT.public_url
PROJECT06_FOLDER = ENVIRONMENT.folder

SECRET_KEY = ENVIRONMENT.secret("secret_key")
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The demo and the tests speak plain HTTP on this machine only; everything else must come through TLS.
_TLS = ENVIRONMENT.mode is Mode.PRODUCTION and ENVIRONMENT.public_url.startswith("https://")
SESSION_COOKIE_SECURE = _TLS
CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = _TLS
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.public_url]
if ENVIRONMENT.behind_tls_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# An upload larger than this is refused before it is read into memory (bytes).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
