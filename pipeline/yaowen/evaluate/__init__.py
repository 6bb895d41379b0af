"""Scores of predictions against gold: `evaluate(gold, predicted, raws)` gives a `Report`."""

from yaowen.evaluate.report import PageReport, Report, evaluate, evaluate_page
from yaowen.evaluate.score import BCubed, Score

__all__ = ["BCubed", "PageReport", "Report", "Score", "evaluate", "evaluate_page"]
