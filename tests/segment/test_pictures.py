import pytest

from yaowen.segment.pictures import is_caption


@pytest.mark.parametrize(
    ("row", "caption"),
    [
        ("签约仪式现场", True),
        ("运动会开幕式现场", True),
        ("（资料图）", True),
        ("（相关资料图）", True),
        ("【资料图】", True),
        ("资料图。来自望江网", True),
        ("图片说明：", True),
        ("本报记者与冠军卓然、石小满合影", True),
        ("图①：石桥修缮现场", True),
        ("石桥修好了。 本报记者 卓然 摄", True),
        ("春到石桥（国画） 卓 然", True),
        ("▲卓然在石桥镇查看墒情", True),
        ("▲卓然在石桥镇查看墒情。", False),
        ("▲渡口的旧照，摄于桥修好以前。图/望江县档案馆", True),
        ("3月12日，志愿者在河边植树。摄影/卓然", True),
        ("3月12日，志愿者在河边植树。卓然/摄", True),
        ("3月12日，志愿者在河边植树。摄影：卓然", True),
        ("△渡口的老船工在修补木船。", True),
        ("卓然（左二）在石桥镇查看墒情。", True),
        ("渡口的旧照（资料照片）。", True),
        ("渡口的旧照。 资料图片", True),
        ("卓然（左）在石桥镇查看墒情。", True),
        ("石桥（中段）昨天修缮完工。", False),
        ("石桥旧事（中）", False),
        ("石桥旧事（中）——老渡口的船工", False),
        ("走进签约仪式现场", False),
        ("法官来到事故现场", False),
        ("石桥修缮完工", False),
    ],
)
def test_a_row_may_say_that_it_tells_of_a_picture(row: str, caption: bool) -> None:
    assert is_caption(row) == caption
