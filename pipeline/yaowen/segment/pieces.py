"""Paragraphs are cut where a byline or a jump line shares their row, and sorted into what they do on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from yaowen.markup import cells_of
from yaowen.page import SOFT_HYPHEN, Paragraph
from yaowen.schema import BlockRole, Furniture, FurnitureRole, Publication
from yaowen.text import NOWHERE, Text

Role = BlockRole | FurnitureRole

HEADLINE = (BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE)
NUMBER = r"[\s\d０-９A-Za-z一二三四五六七八九十]{1,6}"
JUMP_ON = re.compile(rf"[（(]\s*(?:下\s*转|紧\s*转|转)\s*第?(?P<page>{NUMBER})\s*版?[^（）()，。]{{0,8}}[）)]\s*$")
JUMP_FROM = re.compile(rf"^\s*[（(]\s*(?:上\s*接|紧\s*接|接)\s*第?(?P<page>{NUMBER})\s*版?[^（）()，。]{{0,8}}[）)]")
AUTHORS = r"(?:[一-鿿]{0,6}(?:记\s*者|通\s*讯\s*员|评\s*论\s*员|实习生|作者)|文|图|摄影)"
NAMES = r"[一-鿿·]{2,4}"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆"
    "郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐梅莫庄辛管祝左"
    "涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解柴车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧"
    "畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠"
    "僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
DATELINE = r"[一-鿿]{1,8}?\s*(?:[一-鿿]{1,8}?\s*\d{1,2}月\d{1,2}日)?\s*(?:讯|电|消\s*息)"
SENT = (
    r"(?:[一-鿿]{0,6}?(?:本[报网台刊站]|[报网台社])\s*讯"
    r"|[一-鿿]{1,8}?\s*[一-鿿]{0,8}?\s*\d{1,2}月\d{1,2}日\s*(?:讯|电|消\s*息))"
)
"""What says, with no more than names in brackets behind it, who sent a report: an outlet's 讯, or a day."""
LEAD = re.compile(
    # 本报讯（记者韦岚）, 本报岚州3月2日电 （记者韦岚）, （通讯员韦岚）
    r"^\s*(?:[□■◎●]\s*)?"
    rf"(?:(?:{DATELINE}\s*)?[（(]\s*{AUTHORS}[^（）()。]{{1,60}}[）)]"
    # 本报讯（韦岚 涂小青）, 本报岚州3月2日电（韦岚涂小青）
    rf"|{SENT}\s*[（(]\s*(?=[{SURNAMES}])[一-鿿·]{{2,12}}(?:[ 、，\u3000]+(?=[{SURNAMES}]){NAMES}){{0,8}}\s*[）)](?!有限|公司))"
    # 本报讯 记者韦岚报道
    rf"|^\s*[一-鿿]{{2,6}}?\s*(?:讯|消\s*息)\s+[一-鿿]{{0,4}}(?:记者|通讯员)\s*{NAMES}(?:[ 、]{NAMES}){{0,4}}(?:\s*报道)?(?=\s)"
)
# A row of its own that names the authors: 本报记者 卓然 通讯员 石小满, （记者卓然）, （卓然）
BYLINE = re.compile(
    rf"[（(]?\s*(?:[□■◎●]\s*)?[一-鿿]{{0,4}}?(?:记\s*者|通\s*讯\s*员|评\s*论\s*员|实习生)\s*[:：]?\s*{NAMES}"
    rf"(?:[ 、\u3000]+(?:[一-鿿]{{0,4}}?(?:记者|通讯员|实习生)\s*)?{NAMES}){{0,8}}\s*(?:文/图|摄影报道|报道|整理)?\s*[）)]?"
    rf"|[（(]\s*{NAMES}(?:[ 、\u3000]+{NAMES}){{0,5}}\s*[）)]"
)
SIGNED = re.compile(
    rf"(?<=[。！？”…])\s*(?P<names>[（(]\s*(?:{AUTHORS}\s*)?{NAMES}(?:[ 、\u3000]+(?:{AUTHORS}\s*)?{NAMES}){{0,8}}\s*[）)])\s*$"
)
# 各位代表！ is a paragraph of a speech, however short.
# What the printed page says of itself, whatever stands beside it: 2023年07月21日 星期五 / 06 / 编辑 山岚 组版 阿文 / 广告热线 …
DATE = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
DAY = re.compile(rf"(?:{DATE})[\s,，]*(?:(?:星期|周)[一二三四五六日天])?\s*(?:农历\S{{4,10}})?|(?:星期|周)[一二三四五六日天]")
FOLIO = re.compile(r"[A-Z]?\d{1,3}|第?\s*[A-Z]?\d{1,3}\s*版\s*[:：]?\s*[一-鿿]{0,6}")
STAFF = re.compile(
    r"(?:(?:本版|值班)?(?:责任编辑|责编|编辑|主任|总编|编委|组版|版式|校对|美编|编审|审读|视觉|检校|制图|审核)"
    r"\s*[:：/]?\s*[一-鿿]{1,2}\s?[一-鿿]{1,2}[\s,，、]*){1,6}"
)
HOTLINE = re.compile(r"(?:广告|新闻|发行|订阅|投稿|报料|读者)(?:热线|电话|邮箱|信箱)\s*[:：]?\s*[\w@.\-—()（） ]{5,40}")
ISSUE = re.compile(r"(?:总?\s*第\s*\d+\s*期|国内统一(?:连续出版物号|刊号)|邮发代号|准印证号|今日\s*\d+\s*版)")
ADDRESS = re.compile(r"(?:各位|同志们|尊敬的|女士们|朋友们)[^。；]{0,24}[！：!:]\s*$")
POINTER = r"[（(]?[▲△▼▽◀▶←→↑↓]?\s*"
CAPTION = re.compile(
    rf"{POINTER}(?:图\s*(?:[①-⑳](?=\s*[：:为是]|\s)|[一二三四五六1-9](?=\s*[：:]))|[上下左右]图(?=\s*[：:为是]))\s*[：:为是]?"
)
"""What opens the caption of one of several pictures (图①：…) or of the picture beside it (上图：…)."""
SHORT = 60
FAINT = 0.1
"""A row over a body that has no other headline needs to look no more like one than this."""
BARE_NAMES = re.compile(rf"^[{SURNAMES}][一-鿿]{{1,2}}(?:\s+[{SURNAMES}][一-鿿]{{1,2}})*$")


@dataclass(frozen=True)
class Piece:
    """A paragraph, or a part of one, that does one thing. `roles` says how likely it is to be what."""

    role: BlockRole
    text: Text
    gap: bool = False
    begins: float = 0.5
    roles: Mapping[Role, float] | None = None
    marks: int = 0
    page: int | None = None
    width: float = 0.0
    joins: float = 0.0
    """How likely the row looks to go on in the next."""
    rows: tuple[Piece, ...] = ()
    """Of a headline line of several rows, each for itself."""

    def likelihood(self, *roles: Role) -> float:
        """The logarithm of how likely it is to be one of the roles."""
        return log(max(sum(self.roles.get(role, 0.0) for role in roles), 1e-4)) if self.roles else log(0.5)


def sort_paragraphs(paragraphs: Sequence[Paragraph], publication: Publication) -> tuple[list[Piece], list[Furniture]]:
    """The pieces of articles in the order of the page, and the furniture."""
    pieces: list[Piece] = []
    furniture: list[Furniture] = []
    navigation: list[Text] = []
    weighed = [weigh(paragraph) for paragraph in paragraphs]
    chosen = [_choose(paragraph, roles, publication) for paragraph, roles in zip(paragraphs, weighed, strict=True)]
    for number, (paragraph, roles, role) in enumerate(zip(paragraphs, weighed, chosen, strict=True)):
        if role == FurnitureRole.NAVIGATION and _heads_body(number, weighed, chosen):
            role = BlockRole.TITLE
        if navigation and role != FurnitureRole.NAVIGATION:
            furniture.append(_merge(navigation))
            navigation = []
        if paragraph.marks:
            furniture.append(Furniture(FurnitureRole.OTHER, paragraph.marks.source()))
        if role == FurnitureRole.NAVIGATION:
            # The buttons and lists of a web page stand together and count as one item.
            navigation.append(paragraph.text)
        elif isinstance(role, FurnitureRole):
            furniture.append(Furniture(role, paragraph.text.source()))
        else:
            pieces.extend(_cut(paragraph, role, roles))
    if navigation:
        furniture.append(_merge(navigation))
    return pieces, furniture


def _heads_body(number: int, weighed: Sequence[Mapping[Role, float]], chosen: Sequence[Role]) -> bool:
    """Whether what looks like a link stands alone over a body, and may be its headline."""
    above = chosen[number - 1] if number else None
    below = chosen[number + 1] if number + 1 < len(chosen) else None
    alone = above not in HEADLINE and above != FurnitureRole.NAVIGATION
    return alone and below in (BlockRole.PARAGRAPH, BlockRole.BYLINE) and weighed[number].get(BlockRole.TITLE, 0.0) > FAINT


def _merge(texts: Sequence[Text]) -> Furniture:
    return Furniture(FurnitureRole.NAVIGATION, tuple(pair for text in texts for pair in text.source()))


def weigh(paragraph: Paragraph) -> Mapping[Role, float]:
    """How likely a paragraph is to be what, from the looks of its rows, each counted by its length."""
    if not paragraph.looks:
        return {}
    if len(paragraph.looks) == 1:
        return paragraph.looks[0].roles
    sums: dict[Role, float] = {}
    total = 0
    for line, look in zip(paragraph.lines, paragraph.looks, strict=True):
        total += len(line)
        for role, chance in look.roles.items():
            sums[role] = sums.get(role, 0.0) + chance * len(line)
    return {role: chance / max(total, 1) for role, chance in sums.items()}


def _choose(paragraph: Paragraph, roles: Mapping[Role, float], publication: Publication) -> Role:
    chars = paragraph.text.chars
    if not roles:
        return BlockRole.PARAGRAPH if len(chars) > 30 or chars.endswith(("。", "！", "？", "”")) else BlockRole.TITLE
    if JUMP_ON.fullmatch(chars.strip()) or JUMP_FROM.fullmatch(chars.strip()):
        return BlockRole.JUMP
    if len(chars) <= SHORT and (role := name_furniture(chars, publication)):
        # A notice, too, closes with its date: a bare one is the paper's where the rows around it are.
        bare = re.fullmatch(DATE, chars) and sum(roles.get(role, 0.0) for role in FurnitureRole) < 0.1
        if not bare or _iso(chars) == publication.issue_date:
            return role
    if len(paragraph.looks) == 1 and len(cells_of(paragraph.text)) > 1:
        return BlockRole.PARAGRAPH  # a row of a table
    if len(chars) <= 2 * SHORT and not paragraph.marks and CAPTION.match(chars):
        return BlockRole.CAPTION
    if len(chars) <= SHORT and BYLINE.fullmatch(chars):
        return BlockRole.BYLINE
    if ADDRESS.match(chars):
        return BlockRole.PARAGRAPH
    likely = max(roles, key=roles.__getitem__)
    if likely in HEADLINE and " " in chars.strip() and BARE_NAMES.fullmatch(chars.strip()):
        return BlockRole.BYLINE
    if len(chars) > SHORT and likely not in (BlockRole.PARAGRAPH, BlockRole.CAPTION) and not _is_list_of_names(chars):
        return max((BlockRole.PARAGRAPH, BlockRole.CAPTION), key=lambda role: roles.get(role, 0.0))
    return likely


def _iso(chars: str) -> str:
    year, month, day = re.findall(r"\d+", chars)[:3]
    return f"{year}-{int(month):02d}-{int(day):02d}"


def name_furniture(chars: str, publication: Publication) -> FurnitureRole | None:
    """The role of a row that speaks of the paper itself: its name, its date, its page, its staff."""
    plain = "".join(chars.split())
    if publication.name and plain in (publication.name, f"{publication.name}数字报"):
        return FurnitureRole.MASTHEAD
    if DAY.fullmatch(chars) or FOLIO.fullmatch(chars) or (publication.page_name and plain == publication.page_name):
        return FurnitureRole.PAGE_HEADER
    if STAFF.fullmatch(chars) or HOTLINE.fullmatch(chars):
        return FurnitureRole.OTHER
    return FurnitureRole.MASTHEAD if ISSUE.search(chars) else None


def _is_list_of_names(chars: str) -> bool:
    words = chars.split()
    return len(words) > 5 and sum(len(word) <= 4 for word in words) > 0.9 * len(words)


def _cut(paragraph: Paragraph, role: BlockRole, roles: Mapping[Role, float]) -> Iterator[Piece]:
    text = paragraph.text
    gap = paragraph.gap
    begins = paragraph.looks[0].begins if paragraph.looks else 0.9 if gap else 0.1
    marks = paragraph.marks.chars.count("#") if paragraph.marks else 0
    tail: list[Piece] = []
    if jump := JUMP_FROM.match(text.chars):
        yield Piece(BlockRole.JUMP, text[: jump.end()].strip(), gap, begins, page=read_number(jump["page"]))
        text, gap, begins = text[jump.end() :].strip(), False, 0.0
    if on := JUMP_ON.search(text.chars[-40:]):
        start = max(0, len(text) - 40) + on.start()
        alone = start == 0
        tail = [
            Piece(BlockRole.JUMP, text[start:].strip(), gap and alone, begins if alone else 0.0, page=read_number(on["page"]))
        ]
        text = text[:start].strip()
    if text.chars and role in (BlockRole.PARAGRAPH, BlockRole.BYLINE, BlockRole.JUMP):
        if (lead := LEAD.match(text.chars[:120])) and len(text) > lead.end():
            yield Piece(BlockRole.BYLINE, text[: lead.end()].strip(), gap, begins, {BlockRole.PARAGRAPH: 1.0}, page=LEADS)
            text, gap, begins = text[lead.end() :].strip(), False, 0.0
            role = BlockRole.PARAGRAPH
        if signed := SIGNED.search(text.chars[-80:]):
            start = max(0, len(text) - 80) + signed.start("names")
            tail = [Piece(BlockRole.BYLINE, text[start:].strip(), False, 0.0, {BlockRole.PARAGRAPH: 1.0}, page=SIGNS), *tail]
            text = text[:start].strip()
            role = BlockRole.PARAGRAPH
    if text.chars:
        if role == BlockRole.JUMP or LEAD.fullmatch(text.chars[:120]):
            role = BlockRole.BYLINE if role != BlockRole.JUMP else BlockRole.PARAGRAPH
        rows = tuple(_part_rows(paragraph, marks)) if role in HEADLINE and len(text) == len(paragraph.text) else ()
        joins = paragraph.looks[-1].joins if paragraph.looks else 0.0
        yield Piece(role, text, gap, begins, roles or None, marks, width=_width(paragraph), joins=joins, rows=rows)
    yield from tail


def _part_rows(paragraph: Paragraph, marks: int) -> Iterator[Piece]:
    """The rows of a headline line; a space that was put between two of them stays with the upper one.

    Two rows that part a Latin word stay one.
    """
    if len(paragraph.looks) < 2:
        return
    start = end = 0
    for number, (line, look) in enumerate(zip(paragraph.lines, paragraph.looks, strict=True)):
        end += len(line)
        end += end < len(paragraph.text) and paragraph.text.offsets[end] == NOWHERE
        last = number + 1 == len(paragraph.looks)
        if not last and paragraph.text.chars[end - 1] == SOFT_HYPHEN:
            continue
        gap = paragraph.gap and start == 0
        role = max(HEADLINE, key=lambda role: look.roles.get(role, 0.0))
        yield Piece(role, paragraph.text[start:end], gap, look.begins, look.roles, marks, joins=look.joins)
        start = end


LEADS, SIGNS = -1, -2
"""Set as `page` of a byline that shares a paragraph's row: it opens the body, or it ends it."""


def _width(paragraph: Paragraph) -> float:
    full = sorted(len(line) for line in paragraph.lines[:-1])
    return float(full[len(full) // 2]) if full else 0.0


def read_number(chars: str) -> int | None:
    """A page number in digits of either width or in Chinese numerals."""
    digits = re.sub(r"\D", "", chars)
    if digits:
        return int(digits) or None
    numerals = re.sub(r"[^一二三四五六七八九十]", "", chars)
    if not numerals:
        return None
    tens, ten, ones = numerals.rpartition("十")
    count = "零一二三四五六七八九"
    if not ten:
        return count.index(numerals[0])
    return (count.find(tens[-1]) if tens else 1) * 10 + (count.find(ones[0]) if ones else 0)
