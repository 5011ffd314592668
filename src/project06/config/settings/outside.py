"""The world outside: which private networks may be called, and how notices leave."""

from project06.config.environment import Mode

from .installation import ENVIRONMENT

# Networks that outgoing calls may reach although they are not public, such as a ministry's own ("10.20.0.0/16").
PROJECT06_HTTP_PRIVATE_NETWORKS: tuple[str, ...] = ()

# Channel -> provider (a class of notices.contrib). The file provider is the demonstration's post office.
PROJECT06_NOTICE_PROVIDERS = {
    "email": (
        "project06.notices.contrib.smtp.provider.SmtpProvider"
        if ENVIRONMENT.mode is Mode.PRODUCTION
        else "project06.notices.contrib.file.provider.FileProvider"
    ),
    "sms": "project06.notices.contrib.file.provider.FileProvider",
    "push": "project06.notices.contrib.file.provider.FileProvider",
}
PROJECT06_OUTBOX_FOLDER = ENVIRONMENT.home / "outbox"

# Mail of third-party packages takes the same way as every other notice.
EMAIL_BACKEND = "project06.notices.contrib.django_mail.backend.NoticeBackend"
DEFAULT_FROM_EMAIL = "no-reply@localhost"
