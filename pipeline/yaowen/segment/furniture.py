"""Rows of web pages that belong to no article, and those that surely are headlines: told by what stands round them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yaowen.credits import ENDS_WITH_CREDIT
from yaowen.imprints import BULLETS, name_furniture
from yaowen.schema import FurnitureRole, Publication
from yaowen.segment.bylines import BYLINE
from yaowen.websites import SIZES, STAMP, TRAIL

LISTS = re.compile(
    r"[\W_]*(?:本版其[他它](?:文章|新闻|稿件)|相关(?:新闻|阅读|链接|推荐|稿件|文章|报道)|(?:猜你|您可能|你可能)(?:也)?(?:喜欢|感兴趣)[^，。]{0,6}|热门(?:推荐|新闻|文章|评论|阅读|点击)?|(?:新闻|编辑)?推荐(?:阅读|新闻|内容)?|精彩推[荐送]|新闻精选|(?:智能|大数据)推荐|热点新闻|最新热[文门点]|新闻资讯"
    r"|(?:今日|本周|近期)热[点门榜点文]|热[点榜]新?闻?|延伸阅读|往期(?:回顾|推荐)|(?:网友|用户)(?:评论|留言|跟帖)|精选(?:评论|留言)|(?:全部|最新|最热)评论|评论一下|(?:我要|发表)评论|评论\s*[(（]\d+[)）]|排行榜?|(?:阅读|点击|新闻)排行榜?)"
    r"(?:\s*(?:更多)?\s*[>＞»›]*)[\W_]*"
)
"""Over a list of links to other articles, or of what readers wrote."""
READING = re.compile(r"(?:^|\s)\W{0,4}(?:放大|朗读|听新闻|默认)(?!\S*[，。])(?!.*(?:[上下]一[版篇期]|往期))")
"""Buttons for whoever reads an article: it stands below them, whatever list is above."""
LONGEST_LINK = 40
BROKEN_OFF = re.compile(r"(?:\.{3}|…|[\[【(（](?:详细|详情|查看?全文|更多)[\]】)）])\s*$")
"""Ends the first words of a text that stands elsewhere: 石桥昨天修缮完工，两岸群众… [详细]"""
DOTS = "..."
"""What the first words of a text break off with, though a row of the site's own may have been joined to them."""
LINK = re.compile(r"[·•▪・]\s*\S")
"""A link with a mark in front: · 望江大桥合龙."""

TITLED = 2
"""So many rows below 相关链接 stands a text, with a headline or without."""
STAMPS = 12
"""So many rows at most stand between a headline and its body there."""
STACK = 3
"""So many rows has a headline."""
ACCOUNT = re.compile(
    r"[一-鿿]{2,8}(?:日报|晚报|晨报|早报|时报|商报|快报|新报|导报|都市报|新闻网|融媒(?:体(?:中心)?)?|客户端|电视台)"
    r"|[一-鿿]{2,4}(?<![单册录书本版规章策案款榜果标图品])(?:发布|在线)"
)
"""A paper, a station or what an office is called where its readers follow it: 望江日报, 望江发布, but not 古树名录发布."""
NO_HEADLINE = re.compile(
    rf"{ACCOUNT.pattern}"
    r"|(?:本报|本网|本台)?(?:首席)?(?:记者|通讯员|实习生|作者|特约)[\s:：][^，。]{2,40}|[一-鿿]{2,8}(?:APP|公众号|手机版|微信|微博)|[一-鿿]{2}"
)
"""Names of papers and of their channels, buttons of two characters, and who wrote the article above."""
AUTHOR = re.compile(rf"[{BULLETS}]*作者\s*[:：][^。]{{0,40}}")
LONGEST_NAME = 12
PARTS, LONGEST_PART = re.compile(r"[\s>＞»›/:：]+"), 8
"""What stands between the parts of a site where it is said in which of them a page stands; longer ones are a headline."""
SHARES = re.compile(r"(?:一键)?分享(?:到|至)\s*[:：]?")
SIGNS = re.compile(r"[\W_]+")
NAME_OF_SITE = re.compile(r"\s*(?:[-—–_|｜]+\s*[^\s\-—–_|｜，。]{2,12})+$")
"""What a site adds to the title of each of its pages: ——望江网, _县区_望江日报."""
SHORTEST_TITLE, LONGEST_TITLE = 8, 120
SENTENCE = re.compile(r"[。！？…][”’）)』」]*$")


def find_lists(rows: Sequence[str]) -> frozenset[int]:
    """The places of rows that are links to other articles, or what readers wrote: those below 相关新闻, 网友评论 and the like.

    A list ends where another article begins: above the headline of a body, or where links with a mark in front end.
    """
    found: set[int] = set()
    listed = marked = False
    label = 0
    for place, chars in enumerate(rows):
        if LISTS.fullmatch(chars):
            listed, marked, label = True, False, place
        elif listed and place - label <= TITLED and "链接" in rows[label] and SENTENCE.search(chars):
            listed = False  # what is told beside an article, not a list
            found.difference_update(range(label, place))
        elif listed and len(chars) <= LONGEST_LINK and LINK.match(chars):
            marked = True
        elif marked and not name_furniture(chars, Publication()):
            listed = marked = False
        elif TRAIL.match(chars) or READING.search(chars[:LONGEST_TITLE]):
            listed = False
        elif listed and _is_long(chars) and not (BROKEN_OFF.search(chars) or DOTS in chars):
            title = place - 1
            while title >= 0 and (name_furniture(rows[title], Publication()) or BYLINE.fullmatch(rows[title])):
                title -= 1
            listed = title >= 0 and _is_long(rows[title])  # what a link leads to has no headline of its own behind it
            if not listed:
                found.difference_update(
                    above for above in range(max(title, 0), place) if not name_furniture(rows[above], Publication())
                )
        if listed:
            found.add(place)
    return frozenset(found)


def _is_long(chars: str) -> bool:
    """Whether a row is longer than links are, and no furniture by its words."""
    return len(chars) > LONGEST_LINK and not name_furniture(chars, Publication())


def find_told_again(rows: Sequence[str]) -> Iterator[int]:
    """The places of long rows that a row further below says again or goes on with, and of short ones said again below those.

    A page has its text in short above the headline, or twice where a program took it out of two places. One row that is
    said again behind others may be meant so.
    """
    last = {row[:LONGEST_LINK]: place for place, row in enumerate(rows)}
    run: list[int] = []
    for place, row in enumerate(rows):  # the last one is said nowhere below
        again = last[row[:LONGEST_LINK]]
        said = BROKEN_OFF.sub("", row).rstrip(". …")
        told = rows[again].startswith(said) if len(said) > LONGEST_LINK else bool(run) and rows[again] == row
        if again > place and told:
            run.append(place)
            continue
        if len(run) > 1 or any(rows[above] != rows[last[rows[above][:LONGEST_LINK]]] or rows[above] == row for above in run):
            yield from run
        run = []


def find_stamped(named: Sequence[FurnitureRole | None], rows: Sequence[str]) -> frozenset[int]:
    """The places of headline rows of the web: below them a stamp and a body, whatever buttons stand between.

    What looks like a button is one where a list of links names it (· 天气).
    """
    found: set[int] = set()
    listed = {row.lstrip(BULLETS) for row in rows if LINK.match(row)}
    below = len(rows)
    for place in range(len(rows) - 1, -1, -1):
        if named[place] or AUTHOR.fullmatch(rows[place]) or BYLINE.fullmatch(rows[place]):
            continue
        stamped = place + 1 < below < len(rows) and below - place <= STAMPS and any(map(_is_stamp, rows[place + 1 : below]))
        if stamped and (_is_text(rows[below]) or (_is_name(rows[below]) and any(map(_is_text, rows[below + 1 : below + 2])))):
            for line in range(place, max(place - STACK, -1), -1):
                asks = line == place and len(rows[line]) <= LONGEST_LINK and rows[line][-1] in "！？…"
                if named[line] or (_is_text(rows[line]) and not asks) or LINK.match(rows[line]):
                    break
                named_in_list = rows[line] in listed and _is_stamp(rows[line + 1])
                if (NO_HEADLINE.fullmatch(rows[line]) and not named_in_list) or (line < place and rows[line] == rows[line + 1]):
                    break  # a page's own title, above the headline, says the same
                found.add(line)
        below = place
    return frozenset(found)


def find_own_titles(named: Sequence[FurnitureRole | None], rows: Sequence[str]) -> Iterator[tuple[int, range]]:
    """Where a page of the web says its own title, as the headline below does (石桥修缮完工——望江网), and the rows of that."""
    said = [SIGNS.sub("", row) for row in rows]
    told = (not named[place] and (_is_text(row) or ENDS_WITH_CREDIT.search(row) is not None) for place, row in enumerate(rows))
    body = next((place for place, is_told in enumerate(told) if is_told), len(rows))
    for place in range(body):
        if named[place] or len(rows[place]) > LONGEST_TITLE:
            continue
        title = SIGNS.sub("", NAME_OF_SITE.sub("", rows[place]))
        if len(title) < SHORTEST_TITLE:
            continue
        for first in range(place + 1, min(place + STAMPS, body)):
            headline = ""
            for last in range(first, min(first + STACK, body)):
                headline += said[last]
                if headline in (title, said[place]):
                    yield place, range(first, last + 1)
                    break


def find_accounts(named: Sequence[FurnitureRole | None], rows: Sequence[str]) -> Iterator[int]:
    """The places of rows that name who put a text on the web, beside its stamp or buttons: 望江发布⏎2024-05-20 08:22."""
    for place, row in enumerate(rows):
        if not named[place] and ACCOUNT.fullmatch(row) and any(named[max(place - 1, 0) : place + 2]):
            yield place


def find_parts_of_trail(rows: Sequence[str]) -> Iterator[int]:
    """The places of rows that name a part of the site where, as another row says, the page stands: 首页 > 县区 > 快报."""
    said = {part for row in rows if TRAIL.match(row) for part in PARTS.split(row)[1:] if len(part) <= LONGEST_PART}
    yield from (place for place, row in enumerate(rows) if "".join(row.split()) in said)


def _is_stamp(row: str) -> bool:
    return any(whole.fullmatch(row.lstrip(BULLETS)) for whole in (STAMP, SIZES, SHARES))


def _is_text(row: str) -> bool:
    return len(row) > LONGEST_LINK or SENTENCE.search(row) is not None


def _is_name(row: str) -> bool:
    """Whether a row may name the author above the text."""
    return len(row) <= LONGEST_NAME or NO_HEADLINE.fullmatch(row) is not None
