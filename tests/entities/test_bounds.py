import pytest

from yaowen.entities.bounds import mend_names
from yaowen.page import Clipping, Part
from yaowen.schema import BlockRole, Label, Mention
from yaowen.text import Text


@pytest.mark.parametrize(
    ("line", "name", "label", "mended"),
    [
        ("副县长卓然致欢迎辞", "卓然致", "PERSON", [("卓然", "PERSON")]),
        ("副县长卓然作了工作报告", "卓然作", "PERSON", [("卓然", "PERSON")]),
        ("村支书石小满来到地头", "石小", "PERSON", [("石小满", "PERSON")]),
        ("石小满希望委员多到现场", "小满", "PERSON", [("石小满", "PERSON")]),
        ("小满希望委员多到现场", "小满", "PERSON", [("小满", "PERSON")]),
        ("李建国正给马头琴上弦", "李建国正", "PERSON", [("李建国", "PERSON")]),
        ("李建国和县级领导到会", "李建国和", "PERSON", [("李建国", "PERSON")]),
        ("记者与冠军石小满合影", "石小满合影", "PERSON", [("石小满", "PERSON")]),
        ("董事长石小满亦表示", "石小满亦", "PERSON", [("石小满", "PERSON")]),
        ("他们分别任武义、望江两县县委书记", "任武义", "PERSON", [("武义", "PLACE")]),
        ("任武义到会", "任武义", "PERSON", [("任武义", "PERSON")]),
        ("天南海北的老乡", "天南海北", "PLACE", []),
        ("全县大兴调查研究", "大兴", "PLACE", []),
        ("大兴区调查研究", "大兴", "PLACE", [("大兴", "PLACE")]),
        ("贯彻十七大精神", "十七大", "ORG", []),
        ("到石桥镇检查水库防汛工作", "石桥镇检查水库", "PLACE", [("石桥镇", "PLACE")]),
        ("县政协组织部分委员视察", "县政协组织部", "ORG", [("县政协", "ORG")]),
        ("县委组织部分管负责人", "县委组织部", "ORG", [("县委组织部", "ORG")]),
        ("石桥镇检查站", "石桥镇检查站", "PLACE", [("石桥镇检查站", "PLACE")]),
        ("慰问石桥初中教师", "石桥", "PLACE", [("石桥初中", "ORG")]),
        ("江东市初中教师", "江东市", "PLACE", [("江东市", "PLACE")]),
        ("卓然致力于此", "卓然致", "PERSON", [("卓然致", "PERSON")]),
    ],
)
def test_a_mention_holds_the_whole_name_and_nothing_behind_it(line, name, label, mended):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(line)),))
    start = line.index(name)
    mention = Mention.at(clipping.text, start, start + len(name), Label(label))
    assert [(m.text, m.label) for m in mend_names(clipping, (mention,), {"李建国", "石小满"})] == mended


def test_a_place_in_brackets_behind_a_name_is_whence_he_comes():
    line = "冠军卓然（福鼎）、石小满（福鼎）入场"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(line)),))
    spans = [(2, 4), (5, 7), (9, 12), (13, 15)]
    mentions = tuple(Mention.at(clipping.text, start, end, Label.PERSON) for start, end in spans)
    labels = [mention.label for mention in mend_names(clipping, mentions, set())]
    assert labels == ["PERSON", "PLACE", "PERSON", "PLACE"]


def test_the_last_of_a_list_is_no_part_of_the_body_that_he_is_appointed_to():
    line = "卓然、石岩为东江市法院审判员"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(line)),))
    mentions = (Mention.at(clipping.text, 0, 2, Label.PERSON), Mention.at(clipping.text, 3, 11, Label.ORG))
    found = [(mention.text, mention.label) for mention in mend_names(clipping, mentions, set())]
    assert found == [("卓然", "PERSON"), ("石岩", "PERSON"), ("东江市法院", "ORG")]
