"""The parts of which a masthead or a page header is made: 云岭日报 | 2024年5月7日 星期二 | 03 要闻 | 责编 王一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto

from yaowen.numerals import COUNT, read_count

HAN = "[一-鿿]"
END = f"(?!{HAN})"
DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
WEEKDAY = r"(?:星期|周)[一二三四五六日天]"
LUNAR = rf"(?:农历)?\s*[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年\s*[闰正冬腊{COUNT}]{{1,3}}月[初廿{COUNT}]{{2,3}}"
SKY = r"(?:晴热|晴好|晴|阴|多云|少雨|(?:小|中|大|暴|阵|雷阵)(?:到[小中大暴])?[雨雪]|雨夹雪|浮尘|扬沙|雾|霾)"
NAME = r"[一-鿿]{1,2}\s?[一-鿿]{1,2}"
DESK = (
    r"(?:本版|值班|执行|本期|首席)?(?:责任编辑|责编|编辑|编校|(?:责任)?校对|校读|排版|图编|图片编辑|主任|主编|总编|副总编|编委|组版|版式设计|版式|版面设计|版面|设计|校检|责校|美术编辑|美编|编审|审读|审签"
    r"|视觉|制图|审核|[初复终一二三]审|监制|值班编委|总监制|统筹|策划|签发)"
)


class Kind(StrEnum):
    """What a part says."""

    PAPER = auto()
    PRESS = auto()  # the house that makes the paper: 云岭日报社
    PUBLISHER = auto()  # 中共云岭市委主管主办
    DAY = auto()
    PART_OF_DAY = auto()  # of a day that is set in several parts: 2024年5月
    STAMP = auto()  # what the articles of a site have below their headlines: 10:20, 来源：云岭发布
    WEEKDAY = auto()
    LUNAR = auto()
    ISSUE = auto()
    FRONT = auto()  # what only a masthead says: 今日8版
    PAGE = auto()  # 第03版
    NUMBER = auto()  # 03, A3: a page where enough stands beside it
    SECTION = auto()
    STAFF = auto()
    OTHER = auto()  # 电话：…, 首页, YUNLING RIBAO: stands in headers and says nothing of the page
    FOREIGN = auto()


SURE = {
    *(Kind.PAPER, Kind.PUBLISHER, Kind.DAY, Kind.WEEKDAY, Kind.LUNAR, Kind.ISSUE, Kind.FRONT, Kind.PAGE, Kind.STAFF),
}
"""What a row of an article hardly says."""


@dataclass(frozen=True)
class Part:
    """A part of a row as it is written (but closed up), what was made of it, and the mark before it (`>`, `:`)."""

    kind: Kind
    said: str
    value: str | int | None = None
    after: str = ""
    """A blank where nothing else parts it, nothing where it stands close to the one before."""


LONGEST_ROW = 100
"""Characters of a row that may belong to a masthead or page header; longer ones are running text."""
RUNNING = re.compile(r"[，。；！？“”]|[（(]?[上下紧][转接]")
"""What has no place in a header: the marks of a sentence, and 下转第3版."""
PARTING_COMMA = re.compile(
    rf"[，,]\s*(?=星期|周[一二三四五六日]|总?第\s*\d|今日|农历|[甲乙丙丁戊己庚辛壬癸]{HAN}年|晴|阴|多云)"
)
LETTER_SPACED = re.compile(rf"(?<!{HAN}){HAN}(?: (?![第总共今]){HAN}(?!{HAN}))+")
WIDTHS = {code + 0xFEE0: code for code in range(ord("0"), ord("z") + 1) if chr(code).isalnum()} | {
    ord("〇"): "○",
    ord("Ｏ"): "O",
}
BETWEEN = re.compile(r"[\s|｜/／、,:：>＞»›·•.~～\-—–_*#()（）\[\]【】《》「」〈〉◎■●◆▲▶►★☆=+]+")

YEAR = r"(?:19|20)\d\d"
IN_WORDS = rf"[一二]{{1}}[○零一二三四五六七八九]{{3}}年[{COUNT}]{{1,2}}月[{COUNT}]{{1,3}}日"
NO_PAPER = "通简公汇海情预捷喜填上申警举回播战财年月季专板本不见"
DAY_OF_YEAR = (
    "立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|[小大]暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|[小大]雪|冬至|[小大]寒"
    "|元旦|除夕|春节|元宵|端午|七夕|中秋|重阳|腊八"
)
"""What a masthead says the day is (今日立冬), which is no name of a paper (今日云漠)."""
NO_NAME = (
    rf"{DAY_OF_YEAR}|多云|电视|节目|影讯|赛[程事]|开奖|[油菜粮金]价|股市|汇率|行情|停[水电气]|限行|尾号|热[点门]|看点|导读|要闻"
    "|头条|推荐|提示|天气|关注|视点|话题|焦点|快讯|新闻|[上下]午|.{0,3}版"
)
PAPERS = rf"{HAN}{{2,10}}?(?<![{NO_PAPER}])报|今日(?!{NO_NAME}){HAN}{{2,4}}|{HAN}{{1,7}}(?:新闻网|在线|晚刊|晨刊|时讯)"
SECTIONS = (
    rf"(?!{HAN}{{2,4}}新闻·){HAN}{{2,5}}(?:·{HAN}{{2,5}}){{1,2}}|(?!相关|手机看|最新|热[点门]|更多|推荐){HAN}{{2,4}}(?:新闻|要闻)|{HAN}{{2}}周刊|(?:民生|社会|经济|财经|文化|体育|教育|健康|法治|乡村|国际|本地)新?闻"
    r"|要闻|头版|综合|时政|国内|国际|本地|县域|县区|基层|民生|社会|经济|财经|产业|文化|文体|体育|教育|健康|卫生|法治|法制|科技|生活|旅游|文旅|文娱|都市|城事"
    r"|乡村|三农|农业|生态|党建|人大|政协|人物|副刊|专版|专刊|专题|专栏|评论|言论|观点|理论|时评|声音|公告|广告|信息|服务|天下|对话|聚焦|关注|视点|深度|调查|特稿"
    r"|读书|阅读|文艺|视界|影像|图片|摄影|校园|特别报道|热线"
)
PAGED = rf"[A-Z]{{0,2}}\s?(?:0{{0,3}}\d{{1,3}}(?:\s?[-—~至、]\s?\d{{1,3}})?|[{COUNT}]{{1,3}})\s?版"
LICENSED = r"国内统一(?:连续出版物号|刊号)|邮发代号|准印证号"
"""Whatever else stands in a row with one of these, it speaks of the paper."""
LICENCE = rf"{LICENSED}|内部资料(?:准印证)?号?|准印证|(?:统一)?刊号|国内代号"
MAKES = r"(?:主管主办|主管|主办|承办|编辑出版|编印|出版|承印|印刷|机关报)"
BUTTONS = (
    r"(?:您?(?:现在|当前|目前)?的?(?:所在)?位置|首页|数字报[刊纸]?|电子报[刊纸]?|电子版|数字版|(?:\d{1,3}\s?)?[上下前后]一[版篇期页条](?:\s?\d{1,3})?|返回\S{0,4}"
    r"|版面(?:导航|目录|概览)|标题导航|往期\S{0,2}|PDF版?|登录|搜索|今天是)"
)
LICENCE_NUMBER = rf"(?:\s?[:：])?\s?(?:[(（]{HAN}[)）]|{HAN})?\s?[\w\-—–/]+(?:\s?[A-Z]{{0,2}}\d[\d\-—–/]*(?!\S))?"
CHANNEL = r"(?:热线|电话|邮箱|信箱|网址|网站|传真|公众号|微信号?|微博|客户端)"
REACHED = rf"(?:{CHANNEL}|QQ群?|邮编|邮政编码|地址|社址|[Ee]-?mail)"
PAGES_TODAY = rf"(?:[今本][日天期]|今日出版)\s?共?\s?(?:出版)?\s?(?:\d{{1,3}}|[{COUNT}]{{1,3}})\s?版"
PRICE = rf"(?:零售|每份|定价)[^\s元]{{0,6}}[\d{COUNT}壹贰伍]\S{{0,4}}元"
IN_ALL = rf"(?:{HAN}{{0,2}}总\s?)?"
KINDS = (
    (Kind.DAY, rf"(?<!\d){YEAR} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?[日号]"),
    (Kind.DAY, rf"(?<!\S){YEAR} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}}$"),
    (Kind.DAY, rf"(?<![\d第]){YEAR} ?[-./] ?\d{{1,2}} ?[-./] ?\d{{1,2}}(?![\d期])|{IN_WORDS}"),
    (Kind.PART_OF_DAY, rf"(?<!\d){YEAR} ?年(?: ?\d{{1,2}} ?月(?!\d))?{END}|(?:\d{{1,2}} ?月 ?)?\d{{1,2}} ?日{END}"),
    (Kind.STAMP, r"(?:发布|发表|更新|发稿|刊发)(?:时间|日期|于)|日期(?=\s?[:：])|时间(?=\s?[:：]\s?\d{4}-)"),
    (Kind.STAMP, r"(?:阅读|浏览|点击|评论|访问)[量数次人]{0,2}\s?[:：]?\s?\d+|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)"),
    (Kind.STAMP, rf"作者\s?[:：]\s?{HAN}{{2,4}}(?:\s{HAN}{{2,4}})+{END}"),
    (Kind.STAMP, rf"{HAN}{{0,2}}(?:来源|稿源|作者|记者)\s?[:：]\s?\S+|{HAN}{{1,6}}融媒体?(?:中心)?{END}"),
    # A script that did not run says no more than 星期.
    (Kind.WEEKDAY, rf"(?:星期|礼拜)(?:[一二三四五六日天]|$)|周[一二三四五六日]{END}"),
    (Kind.LUNAR, rf"{LUNAR}|农历\s?[闰正冬腊{COUNT}]{{1,3}}月[初廿{COUNT}]{{2,3}}"),
    (Kind.FRONT, PAGES_TODAY),
    (Kind.FRONT, rf"(?:{LICENCE}){LICENCE_NUMBER}|CN\s?\d\d-\d{{4}}\S*"),
    (Kind.SECTION, rf"(?:{SECTIONS})(?=总第?\s?\d)"),
    (Kind.ISSUE, rf"{IN_ALL}第\s?\d{{1,6}}\s?期{END}|{IN_ALL}第\s?\d{{3,6}}\s?号{END}"),
    (Kind.ISSUE, rf"总(?:期[号数]?)?\s?[:：]?\s?\d{{2,6}}\s?期?{END}|N[Oo]\.?\s?\d{{3,6}}"),
    (Kind.OTHER, rf"共\s?\d{{1,3}}\s?版{END}"),
    (Kind.PAGE, rf"第\s?{PAGED}|{PAGED}(?:{END}|(?={HAN}{{2,6}}(?:\s|$)))"),
    (Kind.PAGE, r"版[次面]\s?[:：]\s?[A-Z]{0,2}\d{1,3}|第\s?\d{1,3}\s?页|(?:Page|PAGE|P\.?)\s?\d{1,3}(?!\d)"),
    (Kind.OTHER, rf"{HAN}{{0,8}}{REACHED}\s?(?:[:：]\s?\S+|[(（]?\d[\d\-—()（）]{{4,}})"),
    (Kind.OTHER, rf"[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|{BUTTONS}{END}"),
    (Kind.OTHER, rf"{PRICE}|{SKY}(?:[转到间]{SKY})?{END}|-?\d{{1,2}} ?(?:℃|°C)"),
    (Kind.PAGE, rf"[A-Z]{{1,2}}\d{{1,3}}(?=\s?[:：]\s?(?:{SECTIONS})(?:{END}|总))"),
    (Kind.OTHER, rf"(?:编印|印发){END}"),
    (Kind.STAFF, rf"{DESK}(?:\s?[:：/／]\s?[^\s:：/／，。\d]{{2,8}}|\s?(?:{HAN}{{2,4}}|{HAN} {HAN}){END}|{END})"),
    (Kind.PUBLISHER, rf"{HAN}{{2,24}}?{MAKES}{END}"),
    (Kind.PAPER, rf"(?:{PAPERS})(?:{BUTTONS})?(?:{END}|(?=(?:{SECTIONS}){END}))"),
    (Kind.STAMP, rf"{HAN}{{2,6}}(?<![电联路官上])网{END}"),  # behind the day: 2024-05-07 望江网
    (Kind.PRESS, rf"(?:版权(?:所有|归)?|Copyright|©)?\s?{HAN}{{2,9}}报社{END}"),
    (Kind.NUMBER, rf"(?<![\d.%])(?<![A-Za-z][-—])(?:[A-Z]{{1,2}}\s?)?\d{{1,3}}(?![\d.%％:：℃]|{HAN})"),
    (Kind.NUMBER, rf"(?<![\d.])[A-Z]?\d{{1,3}}(?=(?:{SECTIONS}){END})"),
    (Kind.SECTION, rf"(?:{SECTIONS})(?:{END}|(?=第?\s?{PAGED}))(?!\s?[:：])"),
    (Kind.OTHER, r"[A-Za-z][A-Za-z.&' ]*"),
    (Kind.FOREIGN, rf"(?:(?!第\s?\d|星期|今日\d|{YEAR}[年.\-/])[^\s|｜/／:：>＞»›()（）\[\]【】\-—])+|."),
)
"""In the order in which they are tried."""
PART = re.compile("|".join(f"(?P<{kind}_{place}>{pattern})" for place, (kind, pattern) in enumerate(KINDS)))
NAMES_SECTION = re.compile(rf"{HAN}{{2,6}}|{HAN}{{2,5}}(?:·{HAN}{{2,5}}){{1,2}}")
IS_SECTION = re.compile(SECTIONS)
LABELS = (":", "：")
"""After what says what follows: 会议时间：2024年5月7日."""
PRINTED_NUMBER = re.compile(r"[A-Z]{1,2}\s?\d|0\d")
"""03, A3: set as pages are."""
DIGITS = str.maketrans("○零一二三四五六七八九", "00123456789")


def read_parts(chars: str) -> tuple[Part, ...]:
    """The parts of a row; none where it surely is no masthead or page header."""
    if len(chars) > LONGEST_ROW and "。" in chars:
        return ()
    row = PARTING_COMMA.sub(" ", _close_up(chars))
    if len(row) > LONGEST_ROW or RUNNING.search(row):
        return ()
    return _name_section(list(_split(row)))


def _close_up(chars: str) -> str:
    """A row with its letter-spaced words closed: 副 刊 · 都 市 is 副刊·都市."""
    row = LETTER_SPACED.sub(_without_blanks, chars.translate(WIDTHS))
    row = LETTER_SPACED.sub(_without_blanks, " ".join(row.split()))
    return re.sub(rf"(?<={HAN}) ?([·•]) ?(?={HAN})", "·", row)


def _without_blanks(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def _split(row: str) -> Iterator[Part]:
    place, after = 0, ""
    while place < len(row):
        if gap := BETWEEN.match(row, place):
            place, after = gap.end(), gap[0].strip() or gap[0]
        elif found := PART.match(row, place):
            kind = Kind(str(found.lastgroup).rpartition("_")[0])
            said = found[0].strip()
            yield Part(kind, said, _value(kind, said), after)
            place, after = found.end(), ""


def _value(kind: Kind, said: str) -> str | int | None:
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    match kind:
        case Kind.DAY:
            if not numbers:
                year, month, day = (part for part in re.split("[年月日]", said) if part)
                return iso(int(year.translate(DIGITS)), read_count(month) or 0, read_count(day) or 0)
            return iso(*numbers)
        case Kind.ISSUE | Kind.NUMBER:
            return numbers[0]
        case Kind.PAGE:
            return numbers[0] if numbers else read_count(re.sub(f"[^{COUNT}]", "", said))
        case Kind.PAPER:
            return re.sub(rf"(?<=.{{3}}){BUTTONS}$", "", said)
        case Kind.PRESS | Kind.PUBLISHER:
            house = re.search(rf"({HAN}{{2,9}}报)社", said.removeprefix("版权所有").removeprefix("版权归").removeprefix("版权"))
            return house[1] if house else None
        case Kind.SECTION:
            return said
    return None


def iso(*numbers: int) -> str | None:
    """Year, month and day as ISO 8601 writes them; none where there is no such day."""
    try:
        year, month, day = numbers
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _name_section(parts: list[Part]) -> tuple[Part, ...]:
    """With the one word that is nothing else taken for the section, where a page stands in the row: A3 | 山海."""
    foreign = [place for place, part in enumerate(parts) if part.kind == Kind.FOREIGN]
    for place in foreign:
        # 责任编辑：王一 李二
        if place and parts[place - 1].kind == Kind.STAFF and re.fullmatch(f"{HAN}{{2,3}}", parts[place].said):
            parts[place] = replace(parts[place], kind=Kind.STAFF)
    foreign = [place for place in foreign if parts[place].kind == Kind.FOREIGN]
    kinds = {part.kind for part in parts}
    pages = [place for place, part in enumerate(parts) if part.kind in (Kind.PAGE, Kind.NUMBER)]
    if len(foreign) == 1 and len(pages) == 1 and Kind.SECTION not in kinds:
        place, page = foreign[0], parts[pages[0]]
        is_page = {Kind.DAY, Kind.PAPER} & kinds or (
            # 植树 2版 is a line of contents.
            page.said.startswith("第") or place > pages[0] if page.kind == Kind.PAGE else PRINTED_NUMBER.match(page.said)
        )
        if is_page and page.after[:1] not in LABELS and NAMES_SECTION.fullmatch(parts[place].said):
            parts[place] = replace(parts[place], kind=Kind.SECTION, value=parts[place].said)
    return tuple(parts)
