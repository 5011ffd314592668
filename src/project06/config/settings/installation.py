"""The environment of this process, read once."""

from project06.config.environment import read_environment

ENVIRONMENT = read_environment()
