"""What an event is called: of the names that headline and lead give it the shortest that is full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yaowen.facts.events.gatherings import alike, is_plain
from yaowen.facts.events.reports import Report
from yaowen.facts.events.visits import VISIT
from yaowen.facts.scene import Scene
from yaowen.schema import Label

CALLED = re.compile(r"简?称(?:为|作)?[：:]?[“\"]?(?P<short>[^“”\"（）()，。：:\n]{2,12})[”\"]?[）)]")
"""第六届某博览会（以下简称“某博会”）."""
WHOLE = ("会", "会议", "式", "典礼", "赛", "节", "展", "活动", "论坛", "班", "学习", "营", "季", "周", "站")
GAMES = re.compile("[省市县区州]运会")
"""市运会游泳比赛 over a report on 某市第四届运动会游泳比赛."""
ORGAN = re.compile("党组|主任会议|主席会议|常务会议|主席团")
"""某人大常委会第三次会议 is none of its 党组会议 and 主任会议, held the same day."""
OF_BODY = re.compile(
    "[\u4e00-\u9fff]{1,12}[局办院委厅府协联会校学司团]"
    "(?:会议|座谈会|协商会|推进会|现场会|调度会|动员会|表彰会|签约仪式|启动仪式|新闻发布会|媒体通气会)"
)
"""县委座谈会 over a report on 县委 and its 民营企业家座谈会: whose it is says less than what it is on."""
EDITION = re.compile(
    "(?:19|20)[0-9]{2}[—–~-](?:19|20)?[0-9]{2}(?:赛季|年度?)?|(?:19|20)[0-9]{2}年?"
    "|第[0-9一二三四五六七八九十百]{1,4}届|首届|“[^”]{2,12}”(?=[^”]{4})"
)
"""2031|“柳湖杯”|龙舟赛, 2030—2031赛季|滑冰冠军赛."""
FIRM_WORK = re.compile("[\u4e00-\u9fff（）]{2,20}(?:公司|集团)(?=[^的向与和对]{4,16}(?:项目|工程))")
"""Whose work it is: 安河水泥有限公司|石膏利用项目投产仪式."""
THIS = re.compile("(?:[这此]|[本该](?=[次届场期]))[次届场期项个]")
OFFICERS = "会长|主席|秘书|理事|组委会|筹委会|办公室|执委会"
"""Behind the name of a body that is called so too: 全国园林年会|会长王一."""
SHORTEST = 6
"""So many characters at least has a name that says what it is."""
_LED_TO = re.compile(r"为(?:确保|了|做|推|进|迎)|[在对由与将]|通过|确保")
"""为确保某活动顺利举办: how it is spoken of further down."""


@dataclass(frozen=True)
class EventNames:
    """Finds the names of the events of one article."""

    scene: Scene

    def of(self, report: Report, same: Sequence[Report], lead: Sequence[Report]) -> str | None:
        """The name of an event: `same` in the headline and `lead` in the first sentences report it too."""
        called = [
            other
            for other in (report, *same, *lead)
            if (other.kind == report.kind or "暨" in other.called) and not other.plain and other.loose <= report.loose
        ]
        # What was won 在某赛女子组比赛中 does not name the whole.
        called = [other for other in called if other.told] or called
        called = [other for other in called if not self._is_called_back(other)] or called
        names = [other.name for other in called if other.name and len(other.name) >= 5 and not _LED_TO.match(other.name)]
        # 市政府召开常务会议 is called by its whole name where the report has one.
        written = [name for name in names if name in self.scene.chars]
        names = written if report.name in written else names
        # 某会议第一次全体会议 is not the 主席团会议 held in it.
        near = [name for name in names if any(other.name == name for other in same) or alike(name, report.name) >= 0.6]
        organs = {*ORGAN.findall(report.called)}
        near = [name for name in near if organs >= {*ORGAN.findall(name)}]
        if report.is_tour:
            return self._of_tour(report, near or names)
        return self._alone(self._shortest_full(near or names) or report.name)

    def _is_called_back(self, report: Report) -> bool:
        """Whether a passage only comes back to what was named before: 我县举办这次|“春风”比赛, after “春风”演讲比赛."""
        start = report.named[0]
        return THIS.search(self.scene.chars, max(start - 3, 0), start) is not None or bool(THIS.match(self.scene.chars, start))

    def _alone(self, name: str | None) -> str | None:
        """A name without the year, edition or home it has in one place, where the text has the rest by itself elsewhere."""
        if name is None or "暨" in name:
            return name
        if work := FIRM_WORK.match(name):
            name = name[work.end() :]
        homes = {mention.text for mention in self.scene.mentions if mention.label in {Label.PLACE, Label.ORG}}
        rest, found = name.removesuffix("决赛") if name.endswith("赛决赛") else name, name
        while True:
            opening = EDITION.match(rest)
            home = max((home for home in homes if rest.startswith(home)), key=len, default="")
            whole, rest = rest, rest[opening.end() if opening else len(home) :]
            alone = re.compile(rf"(?<![^\n。，]){re.escape(rest)}(?!{OFFICERS})")
            if len(rest) >= SHORTEST and not is_plain(rest) and alone.search(self.scene.chars):
                found = rest
            if rest == whole:
                return found

    def _of_tour(self, report: Report, names: list[str]) -> str | None:
        """What a tour was about: 督导春耕和防汛工作 in the body is fuller than 督导春耕工作 over it."""
        names = sorted(names, key=lambda name: "了" in name)  # 走访慰问百岁老人 over 走访慰问了5位百岁老人
        whole = report.called
        bare = whole.removesuffix("情况")
        if bare != whole and bare in names:
            return bare
        if "《" in whole:
            return whole  # 检查《安河市绿化条例》实施情况, over it 检查绿化条例实施情况
        # 围绕春耕开展视察 is worse than either.
        return next((name for name in names if VISIT.match(name) and name.removesuffix("工作") not in whole), report.name)

    def _shortest_full(self, names: list[str]) -> str | None:
        """The shortest of some names that is full: of A暨B the whole, no 教博会 for what the text calls so for short."""
        names = [name for name in names if not any(_abridges(name, whole) for whole in names)]
        short = tuple(match["short"] for match in CALLED.finditer(self.scene.chars))
        for full in (
            lambda name: "暨" in name,
            lambda name: not GAMES.search(name) and not OF_BODY.fullmatch(name),
            lambda name: not name.endswith(short) if short else True,
            lambda name: not is_plain(name) and "的" not in name,
            lambda name: name.endswith(WHOLE),  # 某大桥通车仪式, though the headline says 某大桥通车
        ):
            names = [name for name in names if full(name)] or names
        return min(names, key=len, default=None)


CUT_SHORT = re.compile("[赛展节]$|[博洽交]会$")


def _abridges(short: str, whole: str) -> bool:
    """Whether a name cuts the word short that a longer one ends with: 柳湖龙舟|赛 of 柳湖龙舟|公开赛."""
    if len(short) < 5 or short[-3:] in whole or not CUT_SHORT.search(short):
        return False
    letters = iter(whole)
    return all(letter in letters for letter in short)
