from dataclasses import replace

import pytest

from yaowen.entities.repeated import RepeatedEntities
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole, Byline, Label, Mention, Publication
from yaowen.text import Text


def clipping(*lines, byline=None, bylines=()):
    parts = [Part(BlockRole.BYLINE, Text.of(byline))] if byline else []
    return Clipping((*parts, *(Part(BlockRole.PARAGRAPH, Text.of(line)) for line in lines)), bylines=bylines)


def mark(cut, *names):
    """The first place of each name, as a finder would have found it."""
    text = str(cut.text)
    return tuple(Mention.at(cut.text, text.index(name), text.index(name) + len(name), Label(label)) for name, label in names)


def revise(*pairs):
    clippings, found = zip(*pairs, strict=True)
    return [[(m.text, str(m.label), m.start) for m in mentions] for mentions in RepeatedEntities().revise(clippings, found)]


@pytest.mark.parametrize(
    ("line", "names", "found"),
    [
        ("李建国到会，李建国讲话", [("李建国", "PERSON")], [("李建国", "PERSON", 0), ("李建国", "PERSON", 6)]),
        ("云岭市是家，美丽云岭欢迎你", [("云岭市", "PLACE")], [("云岭市", "PLACE", 0), ("云岭", "PLACE", 8)]),
        (
            "沛河区番石榴小镇里，番石榴小镇的人",
            [("沛河区番石榴小镇", "PLACE")],
            [("沛河区番石榴小镇", "PLACE", 0), ("番石榴小镇", "PLACE", 10)],
        ),
        (
            "石河县云岭乡桃沟村，桃沟村村主任",
            [("石河县云岭乡桃沟村", "PLACE")],
            [("石河县云岭乡桃沟村", "PLACE", 0), ("桃沟村", "PLACE", 10)],
        ),
        (
            "岭上市第一中学和岭上市、岭上的茶",
            [("岭上市第一中学", "ORG")],
            [("岭上市第一中学", "ORG", 0), ("岭上市", "PLACE", 8), ("岭上", "PLACE", 12)],
        ),
        (
            "沙河省岭上县柳沟遗址里的岭上人",
            [("沙河省岭上县柳沟遗址", "PLACE")],
            [("沙河省岭上县柳沟遗址", "PLACE", 0), ("岭上", "PLACE", 12)],
        ),
        ("校企联盟办公室里的校企联盟", [("校企联盟办公室", "ORG")], [("校企联盟办公室", "ORG", 0)]),
        ("石桥农产品市场的农产品", [("农产品市场", "ORG")], [("农产品市场", "ORG", 2)]),
        ("市城镇管理局和市城管局", [("市城镇管理局", "ORG")], [("市城镇管理局", "ORG", 0)]),
        ("市法院说，全市法院", [("市法院", "ORG")], [("市法院", "ORG", 0)]),
        ("市少先队和少先队员", [("少先队", "ORG")], [("少先队", "ORG", 1)]),
        (
            "李建国说，李建国和大家",
            [("李建国", "PERSON"), ("李建国和", "PERSON")],
            [("李建国", "PERSON", 0), ("李建国", "PERSON", 5)],
        ),
        ("他是书记，村书记", [("书记", "ROLE")], [("书记", "ROLE", 2)]),
        ("云岭（集团）公司", [("云岭", "ORG"), ("集团）公司", "ORG")], [("云岭（集团）公司", "ORG", 0)]),
        ("李建国，李建国队", [("李建国", "PERSON"), ("李建国队", "ORG")], [("李建国", "PERSON", 0), ("李建国队", "ORG", 4)]),
    ],
)
def test_what_was_found_once_is_found_again(line, names, found):
    cut = clipping(line)
    assert revise((cut, mark(cut, *names))) == [found]


@pytest.mark.parametrize(
    ("line", "found", "whole"),
    [
        ("办了一份《岭上报》，", "《岭上报", "岭上报"),
        ("办起“岭上红”茶叶合作社，", "岭上红”茶叶合作社", "“岭上红”茶叶合作社"),
        ("游客走进“云岭故事馆”参观", "“云岭故事馆", "云岭故事馆"),
        ("游客参观“云岭故事馆的旧照片”", "“云岭故事馆", "云岭故事馆"),
        ("召开“保护云岭候鸟”座谈会", "候鸟”", "候鸟"),
        ("——记沙岭县石桥村村医龚先明", "记沙岭县石桥村", "沙岭县石桥村"),
        ("第一银行（云岭）分行开业", "云岭）分行", "（云岭）分行"),
        ("云岭农商行（石桥支行）开业", "云岭农商行（石桥支行", "云岭农商行（石桥支行）"),
    ],
)
def test_brackets_and_quotation_marks_have_both_halves(line, found, whole):
    cut = clipping(line)
    assert [text for text, *_ in revise((cut, mark(cut, (found, "ORG"))))[0]] == [whole]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("高干带头，高干进村，高干讲课", []),
        ("高干带头，高干进村", [("高干", "PERSON", 0), ("高干", "PERSON", 5)]),
    ],
)
def test_a_short_name_that_is_mostly_taken_for_none_is_none(line, found):
    cut = clipping(line)
    assert revise((cut, mark(cut, ("高干", "PERSON")))) == [found]


def test_a_name_is_found_in_the_other_articles_of_its_page():
    one, other = clipping("云岭农商银行开业"), clipping("到云岭农商银行办事")

    assert revise((one, mark(one, ("云岭农商银行", "ORG"))), (other, ())) == [
        [("云岭农商银行", "ORG", 0)],
        [("云岭农商银行", "ORG", 1)],
    ]


def test_the_byline_is_believed_before_the_finders():
    cut = clipping(
        "会议召开。",
        byline="本报首席记者王小明 评论员",
        bylines=(Byline("王小明", "记者", "本报"), Byline(None, "评论员", "本报")),
    )
    found = mark(cut, ("首席记者", "ROLE"), ("小明", "PLACE"))

    assert revise((cut, found)) == [[("首席记者", "ROLE", 2), ("王小明", "PERSON", 6), ("评论员", "ROLE", 10)]]


def test_no_finds_are_no_trouble():
    assert revise((clipping("会议召开。"), ())) == [[]]


def test_a_page_of_bylines_takes_time_in_proportion():
    bylines = tuple(Byline(f"王{chr(0x4E00 + number)}明", "记者", "本报") for number in range(3000))
    parts = tuple(Part(BlockRole.BYLINE, Text.of(f"本报记者 {byline.name}")) for byline in bylines)
    cut = Clipping(parts, bylines=bylines)

    ((*mentions,),) = RepeatedEntities().revise([cut], [()])

    assert len(mentions) == 2 * len(bylines)


def test_marks_alone_and_names_side_by_side_stay_apart():
    """A finder may take anything for a name; no mention is emptied, and none is put over another."""
    cut = clipping("去“”看中国（云岭）石桥")
    found = (
        Mention.at(cut.text, 1, 2, Label.ORG),
        Mention.at(cut.text, 4, 7, Label.PLACE),
        Mention.at(cut.text, 7, 10, Label.PLACE),
    )
    revised = revise((cut, found))[0]
    assert [text for text, *_ in revised] == ["“", "中国（", "云岭"]


@pytest.mark.parametrize(("paper", "home"), [("云岭日报", None), ("晚报", "云岭市"), (None, None)])
def test_what_the_paper_is_named_after_is_no_person(paper, home):
    cut = replace(clipping("半场战罢，云岭一球领先"), publication=Publication(name=paper), home=home)
    label = "PLACE" if home or paper else "PERSON"
    assert revise((cut, mark(cut, ("云岭", "PERSON")))) == [[("云岭", label, 5)]]
