import pytest

from yaowen.facts.statistics.nameable import names_nothing, says_what, tells_how, without_predicate, without_remains


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("企业", True),
        ("受理诉求", True),
        ("“平安校园”", True),
        ("参训人次", True),
        ("赛", False),
        ("截至", False),
        ("已扩围", False),
        ("总量和", False),
        ("积水点", True),
        ("结案", True),
        ("执行未结案", True),
        ("其他类", True),
        ("收入比", True),
        ("积分差", True),
        ("", False),
    ],
)
def test_some_words_can_name_nothing(phrase, says):
    assert says_what(phrase) == says


@pytest.mark.parametrize(
    ("phrase", "left"),
    [("卷）古籍", "古籍"), ("木雕“同台", "木雕"), ("“平安校园”", "“平安校园”"), ("县（市）", "县（市）"), ("（市", "市")],
)
def test_remains_of_brackets_go(phrase, left):
    assert without_remains(phrase) == left


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("电工正在变电站值守", "电工"),
        ("税收只有往年的", "税收"),
        ("险工段必须日夜有人", "险工段"),
        ("每天用电量", "每天用电量"),
    ],
)
def test_what_is_named_ends_before_when_and_how_it_is_done(phrase, named):
    assert without_predicate(phrase) == named


@pytest.mark.parametrize(
    ("phrase", "nothing"),
    [
        ("眼下", True),
        ("一天只做", True),
        ("卖出", True),
        ("批准逮捕", False),
        ("第一批", True),
        ("出口", False),
        ("办理注销", False),
        ("首印", False),
        ("日均接待", False),
        ("诉求", False),
    ],
)
def test_what_has_no_noun_names_nothing(phrase, nothing):
    assert names_nothing(phrase) == nothing


@pytest.mark.parametrize(
    ("phrase", "how"),
    [("当场装进口袋", True), ("给学生买了书包", True), ("手术,自费", True), ("对甲国出口", False), ("便衣民警", False)],
)
def test_some_words_tell_how_it_is_done(phrase, how):
    assert tells_how(phrase) == how
