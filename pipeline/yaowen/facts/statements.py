"""Who said what: the speaker, the word that says so, and the passage that was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from yaowen.facts.scene import BODY, Scene, Sentence
from yaowen.page import Reading
from yaowen.schema import Block, Genre, Label, Mention, Statement


def find_statements(reading: Reading) -> Reading:
    """What persons, meetings, bodies and documents are reported to have said, in the order of the text.

    A line of the headline is no statement; a speech printed in full has none.
    """
    if reading.clipping.genre == Genre.SPEECH:
        return reading
    return replace(reading, statements=tuple(_Listener(Scene(reading)).statements()))


CUES = (
    r"强调|指出|要求|表示|坦言|直言|认为|提出|介绍|透露|告诉|建议|希望|叮嘱|嘱咐|勉励|告诫|鼓励|记得|笑言|寄语|解释|回忆"
    r"|感慨|感叹|呼吁|号召|提醒"
    r"|谈到|谈道|提到|讲到|讲道|说到|说道|说起|回应|补充|明确|称|宣布|评价|写道|回答|直呼|分析|总结|说|讲|问"
)
CUE = re.compile(rf"(?P<cue>{CUES})(?P<tail>道|说|称|记者|到)?")
ADDRESSED = {"评价", "提醒", "叮嘱", "嘱咐", "勉励", "告诫", "告诉", "呼吁", "号召", "鼓励"}
"""Cues that may name whom they address: 提醒市民，…."""
WISHES = {"希望", "建议", "呼吁", "勉励", "鼓励", "叮嘱", "嘱咐", "提醒", "号召", "告诫"}
"""Cues that need nothing behind them where their subject stands right before: 他希望大家…."""
MANNERS = {"分析", "总结", "评价", "补充", "回应"}
"""Cues that tell only how it was said before 说: 分析说."""
PLAIN = {"强调", "指出", "要求", "表示", "认为", "提出", "介绍", "透露"}
"""Cues that need nothing behind them: 强调要…; the others are followed by a comma, a colon or a quotation."""

# 总要求, 据说, 小说, 简称: other words.
NOT_BEFORE = {
    "说": r"小|据|学|传|演|解|虽|游|听|话|可以|应该|换句话|来|就是|一般|按理|诉|论|难|好|胡|假|劝|评|众|再|不用|所|界"
    r"|图|怎么|不",
    "称": r"简|号|职|著|俗|统|名|堪|别|通|尊|宣|昵|总|人|全|自|对|并|誉|被|又|敬|代|改|戏",
    "讲": r"演|宣|听|开|主|来|串|试|精",
    "问": r"访|追|疑|反|提|学|过|询|慰|顾|质|发|设|拷|盘|审|请|叩",
    "要求": r"按照?|根据|遵照|落实|部署|工作|目标|任务|标准|质量"
    r"|有关|相关|严格|基本|最|必然|内在|客观|时代|这|法定|符合|达到|满足|总|高|新"
    r"|上级|中央|政策|安全|的|了|提出|作出|各项|三点|四点|五点|几点|明确提|硬性|具体|本质|根本|重要",
}
NOT_BEFORE["希望"] = r"充满|看到|带来|新|点燃|给|有|满怀|寄予|燃起|的|是|大有|殷切|播撒|孕育|升腾"
NOT_BEFORE["建议"] = r"意见|的|了|几点|合理化|提出|提案|政策|对策|工作|各项|条|听取|和|、|宝贵|为|以"
NOT_BEFORE_OTHERS = r"的|了|听取|作出?|进行|情况|经验|自我|学习|案例|回顾|专题|简要|请|不|未|所|可|无法|值得|需要?|为|以"
NO_CUE_BEFORE = {cue: re.compile(rf"(?:{NOT_BEFORE.get(cue, NOT_BEFORE_OTHERS)})$") for cue in CUES.split("|")}
NOT_A_CUE = re.compile(
    r"的|工程|小学|之|颇|很|极|十分|非常|较|严格|越|不高|过|法|明(?!，)|服|唱|课|座|坛|义|述|话|白|书|稿|理|解|究|师|员"
    r"|单|号|信|呼|赞|职|道(?:德|理|路)|题"
    r"|卷|出(?!，)"
    r"|起来|不(?:定|准|清)|得|者|性|度|力|好"
)
SO = re.compile(r"这样|如是|如此|这么")
"""“…。”王一这样说，全场鼓掌: what follows is no speech."""
PROPOSALS = re.compile(
    r"了?[^，。；：“”\n]{0,10}(?:希望|要求|建议|意见|问题|祝愿|看法|观点|倡议|方案|议案|申请|质疑|挑战|任务"
    r"|目标)(?=[，。；])"
)
CLOSING = {"“": "”", '"': '"', "‘": "’", "「": "」"}
ADDRESSEE = re.compile(r"(?![^，,：:]{0,12}[要应须])[^，,。：:；“”\n]{1,24}(?=[，,：:])")
WHOM = re.compile(r"^.{0,12}(?:们|者|员|民|众|家|人|客|友|长|生|部门|单位|企业|同志|同学|大家|司机|[她他]|子女)$")
THANKS = re.compile(
    r"(?:感谢|欢迎|祝贺|慰问|敬意|哀悼|肯定|赞赏|满意|关切|关心|理解|支持|同意|热烈|衷心|诚挚|亲切|崇高|由衷|赞同|高度"
    r"|不满|歉意|谢意|抗议|谴责|钦佩|拥护|遗憾)"
)
OPENS = re.compile(r"(?:[了过]?)(?P<mark>[，,：:]?[ \u3000]*)(?P<quote>[“‘「\"]?)")

ADVERB = (
    r"还|也|并|又|都|均|便|则|更是|更|就|再次|再|进一步|特别|着重|同时|最后|随后|接着|反复|多次|一再|明确|郑重|率先|首先"
    r"|重点|深入|详细|就此|审理|研究|经审[理查]|调查"
    r"|(?:[0-9０-９]{1,2}月)?[0-9０-９]{1,2}[日号]|今[日天]|昨[日天晚]|近日|日前|当[天日]|[上下]午|晚间?|撰文|发言|发文"
    r"|致辞|分析|预测|评论|回应"
    r"|发[表布出](?:声明|公告|消息|通报|报告|文章)|讲话"
    r"|为此|现场|当场|一致|纷纷|普遍|共同|联合|集体|分别|先后|进而|继而|继续|主动|会上|会后|会前|席间"
    r"|[\u4e00-\u9fff]{1,6}地|(?:这样|如此)|(?:笑|激动|高兴|感慨|自豪|兴奋|坦率|动情|深情|骄傲|欣慰|满意)着?"
    r"|[ \u3000]|[，,](?=(?:并|还|又|也|同时|[\u4e00-\u9fff]{1,4}地))"
)
LINK = re.compile(
    rf"(?:{ADVERB}){{0,4}}(?:(?:在|就|对|向|于|围绕|代表|结合|针对|面对|接受|告诉|通过|用|以)[^。！？\n]{{1,80}}"
    rf"|(?:{ADVERB}){{0,4}})"
)
"""What may stand between a speaker and the cue: 在座谈会上还, 接受记者采访时, 笑着."""
MEETING_NOUN = re.compile(
    r"会议|[\u4e00-\u9fff]会(?!议)|论坛|座谈|公报|社论|文章|评论|报告|方案|意见|通知|纲要|规划|批示|(?<=》)"
)
GROUP_SUBJECT = re.compile(
    r"(?:(?:与会|全[省市县区国校]|参会|参加|各界|广大|各级|基层|现场|在场|来自|受访|多位|许多|不少|部分|有关|相关|一线"
    r"|青年|农村|该[市县区省局院校厂村公司]{0,2}|我[省市县区])*"
    r"(?:专家组|广大|党员|代表|委员|专家|消费者|顾客|医务人员|医护人员|民众|乘客|考生|学者|干部|群众|职工|居民|村民|市民"
    r"|师生|学员|企业|同志|负责人|负责同志|人士|志愿者"
    r"|业内人士|工作人员|官兵|网友|读者|家长|学生|教师|游客|大家|记者|媒体|嘉宾|选手|队员|法院|警方|检方|法官|民警|医生"
    r"|公安机关|检察机关|有关部门|部门|业内|负责人士|官员|组织者|学子|研究人员|研究团队|课题组|专家组|分析人士|历史学家"
    r"|执法人员|领导|议员|校友|青年|[主校院警官双中美俄法英日韩菲资][办创]?方)+们?)"
)
# 一位摊主说：“…”: people whom nothing else marks.
PLAIN_SUBJECT = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:主|员|人|工|户|长|师|生|手|家|民|客|友|司机|老板|大爷|大妈|大姐|大叔|阿姨|师傅|奶奶|爷爷"
    r"|女士|先生|孩子|妈妈|爸爸)(?!们?[\u4e00-\u9fff]{6})们?"
)
ACTED_ON = re.compile(r"听取|了解|询问|察看|按照|根据|落实|贯彻|对照|围绕|参加|出席|[他她的]$|^[他她]")
VOICE = re.compile(r"方面|(?:新闻)?发言人|(?:有关|相关)?(?:负责人|负责同志|负责人士|人士|工作人员|部门|领导|专家)")
"""What may follow a body that speaks: 市水利局有关负责人说."""
LEADS = re.compile(
    r"(?:[“‘”’]|而|与此同时|同时|其中|日前|近日|此外|另外|随后|会后|会上|会前|当天|当日|据悉|据|对此|为此|因此|所以"
    r"|连日来|记者获悉|[，,、 \u3000]|(?:截至)?目前|今年以来|[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[上下]午|不久前"
    r"|刚刚闭幕的|刚刚召开的|[^，。\n“”《》]{0,24}(?:召开|举行|举办)的)+"
)
BEFORE_PRONOUN = re.compile(r"(?:[，,。；;：:！？”\s]|同时|随后|最后|时)$")
OBEYED = re.compile(r"(?:按|照|根据|落实|执行|贯彻|符合|遵照|依据|响应|对标|严格|对|把|将|以)$")
# “今年收成好。”站在田埂上，种了半辈子地的|村民王一说: an aside between the words and who said them.
ASIDE = re.compile(r"[^。！？；：“”\n]{0,40}")
TOLD_BY_OTHERS = re.compile(r"[^。\n]{0,60}?(?:提问|发问|问道|问|说|说道|表示|告诉|回答|介绍|喊|感叹|感慨|写道)(?:[。，：]|$)")
PERSON_TAIL = re.compile(
    r"[ \u3000]*(?:[（(][^（）()\n]{0,24}[）)])?(?:同志|先生|女士|大爷|大妈|大娘|大叔|大姐|大哥|阿姨|奶奶|爷爷|师傅|老师"
    r"|老人|等人?|一行|等[^，。\n]{0,12})?"
)

# What ends a speech that goes on over sentences: the report takes over again.
REPORT = re.compile(
    r"(?:会上|会前|会后|会议(?!要|强|指|提|认)|座谈会上|会议期间|会议还|会议由|会议以|据悉|据了解|随后|之后|当天|当日"
    r"|同日|此前|此外[，,][^，。]{0,20}(?:还|也)|调研中|调研期间|考察期间|活动中|活动现场|仪式上|记者|近年来|"
    r"[0-9０-９]{1,2}月[0-9０-９]{1,2}日|本报|新华社|图为|在[^，,。\n]{2,40}[，,]|来到|走进|截至|最终|比赛"
    r"|今年以来[，,][^，。]{0,4}[市县区局院校]|.{0,24}(?:参加(?!到)|出席|陪同|列席)(?:[。了]|会议|调研|活动|上述)"
    r"|.{0,30}主持(?:会议|召开|。))"
)
GOES_ON = re.compile(
    r"[“‘「]?(?:要|必须|坚持|全|各|应|需|我们|我|这|同时|一是|二是|三是|一要|首先|第|加强|加快|推|深|持续|切实|以|希望"
    r"|充分|严|扎实|统筹|着力|积极|进一步|不断)"
)
INTERVIEW = {"说", "介绍", "表示", "告诉", "透露", "坦言", "讲", "回忆", "解释", "感慨", "称", "说道"}


@dataclass(frozen=True)
class _Heard:
    """A cue with its speaker, and the words that are told with it."""

    speaker: str
    person: bool
    cue: str
    place: int
    sentence: Sentence
    words: tuple[int, int] | None
    """The words behind the cue; their end may still be open (`-1`)."""
    quoted: tuple[int, int] | None
    """The quotation that stands before the speaker: “…。”局长王一说."""


@dataclass(frozen=True)
class _Listener:
    """Listens to one article."""

    scene: Scene

    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order of the text."""
        found: dict[int, Statement] = {}
        heard = tuple(self._heard())
        by_block: dict[int, list[_Heard]] = {}
        for item in heard:
            by_block.setdefault(item.sentence.block, []).append(item)
        last: str | None = None
        for index, block in enumerate(self.scene.blocks):
            items = by_block.get(index, [])
            for item, following in zip_longest(items, items[1:]):
                if item.quoted:
                    found.setdefault(item.quoted[0], self._statement(item.quoted, item.speaker, item.cue))
                if item.words:
                    stop = (following.quoted or (following.place, 0))[0] if following else block.end
                    start, end = item.words
                    end = end if end >= 0 else self._end(item, start, stop, block.end)
                    if end - start >= 4:
                        found.setdefault(start, self._statement((start, end), item.speaker, item.cue))
            for words, name in self._quotations_of_actors(block) if block.role in BODY else ():
                found.setdefault(words[0], self._statement(words, name, None))
            if block.role in BODY and (alone := self._quotation_alone(block.start, block.end)):
                speaker = self._speaker_behind(alone[1] + 1, block.end, last)
                if speaker and alone[0] not in found:
                    found[alone[0]] = self._statement(alone, speaker, None)
            last = next((item.speaker for item in reversed(items) if item.person), last)
        yield from (found[start] for start in sorted(found))

    def _statement(self, words: tuple[int, int], speaker: str, cue: str | None) -> Statement:
        start, end = words
        text = self.scene.reading.clipping.text
        said_at = self._event_of(speaker)
        return Statement(speaker, cue, start, end, text.chars[start:end], text.source(start, end), said_at)

    def _event_of(self, speaker: str) -> int | None:
        """The event that something was said at: its meeting spoke, or one who took part."""
        for index, event in enumerate(self.scene.reading.events):
            if speaker in {person.person for person in event.participants} or speaker in {"会议", "大会", "全会", event.name}:
                return index
        return None

    # --- Cues and their speakers -----------------------------------------------------------------------------------------

    def _heard(self) -> Iterator[_Heard]:
        chars = self.scene.chars
        last: Mention | None = None
        for sentence in self.scene.body:
            behind = sentence.start
            for match in CUE.finditer(chars, sentence.start, sentence.end):
                if match.start() < behind or self.scene.quotation(match.start()) or not self._is_cue(match, sentence):
                    continue
                words = self._words(match, sentence)
                speech = (words is not None and words[1] >= 0) or self._quotation_before(
                    None, match.start(), sentence
                ) is not None
                found = self._speaker(match, sentence, behind, last, speech=speech)
                if found is None:
                    continue
                speaker, mention = found
                quoted = self._quotation_before(mention, match.start(), sentence)
                if words is None and quoted is None:
                    continue
                last = mention or last
                cue = "说" if match["cue"] in MANNERS and match["tail"] == "说" else match["cue"]
                yield _Heard(speaker, mention is not None, cue, match.start(), sentence, words, quoted)
                behind = match.end()
            acting = self.scene.people_before(sentence.end, sentence.start)
            if acting and last is None:
                last = acting[-1]

    def _is_cue(self, match: re.Match[str], sentence: Sentence) -> bool:
        """Whether a cue is no part of another word or phrase: 按照要求, 小说, 表示感谢."""
        chars = self.scene.chars
        if match["cue"] == "表示" and THANKS.match(chars, match.end()):
            return False
        if not NO_CUE_BEFORE[match["cue"]].search(chars, max(sentence.start, match.start() - 4), match.start()):
            return True
        return self._named_right_before(match)

    def _words(self, match: re.Match[str], sentence: Sentence) -> tuple[int, int] | None:
        """Where the words behind a cue start, and where they end if they are quoted; None where there are none."""
        chars, cue = self.scene.chars, match["cue"]
        opens = OPENS.match(chars, match.end(), sentence.end)
        if opens is None or opens.end() >= sentence.end:
            return None
        if opens["mark"].strip() in {"，", ","} and SO.search(chars, max(sentence.start, match.start() - 3), match.start()):
            return None
        if cue == "提出" and PROPOSALS.match(chars, match.end(), sentence.end):
            return None
        bare = not opens["mark"].strip() and not opens["quote"]
        if bare and (opens[0] or NOT_A_CUE.match(chars, match.end())):
            return None
        addressed = ADDRESSEE.match(chars, match.end(), sentence.end) if bare and cue in ADDRESSED else None
        if addressed and (WHOM.search(addressed[0]) or self._ends_with_name(addressed.end())):
            opens = OPENS.match(chars, addressed.end(), sentence.end) or opens
            bare = False
        if bare and cue not in (PLAIN | WISHES) - {"介绍", "透露"}:
            return None
        if not opens["quote"]:
            return opens.end(), -1
        start = opens.end()
        quotation = self.scene.quotation(start)
        closed = quotation[1] - 1 if quotation else chars.find(CLOSING[opens["quote"]], start, sentence.end)
        if closed < 0:
            return start, -1
        if cue == "提出" and chars.startswith("的", closed + 1):
            return None  # 提出“四个统筹”的要求
        # 提出，“十五五”时期要…: a quoted word opens a sentence that is not quoted.
        if closed + 1 < len(chars) and chars[closed + 1] not in '，,。；;！？!?、\n）”" ' and closed - start < 16:
            return start - 1, -1
        return start, closed

    def _ends_with_name(self, place: int) -> bool:
        return any(m.label == Label.PERSON and m.end == place for m in self.scene.mentions_in(max(0, place - 10), place))

    def _quotation_before(self, speaker: Mention | None, place: int, sentence: Sentence) -> tuple[int, int] | None:
        """The quotation right before a speaker: “…。”局长王一说."""
        start = self.scene.office_start(speaker) if speaker else self.scene.clause(place, sentence)[0]
        end = max(self.scene.chars.rfind(mark, max(0, start - 40), start) for mark in '”」’"') + 1
        if end == 0 or not ASIDE.fullmatch(self.scene.chars, end, start):
            return None
        if any(mention.label == Label.PERSON for mention in self.scene.mentions_in(end, start)):
            return None
        quotation = self.scene.quotation(end - 1 if end >= 2 else 0) or self.scene.quotation(end - 2)
        if quotation is None or quotation[1] != end or quotation[1] - quotation[0] < 8:
            return None
        # “乡村振兴”座谈会上，王一说: a quoted word, not what was said.
        if self.scene.chars[end - 2] not in "。！？，…" and self.scene.chars[end:start].strip("，, 　"):
            return None
        return quotation[0] + 1, quotation[1] - 1

    def _named_right_before(self, match: re.Match[str]) -> bool:
        mention = next((m for m in reversed(self.scene.mentions_in(max(0, match.start() - 20), match.start()))), None)
        return mention is not None and mention.end == match.start()

    def _speaker(
        self, match: re.Match[str], sentence: Sentence, behind: int, last: Mention | None, *, speech: bool
    ) -> tuple[str, Mention | None] | None:
        """Who governs a cue, and the mention where it is a person."""
        scene, chars = self.scene, self.scene.chars
        place, cue = match.start(), match["cue"]
        if (pronoun := self._pronoun(place, behind)) is not None:
            person = self._antecedent(pronoun, sentence) or last
            return (scene.name(person), person) if person else None
        people = scene.people_before(place, behind)
        if people and self._links(people[-1].end, place):
            return scene.name(people[-1]), people[-1]
        if other := self._other_subject(place, behind, sentence):
            return other, None
        start, _ = scene.clause(place, sentence)
        start = max(start, behind)
        if speech and people and people[-1].start >= start and place - people[-1].end <= 40:
            return scene.name(people[-1]), people[-1]  # 王一指着新修的院落介绍：“…”
        plain = PLAIN_SUBJECT.match(chars, start, place) if speech and cue in INTERVIEW else None
        if plain and LINK.fullmatch(chars, plain.end(), place):
            return plain[0].rpartition("的")[2], None
        if cue in PLAIN - {"介绍"} and LINK.fullmatch(chars, start, place):
            # 王一走进大棚，询问销路，强调要…: the subject stands clauses before.
            if people and people[-1].start < start:
                return scene.name(people[-1]), people[-1]
            if group := self._group_in(sentence.start, start):
                return group, None
            if last and start == sentence.start and not behind > start and cue in {"强调", "指出", "要求"}:
                return scene.name(last), last
        return None

    def _pronoun(self, place: int, behind: int) -> int | None:
        """Where the pronoun stands that is the subject of a cue: 他|还特别强调."""
        chars = self.scene.chars
        for position in range(place - 1, max(behind, place - 40) - 1, -1):
            if chars[position] in "他她" and LINK.fullmatch(chars, position + 1, place):
                opens = position == behind or BEFORE_PRONOUN.search(chars, max(behind, position - 2), position)
                return position if opens else None
            if chars[position] in "。；！？\n":
                break
        return None

    def _links(self, start: int, place: int) -> bool:
        """Whether only adverbs stand between a name and a cue: 王一|在会上还强调."""
        tail = PERSON_TAIL.match(self.scene.chars, start, place)
        start = tail.end() if tail else start
        after = self.scene.mention_at(start)
        if after is not None and after.label == Label.ROLE and after.end <= place:
            start = after.end
        return place - start <= 90 and LINK.fullmatch(self.scene.chars, start, place) is not None

    def _antecedent(self, place: int, sentence: Sentence) -> Mention | None:
        """Whom 他 means: the one who acts before it in the sentence, else the subject of the sentence before."""
        people = self.scene.people_before(place, sentence.start)
        if people:
            return people[0]
        index = self._body_index[sentence.start]
        for earlier in reversed(self.scene.body[max(0, index - 3) : index]):
            if earlier.block != sentence.block:
                break
            people = self.scene.people_before(earlier.end, earlier.start)
            if people:
                return people[0]
        return None

    def _other_subject(self, place: int, behind: int, sentence: Sentence) -> str | None:
        """A body, meeting, document or group that speaks: 会议指出, 市委某次全会提出, 与会代表表示."""
        scene, chars = self.scene, self.scene.chars
        start, _ = scene.clause(place, sentence)
        start = max(start, behind)
        lead = LEADS.match(chars, start, place)
        start = lead.end() if lead else start
        meeting = None
        for noun in MEETING_NOUN.finditer(chars, start, place):
            if not scene.quotation(noun.end()) and noun.end() - start >= 2 and LINK.fullmatch(chars, noun.end(), place):
                meeting = chars[start : noun.end()]
        if meeting and ACTED_ON.search(meeting):
            return None
        if meeting:
            return self._meeting(meeting) if len(meeting) <= 60 else None
        for mention in reversed(scene.mentions_in(start, place)):
            voice = VOICE.match(chars, mention.end, place)
            end = voice.end() if voice else mention.end
            if mention.label == Label.ORG and LINK.fullmatch(chars, end, place):
                obeyed = OBEYED.search(chars, max(start, mention.start - 2), mention.start)
                return None if obeyed else chars[mention.start : end]
        group = None
        for found_group in GROUP_SUBJECT.finditer(chars, start, place):
            if LINK.fullmatch(chars, found_group.end(), place):
                group = chars[start : found_group.end()] if found_group.end() - start <= 24 else found_group[0]
        return group

    def _meeting(self, name: str) -> str:
        """会议 means the meeting that spoke before in an article that reports none of its own."""
        if name == "会议" and not self.scene.reading.events and self._cited:
            return self._cited
        return name

    @cached_property
    def _cited(self) -> str | None:
        for sentence in self.scene.body[:6]:
            for match in re.finditer(r"(?:提出|指出|强调|要求|明确)", self.scene.chars[sentence.start : sentence.end]):
                place = sentence.start + match.start()
                start, _ = self.scene.clause(place, sentence)
                lead = LEADS.match(self.scene.chars, start, place)
                name = self.scene.chars[lead.end() if lead else start : place]
                if re.fullmatch(r"[^，。]{4,40}(?:会议|全会|大会)", name):
                    return name
        return None

    def _group_in(self, start: int, end: int) -> str | None:
        """The group that opens an earlier clause: 全市广大干部…认真学习…，纷纷表示."""
        for clause in re.finditer(r"[^，,。；;：:\n]+", self.scene.chars[max(start, end - 120) : end]):
            lead = LEADS.match(clause[0])
            opening = clause[0][lead.end() if lead else 0 :]
            if group := GROUP_SUBJECT.match(opening):
                return group[0]
        return None

    # --- What was said ---------------------------------------------------------------------------------------------------

    def _end(self, item: _Heard, start: int, stop: int, block_end: int) -> int:
        """Where the words end: with their sentence, or the last one that goes on with the speech."""
        chars = self.scene.chars
        end = item.sentence.end
        if item.place < stop < end:
            return self._clause_before(stop, start)
        for sentence in self._following(item.sentence):
            if sentence.end > stop or REPORT.match(chars, sentence.start, sentence.end):
                break
            if (chars[sentence.start] == "“" and item.cue in INTERVIEW) or self._acts_anew(sentence):
                break
            end = sentence.end
        while end > start and chars[end - 1].isspace():
            end -= 1
        return min(end, block_end)

    def _clause_before(self, stop: int, start: int) -> int:
        """The end of the words before the next cue of the same sentence."""
        for place in range(stop - 1, max(start, stop - 80), -1):
            if self.scene.chars[place] in "，,；;。" and not self.scene.quotation(place):
                return place
        return stop

    def _following(self, sentence: Sentence) -> Iterator[Sentence]:
        body = self._body_index
        index = body[sentence.start]
        for following in self.scene.body[index + 1 :]:
            if following.block != sentence.block:
                return
            yield following

    @cached_property
    def _body_index(self) -> dict[int, int]:
        return {sentence.start: index for index, sentence in enumerate(self.scene.body)}

    def _acts_anew(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a person who does something."""
        chars = self.scene.chars
        for mention in self.scene.mentions_in(sentence.start, min(sentence.end, sentence.start + 60)):
            if mention.label == Label.PERSON and self.scene.acts(mention):
                before = chars[sentence.start : self.scene.office_start(mention)]
                return len(before) <= 1
        return False

    def _quotations_of_actors(self, block: Block) -> Iterator[tuple[tuple[int, int], str]]:
        """“今年收成好。”果农王一边摘边笑: whole sentences with who acts right behind them."""
        scene, chars = self.scene, self.scene.chars
        for start, end in scene.quotations_in(block.start, block.end):
            whole = end - start >= 10 and chars[end - 2] in "。！？…" and chars[start] in '“"'
            people = scene.people_after(end, min(block.end, end + 40)) if whole else ()
            if (
                people
                and scene.acts(people[0])
                and re.fullmatch(r"[\u4e00-\u9fff]{0,4}", chars[end : scene.office_start(people[0])])
            ):
                yield (start + 1, end - 1), scene.name(people[0])

    def _speaker_behind(self, place: int, end: int, last: str | None) -> str | None:
        """Who said a quotation that has no cue: who acts right behind it, else the last speaker, else who acts later."""
        people = self.scene.people_after(place, min(end, place + 80))
        if people and self.scene.acts(people[0]) and (last is None or self.scene.office_start(people[0]) - place <= 1):
            return self.scene.name(people[0])
        return last

    def _quotation_alone(self, start: int, end: int) -> tuple[int, int] | None:
        """The quotation that opens a paragraph which names nobody who says it: the last speaker goes on."""
        chars = self.scene.chars
        if start >= end or chars[start] not in '“"' or not (quotation := self.scene.quotation(start + 1)):
            return None
        if quotation[1] - quotation[0] < 14 or chars[quotation[1] - 2] not in "。！？…":
            return None
        if TOLD_BY_OTHERS.match(chars, quotation[1], end):
            return None
        return quotation[0] + 1, quotation[1] - 1
