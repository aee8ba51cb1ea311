"""How much memory a benchmark's process has needed at most."""

from __future__ import annotations

from pathlib import Path

STATUS = Path("/proc/self/status")
KILOBYTES = 1024


def peak_megabytes() -> float:
    """Return this process's peak of resident memory in MB; 0 where the system keeps no such count.

    Not `getrusage`: there a child starts with the peak of the parent that made it.
    """
    if not STATUS.exists():
        return 0.0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / KILOBYTES
