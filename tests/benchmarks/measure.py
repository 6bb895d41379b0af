"""Speed and memory of a run on Linux: `python tests/benchmarks/measure.py CONFIG WORKERS LIMIT`.

Reads from the start (`--fresh`) and prints pages and characters a second, CPU seconds, and the memory of all its processes
together (proportional set size, MiB) at the quarters of the run.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path


def main(config: str, workers: str, limit: str) -> None:
    """Runs and prints a line."""
    command = [sys.executable, "-m", "yaowen", "run", config, "--fresh", "--workers", workers, "--limit", limit]
    started = time.monotonic()
    memory: list[float] = []
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            memory.append(sum(map(_memory, _family(process.pid))))
            time.sleep(0.5)
    seconds = time.monotonic() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    manifest = json.loads((Path(config).parent / "out" / "manifest.json").read_text("utf-8"))
    quarters = [max(memory[part * len(memory) // 4 : (part + 1) * len(memory) // 4]) for part in range(4)]
    documents = manifest["documents"]
    print(
        f"{workers} workers, {documents} documents: {seconds:.1f} s, {documents / seconds:.2f} pages/s, "
        f"{manifest['characters'] / seconds:,.0f} characters/s, {used.ru_utime + used.ru_stime:.0f} CPU seconds; "
        f"MiB in each quarter: {', '.join(f'{most:.0f}' for most in quarters)}"
    )


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it has ended
        return []
    return [pid, *(each for child in children for each in _family(int(child)))]


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
