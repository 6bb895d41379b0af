import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yaowen.facts.names.resolve import NameBook, resolve_names
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Byline, Label, Mention, Publication
from yaowen.text import Text


def resolve(raw, *names, home="安渡市"):
    """The canonical names of the mentions: each (name, label) at its first place."""
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), publication=Publication(), home=home)
    mentions = []
    for name, label in names:
        start = raw.index(name)
        mentions.append(Mention.at(clipping.text, start, start + len(name), Label(label)))
    return {mention.text: mention.canonical for mention in resolve_names(Reading(clipping, tuple(mentions))).mentions}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("市委", "中共安渡市委员会"),
        ("市政府", "安渡市人民政府"),
        ("市人大常委会", "安渡市人民代表大会常务委员会"),
        ("市政协", "政协安渡市委员会"),
        ("市纪委监委", "中共安渡市纪律检查委员会安渡市监察委员会"),
        ("市纪委", "中共安渡市纪律检查委员会"),
        ("市委组织部", "中共安渡市委组织部"),
        ("市教育局", "安渡市教育局"),
        ("市发改委", "安渡市发展和改革委员会"),
        ("市妇联", "安渡市妇女联合会"),
        ("团市委", "共青团安渡市委员会"),
        ("石河团区委", "共青团石河区委员会"),
        ("团云漠市委", "共青团云漠市委员会"),
        ("市政法委", "中共安渡市委政法委员会"),
        ("九三学社安渡市委", "九三学社安渡市委员会"),
        ("民盟安渡市委会", "民盟安渡市委员会"),
        ("市法院", "安渡市中级人民法院"),
        ("党中央", "中国共产党中央委员会"),
        ("安渡一中", "安渡市第一中学"),
        ("安渡二院", "安渡市第二人民医院"),
        ("人社部", "人力资源和社会保障部"),
        ("市二中", "安渡市第二中学"),
        ("安渡大学", None),
        ("省委", None),
        ("市科技局", "安渡市科学技术局"),
        ("市防指", "安渡市防汛抗旱指挥部"),
        ("市发改委价格监测中心", "安渡市发展和改革委员会价格监测中心"),
        ("市政府新闻办", "安渡市人民政府新闻办公室"),
        ("市委办", "中共安渡市委员会办公室"),
        ("市教体局", "安渡市教育体育局"),
        ("市人武部", "安渡市人民武装部"),
        ("市直机关工委", "中共安渡市直属机关工作委员会"),
        ("市五届人大常委会党组", "安渡市第五届人民代表大会常务委员会党组"),
        ("市人大常委会社建工委", "安渡市人民代表大会常务委员会社建工委"),
        ("云漠市市委", "中共云漠市委员会"),
        ("中共渠县县委", "中共渠县委员会"),
    ],
)
def test_the_city_in_its_paper_is_the_home(short, full):
    assert resolve(f"{short}召开会议。", (short, "ORG"))[short] == full


def test_the_province_follows_from_a_home_that_the_table_knows():
    assert resolve("省政府召开会议。", ("省政府", "ORG"), home="大同市")["省政府"] == "山西省人民政府"


def test_the_province_may_stand_before_a_home_that_the_table_does_not_know():
    found = resolve("省政府、市政府召开会议。", ("省政府", "ORG"), ("市政府", "ORG"), home="云南省安渡市")
    assert found == {"省政府": "云南省人民政府", "市政府": "安渡市人民政府"}


@pytest.mark.parametrize(
    ("raw", "place", "short", "full"),
    [
        ("石河镇的路通了。镇党委书记到场。", "石河镇", "镇党委", "中共石河镇委员会"),
        ("石河镇的路通了。镇政府、镇中心小学捐款。", "石河镇", "镇中心小学", "石河镇中心小学"),
        ("柳树村的路通了。村委会主任到场。", "柳树村", "村委会", "柳树村民委员会"),
        ("福安社区的路通了。社区党支部书记到场。", "福安社区", "社区党支部", "福安社区党支部"),
        ("路通了，石河镇的。乡村振兴局局长到场。", "石河镇", "乡村振兴局", None),
    ],
)
def test_the_body_of_a_town_or_village_is_of_the_one_named_before(raw, place, short, full):
    assert resolve(raw, (place, "PLACE"), (short, "ORG"))[short] == full


@pytest.mark.parametrize(
    ("raw", "village", "full"),
    [
        ("安渡村种桃，南山村党支部书记、村委会主任卓然种梨。", "南山村党支部", "南山村民委员会"),
        ("安渡村种桃，石河镇梨村村党支部书记、村委会主任卓然种梨。", "石河镇梨村村党支部", "石河镇梨村民委员会"),
    ],
)
def test_a_village_may_be_named_by_its_branch(raw, village, full):
    assert resolve(raw, ("安渡村", "PLACE"), (village, "ORG"), ("村委会", "ORG"))["村委会"] == full


@pytest.mark.parametrize(
    ("raw", "name", "label", "full"),
    [
        ("凉山州的路通了。", "凉山州", "PLACE", "凉山彝族自治州"),
        ("凉山州甘洛县的路通了。", "凉山州甘洛县", "PLACE", "凉山彝族自治州甘洛县"),
        ("凉山州委书记到场。", "凉山州委", "ORG", "中共凉山彝族自治州委员会"),
        ("云漠州的路通了。", "云漠州", "PLACE", None),
    ],
)
def test_an_autonomous_area_may_be_called_without_its_peoples(raw, name, label, full):
    assert resolve(raw, (name, label))[name] == full


def test_the_bodies_of_an_autonomous_area_have_its_full_name():
    raw = "甘孜州委、州政府修路。"
    found = resolve(raw, ("甘孜州委", "ORG"), ("州政府", "ORG"))
    assert found["州政府"] == "甘孜藏族自治州人民政府"


def test_the_party_committee_of_an_autonomous_region_is_called_so():
    raw = "新疆修路。自治区党委、自治区政府到场。"
    found = resolve(raw, ("新疆", "PLACE"), ("自治区党委", "ORG"), ("自治区政府", "ORG"), home=None)
    assert found["自治区党委"] == "中共新疆维吾尔自治区委员会"
    assert found["自治区政府"] == "新疆维吾尔自治区人民政府"


def test_a_part_is_of_the_whole_named_before():
    raw = "安渡市公安局江北分局抓获两人。分局刑侦大队介绍。"
    assert (
        resolve(raw, ("安渡市公安局江北分局", "ORG"), ("分局刑侦大队", "ORG"))["分局刑侦大队"] == "安渡市公安局江北分局刑侦大队"
    )


def test_an_area_is_read_without_what_a_body_has_before_it():
    raw = "国网云漠县供电公司介绍。县气象局介绍。"
    found = resolve(raw, ("国网云漠县供电公司", "ORG"), ("县气象局", "ORG"), home="云漠县")
    assert found["县气象局"] == "云漠县气象局"


@pytest.mark.parametrize(
    ("raw", "names", "short", "full"),
    [
        ("安渡的春天。", [], "安渡", "安渡市"),
        ("从长沙回来。", [], "长沙", "长沙市"),
        ("石河镇柳树村修路。在柳树村，路通了。", ["石河镇柳树村"], "柳树村", "石河镇柳树村"),
        ("到市体育中心去。", [], "市体育中心", "安渡市体育中心"),
        ("到市区去。", [], "市区", None),
        ("云漠县丰收了。云漠的麦子香。", ["云漠县"], "云漠", "安渡市云漠县"),
        ("石桥市丰收了。石桥的麦子香。", ["石桥市"], "石桥", "石桥市"),
        ("云漠经济技术开发区扩容。在经开区，路通了。", ["云漠经济技术开发区"], "经开区", "云漠经济技术开发区"),
        ("云漠经济开发区扩容。在石桥经开区，路通了。", ["云漠经济开发区"], "石桥经开区", None),
    ],
)
def test_a_bare_place_is_the_one_that_the_paper_or_the_article_means(raw, names, short, full):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), home="安渡市")
    mentions = [Mention.at(clipping.text, raw.index(name), raw.index(name) + len(name), Label.PLACE) for name in names]
    mentions.append(Mention.at(clipping.text, raw.rindex(short), raw.rindex(short) + len(short), Label.PLACE))
    assert resolve_names(Reading(clipping, tuple(mentions))).mentions[-1].canonical == full


@pytest.mark.parametrize(
    ("raw", "place", "home", "full"),
    [
        ("云漠县丰收了。", "云漠县", "安渡市", "安渡市云漠县"),
        ("阳高县丰收了。", "阳高县", None, "大同市阳高县"),
        ("安渡市云漠县丰收了。", "安渡市云漠县", "安渡市", None),  # it stands in full
        ("云漠县开会，石河镇作交流发言。", "石河镇", "安渡市", "云漠县石河镇"),
        ("云漠县开会，云漠石河镇作交流发言。", "云漠石河镇", "安渡市", "云漠县石河镇"),
        ("云漠县开会，云漠街道作交流发言。", "云漠街道", "安渡市", "云漠县云漠街道"),
        ("云漠县、松陵县开会，石河镇作交流发言。", "石河镇", "安渡市", None),
        ("云漠县开会，石河镇作交流发言。", "石河镇", "云漠县", None),  # a county's paper
        ("在联盟工业园区，石河镇的企业开工。", "石河镇", "安渡市", None),  # no county
        ("安渡市云漠县石河镇柳村丰收了。石河镇有三个村。", "石河镇", None, "安渡市云漠县石河镇"),
        ("安渡市云漠县石河镇柳村丰收了。云漠县有三个镇。", "云漠县", None, "安渡市云漠县"),
        ("老城区改造。", "老城区", "安渡市", None),
        ("大河三角地区丰收了。", "大河三角地区", "安渡市", None),
        ("云漠县的县体育馆开馆。", "县体育馆", "安渡市", "云漠县体育馆"),
    ],
)
def test_a_county_stands_with_its_city_and_a_town_with_the_one_county_of_the_article(raw, place, home, full):
    counties = [(name, "PLACE") for name in ("安渡市云漠县石河镇柳村", "联盟工业园区", "云漠县", "松陵县") if name in raw]
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), publication=Publication(), home=home)
    starts = {(raw.index(name), name) for name, _ in counties if name != place} | {(raw.rindex(place), place)}
    mentions = tuple(Mention.at(clipping.text, start, start + len(name), Label.PLACE) for start, name in sorted(starts))
    found = resolve_names(Reading(clipping, mentions)).mentions
    assert {mention.text: mention.canonical for mention in found}[place] == full


def test_a_name_that_is_joined_to_another_is_not_the_end_of_it():
    raw = "松陵中学和石河中心小学的教师代表来到石河中心小学。"
    found = resolve(raw, ("松陵中学和石河中心小学", "ORG"), ("石河中心小学", "ORG"))
    assert found["石河中心小学"] is None


def test_the_county_is_the_one_named_before():
    raw = "云漠县召开会议。县委要求，县教育局落实。"
    found = resolve(raw, ("云漠县", "PLACE"), ("县委", "ORG"), ("县教育局", "ORG"))
    assert found == {"云漠县": "安渡市云漠县", "县委": "中共云漠县委员会", "县教育局": "云漠县教育局"}


@pytest.mark.parametrize(
    ("raw", "short", "full"),
    [
        ("云岭重型机械集团有限公司开工。云岭重工介绍。", "云岭重工", "云岭重型机械集团有限公司"),
        ("安渡有色金属有限公司（以下简称“安铜”）开工。安铜介绍。", "安铜", "安渡有色金属有限公司"),
        ("安渡有色金属有限公司（下称安铜）开工。安铜介绍。", "安铜", "安渡有色金属有限公司"),
        ("江苏云岭材料股份有限公司开工。云岭材料介绍。", "云岭材料", "江苏云岭材料股份有限公司"),
        ("桑湾云岭机械有限公司开工。云岭介绍。", "云岭", "桑湾云岭机械有限公司"),
        ("安渡第一建筑有限公司、安渡第二建筑有限公司开工。安渡建筑介绍。", "安渡建筑", None),
    ],
)
def test_a_company_is_linked_to_the_full_name(raw, short, full):
    start = raw.rindex(short)
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    full_names = re.finditer("[\u4e00-\u9fff]+?有限公司", raw)
    mentions = [Mention.at(clipping.text, *match.span(), Label.ORG) for match in full_names]
    mentions.append(Mention.at(clipping.text, start, start + len(short), Label.ORG))
    resolved = resolve_names(Reading(clipping, tuple(mentions))).mentions
    assert resolved[-1].canonical == full


def test_a_name_that_is_short_for_itself_tells_nothing():
    raw = "云岭重工（以下简称“云岭重工”）今年扩建厂房。"
    assert resolve(raw, ("云岭重工", "ORG"))["云岭重工"] is None


def test_a_chain_of_names_that_are_short_for_one_another_is_followed_only_so_far():
    names = [f"云{kind}铜业" for kind in map(chr, range(0x4E10, 0x4E10 + 1200))]
    raw = "".join(f"{full}（以下简称“{short}”）扩建厂房。" for full, short in reversed([*pairwise(names)]))
    assert resolve(raw, *((name, "ORG") for name in names))[names[-1]] is not None


@pytest.mark.parametrize(
    ("longer", "short"),
    [
        ("安渡大学历史学院", "安渡大学"),
        ("安渡银行信用卡中心", "安渡银行"),
        ("安渡市石河小学教育集团", "安渡市石河小学"),
        ("中国农业信息网", "中国网"),
        ("中共中央国务院", "国务院"),
    ],
)
def test_a_body_is_not_short_for_what_belongs_to_it_or_merely_begins_alike(longer, short):
    assert resolve(f"{longer}开工。在另一处，{short}介绍。", (longer, "ORG"), (short, "ORG"))[short] is None


@pytest.mark.parametrize(
    ("raw", "names", "full"),
    [
        ("云漠市发改委介绍。", ["云漠市发改委"], "云漠市发展和改革委员会"),
        ("中共云漠市委介绍。", ["中共云漠市委"], "中共云漠市委员会"),
        ("共青团云漠市委介绍。", ["共青团云漠市委"], "共青团云漠市委员会"),
        ("云漠市委常委、组织部部长到会。", ["云漠市委", "组织部"], "中共云漠市委组织部"),
        ("中共云漠市委、市委组织部到会。", ["中共云漠市委", "市委组织部"], "中共云漠市委组织部"),
        ("市委副书记、政法委书记到会。", ["市委", "政法委"], "中共安渡市委政法委员会"),
        ("云漠县工商联介绍，工商联牵头。", ["云漠县工商联", "工商联"], "云漠县工商业联合会"),
        ("组织部部长到会。", ["组织部"], None),
        ("云漠市教育局介绍。", ["云漠市教育局"], None),
        ("云漠县修路。团县委介绍。", ["云漠县", "团县委"], "共青团云漠县委员会"),
        ("云漠县修路。县教育局、住建局介绍。", ["云漠县", "县教育局", "住建局"], "云漠县住房和城乡建设局"),
        ("云漠县修路。县十五届县委常委会、县妇联开会。", ["云漠县", "县十五届县委常委会", "县妇联"], "云漠县妇女联合会"),
        ("云漠县修路。石桥产业集聚区、区妇联开会。", ["云漠县", "石桥产业集聚区", "区妇联"], None),
        ("市民政局到会。", ["市民政局"], "安渡市民政局"),
        ("市纪委市监委通报。", ["市纪委市监委"], "中共安渡市纪律检查委员会安渡市监察委员会"),
        ("市四届人大常委会开会。", ["市四届人大常委会"], "安渡市第四届人民代表大会常务委员会"),
        ("市政协文史委员会开会。", ["市政协文史委员会"], "政协安渡市委员会文史委员会"),
        ("东江公安分局石桥派出所通报。", ["东江公安分局石桥派出所"], "安渡市公安局东江分局石桥派出所"),
        ("石河镇党委开会。", ["石河镇党委"], "中共石河镇委员会"),
        ("云漠经济开发区扩容。经开区投资公司开工。", ["云漠经济开发区", "经开区投资公司"], None),
        ("云漠经济开发区扩容。经开区管委会介绍。", ["云漠经济开发区", "经开区管委会"], "云漠经济开发区管理委员会"),
        ("市医院在河边。该院眼科提醒。", ["市医院", "眼科"], "安渡市医院眼科"),
        ("安渡医院在河边。骨科、眼科都在。", ["安渡医院", "眼科"], "安渡医院眼科"),
        ("安渡大学附属医院石桥医院骨科、眼科都在。", ["安渡大学附属医院石桥医院", "眼科"], "安渡大学附属医院石桥医院眼科"),
        ("安渡公司在河边。眼科都在。", ["安渡公司", "眼科"], None),
    ],
)
def test_area_and_body_have_the_form_of_their_full_name(raw, names, full):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), home="安渡市")
    mentions = tuple(Mention.at(clipping.text, raw.rindex(n), raw.rindex(n) + len(n), Label.ORG) for n in names)
    assert resolve_names(Reading(clipping, mentions)).mentions[-1].canonical == full


def test_a_body_in_a_list_is_of_the_area_of_the_one_before_it():
    found = resolve("市发改委、住建局、农牧局到会。", ("市发改委", "ORG"), ("住建局", "ORG"), ("农牧局", "ORG"))
    assert found["住建局"] == "安渡市住房和城乡建设局"
    assert found["农牧局"] is None
    assert resolve("记者从住建局获悉。", ("住建局", "ORG"))["住建局"] is None


def test_a_city_that_is_toured_has_no_part_in_who_tours_it():
    raw = "市委书记到石桥市调研。石桥市多山，石桥市多水，市委要求种树。"
    places = [(place.start(), place.end(), Label.PLACE) for place in re.finditer("石桥市", raw)]
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), home="安渡市")
    spans = [*places, (raw.rindex("市委"), raw.rindex("市委") + 2, Label.ORG)]
    mentions = tuple(Mention.at(clipping.text, *span) for span in spans)
    assert resolve_names(Reading(clipping, mentions)).mentions[-1].canonical == "中共安渡市委员会"


def test_the_union_of_a_firm_is_of_the_one_named_before():
    found = resolve("云岭机床厂开工。厂工会介绍。", ("云岭机床厂", "ORG"), ("厂工会", "ORG"))
    assert found["厂工会"] == "云岭机床厂工会"


@pytest.mark.parametrize(
    ("short", "full"), [("老吴", "吴海平"), ("小吴", "吴海平"), ("老梁", None), ("热娜", "热娜·买买提"), ("海平", None)]
)
def test_a_person_is_named_in_short(short, full):
    raw = f"吴海平、热娜·买买提到场。后来，{short}讲话。"
    marks = [("吴海平", "PERSON"), ("热娜·买买提", "PERSON")]
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    mentions = [Mention.at(clipping.text, raw.index(name), raw.index(name) + len(name), Label(label)) for name, label in marks]
    mentions.append(Mention.at(clipping.text, raw.rindex(short), raw.rindex(short) + len(short), Label.PERSON))
    assert resolve_names(Reading(clipping, tuple(mentions))).mentions[-1].canonical == full


@pytest.mark.parametrize(
    ("raw", "full"),
    [
        ("江西、江西、湖南的路通了。省政府介绍。", "江西省人民政府"),
        ("江西、湖南的路通了。省政府介绍。", None),
    ],
)
def test_the_province_is_the_one_that_an_article_names_clearly_most_often(raw, full):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    places = [Mention.at(clipping.text, *match.span(), Label.PLACE) for match in re.finditer("江西|湖南", raw)]
    body = Mention.at(clipping.text, raw.index("省政府"), raw.index("省政府") + 3, Label.ORG)
    assert resolve_names(Reading(clipping, (*places, body))).mentions[-1].canonical == full


def test_a_surname_is_the_full_name_told_before_it():
    def last(raw):
        clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
        mentions = [Mention.at(clipping.text, *match.span(), Label.PERSON) for match in re.finditer("吴(?:海平)?", raw)]
        return {mention.text: mention.canonical for mention in resolve_names(Reading(clipping, tuple(mentions))).mentions}["吴"]

    assert last("吴海平到场，吴局长讲话。") == "吴海平"
    assert last("市民吴女士说好，吴海平也到场。") is None


@pytest.mark.parametrize(
    ("raw", "places", "word", "home", "full"),
    [
        ("云漠县推广。全县受益。", ["云漠县"], "全县", "安渡市", "安渡市云漠县"),
        ("大同推广。全市受益。", ["大同"], "全市", "山西省", "大同市"),
        ("梁家村曾是穷山村。全村脱贫。", ["梁家村", "穷山村"], "全村", None, "梁家村"),
        ("云漠县石河镇修路。全镇受益。", ["云漠县石河镇"], "全镇", "安渡市", "云漠县石河镇"),
        ("云漠县石河镇修路。当地有路12条。", ["云漠县石河镇"], "当地", "安渡市", "云漠县石河镇"),
        ("云漠县修路。该县受益。", ["云漠县"], "该县", "安渡市", "云漠县"),
        ("歌声传到八闽。", [], "八闽", None, None),
        ("《山路》出版。该书印了两万册。", [], "该书", None, "《山路》"),
        ("云漠汽车站修好了。站内有车20辆。", ["云漠汽车站"], "站内", None, "云漠汽车站"),
        ("云漠县安居安置区修好了。安置区有20户。", ["云漠县安居安置区"], "安置区", None, "云漠县安居安置区"),
        ("甘肃省云漠市代表团来访。云漠市情况。", ["甘肃省云漠市"], "云漠市", "安渡市", "甘肃省云漠市"),
    ],
)
def test_areas_by_the_article(raw, places, word, home, full):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), home=home)
    mentions = tuple(Mention.at(clipping.text, raw.index(p), raw.index(p) + len(p), Label.PLACE) for p in places)
    book = NameBook(clipping, mentions)
    place = raw.rindex(word)
    assert (book.word(word, place) or book.place(word, place)) == full


def test_a_village_may_be_named_by_its_branch_alone():
    raw = "柳树村党支部介绍，全村种了葡萄。"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    book = NameBook(clipping, (Mention.at(clipping.text, 0, 6, Label.ORG),))
    assert book.word("全村", raw.index("全村")) == "柳树村"


def test_a_place_may_go_by_another_name():
    assert resolve("唱响八闽大地。", ("八闽", "PLACE"))["八闽"] == "福建省"


def test_the_committee_behind_another_citys_in_a_list_is_of_that_city():
    raw = "云漠市委书记尤海，市委副书记石岩率团来访。市政协主席乔禾陪同。"
    names = (("云漠市委", "ORG"), ("书记", "ROLE"), ("尤海", "PERSON"), ("市委副", "ORG"), ("市政协", "ORG"))
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), publication=Publication(), home="安渡市")
    places = [(raw.index(name), name.removesuffix("副"), Label(label)) for name, label in names]
    mentions = tuple(Mention.at(clipping.text, start, start + len(name), label) for start, name, label in places)
    found = {mention.text: mention.canonical for mention in resolve_names(Reading(clipping, mentions)).mentions}
    assert found["市委"] == "中共云漠市委员会"
    assert found["市政协"] == "政协安渡市委员会"


def test_guests_and_terms_make_no_area():
    guests = (("石桥市党政考察团", "ORG"), ("市委", "ORG"))
    assert resolve("石桥市党政考察团来访。石桥市党政考察团参观了工厂。市委书记陪同。", *guests, home=None)["市委"] is None
    term = (("政协第九届云漠市委员会", "ORG"), ("市政府", "ORG"))
    assert resolve("政协第九届云漠市委员会开会。市政府报告工作。", *term, home=None)["市政府"] == "云漠市人民政府"


def test_a_city_of_provincial_rank_has_no_province():
    assert resolve("省商务厅发布公告。", ("省商务厅", "ORG"), home="上海市")["省商务厅"] is None


def test_one_character_of_the_homes_name_may_stand_for_it():
    assert resolve("专家来潍考察。", ("潍", "PLACE"), home="潍坊市")["潍"] == "潍坊市"


def test_a_branch_is_of_the_one_bureau_that_was_named_before():
    names = (("市公安局", "ORG"), ("江北分局", "ORG"))
    assert resolve("市公安局通报案情，江北分局抓获嫌疑人。", *names)["江北分局"] == "安渡市公安局江北分局"
    both = (*names, ("市税务局", "ORG"))
    assert resolve("市税务局和市公安局通报案情，江北分局抓获嫌疑人。", *both)["江北分局"] is None


def test_an_unknown_home_gives_nothing():
    assert resolve("市委召开会议。", ("市委", "ORG"), home=None) == {"市委": None}


def test_a_short_form_is_linked_to_the_full_one_of_the_article():
    raw = "云漠县税务局第二分局办得好。第二分局局长吴海平说，安渡市第四中学、安渡四中，吴介绍。"
    found = resolve(
        raw,
        ("云漠县税务局第二分局", "ORG"),
        ("第二分局局", "ORG"),
        ("吴海平", "PERSON"),
        ("安渡市第四中学", "ORG"),
        ("安渡四中", "ORG"),
    )
    assert found["安渡四中"] == "安渡市第四中学"
    assert found["云漠县税务局第二分局"] is None


def test_a_surname_is_not_that_of_the_author():
    raw = "记者王满仓报道。家住附近的王女士说好。"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), bylines=(Byline("王满仓", "记者"),))
    mentions = (Mention.at(clipping.text, 2, 5, Label.PERSON), Mention.at(clipping.text, 13, 14, Label.PERSON))
    assert [mention.canonical for mention in resolve_names(Reading(clipping, mentions)).mentions] == [None, None]


def test_a_surname_is_the_person_named_in_full():
    raw = "局长吴海平到场，吴局长讲话。"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),))
    mentions = (Mention.at(clipping.text, 2, 5, Label.PERSON), Mention.at(clipping.text, 8, 9, Label.PERSON))
    assert [m.canonical for m in resolve_names(Reading(clipping, mentions)).mentions] == [None, "吴海平"]


@pytest.mark.parametrize(
    ("word", "home", "full"),
    [
        ("全市", "大同市", "大同市"),
        ("我省", "大同市", "山西省"),
        ("全国", None, "中国"),
        ("全市", "阳高县", "大同市"),
        ("我县", "阳高县", "阳高县"),
        ("全县", "大同市", None),
        ("这里", "大同市", None),
    ],
)
def test_area_words(word, home, full):
    book = NameBook(Clipping((Part(BlockRole.PARAGRAPH, Text.of(word)),), home=home), ())
    assert book.word(word, 0) == full


@given(st.text(alphabet="市委县政府省团区局法院人大常委会云漠第一分局公司吴", min_size=1, max_size=40), st.data())
def test_any_mentions_are_resolved(raw, data):
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(raw)), max_size=8))))
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), home=data.draw(st.sampled_from([None, "大同市", "云漠县"])))
    mentions = tuple(
        Mention.at(clipping.text, a, b, data.draw(st.sampled_from(Label))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    resolved = resolve_names(Reading(clipping, mentions)).mentions
    assert [mention.text for mention in resolved] == [mention.text for mention in mentions]


def test_of_a_visitor_and_the_home_the_county_spoken_of_last_is_meant():
    """Each department is that of the committee before it, though both are written alike."""
    raw = "石岭县委常委、宣传部部长到我县调研，县委常委、组织部部长陪同。一行还看了云岭湖畔的石桥古镇和老渡口，宣传部作了介绍。"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), publication=Publication(), home="云漠县")
    found = [*re.finditer("石岭县委|(?<!岭)县委|宣传部|组织部", raw)]
    mentions = tuple(Mention.at(clipping.text, *match.span(), Label.ORG) for match in found)
    resolved = resolve_names(Reading(clipping, mentions)).mentions
    assert [mention.canonical for mention in resolved] == [
        "中共石岭县委员会",
        "中共石岭县委宣传部",
        "中共云漠县委员会",
        "中共云漠县委组织部",
        "中共石岭县委宣传部",
    ]


def test_a_bare_name_is_the_countys_before_that_of_a_quarter():
    raw = "云漠县的云漠社区，云漠的变化。"
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), publication=Publication(), home="安渡市")
    mentions = tuple(
        Mention.at(clipping.text, start, start + len(name), Label.PLACE)
        for name, start in (("云漠县", 0), ("云漠社区", 4), ("云漠", 9))
    )
    assert resolve_names(Reading(clipping, mentions)).mentions[2].canonical == "安渡市云漠县"


def test_a_part_of_a_school_is_no_area():
    assert resolve("区委书记到石河小学东校区慰问。", ("区委", "ORG"), ("东校区", "PLACE"), home=None)["区委"] is None
