"""The persons of an article and the posts that it says they hold.

Reads the mentions in order. Offices before a name come first (they may be shared out over the names of a list), then
those behind it (王一任…, 王一，…), then the bylines. A post is stated once, with the fuller organisation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Set
from dataclasses import replace

from yaowen.facts.names.surnames import introductions, may_mean, tell_by_office
from yaowen.facts.persons.posts import Posts
from yaowen.page import Reading
from yaowen.schema import BlockRole, Label, Mention, Person, Post

OWN_OUTLETS = {None, "本报", "本台", "本网", "日报", "晚报", "晨报", "早报"}
_HEADS = re.compile("长$|主任$|主席$|书记$")
"""Offices whose deputies are spoken to without their rank: 石县长 of a 副县长, but no 石教授 of a 副教授."""


def find_persons(reading: Reading) -> Reading:
    """One `Person` for each name, in the order in which the names appear, with every post that the text states."""
    text = reading.clipping.text
    mentions = tuple(sorted(reading.mentions, key=lambda mention: mention.start))
    body = next((block.start for block in reading.clipping.blocks if block.role == BlockRole.PARAGRAPH), 0)
    authors = frozenset(byline.name for byline in reading.clipping.bylines if byline.name)
    names = _full_names(mentions, text.chars, body, authors)
    posts: defaultdict[str, list[Post]] = defaultdict(list)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index in sorted(range(len(reading.mentions)), key=lambda index: reading.mentions[index].start):
        if reading.mentions[index].label == Label.PERSON:
            name = names[reading.mentions[index].text]
            posts[name] = []
            places[name].append(index)
    bylines = reading.clipping.bylines
    own = {(byline.name, byline.role) for byline in bylines if byline.outlet and _is_own(byline.outlet, reading)}
    for mention, post in Posts(text, mentions):
        if (mention.text, post.role) in own:
            post = replace(post, org=None)  # 云岭日报记者王一, in 云岭日报
        _add_post(posts[names[mention.text]], post, polite=len(mention.text) == 1 and _HEADS.search(post.role) is not None)
    for name, written in _byline_posts(reading):
        known = posts[name]
        if written:
            _add_post(known, written)
    found = (Person(name, tuple(held), tuple(places.get(name, ()))) for name, held in posts.items())
    return replace(reading, persons=tuple(found))


def _full_names(mentions: tuple[Mention, ...], chars: str, body: int, authors: Set[str]) -> dict[str, str]:
    """Each form of a name and the person's name: 史密斯 is 约翰·史密斯, 吴 (吴书记), 老吴 and 海平 are 吴海平.

    Where several names fit a form, it stands for itself, and so does a surname of the body that is told before the name is.
    """
    told = {mention.text: mention.start for mention in reversed(mentions) if mention.label == Label.PERSON}
    forms = dict.fromkeys(mention.text for mention in mentions if mention.label == Label.PERSON)
    fuller: dict[str, set[str]] = {}
    introduced = introductions(mentions, chars)
    for form in forms:
        if "·" in form:
            fuller.setdefault(form.rpartition("·")[2], set()).add(form)
        elif 2 <= len(form) <= 4:
            later = body <= told.get(form[0], -1) < told[form]  # 市民|吴|女士 is not 吴海平, who is told of later
            if not later and form not in authors and may_mean(form[0], form, introduced):
                fuller.setdefault(form[0], set()).add(form)
                fuller.setdefault(f"老{form[0]}", set()).add(form)
            if len(form) > 2:
                fuller.setdefault(form[1:] if len(form) == 3 else form[:2], set()).add(form)
    fuller |= {mention.text: {whole} for mention in mentions if (whole := _read_anew(mention, forms, chars))}
    for form in forms:
        # 乔校长, beside 乔禾校长 and 乔山主任
        if len(form) == 1 and len(fuller.get(form, ())) > 1 and (meant := tell_by_office(form, fuller[form], mentions)):
            fuller[form] = {meant}
    return {form: min(fuller[form]) if len(fuller.get(form, ())) == 1 else form for form in forms}


def _read_anew(mention: Mention, forms: Collection[str], chars: str) -> str | None:
    """The name that was read too short or too long, where the article has it whole: 巴特尔朝|鲁; 王一都|强调."""
    form = mention.text
    if form not in forms:
        return None
    reaches = (chars[mention.start : mention.end + more] for more in range(4, 0, -1))
    if longer := next((reach for reach in reaches if len(reach) > len(form) and reach in forms), None):
        return longer
    return form[:-1] if form[-1] in "都也还均原曾仍则" and form[:-1] in forms and len(form) > 2 else None


def _add_post(posts: list[Post], post: Post, *, polite: bool = False) -> None:
    """Adds a post unless it is stated already; 校长 and 大学校长 are one post, kept with the fuller organisation.

    A `polite` form with the surname alone leaves the rank out: 石县长 is a 副县长 who is named before.
    """
    for index, known in enumerate(posts):
        if known.role == f"原{post.role}" and _same_org(known.org, post.org):
            return  # 某局原党组书记、局长王一 is 原局长 elsewhere
        if known.role == post.role and _same_org(known.org, post.org):
            if post.org and (known.org is None or post.org[:-1] == known.org):
                posts[index] = post
            return
        more = known.role.removesuffix(post.role)
        if post.org is None and more != known.role and (polite or not RANK.search(more)):
            return  # 村医生王一 and 王医生
    posts.append(post)


RANK = re.compile("[副代原前准总]|助理|候任|第[一二]|常务|实习")
"""What makes another office of one: 副教授 is no 教授."""


AREAS = "省市县区州"


def _same_org(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one.endswith(other) or other.endswith(one):
        return True
    return one.rstrip(AREAS) == other.rstrip(AREAS)  # 北京 and 北京市


WHOLE_COUNTRY = "中国"
"""With this the names of papers of many houses begin."""


def _is_own(outlet: str | None, reading: Reading) -> bool:
    """Whether an outlet is the paper itself or of its house: 本报, and 云岭日报 on 云岭新闻网."""
    paper = reading.clipping.publication.name
    return outlet in OWN_OUTLETS or bool(outlet and paper and outlet[:2] == paper[:2] != WHOLE_COUNTRY)


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
        start, end = role if role >= 0 else place, place + len(byline.name)
        # 云岭日报记者王一 tells where she works, 云岭网安河3月2日电（记者王一） who sent the report.
        outlet = None if _is_own(byline.outlet, reading) else byline.outlet
        outlet = outlet if outlet and role >= 0 and chars.endswith(outlet, line.start, role) else None
        start -= len(outlet or "")
        yield byline.name, Post(byline.role, outlet, chars[start:end], clipping.text.source(start, end))
