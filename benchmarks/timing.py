"""Time commands as whole processes, two peers in turn."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Wall and processor seconds of one run."""

    wall: float
    cpu: float


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end and return what it cost, its children included.

    Raises:
        subprocess.CalledProcessError: the command failed; a failed run has no cost worth knowing.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def compare(name: str, ours: Sequence[str], peer_name: str, peer: Sequence[str], runs: int = 5) -> float:
    """Run both in turn, print the medians and the ratio of ours to the peer's, pair by pair; return it."""
    run(ours)
    run(peer)
    pairs = [(run(ours), run(peer)) for _ in range(runs)]
    ratio = statistics.median(a.wall / b.wall for a, b in pairs)
    cpu = statistics.median(a.cpu / b.cpu for a, b in pairs)
    print(
        f"{name}: {statistics.median(a.wall for a, _ in pairs):.2f} s, "
        f"{peer_name}: {statistics.median(b.wall for _, b in pairs):.2f} s; "
        f"ratio {ratio:.2f} wall, {cpu:.2f} processor ({runs} pairs)"
    )
    return ratio
