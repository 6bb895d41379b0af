import pytest
from newsprint import mark

from yaowen.facts.events import find_events
from yaowen.facts.persons import find_persons


def groups_of(newsprint):
    (event,) = find_events(find_persons(mark(newsprint))).events
    return list(event.groups)


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        (
            "各县（市、区）分管负责同志，市直有关部门主要负责人参加会议。",
            ["各县（市、区）分管负责同志", "市直有关部门主要负责人"],
        ),
        ("[R市长][P冯立山]、[R副市长][P乔禾]，各县区政府负责人参加。", ["各县区政府负责人"]),
        ("[P冯立山]、[P乔禾]等市领导出席会议。", ["市领导"]),
        ("[R局长][P石岩]及[O市局]领导班子成员在主会场参加会议。", ["市局领导班子成员"]),
        ("[O学校办公室]、[O人事处]、[O教务处]负责人参加会议。", ["学校办公室、人事处、教务处负责人"]),
        ("消防、公安、电力等9支队伍210余人参演。", ["消防、公安、电力等9支队伍"]),
        ("建设者代表、沿线群众300余人参加。", ["建设者代表、沿线群众300余人"]),
        ("各县工会主席参加会议。", ["各县工会主席"]),
        ("会上，[O市妇联]通报情况，[O柳湖县政府]、[O安海集团]作交流发言。", ["市妇联", "柳湖县政府", "安海集团"]),
        ("来自[L湖南]、[L贵州]的26支队伍将展开角逐。", ["来自湖南、贵州的26支队伍"]),
        ("来自全县86名棋手参加了决赛。", ["全县86名棋手"]),
        ("会议要求，各级负责人要担起责任，参与防火。", []),
        ("[R副局长][P石岩]参加。", []),
        ("各学院、各单位、机关各部门负责人参加。", ["各学院、各单位、机关各部门负责人"]),
        ("[O教务处]负责人向专家组汇报。", ["教务处负责人"]),
        ("[R市长][P冯立山]指出，成绩很好。由师生一起讨论，很有意义。", []),
        ("320名新生光荣入队。", ["320名新生"]),
        ("86家企业带来岗位。", ["86家企业"]),
        ("据了解，会议自2015年起已举办九届，共吸引3000名专家参加。", []),
        ("教师代表、[O安河大学][R教授][P石岩]发言。", []),
        ("近百名青年志愿者走上街头。", ["近百名青年志愿者"]),
        ("来自全市各行各业的1.2万名健身爱好者奔跑在江边。", ["来自全市各行各业的1.2万名健身爱好者"]),
        ("14所高校与30家企业现场签约。", ["14所高校", "30家企业"]),
        ("[L宁城]、[L蓝州]等地的11支乐团将轮番登台。", ["11支乐团"]),
        ("[O市医院]组织8名专家现场坐诊。", ["8名专家"]),
        ("[O市医院]每周选派3名专家坐诊。", []),
        ("500名学生受益。", []),
        ("一名网格员介绍了经验。", []),
        ("[R主任][P石岩]以及各界嘉宾300余人出席开幕式并参观。", ["各界嘉宾300余人"]),
        ("“两代表一委员”、媒体记者和群众代表共80人参加。", ["“两代表一委员”、媒体记者和群众代表共80人"]),
        ("[O市法院][R院长]、市直各部门、各单位主要负责同志参加会议。", ["市直各部门、各单位主要负责同志"]),
        ("各县（区）负责人，[O云阳县]等6个县作交流发言。", ["各县（区）负责人", "云阳县等6个县"]),
        ("200余名家长聆听讲座。", ["200余名家长"]),
    ],
)
def test_unnamed_parties_are_noun_phrases_of_whoever_takes_part(sentence, groups):
    assert groups_of(f"3月5日，全市防火工作会议召开。{sentence}") == groups


@pytest.mark.parametrize(
    ("newsprint", "groups"),
    [
        (
            "3月5日，[R市长][P冯立山]带领市发改委、市工信局等部门负责人，来到[O安海公司]调研。",
            ["市发改委、市工信局等部门负责人"],
        ),
        ("3月5日，[O市政协][R主席][P冯立山]率部分政协委员，围绕古树保护开展视察。", ["部分政协委员"]),
        ("3月5日，[R市长][P冯立山]来到[L柳湖公园]，与干部群众一起参加义务植树活动。", ["干部群众"]),
    ],
)
def test_whoever_is_led_or_joined_is_a_party(newsprint, groups):
    assert groups_of(newsprint) == groups


def test_teams_are_parties_of_their_contest():
    assert groups_of("3月5日，市篮球联赛决赛打响，[O甲校]以78比71战胜[O乙校]。") == ["甲校", "乙校"]


def test_what_such_people_do_elsewhere_counts_no_further_down():
    newsprint = "3月5日，全市防火工作会议召开。\n林业部门介绍了情况。\n近年来，\n北村党员干部参与巡山，效果明显。"

    assert "北村党员干部" not in groups_of(newsprint)


def test_a_stammer_before_the_verb_is_read_in_one_way_only():
    """Each 就 may open an adverbial or stand inside the one before: the ways to read them double with each."""
    newsprint = f"3月5日，全市防火工作会议召开。\n各县负责人{'就' * 40}“防火，巡山”汇报。"

    assert groups_of(newsprint) == []
