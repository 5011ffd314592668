"""Which rooms of the house are open, and the order in which a request passes."""

INSTALLED_APPS = [
    "project06.kernel",
    "project06.ui",
    "project06.evidence",
    "project06.places",
    "project06.agencies",
    "project06.notices",
    "project06.reporting",
    "project06.identity",
    "project06.programme",
    "project06.portal",
    "project06.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "project06.kernel.logs.RequestLogMiddleware",
    # Pads answers against guessing by length (BREACH), so pages may be compressed.
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "project06.kernel.office_calendar.OfficeTimeMiddleware",
    "project06.kernel.access.ActorMiddleware",
    "project06.identity.web.middleware.SessionGuardMiddleware",
    "project06.kernel.access.AccessMiddleware",
    "project06.kernel.problems.RefusalMiddleware",
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
