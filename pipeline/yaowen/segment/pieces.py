"""Paragraphs are cut where a byline or a jump line shares their row, and sorted into what they do on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import log

from yaowen.datelines import LIKELY, OUTLET, SURE, WORD
from yaowen.imprints import DATE, RIGHTS, find_names, name_furniture
from yaowen.markup import cells_of
from yaowen.page import SOFT_HYPHEN, Paragraph, Printed
from yaowen.schema import BlockRole, Furniture, FurnitureRole, Publication
from yaowen.segment.furniture import find_lists, find_stamped
from yaowen.text import NOWHERE, Text

Role = BlockRole | FurnitureRole

HEADLINE = (BlockRole.SERIES, BlockRole.KICKER, BlockRole.TITLE, BlockRole.SUBTITLE)
NUMBER = r"[\s\d０-９A-Za-z一二三四五六七八九十]{1,6}"
JUMP_ON = re.compile(rf"[（(]\s*(?:下\s*转|紧\s*转|转)\s*第?(?P<page>{NUMBER})\s*版?[^（）()，。]{{0,8}}[）)]\s*$")
JUMP_FROM = re.compile(rf"^\s*[（(]\s*(?:上\s*接|紧\s*接|接)\s*第?(?P<page>{NUMBER})\s*版?[^（）()，。]{{0,8}}[）)]")
AUTHORS = r"(?:[一-鿿]{0,6}(?:记\s*者|通\s*讯\s*员|评\s*论\s*员|实习生|作者)|文|图|摄影)"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆"
    "郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢骆岳齐梅莫庄辛管祝左"
    "涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解柴车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧"
    "畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠"
    "僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
NAMES = rf"(?:[一-鿿·]{{2,4}}|[{SURNAMES}][ \u3000][一-鿿](?![一-鿿]))"
REPORTERS = (
    rf"[一-鿿]{{0,6}}?(?:记者|通讯员)\s*{NAMES}"
    rf"(?:[ 、]+(?:[一-鿿]{{0,4}}?(?:记者|通讯员|实习生)\s*)?(?!报道){NAMES}){{0,5}}"
)
LEAD = re.compile(
    # 本报讯（记者韦岚）, 本报岚州3月2日电 （记者韦岚）, （通讯员韦岚）
    r"^\s*(?:[□■◎●]\s*)?"
    rf"(?:(?:{LIKELY}\s*)?[（(]\s*{AUTHORS}[^（）()。]{{1,60}}[）)]"
    # 本报讯（韦岚 涂小青）, 本报岚州3月2日电（韦岚涂小青）
    rf"|{SURE}\s*[（(]\s*(?=[{SURNAMES}])[一-鿿·]{{2,12}}(?:[ 、，\u3000]+(?=[{SURNAMES}]){NAMES}){{0,8}}\s*[）)](?!有限|公司))"
    # 本报讯 记者韦岚报道
    rf"|^\s*[一-鿿]{{2,6}}?\s*(?:讯|消\s*息)\s+{REPORTERS}(?:\s*报道)?(?=\s)"
    # □记者 韦岚, 本报记者 韦岚 通讯员 涂小青 报道：
    rf"|^\s*(?:[□■◎●]\s*{REPORTERS}(?=\s+(?![文图摄])\S.{{12}})|{REPORTERS}\s*报道(?=[：:\s])[：:]?)"
)
# A row of its own that names the authors: 本报记者 卓然 通讯员 石小满, （记者卓然）, （卓然）
BYLINE = re.compile(
    rf"[（(]?\s*(?:[□■◎●]\s*)?[一-鿿]{{0,4}}?(?:记\s*者|通\s*讯\s*员|评\s*论\s*员|实习生)\s*[:：]?\s*{NAMES}"
    rf"(?:[ 、\u3000]+(?:[一-鿿]{{0,4}}?(?:记者|通讯员|实习生)\s*)?{NAMES}){{0,8}}\s*"
    r"(?:文[/／]?图|文[/／]?摄|图[/／]?文|摄影报道|报道|整理|采写)?\s*[）)]?"
    rf"|[（(]\s*{NAMES}(?:[ 、\u3000]+{NAMES}){{0,5}}\s*[）)]"
    # 文/卓然 图/石小满
    rf"|(?:(?:图|文|文[/／]?图|撰文|摄影|图文)\s*[/／:：|]\s*(?:{AUTHORS}\s*)?{NAMES}[ \u3000]*){{1,3}}"
)
SIGNED = re.compile(
    rf"(?<=[。！？”…])\s*(?P<names>[（(]\s*(?:{AUTHORS}\s*)?{NAMES}(?:[ 、\u3000]+(?:{AUTHORS}\s*)?{NAMES}){{0,8}}\s*[）)])\s*$"
)
DATED = re.compile(SURE)
SIGNER = re.compile(
    r"[一-鿿]{2,24}(?:局|委|委员会|办公室|办|公司|政府|法院|检察院|中心|医院|大学|学校|协会|部|厅|处|站|所|队|指挥部|银行|报社|集团)"
)
"""A body that signs a notice: 望江县水务局, and below that the day."""
LETTER = re.compile(r"(?:尊敬的|亲爱的)?(?:编辑部?|主编|记者|报社|贵报)(?:同志|先生|老师|朋友)?(?:们|部)?\s*[：:！!]\s*$")
"""编辑同志： opens a reader's letter."""
TITLED_ROW = re.compile(
    r"(?P<title>[^，。；！？\s][^。；]{5,44}?[^，、：:；。\s（(])[ \u3000]+"
    rf"(?={OUTLET}[^，。；]{{0,14}}?{WORD}\s*[（(]\s*{AUTHORS})"
)
"""A headline that was read as one with the report below it: 把小事当大事 本报讯（记者卓然）昨日…"""
# 各位代表！ is a paragraph of a speech, however short.
ADDRESS = re.compile(r"(?:各位|同志们|尊敬的|女士们|朋友们)[^。；]{0,24}[！：!:]\s*$")
POINTER = r"[（(]?[▲△▼▽◀▶←→↑↓]?\s*"
CAPTION = re.compile(
    rf"{POINTER}(?:图\s*(?:[①-⑳](?=\s*[：:为是]|\s)|[一二三四五六1-9](?=\s*[：:]))|[上下左右]图(?=\s*[：:为是]))\s*[：:为是]?"
)
"""What opens the caption of one of several pictures (图①：…) or of the picture beside it (上图：…)."""
TAKEN_BY = re.compile(r"[（(]?[^，。！？（(]{1,30}(?:摄|摄影|摄影报道|供图|提供)\s*[）)]?")
SHORT = 60
FAINT = 0.1
"""A row over a body that has no other headline needs to look no more like one than this."""
RUBRIC = re.compile(r"(?:本报)?记者\s*(?:手记|观察|调查|札记|述评|见闻|来信|追踪|体验|走访|日记|视线|连线|探访)")
WORDS = ("简讯", "简介", "时讯", "时评", "时事", "关注", "文摘", "文苑", "花絮", "艺苑", "艺术", "常识", "方案", "广告", "景观")
"""Names of sections that begin like the name of a person."""
LAW = re.compile(r"第[一二三四五六七八九十百]{1,4}[章条](?:[ \u3000]|$)|[（(][一二三四五六七八九十]{1,3}[）)].{2,}[；。]$")
"""An item of a law or of rules."""
LISTED_NAMES = re.compile(r"[一-鿿·]{1,5}(?:[ \u3000]+[一-鿿·]{1,5}){2,}")
ROLL = 30
"""Names of so many characters that follow each other are no byline."""
NUMBERED = re.compile(r"\s*[①-⑳]")
TITLE_BY = re.compile(
    rf"(?P<title>.*[一-鿿！？”].*?)[ \u3000]+(?P<names>[□■◎●○◆][ \u3000]*(?:文[/／])?(?:{AUTHORS}[ \u3000]*)?{NAMES}"
    rf"(?:[ 、\u3000]+{NAMES})?)\s*"
)
"""A headline and who wrote the essay below it, on one row: 读书的“慢” ●卓然."""
FINISHED = re.compile(r"[。！？…；：!?;:，,][”’）)』」\"]*$")
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
    printed: tuple[Printed, ...] = ()
    """How its rows are printed, where that is known."""

    def likelihood(self, *roles: Role) -> float:
        """The logarithm of how likely it is to be one of the roles."""
        return log(max(sum(self.roles.get(role, 0.0) for role in roles), 1e-4)) if self.roles else log(0.5)


def sort_paragraphs(
    paragraphs: Sequence[Paragraph], publication: Publication, *, web: bool = False
) -> tuple[list[Piece], list[Furniture]]:
    """The pieces of articles in the order of the page, and the furniture. A `web` page has lists of links between articles."""
    pieces: list[Piece] = []
    furniture: list[Furniture] = []
    navigation: list[Text] = []
    weighed = [weigh(paragraph) for paragraph in paragraphs]
    named = [_name(paragraph, roles, publication) for paragraph, roles in zip(paragraphs, weighed, strict=True)]
    rows = [paragraph.text.chars for paragraph in paragraphs] if web else []
    for number in find_lists(rows):
        named[number] = named[number] or FurnitureRole.NAVIGATION
    for number in range(1, len(paragraphs)):
        chars, above = paragraphs[number].text.chars, weighed[number - 1]
        if re.fullmatch(DATE, chars):
            author = above and max(above, key=above.__getitem__) == BlockRole.BYLINE and _iso(chars) != publication.issue_date
            if author or SIGNER.fullmatch(paragraphs[number - 1].text.chars):
                named[number] = None
    for number in find_names([paragraph.text.chars for paragraph in paragraphs], publication):
        named[number] = named[number] or FurnitureRole.MASTHEAD
    stamped = find_stamped(named, rows)
    chosen = [name or _choose(paragraph, roles) for name, paragraph, roles in zip(named, paragraphs, weighed, strict=True)]
    _find_rolls(chosen, paragraphs)
    after_furniture = False
    for number, (paragraph, roles, role) in enumerate(zip(paragraphs, weighed, chosen, strict=True)):
        if (
            (number in stamped and role not in HEADLINE)
            or (role == FurnitureRole.NAVIGATION and not named[number] and _heads_body(number, weighed, chosen))
            or (web and after_furniture and role in (BlockRole.SUBHEAD, BlockRole.PARAGRAPH) and _opens(paragraph, role, roles))
        ):
            role = BlockRole.TITLE
        after_furniture = isinstance(role, FurnitureRole)
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
            for piece in _cut(paragraph, role, roles):
                leads = number in stamped and piece.role in HEADLINE
                pieces.append(_add_printed(replace(piece, page=LEADS) if leads else piece, paragraph))
    if navigation:
        furniture.append(_merge(navigation))
    _sign_dated(pieces)
    _part_signed(pieces)
    return pieces, furniture


def _part_signed(pieces: list[Piece]) -> None:
    """What follows a signature and has one of its own is another article; a first paragraph, too, may end with who sent it."""
    signed = False
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.page == SIGNS:
            signed = True
        elif piece.role not in (BlockRole.PARAGRAPH, BlockRole.SUBHEAD) or piece.page is not None:
            signed = False
        elif place > 1 and piece.role == BlockRole.PARAGRAPH and pieces[place - 1].page == SIGNS:
            sent = DATED.match(pieces[place - 2].text.chars) and not DATED.match(piece.text.chars)
            pieces[place] = replace(piece, begins=1.0 if signed else 0.0 if sent else piece.begins)


def _sign_dated(pieces: list[Piece]) -> None:
    """A letter or notice ends with its day, and with who signs it above that."""
    for place, piece in enumerate(pieces):
        if piece.role == BlockRole.PARAGRAPH and place and re.fullmatch(DATE, piece.text.chars):
            above = pieces[place - 1]
            body = SIGNER.fullmatch(above.text.chars) is not None
            signer = place > 1 and (above.role == BlockRole.BYLINE or body) and pieces[place - 2].role == BlockRole.PARAGRAPH
            if signer and body:
                pieces[place - 1] = replace(above, role=BlockRole.PARAGRAPH, page=OWN, begins=0.0)
            elif signer and above.page is None:
                pieces[place - 1] = replace(above, page=SIGNS)
            if signer or pieces[place - 1].role == BlockRole.PARAGRAPH:
                pieces[place] = replace(piece, page=OWN, begins=0.0)


def _heads_body(number: int, weighed: Sequence[Mapping[Role, float]], chosen: Sequence[Role]) -> bool:
    """Whether what looks like a link stands alone over a body, and may be its headline."""
    above = chosen[number - 1] if number else None
    below = chosen[number + 1] if number + 1 < len(chosen) else None
    alone = above not in HEADLINE and above != FurnitureRole.NAVIGATION
    return alone and below in (BlockRole.PARAGRAPH, BlockRole.BYLINE) and weighed[number].get(BlockRole.TITLE, 0.0) > FAINT


def _find_rolls(chosen: list[Role], paragraphs: Sequence[Paragraph]) -> None:
    """Makes paragraphs of lists of names that are too long for a byline, captions of what ① to ④ show beside a photographer."""
    for place, end in _runs(paragraphs, lambda chars: LISTED_NAMES.fullmatch(chars) is not None):
        names = sum(len("".join(paragraph.text.chars.split())) for paragraph in paragraphs[place:end])
        if names >= ROLL:
            chosen[place:end] = [BlockRole.PARAGRAPH] * (end - place)
    for place, end in _runs(paragraphs, lambda chars: NUMBERED.match(chars) is not None and len(chars) <= SHORT):
        beside = [paragraphs[number].text.chars for number in (place - 1, end) if 0 <= number < len(paragraphs)]
        if end > place + 1 and any(map(TAKEN_BY.fullmatch, beside)):
            chosen[place:end] = [BlockRole.CAPTION] * (end - place)


def _runs(paragraphs: Sequence[Paragraph], wanted: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where paragraphs follow each other that are as is wanted: `[start, end)`."""
    place = 0
    for is_wanted, run in groupby(paragraphs, lambda paragraph: wanted(paragraph.text.chars)):
        start, place = place, place + sum(1 for _ in run)
        if is_wanted:
            yield start, place


def _opens(paragraph: Paragraph, role: Role, roles: Mapping[Role, float]) -> bool:
    """Whether a row behind what ends an article on the web, its editors and buttons, opens another as its headline."""
    chars = paragraph.text.chars
    if len(chars) > SHORT or FINISHED.search(chars):
        return False
    return role == BlockRole.SUBHEAD or roles.get(BlockRole.TITLE, 0.0) > 2 * FAINT


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


def _name(paragraph: Paragraph, roles: Mapping[Role, float], publication: Publication) -> FurnitureRole | None:
    """What a paragraph is that by its words is no part of an article."""
    chars = paragraph.text.chars
    if RIGHTS.match(chars[: 5 * SHORT]):
        return FurnitureRole.OTHER
    if not roles or len(chars) > 2 * SHORT or not (role := name_furniture(chars, publication)):
        return None
    # A notice, too, closes with its date: a bare one is the paper's where the rows around it are.
    bare = re.fullmatch(DATE, chars)
    if bare and publication.issue_date:
        return role if _iso(chars) == publication.issue_date else None
    return role if not bare or sum(roles.get(role, 0.0) for role in FurnitureRole) >= 0.1 else None


def _choose(paragraph: Paragraph, roles: Mapping[Role, float]) -> BlockRole | FurnitureRole:
    chars = paragraph.text.chars
    if not roles:
        return BlockRole.PARAGRAPH if len(chars) > 30 or chars.endswith(("。", "！", "？", "”")) else BlockRole.TITLE
    if JUMP_ON.fullmatch(chars.strip()) or JUMP_FROM.fullmatch(chars.strip()):
        return BlockRole.JUMP
    if len(paragraph.looks) == 1 and len(cells_of(paragraph.text)) > 1:
        return BlockRole.PARAGRAPH  # a row of a table
    if len(chars) <= 2 * SHORT and not paragraph.marks and CAPTION.match(chars):
        return BlockRole.CAPTION
    if len(chars) <= SHORT and BYLINE.fullmatch(chars) and not RUBRIC.fullmatch(chars):
        return BlockRole.BYLINE
    if ADDRESS.match(chars) or LETTER.fullmatch(chars):
        return BlockRole.PARAGRAPH
    if LAW.match(chars):
        return BlockRole.SUBHEAD if "章" in chars[:6] and not FINISHED.search(chars) else BlockRole.PARAGRAPH
    likely = max(roles, key=roles.__getitem__)
    marked = paragraph.marks is not None and "#" in paragraph.marks.chars and len(chars) <= SHORT
    if (marked and likely == BlockRole.PARAGRAPH and not chars.endswith("。")) or (
        likely == BlockRole.BYLINE and (RUBRIC.fullmatch(chars) or "".join(chars.split()) in WORDS)
    ):
        return max((*HEADLINE, BlockRole.SUBHEAD), key=lambda role: roles.get(role, 0.0))
    if re.fullmatch(DATE, chars):
        return BlockRole.PARAGRAPH  # the day of a notice or of a letter
    if (
        likely in HEADLINE
        and " " in chars.strip()
        and "".join(chars.split()) not in WORDS
        and BARE_NAMES.fullmatch(chars.strip())
    ):
        return BlockRole.BYLINE
    if len(chars) > SHORT and likely not in (BlockRole.PARAGRAPH, BlockRole.CAPTION) and not _is_list_of_names(chars):
        return max((BlockRole.PARAGRAPH, BlockRole.CAPTION), key=lambda role: roles.get(role, 0.0))
    return likely


def _iso(chars: str) -> str:
    year, month, day = re.findall(r"\d+", chars)[:3]
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _is_list_of_names(chars: str) -> bool:
    words = chars.split()
    return len(words) > 5 and sum(len(word) <= 4 for word in words) > 0.9 * len(words)


def _cut(paragraph: Paragraph, role: BlockRole, roles: Mapping[Role, float]) -> Iterator[Piece]:
    text = paragraph.text
    one = role in HEADLINE and len(paragraph.lines) == 1 and len(text) <= SHORT
    if one and (titled := TITLE_BY.fullmatch(text.chars)):
        parts = ((role, titled.span("title")), (BlockRole.BYLINE, titled.span("names")))
        for number, (part, (start, end)) in enumerate(parts):
            row = text[start:end].strip()
            first = number == 0
            look = paragraph.looks[0] if paragraph.looks else None
            yield from _cut(
                replace(
                    paragraph,
                    text=row,
                    lines=(row,),
                    gap=paragraph.gap and first,
                    looks=(look,) if look else (),
                    marks=paragraph.marks if first else None,
                ),
                part,
                roles if first else {BlockRole.BYLINE: 1.0},
            )
        return
    if role == BlockRole.PARAGRAPH and (over := TITLED_ROW.match(text.chars[:120])):
        title, report = text[: over.end("title")], text[over.end() :]
        yield Piece(BlockRole.TITLE, title.strip(), paragraph.gap, 0.5, {BlockRole.TITLE: 1.0})
        yield from _cut(replace(paragraph, text=report.strip(), gap=False), role, roles)
        return
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
        law = LAW.match(text.chars)
        own = OWN if role == BlockRole.SUBHEAD and law else LEADS if LETTER.fullmatch(text.chars) else None
        begins = 0.0 if law else begins
        yield Piece(role, text, gap, begins, roles or None, marks, own, _width(paragraph), joins, rows)
    yield from tail


def _add_printed(piece: Piece, paragraph: Paragraph) -> Piece:
    """A piece with those rows of its paragraph on which it stands."""
    if not any(paragraph.printed):
        return piece
    first, last = min(piece.text.source())[0], max(piece.text.source())[1]
    printed = tuple(row for row in paragraph.printed if row and row.start < last and first < row.end)
    return replace(piece, printed=printed, rows=tuple(_add_printed(row, paragraph) for row in piece.rows))


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


LEADS, SIGNS, OWN = -1, -2, -3
"""Set as `page`: of a byline that shares a paragraph's row and of a headline, it surely opens the body; of a byline, it ends
the body; of what surely is the body's own."""


def keep_captions(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that stand as they are read: captions between a headline and its body, or within a body, belong to that body.

    They come behind it.
    """
    kept: list[Piece] = []
    waiting: list[Piece] = []
    begun = False
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and pieces[end].role == BlockRole.CAPTION:
            end += 1
        piece = pieces[end] if end < len(pieces) else None
        inside = piece is not None and (
            (piece.role == BlockRole.PARAGRAPH and piece.page != LEADS)
            or (piece.role == BlockRole.SUBHEAD and piece.page == OWN)
        )
        opens = piece is not None and (inside or (piece.role == BlockRole.BYLINE and piece.page != SIGNS))
        above = kept[-1].role if kept else None
        if end > place and piece is not None:
            if (opens and above in HEADLINE) or (inside and above == BlockRole.PARAGRAPH):
                waiting += [replace(caption, page=OWN) for caption in pieces[place:end]]
                if above == BlockRole.PARAGRAPH:
                    piece = replace(piece, begins=0.0)
            else:
                kept += pieces[place:end]
        elif end > place:
            kept += pieces[place:end]
        if piece is None:
            break
        if waiting and begun and piece.role not in FLOW and not (piece.role == BlockRole.BYLINE and piece.page is not None):
            kept += waiting
            waiting = []
        begun = piece.role in FLOW or (begun and piece.role == BlockRole.BYLINE)
        kept.append(piece)
        place = end + 1
    return [*kept, *waiting]


FLOW = (BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.JUMP)


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
