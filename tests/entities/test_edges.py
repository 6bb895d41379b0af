import pytest

from marked import read_marked, write_marked
from yaowen.entities.edges import mend_edges
from yaowen.schema import Label


def mend(line, *places):
    """The mentions of a line, mended; they are written as a finder would have found them."""
    clipping, mentions = read_marked(line)
    named = {mention.text for mention in mentions if mention.label == Label.PLACE} | set(places)
    return write_marked(clipping, mend_edges(clipping, mentions, named))


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("今年是<L岩桑自治州建州>七十周年", "今年是<L岩桑自治州>建州七十周年"),
        ("<L福建省>的茶", "<L福建省>的茶"),
        ("水库在<L柳溪镇梨沟村最上游>", "水库在<L柳溪镇梨沟村>最上游"),
        ("<L岩桑西门户>", "<L岩桑>西门户"),
        ("<O县纪委会>同<O县公安局>办案", "<O县纪委>会同<O县公安局>办案"),
        ("停水：<L石埠桥>至<L榆树巷段>", "停水：<L石埠桥>至<L榆树巷>段"),
        ("<O县政协会>从严要求", "<O县政协>会从严要求"),
        ("<L岩石高速柳溪段>封闭", "<L岩石高速柳溪段>封闭"),
        ("<L梨江>干堤有管涌", "<L梨江干堤>有管涌"),
        ("科室主任<P石小和><R医师><P卓然>会诊", "科室主任<P石小>和<R医师><P卓然>会诊"),
        ("<P石小和>是<R医师>", "<P石小和>是<R医师>"),
    ],
)
def test_a_name_has_nothing_behind_it(found, mended):
    assert mend(found) == mended


@pytest.mark.parametrize(
    ("found", "places", "mended"),
    [
        ("因为<L与大田乡>相邻", (), "因为与<L大田乡>相邻"),
        ("<L因梨江区桂树路>检修", (), "因<L梨江区桂树路>检修"),
        ("<L航拍柳树新寨>", ("柳树新寨",), "航拍<L柳树新寨>"),
        ("<L图们江畔>", (), "<L图们江畔>"),
        ("<L东起学府路>，西至<L滨河路>", (), "东起<L学府路>，西至<L滨河路>"),
        ("<L东至县城>", (), "<L东至县城>"),
        ("到该<O镇石桥村党支部>谈话", (), "到该镇<O石桥村党支部>谈话"),
        ("邻<L镇石桥村>种桃", (), "邻镇<L石桥村>种桃"),
        ("该<O村村委会>开会", (), "该村<O村委会>开会"),
        ("该<O村党支部>开会", (), "该<O村党支部>开会"),
        ("<R退休教师><P卓然>", (), "退休<R教师><P卓然>"),
        ("<R办案民警><P卓然>", (), "办案<R民警><P卓然>"),
        ("<R驻村第一书记><P卓然>", (), "驻村<R第一书记><P卓然>"),
        ("<O岩桑机床厂><R外贸部经理><P卓然>", (), "<O岩桑机床厂外贸部><R经理><P卓然>"),
        ("<R外贸部经理><P卓然>", (), "<R外贸部经理><P卓然>"),
    ],
)
def test_a_name_has_nothing_before_it(found, places, mended):
    assert mend(found, *places) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("在<L岩石高速公路岩桑>至<L石河>方向", "在<L岩石高速公路><L岩桑>至<L石河>方向"),
        ("<P苏木达巴雅尔>说", "<R苏木达><P巴雅尔>说"),
        ("赶来的的<P哥卓然>说", "赶来的<R的哥><P卓然>说"),
        ("<O市人大>代表、<O云漠医院>护士长", "<O市人大><R代表>、<O云漠医院>护士长"),
        ("<O市政协>委员<P卓然>", "<O市政协><R委员><P卓然>"),
        ("<O中共中央政治局>委员、<O国务院><R副总理><P卓然>", "<O中共中央政治局><R委员>、<O国务院><R副总理><P卓然>"),
        ("<O市纪委>委员<P卓然>", "<O市纪委><R委员><P卓然>"),
        ("卓然是<O市人大>代表。", "卓然是<O市人大><R代表>。"),
        ("<O市委中心组学习会暨市教育领导小组>会议", "<O市委中心组>学习会暨<O市教育领导小组>会议"),
        ("<O柳湖街道联合石桥消防站>举办演练", "<O柳湖街道>联合<O石桥消防站>举办演练"),
        ("<O市社会科学界联合会>举办讲座", "<O市社会科学界联合会>举办讲座"),
        ("<O柳湖农信社联合社>举办讲座", "<O柳湖农信社联合社>举办讲座"),
        ("举办<O暨市委中心组>学习", "举办暨<O市委中心组>学习"),
        ("外科学科带头人<P卓然>主刀", "外科<R学科带头人><P卓然>主刀"),
        ("部分<O市政协>委员，视察<L梨江>", "部分<O市政协>委员，视察<L梨江>"),
    ],
)
def test_two_names_are_two(found, mended):
    assert mend(found) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("<P石岩>、<P卓然>等市领导出席", "<P石岩>、<P卓然>等<R市领导>出席"),
        ("<P石岩>等在家的区领导", "<P石岩>等在家的<R区领导>"),
        ("<R市长><P石岩>、<P卓然>等市领导出席", "<R市长><P石岩>、<P卓然>等市领导出席"),
        ("<P石岩>等市领导干部", "<P石岩>等市领导干部"),
    ],
)
def test_bare_names_are_those_of_leaders(found, mended):
    assert mend(found) == mended


@pytest.mark.parametrize(
    ("found", "places", "mended"),
    [
        ("<L全苏木>草场", (), "全苏木草场"),
        ("各<L苏木镇>储足饲草", (), "各苏木镇储足饲草"),
        ("<L全州>经济", (), "全州经济"),
        ("<L全州>米粉", ("全州县",), "<L全州>米粉"),
        ("是<L养殖大县>", (), "是养殖大县"),
        ("<L新县>城", (), "新县城"),
        ("<L新县>人", (), "<L新县>人"),
        ("责任重于<L泰山>", (), "责任重于泰山"),
        ("登<L泰山>", (), "登<L泰山>"),
        ("实施旅游<L兴县>战略", (), "实施旅游兴县战略"),
        ("<L中省>驻县单位", (), "中省驻县单位"),
        ("<R民警>赶到现场", (), "民警赶到现场"),
        ("<R民警><P卓然>赶到", (), "<R民警><P卓然>赶到"),
    ],
)
def test_a_common_word_is_no_name(found, places, mended):
    assert mend(found, *places) == mended


def test_a_place_that_has_the_name_of_who_is_titled_is_a_person():
    line = "<R副局长><P石岩>到场。<L石岩>说"
    clipping, mentions = read_marked(line)
    assert [str(m.label) for m in mend_edges(clipping, mentions, {"石岩"}, {"石岩"})] == ["ROLE", "PERSON", "PERSON"]
    assert mend(line) == line


@pytest.mark.parametrize(
    ("found", "places", "mended"),
    [
        ("在<O市政府贵宾厅>会见", (), "在<L市政府贵宾厅>会见"),
        ("<L岩桑>在线记者", (), "<O岩桑在线>记者"),
        ("<L岩桑>在线教育", (), "<L岩桑>在线教育"),
        ("初到<P塔石>", ("塔石镇",), "初到<L塔石>"),
        ("<R镇长><P塔石>", ("塔石镇",), "<R镇长><P塔石>"),
    ],
)
def test_halls_and_towns_are_places_and_papers_are_bodies(found, places, mended):
    assert mend(found, *places) == mended
