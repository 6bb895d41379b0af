"""Characters per second of each stage and of the whole, on one core, beside a peer in the same run.

`pytest tests/benchmarks --benchmark-enable --benchmark-only` prints them. Nothing is asserted about time.
"""

from __future__ import annotations

from functools import cache

import pytest

import yaowen
from conftest import ROOT, SHARED
from yaowen.page import Page

pytestmark = pytest.mark.models


@cache
def pages() -> tuple[Page, ...]:
    folder = SHARED / "seeds" if (SHARED / "seeds").exists() else ROOT / "data" / "samples"
    pipeline = yaowen.load()
    return tuple(pipeline.imprint(page) for page in pipeline.load([str(folder)]) if isinstance(page, Page))


def report(benchmark, run):
    characters = sum(len(page.raw) for page in pages())
    benchmark.pedantic(run, rounds=5, warmup_rounds=1)
    if benchmark.stats:
        benchmark.extra_info["characters per second"] = round(characters / benchmark.stats["mean"])


def test_dehyphenate(benchmark):
    pipeline = yaowen.load()
    report(benchmark, lambda: [pipeline.dehyphenate(page) for page in pages()])


def test_segment(benchmark):
    pipeline = yaowen.load()
    joined = [(page, pipeline.dehyphenate(page)) for page in pages()]
    report(benchmark, lambda: [pipeline.segment(page, paragraphs) for page, paragraphs in joined])


def test_entities(benchmark):
    pipeline = yaowen.load()
    cuttings = [pipeline.segment(page, pipeline.dehyphenate(page)) for page in pages()]
    report(benchmark, lambda: [list(pipeline.find_entities(cut.clippings)) for cut in cuttings])


def test_facts(benchmark):
    pipeline = yaowen.load()
    cuttings = [pipeline.segment(page, pipeline.dehyphenate(page)) for page in pages()]
    read = [pair for cut in cuttings for pair in zip(cut.clippings, pipeline.find_entities(cut.clippings), strict=True)]
    report(benchmark, lambda: [pipeline.read_clipping(clipping, mentions) for clipping, mentions in read])


def test_whole(benchmark):
    pipeline = yaowen.load()
    report(benchmark, lambda: [pipeline(page).to_json(ensure_ascii=False) for page in pages()])


def test_peer_jieba_posseg(benchmark):
    """Word segmentation and part-of-speech tags, persons and places among them: what people use for names today."""
    posseg = pytest.importorskip("jieba.posseg")
    posseg.lcut("热身")
    report(benchmark, lambda: [posseg.lcut(page.raw) for page in pages()])
