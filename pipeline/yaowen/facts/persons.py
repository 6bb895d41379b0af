"""The persons of an article and the posts that it says they hold.

Reads the mentions in order. Offices before a name come first (they may be shared out over the names of a list), then
those behind it (王一任…, 王一，…), then the bylines. A post is stated once, with the fuller organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yaowen.page import Reading
from yaowen.schema import BlockRole, Label, Mention, Person, Post
from yaowen.text import Text


def find_persons(reading: Reading) -> Reading:
    """One `Person` for each name, in the order in which the names appear, with every post that the text states."""
    text = reading.clipping.text
    mentions = tuple(sorted(reading.mentions, key=lambda mention: mention.start))
    names = _full_names(mentions, text.chars)
    posts: dict[str, list[Post]] = {}
    places: dict[str, list[int]] = {}
    indexes = {id(mention): index for index, mention in enumerate(reading.mentions)}
    for mention in mentions:
        if mention.label == Label.PERSON:
            posts.setdefault(names[mention.text], [])
            places.setdefault(names[mention.text], []).append(indexes[id(mention)])
    for mention, post in _PostFinder(text, mentions):
        _add_post(posts[names[mention.text]], post)
    for name, written in _byline_posts(reading):
        known = posts.setdefault(name, [])
        if written:
            _add_post(known, written)
    found = (Person(name, tuple(held), tuple(places.get(name, ()))) for name, held in posts.items())
    return replace(reading, persons=tuple(found))


def _full_names(mentions: tuple[Mention, ...], chars: str) -> dict[str, str]:
    """Each form of a name and the person's name: 史密斯 is 约翰·史密斯, 吴 (吴书记) and 海平 are 吴海平.

    Where several names fit a form, it stands for itself.
    """
    forms = dict.fromkeys(mention.text for mention in mentions if mention.label == Label.PERSON)
    fuller: dict[str, set[str]] = {}
    for form in forms:
        if "·" in form:
            fuller.setdefault(form.rpartition("·")[2], set()).add(form)
        elif 2 <= len(form) <= 4:
            fuller.setdefault(form[0], set()).add(form)
            if len(form) == 3:
                fuller.setdefault(form[1:], set()).add(form)
    for mention in mentions:
        # 王一致欢迎辞, 王一作表态发言: a verb read as the end of a name.
        form = mention.text
        if form in forms and form[-1] in "致作" and len(form) == 3 and _GIVES.match(chars, mention.end):
            fuller[form] = {form[:-1]}
        # 巴特尔朝|鲁: a name read too short where the whole is known.
        reaches = (chars[mention.start : mention.end + more] for more in range(4, 0, -1))
        if form in forms and (longer := next((reach for reach in reaches if len(reach) > len(form) and reach in forms), None)):
            fuller[form] = {longer}
    return {form: min(fuller[form]) if len(fuller.get(form, ())) == 1 else form for form in forms}


def _add_post(posts: list[Post], post: Post) -> None:
    """Adds a post unless it is stated already; 校长 and 大学校长 are one post, kept with the fuller organisation."""
    for index, known in enumerate(posts):
        if known.role == post.role and _same_org(known.org, post.org):
            if known.org is None and post.org is not None:
                posts[index] = post
            return
    posts.append(post)


def _same_org(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one.endswith(other) or other.endswith(one)


OWN_OFFICE = re.compile(
    r"(?:原|前|代|时任|副|常务|第一)*(?:[省市县区州盟旗镇乡村](?:人民政府)?[长委]|国家(?:副)?主席|(?:国务院)?(?:副)?总理"
    r"|总统|首相|国王|总书记"
    r"|国务委员|[^部]{2,}(?:局|厅|处|科)长|村支书|[省市县区]领导)"
)
"""Titles that name their organisation themselves: in 市委副书记、市长 the second office is not one of 市委."""

SHARED = re.compile(
    r"副|领导|执行主席|常委|委员|成员|记者|通讯员|评论员|教授|院士|研究员|代表|专家|员$|师$|手$|医生|护士|民警|警官|干警"
    r"|士$|志愿者|劳模|模范|作家|诗人"
    r"|学者|律师|法官|检察官|大使|先生|女士|同学|学生|老师|村民|市民|居民|传承人|演员"
)
"""Roles that several people can hold: in 副市长王一、李二 both are 副市长, in 市长王一、李二 only the first."""

NO_OFFICE = re.compile(
    r"(?<!人大)(?<!首席)(?<!全权)(?<!常驻)(?<!特别)(?<!法定)(?<!党)(?<=[\u4e00-\u9fff])代表$"
    r"|(?:选手|游客|村民|居民|市民|牧民|果农|群众|网友|消费者|顾客|乘客|家长|学生|同学|志愿者)$"
    r"|[（(）)，。、\n]"
)
"""教师代表, 村民: whom somebody stands for or is, but no office."""

_NOW = re.compile(
    r"^(?:退休|离休|值班|坐诊|主治|执勤|在岗|驻村|出租车|公交车?|货车|网约车|客车|校车)(?=教师|老师|医生|护士|民警|警官|司机|工人|职工|干部|记者|编辑)"
)
"""What only tells how somebody does his work: 退休|教师, 值班|医生, 出租车|司机."""
_GLUE = re.compile(r"[ \u3000]*(?:[（(][^（）()\n]{0,30}[）)])?[ \u3000]*")
_MEETING = {"大会", "会议", "全会", "活动", "比赛"}
"""What a model takes for an organisation: 大会执行主席."""
_GIVES = re.compile(r"[^，。；\n]{0,8}(?:发言|报告|讲话|演讲|[辞词]|说明|部署)")
_TO_NAME = re.compile(r"[ \u3000]*(?:[（(][^（）()\n]{0,30}[）)])?(?:的)?[ \u3000]*")
_BETWEEN_POSTS = re.compile(r"[ \u3000]*(?:[（(][^（）()\n]{0,30}[）)])?(?:[、,，/]|兼|兼任|暨|和|及)?(?:原|时任|现任|兼|前)?")
_BETWEEN_NAMES = re.compile(r"(?:[（(][^（）()\n]{0,30}[）)])?(?:同志)?(?:[ \u3000]*|[、,，和与及]|以及)[ \u3000]*")
_TAKES_OFFICE = re.compile(
    r"(?:同志)?(?:[（(][^（）()\n]{0,30}[）)])?(?:，[男女][^，。\n]{0,4}(?:，[^，。\n]{1,14}){0,6}，)?"
    r"(?:(?:已|将|被|又|还|先后|同时|正式|依法|全票|再次|现|此前|曾|时|兼|续)*"
    r"(?:出任|担任|就任|接任|升任|当选为?|兼任的?|任命为|选举?为|推选为|选聘为|聘为|任|受聘为|获聘为|为|是|系|作为|的)"
    r"|[（(，—])(?:原|中共)?"
)
_APPOINTED = re.compile(r"(?:任命|选举|推选|推举|聘请|聘任|决定|免去|补选|接受|选出|提名)[^。；\n]{0,30}$")


@dataclass(frozen=True)
class _Office:
    """One office of a list: where its organisation is named (perhaps by an earlier one of the list) and its role."""

    org: tuple[int, int] | None
    role: Mention
    carried: bool = False


@dataclass(frozen=True)
class _PostFinder:
    """Walks over an article's mentions; gives each post with the mention of the person who holds it."""

    text: Text
    mentions: tuple[Mention, ...]

    def __iter__(self) -> Iterator[tuple[Mention, Post]]:
        shared: list[_Office] = []
        for index, mention in enumerate(self.mentions):
            if mention.label != Label.PERSON:
                continue
            offices = self._before(index)
            if not offices and shared and self._follows_name(index):
                offices = [office for office in shared if SHARED.search(office.role.text)]
                shared = offices
                yield from ((mention, self._post(office, mention)) for office in offices)
            else:
                shared = offices if offices and SHARED.search(offices[-1].role.text) else []
                yield from self._listed(mention, offices)
            yield from ((mention, post) for post in self._after(index))

    def _listed(self, mention: Mention, offices: list[_Office]) -> Iterator[tuple[Mention, Post]]:
        for office in offices:
            last = office is offices[-1] and not office.carried
            yield mention, self._post(office, mention if last else None)

    def _post(self, office: _Office, name: Mention | None) -> Post:
        start = office.org[0] if office.org else office.role.start
        end = name.end if name else office.role.end
        org = self._chars(*office.org) if office.org else None
        role = _NOW.sub("", office.role.text)
        return Post(role, org, self._chars(start, end), self.text.source(start, end))

    def _chars(self, start: int, end: int) -> str:
        return self.text.chars[start:end]

    def _fits(self, pattern: re.Pattern[str], start: int, end: int) -> bool:
        # Names and offices of one list stand close together; a longer gap is not looked at.
        return 0 <= end - start <= 40 and pattern.fullmatch(self.text.chars, start, end) is not None

    def _follows_name(self, index: int) -> bool:
        before, mention = self.mentions[index - 1], self.mentions[index]
        return index > 0 and before.label == Label.PERSON and self._fits(_BETWEEN_NAMES, before.end, mention.start)

    def _before(self, index: int) -> list[_Office]:
        """The offices right before a name, in the order of the text: 市政协副主席、某县委书记 gives two."""
        last = index - 1
        if last < 0 or self.mentions[last].label != Label.ROLE:
            return []
        if not self._fits(_TO_NAME, self.mentions[last].end, self.mentions[index].start):
            return []
        return self._list_ending_at(last)

    def _list_ending_at(self, last: int) -> list[_Office]:
        """The list of offices whose last role is the `last`-th mention."""
        first = last
        while first > 0 and last - first < 40 and self._joins(first - 1):
            first -= 1
        first = self._behind_comma(first, last)
        offices = self._read_list(first, last)
        if first > 1 and offices and offices[0].org is None and self.mentions[first - 1].label == Label.PERSON:
            offices = self._carry_across_name(first, offices)
        return offices

    def _behind_comma(self, first: int, last: int) -> int:
        """Where a list starts that would begin with another's office: 王一任总指挥，某局局长|李二."""
        start = self.mentions[first].start
        if self._chars(max(0, start - 1), start) not in {"任", "为", "选"}:
            return first
        for index in range(first, last):
            if "，" in self._chars(self.mentions[index].end, self.mentions[index + 1].start):
                return index + 1
        return first

    def _joins(self, index: int) -> bool:
        """Whether a mention and the next belong to one list of offices."""
        one, two = self.mentions[index], self.mentions[index + 1]
        if one.label == Label.PERSON or two.label == Label.PERSON:
            return False
        if one.label == Label.ROLE:
            return self._fits(_BETWEEN_POSTS, one.end, two.start)
        return self._fits(_GLUE, one.end, two.start)

    def _carry_across_name(self, first: int, offices: list[_Office]) -> list[_Office]:
        """市委书记王一、副书记李二: the second office is of the first one's organisation."""
        name = self.mentions[first - 1]
        if self._chars(name.end, self.mentions[first].start) != "、" or OWN_OFFICE.fullmatch(offices[0].role.text):
            return offices
        if not offices[0].role.text.startswith("副") or self.mentions[first - 2].label != Label.ROLE:
            return offices
        role = self.mentions[first - 2]
        org = self._org_before(first - 2, 0)
        if org and self._fits(_TO_NAME, role.end, name.start):
            return [_Office(org, offices[0].role, carried=True), *offices[1:]]
        return offices

    def _read_list(self, first: int, last: int) -> list[_Office]:
        offices: list[_Office] = []
        carried: tuple[int, int] | None = None
        for index in range(first, last + 1):
            role = self.mentions[index]
            if role.label != Label.ROLE or NO_OFFICE.search(role.text):
                continue
            own = self._org_before(index, first)
            if own:
                carried = own
                offices.append(_Office(own, role))
            elif carried and not OWN_OFFICE.fullmatch(role.text):
                offices.append(_Office(carried, role, carried=True))
            else:
                offices.append(_Office(None, role))
        return offices

    def _org_before(self, index: int, first: int) -> tuple[int, int] | None:
        """The organisation named right before a role; pieces that touch (某市 + 教育局) are one name."""
        role = self.mentions[index]
        start = end = None
        for before in reversed(self.mentions[max(first, index - 4) : index]):
            if before.label not in {Label.ORG, Label.PLACE}:
                break
            if end is None:
                if not self._fits(_GLUE, before.end, role.start) or before.text in _MEETING:
                    break
                if before.label == Label.PLACE and not _governs(before.text, role.text):
                    break
                start, end = before.start, before.end
            elif before.end == start:
                start = before.start
            else:
                break
        return None if start is None or end is None else (start, end)

    def _after(self, index: int) -> Iterator[Post]:
        """Posts stated after the name: 王一教授, 王一任某局局长, 王一（某局局长）, 选举王一为某会主席."""
        mention = self.mentions[index]
        if index + 1 == len(self.mentions):
            return
        following = self.mentions[index + 1]
        if following.label == Label.ROLE and following.start == mention.end and not self._leads_to_name(index + 1):
            start, end = mention.start, following.end
            yield Post(following.text, None, self._chars(start, end), self.text.source(start, end))
            return
        link = _TAKES_OFFICE.fullmatch(self.text.chars, mention.end, min(following.start, mention.end + 60))
        if not link or link.end() != following.start or following.label == Label.PERSON:
            return
        last = index + 1
        while last + 1 < len(self.mentions) and last - index < 40 and self._joins(last):
            last += 1
        while last > index and self.mentions[last].label != Label.ROLE:
            last -= 1
        if last == index or self._leads_to_name(last):
            return
        closes = self._chars(*_next(self.mentions[last]))
        listed = self._chars(max(0, mention.start - 1), mention.start) in {"", "\n", "；", "："} and closes in {
            "；",
            "。",
            "\n",
            "",
        }
        if link[0].endswith(("为", "的")) and not listed and not self._appointed(mention):
            return  # 王一为市长倒水, but 任命：⏎王一为某局局长；
        # 王一，某局局长 is an apposition only where the list ends with the clause.
        if link[0].endswith(("（", "(", "，", "—")) and not re.match(
            r"[）)，。；,—\n]|$", self._chars(*_next(self.mentions[last]))
        ):
            return
        for office in self._read_list(index + 1, last):
            yield self._post(office, None)

    def _appointed(self, mention: Mention) -> bool:
        """Whether a name stands where someone is given an office: 选举王一为…."""
        return _APPOINTED.search(self._chars(max(0, mention.start - 40), mention.start)) is not None

    def _leads_to_name(self, index: int) -> bool:
        """Whether a role belongs to the name that follows it: in 王一副市长李二 it is Li who is 副市长."""
        if index + 1 == len(self.mentions) or self.mentions[index + 1].label != Label.PERSON:
            return False
        return self._fits(_TO_NAME, self.mentions[index].end, self.mentions[index + 1].start)


def _next(mention: Mention) -> tuple[int, int]:
    return mention.end, mention.end + 1


def _governs(place: str, role: str) -> bool:
    """Whether an area can be what a role governs: 某县 has a 县长 but no 市长."""
    if not (found := re.search(r"([省市县区州盟旗镇乡])长$", role)):
        return True
    return place[-1] not in "省市县区州盟旗镇乡" or place[-1] == found[1]


def _byline_posts(reading: Reading) -> Iterator[tuple[str, Post | None]]:
    """The names of the bylines; a post where the byline gives a role that the mentions did not show."""
    clipping = reading.clipping
    chars = clipping.text.chars
    lines = [block for block in clipping.blocks if block.role in {BlockRole.BYLINE, BlockRole.CAPTION}]
    for byline in clipping.bylines:
        if not byline.name:
            continue
        line = next((b for b in (*lines, *clipping.blocks) if chars.find(byline.name, b.start, b.end) >= 0), None)
        if not byline.role or line is None:
            yield byline.name, None
            continue
        place = chars.find(byline.name, line.start, line.end)
        role = chars.rfind(byline.role, line.start, place)
        start, end = (role, place + len(byline.name)) if role >= 0 else (place, place + len(byline.name))
        # 云岭日报记者王一 tells where she works, 云岭网安河3月2日电（记者王一） who sent the report.
        outlet = None if byline.outlet in {None, "本报", "本台", "本网"} else byline.outlet
        outlet = outlet if outlet and role >= 0 and chars.endswith(outlet, line.start, role) else None
        start -= len(outlet or "")
        yield byline.name, Post(byline.role, outlet, chars[start:end], clipping.text.source(start, end))
