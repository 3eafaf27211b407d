"""Plain data → YAML, laid out as the content's files are."""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 100
_LONG = 80


class _Dumper(yaml.SafeDumper):
    """**Why** our own: PyYAML does not indent lists under their keys, nor fold long texts with a sign."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else ">" if len(text) > _LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def lines(data: Any, indent: int = 0, *, comment: bool = False) -> list[str]:
    """Return data as lines of YAML, indented; as comments that become YAML when `# ` is taken away."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH - indent)
    mark = "# " if comment else ""
    return [f"{' ' * indent}{mark}{line}" if line.strip() else "" for line in text.splitlines()]
