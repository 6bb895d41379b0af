from dataclasses import replace

import pytest

from yaowen.page import Part
from yaowen.schema import BlockRole, Byline, Genre
from yaowen.segment.genres import Account, judge_genre
from yaowen.text import Text

TITLE, SUBTITLE, SERIES, PARAGRAPH = BlockRole.TITLE, BlockRole.SUBTITLE, BlockRole.SERIES, BlockRole.PARAGRAPH
REPORTER = Byline("卓然", "记者")
PEN_NAME = Byline("石楠", None)
TOLD = "石桥镇的豆腐坊开了四十年，来往的人都在门口歇脚。"


def account(
    *lines: tuple[BlockRole, str], authors: tuple[Byline, ...] = (), sent: bool = False, of_site: bool = False
) -> Account:
    parts = [Part.of(role, Text.of(chars)) for role, chars in lines]
    headline = [part for part in parts if part.role != PARAGRAPH]
    flow = [part for part in parts if part.role == PARAGRAPH]
    return Account(headline, authors, flow, signed=bool(authors) and not sent, sent=sent, of_site=of_site)


@pytest.mark.parametrize(
    ("judged", "genre"),
    [
        (account((TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD)), Genre.NEWS),
        (account((TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(REPORTER,)), Genre.FEATURE),
        (account((TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(REPORTER,), sent=True), Genre.NEWS),
        (account((TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(REPORTER,), of_site=True), Genre.NEWS),
        (account((TITLE, "石桥镇豆腐节开幕"), (PARAGRAPH, TOLD), authors=(REPORTER,)), Genre.NEWS),
        (account((SERIES, "二论石桥"), (TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD)), Genre.COMMENTARY),
        (account((TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(Byline("卓然", "本报评论员"),)), Genre.COMMENTARY),
        (account((SERIES, "晚报帮您办"), (TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(REPORTER,)), Genre.NEWS),
        (account((SERIES, "石桥夜话"), (TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(PEN_NAME,)), Genre.COMMENTARY),
        (account((SERIES, "石桥夜话"), (TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(REPORTER,)), Genre.FEATURE),
        (account((TITLE, "豆腐坊里的学问（今日谈）"), (PARAGRAPH, TOLD)), Genre.COMMENTARY),
        (account((TITLE, "豆腐坊里的学问（石桥访谈）"), (PARAGRAPH, TOLD)), Genre.NEWS),
        (account((TITLE, "豆腐坊里的学问（石桥会谈）"), (PARAGRAPH, TOLD)), Genre.NEWS),
        (account((TITLE, "豆腐坊里的学问（干部会议）"), (PARAGRAPH, TOLD)), Genre.NEWS),
        (account((TITLE, "让老手艺传下去"), (SUBTITLE, "——论石桥的豆腐坊"), (PARAGRAPH, TOLD)), Genre.COMMENTARY),
        (account((TITLE, "石桥停电预告"), (PARAGRAPH, "施工提前结束时提前送电。")), Genre.NOTICE),
        (account((TITLE, "望江县水务局公告"), (PARAGRAPH, "特此公告。")), Genre.NOTICE),
        (account((TITLE, "望江县公布河长名单"), (PARAGRAPH, TOLD)), Genre.NEWS),
        (account((TITLE, "在石桥通车时的讲话"), (PARAGRAPH, "各位来宾！"), (PARAGRAPH, TOLD)), Genre.SPEECH),
    ],
)
def test_the_surest_sign_tells_the_genre(judged: Account, genre: Genre) -> None:
    assert judge_genre(judged) == genre


def test_who_is_named_behind_a_text_signs_a_feature_where_a_series_tells_so() -> None:
    told = account((SERIES, "暖城故事"), (TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(REPORTER,))
    assert judge_genre(replace(told, signed=False)) == Genre.FEATURE
    assert judge_genre(replace(told, signed=False, sent=True)) == Genre.NEWS


def test_what_an_agency_sent_with_its_title_is_no_essay() -> None:
    told = account((TITLE, "石桥边的豆腐坊"), (PARAGRAPH, TOLD), authors=(PEN_NAME,))
    assert judge_genre(told) == Genre.COMMENTARY
    assert judge_genre(replace(told, titled=True)) == Genre.NEWS
