"""Django's settings, one file a concern; only `environment` reads variables."""

from .apps import *
from .database import *
from .doors import *
from .identity import *
from .languages import *
from .logs import *
from .outside import *
from .security import *
from .web import *
