"""Rows in which a paper speaks of itself: its name, its day, its staff, its weather, and what its web pages have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaowen.credits import GIVEN
from yaowen.mastheads import (
    CHANNEL,
    DATE,
    DESK,
    LETTER_SPACED,
    LICENCE,
    LICENSED,
    LUNAR,
    MAKES,
    NAME,
    PAGES_TODAY,
    PRICE,
    REACHED,
    SKY,
    WEEKDAY,
    Kind,
    Part,
    read_parts,
)
from yaowen.schema import FurnitureRole, Publication
from yaowen.websites import SIZES, STAMP, TRAILS, is_of_site

MAKERS = r"(?:总策划|出品人?|编导|剪辑|后期|制作|文案|海报|配音|美工)"
"""Who made what a site shows, where their names stand behind a colon."""
STAFF = re.compile(
    rf"[\[【]?(?:{DESK}\s*[:：/丨|｜]?\s*{NAME}[\s,，、|/]*){{1,6}}[\]】]?"
    # 来源：望江融媒, 来源丨望江融媒
    rf"|[\[【（(]?(?:(?:{DESK}|{MAKERS}|(?:图片|信息)?来源|稿源)\s*[:：丨|｜]\s*[^\s:：丨|｜，。（()）]{{2,16}}[\s|/]*){{1,8}}[\]】）)]?"
    # 本版图片均由望江县委宣传部提供
    rf"|[（(]?(?:本[版报刊文][^，。]{{0,6}}(?:图文|图片|照片|文字|稿件)[^，。]{{0,4}}由?|(?:图文|图片|照片|文字|稿件)[均都]?由)"
    rf"[^，。]{{2,30}}{GIVEN}[）)]?"
    # whose name was left out
    rf"|[\[【]?(?:(?:[初复终]审)?{DESK}\s*[:：]\s*){{1,4}}[\]】]?"
)
HOTLINE = re.compile(
    r"(?:(?:电话\s+)?(?:(?:广告|新闻|发行|订阅|投稿|报料|爆料|读者|监督|举报)(?:热线|电话|邮箱|信箱)|(?:报刊|报纸)(?:发行|广告))"
    r"\s*[:：]?\s*[\w@.\-—()（） ]{4,39}?[\w@.\-—()（）](?=[\s|]|$)[\s|]*)"
    r"{1,6}"
)
"""How the paper is reached, colon or none, so not by all that it has: 官方网站今天上线运行 is a headline."""
ISSUE = re.compile(rf"(?:(?:(?<![一-鿿])第|总\s*第)\s*\d+\s*期(?!\s*[:：]|[一-鿿])|{LICENSED}|今日\s*\d+\s*版)")
OFFICE = re.compile(
    r"(?:本报|报社|社|编辑部)(?:地址|社址)\s*[:：].{4,40}(?:邮编|邮政编码|电话|印刷)|(?:本报|报社)?(?:地址|社址)\s*[:：].{4,30}邮政?编码?\s*[:：]"
)
"""Where the paper is made: 本报地址:新建路18号 邮编:033900 印刷:…"""
OWN = r"(?:[一-鿿]{0,6}报社?|新闻|广告|发行|订阅|订报|投稿|来稿|报料|爆料|读者|监督|举报|编辑部|总编室|官方|本报)"
NUMBERED = rf"[一-鿿]{{0,6}}(?:{LICENCE}|社址|出版物号|零售价|印数|广告(?:经营)?许可证号?)"
LABEL = rf"(?:(?:24小时)?{OWN}{{1,3}}{CHANNEL}|{NUMBERED})"
ANY_LABEL = rf"[一-鿿]{{0,6}}(?:{REACHED}|定价|印刷)"
WEATHER = re.compile(
    rf"(?=.*(?:{SKY}(?:转|到|间|有|，|\s|$)|℃))(?:[一-鿿]{{0,6}}天气(?:预报)?\s*[:：]?\s*)?"
    rf"(?>(?:今|明|后|昨)(?:天|日|晚|夜)|白天|夜间|夜里|夜晚|晚上|上午|下午|早晨|到|[全我][省市县区]|城区|市区|平原|山区|{SKY}|转|间|有|局部|部分|时有|地区"
    r"|[东南西北偏]{1,3}风?|微风|阵风|风力?|气温|最[高低]|温度|湿度|\d{1,3}|[一二三四五六]|级|℃|°C|度|[\s，,、；;:：~～\-—–至－%％左右])++"
)
"""今天白天到夜间多云 南风3级 4℃~15℃"""
SHORTEST_WEATHER = 5
LONGEST_DAY = 12
"""Characters of a date: alone it says nothing of where it stands."""
LONGEST = 120
SAYS = (
    (True, re.compile(rf"{LABEL}\s*[:：]\s*\S+|{LABEL}\s*[（(]?\d[\d\-—()（） ]{{4,}}")),
    (False, re.compile(rf"{ANY_LABEL}\s*[:：]\s*\S+|{ANY_LABEL}\s*[（(]?\d[\d\-—()（） ]{{4,}}")),
    (True, re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[A-Za-z][\w-]*)+(?:/\S*)?", re.ASCII)),
    (True, re.compile(rf"{DESK}\s*[:：/]\s*[^\s:：，。]{{2,8}}|{DESK}\s*(?:[一-鿿]{{2,4}}|[一-鿿] [一-鿿])(?![一-鿿])")),
    (True, re.compile(rf"中共[一-鿿]{{1,14}}?委(?:员会)?(?:、?[一-鿿]{{2,14}}?)?{MAKES}(?![一-鿿])")),
    (
        True,
        re.compile(
            rf"(?:总?第\s*\d+\s*期|第\s*\d{{3,}}\s*号|{PAGES_TODAY}|内部资料|(?:免费|内部)(?:交流|赠阅)|{PRICE})(?![一-鿿])"
        ),
    ),
    (False, re.compile(rf"[一-鿿]{{2,20}}?{MAKES}(?![一-鿿])|[一-鿿]{{2,10}}客户端(?![一-鿿])")),
    (
        False,
        re.compile(
            rf"(?:{DATE})|\d{{1,2}}月\d{{1,2}}日|{WEEKDAY}|{LUNAR}|{WEATHER.pattern}|[一-鿿]{{1,8}}报社?(?![一-鿿])|[（(]|[）)]"
        ),
    ),
)
"""What a paper says of itself in one row after another, and whether that alone tells that it does."""
BETWEEN_SAID = re.compile(r"[\s,，、;；|｜/·]*")
PAPER = re.compile(r"[一-鿿]{2,10}(?:报|新闻|周刊|时讯|通讯|视窗)")
ROMANIZED = re.compile(
    r"(?:[A-Z][A-Za-z]*[ \u3000]+){0,5}?[A-Z]*(?:BAO|XINWEN|DAILY|NEWS|TIMES|EVENING|ZHOUKAN)(?:[ \u3000]+NEWS)?"
    r"|(?:[A-Z][ \u3000]+){4,24}[A-Z]"
)
"""The name of a paper in Latin letters."""
ASKS = re.compile(r"(?:征稿|约稿|征订|投稿|来稿)(?:启事|须知|说明|提示)?\s*[:：].*(?:本[报刊版]|来稿|投稿|稿件|邮箱)")
"""For what a paper asks its readers."""
ADVERT = re.compile(r"[■◆●【]?(?:公益|分类)?广告[■◆●】]?")
"""Stands over an advert."""
PART_NUMBER = re.compile(r"(?:PART\W{0,2})?0(?P<number>[1-9])", re.IGNORECASE)
"""The number of a page, or of one of the parts of an article: 01, PART.02."""
BULLETS = "•·▪● "
BESIDE_HEADERS = {Kind.NUMBER, Kind.STAFF, Kind.PAPER, Kind.PRESS, Kind.PUBLISHER, Kind.OTHER}
"""What also stands where there is no header."""
OF_MASTHEAD = {Kind.ISSUE, Kind.FRONT, Kind.PUBLISHER}


def name_furniture(chars: str, publication: Publication) -> FurnitureRole | None:
    """The role of a row that speaks of the paper itself, its name, its date, its page, its staff, or of its web page."""
    plain = "".join(chars.split())
    if publication.name and plain.rstrip(".") in (publication.name, f"{publication.name}数字报", f"{publication.name}电子版"):
        return FurnitureRole.MASTHEAD
    if ADVERT.fullmatch(plain):
        return FurnitureRole.ADVERT
    if plain == publication.page_name:
        return FurnitureRole.PAGE_HEADER
    parts = read_parts(chars)
    if _heads_page(parts, publication) and not is_of_site(chars) and not TRAILS.fullmatch(chars):
        return FurnitureRole.MASTHEAD if OF_MASTHEAD & {part.kind for part in parts} else FurnitureRole.PAGE_HEADER
    if STAMP.fullmatch(chars.lstrip(BULLETS)) or TRAILS.fullmatch(chars) or is_of_site(chars):
        return FurnitureRole.NAVIGATION
    if _tells_issue(chars) or ROMANIZED.fullmatch(chars):
        return FurnitureRole.MASTHEAD
    if (
        STAFF.fullmatch(LETTER_SPACED.sub(lambda word: word[0].replace(" ", ""), chars.lstrip(BULLETS)))
        or HOTLINE.fullmatch(chars)
        or OFFICE.match(chars)
        or (len(chars) > SHORTEST_WEATHER and WEATHER.fullmatch(chars))
    ):
        return FurnitureRole.OTHER
    if len(chars) <= 3 * LONGEST and _speaks_of_itself(chars):
        return FurnitureRole.MASTHEAD if re.search(MAKES, chars) else FurnitureRole.OTHER
    return FurnitureRole.OTHER if ASKS.match(chars) else None


def _tells_issue(chars: str) -> bool:
    """Whether a row says which issue this is; 第340期：6 0 9。 is a sentence."""
    return ISSUE.search(chars) is not None and not chars.endswith("。")


def _heads_page(parts: Sequence[Part], publication: Publication) -> bool:
    """Whether a row has nothing but what the header of this page has."""
    kinds = [part.kind for part in parts]
    return (
        (kinds == [Kind.NUMBER] or not {*kinds} <= BESIDE_HEADERS)
        and kinds.count(Kind.NUMBER) + kinds.count(Kind.PAGE) <= 1
        and all(_is_of_page(part, {*kinds}, publication) for part in parts)
    )


def _is_of_page(part: Part, beside: set[Kind], publication: Publication) -> bool:
    match part.kind:
        case Kind.PAPER | Kind.PRESS:
            return part.value == publication.name or not publication.name
        case Kind.SECTION:
            return part.value == publication.page_name or Kind.PAGE in beside
        case Kind.PART_OF_DAY:
            # 2024年5月, whose day stands in another row.
            month = [int(number) for number in re.findall(r"\d+", part.said)]
            issued = [int(number) for number in (publication.issue_date or "").split("-") if number]
            return "年" in part.said and len(month) > 1 and month == issued[: len(month)]
        case _:
            return part.kind not in (Kind.FOREIGN, Kind.STAMP)


def _speaks_of_itself(chars: str) -> bool:
    """Whether a row says nothing but where, by whom and when the paper is made, and how it is reached."""
    place, surely = 0, False
    while place < len(chars):
        found = next(((sure, said) for sure, kind in SAYS if (said := kind.match(chars, place)) and said[0]), None)
        if not found:
            return False
        surely |= found[0]
        place = found[1].end()
        if gap := BETWEEN_SAID.match(chars, place):
            place = gap.end()
    return surely


def find_apart(rows: Sequence[str], publication: Publication) -> frozenset[int]:
    """The places of rows that are the paper's own whatever stands beside them: none goes on in another, or ends one."""
    headers = {
        place
        for place, chars in enumerate(rows)
        if (parts := read_parts(chars))
        and (len({part.kind for part in parts}) > 1 or parts[0].kind in (Kind.PART_OF_DAY, Kind.WEEKDAY))
        and _heads_page(parts, publication)
    }
    found = {
        place
        for place, chars in enumerate(rows)
        if len(chars) <= LONGEST
        and (
            ROMANIZED.fullmatch(chars)
            or STAFF.fullmatch(chars)
            or (len(chars) > SHORTEST_WEATHER and ("，" not in chars or "天气" in chars[:8]) and WEATHER.fullmatch(chars))
            or _tells_issue(chars)
            or _speaks_of_itself(chars)
            or SIZES.fullmatch(chars)
            or PART_NUMBER.fullmatch(chars)
            or (len(chars) > LONGEST_DAY and STAMP.fullmatch(chars))
        )
    }
    return frozenset(found.union(headers, find_names(rows, publication)))


def find_names(rows: Sequence[str], publication: Publication) -> Iterator[int]:
    """The places of rows that are a paper's name, known as such by its name in Latin letters beside it."""
    for place, chars in enumerate(rows):
        plain = "".join(chars.split())
        if plain == publication.name or (
            PAPER.fullmatch(plain)
            and any(ROMANIZED.fullmatch(rows[near]) for near in (place - 1, place + 1) if 0 <= near < len(rows))
        ):
            yield place
