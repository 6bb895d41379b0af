import os
import time
from dataclasses import replace

import pytest

from yaowen.batch.workers import read_pages
from yaowen.config import make_pipeline
from yaowen.errors import ModelError
from yaowen.page import Page


def do_as_told(page):
    """An imprint stage that misbehaves where the page says so."""
    if page.raw == "hang":
        time.sleep(60)
    if page.raw == "die":
        os._exit(1)
    if page.raw == "fail":
        raise ValueError("what a page")
    if page.raw == "eat":
        bytearray(8 << 30)
    if page.raw == "no model":
        raise ModelError("models/none: no such folder")
    return page


def make_obedient_pipeline():
    return replace(make_pipeline({"entities": [{"use": "lexicon"}], "facts": []}), imprint=do_as_told)


def read(*raws):
    pages = [(number, Page(f"p{number}", raw)) for number, raw in enumerate(raws)]
    outcomes = dict(read_pages(pages, make_obedient_pipeline, workers=2, page_seconds=3, memory_mb=2048))
    return [outcomes[number] for number in range(len(raws))]


def test_what_goes_wrong_with_a_page_is_written_down_and_the_rest_is_read():
    outcomes = read("会议召开。", "hang", "会议召开。", "die", "fail", "会议召开。", "eat", "会议召开。")

    assert [outcome.stage for outcome in outcomes] == [None, "time", None, "crash", "read", None, "memory", None]
    assert [outcome.document is None for outcome in outcomes] == [outcome.stage is not None for outcome in outcomes]
    assert outcomes[4].error == "ValueError: what a page"


def test_a_missing_model_stops_the_run():
    with pytest.raises(ModelError, match="no such folder"):
        read("no model")
