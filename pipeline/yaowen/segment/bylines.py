"""Who wrote an article: rows that name authors, and what is read off them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from yaowen.datelines import ASIDE, BOTH, DAY, EXPERT, LIKELY, OPEN_NAMES, SENT_UNSIGNED, SIGNED, SURE, UNSENT, WORD
from yaowen.divisions import read_divisions
from yaowen.schema import Byline
from yaowen.segment.surnames import COMMON, NAMES, SURNAMES, part_names
from yaowen.websites import WRITTEN, tells_writer

WRITERS = r"[一-鿿—·/／]{0,16}(?:记\s*者|通\s*[讯迅]\s*员|评\s*论\s*员|实习生|作者)"
"""通迅员 is a common misprint."""
AUTHORS = rf"(?:(?:[一-鿿]{{2,12}}[ \u3000]+)?(?:{WRITERS}|文[/／]图|图[/／]文|文|图|摄影|供稿|撰稿))"
"""Who somebody is that wrote a report, behind the body that sent it: 记者, 望江县融媒体中心 记者, 文/图."""
DEPARTMENT = (
    "[一-鿿]{1,12}?(?:[部处科室厂站所队院系馆矿局委办镇乡]|车间|总?工会|中心|公司|集团|协会|学校|[中小大]学|街道|社区"
    "|融媒体?|政府|人大|政协)"
)
"""The part of a company, school or county that sent a report of its own: 炼铁厂, 人力资源部."""
TITLED = r"[一-鿿]{0,4}?(?:记者|通讯员)"
REPORTERS = (
    rf"[一-鿿]{{0,6}}?(?:记者|通讯员)\s*{NAMES}"
    rf"(?:[ 、]+(?:[一-鿿]{{0,4}}?(?:记者|通讯员|实习生)\s*)?(?!报道){NAMES}){{0,5}}"
)
LEAD = re.compile(
    # 本报讯（记者韦岚）, 本报岚州3月2日电 （记者韦岚）, （通讯员韦岚）
    r"^\s*(?:[□■◎●]\s*)?"
    rf"(?:(?:{LIKELY}\s*|[【\[]{LIKELY}[】\]]\s*|{UNSENT}\s*)?"
    # （韦岚、通讯员涂小青）, 【岚州晚报赴大同特派记者韦岚】
    rf"(?:[（(]\s*(?:[{SURNAMES}][一-鿿]{{1,2}}[ 、]\s*){{0,3}}{AUTHORS}[^（）()。]{{1,60}}[）)]"
    rf"|【\s*{WRITERS}(?!手记|观察|调查|述评|札记|来信)[^【】。]{{1,60}}】)"
    # 本报讯（韦岚 涂小青）, 本报岚州3月2日电（韦岚涂小青）
    rf"|{SURE}\s*[（(]\s*(?=[{SURNAMES}])[一-鿿·]{{2,12}}(?:[ 、，\u3000]+(?=[{SURNAMES}]){NAMES}){{0,8}}\s*[）)](?!有限|公司)"
    # 岚州网大同3月2日电(奥蓝)
    rf"|{SURE}\s*[（(]\s*(?!{ASIDE}|综合|专稿)[一-鿿]{{2,3}}\s*[）)]"
    # 本报讯（炼铁厂 韦岚 通讯员 涂小青）, 本报讯（人力资源部）
    rf"|{SURE}\s*[（(]\s*{DEPARTMENT}(?:{NAMES})?(?:[ 、，\u3000]+(?:{AUTHORS}\s*)?{NAMES}){{0,8}}\s*[）)])"
    # 本报讯 记者韦岚报道
    rf"|^\s*[一-鿿]{{2,6}}?\s*(?:讯|消\s*息)\s+{REPORTERS}(?:\s*报道[：:]|(?:\s*报道)?(?=\s))"
    # 本报讯 韦岚、特约通讯员涂小青报道：, 本报岚州3月2日电 记者韦岚报道：
    rf"|^\s*{SURE}\s*(?![^。：]{{0,12}}[社电网报台媒据]报道)(?:{TITLED}\s*)?{NAMES}"
    rf"(?:[ 、，\u3000]+(?:{TITLED}\s*)?{NAMES}){{0,5}}?\s*报道[：:]"
    # □记者 韦岚 昨天，…, 本报记者 韦岚 通讯员 涂小青 报道：
    rf"|^\s*(?:[□■◎●]\s*{REPORTERS}(?=\s+(?![文图摄])\S.{{12}})|{REPORTERS}\s*报道(?=[：:\s])[：:]?)"
)
SIGNATURE = re.compile(rf"[（(]\s*{NAMES}(?:[ 、\u3000]+{NAMES}){{0,5}}\s*(?:文[/／]?[图摄]|图[/／]文)?\s*[）)]")
CREDIT = r"图|文|文[/／]?图|撰文|摄影|摄像|拍摄|视频|图文|文\s*字|图\s*片|采\s*写|供\s*稿"
# A row of its own that names the authors: 本报记者 卓然 通讯员 石小满, （记者卓然）, （卓然）
BYLINE = re.compile(
    # 本报首席记者 卓然, 岚州日报客户端记者 卓然, 记者丨卓然
    r"[（(]?\s*(?:[□■◎●]\s*|作者\s*[:：]\s*)?(?:[一-鿿]{2,8}?(?:[报网台社]|客户端|融媒体?|中心))?[一-鿿]{0,4}?"
    rf"(?:记\s*者|通\s*[讯迅]\s*员|评\s*论\s*员|实习生)\s*[:：丨|｜]?\s*{NAMES}"
    rf"(?:[ 、\u3000]+(?:[一-鿿]{{0,4}}?(?:记者|通[讯迅]员|实习生|摄影|摄像|编辑)\s*[:：丨|｜]?\s*)?{NAMES}){{0,8}}\s*"
    r"(?:文[/／]?图|文[/／]?摄|图[/／]?文|摄影报道|报道|整理|采写)?\s*[）)]?"
    rf"|{SIGNATURE.pattern}"
    # 作者：卓然 石小满
    rf"|作者\s*[:：]\s*{NAMES}(?:[ 、\u3000]+{NAMES}){{0,5}}"
    # ○ 卓然
    rf"|[○◎]\s*(?:[{SURNAMES}][一-鿿]{{1,2}}|[{SURNAMES}][ \u3000][一-鿿])"
    # 文/卓然 图/石小满
    rf"|(?:(?:{CREDIT})\s*[/／:：|丨｜]\s*(?:{AUTHORS}\s*|{DEPARTMENT}[ \u3000]+)?{NAMES}[ \u3000]*){{1,3}}"
)
SIGNED_BEHIND = re.compile(
    rf"(?<=[。！？”…])\s*(?P<names>[（(]\s*(?!{ASIDE}|[^（）()]{{2,12}}(?:先生|女士|师傅)\s*[）)])"
    # （特约通讯员：韦岚）
    rf"(?:(?:{AUTHORS}\s*[:：]?\s*)?{NAMES}(?:[ 、\u3000]+(?:{AUTHORS}\s*[:：]?\s*)?{NAMES}){{0,8}}"
    # （文/韦岚 图/涂小青）, （韦岚/文 涂小青/图）
    rf"|(?:(?:{CREDIT})[/／:：]{NAMES}[ \u3000]*){{1,3}}|(?:{NAMES}[/／](?:文|图|摄影?)[ \u3000]*){{1,3}}"
    # （韦岚涂小青）, where a row ended between the two
    rf"|[{COMMON}][一-鿿]{{1,2}}[{SURNAMES}][一-鿿]{{2}}"
    # （生产技术部 韦岚）, or where a row ended between the two
    rf"|{DEPARTMENT}(?:[ 、\u3000]*[{SURNAMES}][一-鿿]{{1,2}}){{1,4}}"
    # （韦岚 平川镇宣传办）
    rf"|[{SURNAMES}][一-鿿]{{1,2}}(?:[ 、\u3000]+[{SURNAMES}][一-鿿]{{1,2}}){{0,3}}[ \u3000]+{DEPARTMENT}"
    # （储 良 牧 歌）
    r"|[一-鿿][ \u3000][一-鿿](?:[ \u3000]+[一-鿿][ \u3000][一-鿿]){0,3})"
    rf"{BOTH}\s*[）)]|{OPEN_NAMES}"
    # …惠及三千户。记者卓然 通讯员石小满
    rf"|(?:记者|通讯员)[ \u3000]*[{SURNAMES}][一-鿿]{{1,2}}"
    rf"(?:[ 、\u3000]+(?:(?:记者|通讯员|实习生)[ \u3000]*)?[{SURNAMES}][一-鿿]{{1,2}}){{0,5}}"
    # …惠及三千户。 卓然 石小满
    rf"|(?:(?<=[ \u3000])|(?=[一-鿿]{{2,3}}[ \u3000]))[{SURNAMES}][一-鿿]{{1,2}}"
    rf"(?:[ \u3000]+[{SURNAMES}][一-鿿]{{1,2}}){{0,3}})\s*$"
)
SENT_BY = re.compile(rf"[（(]\s*{DEPARTMENT}[ \u3000]*(?:[{SURNAMES}][一-鿿 ]{{1,3}}|{AUTHORS})")
"""What ends a report that a part of a company or county sent: （生产技术部 韦岚）."""
OFFICIAL = re.compile(
    rf"(?P<office>[一-鿿、]{{0,24}}(?:书记|[省市县区州盟旗镇乡局厅院校]长|主席|主任|检察长))[ \u3000]+(?P<name>{NAMES})"
)
"""Who gives a speech, below its headline: 望江县县长 温立达, 望江县水务局党组书记、局长 温立达."""
OF_SCHOOL = re.compile(
    rf"(?P<name>[{SURNAMES}][ \u3000]?[一-鿿]{{1,2}})[ \u3000]*"
    r"[（(][^（）()。，]{2,20}(?:级|班|[系院]|学校|[中小大]学|专业)[）)]"
)
"""A pupil or student, with his school: 卓然 （农学院2022级）."""
OF_OFFICE = re.compile(
    rf"(?P<name>[{SURNAMES}][ \u3000]?[一-鿿]{{1,2}})[ \u3000]*"
    r"[（(][^（）()。，]{2,24}(?:书记|[省市县区州旗镇乡局厅处科院校站村]长|主席|主任|院士|教授|研究员|医师|律师|编辑|经理|总裁)[）)]"
)
"""Who writes a commentary, with his office: 卓然 （石桥镇党委书记）."""
OF_CLASS = re.compile(
    r"(?=[^ \u3000]{4,24}[ \u3000])[一-鿿][一-鿿\d（）()·]{2,22}(?:级|班|专业|中队)[ \u3000]+"
    rf"(?P<name>[{SURNAMES}][ \u3000]?[一-鿿]{{1,2}})"
)
"""A pupil or student behind his class: 农学院2022级 卓然."""
LISTED_NAMES = re.compile(r"[一-鿿·]{1,5}(?:[ \u3000]+[一-鿿·]{1,5}){2,}")
BARE_NAMES = re.compile(rf"^[{SURNAMES}][一-鿿]{{1,2}}(?:\s+[{SURNAMES}][一-鿿]{{1,2}})*$")

ROLE = re.compile(
    r"(?:首席|见习|实习|学生|特约|特派|驻[一-鿿]{1,4}?|全媒体|(?:(?<![一-鿿])|(?<=[报网台端]))融媒体?|摄影|校园)*(?:评论员|通[讯迅]员|记者)|小记者|报道员|实习生|特约撰稿人|撰稿人|撰稿|(?:特[约邀])?摄影|摄像|编译|(?:(?<![一-鿿])|(?<=[省市县区旗镇乡村]))读者"
)
READER = "读者"
STAFF = ("记者", "评论员")
"""Whom the outlet that opens a byline holds for; correspondents and trainees are not its own."""
OUTLET = re.compile(
    r"本报|本刊|本台|本网|(?<![一-鿿])(?:日报|晚报|晨报|早报|商报|时报|快报|都市报)(?=\s*(?:$|记者|首席|见习|实习|特约))|[一-鿿]{2,6}融媒体?(?:中心)?(?=\s*(?:$|(?:首席|见习|实习|特约)?(?:记者|评论员)))|[一-鿿]{2,6}[网报台](?:[·/／]|—{1,2})[一-鿿]{2,8}(?=\s*(?:$|首席|见习|实习|特约|记者|评论员))|新华社|中新社|(?:中新|新华|人民|光明|央视|央广|中国)网|[一-鿿]{2,6}?(?:日报|晚报|晨报|早报|时报|都市报|新闻网|电视台|融媒体中心|(?:新闻|传媒)中心|在线)(?:社|客户端)?|(?<![一-鿿])[一-鿿]{2}新闻(?=\s*$)"
)
SENDER = re.compile(
    r"(?:[一-鿿]{2,8}[报网台](?:[·/／]|—{1,2}))?[一-鿿]{1,8}(?:[报网台]|客户端|频道|在线|时刻|新闻|传媒|发布|融媒体?|(?:新闻|融媒体?|传媒|宣传)中心)"
    r"|(?:掌上|云上|指尖|今日|爱|看)[一-鿿]{2,4}"
)
"""An outlet with nothing beside it: 岚州网教育频道, 岚州日报/岚州网, 云上岚州."""
SENT_FROM = re.compile(r"(?P<outlet>[一-鿿]{1,8}(?:[报社网台](?:时刻)?|在线))(?P<place>[一-鿿]{2,4})")
"""An outlet and where it sends from: 岚州消费者报|大同, 岚网|石桥站."""
OURS = ("本报", "本刊", "本台", "本网")
"""What an outlet calls itself, whatever stands behind it."""
WRITTEN_IN = re.compile(r"(?<=[一-鿿])[ \u3000]+(?P<place>[一-鿿]{2,4})报道$")
"""Where the authors before it wrote: 卓然 石小满| 大同报道."""
BETWEEN = re.compile(r"[\s、，,/／;；|]+|(?<=[一-鿿]{2})和(?=[一-鿿]{2})")
NAME = re.compile(r"[一-鿿㐀-䶿][一-鿿㐀-䶿·•]{1,9}")
CREDITS = re.compile(
    r"(?:文|图|文[/／]图|撰文|图文|视频|拍摄|文\s*字|图\s*片|采\s*写|供\s*稿)\s*[/／:：|丨｜]\s*|^\s*作者\s*[:：]?\s*"
)
AFTERWARDS = re.compile(
    r"(?:[\s/／]*(?:(?:综合|采访)?(?:摄影?报道|报道)|图文|文并?摄|文[/／]图|摄影?|撰文|整理|(?:参与)?采写|供稿|供图|提供)|[\s/／]+[文图])+\s*[）):：]?$"
)
"""What the authors did. A lone 文 that no space sets off ends a name (南仲文)."""
EDITED = re.compile(
    r"(?<![一-鿿])(?:制作|剪辑|审[看核读校]|编[审辑]|责编|责任编辑|校对|监制)\s*[:：/／]?\s*[一-鿿]{2,3}(?![一-鿿])|[（(](?:实习生?|见习|[^（）()]{0,30}\d+\s*版)\s*[）)]|(?<=摄)\s*[（(][一-鿿]{2,8}[）)]"
)
"""Who saw to the text or the film and did not write (（记者韦岚| 审看涂小青|）), who still learns (韦岚|（实习）)
on which page it stood, and whence his picture came: 韦岚摄|（岚州图片社）.
"""
LETTER_SPACED = re.compile(r"(?<![一-鿿])([一-鿿])[ \xa0\u3000]+([一-鿿])(?![一-鿿])")
BODY = re.compile(
    rf"(?:..法院|检察院|政府|人大|政协|融媒体?|中心|公司|集团|街道|协会|车间|工会|团委|社区|..[局委办部处室厂站所队院系馆矿校]|...科|^[^{SURNAMES}].科|^[一-鿿]{{2}}[乡镇县]|^[一-鿿]{{2}}(?:交警|公安|消防)|(?:日|晚)报|..网|...台|^[^{SURNAMES}].台|客户端|...村民?|[一-鿿]组村民)$"
)
"""An article can come from a body: （平川镇 供稿）."""
STATION = re.compile(r"(?<![一-鿿])[一-鿿]{2,4}台$")
"""The station of a reporter, right before that word: 石桥台记者; 韦金台 by himself is somebody."""
OF_STATION = re.compile(r"(?<=[一-鿿]{4})(?!电视)[一-鿿]{2}台$")
"""Behind names between which the space is lost: 韦岚涂小青|石桥台."""
NO_NAME = re.compile(
    r".*(?:照片|图片|影像|截图|由)|受访.+|综合|整理|采写|撰文|提供|本[版组].+|来源|稿源|图文|文图|视频|[市村居]民|.{1,2}(?:先生|女士|师傅)"
)
"""What a byline has that names nobody: （资料照片）, 文字由记者卓然 整理."""
OPENED = re.compile(rf"\s*{SURE}(?=\s*[一-鿿、 \u3000]{{2,60}}$|\s*[一-鿿、 \u3000]{{2,60}}?报道[：:]$)")
"""A dateline before names that no brackets set off: 本报岚州3月2日电 韦岚报道：, 岚州网讯 记者韦岚."""
SENT_FOR = re.compile(rf"^\s*据|(?<!\s)\s*+(?:{DAY}\s*+)?{WORD}\s*(?:[：:]|题[：:].*)?$")
"""What stands round the outlet, and the place, of a dateline: 据|新华社岚州|3月2日电."""
DESCRIBED = re.compile(rf"\s*+[（(]?\s*+(?:作者(?:为|系|是|单位)|[^（）()]{{2,40}}?{DAY}\s*[电讯]\s*[）)]?\s*$)")
"""Says who the author is, not his name (（作者为云岭大学教授）), or whence a report came (（本报岚州3月2日电）)."""
OF_DEPARTMENT = re.compile(rf"(?=.{{5}}){DEPARTMENT.replace('12}?', '12}')}(?=[{SURNAMES}][一-鿿]{{1,2}}$)")
"""Before a name, where a row ended between the two: 办公室韦岚."""
LONGEST = 50
"""Characters of a byline that tells the office of its author."""


def parse_byline(chars: str) -> tuple[Byline, ...]:
    """The authors that a byline names, in its order; a list of bare names gives names without a role.

    In 本报讯（记者卓然 通讯员石小满） the paper is that of both; in 本报记者 卓然 通讯员 石小满 it is that of 卓然 alone.
    """
    plain = chars.strip("□■○◎●◇◆ \u3000")
    if (
        official := OFFICIAL.fullmatch(plain)
        or OF_SCHOOL.fullmatch(plain)
        or OF_OFFICE.fullmatch(plain)
        or OF_CLASS.fullmatch(chars[:LONGEST])
        or EXPERT.fullmatch(chars[:LONGEST])
    ):
        return (Byline("".join(official["name"].split())),)
    return tuple(dict.fromkeys(_parse(chars)))


def read_authors(rows: Sequence[str]) -> tuple[Byline, ...]:
    """The authors that the bylines of an article name, each once, those that no outlet stands beside with that of the dateline.

    本报讯 above and （卓然） below say what 本报讯（卓然） does.
    """
    sent = next((row for row in rows if SENT_UNSIGNED.fullmatch(row)), "")
    outlet = _sender(SENT_FOR.sub("", sent).strip())
    told = [author for row in rows for author in parse_byline(row)]
    return merge_bylines(author if author.outlet else replace(author, outlet=outlet) for author in told)


def merge_bylines(bylines: Iterable[Byline]) -> tuple[Byline, ...]:
    """Each author once: a site's 作者：卓然 says no more than 本报讯（记者卓然）."""
    told = list(dict.fromkeys(bylines))
    named = {byline.name for byline in told if byline.role or byline.outlet}
    return tuple(byline for byline in told if byline.role or byline.outlet or byline.name not in named)


def _parse(chars: str) -> Iterator[Byline]:
    outlet = None
    if DESCRIBED.match(chars) or SENT_UNSIGNED.fullmatch(chars):
        return
    if tells_writer(chars) and (lead := WRITTEN.match(chars)):
        chars, outlet = lead["authors"], lead["outlet"]
    elif lead := SIGNED.fullmatch(chars):
        chars = lead["authors"]
        outlet = _sender(lead["outlet"])
    elif (lead := OPENED.match(chars)) and not OUTLET.search(chars, lead.end()):
        outlet = _sender(SENT_FOR.sub("", lead[0]))
        chars = chars[lead.end() :]
    chars = EDITED.sub(" ", chars)
    chars = CREDITS.sub(" ", chars.strip("（）()【】［］[] \u3000□■◎●"))
    chars = AFTERWARDS.sub("", _without_place(chars))
    roles = list(ROLE.finditer(chars))
    if not roles:
        yield from (Byline(name, None, outlet) for name in _names(OUTLET.sub(" ", chars)))
        return
    # 望江市|读者 卓然
    before = chars[: roles[0].start()] if roles[0][0] != READER else ""
    # 炼铁厂 韦岚 通讯员 涂小青
    yield from (Byline(name, None, outlet) for name in _names(_without_outlets(before)) if BARE_NAMES.match(name))
    for number, role in enumerate(roles):
        last = number + 1 == len(roles)
        after = chars[role.end() : len(chars) if last else roles[number + 1].start()]
        named = OUTLET.search(before.rstrip("（(【[ "))
        outlet = named[0] if named else outlet
        own = outlet if lead or named or role[0].endswith(STAFF) else None
        names = _names(after if last else _without_outlets(after))
        if names:
            yield from (Byline(name, role[0], own) for name in names)
        elif last:
            yield Byline(None, role[0], own)
        before = after


def _sender(chars: str) -> str | None:
    """Who sent a report: 本报 of 本报岚州, 新华社 of 新华社北京, but the whole of 岚州网, 岚州日报/岚州网."""
    sent = SENT_FROM.fullmatch(chars)
    if sent and (sent["place"] in read_divisions().short or sent["place"].endswith("站")):
        return sent["outlet"]
    named = OUTLET.match(chars)
    if SENDER.fullmatch(chars) and not (named and named[0] in OURS):
        return chars
    return named[0] if named else None


def _without_outlets(chars: str) -> str:
    """What stands before a role without the papers and stations named there."""
    return STATION.sub("", OUTLET.sub(" ", chars))


def _without_place(chars: str) -> str:
    """The names of 记者 卓然 石小满 大同报道 without where they wrote it."""
    place = WRITTEN_IN.search(chars)
    return chars[: place.start()] if place and place["place"] in read_divisions().short else chars


def _names(chars: str) -> list[str]:
    spaced = LETTER_SPACED.sub(r"\1\2", chars).strip("：:丨|｜ ")
    pieces = [OF_STATION.sub("", piece) for piece in BETWEEN.split(spaced)]
    return [
        name
        for piece in pieces
        if NAME.fullmatch(piece) and not piece.startswith("作者") and not BODY.search(piece) and not NO_NAME.fullmatch(piece)
        for name in part_names(OF_DEPARTMENT.sub("", piece))
    ]
