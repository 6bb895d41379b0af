import pytest

from yaowen.facts.statistics.nouns import noun_end


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("企业入驻园区", "企业"),
        ("选手晋级决赛", "选手"),
        ("村民认为日子好过了", "村民"),
        ("医护人员早早到岗", "医护人员"),
        ("项目取得批复", "项目"),
        ("农资企业复工率", "农资企业复工率"),
        ("国家重点开放实验室", "国家重点开放实验室"),
        ("获奖教师", "获奖教师"),
        ("建设者，他们", "建设者"),
        ("学校运行良好", "学校"),
        ("小区临时封闭", "小区"),
        ("企业和包括商会在内的组织", "企业"),
        ("部门以及", "部门"),
        ("变电所", "变电所"),
        ("减少到", ""),
        ("已陆续返乡", ""),
    ],
)
def test_a_noun_ends_where_something_is_said_of_it(phrase, noun):
    assert phrase[: noun_end(phrase)] == noun
