"""Articles as the page generator is handed them."""

from random import Random

import pytest

from train.pages.articles import BRIDGE
from yaowen.train.copy import make_copy

BODY = "望江县石桥镇昨天开镰，首批早稻收割320亩。\n种粮大户卓然说，今年亩产比去年高了一成。"


def test_a_row_of_a_corpus_becomes_an_article() -> None:
    row = BRIDGE | {"kicker": "卓然在永安石桥调研时强调"}
    copy = make_copy(row, Random(1))
    assert copy is not None
    assert copy.kicker == row["kicker"]
    assert [role for role, _ in copy.body] == ["paragraph", "paragraph", "subhead", "paragraph"]
    assert copy.body[0][1].startswith("历时8个月")
    assert copy.lead is not None
    assert "记者" in copy.lead or "通讯员" in copy.lead


def test_text_that_is_not_prose_is_no_article() -> None:
    assert make_copy({"title": "成绩单", "text": "第一名\n第二名\n第三名"}, Random(1)) is None


@pytest.mark.parametrize(
    ("title", "kicker", "wanted", "subtitle"),
    [
        ("卓然在石桥镇调研时强调 颗粒归仓不误农时", "卓然在石桥镇调研时强调", "颗粒归仓不误农时", None),
        ("全县夏收工作会议召开 卓然出席并讲话", None, "全县夏收工作会议召开", "卓然出席并讲话"),
        ("首批早稻开镰 农机奔走田间", None, "首批早稻开镰 农机奔走田间", None),
    ],
)
def test_a_title_that_says_who_spoke_is_a_kicker_and_a_title(
    title: str, kicker: str | None, wanted: str, subtitle: str | None
) -> None:
    seen = [copy for seed in range(60) if (copy := make_copy({"title": title, "text": BODY}, Random(seed)))]
    assert {" ".join(copy.title) for copy in seen} == {wanted}
    assert not kicker or {copy.kicker and copy.kicker.rstrip("—：") for copy in seen} == {kicker, None} - {None}
    assert not subtitle or {copy.subtitle for copy in seen} == {subtitle}


@pytest.mark.parametrize("title", ["早稻开镰一派忙（望江夏收）", "【望江夏收】早稻开镰一派忙"])
def test_the_name_of_a_series_is_no_part_of_the_title(title: str) -> None:
    seen = [copy for seed in range(60) if (copy := make_copy({"title": title, "text": BODY}, Random(seed)))]
    assert {copy.title for copy in seen} == {("早稻开镰一派忙",)}
    assert "望江夏收" in {copy.series for copy in seen}


def test_a_subtitle_is_a_clause_of_the_article() -> None:
    row = {"title": "石桥镇早稻开镰", "text": BODY.replace("首批", "晒场上谷堆连绵起伏，首批")}
    found = {copy.subtitle for seed in range(600) if (copy := make_copy(row, Random(seed)))}
    assert "晒场上谷堆连绵起伏" in found


def test_a_feature_can_open_with_what_somebody_says() -> None:
    said = "“以前收一亩稻要半天，如今一支烟的工夫就够了。”农机手卓然说。"
    row = {"title": "石桥镇早稻开镰", "text": BODY.replace("\n", "\n" + said + "\n") + "\n晒场上谷堆连绵起伏。"}
    opened = [copy.body[0][1] for seed in range(100) if (copy := make_copy(row, Random(seed)))]
    assert 0.05 < opened.count(said) / len(opened) < 0.4


def test_what_a_made_kicker_is_about_is_found_in_the_article() -> None:
    row = {"title": "石桥镇早稻开镰", "text": BODY.replace("首批", "全县大力推进抢收抢种工作，首批")}
    kickers = {copy.kicker for seed in range(300) if (copy := make_copy(row, Random(seed))) and copy.kicker}
    assert sum("抢收抢种" in kicker for kicker in kickers) > sum("石桥镇早稻" in kicker for kicker in kickers)


@pytest.mark.parametrize(
    ("title", "titles"),
    [
        ("首批早稻开镰 农机奔走田间", {("首批早稻开镰 农机奔走田间",), ("首批早稻开镰", "农机奔走田间")}),
        ("早稻开镰 首批320亩收割完毕", {("早稻开镰 首批320亩收割完毕",)}),
        ("历时三天 望江县石桥镇早稻收割今天上午全部结束", set()),
    ],
)
def test_only_clauses_of_one_length_stand_on_rows_of_their_own(title: str, titles: set[tuple[str, ...]]) -> None:
    seen = [copy for seed in range(60) if (copy := make_copy({"title": title, "text": BODY}, Random(seed)))]
    assert {copy.title for copy in seen} == titles


@pytest.mark.parametrize(
    ("title", "shares"),
    [
        ("望江县石桥镇早稻开镰 今年亩产比去年高出一成还多", {1.0}),
        ("石桥镇早稻昨日开镰 亩产比去年高出一成", {0.0, 1.0}),
        ("望江县石桥镇早稻开镰 亩产高出一成 颗粒归仓不误农时", {1.0}),
    ],
)
def test_what_a_web_page_tells_on_one_row_a_paper_sets_on_two(title: str, shares: set[float]) -> None:
    first, second = title.split(" ", 1)
    seen = [copy for seed in range(60) if (copy := make_copy({"title": title, "text": BODY}, Random(seed)))]
    parted = [copy for copy in seen if copy.title == (first,)]
    assert all(copy.subtitle == second for copy in parted)
    assert {float(copy in parted) for copy in seen} == shares


@pytest.mark.parametrize(("title", "is_below"), [("合作社领回80台收割机", {False, True}), ("“铁牛”下田 农事无忧", {False})])
def test_what_was_held_is_the_title_at_times_and_a_plain_detail_stands_below(title: str, is_below: set[bool]) -> None:
    row = {"title": title, "text": "7月2日，全县农机推广现场会在石桥镇召开。\n" + BODY}
    seen = [copy for seed in range(200) if (copy := make_copy(row, Random(seed)))]
    assert {copy.subtitle == title for copy in seen} == is_below
    assert {copy.title for copy in seen if copy.subtitle == title} <= {("全县农机推广现场会在石桥镇召开",)}


def test_a_kicker_that_does_not_say_who_spoke_is_at_times_left_out() -> None:
    def find_kickers(kicker: str) -> set[bool]:
        row = {"title": "石桥镇早稻开镰", "kicker": kicker, "page": 1, "text": BODY}
        return {bool(copy.kicker) for seed in range(100) if (copy := make_copy(row, Random(seed)))}

    assert find_kickers("望江县夏收全面展开") == {True, False}
    assert find_kickers("卓然在石桥镇调研时强调") == {True}


def test_an_agency_is_no_part_of_what_it_reports() -> None:
    row = {"title": "石桥镇早稻开镰", "text": "据新华社望江7月2日电（记者卓然）" + BODY}
    seen = [copy for seed in range(20) if (copy := make_copy(row, Random(seed)))]
    assert {copy.body[0][1] for copy in seen} == {BODY.split("\n")[0]}
