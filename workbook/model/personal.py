"""What a copy holds that is made for one client."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Personal:
    """The values of one client that a copy may print; ``called`` only where printing it was asked for.

    ``code`` names the copy's file and tells its identifier from another's; it stands on no page.
    """

    code: str = ""
    called: str = ""
    note: tuple[str, ...] = ()
    next: dt.date | None = None
    slots: Mapping[str, str | dt.date] = field(default_factory=dict)

    @property
    def has_page(self) -> bool:
        """Tell whether there is something to say to the client on the first page."""
        return bool(self.called or self.note or self.next)


NOBODY = Personal()
"""A copy that is the same for everyone."""
