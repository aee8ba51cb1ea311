"""How much memory a benchmark's process needs."""

from __future__ import annotations

from pathlib import Path

STATUS = Path("/proc/self/status")
KILOBYTES = 1024


def peak_megabytes() -> float:
    """Return the most this process ever had in memory, in MB; 0 where the system keeps no such count.

    Not `getrusage`: there a child starts with the peak of the parent that made it.
    """
    return _megabytes("VmHWM")


def resident_megabytes() -> float:
    """Return what this process has in memory now, in MB; 0 where the system does not tell."""
    return _megabytes("VmRSS")


def _megabytes(field: str) -> float:
    if not STATUS.exists():
        return 0.0
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / KILOBYTES
