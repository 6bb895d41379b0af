"""Invented names and turns of phrase, drawn by chance."""

from __future__ import annotations

import tomllib
from importlib import resources
from random import Random
from typing import Any

from yaowen.segment.surnames import SURNAMES

WORDS: dict[str, Any] = tomllib.loads(resources.files("yaowen.train").joinpath("newsprint.toml").read_text("utf-8"))
COMMON = "".join(WORDS["surnames"].split())
GIVEN = "".join(WORDS["given"].split())


def make_name(random: Random) -> str:
    """A name that nobody need have."""
    surname = random.choice(COMMON if random.random() < 0.6 else SURNAMES)
    return surname + "".join(random.choice(GIVEN) for _ in range(random.choice((1, 2, 2))))


def draw(random: Random, words: str) -> str:
    """One of the words of a list that is written as a string."""
    return random.choice(str(WORDS[words]).split())


def fill_in(template: str, random: Random, **known: str) -> str:
    """A template with what stands between its braces drawn by chance, but for what is known."""
    name, section = make_name(random), draw(random, "sections")
    date = random.randint(2015, 2026), random.randint(1, 12), random.randint(1, 28)
    values = {
        "name": name,
        "spread": f"{name[0]} {name[1]}" if len(name) == 2 and random.random() < 0.5 else name,
        "other": make_name(random),
        "third": make_name(random),
        "several": "".join(make_name(random) for _ in range(random.randint(1, 4))),
        "place": draw(random, "places"),
        "body": draw(random, "bodies"),
        "section": section,
        "spaced": " ".join(section),
        "weekday": random.choice(WORDS["weekdays"]),
        "date": f"{date[0]}年{date[1]}月{date[2]}日",
        "day": f"{date[0]}-{date[1]:02d}-{date[2]:02d}",
        "clock": f"{random.randint(0, 23):02d}:{random.randint(0, 59):02d}",
        "page": str(random.randint(2, 8)),
        "issue": str(random.randint(1000, 20000)),
        "count": str(random.randint(10, 400)),
        "number": str(random.randint(2000000, 8999999)),
        "verb": draw(random, "verbs"),
        "deed": draw(random, "deeds"),
        "theme": draw(random, "themes"),
        "where": draw(random, "where"),
        "ordinal": random.choice("三四五六七"),
        "even": random.choice("二四六八"),
        "over": draw(random, "over"),
        "act": draw(random, "acts"),
        "project": draw(random, "projects"),
        "visit": draw(random, "visits"),
        "scene": random.choice(WORDS["scenes"])[2:],
        "matter": random.choice(WORDS["matters"]),
        "pinyin": draw(random, "pinyin"),
        "medium": draw(random, "media"),
    }
    return template.format_map(values | known)


def make_phrase(random: Random, kind: str, **known: str) -> str:
    """A phrase of a kind (`kickers`, `bylines` …)."""
    return fill_in(random.choice(WORDS[kind]), random, **known)
