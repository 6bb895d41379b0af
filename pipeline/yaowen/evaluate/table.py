"""Scores as tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.table import Table
from rich.text import Text as Styled

from yaowen.evaluate.report import Report
from yaowen.evaluate.score import AnyScore, Scores, section_of
from yaowen.evaluate.significance import Difference, Interval
from yaowen.schema import Label

CHIEF = {
    "segmentation.bcubed": "B³",
    "segmentation.title": "title",
    "lines.joins": "joins",
    "mentions.strict": "mentions",
    "persons.posts": "posts",
    "events.found": "events",
    "statistics.found": "figures",
    "statements.right": "quotes",
}
"""The scores that stand side by side where pages or kinds of page are compared, and their headings."""


def make_table(scores: Scores, intervals: Mapping[str, Interval]) -> Table:
    """A row for each score that had something to find or found something; those of single labels are shown elsewhere."""
    table = _new_table("score", "P", "R", "F1", *(["95%"] if intervals else []), "gold")
    for name, score in _rows(table, scores):
        interval = ["{:.3f}–{:.3f}".format(*intervals[name])] if name in intervals else [""] if intervals else []
        table.add_row(name, *_rates(score), *interval, f"{score.support:,.0f}")
    return table


def make_group_table(groups: Mapping[str, Report], heading: str) -> Table:
    """A row for each group of pages, with the F1 of the chief scores."""
    table = _new_table(heading, "pages", *CHIEF.values())
    for name, group in groups.items():
        cells = (group.total.get(key) for key in CHIEF)
        table.add_row(
            Styled(name),
            f"{len(group.pages):,}",
            *(f"{score.f1:.3f}" if score and any(score.counts) else "" for score in cells),
        )
    return table


def make_label_table(scores: Scores) -> Table:
    """A row for each label of mentions, and one for all."""
    table = _new_table("label", "P", "R", "F1", "partial", "gold")
    for row, partial in (*((str(label), f"{label}.partial") for label in Label), ("strict", "partial")):
        score = scores[f"mentions.{row}"]
        table.add_row(
            "all" if row == "strict" else row,
            *_rates(score),
            f"{scores[f'mentions.{partial}'].f1:.3f}",
            f"{score.support:,.0f}",
        )
    return table


def make_comparison_table(differences: Mapping[str, Difference], first: Report, second: Report) -> Table:
    """Both systems' F1, the gain with its interval, and how likely chance alone gives as much; `*` where that is below 0.05."""
    table = _new_table("score", "first", "second", "gain", "95%", "p")
    for name, _ in _rows(table, {name: first.total[name] + second.total[name] for name in differences}):  # type: ignore[operator]
        difference = differences[name]
        table.add_row(
            name,
            f"{difference.first:.3f}",
            f"{difference.second:.3f}",
            f"{difference.gain:+.3f}{'*' if difference.p < 0.05 else ' '}",
            "{:+.3f} to {:+.3f}".format(*difference.interval),
            f"{difference.p:.3f}",
        )
    return table


def _rates(score: AnyScore) -> Iterator[str]:
    return (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))


def _new_table(first: str, *others: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(first, overflow="fold")
    for heading in others:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _rows(table: Table, scores: Scores) -> Iterator[tuple[str, AnyScore]]:
    """The scores to show, with an empty row between sections."""
    shown = ((name, score) for name, score in scores.items() if any(score.counts) and name.count(".") == 1)
    for number, (_, section) in enumerate(groupby(shown, key=lambda item: section_of(item[0]))):
        if number:
            table.add_row()
        yield from section
