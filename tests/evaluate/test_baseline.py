"""The scores of the config that ships do not fall: `pytest --update-baseline` records them in `tests/baseline.json`."""

import json
from dataclasses import replace
from functools import cache

import pytest

import yaowen
from conftest import BASELINE, ROOT, shared
from evaluate.pages import RAW, make_gold
from yaowen.evaluate import evaluate
from yaowen.evaluate.given import predict
from yaowen.evaluate.inputs import read_pages
from yaowen.evaluate.significance import intervals
from yaowen.gold import read_golds
from yaowen.load.files import LoadFiles

GUARDED = (
    "segmentation.bcubed",
    "segmentation.title",
    "lines.joins",
    "lines.breaks",
    "lines.body",
    "mentions.strict",
    "mentions.PERSON",
    "mentions.ROLE",
    "mentions.PLACE",
    "mentions.ORG",
    "persons.posts",
    "events.found",
    "events.participants",
    "statistics.found",
    "statistics.indicator",
    "statements.found",
    "statements.right",
)
MOST_NOISE = 0.02
"""A fall of more than two points is one whatever the interval: the pages are the same, and few, so that intervals are wide."""


def describe(report):
    """The F1 of each guarded score, and its noise: half of its 95% interval, two points at the most."""
    bounds = intervals(report)
    return {
        name: {"f1": round(report.total[name].f1, 4), "noise": round(min(MOST_NOISE, (high - low) / 2), 4)}
        for name, (low, high) in bounds.items()
        if name in GUARDED
    }


def falls(before, report):
    """The guarded scores that are lower than before by more than their noise."""
    now = report.total
    return {
        name: (score["f1"], round(now[name].f1, 4))
        for name, score in before.items()
        if name not in now or now[name].f1 < score["f1"] - score["noise"] - 1e-4
    }


@cache
def pipeline():
    return yaowen.load()


def measure(gold, raw):
    documents, pages = read_golds(gold), read_pages(LoadFiles(), [str(raw)], pytest.fail)
    predicted = [predict(pipeline(), document, pages[document.sha256]) for document in documents]
    return evaluate(documents, predicted, {key: page.raw for key, page in pages.items()})


def check(name, report, update):
    recorded = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    if update:
        recorded[name] = describe(report)
        BASELINE.write_text(json.dumps(recorded, indent=1, sort_keys=True) + "\n", "utf-8")
    if name not in recorded:
        pytest.skip(f"no scores of {name} are recorded yet; pytest --update-baseline records them")
    assert falls(recorded[name], report) == {}


@pytest.mark.models
def test_scores_on_the_sample_pages_do_not_fall(update_baseline):
    check("data/gold", measure(ROOT / "data" / "gold", ROOT / "data" / "samples"), update_baseline)


@pytest.mark.models
@pytest.mark.parametrize("name", ["unseen", "pages", "blind"])
def test_scores_on_what_rules_were_not_made_with_do_not_fall(name, update_baseline):
    folder = ROOT / "data" / "development" / name
    check(f"data/development/{name}", measure(folder, folder), update_baseline)


@pytest.mark.models
def test_scores_on_pages_of_other_tools_do_not_fall(update_baseline):
    folder = ROOT / "data" / "development" / "styles"
    check("data/development/styles", measure(folder, folder), update_baseline)


@pytest.mark.models
@pytest.mark.shared
def test_scores_on_the_real_pages_do_not_fall(update_baseline):
    check("shared/gold", measure(shared("gold"), shared("seeds")), update_baseline)


def test_the_guard_sees_a_fall_and_no_more():
    gold = [replace(make_gold(), sha256=str(number)) for number in range(5)]
    raws = dict.fromkeys("01234", RAW)
    poor = replace(gold[0], articles=(replace(gold[0].articles[0], mentions=()), gold[0].articles[1]))
    before = describe(evaluate(gold, gold, raws))

    assert set(before) == set(GUARDED)
    assert falls(before, evaluate(gold, gold, raws)) == {}
    assert falls(before, evaluate(gold, [poor, *gold[1:]], raws)) == {
        "mentions.strict": (1, pytest.approx(60 / 65, abs=1e-4)),
        "mentions.PERSON": (1, pytest.approx(16 / 18, abs=1e-4)),
        "mentions.ROLE": (1, pytest.approx(16 / 18, abs=1e-4)),
        "mentions.ORG": (1, pytest.approx(18 / 19, abs=1e-4)),
    }


def test_a_fall_within_the_noise_is_none():
    gold = [replace(make_gold(), sha256=str(number)) for number in range(5)]
    report = evaluate(gold, gold)

    assert falls({"mentions.strict": {"f1": 1.0, "noise": 0.0}}, report) == {}
    assert falls({"mentions.strict": {"f1": 1.01, "noise": 0.02}}, report) == {}
    assert falls({"mentions.strict": {"f1": 1.03, "noise": 0.02}}, report) == {"mentions.strict": (1.03, 1.0)}
