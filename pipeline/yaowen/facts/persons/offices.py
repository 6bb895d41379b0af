"""Lists of offices: which roles stand together, and which organisation each of them is of.

In 市委副书记、市长 the second title names its body itself; in 市水利局党组书记、局长 the body is carried on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaowen.facts.persons.heads import HEADS, governs, is_deputy, is_headed, is_host
from yaowen.facts.sentences import SITES
from yaowen.schema import Label, Mention
from yaowen.text import Text

OWN_OFFICE = re.compile(
    r"(?:原|前|代|副|常务|第一)*(?:[省市县区州盟旗镇乡村](?:人民政府)?[长委]|国家(?:副)?主席|(?:国务院)?(?:副)?总理"
    r"|总统|首相|国王|总书记"
    r"|国务委员|[^部]{2,}(?:局|厅|处|科)长|村支书|[省市县区]领导)"
)
"""Titles that name their organisation themselves: in 市委副书记、市长 the second office is not one of 市委."""

PARTY_BODY = re.compile(r"(?:党委|党工委|党组|党总支|支部|工委|[省市县区州盟旗]委)$")
PARTY_ROLE = re.compile(r"书记|[常党]委|委员|成员|秘书长|部长|主任|组长|代表")
"""What somebody may be in a party committee: in 校党委副书记、副校长 the second office is not one of 校党委."""

TAKES = (
    r"(?:先后|[现时曾历原后拟担出就接升兼转改调继连续首挂获])任(?:过|了)?|现[为系]|拟?(?:推荐)?提名为|任命为|履新|当选为?"
    r"|[获受]聘为?"
)
"""What somebody does who comes to an office, inside a pattern: 调任|某县县长."""

NO_OFFICE = re.compile(
    r"(?<!人大)(?<!首席)(?<!全权)(?<!常驻)(?<!特别)(?<!法定)(?<!党)(?<=[\u4e00-\u9fff])代表$"
    r"|(?:选手|游客|村民|居民|市民|牧民|果农|群众|网友|消费者|顾客|乘客|家长|学生|同学|志愿者)$"
    r"|[（(）)，。、\n]"
)
"""教师代表, 村民: whom somebody stands for or is, but no office."""

NOTE = r"(?:[（(][^（）()\n]{0,30}[）)])?"
"""What may stand in brackets behind a name or an office, inside a pattern: 副厅长|（正厅长级）."""
TERM = "第?[一二三四五六七八九十]{1,3}届"
"""Inside a pattern: 市人大|第六届|常委会."""
_GLUE = re.compile(rf"”?[ \u3000]*{NOTE}[ \u3000]*")
"""Between a body and an office of it: “柳湖茶社|”|老板."""
_TERM = re.compile(r"第?[一二三四五六七八九十0-9]{1,3}届")
"""市残联|第六届|执行理事会: one organisation."""
_MEETING = {"大会", "会议", "全会", "活动", "比赛"}
"""What a model takes for an organisation: 大会执行主席."""
_NO_BODY = re.compile(
    r"合作社|基金会|专家组|课题组|[晚日晨早]报|[主客]队|[本该]?(?:公司|企业|集团|中心|学校|医院|银行|协会|商会|学会)"
)
"""What is spoken of without its name: 合作社理事长, 晚报记者, 公司董事长."""
_CARRIED = re.compile(r"副|(?:常务|执行)?(?:总经理|总工程师|总会计师|总裁|董事|监事|秘书长|理事)")
"""What somebody is in the body of the one named before him: 某公司董事长王一、总经理李二."""
_HOSTED = re.compile(r"[^，。；：“”\n]{0,6}(?:召开|举行|举办|开展|组织)[^，。；：\n]{2,30}[，。]")
"""What a body held: 某局|近日召开工作会议，."""
TO_NAME = re.compile(rf"[ \u3000]*{NOTE}(?:、[离退]休干部|[0-9]{{1,2}}[多余]?年)?的?[ \u3000]*")
"""What may stand between an office and the name of who holds it: 原副主任、离休干部石小满; 当村支书20年的石小满."""
_ENVOY = re.compile("大使|领事|公使|参赞|特派员|记者")
"""Who is of the one that sent him, not of where he is: 柬埔寨驻|华|大使."""
_IS = re.compile(r"(?:是|系|作为|身为|当选为?|担?任)(?:原|一[名位])?$")
"""Before what an office is of by 的: 王一是|石桥村的|村支书."""
PARTY_GROUP = ("党组", "党委")
"""An office in the party group of the body of the one named before: 市政协副主席王一，|党组成员、秘书长李二."""
_COMMITTEE = re.compile("[省市县区州盟旗]委$")
_OF_COMMITTEE = re.compile("(?:组织|宣传|统战)部长")
"""What somebody is in the committee, whatever body of it stands between: 市委常委、政法委书记、|统战部长王一."""
LONGEST_LIST = 40
"""How many names a list of one body's officials may have."""
_BETWEEN_POSTS = re.compile(rf"[ \u3000]*{NOTE}[、,，/和及]?(?:原|[时现]任|兼任?|前|派驻)?(?:{TERM})?")


@dataclass(frozen=True)
class Office:
    """One office of a list: where its organisation is named (perhaps by an earlier one of the list) and its role."""

    org: tuple[int, int] | None
    role: Mention
    carried: bool = False


@dataclass(frozen=True)
class Offices:
    """The offices that one article names."""

    text: Text
    mentions: tuple[Mention, ...]

    def chars(self, start: int, end: int) -> str:
        return self.text.chars[start:end]

    def fits(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        # Names and offices of one list stand close together; a longer gap is not looked at.
        return 0 <= end - start <= 40 and pattern.fullmatch(self.text.chars, start, end) is not None

    def list_ending_at(self, last: int) -> list[Office]:
        """The list of offices whose last role is the `last`-th mention."""
        first = self._first_of_list(last)
        offices = self.read_list(first, last)
        if first > 1 and offices and offices[0].org is None and self.mentions[first - 1].label == Label.PERSON:
            carry = self._carry_to_group if offices[0].role.text.startswith(PARTY_GROUP) else self._carry_across_name
            offices = carry(first, offices)
        if first and offices and offices[0].org is None and self.mentions[first - 1].label == Label.ORG:
            offices = self._carry_from_host(first, offices)
        return offices

    def _carry_from_host(self, first: int, offices: list[Office]) -> list[Office]:
        """某局召开工作会议，党组书记、局长王一讲话: who heads the body that held it is its head."""
        host = self.mentions[first - 1]
        held = self.fits(_HOSTED, host.end, self.mentions[first].start)
        if not held or not any(is_host(host.text, office.role.text) for office in offices):
            return offices
        return [office if office.org else Office((host.start, host.end), office.role, carried=True) for office in offices]

    def _carry_to_group(self, first: int, offices: list[Office]) -> list[Office]:
        """市政协副主席王一、李二，党组成员、秘书长张三: the offices are in the body of those named right before."""
        end = self.mentions[first].start
        for index in range(first - 1, max(first - LONGEST_LIST, 0), -1):
            before = self.mentions[index]
            if before.label == Label.PERSON and self.chars(before.end, end) in {"、", "，", ","}:
                end = before.start
                continue
            if before.label != Label.ROLE or not self.fits(TO_NAME, before.end, end):
                break
            org = next((office.org for office in self.list_ending_at(index)), None)
            return [office if office.org or not org else Office(org, office.role, carried=True) for office in offices]
        return offices

    def _first_of_list(self, last: int) -> int:
        first = last
        while first > 0 and last - first < 40 and self.joins(first - 1):
            first -= 1
        return self._behind_comma(first, last)

    def last_of_list(self, first: int) -> int | None:
        """The last role of the list of offices that starts at the `first`-th mention; None where it has none or is a name's."""
        last = first
        while last + 1 < len(self.mentions) and last - first < 40 and self.joins(last):
            last += 1
        while last >= first and self.mentions[last].label != Label.ROLE:
            last -= 1
        return None if last < first or self.leads_to_name(last) else last

    def _behind_comma(self, first: int, last: int) -> int:
        """Where a list starts that would begin with another's office: 王一任总指挥，某局局长|李二."""
        start = self.mentions[first].start
        before = self.mentions[first - 1] if first else None
        if before and before.label == Label.PERSON and before.end == start and first < last:
            after = self.mentions[first].end
            if self.mentions[first].label == Label.ROLE and self.chars(after, after + 1) in {"，", ","}:
                return first + 1  # 王一|教授，|某局局长李二
        if self.chars(max(0, start - 1), start) not in {"任", "为", "选"}:
            return first
        for index in range(first, last):
            if "，" in self.chars(self.mentions[index].end, self.mentions[index + 1].start):
                return index + 1
        return first

    def joins(self, index: int) -> bool:
        """Whether a mention and the next belong to one list of offices."""
        one, two = self.mentions[index], self.mentions[index + 1]
        if one.label == Label.PERSON or two.label == Label.PERSON:
            return False
        if one.label == Label.ROLE:
            return self.fits(_BETWEEN_POSTS, one.end, two.start)
        return self.fits(_GLUE, one.end, two.start) or self.fits(_TERM, one.end, two.start) or self._is_of(one, two)

    def _is_of(self, one: Mention, two: Mention) -> bool:
        """Whether what somebody is said to be is of a body or a place by 的: 王一是石桥村的村支书."""
        before = self.chars(max(one.start - 5, 0), one.start)
        return self.chars(one.end, two.start) == "的" and _IS.search(before) is not None

    def _carry_across_name(self, first: int, offices: list[Office]) -> list[Office]:
        """市委书记王一、副书记李二, 某公司董事长王一、总工程师李二: the second office is of the first one's organisation.

        Behind a comma only a deputy is (市人大常委会主任王一，副主任李二、张三，秘书长赵四).
        """
        office = offices[0].role.text
        heads = HEADS.fullmatch(office) is not None
        if not heads and (OWN_OFFICE.fullmatch(office) or not _CARRIED.match(office)):
            return offices
        named = first
        for _ in range(LONGEST_LIST):
            name = self.mentions[named - 1]
            between = self.chars(name.end, self.mentions[named].start)
            if named < 2 or name.label != Label.PERSON or between not in {"、", "，", ","}:
                return offices
            role = self.mentions[named - 2]
            if role.label == Label.PERSON:
                named -= 1
                continue
            if role.label != Label.ROLE or not self.fits(TO_NAME, role.end, name.start):
                return offices
            held = self.read_list(self._first_of_list(named - 2), named - 2)
            org = held[-1].org if held else None
            if between != "、" and not is_deputy(office, role.text):
                return offices
            if heads and not (org and is_headed(self.chars(*org), office)):
                return offices
            if org:
                carried = self._carries(org, offices[0].role)
                return [Office(org, offices[0].role, carried=True), *offices[1:]] if carried else offices
            named -= 2
        return offices

    def read_list(self, first: int, last: int) -> list[Office]:
        offices: list[Office] = []
        carried: tuple[int, int] | None = None
        committee: tuple[int, int] | None = None
        for index in range(first, last + 1):
            role = self.mentions[index]
            if role.label != Label.ROLE or NO_OFFICE.search(role.text) or (index < last and self._is_unnamed(index)):
                continue
            own = self.org_before(index, first)
            if own:
                carried = self._carried_on(own, role, carried)
                committee = own if _COMMITTEE.search(self.chars(*own)) else committee
                offices.append(Office(own, role))
            elif committee and _OF_COMMITTEE.fullmatch(role.text):
                offices.append(Office(committee, role, carried=True))
            elif carried and self._carries(carried, role):
                offices.append(Office(carried, role, carried=True))
            else:
                offices.append(Office(None, role))
        return offices

    def _is_unnamed(self, index: int) -> bool:
        """Whether an office before one of another body is held by nobody who is named: 市监委负责人、|市检察院检察长王一."""
        return self.mentions[index].text.endswith(("负责人", "负责同志")) and self.mentions[index + 1].label != Label.ROLE

    def _carried_on(self, own: tuple[int, int], role: Mention, carried: tuple[int, int] | None) -> tuple[int, int] | None:
        """The body of the next offices of a list: the court behind 副院长、审判委员会委员, none behind 市人大代表."""
        body = self.chars(*own)
        if body.endswith(("人大", "政协")) and role.text in {"代表", "委员"}:
            return None
        if body.endswith(("审判委员会", "检察委员会")):
            return (own[0], own[1] - 5) if len(body) > 5 else carried
        return own

    def _carries(self, org: tuple[int, int], role: Mention) -> bool:
        """Whether the organisation of one office is that of the next of its list too."""
        party = PARTY_BODY.search(self.chars(*org)) is not None
        return OWN_OFFICE.fullmatch(role.text) is None and (not party or PARTY_ROLE.search(role.text) is not None)

    def org_before(self, index: int, first: int) -> tuple[int, int] | None:
        """The organisation named right before a role; pieces that touch (某市 + 教育局) are one name."""
        role = self.mentions[index]
        org: tuple[int, int] | None = None
        for before in reversed(self.mentions[max(first, index - 4) : index]):
            touches = before.end == org[0] or self.fits(_TERM, before.end, org[0]) if org else self._has_office(before, role)
            if before.label not in SITES or not touches:
                break
            if org is None and _ENVOY.search(role.text) and self.chars(before.start - 1, before.start) == "驻":
                return self._sender(index - 2, before.start - 1)
            org = before.start, org[1] if org else before.end
        return org

    def _sender(self, index: int, end: int) -> tuple[int, int] | None:
        """Whose envoy somebody is, where that is told: 柬埔寨|驻华大使."""
        sender = self.mentions[index] if index >= 0 else None
        return (sender.start, sender.end) if sender and sender.label in SITES and sender.end == end else None

    def _has_office(self, body: Mention, role: Mention) -> bool:
        """Whether a body or an area right before a role can be what that is of."""
        near = self.fits(_GLUE, body.end, role.start) or self._is_of(body, role)
        if not near or body.text in _MEETING or _NO_BODY.fullmatch(body.text):
            return False
        return body.label != Label.PLACE or governs(body.text, role.text)

    def leads_to_name(self, index: int) -> bool:
        """Whether a role belongs to the name that follows it: in 王一副市长李二 it is Li who is 副市长."""
        if index + 1 == len(self.mentions) or self.mentions[index + 1].label != Label.PERSON:
            return False
        return self.fits(TO_NAME, self.mentions[index].end, self.mentions[index + 1].start)
