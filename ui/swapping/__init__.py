"""Asking for an exchange, a cover or an immediate takeover, from whichever page a duty is seen on."""
