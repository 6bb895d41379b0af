"""Scores as a table for people."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table

from yaowen.evaluate.score import Scores, section_of

Interval = tuple[float, float]


def make_table(scores: Scores, intervals: Mapping[str, Interval] | None = None) -> Table:
    """A row for each score that had something to find or found something."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("score")
    for heading in ("P", "R", "F1", *(("95%",) if intervals else ()), "gold"):
        table.add_column(heading, justify="right", no_wrap=True)
    section = ""
    for name, score in scores.items():
        if not any(score.counts):
            continue
        if section and section_of(name) != section:
            table.add_row()
        section = section_of(name)
        interval = ((("{:.3f}–{:.3f}").format(*intervals[name]) if name in intervals else ""),) if intervals else ()
        rates = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
        table.add_row(name, *rates, *interval, f"{score.support:,.0f}")
    return table
