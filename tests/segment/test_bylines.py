import pytest

from yaowen.schema import Byline
from yaowen.segment.bylines import LEAD, merge_bylines, parse_byline


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("本报记者 韦 岚", [("韦岚", "记者", "本报")]),
        ("岚州消费者报大同讯（记者韦岚）", [("韦岚", "记者", "岚州消费者报")]),
        ("本报记者 韦岚/文涂小青/图", [("韦岚", "记者", "本报"), ("涂小青", "记者", "本报")]),
        ("岚州日报/岚州网讯(记者韦岚报道)", [("韦岚", "记者", "岚州日报/岚州网")]),
        ("岚州新区网讯（记者朱和风通讯员涂小青）", [("朱和风", "记者", "岚州新区网"), ("涂小青", "通讯员", "岚州新区网")]),
        ("岚州网教育频道3月2日讯（韦岚）", [("韦岚", None, "岚州网教育频道")]),
        ("新华社岚州3月2日电（记者韦岚）", [("韦岚", "记者", "新华社")]),
        ("【岚州网石桥镇电】（记者 韦岚）", [("韦岚", "记者", None)]),
        ("岚州网·新时代记者 韦岚 涂小青 大同报道", [("韦岚", "记者", "岚州网·新时代"), ("涂小青", "记者", "岚州网·新时代")]),
        ("本报记者 韦岚 涂小青 报道", [("韦岚", "记者", "本报"), ("涂小青", "记者", "本报")]),
        ("本报讯（记者韦岚）", [("韦岚", "记者", "本报")]),
        ("本报讯（记者韦岚、通讯员涂小青）", [("韦岚", "记者", "本报"), ("涂小青", "通讯员", "本报")]),
        ("本报讯（通讯员涂小青）", [("涂小青", "通讯员", "本报")]),
        ("本报记者 韦 岚 通讯员 涂小青", [("韦岚", "记者", "本报"), ("涂小青", "通讯员", None)]),
        ("本报讯（首席记者韦岚 记者涂小青）", [("韦岚", "首席记者", "本报"), ("涂小青", "记者", "本报")]),
        ("（文/韦岚 图/涂小青）", [("韦岚", None, None), ("涂小青", None, None)]),
        ("（记者韦岚 涂小青）", [("韦岚", "记者", None), ("涂小青", "记者", None)]),
        ("□本报记者韦岚 文/图", [("韦岚", "记者", "本报")]),
        ("本报评论员", [(None, "评论员", "本报")]),
        ("韦岚 涂小青 骆行舟", [("韦岚", None, None), ("涂小青", None, None), ("骆行舟", None, None)]),
        ("本报岚州3月2日电（韦岚、涂小青）", [("韦岚", None, "本报"), ("涂小青", None, "本报")]),
        ("中新网岚州3月2日电(记者骆行舟韦岚)", [("骆行舟", "记者", "中新网"), ("韦岚", "记者", "中新网")]),
        ("（记者 韦岚常可 欧阳知秋）", [("韦岚", "记者", None), ("常可", "记者", None), ("欧阳知秋", "记者", None)]),
        ("（通讯员 骆文）", [("骆文", "通讯员", None)]),
        ("本报记者 骆行舟 文/图", [("骆行舟", "记者", "本报")]),
        ("骆行舟 文 韦岚 图", [("骆行舟", None, None), ("韦岚", None, None)]),
        ("（记者 马哈木提 古丽米热）", [("马哈木提", "记者", None), ("古丽米热", "记者", None)]),
        ("据新华社岚州3月2日电（记者韦岚）", [("韦岚", "记者", "新华社")]),
        ("晚报记者 韦岚 实习生 涂小青", [("韦岚", "记者", "晚报"), ("涂小青", "实习生", None)]),
        ("（记者 阿依努尔）", [("阿依努尔", "记者", None)]),
        ("本报通讯员 涂小青 摄", [("涂小青", "通讯员", "本报")]),
    ],
)
def test_bylines_name_their_authors(byline: str, authors: list[tuple[str | None, str | None, str | None]]) -> None:
    assert authors == [(author.name, author.role, author.outlet) for author in parse_byline(byline)]


@pytest.mark.parametrize("byline", ["（望江镇 供稿）", "（望江县人民法院 供稿）", "（县教育局 供稿）"])
def test_a_body_that_sends_an_article_is_no_author(byline):
    assert parse_byline(byline) == ()


def test_a_person_who_sends_an_article_is_one():
    assert [author.name for author in parse_byline("（卓然 供稿）")] == ["卓然"]


@pytest.mark.parametrize(
    ("row", "lead"),
    [
        ("岚州日报/岚州网讯（记者韦岚报道）3月2日，新桥通车。", "岚州日报/岚州网讯（记者韦岚报道）"),
        ("【岚州网石桥镇电】（记者 韦岚）新桥通车。", "【岚州网石桥镇电】（记者 韦岚）"),
        ("岚州融媒（记者 韦岚）3月2日，新桥通车。", "岚州融媒（记者 韦岚）"),
        ("岚州发布（第3期）新桥通车。", None),
        ("【岚州网石桥镇电】新桥通车。", None),
    ],
)
def test_who_sent_a_report_opens_it(row: str, lead: str | None) -> None:
    found = LEAD.match(row)
    assert (found and found[0]) == lead


def test_an_author_named_again_without_a_role_is_the_same() -> None:
    told = [Byline("韦岚", None, None), Byline("涂小青", None, None), Byline("韦岚", "通讯员", "岚州网")]
    assert merge_bylines(told) == (told[1], told[2])
