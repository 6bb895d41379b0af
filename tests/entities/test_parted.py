import pytest

from marked import read_marked, write_marked
from yaowen.entities.parted import part_places


def part(line: str) -> str:
    """A line with its mentions, parted; they are written as a finder would have found them."""
    clipping, mentions = read_marked(line)
    return write_marked(clipping, part_places(clipping, mentions))


@pytest.mark.parametrize(
    ("found", "parted"),
    [
        ("<L滨河大道（石桥街至柳巷路段）>停水", "<L滨河大道>（<L石桥街>至<L柳巷路>段）停水"),
        ("<L滨河大道>（<L石桥街至柳湖宾馆>段）停水", "<L滨河大道>（<L石桥街>至<L柳湖宾馆>段）停水"),
        ("<L学府街柳湖路>至<L石桥路>段封闭", "<L学府街><L柳湖路>至<L石桥路>段封闭"),
        ("<L北关街道柳湖路>至<L石桥路>段封闭", "<L北关街道柳湖路>至<L石桥路>段封闭"),
        ("第三届<L中国（东江）>茶业博览会", "第三届<L中国>（<L东江>）茶业博览会"),
        ("<L中国（东江）自由贸易试验区>", "<L中国（东江）自由贸易试验区>"),
        ("<O县委县政府>高度重视", "<O县委><O县政府>高度重视"),
        ("<O望江区委区政府>高度重视", "<O望江区委><O区政府>高度重视"),
    ],
)
def test_what_was_run_together_is_parted(found: str, parted: str) -> None:
    assert part(found) == parted


@pytest.mark.parametrize(
    ("found", "parted"),
    [
        ("公路骑行赛<L东江站>鸣枪开赛", "公路骑行赛<L东江>站鸣枪开赛"),
        ("全国锦标赛（<L东江站>）举行", "全国锦标赛（<L东江>站）举行"),
        ("环湖健步走大赛·<L龙山站>暨全民健身周启动", "环湖健步走大赛·<L龙山>站暨全民健身周启动"),
        ("还将举办<L城南区站>、<L龙山站>等分站赛", "还将举办<L城南区>站、<L龙山>站等分站赛"),
        ("骑行赛<L龙山站>开赛。<L龙山站>风景好", "骑行赛<L龙山>站开赛。<L龙山>站风景好"),
        ("<L龙山站>是环湖骑行赛的第六站", "<L龙山>站是环湖骑行赛的第六站"),
        ("民警在<L东江站>执勤", "民警在<L东江站>执勤"),
        ("2024<L环东江>自行车赛", "2024环<L东江>自行车赛"),
        ("<L东江环湾>半程马拉松", "<L东江>环湾半程马拉松"),
        ("<L东江龙山公路>自行车赛", "<L东江龙山>公路自行车赛"),
        ("<L环江县>马拉松", "<L环江县>马拉松"),
    ],
)
def test_what_a_race_goes_round_and_where_it_stops_are_places(found: str, parted: str) -> None:
    assert part(found) == parted


@pytest.mark.parametrize(
    ("found", "parted"),
    [
        ("走进<L望江区大街小巷>", "走进<L望江区>大街小巷"),
        ("在<L望江区学府路段>扫雪", "在<L望江区学府路>段扫雪"),
        ("<L穿越柳湖公园>", "穿越<L柳湖公园>"),
        ("请走<L学府路>跨线桥", "请走<L学府路跨线桥>"),
        ("家住<O望江纺织厂家属院>", "家住<L望江纺织厂家属院>"),
        ("高速公路由<L北至南>贯通", "高速公路由北至南贯通"),
        ("受<L西南>暖湿气流影响", "受西南暖湿气流影响"),
        ("<L西南>各省", "<L西南>各省"),
        ("牧户的<L蒙古>包里", "牧户的蒙古包里"),
        ("<L蒙古>客商", "<L蒙古>客商"),
        ("<L生态>补偿", "生态补偿"),
    ],
)
def test_a_place_is_named_whole_and_nothing_else_is_one(found: str, parted: str) -> None:
    assert part(found) == parted
