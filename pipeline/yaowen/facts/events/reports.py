"""A passage that reports an event, and whether two of them report one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yaowen.facts.events.gatherings import alike, joined_objects, kind_of, sessions_differ, unquoted
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import BODY, Sentence
from yaowen.facts.wording import PLANNED
from yaowen.schema import EventKind, Mention

PLANNED_NEAR = 50
"""So many characters before a verb at most stands what says that it is still to come."""


@dataclass(frozen=True)
class Report:
    """A passage that reports an event: its sentence, the place of the verb, and the name (in words where none is written)."""

    sentence: Sentence
    place: int
    kind: EventKind
    name: str | None
    named: tuple[int, int]
    """Where the name stands; the verb, where it has no name."""
    planned: bool = False
    body: tuple[Mention, ...] = ()
    """The organisations that 举行 or 组织 it."""
    plain: bool = False
    """Whether it has no name but what it is (会议, 仪式)."""
    loose: bool = False
    """Whether no word says that it is an occasion: what somebody went somewhere for, an activity (开展采风)."""
    explains: bool = False
    """Whether it says what the scene of a picture is a part of: 当天，市工会开展“送清凉”活动."""
    told: bool = True
    """Whether the sentence says that it was held, rather than what was said there (在发布会上表示)."""

    @property
    def called(self) -> str:
        """Its name; nothing where it has none."""
        return self.name or ""

    @property
    def is_tour(self) -> bool:
        """Whether somebody visits something, rather than people gather."""
        return self.kind == EventKind.INSPECTION

    def is_told_in(self, sentence: Sentence) -> bool:
        """Whether a sentence or a part of one is that of the report."""
        return (sentence.block, sentence.number, sentence.role) == (
            self.sentence.block,
            self.sentence.number,
            self.sentence.role,
        )


@dataclass(frozen=True)
class Passage:
    """A sentence that tells of an event, and the report it is told with."""

    sentence: Sentence
    report: Report
    end: int
    """Where it stops telling who did what: behind 表示：“, for what is said is done by nobody there."""

    @property
    def start(self) -> int:
        """Where the sentence starts."""
        return self.sentence.start

    @property
    def headline(self) -> bool:
        """Whether it is a line of the headline."""
        return self.sentence.role not in BODY

    @property
    def contest(self) -> bool:
        """Whether people win something at the event."""
        return self.report.kind == EventKind.COMPETITION or "赛" in self.report.called


def is_planned(scene: Scene, start: int, place: int) -> bool:
    """Whether what a verb tells is still to come, as the words of its clause before it say: 将于8日|举行."""
    return PLANNED.search(scene.chars, max(start, place - PLANNED_NEAR), place) is not None


def with_joined(scene: Scene, report: Report, end: int) -> Iterator[Report]:
    """A report, and those of what was convened together with it: 主持召开|甲会议|和|乙会议."""
    yield report
    for start, last in joined_objects(scene, report.named[1], end):
        name = unquoted(scene.chars[start:last])
        yield replace(report, kind=kind_of(name) or report.kind, name=name, named=(start, last), plain=False)


def same_occasion(one: Report, other: Report) -> bool:
    """Whether two passages report one event: of two visits always, of gatherings by their names."""
    apart = one.named[1] <= other.named[0] or other.named[1] <= one.named[0]
    if apart and (one.sentence, one.place) == (other.sentence, other.place):
        return False  # 召开|甲会议|和|乙会议
    if one.is_tour or other.is_tour:
        return one.kind == other.kind
    short, joint = sorted((one.called, other.called), key=len)
    if "暨" in joint and len(short) > 2 and any(part.endswith(short) for part in joint.split("暨")):
        return True  # 某论坛暨某嘉年华 is both
    if sessions_differ(one.name, other.name):
        return False  # 市人大常委会第十二次会议决定召开市人大三次会议
    kinds = {one.kind, other.kind}
    if EventKind.MEETING in kinds and len(kinds) > 1 and not {one.plain, other.plain} - {False}:
        return False  # 某节新闻发布会 is not 某节
    if kinds == {EventKind.CEREMONY} and _of_one_word(one.called, other.called):
        return True
    return alike(one.name, other.name) >= 0.4


_OPENS = re.compile("(?P<what>开工|动工|奠基|竣工|通车|投产|投运|落成|启用|开通|首航|揭牌|开园|开馆)(?:仪式|典礼)")


def _of_one_word(one: str, other: str) -> bool:
    """Whether a ceremony without a name is for what the other opens: 举行|通车仪式, over it 柳湖大桥|通车."""
    return any(
        (bare := _OPENS.fullmatch(name)) is not None and whole.endswith(bare["what"])
        for name, whole in ((one, other), (other, one))
    )
