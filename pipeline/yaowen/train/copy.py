"""Articles as their authors handed them in: what the page generator sets."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from yaowen.datelines import OPENING
from yaowen.schema import BlockRole, Genre
from yaowen.segment.body import MARKS
from yaowen.train.newsprint import WORDS, fill_in, make_name, make_phrase

SENTENCE_END = re.compile(r"[。！？…；：][”’」』）)》]*$")
TALK = re.compile(r"“[^“”]{4,22}[！？。]”")
SIGNED = re.compile(r"^[（(][一-鿿 、]{2,20}[）)]$")
ONE_ROW = 22
"""A title of several clauses of different length is set on one row, if it is no longer than this."""
KICKERS_LESS = 0.35
"""A national paper sets kickers over many titles that a local one would set alone, or with a line below."""
LEAST_SAID = 8
"""A clause of so many characters says what happened."""
SITE = re.compile(r"-.*$")
SERIES_BEHIND = re.compile(r"[（(]([^（）()]{2,24})[）)]$")
SERIES_BEFORE = re.compile(r"[【\[]([^【】\[\]]{2,14})[】\]]")
# A report of a meeting says in the last clause of its title who took part, in the first one who said what follows.
TOOK_PART = re.compile(r"(?<=\S\S\S) ([^，。]{2,24}(?:出席|主持|参加|讲话|致辞|陪同)(?:会议|活动|并讲话|并致辞)?)$")
SAID = re.compile(r"^(\S{3,30}(?:强调|指出|表示|要求|时说)) (?=\S{4})")
SPOKE = re.compile(r"(?:强调|指出|表示|要求|时说|上说|会议|座谈会|召开|举行)[——：]*$")
SAID_TO_DO = re.compile(r"(?:强调|要求|指出|，|；)，?(?:要|必须|着力|坚持)([^，。：、“”（）()！？…—]{8,20})(?=[，。；])")
CLAUSE = re.compile(r"(?<=[，。；])[^，。；：、“”（）()！？…—]{7,20}(?=[，。；])")
EVENT = re.compile(
    r"(?<=[，日])[^，。；：、“”（）()！？…—]{5,20}(?:召开|举行|举办|开幕|闭幕|启动|发布|印发|收官|落幕|开工)(?=[，。])"
)
TOPIC = re.compile(
    r"(?:推进|推动|开展|加强|做好|实施|部署|参加|出席|深化|促进|抓好|落实)(?!了|的|好)([^，。；：、“”（）()！？…—{}的了]{3,12}?)"
    r"(?=工作|建设|活动|行动|会议|改革|发展|[，。；])"
)
FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万]{2}")
UNFIT = re.compile(r"^(?:[并但而也又其该这那对让使还更则即才就据]|以及|如果|因为|由于|随着)|[的是在和与对向为把将]$")


@dataclass(frozen=True)
class Copy:
    """An article before it is set; `body` holds paragraphs and subheads in their order."""

    title: tuple[str, ...]
    body: tuple[tuple[BlockRole, str], ...]
    genre: Genre = Genre.NEWS
    kicker: str | None = None
    subtitle: str | None = None
    series: str | None = None
    byline: str | None = None
    lead: str | None = None
    """`本报讯（记者某某）`, which stands in the first row of the body."""
    signed: str | None = None
    """The names that stand after the body."""


def read_rows(path: Path, stride: int = 1, first: int = 0) -> Iterator[dict[str, Any]]:
    """Every `stride`-th row of a corpus of JSON lines, from the `first` on."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % stride == first:
                yield json.loads(line)


def make_copy(row: dict[str, Any], random: Random) -> Copy | None:
    """An article from a row of a corpus, dressed as a local paper would; nothing where its text is not plain prose."""
    title = SITE.sub("", re.sub(r"\s+", " ", str(row.get("title") or "")).strip()).strip()
    named = None
    if found := SERIES_BEHIND.search(title) or SERIES_BEFORE.match(title):
        named, title = found[1], (title[: found.start()] or title[found.end() :]).strip()
    above, title, below = _part_title(title)
    if "page" not in row:
        is_long = len(title) > ONE_ROW and not are_parallel(title)
        if (is_long or random.random() < 0.3) and not above and not below and (told := _part_told(title)):
            title, below = told
        elif is_long:
            return None
    paragraphs = [re.sub(r"[ \t\xa0]+", " ", line).strip("\u3000 ") for line in str(row["text"]).split("\n")]
    paragraphs = [line for line in paragraphs if line]
    if not 4 <= len(title) <= 40 or not paragraphs or row.get("partial"):
        return None
    signed = None
    if SIGNED.match(paragraphs[-1]) and len(paragraphs) > 1:
        signed = paragraphs.pop()
    reporter = make_name(random)
    lead = None
    if dateline := OPENING.match(paragraphs[0]):
        paragraphs[0] = paragraphs[0][dateline.end() :].lstrip()
        lead = dateline[0].strip() if dateline["authors"] and random.random() < 0.3 else _make_lead(random, reporter)
    body: list[tuple[BlockRole, str]] = []
    for line in paragraphs:
        plain = SENTENCE_END.search(line) or len(line) > 30
        if not plain and not (4 <= len(line) <= 24 and body and not re.search("[，,]$", line)):
            return None
        body.append((BlockRole.PARAGRAPH if plain else BlockRole.SUBHEAD, line))
    if not paragraphs[0] or body[-1][0] == BlockRole.SUBHEAD or body[0][0] == BlockRole.SUBHEAD:
        return None
    if sum(role == BlockRole.SUBHEAD for role, _ in body) > 6 or len(body) > 40:
        return None
    if random.random() < 0.02:
        body.insert(0, (BlockRole.PARAGRAPH, make_phrase(random, "notes", topic=_find_topic(title, paragraphs, random))))
    elif random.random() < 0.12:
        body[:0] = [(BlockRole.PARAGRAPH, line) for line in _find_talk(paragraphs)]
    elif not lead and random.random() < 0.4:
        body = _open_with_quote(body)
    if not lead and not signed and random.random() < 0.35:
        lead = _make_lead(random, reporter)
    byline = None
    genre = Genre.NEWS
    if not lead and not signed and random.random() < 0.75:
        byline, genre = _make_byline(random, reporter)
    if (not lead and not signed and not byline and random.random() < 0.8) or (lead and random.random() < 0.03):
        signed, lead = make_phrase(random, "signatures"), None
    elif lead and random.random() < 0.06:
        signed, lead = " ".join(make_name(random) for _ in range(random.randint(2, 8))), None
    kicker = str(row.get("kicker") or "").strip() or above
    if kicker and not SPOKE.search(kicker) and random.random() < KICKERS_LESS:
        kicker = None
    if kicker and random.random() < 0.4:
        kicker = kicker.rstrip("—：: ") or None
    if not kicker and (lead or not byline) and random.random() < 0.14:
        kicker = _make_kicker(random, title, [line for role, line in body if role == BlockRole.PARAGRAPH])
    clauses = _break_title(title, random)
    subtitle = str(row.get("subtitle") or "").strip() or below
    if kicker and SPOKE.search(kicker) and not subtitle:
        # Under a kicker that says who spoke, the title can have a row more of what was said.
        if random.random() < 0.6 and (said := [clause for line in paragraphs for clause in SAID_TO_DO.findall(line)]):
            clauses.append(random.choice(said))
    elif not subtitle and random.random() < 0.15:
        subtitle = _make_subtitle(random, title, paragraphs, essay=bool(byline))
    if subtitle and subtitle.startswith("—"):
        subtitle = random.choice(("——", "——", "—— ", "—", "")) + subtitle.lstrip("— ")
    series = named if random.random() < 0.35 else None
    if not series and random.random() < (0.25 if byline else 0.04):
        series = make_phrase(random, "series")
    if (kicker and len(kicker) > 40) or (subtitle and len(subtitle) > 45):
        return None
    return Copy(tuple(clauses), tuple(body), genre, kicker, subtitle, series, byline, lead, signed)


def _part_title(title: str) -> tuple[str | None, str, str | None]:
    """What a title of several clauses says as its kicker, as itself and as its subtitle."""
    above = below = None
    if said := SAID.match(title):
        above, title = said[1], title[said.end() :]
    elif part := TOOK_PART.search(title):
        below, title = part[1], title[: part.start()]
    return above, title, below


def _part_told(title: str) -> list[str] | None:
    """What a web page says on one row and a paper on two, the second one smaller: 河阳冰雪节开幕 四国选手参加大众组比赛.

    Nothing where a clause is short: of 历时三年 新桥通车 nobody knows which one a paper would set smaller.
    """
    clauses = title.split(" ")
    return clauses if len(clauses) == 2 and min(map(len, clauses)) >= LEAST_SAID else None


def make_photo(copy: Copy, random: Random) -> Copy:
    """A picture's caption that says what an article begins with, under its title."""
    text = next(line for role, line in copy.body if role == BlockRole.PARAGRAPH)
    said = re.match(r"[^。]{12,110}。", text)
    caption = (said[0] if said else text[:60] + "。") + make_phrase(random, "credits")
    title = (copy.title[0].split(" ")[0],) if random.random() < 0.7 else ()
    return Copy(title, ((BlockRole.CAPTION, caption),), Genre.CAPTION)


def make_brief(copy: Copy, random: Random, mark: str = "") -> Copy:
    """An article cut down to its first paragraph, as it stands among the news in brief; one that a mark opens has no title."""
    text = next(line for role, line in copy.body if role == BlockRole.PARAGRAPH)
    bare = replace(copy, body=((BlockRole.PARAGRAPH, mark + text),), kicker=None, subtitle=None, series=None)
    if mark:
        return replace(bare, title=(), lead=None, byline=None)
    return replace(bare, title=()) if random.random() < 0.3 else bare


def make_briefs(copies: Sequence[Copy], random: Random) -> list[Copy]:
    """The news among the articles as briefs, on some pages with the mark that opens each and one name over the first."""
    mark = random.choice(MARKS) if random.random() < 0.4 else ""
    briefs = [make_brief(copy, random, mark) if copy.genre == Genre.NEWS else copy for copy in copies]
    first = next((place for place, copy in enumerate(briefs) if copy.genre == Genre.NEWS), None)
    if first is not None and random.random() < 0.4:
        briefs[first] = replace(briefs[first], series=random.choice(WORDS["briefs"]))
    return briefs


def make_notice(random: Random) -> Copy:
    """A notice such as stands at the foot of a page: 遗失声明, 公告, 招聘启事."""
    title, *rows = (fill_in(row, random) for row in random.choice(WORDS["notices"]))
    return Copy((title,), tuple((BlockRole.PARAGRAPH, row) for row in rows), Genre.NOTICE)


def are_parallel(title: str) -> bool:
    """Whether the clauses of a title are as long as each other, so that a paper can set them on a row each."""
    sizes = [len(clause) for clause in title.split(" ")]
    return max(sizes) - min(sizes) < 2


def _break_title(title: str, random: Random) -> list[str]:
    clauses = title.split(" ")
    if len(clauses) > 1 and are_parallel(title) and random.random() < (0.6 if len(title) > 14 else 0.3):
        cut = random.randint(1, len(clauses) - 1)
        return [" ".join(clauses[:cut]), " ".join(clauses[cut:])]
    return [title]


def _find_talk(paragraphs: list[str]) -> list[str]:
    # A report can open with people talking, a row each: “您好，请排队！”
    said = TALK.findall("".join(paragraphs))[:3]
    return said if len(said) > 1 else []


def _open_with_quote(body: list[tuple[BlockRole, str]]) -> list[tuple[BlockRole, str]]:
    # A feature likes to open with what somebody says: “以前出门两脚泥，现在好了。”石小满说。
    for place, (role, line) in enumerate(body[: len(body) // 2]):
        if role == BlockRole.PARAGRAPH and line.startswith("“"):
            return body[place:]
    return body


def _make_lead(random: Random, name: str) -> str:
    outlet = random.choice(WORDS["outlets"])
    if random.random() < 0.05:
        return f"{outlet} 记者{name}报道"
    authors = make_phrase(random, "authors", name=name)
    return f"{outlet}（{authors}）" if random.random() < 0.9 else f"（{authors}）"


def _make_byline(random: Random, name: str) -> tuple[str, Genre]:
    if random.random() < 0.25:
        return make_phrase(random, "commentators", name=name), Genre.COMMENTARY
    return make_phrase(random, "bylines"), Genre.FEATURE


def _make_kicker(random: Random, title: str, paragraphs: list[str]) -> str:
    first = paragraphs[0]
    if (event := EVENT.search(first)) and random.random() < 0.6:
        return event[0]
    # What stands above a title says more words of what went before, or how it came about.
    if random.random() < 0.1 and (clauses := [said for said in _find_clauses(paragraphs[:2]) if len(said) > 8]):
        return random.choice(clauses)
    topic = _find_topic(title, paragraphs, random)
    return make_phrase(random, "kickers", topic=topic, opening=first[:12].replace("{", "").replace("}", ""))


def _make_subtitle(random: Random, title: str, paragraphs: list[str], *, essay: bool) -> str:
    if essay and random.random() < 0.6:
        return "——" + make_phrase(random, "dashed", topic=_find_topic(title, paragraphs, random))
    clauses = _find_clauses(paragraphs[:4])
    if clauses and random.random() < 0.25:
        # What a headline adds below its title is a detail, most often a figure.
        figures = [clause for clause in clauses if FIGURE.search(clause)] if random.random() < 0.5 else []
        said, *more = random.sample(figures or clauses, min(2, len(figures or clauses)))
        return f"{said} {more[0]}" if more and len(said) < 11 and random.random() < 0.3 else said
    return make_phrase(random, "attendance")


def _find_clauses(paragraphs: list[str]) -> list[str]:
    return [clause for line in paragraphs for clause in CLAUSE.findall(line) if not UNFIT.search(clause)]


def _find_topic(title: str, paragraphs: list[str], random: Random) -> str:
    """What an article is about, in its own words; at times in those of its title."""
    topics = [topic for line in paragraphs for topic in TOPIC.findall(line)]
    if topics and random.random() < 0.8:
        return str(random.choice(topics))
    return re.sub(r"[\s{}]", "", title)[: random.randint(4, 10)]
