"""Who holds which post: the offices before a name, shared out over a list of names, and those stated after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaowen.facts.persons.careers import Careers
from yaowen.facts.persons.offices import LONGEST_LIST, NOTE, TAKES, TO_NAME, Office, Offices
from yaowen.schema import Label, Mention, Post
from yaowen.text import Text

SHARED = re.compile(
    r"副|领导|首长|(?:执行|常务)主席|常委|委员|成员|记者|通讯员|评论员"
    r"|教授|院士|研究员|代表|专家|员$|师$|手$|医生|护士|民警|警官|干警"
    r"|士$|志愿者|劳模|模范|作家|诗人"
    r"|家$|学者|律师|法官|检察官|大使|先生|女士|同学|学生|老师|村民|市民|居民|传承人|演员"
)
"""Roles that several people can hold: in 副市长王一、李二 both are 副市长, in 市长王一、李二 only the first."""

_NOW = re.compile(
    r"^(?:[退离]休|值班|坐诊|主治|执勤|驻村|承办|办案|出租车|货车|网约车)"
    r"(?=[教老]师|医生|护士|民警|[警法]官|检察官|司机|[工职]工|工人|干部|记者|编辑|第一书记)"
)
"""What only tells how somebody does his work: 退休|教师, 值班|医生, 承办|法官, 出租车|司机."""
_PART = re.compile(r"[\u4e00-\u9fff]{2,5}(?:部|科|处|车间)(?=副?(?:经理|主任)$)")
"""What of a body somebody heads: 外贸部|经理."""
_COMMONER = re.compile("[\u4e00-\u9fff]{0,6}?(?:户|农|[村居农]民|[职员]工|工人|干部|教师|带头人|能人)")
"""What somebody is that is no office."""
_ALL_ARE = re.compile(r"等(?:在家的?)?")
"""王一、李二等|市领导"""
_BETWEEN_NAMES = re.compile(rf"{NOTE}(?:同志)?(?:[ \u3000]*|[、,，和与及]|以及)[ \u3000]*")
_TAKES_OFFICE = re.compile(
    r"(?:等?[0-9一二三四五六七八九十两]{1,3}[位名人])?(?:同志)?"
    rf"{NOTE}"
    r"(?:，[男女][^，。\n]{0,4}(?:，[^，。\n]{1,14}){0,6}，)?"
    r"(?:(?:已|将|被|又|还|分别|先后|同时|正式|依法|全票|高票|以[0-9]{1,4}票的?|再次|现|此前|生前|曾)*"
    rf"(?:{TAKES}|任|兼任的|推?选举?为|选?聘为|挂职|代理|为|是|系|作为|的)"
    r"|[（(，—])(?:原|中共|新一届|首届|[\u4e00-\u9fff]{0,6}第[一二三四五六七八九十0-9]{1,3}届)?"
)
LONGEST_LINK = 60
_BARE = re.compile(r"(?<![选任命聘])为$|的$")
_APPOINTED = re.compile(r"(?:任命|宣布|选举|推选|推举|聘请|聘任|决定|免去|补选|接受|选出|提名)[^。；\n]{0,30}$")
_AND_NEXT = re.compile(r"(?:任命|选举|推选|推举|聘任)[^。；\n]{0,400}[，、]$")
"""任命王一为某局局长，|李二为某局局长，|张三为…: each name of the list behind the first."""


@dataclass(frozen=True)
class Posts:
    """Walks over an article's mentions; gives each post with the mention of the person who holds it."""

    text: Text
    mentions: tuple[Mention, ...]

    @cached_property
    def offices(self) -> Offices:
        return Offices(self.text, self.mentions)

    def __iter__(self) -> Iterator[tuple[Mention, Post]]:
        shared: list[Office] = []
        for index, mention in enumerate(self.mentions):
            if mention.label != Label.PERSON:
                continue
            offices = self._before(index)
            if not offices and shared and self._follows_name(index):
                shared = [office for office in shared if SHARED.search(office.role.text)]
                yield from ((mention, self._post(office, mention)) for office in shared)
            else:
                shared = offices if offices and SHARED.search(offices[-1].role.text) else []
                yield from self._listed(mention, offices)
            yield from self._after(index)
        yield from ((mention, self._post(office, None)) for mention, office in Careers(self.offices))

    def _listed(self, mention: Mention, offices: list[Office]) -> Iterator[tuple[Mention, Post]]:
        for office in offices:
            last = office is offices[-1] and not office.carried
            yield mention, self._post(office, mention if last else None)

    def _post(self, office: Office, name: Mention | None) -> Post:
        start = office.org[0] if office.org else office.role.start
        end = name.end if name else office.role.end
        org = self.offices.chars(*office.org) if office.org else None
        role = _NOW.sub("", office.role.text)
        if (part := _PART.match(role)) and (org or role.endswith("经理")):
            org, role = f"{org or ''}{part[0]}", role[part.end() :]
        return Post(role, org, self.offices.chars(start, end), self.text.source(start, end))

    def _follows_name(self, index: int) -> bool:
        before, mention = self.mentions[index - 1], self.mentions[index]
        return index > 0 and before.label == Label.PERSON and self.offices.fits(_BETWEEN_NAMES, before.end, mention.start)

    def _before(self, index: int) -> list[Office]:
        """The offices right before a name, in the order of the text: 市政协副主席、某县委书记 gives two."""
        last = index - 1
        if last < 0 or self.mentions[last].label != Label.ROLE:
            return self._before_commoner(index) if last > 0 else []
        if not self.offices.fits(TO_NAME, self.mentions[last].end, self.mentions[index].start):
            return self._said_to_be(last, index)
        if self.mentions[last].text == "代表" and last and self.mentions[last - 1].label == Label.PERSON:
            return []  # 王一|代表|李二先生讲话
        return self.offices.list_ending_at(last)

    def _said_to_be(self, last: int, index: int) -> list[Office]:
        """作为石桥村的村支书，|王一 is that."""
        if self.offices.chars(self.mentions[last].end, self.mentions[index].start) not in {"，", ","}:
            return []
        offices = self.offices.list_ending_at(last)
        start = (offices[0].org or (offices[0].role.start,))[0] if offices else 0
        return offices if start and self.offices.chars(max(start - 2, 0), start) in {"作为", "身为"} else []

    def _before_commoner(self, index: int) -> list[Office]:
        """The offices before what is none: 市人大代表、石桥镇种粮大户|王一."""
        where, role = self.mentions[index - 1], self.mentions[index - 2]
        if where.label == Label.PERSON or role.label != Label.ROLE or self.offices.chars(role.end, where.start) != "、":
            return []
        between = self.offices.fits(_COMMONER, where.end, self.mentions[index].start)
        return self.offices.list_ending_at(index - 2) if between else []

    def _after(self, index: int) -> Iterator[tuple[Mention, Post]]:
        """Posts stated after the name: 王一教授, 王一任某局局长, 王一（某局局长）, 选举王一为某会主席."""
        if index + 1 == len(self.mentions):
            return
        mention, following = self.mentions[index], self.mentions[index + 1]
        if following.label == Label.ROLE and following.start == mention.end and not self.offices.leads_to_name(index + 1):
            yield mention, self._beside(index)
            return
        if (
            following.label == Label.ROLE
            and "领导" in following.text
            and self.offices.fits(_ALL_ARE, mention.end, following.start)
        ):
            yield from self._share(self._listed_names(index), [Office(None, following)])
            return
        last = None if following.label == Label.PERSON else self.offices.last_of_list(index + 1)
        if last is None:
            return
        if self._fills_row(mention, following, last):
            yield from self._share([mention], self.offices.read_list(index + 1, last))
        elif link := self._link(index, last):
            names, offices = self._listed_names(index), self.offices.read_list(index + 1, last)
            if "分别" not in link:
                yield from self._share(names, offices)
            elif len(names) == len(offices):
                yield from ((name, self._post(office, None)) for name, office in zip(names, offices, strict=True))

    def _beside(self, index: int) -> Post:
        """The office behind a name, of the body right before that or a list of such names: 云阳中学|王一|老师、|李二|老师."""
        first, mentions = index, self.mentions
        while (
            first > max(2, index - 2 * LONGEST_LIST)
            and self._lists_titled(first - 2)
            and mentions[first - 1].end + 1 == mentions[first].start
        ):
            first -= 2
        before = mentions[first - 1] if first else None
        whose = before if before and before.label == Label.ORG and before.end == mentions[first].start else None
        start, office = whose.start if whose else mentions[index].start, mentions[index + 1]
        return Post(
            office.text,
            whose.text if whose else None,
            self.offices.chars(start, office.end),
            self.text.source(start, office.end),
        )

    def _lists_titled(self, index: int) -> bool:
        """Whether a name has its office behind it, and the list goes on: 王一|老师|、."""
        name, office = self.mentions[index : index + 2]
        beside = (name.label, office.label) == (Label.PERSON, Label.ROLE) and name.end == office.start
        return beside and self._behind(index + 1) == "、"

    def _link(self, index: int, last: int) -> str | None:
        """The words between a name and the offices behind it, up to the `last`-th mention, that say whose they are."""
        end, start = self.mentions[index].end, self.mentions[index + 1].start
        link = self.text.chars[end:start]
        if start - end > LONGEST_LINK or not _TAKES_OFFICE.fullmatch(link):
            return None
        closes = self._behind(last)
        if link == "，" and self._before(index):
            return None  # 市政协主席王一，市法院院长、市检察院检察长列席
        if _BARE.search(link):
            first = self._listed_names(index)[0].start
            listed = self.offices.chars(max(0, first - 1), first) in {"", *"\n；："} and closes in {"", *"；。\n、（"}
            if not listed and not self._appointed(index):
                return None  # 王一为市长倒水, but 任命：⏎王一为某局局长；
        # 王一，某局局长 is an apposition only where the list ends with the clause.
        return link if not link.endswith(("（", "(", "，", "—")) or closes in {"", *"）)，。；,—\n"} else None

    def _fills_row(self, mention: Mention, following: Mention, last: int) -> bool:
        """Whether what somebody is stands behind his name in a row of its own: 王一　石桥公司车间主任."""
        row = self.text.chars[max(mention.start - 1, 0) : mention.start] + self._behind(last)
        return not row.strip() and self.offices.chars(mention.end, following.start).isspace() and following.label == Label.ORG

    def _behind(self, index: int) -> str:
        """The character behind a mention, if there is one."""
        end = self.mentions[index].end
        return self.offices.chars(end, end + 1)

    def _share(self, names: list[Mention], offices: list[Office]) -> Iterator[tuple[Mention, Post]]:
        """The offices of a list of names: everybody's where several can hold it, else the last one's."""
        for office in offices:
            holders = names if SHARED.search(office.role.text) else names[-1:]
            yield from ((name, self._post(office, None)) for name in holders)

    def _listed_names(self, index: int) -> list[Mention]:
        """The list of names that ends with a name."""
        first = index
        while first and self._follows_name(first) and not self._before(first):
            first -= 1
        return list(self.mentions[first : index + 1])

    def _appointed(self, index: int) -> bool:
        """Whether a list of names that ends with one stands where someone is given an office: 选举王一为…."""
        first = index + 1 - len(self._listed_names(index))
        start = self.mentions[first].start
        if _APPOINTED.search(self.offices.chars(max(0, start - 40), start)):
            return True
        before = self.mentions[first - 1] if first > 1 else None
        after_office = before is not None and before.label == Label.ROLE and before.end == start - 1
        return after_office and _AND_NEXT.search(self.offices.chars(max(0, start - 420), start)) is not None
