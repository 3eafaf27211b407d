"""Time commands as whole processes, two peers in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence


def run(command: Sequence[str]) -> float:
    """Run a command to its end and return its seconds by the clock.

    Not processor time: what helpers of a command took, which end by themselves, is in nobody's account.

    Raises:
        subprocess.CalledProcessError: the command failed; a failed run has no cost worth knowing.
    """
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    return time.perf_counter() - start


def compare(name: str, ours: Sequence[str], peer_name: str, peer: Sequence[str], runs: int = 5) -> float:
    """Run both in turn, print the medians and the ratio of ours to the peer's, pair by pair; return it."""
    run(ours)
    run(peer)
    pairs = [(run(ours), run(peer)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"{name}: {statistics.median(a for a, _ in pairs):.2f} s, "
        f"{peer_name}: {statistics.median(b for _, b in pairs):.2f} s; "
        f"ratio {ratio:.2f} ({runs} pairs)"
    )
    return ratio
