"""What several tests of runs use."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import yaowen

LIGHT = """
dehyphenate = { use = "unfinished" }
segment = { use = "gaps" }
facts = []
[[entities]]
use = "lexicon"
words = { "李建国" = "PERSON", "市长" = "ROLE", "云岭市" = "PLACE" }
"""
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(yaowen.__file__).parents[1])}
SLOWLY = """
import sys, time
import yaowen.batch.run as run
from yaowen.cli import main

note = run.Ledger.note
run.Ledger.note = lambda ledger, outcome: (time.sleep(0.008), note(ledger, outcome))
run.COMMIT_EVERY = 0.02
sys.exit(main())
"""
"""The command line, noting so slowly and committing so often that a kill finds the ledger half full."""


def make_run(folder, pages, run="", sinks="", stages=LIGHT):
    """A folder of pages and a config that reads them into `out`; gives the path of the config."""
    (folder / "pages").mkdir(parents=True)
    for name, text in pages.items():
        path = folder / "pages" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    inputs = "" if "inputs" in run else "inputs = ['pages']"
    facts, _, entities = stages.partition("[[entities]]")
    (folder / "c.toml").write_text(f"{facts}\n[[entities]]{entities}\n[run]\n{inputs}\noutput = 'out'\n{run}\n{sinks}", "utf-8")
    return str(folder / "c.toml")


def read_lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def read_manifest(folder):
    return json.loads((folder / "out" / "manifest.json").read_text("utf-8"))


def start(*arguments, **options):
    """A run in a process of its own, in a process group of its own; it can be interrupted where the tests themselves cannot."""
    command = [sys.executable, "-c", SLOWLY, "run", *arguments]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a child inherits what is ignored, as under nohup
    try:
        return subprocess.Popen(command, env=ENVIRONMENT, start_new_session=True, **options)
    finally:
        signal.signal(signal.SIGINT, before)
