"""What a YAML file is made of, each piece with where it begins and ends (characters from the top)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """Any piece."""

    start: int
    end: int


@dataclass(slots=True)
class Letters(Node):
    """A scalar; ``plain`` when it stands without quotes and may thus be a number or a date."""

    text: str
    plain: bool


@dataclass(slots=True)
class Items(Node):
    """A list; ``block`` when it is written with dashes."""

    block: bool
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Keys(Node):
    """A mapping; ``block`` when it is written line by line."""

    block: bool
    pairs: list[tuple[Letters, Node]] = field(default_factory=list)

    def pair(self, key: int | str) -> tuple[Letters, Node] | None:
        """Return a key and its value."""
        return next((pair for pair in self.pairs if pair[0].text == key), None)
