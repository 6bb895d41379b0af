"""Rules that say what of a mention taken for a body is the name of one, and what stands beside it."""

from __future__ import annotations

import re

from yaowen.entities.cases import Case, NoName, Parts, Rule
from yaowen.entities.place_rules import DORMITORY, OF_THIS
from yaowen.entities.role_rules import SUBDIVISION
from yaowen.numerals import COUNT
from yaowen.schema import Label, Mention

ANY_TOWN_HAS = (
    "组委会(?!副?主任|副?秘书长)|清算组|(?:红白)?理事会|合作社|卫生院|福利院|敬老院|基金会|人民法院|农商银行|中心"
    "|(?:劳模)?(?:创新)?工作室|(?:热力|供[水气热]|燃气|自来水|物业|建筑|保险|运输)公司|(?:纺织|机械|化工|服装|食品|印刷)厂"
)
"""Kinds of bodies, without a name."""
SENDERS = "政协|人大(?:常委会)?|政府|[省市县区州旗]委|商会|协会|医院|大学|公司|集团"
"""Who sends people out to look or to talk."""
OF_THE_WHOLE = "(?<=全)[省市县区州旗](?:法院|检察院|[一-鿿]{2,4}?(?:部门|系统|机关))"
"""All of a kind: 全|市法院."""
ACTS = "街道|社区|中心|公司|银行|[局队院厅委办镇乡村校处所站会]"


def take_subdivision(case: Case) -> tuple[Mention, ...] | None:
    """云漠机床厂|外贸部|经理: the department belongs to the body before it."""
    part = SUBDIVISION.match(case.behind[0].text) if case.leads(Label.ROLE) else None
    return (case.mark(case.mention.start, case.mention.end + part.end(), Label.ORG),) if part else None


RULES: tuple[Rule, ...] = (
    NoName(
        re.compile(
            "(?:党的)?[一二三四五六七八九十]{1,3}大|人大(?=监督)|[省市县区州旗镇]财政"
            "|本[报网台刊站社]|[日晚早]报(?=(?:首席|见习|实习)?记者)|贵(?:集团|公司|[校院])"
        )
    ),
    NoName(re.compile(f"{ANY_TOWN_HAS}|{OF_THE_WHOLE}")),
    NoName(re.compile("(?:执法)?(?:检查|巡察|调研|专家|督[导查]|考察)组|代表[队团]|[考观]察团|访问团")),
    # |赣阳市|九届人大四次会议, a meeting
    Parts(
        re.compile(
            f"([一-鿿]{{2,}}[省市县区州旗盟])?(?:[省市县区州旗盟]|全国)?第?[{COUNT}]{{1,3}}届(?:人大|人民代表大会|政协)"
        ),
        behind=re.compile(f"第?[{COUNT}]{{1,3}}次会议"),
        into=(Label.PLACE,),
    ),
    # 县委|县政府
    Parts(re.compile("([一-鿿]{0,6}?[省市县区州盟旗]委)([省市县区州盟旗]政府)")),
    # 市委中心组|学习会暨|市教育领导小组
    Parts(re.compile("(?:(.{3,}?)(?:学习会|会议|大会))?暨(?!南)(.{4,})")),
    # 柳湖街道|联合|石桥消防站
    Parts(
        re.compile(
            f"([一-鿿]{{2,}}?(?:{ACTS}))联合(?![会国体社党]|大学|学院|执法|检查|工[会作]|总会|调查)([一-鿿]{{2,}}(?:{ACTS}))"
        )
    ),
    # 市政协|调研组, 云漠商会|访问团
    Parts(re.compile(f"(.+(?:{SENDERS}))(?:考察|访问|调研|视察|专家)[组团]")),
    # 云漠市|党政代表团
    Parts(re.compile("([一-鿿]{2,}[省市县区州旗盟])(?:党政|经贸)(?:代表|考察)团"), into=(Label.PLACE,)),
    # 县纪委|会同县公安局
    Parts(re.compile("(.*(?:纪委|政协|政府|公司|集团))会")),
    OF_THIS,
    # |云漠机床厂家属院|: where the people of a body live, or its hall, is a place
    Parts(
        re.compile("(.+(?:家属[院区]|宿舍区|小区|礼堂|(?:[贵来]宾|会议|报告|宴会|演播|多功能|接待|候[车机]|展示|展览)[厅室]))"),
        into=(Label.PLACE,),
    ),
    DORMITORY,
    take_subdivision,
)
"""In the order in which they are asked; the first that has something to say decides."""
