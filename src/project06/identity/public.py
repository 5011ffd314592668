"""The door of the package."""

from project06.identity.enums import ADMINISTER
from project06.identity.operations.choose_language import choose_language
from project06.identity.operations.create_administrator import create_administrator
from project06.identity.operations.disable_account import disable_account
from project06.identity.operations.disable_idle_accounts import disable_idle_accounts
from project06.identity.operations.enable_account import enable_account
from project06.identity.operations.end_other_sessions import end_other_sessions
from project06.identity.operations.end_session import end_session
from project06.identity.operations.enrol import enrol
from project06.identity.operations.invite_officer import invite_officer
from project06.identity.operations.load_demo import load_demo
from project06.identity.operations.renew_invitation import renew_invitation
from project06.identity.operations.sign_in_persona import sign_in_persona
from project06.identity.queries.find_account import get_account, list_officer_accounts
from project06.identity.queries.load_actor import load_actor
from project06.identity.queries.personas import list_personas

__all__ = [
    "ADMINISTER",
    "choose_language",
    "create_administrator",
    "disable_account",
    "disable_idle_accounts",
    "enable_account",
    "end_other_sessions",
    "end_session",
    "enrol",
    "get_account",
    "invite_officer",
    "list_officer_accounts",
    "list_personas",
    "load_actor",
    "load_demo",
    "renew_invitation",
    "sign_in_persona",
]
