"""Gold and predictions go in, scores come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from yaowen.errors import InputError
from yaowen.evaluate.facts.details import score_details
from yaowen.evaluate.facts.events import score_events
from yaowen.evaluate.facts.persons import score_persons
from yaowen.evaluate.facts.statements import score_statements
from yaowen.evaluate.facts.statistics import score_statistics
from yaowen.evaluate.ink import Ink
from yaowen.evaluate.layout import score_lines, score_segmentation
from yaowen.evaluate.mentions import score_mentions
from yaowen.evaluate.score import Scores, add_scores
from yaowen.evaluate.tally import Mistake, Side, Sides, Tally
from yaowen.schema import Document, SourceKind


@dataclass(frozen=True)
class PageReport:
    """The scores of one page, and what was wrong. `raw` is null where the input was not at hand."""

    name: str
    sha256: str
    kind: SourceKind
    scores: Scores
    mistakes: tuple[Mistake, ...]
    raw: str | None = None


@dataclass(frozen=True)
class Report:
    """The scores of several pages, each and together."""

    pages: tuple[PageReport, ...]

    @cached_property
    def total(self) -> Scores:
        """All pages together."""
        return add_scores(page.scores for page in self.pages)

    @property
    def article_error_rate(self) -> float:
        """The share of the gold articles that no predicted one matches."""
        return 1 - self.total["segmentation.articles"].recall if self.pages else 0.0

    def grouped(self, key: Callable[[PageReport], str]) -> dict[str, Self]:
        """A report for each group of pages."""
        groups: dict[str, list[PageReport]] = {}
        for page in self.pages:
            groups.setdefault(key(page), []).append(page)
        return {name: type(self)(tuple(pages)) for name, pages in groups.items()}


def evaluate(gold: Iterable[Document], predicted: Iterable[Document], raws: Mapping[str, str] | None = None) -> Report:
    """Scores predictions against gold; `raws` holds raw inputs by their SHA-256.

    Documents belong together whose raw input is the same. Raises `InputError` for a gold document without a prediction.
    """
    by_hash = {document.sha256: document for document in predicted}
    raws = raws or {}
    gold = tuple(gold)
    if missing := [document.doc_id for document in gold if document.sha256 not in by_hash]:
        more = f"; so it is with {len(missing) - 1} more" if missing[1:] else ""
        raise InputError(missing[0], f"no prediction from the same raw text (by SHA-256); read that very file{more}")
    return Report(tuple(evaluate_page(document, by_hash[document.sha256], raws.get(document.sha256)) for document in gold))


def evaluate_page(gold: Document, predicted: Document, raw: str | None = None) -> PageReport:
    """Scores one page. Without its raw input, joined lines cannot be scored."""
    ink = Ink.guess(gold, predicted) if raw is None else Ink.of(raw)
    sides, tally = Sides(Side(gold, ink), Side(predicted, ink)), Tally()
    score_segmentation(sides, tally)
    if raw is not None:
        score_lines(sides, tally)
    score_details(sides, tally)
    score_mentions(sides, tally)
    score_persons(sides, tally)
    events = score_events(sides, tally)
    score_statistics(sides, tally)
    score_statements(sides, events, tally)
    return PageReport(gold.doc_id, gold.sha256, gold.source_kind, tally.scores, tuple(tally.mistakes), raw)
