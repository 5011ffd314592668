"""The world outside: which private networks may be called, and how notices leave."""

from project06.config.environment import Mode

from .installation import ENVIRONMENT

# Networks that outgoing calls may reach although they are not public, such as a ministry's own ("10.20.0.0/16").
PROJECT06_HTTP_PRIVATE_NETWORKS: tuple[str, ...] = ()

_IS_PRODUCTION = ENVIRONMENT.mode is Mode.PRODUCTION

# Channel -> provider (a class of notices.contrib). The file provider is the demonstration's post office; in
# production a channel without a provider fails visibly instead of pretending.
PROJECT06_NOTICE_PROVIDERS = (
    {"email": "project06.notices.contrib.smtp.provider.SmtpProvider"}
    if _IS_PRODUCTION
    else dict.fromkeys(("email", "sms", "push"), "project06.notices.contrib.file.provider.FileProvider")
)
# Form of the programme report -> renderer (a class of programme.contrib).
PROJECT06_REPORT_RENDERERS = {
    form: f"project06.programme.contrib.{form}.renderer.{form.capitalize()}Renderer"
    for form in ("html", "pdf", "docx", "xlsx")
}

PROJECT06_OUTBOX_FOLDER = ENVIRONMENT.home / "outbox"

# Mail of third-party packages takes the same way as every other notice; "smtp" is this machine's own mail server.
MAILERS = {
    "default": {"BACKEND": "project06.notices.contrib.django_mail.backend.NoticeBackend"},
    "smtp": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": {"timeout": 10}},
}
DEFAULT_FROM_EMAIL = "no-reply@localhost"
