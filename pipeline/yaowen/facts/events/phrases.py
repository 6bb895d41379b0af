"""The names of gatherings in a clause and whose they are: where a name starts, who acts in it, which bodies hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaowen.datelines import OPENING
from yaowen.facts.events.days import Days
from yaowen.facts.events.gatherings import CALLED_MEETING, OWN_MEETING
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence
from yaowen.facts.wording import AREA, DAY, MANNER, PEOPLE
from yaowen.schema import Label, Mention
from yaowen.vocabulary import Kind, cut

LEAD_IN = re.compile(
    # Who says so, and when: 据悉, 大会决定, 最后.
    rf"(?:【[^】\n]{{2,24}}】|(?:(?:(?:会议|大会|全会)(?:表决)?)?决定(?!书)|据悉|据了解|听说|得知|其中|如今|这(?:也|同样)?是|宣布|最终|最后|{DAY}|随着"
    # Which one: 一场别开生面的, 一年一度的, 备受关注的.
    r"|作为[^，。的\n]{2,16}的|所在(?:党?支部)?的?|此次|本次|本届|这次|[一两][场次台堂](?:[^，。的“”]{1,12}的)?|一年一度的|备受(?:瞩目|关注|期待)的"
    # What became of it: 因大雨推迟的.
    r"|(?:因|受)[^，。\n]{1,24}(?:推迟|延期|顺延|改期)[^，。的\n]{0,8}的|(?:万众|举世|令人)瞩目的|[^。\n]{1,60}……"
    # Who holds or made it: 由市总工会主办的, 由某厂建造的, 市图书馆举办的.
    r"|由[^，。\n]{1,120}?(?:主办|举办|承办|协办|组织|发起|支持|打造|指导)的|由[^，。\n的]{2,60}的"
    r"|[^，。\n“”]{2,60}?(?:举办|主办|承办|协办|组织|发起|召开|举行|开展|创排|出品|执导|作为[^，。的\n]{2,12})的"
    # How long and where: 为期三天的, 位于柳湖畔的.
    r"|(?:为期|历时|[赛会展]期)(?:[^，。\n]{1,8}的|[一二两三四五六七八九十0-9]+[天日](?=第|“|[0-9]))"
    r"|(?:总?投资|占地|全长|总长|建筑面积)[^，。的“”]{2,14}的|其(?=[^他中间余实])|(?:位于|横跨|连接)[^，。\n]{2,30}?的"
    # Its theme: 以“春耕”为主题的.
    r"|以[^，。\n]{1,40}为主题的|以“[^”\n]{1,40}”为主题的|主题为[^，。\n]{1,40}的|以[“‘][^，。\n]{1,40}[”’]为主题"
    # Which round, whose, where: 第三轮, 我市, 在安渡举行的.
    r"|[\u4e00-\u9fff]{0,4}第?[一二三四五六七八九十]+轮的?(?=[^将于在定])"
    r"|我[市省县区校州](?:与(?=[^，。；]{2,40}(?:签约|合作|共建)))?|来自|在[^，。\n]{1,30}(?:，|举[行办]的|召开的)))+"
)
"""What stands before the name of what is held, and is none of it."""
ACTS = re.compile(
    r"宣布|出席|主持|参加|率|赴|到|在|[与和](?![《“])|同(?!志)|向|为"
    r"|代表|表示|指出|强调|[、，]|一行|等|受邀|应邀|走|来|作|致|说"
)
MEASURED = re.compile(
    # 一场别开生面的, 首次.
    r"(?:(?:一|首(?!届)|两|多|数|这|本|此)[场次届个期项轮堂台节](?:[^，。的“”]{1,12}的)?|首次"
    # 简短而庄重的, 百余名代表参加的, 盛大.
    r"|(?:简朴|俭朴|简短|简约|庄重|热烈)(?:而又?[^，。“”的]{0,3})?的"
    r"|[^，。“”的]{2,30}(?:参加|列席|出席)的|(?:盛大|隆重)(?:(?:而|又)?[^，。“”的]{0,2}的)?"
    # 为期三天的, 以防火为主题的.
    r"|(?:为期|持续|长达|历时)[^的]{1,6}的|以[^，。]{1,40}为主题(?:的|(?=“))|主题为[^，。]{1,40}?的)+"
)
"""What leads to the name of what is held: 一场别开生面的, 为期三天的."""

BODY_GAP = re.compile(
    rf"(?:于|[在赴到][^，。\n]{{1,30}}|(?:走进|深入|来到|前往)[^，。\n]{{1,20}}|{DAY}"
    rf"|{MANNER}|携手|组织|具体|牵头|将|还|等[^，。\n]{{0,16}}|邀请[^，。\n]{{1,20}}|主持"
    r"|为[^，。；\n]{2,16}|党组|工作人员|志愿者|[一二]审|依法|(?:就|围绕|针对)[^，。；\n]{2,24}|[（(][^（）()\n]{1,30}[）)])*+"
)
_AND = re.compile(r"(?:[（(][^（）()\n]{1,30}[）)])?(?:[、和与及 \u3000]|以及|共同|联合|携手|会同)")
_WITH = re.compile("[、和与]|(?:共同)?(?:联合|携手|会同)")
_THERE = re.compile(r"(?:[在于赴到]|走进|前往|来到|深入|奔赴)[\u4e00-\u9fff]{0,10}$")
_ACTS_ITSELF = re.compile(r"(?:日前|近日|昨日|今日)?(?:牵头|组织|联合|邀请|携手|开展|举办|走进|深入|来到|前往|将|把|利用|依托)")
_SENT = re.compile("(?:组织|邀请|选派|派出)$")
"""Before a body that somebody sends."""
_JOINS = re.compile("(?:将|牵头，?)?(?:联合|会同|携手)")
_TOGETHER = re.compile("[\u4e00-\u9fff]{0,10}?(?:，|[在于])|共同|联合|组织|开展|举[行办]")
MANY = re.compile(
    rf"(?:[0-9０-９百千两数]+余?多?[名位人]|各界|部分|{PEOPLE}|[考采访][察访问]团"
    r"|服务队|小分队|团队|医疗队|宣讲团|突击队|轻骑兵)[^，。；]{0,14}$"
)
"""Unnamed people who act: 40余名市民代表|走进水厂."""


@dataclass(frozen=True)
class Phrases:
    """Reads the clauses of one article."""

    scene: Scene
    days: Days

    def name_start(self, start: int, end: int) -> int:
        """Where a name starts in its clause, behind dateline, date and what leads in: 由某会主办的, 为期三天的."""
        chars = self.scene.chars
        if dateline := OPENING.match(chars, start, end):
            start = dateline.end()
        while start < end:
            before = start
            for date in self.days.within(max(0, start - 30), end):
                if date.start <= start < date.end <= end and date.is_day:
                    start = date.end
            if lead := LEAD_IN.match(chars, start, end):
                start = lead.end()
            while start < end and chars[start] in " \u3000，,、":
                start += 1
            if start == before:
                break
        return start

    def tells_of_person(self, start: int, end: int) -> bool:
        """Whether somebody acts in what would be a name: 王一宣布某节|开幕, but 王一先进事迹报告会."""
        return any(
            mention.label == Label.PERSON
            and not self.scene.quotation(mention.start)
            and ACTS.match(self.scene.chars, mention.end, end) is not None
            for mention in self.scene.mentions_in(start, end)
        )

    def is_body(self, start: int, end: int) -> bool:
        """Whether a passage ends with an organisation's name: 安委会召开会议 tells of no 安委会."""
        orgs = [m for m in self.scene.mentions_in(start, end) if m.label == Label.ORG and m.end == end]
        return any(not CALLED_MEETING.search(m.text) and not OWN_MEETING.fullmatch(m.text) for m in orgs)

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a passage is one phrase that nobody acts in: 柳湖新区综合开发项目."""
        chars = self.scene.chars[start:end]
        return 4 <= len(chars) <= 40 and not set("，、；。") & set(chars) and not self.tells_of_person(start, end)

    def opening_body(self, sentence: Sentence, place: int) -> Mention | None:
        """The body that a sentence starts with and that does all it tells: 市医院|组织专家走进某村，开展义诊.

        What it does it for or when may stand before: 为服务群众，近日，|市医院|组织….
        """
        position = sentence.start
        while position < place:
            first = self.scene.mention_at(self.name_start(position, place))
            if first is not None:
                return first if self._may_act(first) and _ACTS_ITSELF.match(self.scene.chars, first.end) else None
            position = max(position, self.scene.clause(position, sentence)[1]) + 1
        return None

    def _may_act(self, mention: Mention) -> bool:
        """Whether a mention is a body or an area that may act as one: 柳湖街道."""
        return mention.label == Label.ORG or (mention.label == Label.PLACE and AREA.search(mention.text) is not None)

    def holder(self, start: int, end: int) -> tuple[Mention, ...]:
        """The body that a name opens with, before what it calls its activity: 县梆子剧团|“送戏下乡”惠民演出."""
        first = self.scene.mention_at(start)
        holds = first and first.label == Label.ORG and first.end < end and self.scene.chars[first.end] == "“"
        return (first,) if first and holds else ()

    def joined(self, first: Mention) -> tuple[Mention, ...]:
        """A body with those that it does something together with: 市交警支队|联合市应急管理局、石河社区，在…."""
        chars, found = self.scene.chars, [first]
        joins = _JOINS.match(chars, first.end)
        while joins and (further := self.scene.mention_at(joins.end())) and self._may_act(further):
            found.append(further)
            joins = _AND.match(chars, further.end)
        return tuple(found) if joins is None and _TOGETHER.match(chars, found[-1].end) else (first,)

    def bodies(self, start: int, place: int) -> tuple[Mention, ...]:
        """The organisations that are the subject of a verb: 市文旅局、市文联|联合举办."""
        chars = self.scene.chars
        found: list[Mention] = []
        position = place
        for mention in reversed(self.scene.mentions_in(start, place)):
            gap = chars[mention.end : position]
            if self.scene.bracket(mention.start):
                continue
            if not found and (sent := _SENT.search(chars, start, mention.start)) and mention.label == Label.ORG:
                position = sent.start()  # 县文旅局|组织县剧团到北村|开展送戏活动
                continue
            if not found and (there := _THERE.search(chars, start, mention.start)):
                position = there.start()  # 市文旅局|在北京市海淀区|举办
            elif self._holds_it(mention, gap, found) or self._is_joined_area(mention, start, gap, last=not found):
                found.append(mention)
                position = mention.start
            elif mention.label == Label.PLACE and not found and self._is_subject(mention, start, gap):
                return (mention,)
            elif mention.label == Label.PLACE and not found and len(gap) < 40:
                continue
            else:
                break
        return tuple(reversed(found))

    def _holds_it(self, body: Mention, gap: str, found: list[Mention]) -> bool:
        """Whether a body is a subject of the verb, or of those that are `found` behind it."""
        if body.label != Label.ORG:
            return False
        return _AND.fullmatch(gap) is not None if found else not gap or BODY_GAP.fullmatch(gap) is not None

    def _is_joined_area(self, place: Mention, start: int, gap: str, *, last: bool) -> bool:
        """Whether an area holds it with others: 石桥社区|、县消防队|联合举办; 柳湖镇|联合|县医院; 县政府与|石桥市|主办."""
        before = self.scene.chars[max(start, place.start - 1) : place.start]
        if last:
            return before in {"与", "和", "、"} and gap in {"", "共同", "联合"} and AREA.search(place.text) is not None
        opens = before in {"", "，", "、", ",", " ", "由"}
        return opens and place.label == Label.PLACE and AREA.search(place.text) is not None and bool(_WITH.fullmatch(gap))

    def _is_subject(self, place: Mention, start: int, gap: str) -> bool:
        """Whether an area holds the event itself: 云阳县|举行演练, but 在云阳县举行."""
        before = self.scene.chars[max(start, place.start - 1) : place.start]
        return AREA.search(place.text) is not None and before in {"", "，", ",", " "} and BODY_GAP.fullmatch(gap) is not None


AGES = {"现代", "当代", "近代", "古代"}
"""Times that tell what something is like: 现代豫剧《柳湖人家》."""


def is_noun(name: str) -> bool:
    """Whether a phrase names something: no 这标志着…, no …就率先."""
    words = cut(name)
    outer = {words[-1].kind} if words[0].text in AGES else {words[0].kind, words[-1].kind}
    return not outer & {Kind.PRONOUN, Kind.ADVERB, Kind.PREPOSITION, Kind.TIME, Kind.CONJUNCTION}


def unmeasured(name: str) -> str:
    """A name without what leads to it: 一场别开生面的|博士生复试."""
    lead = MEASURED.match(name)
    return name[lead.end() :] if lead else name
