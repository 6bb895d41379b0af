from collections import Counter

import pytest

from marked import read_marked, write_marked
from yaowen.entities.cases import Names
from yaowen.entities.reread import reread_mentions
from yaowen.schema import Label


def reread(line, *, places=(), people=(), titled=()):
    """The mentions of a line, read anew on a page that names more; they are written as a finder would have found them."""
    clipping, mentions = read_marked(line)
    named = {m.text for m in mentions if m.label == Label.PLACE}
    persons = Counter([*people, *(m.text for m in mentions if m.label == Label.PERSON)])
    return write_marked(clipping, reread_mentions(clipping, mentions, Names(persons, {*titled}, {*places, *named})))


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("今年是<L岩桑自治州建州>七十周年", "今年是<L岩桑自治州>建州七十周年"),
        ("<L福建省>的茶", "<L福建省>的茶"),
        ("水库在<L柳溪镇梨沟村最上游>", "水库在<L柳溪镇梨沟村>最上游"),
        ("<L岩桑西门户>", "<L岩桑>西门户"),
        ("走进<L望江区大街小巷>", "走进<L望江区>大街小巷"),
        ("在<L望江区学府路段>扫雪", "在<L望江区学府路>段扫雪"),
        ("到<L石桥镇检查水库>防汛工作", "到<L石桥镇>检查水库防汛工作"),
        ("<L石桥镇检查站>", "<L石桥镇检查站>"),
        ("停水：<L石埠桥>至<L榆树巷段>", "停水：<L石埠桥>至<L榆树巷>段"),
        ("先后到<L梨江石桥村段>、水库", "先后到<L梨江石桥村段>、水库"),
        ("<L岩石高速柳溪段>封闭", "<L岩石高速柳溪段>封闭"),
        ("因为<L与大田乡>相邻", "因为与<L大田乡>相邻"),
        ("<L因梨江区桂树路>检修", "因<L梨江区桂树路>检修"),
        ("<L居望江市>各县第2位", "居<L望江市>各县第2位"),
        ("<L东起学府路>，西至<L滨河路>", "东起<L学府路>，西至<L滨河路>"),
        ("<L东至县城>", "<L东至县城>"),
        ("邻<L镇石桥村>种桃", "邻镇<L石桥村>种桃"),
    ],
)
def test_of_a_place_only_its_name_is_kept(found, mended):
    assert reread(found) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("<L滨河大道（石桥街至柳巷路段）>停水", "<L滨河大道>（<L石桥街>至<L柳巷路>段）停水"),
        ("<L滨河大道>（<L石桥街至柳湖宾馆>段）停水", "<L滨河大道>（<L石桥街>至<L柳湖宾馆>段）停水"),
        ("<L学府街柳湖路>至<L石桥路>段封闭", "<L学府街><L柳湖路>至<L石桥路>段封闭"),
        ("<L北关街道柳湖路>至<L石桥路>段封闭", "<L北关街道柳湖路>至<L石桥路>段封闭"),
        ("在<L岩石高速公路岩桑>至<L石河>方向", "在<L岩石高速公路><L岩桑>至<L石河>方向"),
        ("第三届<L中国（东江）>茶业博览会", "第三届<L中国>（<L东江>）茶业博览会"),
        ("<L中国（东江）自由贸易试验区>", "<L中国（东江）自由贸易试验区>"),
        ("<O县委县政府>高度重视", "<O县委><O县政府>高度重视"),
        ("<O望江区委区政府>高度重视", "<O望江区委><O区政府>高度重视"),
        ("<O市委中心组学习会暨市教育领导小组>会议", "<O市委中心组>学习会暨<O市教育领导小组>会议"),
        ("<O共青团暨南大学委员会>开会", "<O共青团暨南大学委员会>开会"),
        ("举办<O暨市委中心组>学习", "举办暨<O市委中心组>学习"),
        ("<O柳湖街道联合石桥消防站>举办演练", "<O柳湖街道>联合<O石桥消防站>举办演练"),
        ("<O市社会科学界联合会>举办讲座", "<O市社会科学界联合会>举办讲座"),
        ("<O柳湖农信社联合社>举办讲座", "<O柳湖农信社联合社>举办讲座"),
    ],
)
def test_what_was_run_together_is_parted(found, mended):
    assert reread(found) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("公路骑行赛<L东江站>鸣枪开赛", "公路骑行赛<L东江>站鸣枪开赛"),
        ("全国锦标赛（<L东江站>）举行", "全国锦标赛（<L东江>站）举行"),
        ("环湖健步走大赛·<L龙山站>暨全民健身周启动", "环湖健步走大赛·<L龙山>站暨全民健身周启动"),
        ("还将在<L城南区站>开赛", "还将在<L城南区>站开赛"),
        ("民警在<L东江站>执勤", "民警在<L东江站>执勤"),
        ("2024<L环东江>自行车赛", "2024环<L东江>自行车赛"),
        ("<L环江县>马拉松", "<L环江县>马拉松"),
        ("<L东江环湾>半程马拉松", "<L东江>环湾半程马拉松"),
    ],
)
def test_what_a_race_goes_round_and_where_it_stops_are_places(found, mended):
    assert reread(found) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("慰问<L石桥>初中教师", "慰问<O石桥初中>教师"),
        ("<L江东市>初中教师", "<L江东市>初中教师"),
        ("<L岩桑>在线记者", "<O岩桑在线>记者"),
        ("<L岩桑>在线教育", "<L岩桑>在线教育"),
        ("<L梨江>干堤有管涌", "<L梨江干堤>有管涌"),
        ("请走<L学府路>跨线桥", "请走<L学府路跨线桥>"),
        ("<L石桥路>至<L柳湖>路段封闭", "<L石桥路>至<L柳湖路>段封闭"),
        ("<L石桥路>至<L柳湖街>路段封闭", "<L石桥路>至<L柳湖街>路段封闭"),
        ("直航<L南美>西海岸的航线", "直航<L南美西海岸>的航线"),
    ],
)
def test_a_name_is_whole(found, mended):
    assert reread(found) == mended


@pytest.mark.parametrize(
    ("found", "places", "mended"),
    [
        ("<L天南海北>的老乡", (), "天南海北的老乡"),
        ("全县<L大兴>调查研究", (), "全县大兴调查研究"),
        ("<L大兴>区调查研究", (), "<L大兴>区调查研究"),
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
        ("高速公路由<L北至南>贯通", (), "高速公路由北至南贯通"),
        ("受<L西南>暖湿气流影响", (), "受西南暖湿气流影响"),
        ("<L西南>各省", (), "<L西南>各省"),
        ("牧户的<L蒙古>包里", (), "牧户的蒙古包里"),
        ("<L蒙古>客商", (), "<L蒙古>客商"),
        ("<L生态>补偿", (), "生态补偿"),
        ("建设<L生态省>", (), "建设生态省"),
        ("到<L老城区>和<L火车站>", (), "到老城区和火车站"),
        ("来自<L两岸>的茶企", (), "来自两岸的茶企"),
        ("接受<O人大>监督", (), "接受人大监督"),
        ("<O检查组>听取汇报，<O省委巡视组>在座", (), "检查组听取汇报，<O省委巡视组>在座"),
        ("代表<P我州>出战", (), "代表我州出战"),
        ("肯尼亚<R选手><P卓然>夺冠", (), "肯尼亚选手<P卓然>夺冠"),
        ("贯彻<O十七大>精神", (), "贯彻十七大精神"),
        ("<R民警>赶到现场", (), "民警赶到现场"),
        ("<R民警><P卓然>赶到", (), "<R民警><P卓然>赶到"),
    ],
)
def test_a_common_word_is_no_name(found, places, mended):
    assert reread(found, places=places) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("<O县纪委会>同<O县公安局>办案", "<O县纪委>会同<O县公安局>办案"),
        ("<O县政协会>从严要求", "<O县政协>会从严要求"),
        ("到该<O镇石桥村党支部>谈话", "到该镇<O石桥村党支部>谈话"),
        ("该<O村村委会>开会", "该村<O村委会>开会"),
        ("该<O村党支部>开会", "该<O村党支部>开会"),
        ("在<O市政府贵宾厅>会见", "在<L市政府贵宾厅>会见"),
        ("家住<O望江纺织厂家属院>", "家住<L望江纺织厂家属院>"),
        ("<O岩桑机床厂><R外贸部经理><P卓然>", "<O岩桑机床厂外贸部><R经理><P卓然>"),
        ("<L岩桑火车站><R客运车间主任><P卓然>", "<O岩桑火车站客运车间><R主任><P卓然>"),
        ("<O岩桑机床厂><R值班主任><P卓然>", "<O岩桑机床厂><R值班主任><P卓然>"),
        ("<R外贸部经理><P卓然>", "<R外贸部经理><P卓然>"),
        ("<O东江市九届人大>四次会议", "<L东江市>九届人大四次会议"),
        ("<O市九届人大>四次会议", "市九届人大四次会议"),
        ("<O市九届人大常委会>第四次会议", "<O市九届人大常委会>第四次会议"),
    ],
)
def test_a_body_has_what_is_its_own(found, mended):
    assert reread(found) == mended


@pytest.mark.parametrize(
    ("found", "mended"),
    [
        ("<R退休教师><P卓然>", "退休<R教师><P卓然>"),
        ("<R办案民警><P卓然>", "办案<R民警><P卓然>"),
        ("<R驻村第一书记><P卓然>", "驻村<R第一书记><P卓然>"),
        ("<P苏木达巴雅尔>说", "<R苏木达><P巴雅尔>说"),
        ("赶来的的<P哥卓然>说", "赶来的的哥<P卓然>说"),
        ("<P石岩>、<P卓然>等市领导出席", "<P石岩>、<P卓然>等<R市领导>出席"),
        ("<P石岩>等在家的区领导", "<P石岩>等在家的<R区领导>"),
        ("<R市长><P石岩>、<P卓然>等市领导出席", "<R市长><P石岩>、<P卓然>等市领导出席"),
        ("<P石岩>等市领导干部", "<P石岩>等市领导干部"),
    ],
)
def test_titles_are_titles_and_nothing_more(found, mended):
    assert reread(found) == mended


@pytest.mark.parametrize(
    ("found", "people", "mended"),
    [
        ("副县长<P卓然致>欢迎辞", (), "副县长<P卓然>致欢迎辞"),
        ("副县长<P卓然作>了工作报告", (), "副县长<P卓然>作了工作报告"),
        ("<P卓然致>力于此", (), "<P卓然致>力于此"),
        ("<P李建国正>给马头琴上弦", ("李建国",), "<P李建国>正给马头琴上弦"),
        ("<P李建和>与<P李建和>", ("李建",), "<P李建和>与<P李建和>"),
        ("每到一处，<P李建都>细问", ("李建",), "每到一处，<P李建>都细问"),
        ("村支书<P石小>满来到地头", ("石小满",), "村支书<P石小满>来到地头"),
        ("石<P小满>希望委员多到现场", ("石小满",), "<P石小满>希望委员多到现场"),
        ("<P小满>希望委员多到现场", ("石小满",), "<P小满>希望委员多到现场"),
    ],
)
def test_a_person_has_the_whole_of_a_name_and_nothing_behind_it(found, people, mended):
    assert reread(found, people=people) == mended


def test_towns_and_people_of_one_name_are_told_apart():
    assert reread("初到<P塔石>", places=["塔石镇"]) == "初到<L塔石>"
    assert reread("<R镇长><P塔石>", places=["塔石镇"]) == "<R镇长><P塔石>"
    assert reread("<L石岩>说", titled=["石岩"]) == "<P石岩>说"
