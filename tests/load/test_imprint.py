import time
from datetime import date

import pytest

from timing import least
from yaowen.config import make_pipeline
from yaowen.load.imprint import ReadImprint
from yaowen.page import Page
from yaowen.schema import Provenance, Publication


@pytest.mark.parametrize(
    ("raw", "field", "value"),
    [
        ("云岭日报\n2024年1月6日 星期六 第3144期", "name", "云岭日报"),
        ("云 岭 日 报\n要闻", "name", "云岭日报"),
        ("云岭日报\n2024年1月6日 星期六 第3144期", "issue_date", "2024-01-06"),
        ("云岭日报\n2024 年 1 月 6 日  星期六 总第 3144 期", "issue_number", 3144),
        ("第03版:要闻\n\n标题", "page_number", 3),
        ("第03版:要闻\n\n标题", "page_name", "要闻"),
        ("## 云岭日报\n\n标题", "name", "云岭日报"),
        ("云岭日报 数字报\n首页 往期回顾", "name", "云岭日报"),
        ("当前位置：首页 > 数字报 > 云岭晚报", "name", "云岭晚报"),
        ("云岭日报 2024年1月6日 星期六 要 闻", "name", "云岭日报"),
        ("云岭日报 2024年1月6日 星期六 要 闻", "page_name", "要闻"),
        ("今日沛河\n2024年1月6日 星期六", "name", "今日沛河"),
        ("2024年1月6日\n第06版：民生", "issue_date", "2024-01-06"),
        ("标题\n2024-01-06 08:12  来源：云岭日报", "issue_date", "2024-01-06"),
        ("2\n\n2024年1月6日 星期六\n综合新闻", "page_number", 2),
        ("2\n\n2024年1月6日 星期六\n综合新闻", "page_name", "综合新闻"),
        ("2024年1月6日 星期六 02版 民生", "page_number", 2),
        ("云岭日报\n第 3144 期 今日8版", "page_number", 1),
        ("2024年1月6日，会议召开。", "issue_date", None),
        ("天气预报\n情况通报", "name", None),
        ("云岭晚报 2022年3月30日 第06版:数据\n\n标题", "name", "云岭晚报"),
        ("云岭晚报 2022年3月30日 第06版:数据\n\n标题", "issue_date", "2022-03-30"),
        ("云岭晚报 2022年3月30日 第06版:数据\n\n标题", "page_number", 6),
        ("云岭晚报 2022年3月30日 第06版:数据\n\n标题", "page_name", "数据"),
        ("2023-04-13 第01版：头版\n标题", "page_name", "头版"),
        ("2023-04-13 第01版：头版\n标题", "issue_date", "2023-04-13"),
        ("2023年07月21日\n第06版：民生\n云岭晚报", "issue_date", "2023-07-21"),
        ("云岭报 二〇二四年八月三十日 星期五", "issue_date", "2024-08-30"),
        ("总第8842期 2024年11月18日 农历甲辰年十月十八", "issue_date", "2024-11-18"),
        ("2023-12-15 星期五\n责任编辑：王一\n版式：李二\n云岭日报 02 要闻", "name", "云岭日报"),
        ("2023-12-15 星期五\n责任编辑：王一\n版式：李二\n云岭日报 02 要闻", "page_number", 2),
        ("2023-12-15 星期五\n责任编辑：王一\n版式：李二\n云岭日报 02 要闻", "page_name", "要闻"),
        ("A02 要闻 云岭晚报", "page_number", 2),
        ("云岭日报\n2024年1月6日 星期六\n甲队得分\n乙队得分\n丙队得分\n比赛结果\n12 3", "page_number", None),
        ("种树贵在持久\n人民时报 评论", "name", None),
        ("第04版：民生\n种树贵在持久\n人民时报 评论", "page_name", "民生"),
        ("责任编辑：王 一 美编：李 二 2024年1月6日 星期六 综合新闻 03\n云岭报", "page_number", 3),
        ("责任编辑：王 一 美编：李 二 2024年1月6日 星期六 综合新闻 03\n云岭报", "page_name", "综合新闻"),
        ("云岭新闻网 2023-12-15 08:12\n标题", "name", "云岭新闻网"),
        ("第2024-12-18期\n第2024-12-17期", "issue_date", None),  # past issues, not this one
        ("停水公告\n云岭市水务局\n2024年7月3日", "issue_date", None),
        ("导读\n防汛 2版\n2024年1月6日 星期六 共4版", "page_number", None),
        ("他在云岭日报工作。", "name", None),
        ("02 时政 2024年1月6日 星期六 编辑 王一 版式 李二 云岭日报", "page_number", 2),
        ("02 时政 2024年1月6日 星期六 编辑 王一 版式 李二 云岭日报", "page_name", "时政"),
        ("浮光 2024年1月6日 星期六 责任编辑：王一 云岭日报 7\n桂花", "page_number", 7),
        ("星期六 2024年1月6日\nA4\n专版\n云岭日报", "page_number", 4),
        ("云岭日报\n2024年1月6日 星期六 责编:王一\n06 | 对话", "page_number", 6),
        ("要闻 02\n2024.1.6 星期六\n主编/王一\n云岭日报", "page_number", 2),
        ("A3 | 综合\n责编: 王一\n星期六 2024.1.6\n云岭日报", "page_number", 3),
        ("A3 | 综合\n责编: 王一\n星期六 2024.1.6\n云岭日报", "issue_date", "2024-01-06"),
        ("云岭日报\n2024年1月6日 星期六 责编:王一\n06 | 对话", "page_name", "对话"),
        ("云岭缫丝报 SILK NEWS 市场·技术 03\n2024年1月6日 星期六", "page_number", 3),
        ("云岭缫丝报 SILK NEWS 市场·技术 03\n2024年1月6日 星期六", "page_name", "市场·技术"),
        ("第01版：要闻\n第02版：综合\n云岭日报 > 第02版：综合 > 2024年1月6日", "page_number", 2),
        ("首页\n新闻\n服务\n春灌开始\n2024-01-06 18:06\n来源：云岭发布", "issue_date", "2024-01-06"),
        ("今日热点\n今日看点", "name", None),
        ("云岭日报\n2024年1月6日 星期六 癸卯年冬月廿五 今日小寒", "name", "云岭日报"),
    ],
)
def test_the_imprint_is_read_off_the_page(raw, field, value):
    publication = ReadImprint()(Page("p", raw)).publication

    assert getattr(publication, field) == value
    assert publication.provenance.get(field) == (Provenance.TEXT if value is not None else None)


def test_the_file_name_is_believed_before_the_text_and_the_config_before_both():
    read = ReadImprint(name="云岭晚报", filename=r"(?P<issue_date>\d{8})_(?P<page_number>\d+)")

    publication = read(Page("20241014_2", "云岭日报\n第03版:要闻\n2024年1月6日 星期六")).publication

    assert publication == Publication(
        name="云岭晚报",
        issue_date="2024-10-14",
        page_number=2,
        page_name="要闻",
        provenance={
            "name": Provenance.CONFIG,
            "issue_date": Provenance.FILENAME,
            "page_number": Provenance.FILENAME,
            "page_name": Provenance.TEXT,
        },
    )


@pytest.mark.parametrize("name", ["20240306/A01", "2024-03/06/A01", "2024年3月6日/A01"])
def test_the_day_may_stand_in_the_names_of_folders(name):
    read = ReadImprint(filename=r"(?P<issue_date>\d{4}.*?)/A(?P<page_number>\d+)")

    assert read(Page(name, "会议召开。")).publication.issue_date == "2024-03-06"


def test_a_day_of_toml_is_a_day():
    load = make_pipeline({"imprint": {"issue_date": date(2024, 3, 6)}, "entities": [{"use": "lexicon"}]}).imprint

    assert load(Page("p", "会议召开。")).publication.issue_date == "2024-03-06"


def test_a_day_that_does_not_exist_is_no_issue_date():
    assert ReadImprint()(Page("p", "2024年2月31日 星期六")).publication.issue_date is None


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t"])
def test_wide_room_in_a_row_takes_time_in_proportion(blank):
    def seconds(size):
        started = time.process_time()
        ReadImprint()(Page("p", "要闻" + blank * size + "云岭市"))
        return time.process_time() - started

    seconds(50)
    # Eight times the room takes eight times as long; 64 times would be quadratic.
    assert least(seconds, 32_000) < 30 * max(least(seconds, 4_000), 0.02)
