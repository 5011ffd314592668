"""Where an account is signed in."""

import hashlib

from allauth.usersessions.models import UserSession

from project06.identity.data import SessionData
from project06.identity.models import Account


def list_sessions(account: Account, *, current_key: str | None) -> tuple[SessionData, ...]:
    """Return the living sessions of the account, the current one first, then the latest used."""
    sessions = UserSession.objects.purge_and_list(account)
    sessions.sort(key=lambda session: session.last_seen_at, reverse=True)
    sessions.sort(key=lambda session: session.session_key != current_key)
    return tuple(
        SessionData(
            key_digest=session_digest(session.session_key),
            created_at=session.created_at,
            last_seen_at=session.last_seen_at,
            ip=session.ip,
            user_agent=session.user_agent,
            is_current=session.session_key == current_key,
        )
        for session in sessions
    )


def session_digest(key: str) -> str:
    """Return a name for a session that may stand in a page; the key itself would open the session."""
    return hashlib.sha256(f"session:{key}".encode()).hexdigest()[:32]
