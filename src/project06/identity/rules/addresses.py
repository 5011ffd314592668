"""Logins and one-time tokens: one spelling, and digests instead of the thing itself."""

import hashlib
import hmac
import unicodedata


def normal_login(login: str) -> str:
    """Return the one spelling of an e-mail address or login name under which it is looked up."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def login_digest(login: str, *, key: bytes) -> str:
    """Return a keyed digest that counts failures of a login without storing what somebody typed."""
    return hmac.new(key, f"sign-in:{normal_login(login)}".encode(), hashlib.sha256).hexdigest()


def token_digest(token: str) -> str:
    """Return what the database keeps of a one-time token; the token has 256 bits, so no key is needed."""
    return hashlib.sha256(f"enrolment:{token}".encode()).hexdigest()
