import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.newsprint import mark
from yaowen.facts.persons.find import find_persons
from yaowen.page import Clipping, Part, Reading
from yaowen.schema import BlockRole, Byline, Label, Mention
from yaowen.text import Text, quote


def posts_of(newsprint, **clipping):
    reading = find_persons(mark(newsprint, **clipping))
    return {person.name: [(post.org, post.role) for post in person.posts] for person in reading.persons}


@pytest.mark.parametrize(
    ("newsprint", "posts"),
    [
        ("[O市委][R书记][P冯立山]讲话。", {"冯立山": [("市委", "书记")]}),
        ("[R市长][P冯立山]出席。", {"冯立山": [(None, "市长")]}),
        ("[O县供销社][R原主任]、离休干部[P乔禾]逝世。", {"乔禾": [("县供销社", "原主任")]}),
        ("[O市委][R副书记]、[R市长][P冯立山]出席。", {"冯立山": [("市委", "副书记"), (None, "市长")]}),
        ("[O市委][R常委]、[R秘书长][P乔禾]参加。", {"乔禾": [("市委", "常委"), ("市委", "秘书长")]}),
        ("[O市政协][R副主席]、[O云阳县委][R书记][P乔禾]参加。", {"乔禾": [("市政协", "副主席"), ("云阳县委", "书记")]}),
        ("[O安河市水利局][R党组书记]、[R局长][P乔禾]说。", {"乔禾": [("安河市水利局", "党组书记"), ("安河市水利局", "局长")]}),
        ("[O省文旅厅][R副厅长]（正厅长级）[P乔禾]说。", {"乔禾": [("省文旅厅", "副厅长")]}),
        ("[O安河大学][R教授]、[R博士生导师][P乔禾]说。", {"乔禾": [("安河大学", "教授"), ("安河大学", "博士生导师")]}),
        ("[O柳村党支部][R书记]兼[O村委会][R主任][P乔禾]说。", {"乔禾": [("柳村党支部", "书记"), ("村委会", "主任")]}),
        ("[L云阳县][R县长][P乔禾]说。", {"乔禾": [("云阳县", "县长")]}),
        ("[L安河市][O教育局][R局长][P乔禾]说。", {"乔禾": [("安河市教育局", "局长")]}),
        ("[O安河公司][R外贸部经理][P乔禾]说。", {"乔禾": [("安河公司外贸部", "经理")]}),
        ("[R车间主任][P乔禾]说。", {"乔禾": [(None, "车间主任")]}),
        ("[R承办法官][P乔禾]说。", {"乔禾": [(None, "法官")]}),
        ("[O合作社][R理事长][P乔禾]说。", {"乔禾": [(None, "理事长")]}),
        ("[O市商会][R原副会长][P乔禾]被查。[O市商会][R副会长][P乔禾]退休。", {"乔禾": [("市商会", "原副会长")]}),
        ("[O市政协][R主席][P乔禾]，[O市法院][R院长]、[O市检察院][R检察长]列席。", {"乔禾": [("市政协", "主席")]}),
        (
            "[R青年画家][P冯立山]、[P乔禾]来了。",
            {"冯立山": [(None, "青年画家")], "乔禾": [(None, "青年画家")]},
        ),
        (
            "[P冯立山]、[P乔禾]等在家的[R市领导]出席。",
            {"冯立山": [(None, "市领导")], "乔禾": [(None, "市领导")]},
        ),
        ("[R总书记][P乔禾]视察。", {"乔禾": [(None, "总书记")]}),
        (
            "[P乔禾][R教授]，[O市基金会][R高级专家]、[R研究员][P冯立山][R博士]作报告。",
            {"乔禾": [(None, "教授")], "冯立山": [("市基金会", "高级专家"), ("市基金会", "研究员"), (None, "博士")]},
        ),
        ("[P乔禾][R教授]作报告。", {"乔禾": [(None, "教授")]}),
        ("在场的有[P乔禾][R副市长][P冯立山]。", {"乔禾": [], "冯立山": [(None, "副市长")]}),
        ("[P乔禾]任[O云阳县财政局][R局长]。", {"乔禾": [("云阳县财政局", "局长")]}),
        ("会议选举[P乔禾]为[O市商会][R会长]。", {"乔禾": [("市商会", "会长")]}),
        ("[P乔禾]同志任[O云阳县委][R委员]、[R常委]、[R书记]。", {"乔禾": [("云阳县委", r) for r in ("委员", "常委", "书记")]}),
        (
            "[O云阳县医院][R党委书记][P乔禾]、[R院长][P石岩]。",
            {"乔禾": [("云阳县医院", "党委书记")], "石岩": [("云阳县医院", "院长")]},
        ),
        ("[O云阳县工会][R主席][P乔禾]、[R院长][P石岩]。", {"乔禾": [("云阳县工会", "主席")], "石岩": [(None, "院长")]}),
        ("[P乔禾]是[L石桥乡]的[R村支书]。", {"乔禾": [("石桥乡", "村支书")]}),
        ("[P乔禾]今年52岁，是[O柳村党支部][R书记]，人称老乔。", {"乔禾": [("柳村党支部", "书记")]}),
        ("[P乔禾]是[O县医院]的[R护士长]，也是[O市人大][R代表]。", {"乔禾": [("县医院", "护士长"), ("市人大", "代表")]}),
        ("走在前头的，是[O柳村党支部][R书记][P乔禾]。", {"乔禾": [("柳村党支部", "书记")]}),
        ("作为[L柳村]的[R第一书记]，[P乔禾]常驻村里。", {"乔禾": [("柳村", "第一书记")]}),
        ("听完[L柳村]的[R第一书记]，[P乔禾]走了。", {"乔禾": []}),
        ("[O县农业局][R农艺师]、派驻[L柳村][R第一书记][P乔禾]说。", {"乔禾": [("县农业局", "农艺师"), ("柳村", "第一书记")]}),
        ("[O县人大][R代表]、[L柳村]种粮大户[P乔禾]说。", {"乔禾": [("县人大", "代表")]}),
        (
            "[O市委][R常委]、[O政法委][R书记]、[R统战部长][P乔禾]到场。",
            {"乔禾": [("市委", "常委"), ("政法委", "书记"), ("市委", "统战部长")]},
        ),
        (
            "[O市政协][R副主席][P乔禾]、[P石岩]，[R党组成员]、[R秘书长][P尤满]出席。",
            {
                "乔禾": [("市政协", "副主席")],
                "石岩": [("市政协", "副主席")],
                "尤满": [("市政协", "党组成员"), ("市政协", "秘书长")],
            },
        ),
        (
            "[P乔禾]，男，现任[O县医院][R院长]，拟提名为[O县卫健局][R副局长]人选。",
            {"乔禾": [("县医院", "院长"), ("县卫健局", "副局长")]},
        ),
        ("[R局长][P乔禾]到场。市民[P乔]女士说好。", {"乔禾": [(None, "局长")], "乔": []}),
        ("村民[P乔禾]种瓜。村民[P乔]大爷说好。", {"乔禾": []}),
        ("[P乔禾]（[O云阳中学][R校长]）：谢谢。", {"乔禾": [("云阳中学", "校长")]}),
        ("[P乔禾]为[R市长]倒水。", {"乔禾": []}),
        ("[P乔禾]以190票的高票当选为[O市商会][R会长]。", {"乔禾": [("市商会", "会长")]}),
        (
            "[O市商会][R常务副会长][P乔禾]，[R副会长][P石岩]、[P冯立山]，[R秘书长][P尤满]，[R市长][P杜川]出席。",
            {
                "乔禾": [("市商会", "常务副会长")],
                "石岩": [("市商会", "副会长")],
                "冯立山": [("市商会", "副会长")],
                "尤满": [("市商会", "秘书长")],
                "杜川": [(None, "市长")],
            },
        ),
        (
            "决定任命：\n[P乔禾]、[P杜川]为[O市法院][R审判员]；\n[P石岩]为[R副市长]。",
            {"乔禾": [("市法院", "审判员")], "杜川": [("市法院", "审判员")], "石岩": [(None, "副市长")]},
        ),
        (
            "决定任命：\n[P乔禾]为[O市教育局][R局长]；\n[P石岩]为[R副市长]。",
            {"乔禾": [("市教育局", "局长")], "石岩": [(None, "副市长")]},
        ),
    ],
)
def test_offices_stand_with_their_organisation(newsprint, posts):
    assert posts_of(newsprint) == posts


@pytest.mark.parametrize(
    ("newsprint", "posts"),
    [
        ("[R市领导][P冯立山]、[P乔禾]参加。", {"冯立山": [(None, "市领导")], "乔禾": [(None, "市领导")]}),
        ("[R副市长][P冯立山]和[P乔禾]参加。", {"冯立山": [(None, "副市长")], "乔禾": [(None, "副市长")]}),
        ("[R市长][P冯立山]、[P乔禾]参加。", {"冯立山": [(None, "市长")], "乔禾": []}),
        ("[O市委][R书记][P冯立山]、[R副书记][P乔禾]参加。", {"冯立山": [("市委", "书记")], "乔禾": [("市委", "副书记")]}),
        (
            "[O安河厂][R厂长][P冯立山]、[R总工程师][P乔禾]参加。",
            {"冯立山": [("安河厂", "厂长")], "乔禾": [("安河厂", "总工程师")]},
        ),
        (
            "[O大会主席团][R常务主席][P冯立山]、[P乔禾]出席。",
            {"冯立山": [("大会主席团", "常务主席")], "乔禾": [("大会主席团", "常务主席")]},
        ),
        ("[P冯立山]、[P乔禾]等[R市领导]参加。", {"冯立山": [(None, "市领导")], "乔禾": [(None, "市领导")]}),
    ],
)
def test_a_list_of_names_shares_an_office_that_several_can_hold(newsprint, posts):
    assert posts_of(newsprint) == posts


@pytest.mark.parametrize(
    ("newsprint", "posts"),
    [
        ("[P乔禾]，[L安河]人，现任[O市供电公司][R总工程师]。", {"乔禾": [("市供电公司", "总工程师")]}),
        (
            "[P乔禾]，男，1970年生，现任[O市水利局][R局长]，拟任[O市农业局][R党组书记]。",
            {"乔禾": [("市水利局", "局长"), ("市农业局", "党组书记")]},
        ),
        ("[P乔禾]，男，汉族。\n曾任[O云阳县委][R书记]。", {"乔禾": [("云阳县委", "书记")]}),
        ("[P乔禾]到会。2013年6月起，他担任[O市商会][R会长]。", {"乔禾": [("市商会", "会长")]}),
        ("据介绍，[P乔禾]是本地人。2013年6月，任[O市商会][R会长]。", {"乔禾": [("市商会", "会长")]}),
        ("那年[P乔禾]见到[P石岩]。2013年6月，任[O市商会][R会长]。", {"乔禾": [], "石岩": []}),
        ("[P乔禾]曾用名[P乔苗]。1946年2月起先后任[O市商会][R会长]。", {"乔禾": [("市商会", "会长")], "乔苗": []}),
        ("[P乔禾]当选[O市商会][R会长]，任[O市残联][R理事长]。", {"乔禾": [("市商会", "会长"), ("市残联", "理事长")]}),
        (
            "[P乔禾]，男。\n曾任[O云阳县委][R书记]。\n2012年8月，任[L安河市][R副市长]；\n2015年10月，任[O市商会][R会长]。",
            {"乔禾": [("云阳县委", "书记"), ("安河市", "副市长"), ("市商会", "会长")]},
        ),
        ("[R县长][P乔禾]，在本轮公示中拟任[O云阳县委][R书记]。", {"乔禾": [(None, "县长"), ("云阳县委", "书记")]}),
        ("[R副市长][P乔禾]，拟推荐提名为[O市残联][R理事长]人选。", {"乔禾": [(None, "副市长"), ("市残联", "理事长")]}),
        ("[P乔禾]原任[O市商会][R会长]，已履新[O市残联][R理事长]。", {"乔禾": [("市商会", "会长"), ("市残联", "理事长")]}),
        ("[P乔禾]历任[O市商会][R会长]、[O市残联][R理事长]。", {"乔禾": [("市商会", "会长"), ("市残联", "理事长")]}),
        ("决定[P乔禾]同志代理[L云阳县][R县长]职务。", {"乔禾": [("云阳县", "县长")]}),
        ("会上宣布[P乔禾]同志为[O云阳中学][R校长]。", {"乔禾": [("云阳中学", "校长")]}),
        (
            "[P乔禾]调任[O云阳县委][R书记]，[P石岩]转任[O市残联][R理事长]。",
            {"乔禾": [("云阳县委", "书记")], "石岩": [("市残联", "理事长")]},
        ),
        ("[P乔禾]任[O市商会][R会长]，免去[O市残联][R理事长]职务。", {"乔禾": [("市商会", "会长"), ("市残联", "理事长")]}),
        ("免除[P乔禾]同志[R副县长]一职。", {"乔禾": [(None, "副县长")]}),
        ("[P乔禾]1998年参加工作，2013年6月起担任[O市商会][R会长]。", {"乔禾": [("市商会", "会长")]}),
        ("[P乔禾]会见了曾任[O市商会][R会长]的[P石岩]。", {"乔禾": [], "石岩": [("市商会", "会长")]}),
        ("[P乔禾]说，刚担任[O市商会][R会长]时很忙。", {"乔禾": []}),
        ("免去[P乔禾]、[P石岩]的[O市水利局][R副局长]职务。", {n: [("市水利局", "副局长")] for n in ("乔禾", "石岩")}),
        ("接受[P乔禾]因工作变动辞去[R副市长]职务的请求。", {"乔禾": [(None, "副市长")]}),
        (
            "任命[P乔禾]为[O市水利局][R局长]，免去其[O市农业局][R副局长]职务。",
            {"乔禾": [("市水利局", "局长"), ("市农业局", "副局长")]},
        ),
        ("[P乔禾]的[O市水利局][R局长]办公室很小。", {"乔禾": []}),
        ("[P乔禾]被推选为[O市残联]第六届[O执行理事会][R理事长]。", {"乔禾": [("市残联第六届执行理事会", "理事长")]}),
        ("选举[P乔禾]、[P石岩]为[O市商会][R副会长]。", {n: [("市商会", "副会长")] for n in ("乔禾", "石岩")}),
        (
            "免去[P乔禾]同志[O市水利局][R局长]职务、[P石岩]同志[O市农业局][R副局长]职务。",
            {"乔禾": [("市水利局", "局长")], "石岩": [("市农业局", "副局长")]},
        ),
        ("免去[P乔禾]同志[O云阳县委][R副书记]、[R常委]、委员职务。", {"乔禾": [("云阳县委", "副书记"), ("云阳县委", "常委")]}),
        (
            "任命[P乔禾]为[O市监委][R副主任]，并决定为[R代理主任]。",
            {"乔禾": [("市监委", "副主任"), ("市监委", "代理主任")]},
        ),
        (
            "任命：\n[P乔禾]为[O市水利局][R局长]（试用期一年）；\n[P石岩]为[O市法院][R副院长]、审判委员会委员。",
            {"乔禾": [("市水利局", "局长")], "石岩": [("市法院", "副院长")]},
        ),
        ("[P乔禾]当选新一届[O市工商联][R主席]。", {"乔禾": [("市工商联", "主席")]}),
        ("[P乔禾]当选商会第二届[O理事会][R会长]。", {"乔禾": [("理事会", "会长")]}),
        ("[P乔禾]同志挂任[L云阳县][R副县长]。", {"乔禾": [("云阳县", "副县长")]}),
        ("选举[P乔禾]、[P石岩]二位同志为[O市商会][R副会长]。", {n: [("市商会", "副会长")] for n in ("乔禾", "石岩")}),
        ("选举[P乔禾]、[P石岩]等30人为[O市商会][R理事会成员]。", {n: [("市商会", "理事会成员")] for n in ("乔禾", "石岩")}),
        (
            "[P乔禾]任[O云阳县委][R书记]，不再担任[O云阳县人民政府][R县长]职务。",
            {"乔禾": [("云阳县委", "书记"), ("云阳县人民政府", "县长")]},
        ),
        ("[R副市长][P乔禾][R代表][P石岩]先生讲话。", {"乔禾": [(None, "副市长")], "石岩": []}),
        (
            "[P乔禾]、[P石岩]分别担任[O市商会][R会长]、[R秘书长]。",
            {"乔禾": [("市商会", "会长")], "石岩": [("市商会", "秘书长")]},
        ),
    ],
)
def test_offices_taken_and_left_are_posts_of_whom_the_clause_is_about(newsprint, posts):
    assert posts_of(newsprint) == posts


@pytest.mark.parametrize(
    ("newsprint", "posts"),
    [
        ("[O校党委][R副书记]、[R副校长][P乔禾]出席。", [("校党委", "副书记"), (None, "副校长")]),
        ("[O区委][R常委]、[R秘书长][P乔禾]出席。", [("区委", "常委"), ("区委", "秘书长")]),
        ("[O安河大学][P乔禾][R教授]作报告。", [("安河大学", "教授")]),
        ("[L安河][R副市长][P乔禾]到会。[L安河市][R副市长][P乔禾]说。", [("安河市", "副市长")]),
        ("[O柳村卫生室][R乡村医生][P乔禾]。[P乔][R医生]来了。", [("柳村卫生室", "乡村医生")]),
        ("[O安河大学][R副教授][P乔禾]。[P乔][R教授]来了。", [("安河大学", "副教授"), (None, "教授")]),
    ],
)
def test_a_post_is_of_the_body_that_can_have_it(newsprint, posts):
    assert posts_of(newsprint)["乔禾"] == posts


def test_a_surname_told_before_the_name_is_somebody_else():
    assert list(posts_of("市民[P冯]女士说好。[O柳村党支部][R书记][P冯立山]也来了。")) == ["冯", "冯立山"]
    assert list(posts_of("# [P冯][R师傅]的一天\n[P冯立山]修车。[P冯][R师傅]说好。")) == ["冯立山"]


def test_an_adverb_is_no_end_of_a_known_name():
    assert list(posts_of("[P冯立山]到会。每到一处，[P冯立山都]强调安全。")) == ["冯立山"]


def test_a_person_stands_once_with_all_posts():
    reading = find_persons(mark("[O市委][R书记][P冯立山]到会。[O市人大常委会][R主任][P冯立山]讲话。[R书记][P冯立山]强调"))

    assert [person.name for person in reading.persons] == ["冯立山"]
    assert [(post.org, post.role) for post in reading.persons[0].posts] == [("市委", "书记"), ("市人大常委会", "主任")]
    assert [reading.mentions[index].text for index in reading.persons[0].mentions] == ["冯立山"] * 3


def test_a_surname_with_an_office_is_the_one_of_that_family_who_has_it():
    told = "[P乔禾][R校长]致辞，[P乔山][R主任]主持。[P乔][R校长]指出，…"
    assert posts_of(told) == {"乔禾": [(None, "校长")], "乔山": [(None, "主任")]}


def test_a_polite_form_that_leaves_the_rank_out_is_no_post_of_its_own():
    posts = posts_of("[O县政府][R副县长][P冯立山]察看河道。[P冯][R县长]说，要抓紧。")
    assert posts == {"冯立山": [("县政府", "副县长")]}
    posts = posts_of("[R副教授][P冯立山]说。昨日，[R教授][P冯立山]讲课。")
    assert posts == {"冯立山": [(None, "副教授"), (None, "教授")]}


def test_a_surname_alone_is_the_person_whose_name_has_it():
    assert posts_of("[P冯立山]来了。[P冯][R师傅]说好。") == {"冯立山": [(None, "师傅")]}
    assert list(posts_of("[P冯][R师傅]说好。")) == ["冯"]


def test_a_post_quotes_the_passage_that_says_so():
    reading = find_persons(mark("[O市委][R副书记]、[R市长][P冯立山]，[R市领导][P乔禾]、[P石岩]"))

    quotes = [post.quote for person in reading.persons for post in person.posts]
    assert quotes == ["市委副书记", "市长冯立山", "市领导乔禾", "市领导乔禾、石岩"]
    text = str(reading.clipping.text)
    assert quotes == [quote(text, post.source) for person in reading.persons for post in person.posts]


@pytest.mark.parametrize(
    ("newsprint", "names"),
    [
        ("[P冯立山]来了。[P立山]笑了。", ["冯立山"]),
        ("[P让·马丁]来了。[P马丁]笑了。", ["让·马丁"]),
        ("[P乔禾木]来了。[P乔禾]木笑了。", ["乔禾木"]),
        ("[P冯立山]、[P冯立河]来了。[P冯][R师傅]笑了。", ["冯立山", "冯立河", "冯"]),
        ("[P冯立山]来了。[P冯立山曾]两次夺冠。", ["冯立山"]),
    ],
)
def test_forms_of_a_name_are_one_person_where_only_one_fits(newsprint, names):
    assert list(posts_of(newsprint)) == names


def test_who_somebody_is_or_stands_for_is_no_office():
    assert posts_of("[R教师代表][P乔禾]、[R村民][P石岩]发言。") == {"乔禾": [], "石岩": []}
    assert posts_of("[O市]级[R人大代表][P乔禾]") == {"乔禾": [(None, "人大代表")]}


@pytest.mark.parametrize(
    ("newsprint", "bylines", "posts"),
    [
        ("~ 本报[R记者][P乔禾]", [Byline("乔禾", "记者", "本报")], {"乔禾": [(None, "记者")]}),
        ("~ [O云阳日报][R记者][P乔禾]", [Byline("乔禾", "记者", "云阳日报")], {"乔禾": [("云阳日报", "记者")]}),
        ("~ 本报记者乔禾", [Byline("乔禾", "记者", "本报")], {"乔禾": [(None, "记者")]}),
        ("~ 乔禾 石岩", [Byline("乔禾"), Byline("石岩")], {"乔禾": [], "石岩": []}),
        ("~ 本报评论员", [Byline(None, "评论员", "本报")], {}),
        ("云岭日报[R记者]王一报道。", [Byline("王一", "记者", "云岭日报")], {"王一": [("云岭日报", "记者")]}),
        ("云岭网安河3月2日电（[R记者]王一）", [Byline("王一", "记者", "云岭网")], {"王一": [(None, "记者")]}),
    ],
)
def test_byline_names_are_persons(newsprint, bylines, posts):
    assert posts_of(newsprint, bylines=tuple(bylines)) == posts


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6), st.sampled_from(Label)), max_size=12)


@given(st.text(st.sampled_from("市委书记、，（）任为 的同志王李a"), max_size=60), SPANS)
def test_no_text_and_no_mentions_make_it_fail(raw, spans):
    clipping = Clipping((Part(BlockRole.PARAGRAPH, Text.of(raw)),), bylines=(Byline("王", "记者", "本报"),))
    mentions = tuple(
        Mention.at(clipping.text, start, start + size, label) for start, size, label in spans if start + size <= len(raw)
    )
    reading = find_persons(Reading(clipping, mentions))

    assert all(quote(raw, post.source) == post.quote for person in reading.persons for post in person.posts)


@pytest.mark.parametrize(
    ("newsprint", "role"),
    [
        ("[R退休教师][P乔禾]高兴地说。", "教师"),
        ("[R值班医生][P乔禾]下了医嘱。", "医生"),
        ("[R出租车司机][P乔禾]送回了包。", "司机"),
    ],
)
def test_an_occupation_is_cut_to_what_somebody_is(newsprint, role):
    (person,) = find_persons(mark(newsprint)).persons
    assert [post.role for post in person.posts] == [role]


@pytest.mark.parametrize(
    ("newsprint", "org"),
    [
        ("[P乔禾]此前任[O市水利局][R局长]。", "市水利局"),
        ("会议决定：免去[P乔禾]兼任的[O市水利局][R局长]职务。", "市水利局"),
    ],
)
def test_former_posts_are_posts(newsprint, org):
    (person,) = find_persons(mark(newsprint)).persons
    assert [(post.org, post.role) for post in person.posts] == [(org, "局长")]


def test_each_name_of_a_list_of_appointments_takes_the_office_behind_it():
    newsprint = (
        "会议决定任命[P乔禾]为[O市经济和信息化委员会][R主任]，[P石岩]为[O市商务委员会][R主任]，[P尤满]为[O市民政局][R局长]，"
        "[P杜川]为[O市财政局][R局长]，[P冯立山]为[O市教育局][R局长]。"
    )
    found = posts_of(newsprint)
    assert found["杜川"] == [("市财政局", "局长")]
    assert found["冯立山"] == [("市教育局", "局长")]


def test_the_lines_of_a_life_state_the_posts_of_whom_it_is():
    lines = (
        "[P冯立山]，男，1951年1月生。",
        "现任十三届[O省政协][R副主席]。",
        "1976－1983年[O云阳县委][R常委]兼[O工交办][R副主任]",
        "2001.05—2004.03，[L安河市][R副市长]",
        "2004－[O省政协][R副主席]",
    )
    held = [("省政协", "副主席"), ("云阳县委", "常委"), ("工交办", "副主任"), ("安河市", "副市长")]
    assert posts_of("\n".join(lines))["冯立山"] == held
    assert posts_of("县志\n1976－1983年[O云阳县委][R常委][P冯立山]\n1983－1985年[O云阳县委][R书记]")["冯立山"] == [
        ("云阳县委", "常委")
    ]
