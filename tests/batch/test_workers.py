import os
import time
from dataclasses import replace

import pytest

from yaowen.batch.reader import Task
from yaowen.batch.workers import Team
from yaowen.config import make_pipeline
from yaowen.errors import ConfigError, ModelError
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


def make_nothing():
    raise ConfigError("there is no such stage")


def die():
    os._exit(1)


def tasks(*raws):
    for number, raw in enumerate(raws):
        yield Task(number, Page(f"p{number}", raw), f"p{number}.txt", f"p{number}~2", "0")


def read(*raws, make=make_obedient_pipeline):
    with Team(make, 2, page_seconds=3, memory_mb=2048) as team:
        outcomes = {outcome.position: outcome for outcome in team.read(tasks(*raws))}
    return [outcomes[number] for number in range(len(raws))]


def test_what_goes_wrong_with_a_page_is_written_down_and_the_rest_is_read():
    outcomes = read("会议召开。", "hang", "会议召开。", "die", "fail", "会议召开。", "eat", "会议召开。")

    assert [outcome.stage for outcome in outcomes] == [None, "time", None, "crash", "read", None, "memory", None]
    assert [outcome.document is None for outcome in outcomes] == [outcome.stage is not None for outcome in outcomes]
    assert [outcome.error for outcome in outcomes if outcome.error] == [
        "p1.txt: took more than 3 s; raise page_seconds in [run]",
        "p3.txt: the process that read it died",
        "p4.txt: ValueError: what a page",
        "p6.txt: needed more memory than memory_mb in [run] allows; raise it, or split the page",
    ]
    assert (outcomes[1].uri, outcomes[1].name) == ("p1.txt", "p1~2")


def test_a_team_starts_no_worker_without_a_page_and_keeps_those_it_has():
    with Team(make_obedient_pipeline, page_seconds=30) as team:
        assert list(team.read(tasks())) == []
        assert not team.members
        assert len(list(team.read(tasks("会议召开。", "会议召开。")))) == 2
        (worker,) = team.members
        assert len(list(team.read(tasks("会议召开。")))) == 1
        assert team.members == [worker]


@pytest.mark.parametrize(
    ("raw", "make", "error", "says"),
    [
        ("no model", make_obedient_pipeline, ModelError, "no such folder"),
        ("会议", make_nothing, ConfigError, "there is no such stage"),
        ("会议", die, ConfigError, "ended before it was ready"),
    ],
)
def test_what_no_page_can_be_read_with_stops_the_run(raw, make, error, says):
    with pytest.raises(error, match=says):
        read(raw, make=make)
