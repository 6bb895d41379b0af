"""What tells that a speech is over, or that words are nobody's: the report takes over, another voice, a new scene."""

from __future__ import annotations

import re

_OCCASION = "[^，。]{0,6}(?:仪式|典礼|巡[河林]|座谈|检查|考察|视察|督[导查]|演练|慰问|走访)"
REPORT = re.compile(
    # What the report goes on with: |会上，, |随后.
    r"[ \u3000]*(?:会上|会前|会后|会议(?!要|强|指|提|认)|座谈会上|据悉|据了解|据介绍|随后|之后"
    r"|当[天日晚]|当[^，。“]{2,24}时[，,]|同日|此前|不料|没想到|于是[，\u4e00-\u9fff]|此外[，,][^，。]{0,20}[还也]|调研中|调研期间"
    # Where and when a reporter is: |昨天下午，记者看到.
    r"|考察期间|活动中|活动现场|仪式上|(?:[昨今当][天日晚][上下]?午?[，,]?)?记者"
    # A day, an hour, what is shown: |3月5日, |该书.
    r"|[0-9０-９]{1,2}月[0-9０-９]{1,2}日|本报|新华社|图为"
    r"|[0-9０-９]{1,2}时(?:[0-9０-９]{1,2}分)?[，,]|[开首][展馆映演业市赛]首日[，,]|遂|该[书片剧展]"
    # How somebody spoke: |她的回答很干脆.
    r"|[他她]的(?:话|回答|讲述)"
    # What became of somebody: |目前，王一被依法….
    r"|目前[，,]?[^，。]{0,16}被(?:刑|依法|批|取保|移送)"
    # Another topic: |谈及未来，.
    r"|(?:[谈说提聊][及起到]|问及)[^，。：“”\n]{1,20}[，,]"
    # The police and the courts: |接报后，, |法院判决….
    r"|接(?:到?报|到?举报|警)[警案]?后?[，,]|[^，。；“]{0,16}(?:判决|裁决)(?![书，。])"
    r"|经(?:审[讯查]|调查|查[，,]|鉴定)|据此，|来到|走进|每到一处|截至|最终|比赛|今年以来[，,][^，。]{0,4}[市县区局院校]"
    # Who was there: |市领导王一参加会议。, |市政府秘书长石小满参加检查。
    rf"|.{{0,24}}(?:参加(?!到)|出席|陪同|列席)(?:[。了]|会议|调研|活动|上述|{_OCCASION}[。，])"
    r"|[^，。]{0,60}(?:负责同志|负责人|书记|领导|代表|委员)(?:[在通以][^，。]{1,14})?(?:参加|列席|陪同)"
    rf"(?:会议|活动|。|{_OCCASION}。)"
    # Who chaired: |王一主持会议。
    r"|.{0,30}主持(?:会议|召开|。))"
)
"""The report takes over again."""

SCENE = re.compile(r"在(?P<where>[^，,。\n]{2,40})[，,]")
ASPECT = re.compile(r"(?:方面|[上中下时里内]|领域|过程|基础|条件|形势|背景|前提)$")
SAYING = re.compile(r"[^，。]{0,14}(?:顺口溜|[俗古]语|民谣|口号|诗|这[是些首番句]|这样的|一句)")
"""Behind a quotation that nobody says there: “…。”老地质人的顺口溜."""

WORDS_OF = re.compile("的(?:一席话|一番话|这[席番]话|话(?![题语剧筒费])|回答|答复)")
"""“…。”村民王一|的一席话，让大家静了下来: whose words a quotation is."""

CHANT = re.compile("嘿[—…]*[哟呦嗬]")
"""“起网喽——嘿哟！” is sung, and says nothing."""

VOICE = re.compile(r"[^，。；：“”\n]{2,30}：“")
"""市民王先生：“…”: somebody else speaks."""

SUM = re.compile(r"算[^，。：“”\n]{0,8}账[：:](?!“)")
"""王一掰着指头算账：全村268座温室，…: a speech without a verb of speech or quotation marks."""

TOLD_BY_OTHERS = re.compile(r"[^。\n]{0,60}?(?:问|说|表示|告诉|回答|介绍|喊|感[叹慨]|写|指出|建议|坦言)(?:[。，：道]|$)")
