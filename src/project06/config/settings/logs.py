"""One line an event: JSON in production, readable elsewhere."""

from project06.config.environment import Mode
from project06.kernel.logs import logging_settings

from .installation import ENVIRONMENT

LOGGING = logging_settings(readable=ENVIRONMENT.mode is not Mode.PRODUCTION)
