"""Lighter shades of a practice's colour."""

from __future__ import annotations

_SHARES = {"accent_soft": 0.5, "tint": 0.07}
"""How much of the accent is in a shade, the rest being white: as in the theme calm."""


def shades(accent: str) -> dict[str, str]:
    """Return the tokens that are lighter shades of the one colour.

    **Why**: who names one colour means a whole look; panels in the old one's tint look like a mistake.
    """
    channels = [int(accent[i : i + 2], 16) for i in (1, 3, 5)]
    return {
        name: "#" + "".join(f"{255 - round((255 - channel) * share):02x}" for channel in channels)
        for name, share in _SHARES.items()
    }
