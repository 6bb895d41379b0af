"""Rules that say what of a mention taken for a title is one."""

from __future__ import annotations

import re

from yaowen.entities.cases import Case, NoName, Parts, Rule
from yaowen.schema import Label, Mention

DEPARTMENT = "(?!值班|[全专学本]科|总部|干部)[一-鿿]{1,7}?"
HEADS = "副?(?:经理|主任(?:医师)?|[科处股部]长|总监)|护士长|主[治管](?:医师|技师|护师)"
SUBDIVISION = re.compile(f"{DEPARTMENT}(?:[部科处股]|车间|班)(?=(?:{HEADS}|班长)$)")
"""Of the body before it: 云漠机床厂|外贸部|经理."""
OF_DEPARTMENT = re.compile(f"(?P<department>{DEPARTMENT}[部科处股])(?:{HEADS}|(?P<trade>(?<![内外]科)医生|(?<=科)民警))")
TRADES = {"民警", "交警", "法官", "检察官", "护士", "司机"}
"""Titles only where they touch a name: 民警王一, but not 民警赶到现场."""


def _is_trade(case: Case) -> tuple[Mention, ...] | None:
    """民警|赶到现场 names nobody."""
    touches = case.touches(*Label) or case.leads(*Label)
    return () if case.mention.text in TRADES and not touches else None


def _without_subdivision(case: Case) -> tuple[Mention, ...] | None:
    """外贸部|经理 where a body stands before it, which has its department."""
    part = SUBDIVISION.match(case.mention.text)
    if not part or not case.above or case.taken != case.mention.start + part.end():
        return None
    return (case.mark(case.taken, case.mention.end),)


def _with_department(case: Case) -> tuple[Mention, ...] | None:
    """该院|儿科|主任, 骨科|医生|王一: of a body that stands elsewhere."""
    found = OF_DEPARTMENT.fullmatch(case.mention.text)
    if not found or (found["trade"] and not case.leads(Label.PERSON)):
        return None
    at = case.mention.start + found.end("department")
    return (case.mark(case.mention.start, at, Label.ORG), case.mark(at, case.mention.end))


RULES: tuple[Rule, ...] = (
    NoName(re.compile("女?选手|作者")),
    _is_trade,
    # 退休|教师, 办案|民警, 驻村|第一书记: how somebody does his work
    Parts(
        re.compile(
            "(?:(?:[退离]休|值班|承办|办案|主刀|执勤|前辈|出租车)"
            "(?=[教老]师|医生|护士|[民交]警|[警法]官|检察官|司机|工程师|艺人)"
            "|驻村(?=第一书记$)|项目(?=总工程师$|首席))(.+)"
        )
    ),
    _without_subdivision,
    _with_department,
)
"""In the order in which they are asked; the first that has something to say decides."""
