import time

import pytest

from timing import least
from yaowen.load.header import read_header

DAY, PAPER = "2024-05-07", "云岭日报"


def fields(name=None, issue_date=None, issue_number=None, page_number=None, page_name=None):
    values = dict(
        zip(
            ("name", "issue_date", "issue_number", "page_number", "page_name"),
            (name, issue_date, issue_number, page_number, page_name),
            strict=True,
        )
    )
    return {field: value for field, value in values.items() if value is not None}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        # A day on a row of its own is that of the issue where nothing but short rows stands over it.
        ("文苑\n晨读\n望江\n2024年5月7日\n父亲有一辆旧自行车，停在墙角。", fields(None, DAY)),
        ("望江县水务局昨天开始整修石桥镇的堤坝。\n望江\n晨读\n2024年5月7日", {}),
        # A word between the number of the page and the rest of its header is the section.
        ("2024年5月7日\n云岭日报\n晨读\n3\n本版编辑 王一", fields(PAPER, DAY, None, 3, "晨读")),
        # What stands on one row or on several, in any order.
        ("04 综合新闻 ZONGHE\n2024年5月7日 星期二\n云岭日报", fields(PAPER, DAY, None, 4, "综合新闻")),
        ("石桥修缮完工\n云岭学习平台\n2024-05-07\n作者：卓然 石小满\n相关新闻", fields(None, DAY)),
        ("要闻·03\n2024.5.7 星期二", fields(None, DAY, None, 3, "要闻")),
        ("A3 城事\n2024/05/07\n云岭日报", fields(PAPER, DAY, None, 3, "城事")),
        ("第3版 :: 要闻\n云岭日报 2024-05-07", fields(PAPER, DAY, None, 3, "要闻")),
        ("**云岭日报** | 07 | 文体 | 2024年5月7日 星期二", fields(PAPER, DAY, None, 7, "文体")),
        ("经济·产业\n06\n2024年5月7日 星期二 责编/王一 美编/李二\n云岭日报", fields(PAPER, DAY, None, 6, "经济·产业")),
        ("云岭日报\n都市新闻 7\n2024年5月7日 星期二\n责编：王一", fields(PAPER, DAY, None, 7, "都市新闻")),
        ("云岭日报\n2024年5月7日 星期二\nA1 头版\nA2 要闻\nA3 社会\n石桥修缮完工", fields(PAPER, DAY)),
        ("2024年5月7日 星期\n石桥修缮完工", fields(None, DAY)),
        ("石桥修缮完工 - 云岭日报\n2024-05-07 云岭网\n石桥修缮完工后，两岸居民往来方便多了。", fields(PAPER, DAY)),
        ("2024年5月7日 星期二 第1386期   乡镇新闻  第 3 版", fields(None, DAY, 1386, 3, "乡镇新闻")),
        ("副 刊 · 都 市\nA 3\n2024 年 5 月 7 日 星 期 二", fields(None, DAY, None, 3, "副刊·都市")),
        ("综\n合\n2\n2024年5月7日\n星期二", fields(None, DAY, None, 2, "综合")),
        ("２０２４年５月７日　星期二　第０３版", fields(None, DAY, None, 3)),
        ("云岭日报 2024年5月7日 星期二 2-3版 特别报道", fields(PAPER, DAY, None, 2, "特别报道")),
        ("07 2024年5月7日 星期二 山海", fields(None, DAY, None, 7, "山海")),
        ("云岭日报 | 2024年5月7日 | 第四版 | 副刊", fields(PAPER, DAY, None, 4, "副刊")),
        ("2024年5月7日/星期二/责编：王一/版式：李二\n05版/乡村振兴\n云岭日报", fields(PAPER, DAY, None, 5, "乡村振兴")),
        ("本版编辑 王一 2024年5月7日 星期二 E-mail:a@b.example 3版 教育周刊", fields(None, DAY, None, 3, "教育周刊")),
        ("云岭日报数字报 首页\n2024年05月07日 星期二  A06版：民生·法治  下一版", fields(PAPER, DAY, None, 6, "民生·法治")),
        # Mastheads.
        ("云岭日报\n中共云岭市委主办 2024年5月7日 星期二 甲辰年三月廿九 第24618号 今日12版", fields(PAPER, DAY, 24618, 1)),
        ("云岭日报\n2024年5月7日 第24期（总第1863期）", fields(PAPER, DAY, 1863)),
        ("云岭日报\nYUNLING RIBAO\n2024年5月7日\n第 12345 号\n今日八版", fields(PAPER, DAY, 12345, 1)),
        ("副刊 4版\n\n云岭日报\n2024年5月7日 星期二\n总第2046期 今日4版", fields(PAPER, DAY, 2046, 1)),
        ("中共望江县委主办\n望江新闻\n2024年5月7日\n第 88 期 共 4 版", fields("望江新闻", DAY, 88)),
        ("云岭日报社出版 国内统一刊号：CN00-0001 第25417期", fields(PAPER, None, 25417, 1)),
        ("云岭日报\n社址：云岭市新建路1号 邮编：000000 零售每份1.5元\n要闻\n02", fields(PAPER, None, None, 2, "要闻")),
        # A day of several rows.
        ("云岭日报\n2024年5月\n7\n星期二\n第10927期", fields(PAPER, DAY, 10927)),
        ("7\n2024年5月\n星期二\n云岭日报", fields(PAPER, DAY)),
        ("5月7日\n2024年\n星期二\n云岭日报", fields(PAPER, DAY)),
        # Sites.
        ("云岭日报 数字报纸\n\n00013版：要闻\n石桥修缮完工", fields(PAPER, None, None, 13, "要闻")),
        ("标题\n2024-05-07 10:20:30 28", fields(None, DAY)),
        ("标题\n副题\n2024年5月7日来源：云岭发布 作者 王一 阅读：12", fields(None, DAY)),
        ("标题\n2024-05-07 10:20 浏览量：302 来源：云岭发布", fields(None, DAY)),
        ("标题\n副题\n来源：云岭网 时间：2024-05-07", fields(None, DAY)),
        ("标题\n副题\n今天是2024年5月7日 星期二 欢迎您！", fields(None, DAY)),
        ("2025年1月9日 星期四\n标题\n副题\n发布日期：2024-05-07\n信息来源：云岭日报", fields(None, DAY)),
        ("2024年05月07日 > 第A02版：要闻 > 正文", fields(None, DAY, None, 2, "要闻")),
        # The contents of an issue do not tell which page this is, but what a page that is told is called.
        ("2024年5月7日 星期二\n第01版：要闻\n第02版：综合\n第03版：文体\n上一版", fields(None, DAY)),
        ("第01版：要闻\n第02版：综合\n第03版：文体\n标题\n\n2024年5月7日 星期二 第03版", fields(None, DAY, None, 3, "文体")),
        ("云岭日报 责编/王一 美编/李二", fields(PAPER)),
        ("A4：视点总第960期 >2024-05-07编印", fields(None, DAY, 960, 4, "视点")),
        ("标题\n【发布日期：2024-05-07】 【阅读：次】", fields(None, DAY)),
        ("今天是：2024年09月19日 星期四\n标题\n• 来源：云岭县委\n• 日期：2024-05-07\n• 浏览量： 841", fields(None, DAY)),
        ("标题\n发表时间：2024-5-7", fields(None, DAY)),
        # What is no header.
        ("定于2024年5月7日（星期二）上午9时召开", {}),
        ("会议时间：2024年5月7日 星期二\n地点：云岭市礼堂", {}),
        ("时间：2024年5月7日 9:00", {}),
        ("标题\n云岭县人民政府\n2024年5月7日\n联系电话：0550-0000000", {}),
        ("甲队 12\n乙队 3", {}),
        ("他一字不报\n照片见报\n下转第3版", {}),
    ],
)  # fmt: skip
def test_each_field_is_told_by_the_part_with_most_beside_it(raw, told):
    assert dict(read_header(raw)) == told


@pytest.mark.parametrize("row", ["1 ", "云 ", "星期", "2024年", "第", "编辑", "2024年5月 ", "要闻 03 云岭日报\n", "一\n"])
def test_long_pages_take_time_in_proportion(row):
    def seconds(size):
        started = time.process_time()
        dict(read_header(row * size))
        return time.process_time() - started

    seconds(50)
    assert least(seconds, 16_000) < 30 * max(least(seconds, 2_000), 0.02)
