"""What a local paper adds to an article or sets otherwise, in the article's own words or in made-up ones."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from yaowen.schema import BlockRole, Genre
from yaowen.train.newsprint import WORDS, make_name, make_phrase

TALK = re.compile(r"“[^“”]{4,22}[！？。]”")
KICKERS_LESS = 0.35
"""A national paper sets kickers over many titles that a local one would set alone, or with a line below."""
ANNOUNCED = 0.1
"""So often is a title put below the event that its article reports."""
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

Body = list[tuple[BlockRole, str]]
"""Paragraphs and subheads in their order."""


class Authors(NamedTuple):
    """Who wrote an article, and where that is said; the genre is known by it."""

    lead: str | None
    signed: str | None
    byline: str | None = None
    genre: Genre = Genre.NEWS


def name_authors(lead: str | None, signed: str | None, reporter: str, random: Random) -> Authors:
    """Where a local paper says who wrote an article, which has a lead or names at its end or neither."""
    byline, genre = None, Genre.NEWS
    if not lead and not signed and random.random() < 0.35:
        lead = make_lead(reporter, random)
    if not lead and not signed and random.random() < 0.75:
        byline, genre = _make_byline(reporter, random)
    if (not lead and not signed and not byline and random.random() < 0.8) or (lead and random.random() < 0.03):
        signed, lead = make_phrase(random, "signatures"), None
    elif lead and random.random() < 0.06:
        signed, lead = " ".join(make_name(random) for _ in range(random.randint(2, 8))), None
    return Authors(lead, signed, byline, genre)


def make_lead(reporter: str, random: Random) -> str:
    """What stands before the first word of a report: 本报讯（记者某某）."""
    outlet = random.choice(WORDS["outlets"])
    if random.random() < 0.05:
        return f"{outlet} 记者{reporter}报道"
    authors = make_phrase(random, "authors", name=reporter)
    return f"{outlet}（{authors}）" if random.random() < 0.9 else f"（{authors}）"


def _make_byline(reporter: str, random: Random) -> tuple[str, Genre]:
    if random.random() < 0.25:
        return make_phrase(random, "commentators", name=reporter), Genre.COMMENTARY
    return make_phrase(random, "bylines"), Genre.FEATURE


def vary_opening(title: str, body: Body, lead: str | None, random: Random) -> Body:
    """The body, on some pages with an editor's note, people talking or a quotation before what it says first."""
    paragraphs = [line for _, line in body]
    if random.random() < 0.02:
        note = make_phrase(random, "notes", topic=_find_topic(title, paragraphs, random))
        return [(BlockRole.PARAGRAPH, note), *body]
    if random.random() < 0.12:
        return [*((BlockRole.PARAGRAPH, line) for line in _find_talk(paragraphs)), *body]
    if not lead and random.random() < 0.4:
        return _open_with_quote(body)
    return body


def _find_talk(paragraphs: list[str]) -> list[str]:
    # A report can open with people talking, a row each: “您好，请排队！”
    said = TALK.findall("".join(paragraphs))[:3]
    return said if len(said) > 1 else []


def _open_with_quote(body: Body) -> Body:
    # A feature likes to open with what somebody says: “以前出门两脚泥，现在好了。”石小满说。
    for place, (role, line) in enumerate(body[: len(body) // 2]):
        if role == BlockRole.PARAGRAPH and line.startswith("“"):
            return body[place:]
    return body


def announce(title: str, opening: str, random: Random) -> dict[str, str]:
    """At times a paper's title says what was held, and below it stands what a web page has as its title.

    Not where that is more than a plain detail: two clauses, or words in quotation marks, are set large.
    """
    if random.random() < ANNOUNCED and (event := EVENT.search(opening)) and not re.search("[ “”！？—]", title):
        return {"title": event[0], "below": title}
    return {}


def choose_kicker(kicker: str | None, title: str, body: Body, authors: Authors, random: Random) -> str | None:
    """What stands above a title: what the article has there, less of it, or something made up."""
    if kicker and not SPOKE.search(kicker) and random.random() < KICKERS_LESS:
        kicker = None
    if kicker and random.random() < 0.4:
        kicker = kicker.rstrip("—：: ") or None
    if not kicker and (authors.lead or not authors.byline) and random.random() < 0.14:
        kicker = _make_kicker(title, [line for role, line in body if role == BlockRole.PARAGRAPH], random)
    return kicker


def _make_kicker(title: str, paragraphs: list[str], random: Random) -> str:
    first = paragraphs[0]
    if (event := EVENT.search(first)) and random.random() < 0.4:
        return event[0]
    # What stands above a title says more words of what went before, or how it came about.
    if random.random() < 0.1 and (clauses := [said for said in _find_clauses(paragraphs[:2]) if len(said) > 8]):
        return random.choice(clauses)
    topic = _find_topic(title, paragraphs, random)
    return make_phrase(random, "kickers", topic=topic, opening=first[:12].replace("{", "").replace("}", ""))


def find_demand(paragraphs: list[str], random: Random) -> list[str]:
    """What is said to be done, as a row more of a title; at times nothing."""
    if random.random() < 0.6 and (said := [clause for line in paragraphs for clause in SAID_TO_DO.findall(line)]):
        return [random.choice(said)]
    return []


def make_subtitle(title: str, paragraphs: list[str], random: Random, *, essay: bool) -> str:
    """What stands below a title: what an essay is about, a detail of the news, or who took part."""
    if essay and random.random() < 0.6:
        return "——" + make_phrase(random, "dashed", topic=_find_topic(title, paragraphs, random))
    clauses = _find_clauses(paragraphs[:4])
    if clauses and random.random() < 0.25:
        # What a headline adds below its title is a detail, most often a figure.
        figures = [clause for clause in clauses if FIGURE.search(clause)] if random.random() < 0.5 else []
        said, *more = random.sample(figures or clauses, min(2, len(figures or clauses)))
        return f"{said} {more[0]}" if more and len(said) < 11 and random.random() < 0.3 else said
    return make_phrase(random, "attendance")


def vary_dash(subtitle: str, random: Random) -> str:
    """A subtitle, with one of the dashes that papers set before it if it has any."""
    if not subtitle.startswith("—"):
        return subtitle
    return random.choice(("——", "——", "—— ", "—", "")) + subtitle.lstrip("— ")


def choose_series(named: str | None, byline: str | None, random: Random) -> str | None:
    """The series that an article says it belongs to, or one that is made up; columnists have one more often."""
    series = named if random.random() < 0.5 else None
    if not series and random.random() < (0.25 if byline else 0.04):
        series = make_phrase(random, "series")
    return series


def _find_clauses(paragraphs: list[str]) -> list[str]:
    return [clause for line in paragraphs for clause in CLAUSE.findall(line) if not UNFIT.search(clause)]


def _find_topic(title: str, paragraphs: list[str], random: Random) -> str:
    """What an article is about, in its own words; at times in those of its title."""
    topics = [topic for line in paragraphs for topic in TOPIC.findall(line)]
    if topics and random.random() < 0.8:
        return str(random.choice(topics))
    return re.sub(r"[\s{}]", "", title)[: random.randint(4, 10)]
