"""Which office can be at the head of a body or under another, and which area an office governs."""

from __future__ import annotations

import re

HEADS = re.compile("[院校局馆站台社所厂行]长")
"""Who heads the body of the one named before him: 云漠县医院党委书记王一、|院长李二."""
_FIRM = re.compile("(?:公司|集团|银行)$")
_MANAGER = re.compile("(?:副?董事长|(?:常务)?副?总经理|总裁|[行厂]长)")
"""Who heads a firm."""
_RANK = re.compile(r"^(?:常务|第一|执行)?副?")


def is_deputy(office: str, of: str) -> bool:
    """Whether one office is under another of the same body: 副主任 under 主任, 秘书长 under 副主任, 总经理 under 董事长."""
    manages = _MANAGER.fullmatch(office) is not None and _MANAGER.fullmatch(of) is not None
    return (
        manages or office.endswith("副" + _RANK.sub("", of)) or (office == "秘书长" and of.endswith(("主任", "主席", "会长")))
    )


def is_host(body: str, office: str) -> bool:
    """Whether a body is one that such a head or a spokesman is of, or a firm with such a manager."""
    if _FIRM.search(body):
        return _MANAGER.fullmatch(office) is not None
    spokesman = office.endswith("发言人")
    return spokesman or (HEADS.fullmatch(_RANK.sub("", office)) is not None and is_headed(body, office))


def is_headed(body: str, office: str) -> bool:
    """Whether a body is one that such a head is of: 医院 has a 院长, 中学 a 校长."""
    return body.endswith(("学", "校", "中", "小") if office[-2] == "校" else office[-2])


def governs(place: str, role: str) -> bool:
    """Whether an area can be what a role governs: 某县 has a 县长 but no 市长."""
    if not (found := re.search(r"([省市县区州盟旗镇乡])长$", role)):
        return True
    return place[-1] not in "省市县区州盟旗镇乡" or place[-1] == found[1]
