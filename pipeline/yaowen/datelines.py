"""Datelines: what says before the first sentence of a report who sent it, from where and on which day (本报安河3月2日电)."""

from __future__ import annotations

import re

OUTLET = r"本[报网台刊站]"
DAY = r"\d{1,2}[ \u3000]*月[ \u3000]*\d{1,2}[ \u3000]*日(?:\d{1,2}[时点](?:\d{1,2}分)?(?=[讯电消]))?"
WORD = r"(?:讯|专?电|消\s*息)"
BEHIND = r"[ \u3000（(]"
"""A blank or the names of the authors."""

ALIAS = r"(?:[（(][一-鿿]{2,8}(?:[报网台端]|在线)[）)])?"
"""What an outlet is called besides: 岚州网|（岚州日报网）|讯."""

LIKELY = (
    r"(?:[一-鿿]{2,6}[报网台](?:客户端)?\s*(?:[·/／]|—{1,2})\s*)?"
    rf"[一-鿿]{{1,8}}?\s*{ALIAS}(?:[一-鿿]{{1,8}}?\s*{DAY})?\s*{WORD}"
)
"""What is a dateline where authors in brackets follow: 岚州讯（记者韦岚）."""
SURE = (
    rf"(?:[一-鿿]{{0,6}}?(?:{OUTLET}|[报网台社端]|融媒体?|发布|在线)\s*讯|[一-鿿]{{1,8}}?\s*[一-鿿]{{0,8}}?\s*{DAY}\s*{WORD})"
)
"""What is one whatever follows, for an outlet or a day stands in it: 本报讯, 岚州3月2日电."""

OPENING = re.compile(
    rf"[^，。；：\n]{{0,30}}?(?:日\s*[电讯]|社电|{OUTLET}(?:讯|[一-鿿]{{1,6}}电(?={BEHIND}))"
    rf"|(?:讯|消息)(?={BEHIND})|[报网台刊社体端]讯(?![息问飞号]))[ \u3000]*"
    r"(?P<authors>[（(][^（）()\n]{1,80}[）)])?(?:[^，。；：\n]{0,30}报道[：:])?"
)
"""A dateline and the authors behind it, as they open a paragraph."""
SENT = re.compile(rf"\s*(?:[□■◎●]\s*)?{LIKELY}(?=[^一-鿿]|记者|通讯员|题[：:]|$)")
"""A byline that begins with a dateline."""
UNSENT = r"[一-鿿]{2,6}(?:融媒体?|日报|晚报|新闻网|发布|(?:电视台|广播|[网报])?\s*报道[：:]?)(?=\s*[（(])"
"""An outlet that names itself without 讯: 岚州融媒（记者韦岚）, 岚州电视台报道（记者韦岚）, 今日岚州报道：（记者韦岚）."""
SIGNED = re.compile(
    rf"\s*[【\[]?据?(?![^（）()]{{0,24}}?(?:记者|通讯员)[^（）()]{{0,24}}报道)(?P<outlet>[一-鿿·—/／]{{2,24}}?){ALIAS}\s*(?:{DAY})?\s*"
    # 记者韦岚报道（涂小青摄） opens with who wrote it, not with an outlet
    rf"(?:{WORD}|报道[：:]?(?=\s*[】\]]?\s*[（(][^（）()]*(?:记者|通讯员)))\s*[】\]]?\s*[（(](?P<authors>.*?)[）)]?\s*",
    re.DOTALL,
)
"""A dateline with its authors, and nothing else."""
SENT_ALONE = re.compile(rf"\s*{SURE}\s*")
"""A dateline with nothing behind it: who sent the report stands in the next row."""
SENT_UNSIGNED = re.compile(
    rf"\s*据?(?:{SURE}|(?:[一-鿿]{{2}}社|{OUTLET})(?:[一-鿿]{{2,6}})?电|[一-鿿]{{2,3}}(?<![通快短喜简音电资时])讯)"
    r"(?:[ \u3000]*题[：:][^。]{2,60}$|(?=[ \u3000]|$|(?<=日电)(?![话影视力（(])))|[一-鿿]{2,8}[网台]消息[：:]"
)
"""A dateline that names no author opens a report: 本报讯 昨天，…, 岚州社大同3月2日电昨天，…, 岚州网消息：昨天，…"""
TITLED = re.compile(r"[电讯][ \u3000]*题[：:]")
"""Behind a dateline the title may stand again, as over a feature: 岚州社大同3月2日电题：老桥通车."""
SENDERS = re.compile(r"[（(]\s*[一-鿿—·/／]{0,16}(?:记\s*者|通\s*[讯迅]\s*员|实习生)[^（）()。]{1,60}[）)]")
"""Who sent a report, at the beginning of a row."""
EXPERT = re.compile(
    r"(?P<office>[一-鿿（）、“”]{2,30}(?:教授|研究员|医师|药师|技师|护师|律师|博士|讲师|农艺师|工程师|院士))[ \u3000]+"
    r"(?P<name>[一-鿿]{2,3}|[一-鿿][ \u3000]+[一-鿿])"
)
"""An expert who writes or answers what stands below: 望江县医院骨科主任医师 温立达."""
ASIDE = r"(?:掌\s*声|笑\s*声|鼓掌|大笑|众笑|[完略图](?=\s*[）)])|下同|见图|附图|如图|图[片为]|注|节选|未完|连载)"
"""What stands in brackets behind a sentence and names no author; 图雅 and 完颜亮 are names."""
# 本报记者|从全市…, cut by a column, names nobody.
_NAME = (
    r"(?![从在走到了获对就日近随来赶看见采探再又也还将已曾为向把被一两多们的])"
    r"(?:[一-鿿·]{2,4}|[一-鿿][ \u3000]{1,2}[一-鿿](?![一-鿿]))"
)
BOTH = r"(?:[ \u3000]*(?:文[/／]?图|图[/／]?文))?"
"""Says that somebody wrote the text and took its pictures: （卓然 文/图）."""
OPEN_NAMES = (
    r"(?:(?<=[ \u3000])|(?=本报))(?:本报)?(?:首席|见习|实习|特约|全媒体|融媒体?)?(?:记者|通讯员)"
    rf"[ \u3000]*{_NAME}(?:[ 、\u3000]+(?:(?:本报)?(?:记者|通讯员|实习生)[ \u3000]*)?{_NAME}){{0,5}}{BOTH}"
)
"""Authors without brackets, behind a sentence: …恢复供电。　记者 卓然, …恢复供电。本报记者 卓然 通讯员 石小满."""
ENDS_SIGNED = re.compile(
    rf"[。！？”…][ \u3000]*(?:{OPEN_NAMES}|[（(]\s*(?!{ASIDE})"
    r"(?:[一-鿿]{0,4}(?:记\s*者|通\s*讯\s*员|实习生|作者)[^（）()，。]{1,30}"
    r"|[一-鿿·]{2,6}(?:[ 、\u3000]+[一-鿿·]{2,6}){0,5}"
    rf"|[一-鿿][ \u3000][一-鿿](?:[ \u3000]+[一-鿿][ \u3000][一-鿿]){{0,3}}){BOTH}\s*[）)])[\s|｜]*$"
)
"""The end of an article that names its authors: …将有一次降水。（卓然）"""
