"""Where mentions begin and end: with both halves of their marks, and with the whole of a name and nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from yaowen.divisions import read_divisions
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

BRACKET = "（("
QUOTE = "“"
TITLE = "《"
PAIRS = ((BRACKET, "）)"), (QUOTE, "”"), (TITLE, "》"))
ON_WHOM = re.compile("[—－-]记(?!者)..")
"""How a subtitle says on whom its story is: ——记石桥村支书."""
LINKS = "和与及同等向正"
"""What links a name with the words after it, and may be taken for its last character."""

GIVES = re.compile(r"[^，。；\n]{0,8}(?:发言|报告|讲话|演讲|[辞词]|说明|部署)")
"""After 致 or 作 that was read as the end of a name: 卓然|致欢迎辞."""
POSED = "合影"
"""What a caption says behind the names of those whom a picture shows."""
LONGEST_NAME = 4
ADVERBS = "亦也均则曾还仍便"
"""After a name of three characters, taken for its fourth: 卓小然|亦表示."""
HELD_OFFICE = re.compile("(?:分别|先后|[曾现历出原])$")
"""Before 任 that was read as a surname: 分别|任东江、望江两县县委书记."""
NO_NAME = {
    Label.PLACE: re.compile("天南[海地]北|大江南北|五湖四海|神州大地"),
    Label.ORG: re.compile("(?:党的)?[一二三四五六七八九十]{1,3}大"),
}
"""Idioms that name no place, and meetings, which are no bodies."""
APPOINTED = re.compile("(?P<name>[一-鿿]{2,3})为(?=[一-鿿]{2,8}[省市县区州])")
"""A list of appointments."""
APPOINTS = re.compile("(?:任命|选举|推选|推举|聘请|聘任)[^。\n]{0,190}$")
"""Before a name whose last character is that of 任命卓然|为云漠市教育局局长."""
VISITED = re.compile(
    "(?P<place>.{2,}?(?:[镇乡村县市区]|街道|水库|公园))(?:检查|督导|督查|调研|视察|考察|慰问|走访|巡查)(?![站点院室组团队处所员])"
)
"""A place with what is done there: 到柳湖镇|检查水库."""
SCHOOL = re.compile("(?:初中|完小|中心校)(?![生学阶毕课])")
"""Behind the place that a school is called by: 柳湖|初中."""
SOME, GATHERS_SOME = "组织部", re.compile("分(?![管别工析会])")
"""县政协|组织部|分委员视察: a verb with 部分, no department."""
WORDS = re.compile("大兴(?=调查研究|学习|[一-鿿]{2,6}之风|水利|土木)|(?<=世界|天下)大同|阳春(?=[三四]月|白雪)")
"""Words that some place is called by, where they stand for themselves."""


def mend_marks(clipping: Clipping, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Mentions with both halves of their brackets and quotation marks, or with neither, and without the 记 of ——记石桥村.

    Marks round the whole of a name are none of it.
    """
    kept: list[Mention] = []
    for mention in mentions:
        chars, start, end = clipping.text.chars, mention.start, mention.end
        for opening, closing in PAIRS:
            opens, closes = (sum(map(mention.text.count, marks)) for marks in (opening, closing))
            free = not kept or kept[-1].end < start
            if closes == opens + 1 and start and chars[start - 1] in opening and free:
                start -= 1
                if opening == BRACKET and kept and kept[-1].end == start and kept[-1].label in {Label.PLACE, Label.ORG}:
                    start = kept.pop().start  # 中国 + 云岭）自由贸易试验区 is one name
            elif (
                opens == closes + 1
                and chars[end : end + 1] in {*closing}
                and not (opening in (QUOTE, TITLE) and chars[start] == opening)
            ):
                end += 1
            elif opens == closes + 1 and chars[start] in opening and end - start > 1:
                start += 1
            elif closes == opens + 1 and chars[end - 1] in closing and end - start > 1:
                end -= 1
        if ON_WHOM.match(chars, max(start - 1, 0), end):
            start += 1
        kept.append(
            mention if (start, end) == (mention.start, mention.end) else Mention.at(clipping.text, start, end, mention.label)
        )
    return tuple(kept)


def mend_names(clipping: Clipping, mentions: tuple[Mention, ...], people: Set[str]) -> Iterator[Mention]:
    """Mentions that hold the whole of a name of the page's people and nothing behind it; what names no one is left out."""
    chars = clipping.text.chars
    for number, mention in enumerate(mentions):
        free = mentions[number + 1].start if number + 1 < len(mentions) else len(chars)
        if mention.label != Label.PERSON:
            never, word = NO_NAME.get(mention.label), WORDS.match(chars, mention.start)
            if not (never and never.fullmatch(mention.text)) and not (word and word.end() == mention.end):
                yield from _appointed(clipping, _of_place(clipping, mention, free), mentions[:number][-1:])
        elif mention.text.startswith("任") and HELD_OFFICE.search(chars[max(0, mention.start - 2) : mention.start]):
            if mention.text[1:] in read_divisions().short:
                yield Mention.at(clipping.text, mention.start + 1, mention.end, Label.PLACE)
        elif mention.text in read_divisions().short and _tells_whence(chars, mention, mentions[:number][-1:]):
            yield Mention.at(clipping.text, mention.start, mention.end, Label.PLACE)
        else:
            start = _start_of_name(chars, mention, mentions[number - 1].end if number else 0, people)
            end = _end_of_name(chars, mention, min(free, mention.start + LONGEST_NAME), people)
            same = (start, end) == (mention.start, mention.end)
            yield mention if same else Mention.at(clipping.text, start, end, mention.label)


def _of_place(clipping: Clipping, mention: Mention, free: int) -> Mention:
    """A place or body without what is done there (柳湖镇|检查水库; 县政协|组织部分委员), a school by its place (柳湖初中)."""
    if mention.text.endswith(SOME) and GATHERS_SOME.match(clipping.text.chars, mention.end) and len(mention.text) > len(SOME):
        return Mention.at(clipping.text, mention.start, mention.end - len(SOME), mention.label)
    if mention.label != Label.PLACE:
        return mention
    if visited := VISITED.match(mention.text):
        return Mention.at(clipping.text, mention.start, mention.start + visited.end("place"), Label.PLACE)
    school = SCHOOL.match(clipping.text.chars, mention.end, free)
    if school and mention.text[-1] not in "省市县区州":
        return Mention.at(clipping.text, mention.start, school.end(), Label.ORG)
    return mention


def _appointed(clipping: Clipping, mention: Mention, above: tuple[Mention, ...]) -> Iterator[Mention]:
    """A body, and apart from it the last of a list of names that was taken for its beginning: 卓然、|石岩为|东江市法院."""
    named = APPOINTED.match(mention.text) if mention.label == Label.ORG else None
    listed = above and above[0].label == Label.PERSON and clipping.text.chars[above[0].end : mention.start] == "、"
    if not named or not listed:
        yield mention
        return
    yield Mention.at(clipping.text, mention.start, mention.start + len(named["name"]), Label.PERSON)
    yield Mention.at(clipping.text, mention.start + named.end(), mention.end, Label.ORG)


def _start_of_name(chars: str, mention: Mention, free: int, people: Set[str]) -> int:
    """籍|小满 is whole where the page has 籍小满, too."""
    furthest = max(free, mention.end - LONGEST_NAME)
    whole = (start for start in range(furthest, mention.start) if chars[start : mention.end] in people)
    return next(whole, mention.start)


def _end_of_name(chars: str, mention: Mention, furthest: int, people: Set[str]) -> int:
    """李建国和县级领导 holds 李建国, not 李建国和, where the page has 李建国 too; 卓一|然 is whole where it has 卓一然."""
    name = mention.text
    if name[-1] in LINKS and name[:-1] in people:
        return mention.end - 1
    if (
        name[-1] == "为"
        and len(name) > 2
        and mention.end == furthest
        and APPOINTS.search(chars, max(mention.start - 200, 0), mention.start)
    ):
        return mention.end - 1
    if name[-1] in "致作" and len(name) == 3 and GIVES.match(chars, mention.end):
        return mention.end - 1
    if len(name) == LONGEST_NAME and name[-1] in ADVERBS:
        return mention.end - 1
    if name.endswith(POSED) and len(name) > len(POSED) + 1:
        return mention.end - len(POSED)
    whole = (end for end in range(furthest, mention.end, -1) if chars[mention.start : end] in people)
    return next(whole, mention.end)


def _tells_whence(chars: str, mention: Mention, above: tuple[Mention, ...]) -> bool:
    """Whether a name in brackets is where the one before it comes from: 卓然（东江）."""
    return (
        len(above) == 1
        and above[0].label == Label.PERSON
        and chars[above[0].end : mention.start] in ("（", "(")
        and chars[mention.end : mention.end + 1] in ("）", ")")
    )
