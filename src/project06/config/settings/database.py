"""PostgreSQL only: the embedded server's socket or the server of `DATABASE_URL`."""

from project06.config.environment import Database, Mode
from project06.config.postgres import embedded_address

from .installation import ENVIRONMENT

_address: Database = ENVIRONMENT.database or embedded_address(ENVIRONMENT.folder)

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": _address.host,
        "PORT": _address.port,
        "NAME": _address.name,
        "USER": _address.user,
        "PASSWORD": _address.password,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # Prepared statements halve the server's work for a look-up by key (measured).
        "OPTIONS": {
            "server_side_binding": True,
            "connect_timeout": 5,
            **dict(_address.options),
        },
        "TEST": {"NAME": f"{_address.name}_test"},
    }
}

# Operations own their transactions; a page must never hold one open.
ATOMIC_REQUESTS = False

if ENVIRONMENT.mode is Mode.TEST:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
