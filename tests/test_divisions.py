import pytest

from yaowen.divisions import ALIASES, read_divisions, shorten


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("太原市", "太原"),
        ("山西省", "山西"),
        ("延边朝鲜族自治州", "延边"),
        ("恩施土家族苗族自治州", "恩施"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("融水苗族自治县", "融水"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("大兴安岭地区", "大兴安岭"),
    ],
)
def test_short_names(name, short):
    assert shorten(name) == short
    assert name in read_divisions().codes


@pytest.mark.parametrize(
    ("name", "near", "chain"),
    [
        ("阳曲县", None, "太原市阳曲县"),
        ("朝阳区", None, None),
        ("朝阳区", "22", "长春市朝阳区"),
        ("密云区", None, "北京市密云区"),
        ("太原", None, "太原市"),
        ("吉林", None, "吉林省"),
        ("云漠市", None, None),
        ("凉山州", None, "凉山彝族自治州"),
        ("融水县", None, "柳州市融水苗族自治县"),
    ],
)
def test_a_division_is_found_by_its_name_and_what_is_near(name, near, chain):
    divisions = read_divisions()
    code = divisions.find(name, near)
    assert (divisions.chain(code) if code else None) == chain


def test_other_names_are_of_divisions_in_the_table():
    assert set(ALIASES.values()) <= set(read_divisions().codes)
