"""What a copy holds that is made for one client."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Personal:
    """The values of one client that a copy may print; ``called`` only where printing it was asked for.

    ``pronouns`` are for the therapist's edition. ``code`` names the copy's file and tells its identifier from
    another's; it stands on no page.
    """

    code: str = ""
    called: str = ""
    pronouns: str = ""
    note: tuple[str, ...] = ()
    next: dt.date | None = None
    slots: Mapping[str, str | dt.date] = field(default_factory=dict)

    def greets(self, *, therapist: bool) -> bool:
        """Tell whether there is something to say on the first page; pronouns are for the therapist alone."""
        return bool(self.called or self.note or self.next or (therapist and self.pronouns))


NOBODY = Personal()
"""A copy that is the same for everyone."""
