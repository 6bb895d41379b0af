import pytest

from yaowen.imprints import name_furniture
from yaowen.schema import FurnitureRole, Publication
from yaowen.segment.furniture import (
    find_accounts,
    find_lists,
    find_own_titles,
    find_parts_of_trail,
    find_stamped,
    find_told_again,
)
from yaowen.websites import RIGHTS

PAPER = Publication(name="望江晚报", issue_date="2024-05-08", page_name="民生")


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("2024年5月8日 星期三", FurnitureRole.PAGE_HEADER),
        ("06", FurnitureRole.PAGE_HEADER),
        ("民 生", FurnitureRole.PAGE_HEADER),
        ("望 江 晚 报", FurnitureRole.MASTHEAD),
        ("总第3021期 今日8版", FurnitureRole.MASTHEAD),
        ("责任编辑 卓然 版式 石小满", FurnitureRole.OTHER),
        ("总策划：卓然 出品：石小满、温立达", FurnitureRole.OTHER),
        ("制作石桥灯笼", None),
        ("内容摘要：石桥修缮完工 ...", FurnitureRole.NAVIGATION),
        ("相关附件：", FurnitureRole.NAVIGATION),
        ("广告热线 0550-3020000", FurnitureRole.OTHER),
        ("编辑：卓然 责编：石小满 审核：温立达", FurnitureRole.OTHER),
        ("来源：望江县融媒体中心", FurnitureRole.OTHER),
        ("[责任编辑：卓然]", FurnitureRole.OTHER),
        ("举报电话：0550-3020000 举报邮箱：a@example.com", FurnitureRole.OTHER),
        ("本报地址：望江县新建路18号 邮编：246200", FurnitureRole.OTHER),
        ("癸卯年四月廿八", FurnitureRole.PAGE_HEADER),
        ("星期三 2024年5月8日", FurnitureRole.PAGE_HEADER),
        ("Page 3", FurnitureRole.PAGE_HEADER),
        ("2024-05-08 09:12:45 来源：望江晚报 作者：卓然", FurnitureRole.NAVIGATION),
        ("A07版：都市 上一版 下一版", FurnitureRole.NAVIGATION),
        ("来源：望江晚报　日期：2024年5月8日　字数：310　【打印】【关闭】", FurnitureRole.NAVIGATION),
        ("2024-05-08 来源:望江晚报 浏览:411", FurnitureRole.NAVIGATION),
        ("来源：望江晚报     记者：卓然     编辑：韦岚     2024-05-08 13:29 | |", FurnitureRole.NAVIGATION),
        ("【字体：大 中 小】", FurnitureRole.NAVIGATION),
        ("[ 索引号 ] 0550/2024-01 [ 发布机构 ] 望江县水务局", FurnitureRole.NAVIGATION),
        ("望江网首页 新闻 政务 评论 问政 专题 视频", FurnitureRole.NAVIGATION),
        ("登录 | 注册 | 在线投稿 | 加入收藏 | 设为首页", FurnitureRole.NAVIGATION),
        ("望江频道 > 清水行动——来自湖区的报道", FurnitureRole.NAVIGATION),
        ("本文评论 评论数() 更多>>", FurnitureRole.NAVIGATION),
        ("The following article is from 望江日报", FurnitureRole.NAVIGATION),
        ("| 编辑: 卓然 | 时间: 2024-05-08 09:12:45 | 来源: 望江网 |", FurnitureRole.NAVIGATION),
        ("2024年5月8日 望江早报 记者 卓然", FurnitureRole.NAVIGATION),
        ("放大 缩小 默认 朗读", FurnitureRole.NAVIGATION),
        ("点赞 128 在看 36 收藏 分享", FurnitureRole.NAVIGATION),
        ("您的位置：首页 > 新闻 > 本地", FurnitureRole.NAVIGATION),
        ("关于我们 | 联系我们 | 版权声明", FurnitureRole.NAVIGATION),
        ("ICP备案号：X ICP备2021000001号-1", FurnitureRole.NAVIGATION),
        ("评论(3)", FurnitureRole.NAVIGATION),
        ("标签：造林 望江", FurnitureRole.NAVIGATION),
        ("本期发布：", FurnitureRole.NAVIGATION),
        ("新桥通车2.jpg", FurnitureRole.NAVIGATION),
        ("站内搜索:", FurnitureRole.NAVIGATION),
        ("评论 0人参与,0条评论", FurnitureRole.NAVIGATION),
        ("还没有评论，快来抢沙发吧！", FurnitureRole.NAVIGATION),
        ("文章不错，点个赞再走呗！", FurnitureRole.NAVIGATION),
        ("本文为望江站原创文章，转载请附上原文出处。", FurnitureRole.NAVIGATION),
        ("▌文章为望江融媒体中心原创,转载请联系我们。", FurnitureRole.NAVIGATION),
        ("原标题：石桥修缮完工", FurnitureRole.NAVIGATION),
        ("（原标题：石桥修缮完工）", FurnitureRole.NAVIGATION),
        ("【打印】 【收藏】 【关闭】　扫一扫在手机打开", FurnitureRole.NAVIGATION),
        ("打印", FurnitureRole.NAVIGATION),
        ("评论", None),
        ("听新闻", FurnitureRole.NAVIGATION),
        ("新闻详情", FurnitureRole.NAVIGATION),
        ("保护视力色：", FurnitureRole.NAVIGATION),
        ("[图片]", FurnitureRole.NAVIGATION),
        ("■广 告■", FurnitureRole.ADVERT),
        ("责任编辑 卓然 版式设计 石小满 责任校对 温立达", FurnitureRole.OTHER),
        ("+关注", FurnitureRole.NAVIGATION),
        ("打开APP 阅读体验更佳", FurnitureRole.NAVIGATION),
        ("326人阅读", FurnitureRole.NAVIGATION),
        ("326人阅读上万册书", None),
        ("图片来源：望江日报", FurnitureRole.OTHER),
        ("以下文章来源于望江日报 ，作者卓然", FurnitureRole.NAVIGATION),
        ("望江日报官方账号", FurnitureRole.NAVIGATION),
        ("原创 望江发布 望江发布 2024年5月8日 19:05 发表于云岭", FurnitureRole.NAVIGATION),
        ("点分享 点收藏 点点赞 点在看", FurnitureRole.NAVIGATION),
        ("END", FurnitureRole.NAVIGATION),
        ("附件：", FurnitureRole.NAVIGATION),
        ("特别声明", FurnitureRole.NAVIGATION),
        ("返回望江，查看更多", FurnitureRole.NAVIGATION),
        ("阅读 ()", FurnitureRole.NAVIGATION),
        ("【打印】【关闭】 阅读：1264次", FurnitureRole.NAVIGATION),
        ("预览时标签不可点", FurnitureRole.NAVIGATION),
        ("望江学习平台", FurnitureRole.NAVIGATION),
        ("（来源：望江日报）", FurnitureRole.OTHER),
        ("来 源：望江县融媒体中心", FurnitureRole.OTHER),
        ("举报人反映了三个问题", None),
        ("来源丨望江县融媒体中心", FurnitureRole.OTHER),
        ("编辑 | 卓然", FurnitureRole.OTHER),
        ("三审丨石小满", FurnitureRole.OTHER),
        ("本版图片均由望江县委宣传部提供", FurnitureRole.OTHER),
        ("（本文图片由望江县商务局提供）", FurnitureRole.OTHER),
        ("本版编辑说，图片由读者提供。", None),
        ("（图片由石桥镇提供）", FurnitureRole.OTHER),
        ("图片均由望江县商务局提供", FurnitureRole.OTHER),
        ("图片里的望江摄影", None),
        ("电话：0550-3020000 邮编：246200 地址：新建路18号 零售价：1.5元 广告许可证：望工商广字第0012号", FurnitureRole.OTHER),
        ("初审编辑:", FurnitureRole.OTHER),
        ("电话 新闻热线:0550-3020000 报刊发行:0550-3020001 3020002 报纸广告:0550-3020003", FurnitureRole.OTHER),
        ("他用jpg存下照片", None),
        ("搜索引擎帮他找到了家", None),
        ("报纸广告怎么做", None),
        ("卓然把经验分享到全县", None),
        ("[责任编辑：石小满]　分享到：微信 微博 QQ空间", FurnitureRole.NAVIGATION),
        ("经验分享到：全县", None),
        ("来源：卓然说，这些苗木都是本地育的。", None),
        ("小草 大树", None),
        ("福彩双色球第2024082期开奖公告", None),
        ("排列三第2024082期：7 1 4。", None),
        ("《石桥夜话》第047期：老王的渡口", None),
        ("[点击查看原图]", FurnitureRole.NAVIGATION),
        ("发布机构：望江县人民政府办公室 主题分类：交通", FurnitureRole.NAVIGATION),
        ("名称：望江县石桥修缮完工 文号：", FurnitureRole.NAVIGATION),
        ("信息来源：", FurnitureRole.NAVIGATION),
        ("来源： 作者：", FurnitureRole.NAVIGATION),
        ("【发布日期：2024-05-08】 【来源：本站】 【阅读：次】", FurnitureRole.NAVIGATION),
        ("文章来源：望江信息网 作者：", FurnitureRole.NAVIGATION),
        ("浏览量：", FurnitureRole.NAVIGATION),
        ("2024/5/8 9:12:45 12次浏览 分类：县区 来源：", FurnitureRole.NAVIGATION),
        ("http://www.wangjiang.example 2024年5月8日09:12 望江晚报", FurnitureRole.NAVIGATION),
        ("2024年5月8日  石小满", FurnitureRole.NAVIGATION),
        ("滚动| 县区| 社会| 财经| 体育| 文化| 图片", FurnitureRole.NAVIGATION),
        ("本页位置：首页 新闻中心", FurnitureRole.NAVIGATION),
        ("主办：望江县融媒体中心", FurnitureRole.NAVIGATION),
        ("主办：望江县融媒体中心 总第88期 投稿邮箱 a@wangjiang.example", FurnitureRole.MASTHEAD),
        ("2024-05-08 2 2 望江晚报 content_2024.html 1 石桥修缮完工 /enpproperty-->", FurnitureRole.NAVIGATION),
        ("望江晚报 县区新闻 00003 石桥修缮完工 2024-05-08 3120457 2 2024年05月08日 星期三", FurnitureRole.NAVIGATION),
        ("望江晚报 乡村振兴 看石桥 00003 石桥修缮完工 2024-05-08 312 2 2024年05月08日 星期三", FurnitureRole.NAVIGATION),
        ("00003版：乡村振兴·看石桥 写新篇", FurnitureRole.NAVIGATION),
        ("审核：编辑：", FurnitureRole.OTHER),
        ("|", FurnitureRole.NAVIGATION),
        ("设为首页 加入收藏", FurnitureRole.NAVIGATION),
        ("本文字数：442", FurnitureRole.NAVIGATION),
        ("本篇文章623字，读完约2分钟", FurnitureRole.NAVIGATION),
        ("共有评论0条", FurnitureRole.NAVIGATION),
        ("1000_165px;", FurnitureRole.NAVIGATION),
        ("上篇：", FurnitureRole.NAVIGATION),
        ("发表时间：2024-5-8", FurnitureRole.NAVIGATION),
        ("• 来源：望江县委宣传部", FurnitureRole.OTHER),
        ("• 日期：2024-05-08", FurnitureRole.NAVIGATION),
        ("本文作者走过十年", None),
        ("来源：卓然家的泉水", FurnitureRole.OTHER),
        ("编辑部里的卓然：", None),
        ("甲队 | 乙队 | 丙队", None),
        ("立即下载", FurnitureRole.NAVIGATION),
        ("下载APP", FurnitureRole.NAVIGATION),
        ("下载量说明了什么", None),
        ("跳转到正文内容", FurnitureRole.NAVIGATION),
        ("个人中心", FurnitureRole.NAVIGATION),
        ("您的浏览器版本太低，请升级后再看望江日报。", FurnitureRole.NAVIGATION),
        ("（资料图片仅供参考）", FurnitureRole.NAVIGATION),
        ("图片来源于网络，侵删", FurnitureRole.NAVIGATION),
        ("图片展走进石桥镇", None),
        ("本网站所有内容属望江日报社，未经许可不得转载。", FurnitureRole.NAVIGATION),
        ("望江县违法和不良信息举报中心 | 望江辟谣平台", FurnitureRole.NAVIGATION),
        ("县委网信办公布不良信息举报电话", None),
        ("-", FurnitureRole.NAVIGATION),
        ("⁺", FurnitureRole.NAVIGATION),
        ("2024年5月8日，全县造林动员会召开。", None),
        ("全县造林动员会召开", None),
        ("3月栽下十万棵树", None),
    ],
)
def test_rows_that_speak_of_the_paper_are_furniture(row: str, role: FurnitureRole | None) -> None:
    assert name_furniture(row, PAPER) == role


@pytest.mark.parametrize(
    ("chars", "said"),
    [
        ("版权声明：凡本报记者署名文字，版权均属望江晚报社所有。", True),
        ("声明：本网转载其他媒体的文章，并不代表本网赞同其观点。", True),
        ("遗失声明：望江县东风超市营业执照副本丢失，声明作废。", False),
        ("望江新闻网版权及免责声明：凡本网注明来源的作品，均为本网所有。", True),
        ("特别声明：以上内容为用户上传，本平台仅提供存储服务。", True),
        ("本文为望江号作者上传并发布，仅代表该作者观点。", True),
        ("声明作废", False),
        ("凡本网注明“来源：望江网”的所有作品，未经授权不得转载。", True),
        ("1、凡注明来源：XXX（非望江网）的文章，均转自其他媒体。", True),
        ("凡注明免费的展馆，市民都可以进。", False),
    ],
)
def test_whose_the_text_is_stands_in_no_article(chars: str, said: bool) -> None:
    assert bool(RIGHTS.match(chars)) == said


BODY = "县人大常委会昨天任命了三名局长，并听取了县政府关于造林绿化和防汛备汛工作情况的报告。"


@pytest.mark.parametrize(
    ("rows", "listed"),
    [
        (["县人大常委会任免名单", BODY, "相关新闻", "石桥修缮完工", "校车开通"], [2, 3, 4]),
        (["猜你喜欢", "石桥修缮完工", "评论(2)", "望江人：好！", "首页 > 新闻", "县人大常委会任免名单", BODY], [0, 1, 2, 3]),
        (["热门推荐 >>", "石桥修缮完工", "县人大常委会任免名单", "2024-05-08 09:12 来源：望江晚报", BODY], [0, 1, 3]),
        (["相关链接", BODY, "石桥修缮完工"], []),
        (["相关新闻", "石桥修缮完工", f"{BODY[:-1]}...", BODY, "友情链接："], [0, 1, 2, 3, 4]),
        (["相关新闻", "石桥修缮完工", f"{BODY[:-1]} [详细]", "校车开通", BODY], [0, 1, 2]),
        (["评论", "石桥修缮完工"], []),
        (["县人大常委会任免名单", BODY, "评论一下", "最热评论", "望江人：好！"], [2, 3, 4]),
        (["相关文章", "石桥修缮完工"], [0, 1]),
        (["县人大常委会任免名单", BODY, "本版其他文章", "石桥修缮完工"], [2, 3]),
        (["县人大常委会任免名单", BODY, "编辑推荐", "石桥修缮完工", "用户评论", "校车开通"], [2, 3, 4, 5]),
        (["热点新闻", "· 石桥修缮完工", f"· {BODY}"], [0, 1]),
        (["热点新闻", "简讯", f"· {BODY}", f"· {BODY}"], [0]),
        (["往期回顾", "放大 缩小 默认", "县人大常委会任免名单", "■记者 石小满", BODY], [0]),
        ([BODY, "新闻推荐", f"{BODY[:-1]}...石桥新闻，天天有新事。"], [1, 2]),
        (["热门推荐", "石桥修缮完工", "县人大常委会任免名单", "■记者 石小满", BODY], [0, 1]),
        (["往期回顾", "· 石桥修缮完工", "· 校车开通", "县人大常委会会议召开", "任命三名局长", "2024-05-08", BODY], [0, 1, 2]),
    ],
)
def test_links_to_other_articles_and_comments_stand_below_a_heading(rows: list[str], listed: list[int]) -> None:
    assert sorted(find_lists(rows)) == listed


@pytest.mark.parametrize(
    ("rows", "again"),
    [
        ([BODY, "（卓然）", "关键词：", BODY, "（卓然）"], [0, 1]),
        ([f"{BODY[:-1]}…", "石桥修缮完工", BODY], [0]),
        ([BODY, BODY], [0]),
        ([BODY, "石桥修缮完工", BODY], []),
        (["石桥修缮完工", BODY, "石桥修缮完工"], []),
        ([BODY, f"{BODY[:40]}，并通过了决议。"], []),
    ],
)
def test_what_a_page_says_further_down_stands_there(rows: list[str], again: list[int]) -> None:
    assert list(find_told_again(rows)) == again


@pytest.mark.parametrize(
    ("rows", "headlines"),
    [
        (["首页 > 新闻", "县人大常委会任免名单", "2024-05-08 09:12 来源：望江晚报", "字号 T T", BODY], [1]),
        (["上一篇 下一篇", "县人大常委会会议召开", "任命三名局长", "2024-05-08 09:12", "审议通过了报告。"], [1, 2]),
        (["会议闭幕。", "任命三名局长", "2024-05-08 09:12", BODY], [1]),
        (["县人大常委会任免名单", "【字体：大 中 小】 打印本页", BODY], [0]),
        (["双桥夜话", "石桥该不该修", "字号 T T", "石小满", BODY], [0, 1]),
        (["· 校车开通", "石桥修缮完工", "《 望江晚报 》（ 2024年5月8日 第 02 版）", BODY], [1]),
        (["石桥修缮完工", "2024-05-08 来源:望江晚报 浏览:9", "作者：记者 卓然 通讯员 石小满", BODY], [0]),
        (["石桥修缮完工", "2024-05-08", "校车开通", "2024-05-07"], []),
        (["县人大常委会任免名单", BODY, "2024-05-08"], []),
        (["关闭", "望江公众号", "石桥修缮完工", "编辑：石小满", "2024-05-08 09:12", BODY], [2]),
        (["双桥晚报", "2024-05-08 09:12", BODY], []),
        (["首页 > 新闻", "石桥修缮完工", "石桥修缮完工", "2024-05-08 09:12", BODY], [2]),
        (["双桥晚报", "记者 石小满 通讯员 韦岚", "石桥修缮完工", "2024-05-08 09:12", BODY], [2]),
        (["石桥修缮完工", "望江日报客户端记者 石小满", "2024-05-08 09:12", "来源：望江晚报", BODY], [0]),
        (["石桥修缮完工", "0", "分享至", BODY], [0]),
        (["石桥修缮完工", "• 作者：石小满", "• 日期：2024-05-07", BODY], [0]),
        (["石桥修缮完工", "字数", "《 望江晚报 》（ 2024年5月8日 第 02 版）", BODY], [0]),
    ],
)
def test_a_headline_stands_over_the_day_and_the_body(rows: list[str], headlines: list[int]) -> None:
    assert sorted(find_stamped([name_furniture(row, PAPER) for row in rows], rows)) == headlines


@pytest.mark.parametrize(
    ("rows", "own"),
    [
        (["县城老石桥修缮完工——望江网", "首页 > 新闻", "县城老石桥修缮完工", "2024-05-08 09:12", BODY], [(0, [2])]),
        (["县城老石桥修缮完工 行人车辆今起通行", "县城老石桥修缮完工", "行人车辆今起通行", BODY], [(0, [1, 2])]),
        (["县城老石桥修缮完工", "2024-05-08 09:12", "县城老石桥修缮完工", BODY], [(0, [2])]),
        (["老石桥修缮完工。 卓然 摄", "老石桥修缮完工。 卓然 摄", BODY], []),
        (["县城老石桥修缮完工", BODY, "县城老石桥修缮完工"], []),
        (["石桥完工", "石桥完工", BODY], []),
    ],
)
def test_a_page_of_the_web_says_its_title_before_the_headline_does(rows: list[str], own: list[tuple[int, list[int]]]) -> None:
    named = [name_furniture(row, PAPER) for row in rows]
    assert [(place, list(headline)) for place, headline in find_own_titles(named, rows)] == own


@pytest.mark.parametrize(
    "row",
    [
        "来源：作者：" * 60 + "，",
        "汉字| 汉字 |" * 60 + "，",
        "PDF" * 60 + "汉",
        "登录PDF" * 40 + "汉",
        "大小" * 60 + "汉",
        "编辑王一一一" * 40 + "，",
        "新闻热线:00000" + (" " * 40 + "0") * 40 + "，",
    ],
)
def test_rows_made_to_be_read_in_many_ways_are_read_at_once(row: str) -> None:
    assert name_furniture(row, Publication()) is None


@pytest.mark.parametrize("row", ["." * 100_000 + "石", "…" * 100_000 + "石", "… " * 50_000 + "石", "[详细] " * 20_000 + "石"])
def test_a_row_of_dots_is_read_at_once(row: str) -> None:
    assert list(find_told_again([row, "石桥修缮完工"])) == []


def test_a_long_row_is_no_title_of_a_page() -> None:
    rows = ["石桥修缮完工" + "-望江网" * 40, "石桥修缮完工"]
    assert not list(find_own_titles([None] * 2, rows))


def test_parts_of_a_site_are_those_that_a_page_says_it_stands_in() -> None:
    rows = ["政务公开", "县区快报", "当前位置：首页 > 新闻 > 县区快报", "石桥修缮完工", BODY]
    assert list(find_parts_of_trail(rows)) == [1]


@pytest.mark.parametrize(("end", "found"), [("……", True), ("？", True), ("。", False)])
def test_a_headline_right_above_a_stamp_may_ask_or_break_off(end: str, found: bool) -> None:
    rows = [f"石桥为什么修了三年{end}", "2024-05-08 09:12 来源：望江日报", "昨天，石桥修缮工程完工，两岸的人又能从桥上走过了。"]
    named = [name_furniture(row, Publication()) for row in rows]
    assert (0 in find_stamped(named, rows)) == found


def test_who_put_a_text_there_stands_beside_its_stamp() -> None:
    rows = ["石桥修缮完工", "望江发布", "2024-05-08 09:12", "石桥昨天修缮完工。", "望江发布"]
    assert [*find_accounts([None, None, FurnitureRole.NAVIGATION, None, None], rows)] == [1]


def test_what_was_made_public_is_no_account() -> None:
    assert not [*find_accounts([None, FurnitureRole.NAVIGATION], ["石桥古树名录发布", "2024-05-08 09:12"])]
    assert not [*find_accounts([None, FurnitureRole.NAVIGATION], ["古树名录发布", "2024-05-08 09:12"])]


def test_what_is_told_beside_an_article_is_no_list_of_links() -> None:
    assert find_lists(["石桥昨天修缮完工。", "【相关链接】", "石桥建于1821年，是县里最老的桥。"]) == frozenset()
    assert find_lists(["石桥昨天修缮完工。", "相关链接", "老桥小史", "石桥建于1821年，是县里最老的桥。"]) == frozenset()
    assert find_lists(["石桥昨天修缮完工。", "相关链接", "石桥开工", "石桥合龙"]) == {1, 2, 3}
