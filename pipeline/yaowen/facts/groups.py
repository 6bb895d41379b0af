"""The unnamed parties and the bodies that took part in an event: 各县分管负责同志, 部分人大代表, 126名选手, 市妇联.

Reads one sentence. What stands before a verb of taking part is cut into a list, item by item: a name and its office
are no group, a phrase that ends with a noun for people or bodies is one, and organisations count where the list is of
nothing else. Then whom somebody leads or meets, parties told by their number, and the teams of a contest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from yaowen.facts.scene import Scene, Sentence
from yaowen.facts.vocabulary import DOES, Kind, cut
from yaowen.facts.wording import BODIES, MEASURE, NUMBER, OFFICE, PEOPLE
from yaowen.schema import Label

# What closes the name of a party: a noun for people or for bodies of people.
_HEAD = re.compile(
    rf"(?:(?:{PEOPLE}|{BODIES})(?:（[^（）]{{1,12}}）)?(?:等?{NUMBER}{MEASURE})?"
    rf"|等{NUMBER}个(?:[省市县区州旗镇乡村]|街道|社区))$"
)
_ENDS_PEOPLE = re.compile(rf"(?:{PEOPLE})$")
_ENDS_BODY = re.compile(rf"(?:{BODIES})$")
_COUNT_BEHIND = re.compile(rf"等?共?(?:计)?{NUMBER}(?:人|名)$")
_SECOND_COUNT = re.compile(rf"(?<![、和与及的近约超逾0-9０-９])(?:等?共?(?:计)?{NUMBER}人|{NUMBER}名[^，。、的]{{0,6}})$")
"""9支队伍|210余人, 46支代表队|1600余名运动员."""
_QUANTIFIED = re.compile(
    rf"各|有关|相关|部分|全体|全[市省县区校州院]|其他|其它|所有|众多|广大|来自|{NUMBER}{MEASURE}|{NUMBER}[省市县区州]"
)
_OFFICE = re.compile(rf"(?:{OFFICE}|总经理)$")
_WINS = re.compile(
    r"(?P<team>代表队|队)?(?:(?:[主客]场)?(?:以[^，。]{1,14}|[0-9]{1,3}(?:比|[:：∶])[0-9]{1,3}))?(?:逆转|爆冷)?(?:战胜|击败|力克|不敌|负于|[大险小]?胜|惜败|夺[冠得魁]|问鼎|捧杯|摘[得取金]|(?:[分荣斩]?获得?|分列)[^，。\n]{0,12}(?:冠|亚|季|第|金|银|铜|奖|[一二三]名))"
)
_NEXT_TEAM = re.compile(r"(?P<team>代表队|队)?[、，和与及]")
_BEATS = re.compile(r"(?:战胜|击败|力克|不敌|负于|[大险小]胜|惜败)$")
_COUNT = re.compile(rf"{NUMBER}(?:名|位|支|家|对|所|组)")
_BEFORE_COUNT = re.compile(
    r"(?:[ \u3000]|届时|现场|活动|当[天日晚]|会上|期间|首批|其中|共|还|将|吸引了?|组织了?|邀请了?|有)*"
    r"(?P<come>来自[^，。；\n]{2,60}?的)?"
)
_ONE = re.compile("一(?:名|位|家|支|个|组|所|对|户)")
_HABIT = re.compile("每|已|[至到]$")
"""Before a number that counts no party: 每周选派3名专家, 4至|5名学生."""
_SENT = re.compile(r"[^，。；\n]{0,20}(?:组织|邀请|派出|选派|带领|吸引|招募|的)了?")
"""Whom somebody sends, and what closes off where parties come from: 市医院组织|12名专家, 某市、某州等地的|11支乐团."""
_OF = re.compile(r"[^，。；“”\n]{2,14}的")
_ACTOR = (
    r"(?<![他她它我你咱人])们|志愿者|工作者|师生|学生|群众|干部|职工|村民|居民|市民|游客|观众|家长|教师|医生|医[护务]人员|民警|消防员|党员"
    r"|青年|官兵|专家|乡亲|队员|老人|孩子|同学|演员|代表|企业|单位"
)
_ACTORS = re.compile(rf"(?:{_ACTOR})$")
_ACTORS_NEAR = re.compile(rf"[^，。；\n]{{0,28}}?(?:{_ACTOR})")
_ENDS = re.compile(rf"(?:{PEOPLE}|{BODIES})$")
_TOGETHER = re.compile(r"[同齐激轮踊热纷依]|[现当]场|[，。、；]|$")
"""What may stand behind counted parties though no dictionary calls it a verb: 96名选手|同台竞技."""
_NO_DEED = re.compile(
    r"(?:受益|获[评得]|入选|累计|已|超过?|达|占|增|脱贫|被|因|均|有(?!序)|是|的|中|入驻|打|持|遇难|受伤|死亡|确诊)"
)
"""What befalls people anywhere, at no event: 500名学生|受益."""
_CUE = re.compile(
    r"参加|出席|列席|参会|到会|与会|陪同|参与(?![者度])|参赛|参演|参展|参训|(?<!集中)(?<!组织)观摩|观礼|观看|见证|到场|就[座坐]"
    r"|随[同行]|一[同起道](?:检查|调研|考察|督导|察看|查看|走访|慰问|看望|参加)|答记者问|回答记者|聆听|旁听|围坐|[齐相欢]聚|(?<!听取)(?<!听)(?<!取)汇报|发言|表态|(?:(?<!工)作|进行|做)了?[^，。；\n]{0,16}(?:交流|介绍|推介|说明|解读)|分别介绍|介绍(?=了?[^，。；]{0,8}情况)|通报了?|签[约署](?!仪式|揭牌|活动|项目|[金总]?额)|受邀|应邀|在[^，。；\n]{1,12}收[听看]|收[听看]"
)
_SPEAKS = re.compile(r"汇报|发言|表态|作|进行|做|介绍|通报|签")
_LED = re.compile(
    r"(?:率[领队]?|带领|会同|组织|邀请了?|看望(?:慰问)?了?|慰问了?|会见了?|接见了?|与(?!会[者人代专领嘉同])|同|和|由)"
    r"(?P<party>[^，。；：\n“”]{2,36}?)(?P<after>一行|(?:一[起同道]|共同|深入|亲切|现场|围坐|进行|面对面|赴|来|到|就|围绕|开展|参[加与观]|先后|前往|座谈|交流)|[，。；]|(?:视察|调研|考察|植树|联欢|合影|走访|检查|巡查)(?![团组]))"
)
_TRAIL = re.compile(
    r"(?:分别|先后|共同|一[同起道]|[在向][^，。、]{1,12}|也|均|(?<!工)作了?[^，。、]{0,6}|等(?:人员?)?|(?:就|从|通过|围绕|结合)[^，。]*|以[^，。]{1,8}|还|应邀|受邀|将"
    r"|现场|依次|逐一|积极|相继|各自|首先|最后|集体|专程)$"
)
"""What a verb's clause may have behind the parties, the last of it: 各县负责人|围绕防火分别|发言."""
_LEADS = re.compile(
    r"(?:(?:会上|会前|会后|活动中|仪式上|随后|期间|当天|届时|现场)，?|[并和及与]|以及|还|(?:将|共|还)*有(?!关))+"
)
_SEPARATOR = re.compile(r"、|以及|[和与及](?!平|谐|其他人|会[者人代专领嘉同])|暨")
_JOINS = re.compile(r"并?(?:[同与和](?!心|行|学|志|事|会[者人代专领嘉])|听取|邀请|组织(?=[各部有全]))了?")
_QUOTED = re.compile(r"“[^“”]{1,14}”")
_NO_PARTY = re.compile(
    r"[：“”《》！？]|会议|[我你他她]们|^(?:本报|特派)?记者|每[一位名]|强调|指出|要求|表示|举[行办]|召开|开展|吸引|邀请|欢迎|拥有|感谢|携手|听取|成立|来到|走进|前往|先后|连线|组成(?!员)|比赛|第[0-9]|揭牌|注册"
    r"|历届|每年|已有|共有|包括|目前|同时|将(?!军)|一批|[很许]多|^[由是]|^的|的$|^[0-9０-９]+人$"
)
"""What no party's name holds: a verb, a pronoun, what tells of habits."""
_THERE_WERE = re.compile(
    r"^.{0,12}?(?:共|将|还|已)*(?:吸引了?(?=.)|(?:邀请了?|共有|迎来了?|有|组织了?)(?=来自|各|全|部分|近|约|[0-9０-９]))"
)
_SEVERAL = re.compile(r"(?:委员|成员|代表|干部|领导)$")
_THERE = re.compile(
    r"[ \u3000]*(?:[^，。；]{0,10}(?:会议?|仪式|典礼|活动|论坛|现场|比赛|期间|调研|考察|当天|座谈|培训|座谈会)"
    r"(?:上|中|前|后|期间|现场)?|其间|期间)[，,]"
)
_CLOSES = re.compile(
    r"了?(?:此次|本次|这次|该|上述|有关)?(?:[。；]|[^，。；]{0,8}(?:会议?|会见|座谈|活动|仪式|调研|检查|考察|视察|培训班?|学习|开幕式|典礼)(?=[。；，并]))"
)
_GENERAL = re.compile(
    r"负责人|(?:全体|全部|部分|有关|相关|来访的?)?(?:大家|人们|有人|代表|人员|成员|领导|选手|同志|单位|部门|企业|委员|本人|个人|主持人|发言人"
    r"|新闻发言人|客人|嘉宾|人|志愿者|老师|同学们|会同志|与会人员|与会同志|参会人员|参会代表|与会代表|参会同志)"
)

GOES_ON = DOES | {Kind.ADVERB, Kind.PREPOSITION, Kind.CONJUNCTION, Kind.OTHER}
"""What may stand behind a party that does something."""


@dataclass(frozen=True)
class Groups:
    """Finds who took part in an article's events without being named."""

    scene: Scene

    def of(self, sentence: Sentence, *, near: bool, contest: bool = False, acting: bool = False) -> Iterator[str]:
        """The parties of one sentence; those told by their number alone only `near` the report itself.

        In a `contest` the teams that win and lose are parties. `acting`: so is whoever opens a clause and does something.
        """
        found: list[tuple[int, int]] = []
        for cue in _CUE.finditer(self.scene.chars, sentence.start, min(sentence.end, sentence.start + 1500)):
            if not self.scene.quotation(cue.start()) and (near or self._at_the_event(cue, sentence)):
                found.extend(self._before(cue, sentence))
        if near or _THERE.match(self.scene.chars, sentence.start, sentence.end):
            found.extend(self._led(sentence))
            found.extend(self._counted(sentence))
        if acting:
            found.extend(self._acting(sentence))
        if contest:
            found.extend(self._teams(sentence))
        spans = sorted({self._trimmed(start, end) for start, end in found})
        for start, end in spans:
            if not any(one <= start and end <= other and (one, other) != (start, end) for one, other in spans):
                yield self.scene.chars[start:end]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """来自全县86名棋手 is 全县86名棋手; 来自全县的86名棋手 stays."""
        if lead := _JOINS.match(self.scene.chars, start, end):
            start = lead.end()
        bare = self.scene.chars.startswith("来自", start) and "的" not in self.scene.chars[start:end]
        return (start + 2 if bare else start), end

    def _at_the_event(self, cue: re.Match[str], sentence: Sentence) -> bool:
        """Whether a sentence further down tells who took part, rather than what else such people do."""
        if _THERE.match(self.scene.chars, sentence.start, sentence.end):
            return True
        return _CLOSES.match(self.scene.chars, cue.end(), sentence.end) is not None

    def _before(self, cue: re.Match[str], sentence: Sentence) -> Iterator[tuple[int, int]]:
        """The parties of the list that stands before a verb: 王一、李二，各县分管负责同志|参加."""
        chars = self.scene.chars
        end = cue.start()
        while True:
            start, _ = self.scene.clause(end, sentence)
            listed = [*self._items(start, end, adjacent=end == cue.start(), speaks=_SPEAKS.match(cue[0]) is not None)]
            if listed == [(-1, -1)]:
                return
            yield from listed
            if start <= sentence.start or chars[start - 1] not in "，,；;" or cue.start() - start > 200:
                return
            if not listed and not self._nominal(start, end):
                return
            end = start - 1

    def _nominal(self, start: int, end: int) -> bool:
        """Whether a clause is but a list of named people, which other parties may stand before."""
        return any(m.label in {Label.PERSON, Label.ROLE} for m in self.scene.mentions_in(start, end))

    def _items(self, start: int, end: int, *, speaks: bool, adjacent: bool = False) -> Iterator[tuple[int, int]]:
        """The parties of a list; (-1, -1) alone where a passage is no list at all."""
        chars = self.scene.chars
        if lead := _LEADS.match(chars, start, end):
            start = lead.end()
        if there := _THERE_WERE.match(chars[start:end]):
            start += there.end()
        trail = _TRAIL.search(chars, start, end) if adjacent else None
        while trail and trail.start() > start and not self.scene.inside_mention(trail.start()):
            end = trail.start()
            trail = _TRAIL.search(chars, start, end)
        if start >= end:
            return
        pending: int | None = None
        parties: list[tuple[int, int]] = []
        spans = [*self._split(start, end)]
        for index, (first, last) in enumerate(spans):
            people = [m for m in self.scene.mentions_in(first, last) if m.label == Label.PERSON]
            if people:
                pending = None
                tail = re.match(r"(?:同志)?等", chars[people[-1].end : last])
                if not tail:
                    continue
                first = people[-1].end + tail.end()
            if self._is_office(first, last, spans[index + 1 :]):
                pending = None
                continue
            text = chars[first:last]
            if self._is_party(text):
                if pending is not None and not people and (chars[pending] == "各" or not _QUANTIFIED.match(text)):
                    first = pending
                elif pending is not None:
                    parties.extend(self._bodies(pending, first))
                pending = None
                if parties and parties[-1][1] == first - 1 and self._shares_head(*parties[-1], text):
                    first = parties.pop()[0]
                parties.append((first, last))
            elif text and pending is None:
                pending = first
        if pending is not None:
            bodies = [*self._bodies(pending, end)]
            if not bodies and not parties:
                yield -1, -1
                return
            parties.extend(bodies if bodies and (speaks or parties or bodies[-1][1] == end) else ())
        if len(parties) > 1 and _COUNT_BEHIND.search(chars, *parties[-1]) and parties[0][0] >= start:
            parties = [(parties[0][0], parties[-1][1])]  # 建设者代表、沿线群众300余人
        for first, last in parties:
            behind = _SECOND_COUNT.search(chars, first, last)
            if behind and re.search(NUMBER + MEASURE, chars[first : behind.start()]):
                last = behind.start()
            if (
                2 <= last - first <= 90
                and not _NO_PARTY.search(_QUOTED.sub("", chars[first:last]))
                and not _GENERAL.fullmatch(chars, first, last)
            ):
                yield first, last

    def _is_party(self, text: str) -> bool:
        """Whether a phrase names people or bodies: 有关部门负责人; with 各 also by their office (各县工会主席)."""
        several = _QUANTIFIED.match(text) is not None and _OFFICE.search(text) is not None
        text = _QUOTED.sub("", text)
        return (several or _HEAD.search(text) is not None) and not _NO_PARTY.search(text) and _holds_together(text)

    def _shares_head(self, first: int, last: int, following: str) -> bool:
        """Whether a list goes on to its noun: 各学院、各单位、机关各部门|负责人."""
        text = self.scene.chars[first:last]
        general = self.scene.mention_at(first) is None and not re.search(NUMBER + MEASURE, text)
        return general and _ENDS_BODY.search(text) is not None and _ENDS_PEOPLE.search(following) is not None

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The items of a list; no separator inside a mention or brackets counts."""
        chars = self.scene.chars
        position, depth = start, 0
        place = start
        while place < end:
            depth += (chars[place] in "（(") - (chars[place] in "）)")
            match = _SEPARATOR.match(chars, place, end)
            if match and depth <= 0 and not self._inside(place):
                if position < place:
                    yield position, place
                position = place = match.end()
                continue
            place += 1
        if position < end:
            yield position, end

    def _inside(self, place: int) -> bool:
        return self.scene.inside_mention(place) and self.scene.mention_at(place) is None

    def _is_office(self, first: int, last: int, following: list[tuple[int, int]]) -> bool:
        """Whether an item is the office of a name that follows: 校长、党委书记|王一."""
        roles = [m for m in self.scene.mentions_in(first, last) if m.label == Label.ROLE]
        closes = bool(roles) and roles[-1].end == last
        several = (
            "各" in self.scene.chars[first:last]
            or _QUANTIFIED.match(self.scene.chars, first, last)
            or _SEVERAL.search(self.scene.chars, first, last)
        )
        anybody = any(m.label == Label.PERSON for span in following[:4] for m in self.scene.mentions_in(*span))
        if closes and (anybody or not several):
            return True
        for start, end in following[:4]:
            mentions = self.scene.mentions_in(start, end)
            if any(m.label == Label.PERSON for m in mentions):
                named = next(m for m in mentions if m.label == Label.PERSON)
                # 教师代表、某学院教授王一 is one person; 各县负责人、副市长王一 are two parties.
                return not _QUANTIFIED.match(self.scene.chars, first, last) and named.start >= start and last - first <= 8
            if not mentions or mentions[-1].label != Label.ROLE:
                return False
        return False

    def _bodies(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The organisations of a passage that is a list of nothing else."""
        for first, last in self._split(start, end):
            mention = self.scene.mention_at(first)
            last = last - len(self.scene.chars[first:last]) + len(self.scene.chars[first:last].rstrip("、，"))
            if mention and mention.end == last and mention.label in {Label.ORG, Label.PLACE}:
                yield first, last

    def _led(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Whom somebody leads, meets or does something with: 率部分委员赴某县视察; 与干部群众一起参加植树."""
        chars = self.scene.chars
        for match in _LED.finditer(chars, sentence.start, min(sentence.end, sentence.start + 600)):
            start, end = match.span("party")
            if self.scene.quotation(match.start()) or self.scene.inside_mention(match.start()):
                continue
            if any(m.label == Label.PERSON for m in self.scene.mentions_in(start, end)):
                continue
            text = chars[start:end]
            if match[0].startswith("邀请") and match["after"] in {"到", "来", "赴"}:
                continue  # 邀请海内外企业到某省投资
            if self._is_party(text) and not _GENERAL.fullmatch(text):
                if match[0][0] in "与同和由" and match["after"] not in {
                    "一起",
                    "一同",
                    "一道",
                    "共同",
                    "深入",
                    "亲切",
                    "面对面",
                    "围坐",
                    "进行",
                }:
                    continue
                yield from self._items(start, end, speaks=False)

    def _counted(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Parties told by their number that open a clause: 来自全市的126名选手|同场竞技; 12所高校与35家企业|现场签约."""
        position = sentence.start
        while position < min(sentence.end, sentence.start + 800):
            _, end = self.scene.clause(position, sentence, reach=400)
            if not self.scene.quotation(position):
                yield from self._opening_list(position, end)
            position = max(end, position) + 1

    def _opening_list(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        chars = self.scene.chars
        lead = _BEFORE_COUNT.match(chars, start, end)
        number = _COUNT.search(chars, lead.end(), min(end, lead.end() + 24)) if lead else None
        if lead is None or number is None or _ONE.fullmatch(number[0]):
            return
        if any(m.label == Label.PERSON for m in self.scene.mentions_in(lead.end(), number.start())):
            return  # 某商会会长王一等130多位代表参加: a list
        opens = lead.start("come") if lead["come"] else lead.end()
        first = lead.end()
        if sent := _SENT.match(chars, first, number.start()):
            opens = first = sent.end()
        if _HABIT.search(chars, lead.start(), number.start()) or _acts(chars[first : number.start()]):
            return
        last = self._party_end(number.start(), number.end(), end)
        if last and chars[last : last + 1] in {"和", "与", "及", "、"} and (following := _COUNT.match(chars, last + 1, end)):
            alone = chars.endswith(("队", "队伍", "团"), number.end(), last)  # 26支队伍、|680余名桡手
            last = last if alone else self._party_end(*following.span(), end) or last
        if last is None or _NO_DEED.match(chars, last):
            return
        items = [*self._split(first, last)]
        listed = chars.endswith("等", first, number.start())  # 华兴公司、恒泰公司等8家企业
        counted = [_COUNT.search(chars, *item) is not None for item in items]
        if opens < first or listed or (counted[0] and not all(counted)):  # 上万名游客和市民
            items = [(opens, last)]
        if all(self._is_party(chars[begin:stop]) for begin, stop in items):
            yield from items

    def _acting(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Unnamed people who open a clause and do something: 志愿者们|为老人理发, 佩戴红领巾的|少先队员们|宣誓."""
        chars = self.scene.chars
        position = sentence.start
        while position < min(sentence.end, sentence.start + 300):
            _, end = self.scene.clause(position, sentence)
            if _ACTORS_NEAR.match(chars, position, end) and not self.scene.quotation(position):
                lead = _BEFORE_COUNT.match(chars, position, end)
                begin = lead.end() if lead else position
                of = _OF.match(chars, begin, end)
                begin = of.end() if of else begin
                stop = self._party_end(begin, begin, end)
                if stop and self._is_acting(begin, stop, end):
                    yield begin, stop
            position = max(end, position) + 1

    def _is_acting(self, start: int, stop: int, end: int) -> bool:
        """Whether a party does something by itself: nobody named, no body that sends it, no part of a longer name."""
        party = self.scene.chars[start:stop]
        if not _ACTORS.search(party) or not self._is_party(party) or _GENERAL.fullmatch(party) or _acts(party):
            return False
        if _SENT.match(party) or any(m.label == Label.PERSON for m in self.scene.mentions_in(start, stop)):
            return False
        following = cut(self.scene.chars[stop : min(end, stop + 8)])
        if following and following[0].kind == Kind.ADJECTIVE:
            following = following[1:]  # 少先队员们|庄严宣誓
        with_whom = {"为", "与", "把", "用", "向", "在" if party.endswith("们") else "为"}
        return bool(following) and (following[0].kind in DOES | {Kind.ADVERB} or following[0].text in with_whom)

    def _party_end(self, start: int, behind: int, end: int) -> int | None:
        """Where a party that starts at a place ends: with the first noun for people or bodies that a verb follows."""
        chars = self.scene.chars
        text = chars[behind : min(end, behind + 24)]
        words = cut(text) if text else ()
        found: int | None = None
        for word, following, further in zip_longest(words, words[1:], words[2:]):
            if word.kind == Kind.OTHER and word.text not in "“”":
                break
            stop = behind + word.end
            if not _ENDS.search(chars, start, stop) or not _holds_together(chars[start:stop]):
                continue
            if following and following.kind == Kind.CONJUNCTION:
                found = stop  # 上万名游客和市民|涌入
                continue
            if following is None or following.kind in GOES_ON | {Kind.NUMERAL} or _TOGETHER.match(chars, stop):
                return stop
            found = stop if further and further.kind in DOES else found  # 320名新生|光荣入队
        return found

    def _teams(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """The teams of a contest: 甲校以三比一战胜|乙校; 甲校代表队、乙校代表队分获一二名."""
        chars = self.scene.chars
        listed = -1
        for mention in reversed(self.scene.mentions_in(sentence.start, sentence.end)):
            if mention.label in {Label.ORG, Label.PLACE}:
                wins = _WINS.match(chars, mention.end, sentence.end)
                shares = _NEXT_TEAM.fullmatch(chars, mention.end, listed) if listed > mention.end else None
                if (does := wins or shares) or _BEATS.search(chars, sentence.start, mention.start):
                    yield mention.start, mention.end + len(does["team"] or "" if does else "")
                    listed = mention.start if does else -1


def _acts(text: str) -> bool:
    """Whether something is done in a phrase, or done with what follows: 首批|入驻, 为."""
    words = cut(text) if text else ()
    return any(word.kind == Kind.PREPOSITION or (word.kind == Kind.VERB and len(word.text) > 1) for word in words)


def _holds_together(text: str) -> bool:
    """Whether a phrase is a noun with what belongs to it, no clause: not 某局于5日举办的培训班, not 新生|入队."""
    words = cut(text)
    if any(word.kind in {Kind.PREPOSITION, Kind.PARTICLE} and word.text in "于以向由从把被了着过" for word in words):
        return False
    *_, last = words
    opens = words[-2] if len(words) > 1 else last
    return not (last.text in "队班组会" and opens.kind in DOES and len(opens.text) == 1)
