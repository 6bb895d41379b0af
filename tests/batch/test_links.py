import csv
import os
import random
import subprocess
import time

import duckdb
import pytest

from batch.runs import make_run, read_lines, start
from yaowen.batch.links import Half, match_halves
from yaowen.cli import main

STAGES = """
facts = []
[[entities]]
use = "lexicon"
words = { "苏莞" = "PERSON" }
"""
FIRST = """澄湖日报
{day} 星期{weekday}
今日8版

{title}

本报讯 （记者苏莞） {subject}现场会昨天在澄湖召开。
与会者看了三个村的{subject}，听了村民的意见。{subject}
要办得细，办得久，一年一年办下去，让群众看见变
化，各村回去以后要马上列出清单（下转第{on}版）
"""
SECOND = """第0{page}版 综合 澄湖日报 {day} 星期{weekday}

（上接第{start}版）并在年底以前交账。会议还讨论了{subject}
的经费，{subject}的进度每月公布一次，由乡镇负责人
当面说明。

{other}

本报讯 （记者温立达） {other}，来的人比去年多。
"""
DAY = {"day": "2024年3月6日", "weekday": "三"}
PAGES = {
    "01.txt": FIRST.format(title="灌渠清淤要赶在春耕之前", subject="灌渠清淤", on=3, **DAY),
    "02.txt": SECOND.format(page=2, start=1, subject="校车", other="植树节苗木上市", **DAY),
    "03.txt": SECOND.format(page=3, start=1, subject="灌渠清淤", other="茶园开采", **DAY),
    "other.txt": SECOND.format(page=3, start=1, subject="灌渠清淤", other="茶园开采", day="2024年3月7日", weekday="四"),
}


def continues(folder):
    return {
        f"{document['doc_id']}/{article['article_id']}": article["continues"]
        for document in read_lines(folder / "out" / "documents.jsonl")
        for article in document["articles"]
        if article["continues"]
    }


def test_the_second_half_names_the_first_of_its_issue(tmp_path):
    sinks = "\n".join(f"[[sinks]]\nuse = '{use}'" for use in ("jsonl", "duckdb", "csv"))
    config = make_run(tmp_path, PAGES, sinks=sinks, stages=STAGES)
    assert main(["run", config]) == 0
    assert continues(tmp_path) == {"03/a1": {"doc_id": "01", "article_id": "a1"}}
    texts = {doc["doc_id"]: doc["articles"][0]["text"] for doc in read_lines(tmp_path / "out" / "documents.jsonl")}
    assert "并在年底" in texts["03"]
    assert "并在年底" not in texts["01"]
    with duckdb.connect(str(tmp_path / "out" / "yaowen.duckdb"), read_only=True) as database:
        told = database.sql("select article, continues from articles where continues is not null").fetchall()
    assert told == [("03/a1", "01/a1")]
    with (tmp_path / "out" / "csv" / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["continues"] for row in csv.DictReader(file) if row["continues"]] == ["01/a1"]
    assert not list((tmp_path / "out").glob(".*"))


def test_a_half_whose_other_half_vanishes_names_nothing(tmp_path):
    config = make_run(tmp_path, PAGES, stages=STAGES)
    assert main(["run", config]) == 0
    (tmp_path / "pages" / "01.txt").unlink()
    assert main(["run", config]) == 0
    assert continues(tmp_path) == {}


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        (["灌渠清淤现场会"], ["完全不同的话"], {(0, 0)}),
        (["灌渠清淤现场会", "校车路线调整"], ["校车路线明天公布", "灌渠清淤的经费"], {(0, 1), (1, 0)}),
        (["灌渠清淤现场会", "校车路线调整"], ["灌渠清淤的经费"], {(0, 0)}),
        (["灌渠清淤现场会", "校车路线调整"], ["灌渠清淤的经费", "别的什么"], {(0, 0), (1, 1)}),
        (["灌渠清淤现场会", "校车路线调整"], ["别的什么"], set()),
        ([], ["灌渠清淤的经费"], set()),
    ],
)
def test_halves_of_one_jump_are_told_apart_by_their_words(first, second, pairs):
    uppers, lowers = ([Half(str(n), "a1", "", words) for n, words in enumerate(side)] for side in (first, second))
    assert {(int(upper.doc_id), int(lower.doc_id)) for upper, lower in match_halves(uppers, lowers)} == pairs


def test_a_short_form_of_the_title_tells_more_than_the_bodies():
    uppers = [Half("1", "a1", "灌渠清淤要赶在春耕之前", "会议听取了汇报"), Half("2", "a1", "校车", "会议要求大家抓紧")]
    lowers = [Half("3", "a1", "灌渠清淤要赶早", "会议要求大家抓紧"), Half("3", "a2", "校车", "会议听取了汇报")]
    assert list(match_halves(uppers, lowers)) == [(uppers[0], lowers[0]), (uppers[1], lowers[1])]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_links_are_the_same_after_kills_and_with_any_number_of_workers(tmp_path):
    pages = {}
    for number in range(24):
        day = {"day": f"2024年3月{number // 2 + 1}日", "weekday": "一二三四五六日"[(number // 2 + 4) % 7]}
        subject = ("灌渠清淤", "校车路线")[number % 2]
        pages[f"{number:02}-1.txt"] = FIRST.format(title=f"{subject}要赶早", subject=subject, on=3, **day)
        pages[f"{number:02}-3.txt"] = SECOND.format(page=3, start=1, subject=subject, other="茶园开采", **day)
    sinks = "[[sinks]]\nuse = 'jsonl'\n[[sinks]]\nuse = 'csv'"
    alone, several = (make_run(tmp_path / f"{n}", pages, f"workers = {n}", sinks, STAGES) for n in (1, 3))
    started = time.monotonic()
    assert start(alone, stderr=subprocess.DEVNULL).wait() == 0
    length = time.monotonic() - started
    moments = random.Random(20240306)
    for _ in range(6):
        process = start(several, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.2, 1) * length)
        process.kill()
        process.wait()
    assert start(several, stderr=subprocess.DEVNULL).wait() == 0
    for name in ("documents.jsonl", "csv/articles.csv"):
        assert (tmp_path / "1" / "out" / name).read_bytes() == (tmp_path / "3" / "out" / name).read_bytes()
    assert continues(tmp_path / "1") == {f"{n:02}-3/a1": {"doc_id": f"{n:02}-1", "article_id": "a1"} for n in range(24)}
    assert not list((tmp_path / "3" / "out").glob(".*"))
