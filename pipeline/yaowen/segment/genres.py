"""What kind of article one is, told by its words and by how its authors are named."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from yaowen.page import Part
from yaowen.row_features import COUPLET
from yaowen.schema import BlockRole, Byline, Genre
from yaowen.segment.row_words import ADDRESS, LETTER
from yaowen.segment.stack_lines import ATTENDANCE, LONG, SAID

SERIES_OF_ESSAYS = re.compile(
    r"^[—–-]{1,3}论|[一二三四五六七八九十再]论|[一二三四五六七八九十]谈|时评|社论|评论|论语|快评|漫谈|短评"
)
ESSAYS = re.compile(
    r"[网微热锐]评|快语|夜话|漫[笔议]|絮语|茶座|小[议札]|论坛|[杂笔]谈|随笔|走笔|人语|话题|(?<![会建提倡决协商动])议$|(?<![访座会洽约面])谈$"
)
"""What a series of essays is often called, as that of a reporter may be too: 石桥夜话."""
COLUMN = re.compile(r"[（(](?P<name>[一-鿿]{2,8})[）)]$")
"""A column that is named behind a title: 把小事办好（今日谈）."""
OF_NEWS = re.compile(r"热线|帮[您你]|信箱|维权|110|链接|[短微]波|速[递览读]|快[递报讯读]|[简短]讯|传真|监测|(?:价格|市场)观察")
"""What a series is called whose reports are news, whoever signs them: 晚报帮您办, 市场观察."""
EVENT = re.compile(r"召开|举行|举办|开班|开幕|闭幕|启动|会议|座谈|调研|会见|视察|揭牌|签约|开工|通车")
NOTICE = re.compile(r"公告|预告|启事|声明|通告|通知|公示|通报|名单|讣告|招领")
GIVEN_OUT = re.compile(r"(?:公布|发布|出炉|揭晓|出台)(?:[^ \u3000，]{0,8}名单)?$")
"""The headline of a report of a list or notice, which is none itself: 百强企业名单公布, 国新办公布发言人名单."""
ARGUED = re.compile(r"要|应当?|须|不能|不妨|才能|如果|倘若|关键|岂|何[以必尝况]|唯有|只有|与其|不如|[吗呢]？")
ARGUES = 3
"""So many words of an argument are in an essay."""
RECALLED = re.compile(
    "(?<![自忘大小])我(?![们国市县省区校院局司厅军党镇乡村社])|父亲|母亲|爷爷|奶奶|外[公婆]|姥[姥爷]|故乡|老家|小时候|儿时|童年|那年"
)
RECALLS = 3
"""So many words of somebody's own life are in an essay that tells of it: 父亲有一辆自行车，…"""
VERSE, VERSES, COUPLETS = 20, 6, 2
"""Characters of a verse at most, and verses of a poem at least, or rows in one of the old forms."""
CLAUSES = re.compile(r"(?:[一-鿿]{2,7}[，、；。？！]){1,4}")
"""A row of a poem in one of the forms whose verses differ in length: 风起白满汀，月落寒生浦。"""
TUNE = re.compile(r"[一-鿿]{2,5}[·•][一-鿿]{2,8}")
"""The title of a poem to a tune: 卜算子·晚渡."""
LITERATURE = re.compile(r"小说|散文|诗歌|诗词|童话|寓言")
REPORTED = re.compile(r"\d月\s*\d{1,2}\s*日|\d日[，上下晚]|日前|近日|昨日|昨天|记者|据悉|据了解|会议(?:强调|指出|要求|认为)")


@dataclass(frozen=True)
class Account:
    """An article as it is judged.

    `signed` says that a row of its own beside the headline names the authors, `sent` that a dateline does (本报讯),
    `of_site` that it is the site which says so, `titled` that a dateline has the title behind it, as that of a feature.
    """

    headline: Sequence[Part]
    authors: Sequence[Byline]
    flow: Sequence[Part]
    signed: bool
    sent: bool
    of_site: bool = False
    titled: bool = False

    @cached_property
    def titles(self) -> list[str]:
        return [part.text.chars for part in self.headline if part.role == BlockRole.TITLE]

    @cached_property
    def series(self) -> list[str]:
        return ["".join(part.text.chars.split()) for part in self.headline if part.role == BlockRole.SERIES]

    @cached_property
    def paragraphs(self) -> list[str]:
        return [part.text.chars for part in self.flow if part.role == BlockRole.PARAGRAPH]

    @cached_property
    def said(self) -> str:
        """All that its paragraphs say."""
        return "".join(self.paragraphs)

    @cached_property
    def is_notice(self) -> bool:
        return any(NOTICE.search(title[-4:]) and not GIVEN_OUT.search(title) for title in self.titles)

    @cached_property
    def arguments(self) -> int:
        """How many words of an argument are in it."""
        return len(ARGUED.findall(self.said))

    @cached_property
    def is_essay(self) -> bool:
        """Whether one author, of whom it is not said that he reports, argues in it or tells what is no report."""
        if len(self.authors) != 1 or self.authors[0].role or self.sent or self.titled:
            return False
        if any(ESSAYS.search(name) for name in self.series):
            return True
        if self.signed and "记者" not in self.said and self.arguments >= max(ARGUES, len(self.said) // 150):
            return True
        # A bare name behind the text is that of any brief: …惠及三千户。（卓然）
        argues = self.signed or len(ARGUED.findall("".join((*self.titles, self.said)))) >= 2
        return argues and not REPORTED.search(self.said)

    @cached_property
    def feature_lines(self) -> list[Part]:
        """The lines around the title that stand there for a feature: 康永泰出席并讲话 stands below the title of a report,
        ——写在大桥通车之际 below that of a feature.
        """
        lines = [part for part in self.headline if part.role in (BlockRole.SERIES, BlockRole.SUBTITLE)]
        return [part for part in lines if not _tells_who_attended(part)]


def judge_genre(account: Account) -> Genre:
    """The genre whose test is passed first; what passes none is news."""
    return next((genre for genre, is_one in TESTS if is_one(account)), Genre.NEWS)


def _is_speech(account: Account) -> bool:
    return any(ADDRESS.match(part.text.chars) for part in account.flow)


def _is_letter(account: Account) -> bool:
    return any(LETTER.fullmatch(part.text.chars) for part in account.flow)


def _is_poem(account: Account) -> bool:
    if account.is_notice:
        return False
    said = account.paragraphs
    verses = sum(len(chars) <= VERSE and chars[-1] not in "。！？" for chars in said)
    if len(said) >= COUPLETS and all(map(COUPLET.fullmatch, said)):
        return True
    if any(map(TUNE.fullmatch, account.titles)) and said and all(map(CLAUSES.fullmatch, said)):
        return True
    return len(said) >= VERSES and verses > len(said) / 2 and max(map(len, said)) <= 2 * VERSE


def _is_literature(account: Account) -> bool:
    return not account.sent and any(map(LITERATURE.search, account.series))


def _recalls(account: Account) -> bool:
    return account.is_essay and len(RECALLED.findall(account.said)) >= max(RECALLS, account.arguments + 1)


def _is_comment(account: Account) -> bool:
    return account.is_essay or any("评论员" in (author.role or "") for author in account.authors)


def _is_in_series_of_essays(account: Account) -> bool:
    # What opens with 本报讯 is a report, whatever label came to stand over it.
    columns = (column["name"] for title in account.titles if (column := COLUMN.search(title)))
    lines = any(SERIES_OF_ESSAYS.search(part.text.chars) for part in account.headline)
    return not account.sent and (lines or any(map(ESSAYS.search, columns)))


def _is_notice(account: Account) -> bool:
    return account.is_notice


def _is_feature(account: Account) -> bool:
    """Whether a reporter signs it beside the headline, and no meeting or other event is all that it tells of."""
    if account.sent or not any(author.role for author in account.authors) or any(map(OF_NEWS.search, account.series)):
        return False
    if account.of_site or not account.signed:
        # 作者：记者 卓然 stands over every report of such a page; of one that is a feature a series tells.
        return any(part.role == BlockRole.SERIES for part in account.feature_lines)
    return bool(account.feature_lines) or not (_is_of_meeting(account) or any(map(EVENT.search, account.titles)))


def _is_of_meeting(account: Account) -> bool:
    """Whether what somebody said at a meeting, or who took part in it, stands round the title."""
    lines = [part for part in account.headline if part.role in (BlockRole.KICKER, BlockRole.SUBTITLE)]
    return any(SAID.search(part.text.chars) or _tells_who_attended(part) for part in lines)


def _tells_who_attended(part: Part) -> bool:
    return ATTENDANCE.fullmatch(part.text.chars[:LONG]) is not None


TESTS: tuple[tuple[Genre, Callable[[Account], bool]], ...] = (
    (Genre.SPEECH, _is_speech),
    (Genre.FEATURE, _is_letter),
    (Genre.FEATURE, _is_poem),
    (Genre.FEATURE, _is_literature),
    (Genre.FEATURE, _recalls),
    (Genre.COMMENTARY, _is_comment),
    (Genre.COMMENTARY, _is_in_series_of_essays),
    (Genre.NOTICE, _is_notice),
    (Genre.FEATURE, _is_feature),
)
"""The surest first: what the text itself shows, then who wrote it, then what it is called."""
