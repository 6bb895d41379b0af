from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from yaowen.config import make_pipeline
from yaowen.errors import ConfigError, InputError

PIPELINE = make_pipeline({"facts": [], "entities": [{"use": "lexicon"}]})


@pytest.mark.parametrize("given", [None, "会议召开。".encode(), 3, ["会议召开。"]])
def test_what_is_no_page_is_refused_by_its_type(given):
    with pytest.raises(TypeError, match=f"a page is a str or a Page, not {type(given).__name__}; decode bytes"):
        PIPELINE(given)


def test_a_finder_that_passes_over_articles_is_an_error():
    with pytest.raises(ValueError, match="shorter"):
        replace(PIPELINE, find_entities=lambda clippings: [])("会议召开。")


def test_a_kind_that_there_is_none_of_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"kind 'foo' means nothing; choose from \['pdf', 'pdf_text', "):
        PIPELINE("会议召开。", kind="foo")


def test_pages_of_one_name_are_told_apart(tmp_path):
    (tmp_path / "pages.jsonl").write_text('{"id": "01", "text": "甲会召开。"}\n' * 3)
    assert [document.doc_id for document in PIPELINE.read(tmp_path)] == ["01", "01~2", "01~3"]


@pytest.mark.parametrize("day", ["2024-03-06", "20240306", date(2024, 3, 6), datetime(2024, 3, 6, 8, 30, tzinfo=UTC)])
def test_a_day_may_be_written_or_a_date(day):
    assert PIPELINE("会议召开。", issue_date=day).publication.issue_date == "2024-03-06"


@pytest.mark.parametrize("day", ["6.3.2024", 20240306])
def test_what_is_no_day_is_refused(day):
    with pytest.raises(ConfigError, match="is not a day; write it as 2024-10-14"):
        PIPELINE("会议召开。", issue_date=day)


@pytest.mark.parametrize("given", ["page.txt", "pages/2024-03-06/要闻.PDF", "out.jsonl"])
def test_the_name_of_a_file_is_no_page(given):
    with pytest.raises(InputError, match="the name of a file and no text; give it to read"):
        PIPELINE(given)


@pytest.mark.parametrize("given", ["详见http://云岭.cn/a.html", "会议召开。\n见 page.txt", "会议 page.txt"])
def test_a_text_that_ends_in_the_name_of_a_file_is_a_page(given):
    assert PIPELINE(given).source_kind
