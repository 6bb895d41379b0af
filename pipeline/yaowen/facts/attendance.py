"""Who took part in an event, and how.

Reads the sentences that tell of an event, with the persons and posts found before. In each sentence: who chairs, who
speaks, who attends, each by its verb and the list of names that is its subject; then who stands behind 出席的有, who
is addressed, who wins a contest, who goes on a tour or meets. The weightiest part that a person plays anywhere
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.days import Days
from yaowen.facts.reports import Report
from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.facts.visits import MEETS
from yaowen.schema import EventKind, Label, Mention, Participant, PartTaken

CHAIR = re.compile(r"主持(?!人|词|稿|了?(?:编写|编纂|设计|研发|研制|完成|过|翻译|工作|节目))")
SPOKE = re.compile(
    r"讲话|下达[^，。\n]{0,8}令|强调|指出|(?<![照作关署准的新格据高总标质本])要求(?![的。、])|(?<![工合创制写操协运])作(?![者品业家协文坊物])[^，。；\n]{0,28}?(?:报告"
    r"|讲话|发言|致辞|演讲|说明|辅导|授课|点评|讲解|宣讲|部署|安排|动员|解读|分享|介绍|党课|讲座)"
    r"|致(?:欢迎|开幕)?[辞词]|汇报|发言|宣布|宣读|通报|传达|[授讲]课|主讲|执教|宣讲|演讲|讲授|[讲上][^，。；“”]{0,10}党课|点评|解读|推介(?!会)"
    r"|(?:提出|作出|明确)[^，。；\n]{0,10}要求|叮嘱|嘱咐|勉励|寄语|表示|介绍|[，,]说|说[：:，,。]|称[：:，,]|希望"
    r"|对[^，。\n]{1,20}(?:作出|进行|提出|作)[^，。\n]{0,6}(?:部署|安排|要求)|回应|认为|提出[，,：:]|反映|建议(?!的)|呼吁|倡议[，,：:]|透露|坦[言承]|直言|感[慨叹]|致谢|解答|阐述|分享了?(?=[^，。；\n]{2,24}(?:[，。；]|$))|回答(?!记者)|告诉(?=[^记，。；“”\n]{1,8}[，,：:])|答道|讲述"
)
THERE = re.compile(r"(?:会|仪式|典礼|活动|致辞|讲话|发言|论坛)[上中时]|[受应]邀|与会|到场")
SPEECH_OPENS = re.compile(r"(?:强调|指出|(?<![出的])要求|表示|认为|希望|[，,]说|介绍|谈到|透露|呼吁|坦言|回答)说?[，,：:]|[赛会演][后前]说[，,：:]")
TO_REPORTERS = re.compile(r"记者|采访")
INTERVIEWED = re.compile(r"(?:告诉|[对向])[^，。；：“”\n]{0,8}记者|接受[^，。；：“”\n]{0,20}采访")
AT_PRESS = re.compile(r"(?:发布会|吹风会|通气会|记者会)上")
IN_WRITING = re.compile(r"(?:公告|声明|通告|报告|文章|一文|微博|推文|贺信|贺电|来信|信|社交媒体|朋友圈|电话|书)[中上里]")
"""在公司公告中，王一称: not said where anybody met."""
INTERVIEW = re.compile(r"说|分享|表示|介绍|认为|回应|希望|透露|坦[言承]|直言|感[慨叹]|呼吁")
ATTENDED = re.compile(
    r"出席|参加|就[座坐]|到场|莅临|陪同|列席|参会|到会|随同|参与(?!者)|见证|剪彩|揭牌|揭幕|颁奖|颁发|授牌|授旗|观看|观摩"
    r"|与会|参赛|陪访|(?:带领|率领)下"
    r"|一[同起道](?:检查|调研|考察|督导|看望|慰问|走访|视察)|参观|领奖|启动|发令|鸣枪|推杆|按下|触摸"
    r"|任(?:现场)?(?:总?指挥|裁判长|评委)|宣誓|入场|领唱|朗诵|为[^，。\n]{1,24}(?:颁奖|揭牌|授|送|献)|会见|会谈|座谈"
    r"|交流|献花|代表[^，。\n]{1,10}签[约署订字]|签字|签约(?=[，。])|签[订署]|监誓|谈话(?![会室精])|碰头"
    r"|登台|表演|献唱|带来|饰演|扮演|出演|领衔|担纲|执棒|演奏|演唱|捐[给赠献出]"
)
THERE_WERE = re.compile(
    r"(?:出席|参加|陪同|列席|到会|参与)[^，。；\n]{0,14}的(?:领导|嘉宾|人员|同志|[省市县区]领导)*(?:还|也)?(?:有|包括"
    r"|是)|(?:随行|同行)的"
)
PARTIES = re.compile(
    r"等?[^，。；\n]{0,8}(?:[，、和与及]|以及)(?:(?!主持|讲话|强调|指出|汇报|发言|介绍|作了|听取|观看|察看|表示|宣布"
    r"|传达|通报|会议|他|她)[^。；\n])*?"
)
WON = re.compile(
    r"夺得|夺冠|获得|荣获|斩获|摘得|摘取|获(?=[^，。\n]{0,12}(?:奖|冠|亚|季|名))|包揽|获评|位列|折桂|摘金|捧杯|问鼎|名列"
    r"|冠军|亚军|季军|金牌|银牌|铜牌|第一名|胜|击败|战胜|成绩|打破|拿下|当选|攻入|打进"
    r"|破门|头球|进球|得分|扳平|绝杀|助攻|开[启]?纪录|梅开二度|帽子戏法|晋级|砍下|点球"
    r"|迎战|对阵|对决|挑战|争夺|出战|亮相|[独豪狂]得|折桂|独揽|打入|独中|捧[得起走]|登顶|卫冕|蝉联"
)
PRONOUN = re.compile(r"[他她](?=[^们，。“”他她]{0,8}$)")
OTHER_SUBJECT = re.compile(
    r"(?:会议|大会|全会|与会|大家|代表|委员们|座谈会|仪式|活动|论坛|他们|记者|企业|各[市县区级部]|全[市省县区])"
)
GIVES = re.compile("颁|授|为")
TO_WHOM = re.compile("[向为给]")
FROM_THERE = re.compile("(?:小将|姑娘|小伙|少年|名将|老将|选手|妹子)(?=[\u4e00-\u9fff])")
"""Behind what is no name but where somebody comes from: 柳湖|小将王一."""
AFTERWARDS = re.compile("赛[后前]")
LEADS = re.compile(r"率(?!先)(?=[^，。；\n]{2,30}(?:[人员团队组家]|一行|代表|委员))")
CHOSEN = re.compile("当选|被(?:推选|选举|推举|选|聘任?)为")
ELECTS = re.compile("(?:选举|[补增推]选|推举)(?=[^，。；\n]{2,12}为)")
"""Whom a meeting elects: 王一当选会长, 选举|王一为会长."""
COURT = re.compile("审理|庭审")
BEFORE_COURT = re.compile("(?:被告人?|原告人?|上诉人|审判长|审判员|主审法官|(?:承办)?法官|检察[员官]|公诉人|辩护人)$")
IN_COURT = re.compile("[^，。；]{0,6}(?:在法庭上|当庭|在庭上)")
NATION = {"总书记", "国家主席"}
ADDRESSED = re.compile(r"(?:叮嘱|嘱咐|告诉|询问)(?!记者)(?=[^，。\n]{2,30}[，,：:。])")
HOLDS = re.compile(r"(?:[今昨前][天日晚][上下]?午?|日前|近日|[0-9]{1,2}日[上下]?午?)?(?:[在于][^，。；\n]{1,30})?")
"""Between a person and 举行: 王一在某馆|举行收徒仪式."""
RANK = (PartTaken.CHAIR, PartTaken.SPEAKER, PartTaken.ATTENDEE)


@dataclass(frozen=True)
class Attendance:
    """Finds who took part in an article's events."""

    scene: Scene
    days: Days

    def participants(self, report: Report, told: tuple[Sentence, ...]) -> tuple[Participant, ...]:
        """Every named person who took part, once, with the weightiest part; in the order of the body."""
        parts: dict[str, PartTaken] = {}
        for sentence in told:
            for mention, part in self._parts(sentence, report):
                name = self.scene.name(mention)
                parts[name] = min(parts.get(name, part), part, key=RANK.index)
        return tuple(Participant(name, part, self.scene.posts.get(name, ())) for name, part in self._in_order(parts))

    def _in_order(self, parts: dict[str, PartTaken]) -> Iterator[tuple[str, PartTaken]]:
        """In the order of the body, where the lists are complete."""
        body = [
            self.scene.name(m)
            for s in self.scene.body
            for m in self.scene.mentions_in(s.start, s.end)
            if m.label == Label.PERSON
        ]
        for name in dict.fromkeys((*body, *parts)):
            if name in parts:
                yield name, parts[name]

    def _parts(self, sentence: Sentence, report: Report) -> Iterator[tuple[Mention, PartTaken]]:
        scene, chars = self.scene, self.scene.chars
        if not scene.mentions_in(sentence.start, sentence.end):
            return
        headline = sentence.role not in BODY
        end = min(sentence.end, sentence.start + 3000)
        if quoted := SPEECH_OPENS.search(chars, sentence.start, end):
            end = quoted.end()  # what is said there is done by nobody here
        speaking = PartTaken.SPEAKER
        contest = report.kind == EventKind.COMPETITION or "赛" in (report.name or "")
        for pattern, part in ((CHAIR, PartTaken.CHAIR), (SPOKE, speaking), (ATTENDED, PartTaken.ATTENDEE)):
            for cue in pattern.finditer(chars, sentence.start, end):
                if scene.quotation(cue.start()):
                    continue
                told_press = report.kind != EventKind.MEETING and AT_PRESS.search(chars, sentence.start, cue.start())
                if part == speaking and told_press:
                    continue
                if part == speaking and IN_WRITING.search(chars, max(sentence.start, cue.start() - 40), cue.start()):
                    continue
                actors = self._actors(cue, sentence, report)
                if cue[0] in {"汇报", "发言", "介绍"}:  # 王一听取了市水利局的汇报
                    clause, _ = scene.clause(cue.start(), sentence)
                    hears = max(chars.rfind(verb, clause, cue.start()) for verb in ("听取", "听了", "听"))
                    actors = tuple(mention for mention in actors if mention.start > hears)
                if part == PartTaken.ATTENDEE and GIVES.match(cue[0]):
                    actors = (*actors, *self._giving(cue, sentence))
                if part == PartTaken.ATTENDEE and not actors:
                    actors = self._listed(cue, sentence)
                interview = part == speaking and INTERVIEW.search(cue[0])
                for mention in actors:
                    if interview and not self._said_there(mention, cue, sentence, report):
                        if contest and AFTERWARDS.search(chars, sentence.start, cue.start()):
                            yield mention, PartTaken.ATTENDEE  # 主教练王一赛后表示
                        continue
                    if report.named[0] <= mention.start < report.named[1]:
                        continue  # 学雷锋志愿服务月启动: in the name, not at the event
                    if not self.scene.in_dateline(mention) and self._takes_part(mention, headline=headline):
                        yield mention, part
        for cue in THERE_WERE.finditer(chars, sentence.start, sentence.end):
            yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), sentence.end))
        for cue in ADDRESSED.finditer(chars, sentence.start, end):
            yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), min(end, cue.end() + 40)))
        if contest and WON.search(chars, sentence.start, end) and not headline:
            for mention in scene.mentions_in(sentence.start, end):
                if (
                    mention.label == Label.PERSON
                    and not self.scene.in_dateline(mention)
                    and not scene.quotation(mention.start)  # 获“柳湖工匠”称号
                    and not FROM_THERE.match(chars, mention.end)
                    and scene.acts(mention)
                    and self._takes_part(mention, headline=False)
                ):
                    yield mention, PartTaken.ATTENDEE
        chosen = CHOSEN.finditer(chars, sentence.start, end) if report.kind == EventKind.MEETING else ()
        for cue in (*LEADS.finditer(chars, sentence.start, end), *chosen):
            if not scene.quotation(cue.start()) and not headline and not report.planned:
                here = scene.people_before(cue.start(), sentence.start)
                yield from ((mention, PartTaken.ATTENDEE) for mention in here if self._takes_part(mention, headline=False))
        if report.kind == EventKind.MEETING and not headline and not report.planned:
            for cue in ELECTS.finditer(chars, sentence.start, end):
                yield from ((mention, PartTaken.ATTENDEE) for mention in scene.people_after(cue.end(), cue.end() + 12))
        if report.is_told_in(sentence):
            for mention in scene.people_before(report.place, sentence.start):
                holds = HOLDS.fullmatch(chars, mention.end, report.place) is not None
                if report.kind == EventKind.INSPECTION or report.loose or (holds and report.named[0] >= report.place):
                    yield mention, PartTaken.ATTENDEE
        if COURT.search(report.name or "") and not headline:
            for mention in scene.mentions_in(sentence.start, sentence.end):
                if mention.label == Label.PERSON and BEFORE_COURT.search(chars, sentence.start, mention.start):
                    yield mention, speaking if IN_COURT.match(chars, mention.end) else PartTaken.ATTENDEE
        if report.explains and 0 <= report.sentence.block - sentence.block <= 1 and sentence.start < report.sentence.start:
            # 教师王一拨通电话。这是某校开展的“云家访”: who acts in the scene is there.
            for mention in scene.mentions_in(sentence.start, sentence.end):
                if mention.label == Label.PERSON and scene.acts(mention) and self._takes_part(mention, headline=False):
                    yield mention, PartTaken.ATTENDEE
        for verb in MEETS.finditer(chars, sentence.start, min(end, sentence.start + 300)):
            if report.is_told_in(sentence):
                for mention in (
                    *scene.people_before(verb.start(), sentence.start),
                    *scene.people_after(verb.end(), sentence.end),
                ):
                    yield mention, PartTaken.ATTENDEE

    def _actors(self, cue: re.Match[str], sentence: Sentence, report: Report) -> tuple[Mention, ...]:
        """Who does what a cue says; nobody where the clause has a subject of another kind (会议强调, 市妇联汇报)."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(cue.start(), sentence)
        if chars.endswith(("批示", "指示", "贺信", "贺电", "来信", "回信", "批示中", "指示中"), sentence.start, cue.start()):
            return ()
        people = scene.people_before(cue.start(), sentence.start)
        if pronoun := PRONOUN.search(chars, max(sentence.start, cue.start() - 12), cue.start()):
            if report.kind == EventKind.INSPECTION and (visitors := scene.people_before(report.place, report.sentence.start)):
                return visitors[:1]  # on a tour 他 is who goes round
            meant = scene.people_before(pronoun.start(), scene.blocks[max(0, sentence.block - 1)].start)
            return meant[:1]
        if people and people[-1].start < start and OTHER_SUBJECT.match(chars, start, cue.start()):
            return ()
        first = scene.mention_at(start)
        if people and people[-1].start < start and first and first.label == Label.ORG:
            return ()
        return people

    def _giving(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who gives and whom it is given to: 馆长王一|向收藏家李二|颁发证书."""
        start, _ = self.scene.clause(cue.start(), sentence)
        found = TO_WHOM.finditer(self.scene.chars, start, cue.start() + 1)
        to = next((match for match in found if not self.scene.inside_mention(match.start())), None)
        if to is None:
            return ()
        given = (person for person in self.scene.people_after(to.end(), cue.end()) if self.scene.acts(person))
        return (*self.scene.people_before(to.start(), start), *given)  # 向某某铜像敬献花篮: to nobody there

    def _listed(self, cue: re.Match[str], sentence: Sentence) -> tuple[Mention, ...]:
        """Who stands in a list that unnamed parties close: 校领导王一、李二，有关部门负责人参加."""
        people = self.scene.people_before(cue.start(), sentence.start)
        if not people or cue.start() - people[-1].end > 150:
            return ()
        return people if PARTIES.fullmatch(self.scene.chars, people[-1].end, cue.start()) else ()

    def _said_there(self, mention: Mention, cue: re.Match[str], sentence: Sentence, report: Report) -> bool:
        """Whether 说, 介绍 … were said at the event: a visitor of a fair, who holds no post, talks to the reporter."""
        if report.kind in {EventKind.MEETING, EventKind.INSPECTION}:
            return not report.planned
        in_office = any(post.org for post in self.scene.posts.get(self.scene.name(mention), ()))
        if in_office and report.kind != EventKind.COMPETITION and not report.planned:
            told = TO_REPORTERS.search(self.scene.chars, sentence.start, sentence.end)
            return not told and self.scene.name(mention) not in self._interviewed
        return THERE.search(self.scene.chars, max(sentence.start, cue.start() - 40), cue.start()) is not None

    @cached_property
    def _interviewed(self) -> frozenset[str]:
        """Who talks to reporters anywhere in the article: what else he 表示 was said to them too."""
        chars = self.scene.chars
        found = ((cue, line) for line in self.scene.body for cue in INTERVIEWED.finditer(chars, line.start, line.end))
        people = (self.scene.people_before(cue.start(), line.start)[-1:] for cue, line in found)
        return frozenset(self.scene.name(mention) for mentions in people for mention in mentions)

    def _takes_part(self, mention: Mention, *, headline: bool) -> bool:
        """Leaders whose words are being studied took no part, unless the headline names them."""
        if headline:
            return True
        posts = self.scene.posts.get(self.scene.name(mention), ())
        if not any(post.role in NATION for post in posts):
            return True
        name = self.scene.name(mention)
        return any(
            self.scene.name(m) == name and self.scene.acts(m)
            for line in self.scene.headlines
            for m in self.scene.mentions_in(line.start, line.end)
        )
